"""Materials on request: asked, answered with files, reminded of, gathered in one archive (п. 3.3)."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town

pytestmark = pytest.mark.long


async def ask(people: Town, *seats: int) -> int:
    """The head asks these seats by 26 November; the number of the head's card."""
    head = people.seat[1]
    await people.say(head, "/request")
    await people.press(head, "Запросить материалы")
    await people.say(head, "Сколько обращений просрочено и почему,\nза октябрь <по месяцам>")
    card = (await people.card(head, "Запрос материалов"))["message_id"]
    for seat in seats:
        await people.tap(head, head, card, f"mat:seat:1:{seat}")
    await people.press(head, "Срок")
    await people.tap(head, head, card, "mat:due:1:2026-11-26")
    await people.press(head, "Разослать")
    return int(card)


async def test_materials_are_asked_answered_and_archived(seeded: Town, profile: OfficeProfile) -> None:
    people, head, third, fourth = seeded, seeded.seat[1], seeded.seat[3], seeded.seat[4]
    card = await ask(people, 3, 4)
    assert not await people.has_button(people.seat[5], "Ответить")
    await people.press(third, "Ответить")
    await people.send_file(third, "../отчёт.xlsx", b"PK first")
    await people.send_file(third, "отчёт.xlsx", b"PK second")
    await people.say(third, "Причина — нехватка кадров")
    await people.press(third, "Готово")
    told = await people.text(head, "Запрос материалов № 1")
    assert "ответили 1 из 2" in told and "файлов 2 — «Причина — нехватка кадров»" in told
    assert "… Р. И. Чудинов: ждём" in told

    before = await people.newest(fourth)
    await people.move_clock(datetime(2026, 11, 27, 9, 0, tzinfo=profile.time_zone))
    said = [text.partition(" — ")[0] for text in await people.read(fourth, before) if "материал" in text]
    assert [line.replace("\u00a0", " ").split("материалы ")[-1].split(" (")[0] for line in said] == [
        "к 26 ноября",
        "сегодня",
        "🔴 Срок запроса материалов прошёл 26 ноября, ответа от вас нет",
    ]
    assert "ответа нет: Чудинов" in "\n".join(await people.read(head))

    before = await people.newest(head)
    for kind in ("500", "drop"):
        await people.call("POST", "/api/faults", json={"method": "getFile", "kind": kind})
    await people.press(head, "Собрать в архив")
    (name, content), *_ = (await people.files(head, before)).items()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {one: archive.read(one) for one in archive.namelist()}
    index = entries.pop("Опись.txt").decode("utf-8-sig")
    assert name == "materials-1.zip"
    assert entries == {
        "03 Социальная сфера/_отчёт.xlsx": b"PK first",
        "03 Социальная сфера/отчёт.xlsx": b"PK second",
    }
    assert (
        "за октябрь <по месяцам>" in index and "нехватка кадров" in index and "Чудинов: ответа нет" in index
    )

    await people.press(head, "Закрыть запрос")
    late = await people.tap(
        fourth, fourth, (await people.card(fourth, "Запрос"))["message_id"], "mat:reply:1:"
    )
    assert late["alert"] and "закрыт" in late["answer"]
    assert (await people.card(head, "Запрос материалов"))["message_id"] >= card
    assert await people.violations() == []


async def test_a_request_that_was_sent_is_changed_and_withdrawn(seeded: Town) -> None:
    people, head, third, fourth = seeded, seeded.seat[1], seeded.seat[3], seeded.seat[4]
    await ask(people, 3, 4)
    await people.press(third, "Ответить")
    await people.say(third, "Причина — нехватка кадров")
    await people.press(third, "Готово")
    await people.press(fourth, "Ответить")

    before = await people.newest(third)
    await people.press(head, "Изменить срок")
    await people.press(head, "30")
    await people.press(head, "Изменить текст")
    await people.say(head, "Только за ноябрь")
    for seat in (third, fourth):
        card = await people.text(seat, "Запрос материалов № 1 · срок 30 ноября · ответили 1 из 2")
        assert seat == fourth or "Только за ноябрь" in card
    told = [text.replace("\u00a0", " ") for text in await people.read(third, before)]
    assert ["Новый срок" in text for text in told] == [True, False]
    assert "Только за ноябрь" in told[1] and all("Ваш ответ сохранён" in text for text in told)
    assert "нехватка кадров" in await people.text(head, "Запрос материалов № 1")

    await people.press(head, "Отозвать")
    await people.say(head, "Сведения нашлись")
    assert "Сведения нашлись. Отвечать на него не нужно." in await people.last(fourth)
    await people.say(fourth, "Вот мой ответ")
    assert "отозван" in await people.last(fourth)
    assert "Присланные ответы сохранены" in await people.text(fourth, "Запрос материалов № 1 · отозван")
    shown = await people.text(head, "Запрос материалов № 1 · отозван")
    assert "Сведения нашлись" in shown and "нехватка кадров" in shown
    assert await people.has_button(head, "Собрать в архив")
    assert await people.violations() == []


async def test_only_the_head_asks_and_only_those_asked_answer(seeded: Town) -> None:
    people = seeded
    head_card = await ask(people, 3)
    mine = (await people.card(people.seat[3], "Запрос материалов"))["message_id"]
    for person in (people.seat[4], people.seat[8], *people.people.values()):
        await people.say(person, "/start")
        own = await people.newest(person)
        for act in ("open", "reply", "done", "archive", "close", "page", "files", "leave"):
            shown = await people.tap(person, person, own, f"mat:{act}:1:3")
            assert shown["alert"], (person, act)
    for act in ("archive", "close", "page", "files", "send", "discard"):
        shown = await people.tap(people.seat[3], people.seat[3], mine, f"mat:{act}:1:3")
        assert shown["alert"], act
    officer = await people.tap(people.seat[1], people.seat[1], head_card, "mat:seat:1:8")
    assert officer["alert"]
    assert "ответили 0 из 1" in await people.text(people.seat[1], "Запрос материалов № 1")
