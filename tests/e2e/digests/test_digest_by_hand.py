"""Tuesday's nine digests through the sandbox, against terms counted by hand; acting on them by taps."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import delete

from bot.storage.messages.tables import messages
from tests.e2e.conftest import Town, town
from tests.hand_checked import (
    ANSWERED_ON_MONDAY,
    COUNTED,
    FRIDAY,
    LATE_COMER,
    MONDAY,
    TUESDAY,
    WRITTEN,
    Written,
)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Town]:
    """A seeded office without its made-up messages, Friday noon."""
    async with town(tmp_path, FRIDAY) as people:
        async with people.behind_its_back() as database:
            await database.execute(delete(messages))
        yield people


async def put_in(people: Town, *chosen: Written) -> None:
    """The officer sends a table and applies it."""
    rows = ["номер;канал;дата;дата регистрации;тема;дата ответа"]
    rows += [
        f"{one.number};{one.channel};{one.received};{one.received};{one.topic};{one.answered}"
        for one in chosen
    ]
    await people.send_file(people.seat[8], "таблица.csv", "\n".join(rows).encode())
    await people.press(people.seat[8], "Применить")


async def tuesday(people: Town) -> dict[int, str]:
    """The week up to Tuesday's digests; the text of each."""
    await put_in(people, *(one for one in WRITTEN if one.number != LATE_COMER))
    await people.move_clock(MONDAY.replace(hour=12))
    await open_numbered(people, people.seat[4], ANSWERED_ON_MONDAY, "Сегодня 2")
    await people.press(people.seat[4], "Ответ дан")
    await people.move_clock(MONDAY.replace(hour=18))
    await put_in(people, *(one for one in WRITTEN if one.number == LATE_COMER))
    await people.move_clock(TUESDAY)
    return {seat: await people.last(person) for seat, person in people.seat.items()}


async def open_numbered(people: Town, person: int, number: str, section: str = "") -> None:
    """Open a message of the digest on demand by its number in the registry."""
    await people.say(person, "/digest")
    if section:
        await people.press(person, section)
    (line,) = [line for line in (await people.last(person)).splitlines() if f" {number} " in line]
    await people.press(person, line.split(".")[0])


@pytest.mark.long
async def test_a_tuesday_of_nine_digests(office: Town) -> None:
    """The way to Tuesday takes longest, so all that is done with its digests is done on one."""
    digests = await tuesday(office)
    await _they_say_what_was_counted_by_hand(office, digests)
    await _a_list_comes_as_a_table_with_exactly_its_rows(office)
    await _the_head_hears_of_long_overdue_with_the_blocks_reason(office)
    await _what_is_nobodys_is_given_to_a_block_by_ticks(office)
    assert await office.violations() == []


async def _they_say_what_was_counted_by_hand(office: Town, digests: dict[int, str]) -> None:
    for seat, (overdue, today, soon) in COUNTED.items():
        lines = digests[seat].splitlines()
        assert lines[0].startswith("Вторник, 24 ноября · ")
        assert lines[2].split(" (")[0] == f"Просрочено {overdue}", seat
        assert lines[3] == f"Сегодня истекает {today} · до 26 ноября ещё {soon}", seat
    for person in office.seat.values():
        told = [one["text"] for one in await office.messages(person) if "Сегодня истекает" in one["text"]]
        assert len(told) == 1  # Monday's has left
    head = digests[1]
    assert "Просрочено 3 (+1 за сутки)" in head
    assert "Не распределено 1 · давно просрочено 1" in head
    assert all(len([line for line in text.splitlines() if line]) <= 10 for text in digests.values())
    assert "1. 🔴 11 раб. дней · ПОС 4001 · Ямы на дорогах" in digests[4]
    assert "2. 🔴 1 раб. день · Соцсети 4003 · Освещение улиц" in digests[4]
    assert "1. 🔴 2 раб. дня · 59-ФЗ 4006 · Ярмарки и рынки" in digests[2]
    await office.press(office.seat[1], "Подробнее")
    details = await office.last(office.seat[1])
    assert "С прошлой сводки: пришло 1 · просрочилось 1 · отвечено 1" in details
    await office.press(office.seat[1], "Назад")
    assert await office.last(office.seat[1]) == head
    await office.press(office.seat[1], "Не распределено 1")
    assert "Летопись города" in await office.last(office.seat[1])
    await office.press(office.seat[1], "Назад")


