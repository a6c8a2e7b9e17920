"""Registries through the chat: a sample before anything is written, conflicts decided by taps, giving up."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import aiohttp
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.storage.imports.tables import imports
from handlers.digests.taps import DigestTap
from tests.e2e.conftest import Town, seeded_messages

HEAD = "номер;канал;дата;дата регистрации;тема;текст;статус;дата ответа\n"
FIRST = (
    "К-1;59-ФЗ;16.11.2026 10:00;16.11.2026;Земельные участки;Межевание, +7 (000) 000-11-22;на контроле;\n"
    "К-2;59-ФЗ;16.11.2026 10:00;16.11.2026;Земельные участки;Аренда;на контроле;\n"
)


async def open_card(people: Town, person: int, place: int) -> None:
    await people.say(person, "/digest")
    digest = (await people.messages(person))[-1]
    data = DigestTap(act="open", value=str(seeded_messages() + place)).pack()
    await people.tap(person, person, digest["message_id"], data)


@pytest.mark.long
async def test_what_was_done_by_hand_stays_until_the_registrys_word_is_taken(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.send_file(officer, "обращения.csv", (HEAD + FIRST).encode())
    preview = await people.last(officer)
    assert "59-ФЗ К-1 · 16 ноября 10:00 · Земельные участки" in preview
    assert "«Межевание, •••»" in preview
    await people.press(officer, "Применить")
    for place in (1, 2):
        await open_card(people, officer, place)
        await people.press(officer, "Ответ дан")

    await people.send_file(officer, "обращения.csv", (HEAD + FIRST).encode())
    assert "2 расхождения с тем, что сделано здесь" in await people.last(officer)
    await people.press(officer, "Расхождения 2")
    await people.press(officer, "Взять все")
    assert (await people.last(officer)).count("— берём из выгрузки") == 2
    await people.press(officer, "Оставить все")
    text = await people.last(officer)
    assert "Останется наше" in text and "берём из выгрузки" not in text
    assert "1. 59-ФЗ К-1" in text and "у нас: ответ 23 ноября; в выгрузке: в работе" in text
    await people.press(officer, "1")
    text = await people.last(officer)
    assert "К-1 · Земельные участки — берём из выгрузки" in text
    assert "Отмеченное берём из выгрузки, в остальном останется наше." in text
    await people.press(officer, "Назад")
    assert "из выгрузки берём 1, в остальном остаётся наше." in await people.last(officer)
    await people.press(officer, "Применить")
    await open_card(people, officer, 1)
    assert "Ответ дан" not in (await people.last(officer)).splitlines()[0]
    await open_card(people, officer, 2)
    assert (await people.last(officer)).startswith("Ответ дан 23 ноября")

    # After «Применить» the one that is left may still be taken.
    card = await people.card(officer, "Загружено 2")
    assert "из выгрузки взято 1, в остальном осталось наше." in card["text"]
    await people.tap(officer, officer, card["message_id"], "Расхождения 1")
    card = await people.card(officer, "Расхождения с выгрузкой")
    assert "Осталось наше. Нажмите номер, чтобы взять слово выгрузки." in card["text"]
    assert [[one["text"] for one in row] for row in card["buttons"]] == [["1"], ["Взять все"], ["Назад"]]
    await people.tap(officer, officer, card["message_id"], "1")
    card = await people.card(officer, "Расхождения с выгрузкой")
    assert "Взято из выгрузки. Решать больше нечего." in card["text"]
    assert "К-2 · Земельные участки — взято из выгрузки" in card["text"] and "у нас" not in card["text"]
    assert [[one["text"] for one in row] for row in card["buttons"]] == [["Назад"]]
    await people.tap(officer, officer, card["message_id"], "Назад")
    card = await people.card(officer, "Загружено 2")
    assert "2 расхождения с тем, что сделано здесь: взято из выгрузки." in card["text"]
    assert not any("Расхождения" in one["text"] for row in card["buttons"] for one in row)
    await open_card(people, officer, 2)
    assert not (await people.last(officer)).startswith("Ответ дан")
    assert await people.violations() == []


async def test_the_preview_names_the_columns_that_were_not_understood(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    headers = HEAD.replace("текст", "Суть обращения").rstrip() + ";Мнение 5 < 7;" + "Ж" * 300
    headers += "".join(f";Столбец {number}" for number in range(14)) + "\n"
    await people.send_file(officer, "обращения.csv", (headers + FIRST).encode())
    preview = await people.last(officer)
    assert "«Межевание, •••»" in preview  # a header that is obviously meant
    assert "Не прочитаны столбцы: Мнение 5 < 7; ЖЖЖ" in preview
    assert "Столбец 9 и ещё 4." in preview and "Ж" * 41 not in preview
    await people.press(officer, "Применить")
    assert "Не прочитаны" not in await people.last(officer)
    await people.send_file(officer, "обращения.csv", (HEAD + FIRST).encode())
    assert "Не прочитаны" not in await people.last(officer)
    assert await people.violations() == []


async def test_the_channel_in_a_files_name_may_be_changed(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    content = "номер;дата;тема\nК-9;16.11.2026;Полёты на Луну\n".encode()
    await people.send_file(officer, "ПОС выгрузка.csv", content)
    assert (await people.last(officer)).startswith("Похоже на ПОС «Госуслуги. Решаем вместе»: 1 строка")
    await people.press(officer, "Другой канал")
    assert "Из какого он канала? Выберите:" in await people.last(officer)
    await people.press(officer, "Обращения по 59-ФЗ")
    assert (await people.last(officer)).startswith("Похоже на Обращения по 59-ФЗ: 1 строка")
    assert "59-ФЗ К-9" in await people.last(officer)
    await people.press(officer, "Применить")
    # What is nobody's after that is a tap away.
    await people.press(officer, "Распределить")
    digest = await people.last(officer)
    assert "Не распределено:" in digest and "К-9" in digest
    assert await people.violations() == []


async def test_a_picture_is_no_registry(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.send_file(officer, "снимок.JPG", b"\xff\xd8\xff\xe0 no more")
    assert "Картинка — не выгрузка" in await people.last(officer)
    await people.send_file(officer, "снимок", b"\x89PNG\r\n\x1a\n no more")
    assert "Картинка — не выгрузка" in await people.last(officer)
    await people.send_file(people.seat[4], "снимок.jpg", b"\xff\xd8\xff\xe0 no more")
    assert (await people.last(people.seat[4])).startswith("Не понял: слов я сейчас не жду.")
    assert await people.violations() == []


async def test_a_paper_is_no_registry(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    for name in ("сводка.pdf", "сводка.docx"):
        await people.send_file(officer, name, b"%PDF-1.7 no table")
        said = await people.last(officer)
        assert "не выгрузка" in said and "XLSX" in said and "ротокол" not in said
    await people.send_file(people.seat[4], "сводка.pdf", b"%PDF-1.7 no table")
    assert (await people.last(people.seat[4])).startswith("Неизвестный файл")
    assert await people.violations() == []


@pytest.mark.long
async def test_corrected_rows_go_in(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    bad = "К-3;59-ФЗ;31.02.2026;;Гаражи;Снос;на контроле;\n"
    await people.send_file(officer, "обращения.csv", (HEAD + FIRST + bad).encode())
    assert "новых 2 · изменённых 0 · без изменений 0 · не прочитано 1" in await people.last(officer)
    async with people.behind_its_back() as database:  # as the page gives it
        saved = (await database.execute(select(imports.c.unreadable))).scalar_one()
    await people.press(officer, "Применить")
    book = load_workbook(io.BytesIO(saved))
    book.worksheets[0]["D2"].value = "20.11.2026"
    corrected = io.BytesIO()
    book.save(corrected)
    await people.send_file(officer, "исправлено.xlsx", corrected.getvalue())
    assert "Не прочитаны" not in await people.last(officer)  # the column of reasons is ours
    assert "новых 1 · изменённых 0 · без изменений 0 · не прочитано 0" in await people.last(officer)
    await people.press(officer, "Применить")
    await people.send_file(officer, "исправлено.xlsx", corrected.getvalue())
    assert "новых 0 · изменённых 0 · без изменений 1 · не прочитано 0" in await people.last(officer)
    assert "Загружать нечего" in await people.last(officer)


@pytest.mark.long
async def test_a_large_file_is_given_up_while_it_is_read(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    rows = (f"Б-{number};59-ФЗ;16.11.2026 10:00;;Гаражи;Снос;на контроле;\n" for number in range(40_000))
    form = aiohttp.FormData({"from": str(officer), "chat": str(officer)})
    form.add_field("file", (HEAD + "".join(rows)).encode(), filename="много.csv")
    before = await people.newest(officer)
    await people.call("POST", "/api/messages", data=form)
    said: list[dict[str, Any]] = []
    for _ in range(200):  # its card comes before it is read
        said = [m for m in await people.messages(officer, before) if m["from"] != officer]
        if said:
            break
        await asyncio.sleep(0.05)
    shown = await people.tap(officer, officer, said[-1]["message_id"], "Отмена")
    assert not shown["alert"]
    assert "отменена, ничего не записано" in await people.last(officer)
    await people.send_file(officer, "обращения.csv", (HEAD + FIRST).encode())
    assert "новых 2" in await people.last(officer)
    assert await people.violations() == []
