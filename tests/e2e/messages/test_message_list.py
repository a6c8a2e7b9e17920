"""`/messages`: each within their scope, by filters and words in any form, down to a card and a table."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from tests.e2e.conftest import Town


async def shown(people: Town, person: int) -> tuple[int, str]:
    """How many were found, and the whole text."""
    text = await people.text(person, "Реестр сообщений")
    line = next(line for line in text.splitlines() if line.startswith("Найдено"))
    return int(line.split()[-1].replace(" ", "")), text


async def test_the_head_narrows_the_whole_office_down_to_a_card_and_a_table(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/messages")
    everything, text = await shown(people, head)
    assert "В работе" in text
    await people.press(head, "Состояние")
    await people.press(head, "Просрочено")
    overdue, text = await shown(people, head)
    assert 0 < overdue < everything and text.count("🔴") == min(overdue, 6)
    await people.press(head, "Блок")
    await people.press(head, "Социальная сфера")
    await people.press(head, "Канал")
    await people.press(head, "ПОС «Госуслуги. Решаем вместе»")
    few, text = await shown(people, head)
    assert 0 < few < overdue and "Просрочено · Социальная сфера · ПОС" in text
    before = await people.newest(head)
    await people.press(head, "Все списком, XLSX")
    ((_, content),) = (await people.files(head, before)).items()
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert len(rows) == few + 1 and {row[0] for row in rows[1:]} == {"ПОС"}
    shown_card = await people.card(head, "Реестр сообщений")
    await people.send_file(head, "messages.xlsx", content)
    assert "Это список, который составил бот" in await people.last(head)
    await people.tap(head, head, shown_card["message_id"], "Сбросить")
    await people.press(head, "Тема")
    card = await people.card(head, "Реестр сообщений")
    topic = card["buttons"][0][0]["text"]
    await people.press(head, topic)
    by_topic, text = await shown(people, head)
    assert 0 < by_topic < everything and topic in text
    await people.press(head, "1")
    assert topic in await people.last(head)
    assert await people.violations() == []


async def test_pages_are_turned_to_the_end(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, "/messages")
    await people.press(head, "Состояние")
    await people.press(head, "Все сообщения")
    count, _ = await shown(people, head)
    seen: list[str] = []
    while True:
        _, text = await shown(people, head)
        seen += [line.split(".")[0] for line in text.splitlines() if line.split(".")[0].isdecimal()]
        card = await people.card(head, "Реестр сообщений")
        if "›" not in [button["text"] for row in card["buttons"] for button in row]:
            break
        await people.press(head, "›")
    assert seen == [str(number) for number in range(1, count + 1)]


async def test_words_are_found_in_any_form_within_ones_reach(seeded: Town) -> None:
    people, social, officer = seeded, seeded.seat[3], seeded.seat[9]
    table = "номер;канал;дата;тема;текст\n" + "\n".join(
        (
            "901;Соцсети;20.11.2026;Детские сады;В детском саду холодно, воспитательницы кутаются",
            "902;Соцсети;20.11.2026;Ямы на дорогах;Воспитатель провалился в яму <b>&",
        )
    )
    await people.send_file(officer, "таблица.csv", table.encode())
    await people.press(officer, "Применить")
    await people.say(social, "/messages воспитательниц")
    count, text = await shown(people, social)
    assert count == 1 and "901" in text and "«воспитательниц»" in text
    # Another block's message is out of scope, whoever guesses its words.
    await people.say(social, "/messages провалились ямы")
    assert (await shown(people, social))[0] == 0
    await people.say(officer, "/messages")
    await people.press(officer, "Найти")
    await people.say(officer, "ямами <&>")
    count, text = await shown(people, officer)
    assert "902" in text and "«ямами <&>»" in text
    forged = await people.tap(
        social, social, (await people.card(social, "Реестр сообщений"))["message_id"], "reg:block:economy"
    )
    assert forged["answer"] in (None, "")
    assert (await shown(people, social))[0] == 0
    assert await people.violations() == []


async def test_who_is_no_member_has_no_list(seeded: Town) -> None:
    people = seeded
    for role in ("unit", "guest", "stranger", "admin"):
        before = await people.newest(people.people[role])
        await people.say(people.people[role], "/messages")
        texts = await people.read(people.people[role], before)
        assert len(texts) == 1 and "Найдено" not in texts[0]


async def test_a_list_that_cannot_be_made_holds_up_no_other(
    seeded: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, head = seeded, seeded.seat[1]

    def broken(sheets: object) -> bytes:
        raise ValueError(sheets)

    await people.say(head, "/messages")
    with monkeypatch.context() as patched:
        patched.setattr("bot.works.messages.exporting.write_text_table", broken)
        await people.press(head, "Все списком, XLSX")
        assert "Список не получился" in await people.last(head)
    before = await people.newest(head)
    await people.press(head, "Все списком, XLSX")
    (content,) = (await people.files(head, before)).values()
    page = load_workbook(io.BytesIO(content)).active
    header, first = list(page.iter_rows(values_only=True))[:2]
    assert header[2:8] == (
        "Состояние", "Поступило", "Зарегистрировано", "Срок", "Ответ дан", "Просрочено, раб. дней",
    )  # fmt: skip
    assert first[2] == "В работе" and isinstance(first[3], datetime) and isinstance(first[5], datetime)
    assert {type(row[7]) for row in page.iter_rows(min_row=2, values_only=True)} <= {int, type(None)}
    assert page["D2"].number_format == "DD.MM.YYYY HH:MM"
    assert page.page_setup.orientation == "landscape" and page.page_setup.fitToHeight == 0
    assert await people.violations() == []
