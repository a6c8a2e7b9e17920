"""What a file's card asks, and what comes of the answers; the receipt, what is missing, the way back."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.storage.messages.tables import messages
from tests.conftest import SHARED, missing
from tests.e2e.conftest import Town
from tests.registries.test_sample import separated, xlsx

pytestmark = pytest.mark.long

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Статус", "Дата ответа")


def clerks(name: str) -> bytes:
    path = SHARED / "data" / "clerks" / name
    if not path.exists():
        missing(name)
    return path.read_bytes()


async def send(people: Town, name: str, content: bytes, channel: str | None = None) -> str:
    """Send a file as the officer of the channel; what its preview says."""
    officer = people.seat[8]
    await people.send_file(officer, name, content)
    if channel and "Из какого он канала" in await people.last(officer):
        await people.press(officer, channel)
    return await people.last(officer)


async def listed(people: Town, words: str) -> str:
    await people.say(people.seat[8], f"/messages {words}")
    return await people.last(people.seat[8])


async def test_an_order_of_dates_is_asked_once_for_the_channel(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [HEAD, ("Я-1", "05/06/2026", "Двор", "Снег", "В работе", "")]
    preview = await send(people, "ПОС.xlsx", xlsx(rows))
    assert "В столбце «дата поступления» даты вроде 05/06/2026: что раньше?" in preview
    assert "не прочитано 1" in preview
    await people.press(officer, "Сначала месяц")
    preview = await people.last(officer)
    assert "новых 1" in preview and "Я-1 · 6 мая" in preview and "что раньше" not in preview
    await people.press(officer, "Применить")
    again = [HEAD, ("Я-2", "07/08/2026", "Двор", "Снег", "В работе", "")]
    preview = await send(people, "ПОС.xlsx", xlsx(again))
    assert "Я-2 · 8 июля" in preview and "что раньше" not in preview
    assert await people.violations() == []


async def test_a_status_is_asked_and_out_of_control_is_counted_apart(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [HEAD, *((f"Я-{at}", "20.11.2026", "Двор", "Снег", word, "") for at, word in
            enumerate(("Как знать", "Отозвано", "В работе")))]  # fmt: skip
    preview = await send(people, "ПОС.xlsx", xlsx(rows))
    assert "станут просрочены 0 · отвечены 0 · открыты 2 · вне контроля 1" in preview
    assert "Что значит состояние «Как знать»? Строк: 1." in preview
    await people.press(officer, "Не наше")
    assert "открыты 1 · вне контроля 2" in await people.last(officer)
    await people.press(officer, "Применить")
    receipt = await people.last(officer)
    assert receipt.startswith("Загружено 3: отвечено 0, в работе 1, просрочено 0, вне контроля 2")
    assert await people.violations() == []


async def test_what_is_out_of_control_is_not_called_answered(seeded: Town) -> None:
    officer = seeded.seat[8]
    states = {"ВНЕ111": "Отозвано", "ВНЕ222": "Не наше", "ВНЕ333": "Отклонено модератором"}
    rows = [(number, "20.11.2026", "Двор", "Снег", state, "") for number, state in states.items()]
    await seeded.send_file(officer, "ПОС.xlsx", xlsx([HEAD, *rows]))
    await seeded.press(officer, "Применить")
    for number, state in (
        ("ВНЕ111", "отозвано заявителем"),
        ("ВНЕ222", "не наше"),
        ("ВНЕ333", "отклонено модератором"),
    ):
        await seeded.say(officer, f"/messages {number}")
        line = await seeded.text(officer, "Реестр сообщений")
        assert state in line and "отвечено" not in line
    await seeded.press(officer, "1")
    card = (await seeded.messages(officer))[-1]
    assert card["text"].startswith("Отклонено модератором")  # so there is no answer that had a result
    assert "Результат" not in card["text"] and "Решено" not in str(card["buttons"])
    await seeded.say(officer, "/messages ВНЕ111")
    before = await seeded.newest(officer)
    await seeded.press(officer, "Все списком, XLSX")
    (content,) = (await seeded.files(officer, before)).values()
    head, row = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    assert row[2] == "Вне контроля (отозвано заявителем)"
    assert row[6] is None, head  # nobody has answered it


async def test_running_numbers_overwrite_nobody(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    for week in (1, 2):
        preview = await send(
            people, f"неделя{week}.xlsx", clerks(f"running_number_week{week}.xlsx"), "Обращения по 59-ФЗ"
        )
        assert "Это номера сообщений?" in preview and "новых 3 · изменённых 0" in preview
        await people.press(officer, "Применить")
    for week in (1, 2):
        assert "б/н" in await listed(people, f"неделя {week} сообщение")
    preview = await send(people, "н.xlsx", clerks("running_number_week2.xlsx"), "Обращения по 59-ФЗ")
    assert "без изменений 3" in preview
    assert await people.violations() == []


async def test_a_date_of_an_answer_is_asked(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    preview = await send(people, "ПОС.xlsx", clerks("closed_without_date.xlsx"))
    assert "Ответ дан («Закрыто»), а даты ответа нет: 2. Какую взять?" in preview
    assert "отвечены 0 · открыты 3" in preview
    await people.press(officer, "Из столбца «дата регистрации»")
    assert "отвечены 2 · открыты 1" in await people.last(officer)
    await people.press(officer, "Применить")
    assert (await people.last(officer)).startswith("Загружено 3: отвечено 2, в работе 1")


async def test_a_column_is_named_by_a_person(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [("Номер обращения", "Дата", "Жаба"), ("Я-1", "20.11.2026", "Лёд во дворе")]
    preview = await send(people, "ПОС.xlsx", xlsx(rows))
    assert "Не прочитаны столбцы: Жаба" in preview
    await people.press(officer, "Столбцы 1")
    await people.press(officer, "1")
    assert (await people.last(officer)).startswith("Что в столбце «жаба»?")
    await people.press(officer, "текст")
    assert "«Лёд во дворе»" in await people.last(officer)


async def test_a_missing_column_is_asked_instead_of_a_refusal(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [("Номер обращения", "Тема", "Когда-то"), ("Я-1", "Двор", "20.11.2026")]
    preview = await send(people, "ПОС.xlsx", xlsx(rows))
    assert "нет столбца с датой поступления" in preview and "Когда-то" in preview
    await people.press(officer, "когда то")
    assert "Я-1" in await people.last(officer) and "новых 1" in await people.last(officer)


async def test_a_forged_or_old_answer_changes_nothing(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [HEAD, ("Я-1", "05/06/2026", "Двор", "Снег", "В работе", "")]
    await send(people, "ПОС.xlsx", xlsx(rows))
    card: dict[str, Any] = (await people.messages(officer))[-1]
    data = next(b["data"] for row in card["buttons"] for b in row if b["text"] == "Сначала день")
    for forged in (data[:-1] + "7", data[:-1] + "99999", data.replace("answer", "nothing"), data + ":1"):
        assert (await people.tap(officer, officer, card["message_id"], forged)).get("alert") is not None
    assert "что раньше" in await people.last(officer)


async def test_what_a_later_export_lacks_is_counted_and_what_it_reopens_is_open(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await send(people, "ПОС 1.xlsx", clerks("update_before.xlsx"))
    await people.press(officer, "Применить")
    assert (await people.last(officer)).startswith("Загружено 6: отвечено 1, в работе 5")
    await send(people, "ПОС 2.xlsx", clerks("update_after.xlsx"))
    await people.press(officer, "Применить")
    receipt = await people.last(officer)
    assert receipt.startswith("Загружено 5: отвечено 1, в работе 4")
    assert "Нет в этой выгрузке, но были открыты: 1" in receipt
    await people.press(officer, "Нет в выгрузке 1")
    assert "1. 7004 · Ямы на дорогах" in await people.last(officer)
    await people.press(officer, "Назад")
    await people.press(officer, "Открыть")
    assert "В работе · ПОС" in await people.last(officer)
    assert "7005" in await listed(people, "7005") and "Ответ дан" not in await people.last(officer)
    assert await people.violations() == []


@pytest.mark.parametrize("touched", [False, True])
async def test_an_import_is_undone(seeded: Town, touched: bool) -> None:
    people, officer = seeded, seeded.seat[8]
    await send(people, "ПОС 1.xlsx", clerks("update_before.xlsx"))
    await people.press(officer, "Применить")
    await send(people, "ПОС 2.xlsx", clerks("update_after.xlsx"))
    await people.press(officer, "Применить")
    first = next(m for m in await people.messages(officer) if m["text"].startswith("Загружено 6"))
    late = await people.tap(officer, officer, first["message_id"], "Отменить загрузку")
    assert late["alert"] and "после неё загружен другой файл" in late["answer"]
    if touched:
        await people.say(officer, "/messages 7003")
        await people.press(officer, "1")
        assert "Ответ дан" in await people.last(officer)
    card = await people.card(officer, "Загружено 5")
    await people.tap(officer, officer, card["message_id"], "Отменить загрузку")
    assert any("отменена: всё как было" in m["text"] for m in await people.messages(officer))
    preview = await send(people, "ПОС 1.xlsx", clerks("update_before.xlsx"))
    assert "новых 0 · изменённых 0 · без изменений 6" in preview
    assert await people.violations() == []


async def test_an_import_is_not_undone_after_a_day(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await send(people, "ПОС 1.xlsx", clerks("update_before.xlsx"))
    await people.press(officer, "Применить")
    card = await people.card(officer, "Загружено 6")
    undo = next(one["data"] for row in card["buttons"] for one in row if one["text"] == "Отменить загрузку")
    now = datetime.fromisoformat((await people.call("GET", "/api/clock"))["now"])
    await people.call("POST", "/api/clock", json={"now": (now + timedelta(days=1, hours=1)).isoformat()})
    assert not await people.has_button(officer, "Отменить загрузку")
    answer = await people.tap(officer, officer, card["message_id"], undo)
    assert answer["alert"] and "прошли сутки" in answer["answer"]
    assert not any("отменена: всё как было" in m["text"] for m in await people.messages(officer))


async def test_a_number_in_any_spelling_is_one_message(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await send(
        people, "ПОС.xlsx", xlsx([HEAD, ("№ 49 815 162", "20.11.2026", "Двор", "Снег", "В работе", "")])
    )
    await people.press(officer, "Применить")
    for spelling in ("49815162.0", '="0049815162"', "４９８１５１６２", "49815162"):
        rows = [HEAD, (spelling, "20.11.2026", "Двор", "Снег", "В работе", "")]
        preview = await send(people, "ПОС.csv", separated(rows))
        assert "новых 0 · изменённых 0 · без изменений 1" in preview, spelling
        assert "№ 49 815 162" in await listed(people, spelling)
    rows = [HEAD, *((one, "20.11.2026", "Двор", "Снег", "В работе", "") for one in ("1 234 567", "1234567"))]
    assert "новых 1" in await send(people, "ПОС.xlsx", xlsx(rows))


async def test_another_message_under_a_known_number_is_a_warning(seeded: Town) -> None:
    """Date, topic and text all changed: nothing is overwritten until somebody says so."""
    people, officer = seeded, seeded.seat[8]
    rows = [HEAD, *((f"Я-{at}", "20.11.2026", "Двор", "Снег", "В работе", "") for at in (1, 2, 3))]
    await send(people, "ПОС.xlsx", xlsx(rows))
    await people.press(officer, "Применить")
    later = [
        HEAD,
        ("Я-1", "23.11.2026", "Школа", "Нет учителя", "Ответ дан", "23.11.2026"),
        ("Я-2", "22.11.2026", "Парк", "Сломана скамья", "В работе", ""),
        ("Я-3", "20.11.2026", "Школа", "Снег убран плохо", "В работе", ""),
    ]
    preview = await send(people, "ПОС.xlsx", xlsx(later))
    assert "Под известными номерами другие и дата, и тема, и текст: 2" in preview
    assert "отвечены 0 · открыты 3" in preview
    await people.press(officer, "Расхождения 2")
    page = await people.last(officer)
    assert "под этим номером другое: у нас от 20 ноября, «Двор»; в выгрузке от 23 ноября" in page
    await people.press(officer, "2")
    await people.press(officer, "Назад")
    assert "из выгрузки берём 1, в остальном остаётся наше" in await people.last(officer)
    await people.press(officer, "Применить")
    assert (await people.last(officer)).startswith("Загружено 3: отвечено 0, в работе 3")
    async with people.behind_its_back() as database:
        columns = messages.c.number, messages.c.topic, messages.c.text
        found = await database.execute(select(*columns).where(messages.c.number.like("Я-%")))
        assert {tuple(row) for row in found} == {
            ("Я-1", "Двор", "Снег"),
            ("Я-2", "Парк", "Сломана скамья"),
            ("Я-3", "Школа", "Снег убран плохо"),
        }
    assert await people.violations() == []


async def test_channels_and_importance_in_words_of_their_own_are_asked(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = [
        ("Номер", "Источник", "Дата поступления", "Тема", "Важность"),
        ("Ю-1", "Почта", "20.11.2026", "Двор", "очень высокая"),
        ("Ю-2", "Голуби", "20.11.2026", "Двор", "обычная"),
        ("Ю-3", "ПОС", "20.11.2026", "Двор", "обычная"),
    ]
    preview = await send(people, "Реестр.xlsx", xlsx(rows))
    assert "Какой это канал: «Почта»? Строк: 1. Пока не ответите, они не прочитаны." in preview
    assert "новых 1 " in preview and "не прочитано 2" in preview
    await people.press(officer, "Обращения по 59-ФЗ")
    assert "Какой это канал: «Голуби»?" in await people.last(officer)
    await people.press(officer, "Не загружать")
    preview = await people.last(officer)
    assert "Важность «очень высокая» повышенная? Строк: 1." in preview and "новых 2 " in preview
    await people.press(officer, "Повышенная")
    preview = await people.last(officer)
    assert "повышенная?" not in preview and "Какой это канал" not in preview
    assert "не прочитано 1" in preview
    await people.press(officer, "Применить")
    columns = (messages.c.number, messages.c.channel, messages.c.important)
    async with people.behind_its_back() as database:
        found = await database.execute(select(*columns).where(messages.c.number.like("Ю-%")))
        assert {tuple(row) for row in found} == {("Ю-1", "appeal", True), ("Ю-3", "pos", False)}
    assert await people.violations() == []