async def _what_is_nobodys_is_given_to_a_block_by_ticks(office: Town) -> None:
    numbers = ["5001", "5002", "5003"]
    await put_in(office, *(Written(number, "Соцсети", "20.11.2026 09:00", "Эхо", "") for number in numbers))
    officer, head = office.seat[9], office.seat[1]
    await office.say(officer, "/digest")
    await office.press(officer, "Распределить")
    card = (await office.messages(officer))[-1]
    assert [button["text"] for button in card["buttons"][0]] == ["☐ 1", "☐ 2", "☐ 3", "☐ 4"]
    nothing = await office.tap(officer, officer, card["message_id"], "digest:block:social")
    assert nothing["alert"] and "отметьте номера" in nothing["answer"]
    await office.press(officer, "1")
    await office.press(officer, "2")
    await office.press(officer, "2")
    await office.press(officer, "3")
    await office.press(officer, "Запомнить для темы")
    # 4010 and one of the three were ticked; the topic takes the other two along.
    assert "Передано 2: Социальная сфера. По теме перенесено ещё 2." in await office.press(
        officer, "Социальная сфера"
    )
    assert "Не распределено" not in await office.text(officer, "Вторник")
    assert "Не распределено" not in (await office.text(head, "Вторник")).split("По блокам")[0]
    outdated = await office.tap(officer, officer, card["message_id"], "digest:tick:1")
    assert outdated["alert"]


async def _a_list_comes_as_a_table_with_exactly_its_rows(office: Town) -> None:
    person = office.seat[4]
    before = await office.newest(person)
    await office.press(person, "Все списком, XLSX")
    ((name, content),) = (await office.files(person, before)).items()
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert name.endswith(".xlsx")
    assert [row[1] for row in rows] == ["Номер", "4001", "4003"]
    assert rows[1][5].date() == date(2026, 11, 9) and rows[1][7] == 11
    assert rows[1][2] == "В работе" and rows[1][9] == "Развитие инфраструктуры и управление транспортом"


@pytest.mark.long
async def test_an_empty_digest_is_muted_by_whoever_wants_none(office: Town) -> None:
    person, other = office.seat[5], office.seat[6]
    await office.say(person, "/digest")
    await office.press(person, "Пустые сводки не присылать")
    marks = {chat: await office.newest(chat) for chat in (person, other)}
    await office.move_clock(MONDAY)
    assert await office.newest(person) == marks[person]
    assert await office.newest(other) > marks[other]
    # Muted is the empty one only.
    await put_in(office, Written("6001", "ПОС", "10.11.2026 10:00", "Налоги", ""))
    await office.move_clock(TUESDAY)
    assert "Сегодня истекает 1" in await office.last(person)


async def _the_head_hears_of_long_overdue_with_the_blocks_reason(office: Town) -> None:
    head, block = office.seat[1], office.seat[4]
    await office.press(head, "Давно просрочено 1")
    assert "причина не указана" in (await office.last(head)).split("с причиной от блока:")[1]
    await open_numbered(office, block, "4001")
    await office.press(block, "Причина просрочки")
    await office.press(block, "Нужны работы, ждём подрядчика")
    assert "транспортом · нужны работы, ждём подрядчика" in await office.text(head, "Вторник")


async def test_what_changed_does_not_slide_with_the_hour(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    said = []
    for hour in (11, 14, 17):
        await people.move_clock(MONDAY.replace(hour=hour))
        await people.say(head, "/digest")
        await people.press(head, "Подробнее")
        line = next(line for line in (await people.last(head)).splitlines() if "пришло" in line)
        said.append(re.sub(r"просрочилось \d+", "", line))  # what expires meanwhile is counted
    assert len(set(said)) == 1
