"""Forty messages of one street: from the import to the answer, as one, and each still its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from domain.office.profile import OfficeProfile
from tests.e2e.conftest import Town, town

COUNT = 40
TITLE = "40 сообщений: нет отопления, ул. Мира 1–17"


def registry(profile: OfficeProfile, first: int, count: int) -> bytes:
    """So many messages as the channel exports them; every house writes with a name and a phone."""
    lines = [
        "Номер инцидента;Дата создания;Тема;Текст инцидента;Населенный пункт;Улица;Дом;Текущий шаг инцидента"
    ]
    for at in range(first, first + count):
        moment = _received(profile, at)
        words = "Нет тепла в квартире, Петрова Анна Ильинична, 8 912 345-67-89"
        lines.append(
            f"{900100 + at};{moment:%d.%m.%Y %H:%M};Нет отопления;{words};г. Чайковский;"
            f"ул. Мира;д. {1 + at % 17};В работе"
        )
    return "\n".join(lines).encode()


def _received(profile: OfficeProfile, at: int) -> datetime:
    return datetime(2026, 11, 23, 8, 31, tzinfo=profile.time_zone) + timedelta(minutes=at)


def due(received: datetime) -> datetime:
    """Nine working hours on, minute by minute: 8:30–12 and 13–17:30 of Monday and Tuesday."""
    left, moment = 9 * 60, received
    while left:
        hour = moment.hour + moment.minute / 60
        left -= 8.5 <= hour < 12 or 13 <= hour < 17.5
        moment += timedelta(minutes=1)
    return moment


def _moment(kept: Any) -> datetime:
    """A moment as either engine keeps it."""
    found = datetime.fromisoformat(str(kept))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


async def bring(people: Town, content: bytes) -> None:
    officer = people.seat[9]
    await people.send_file(officer, "инцидент менеджмент.csv", content)
    await people.press(officer, "Применить")


async def of_database(people: Town, what: str, where: str = "topic = 'Нет отопления'") -> list[Any]:
    """What the messages say where this holds."""
    async with people.behind_its_back() as database:
        rows = await database.execute(text(f"SELECT {what} FROM messages WHERE {where} ORDER BY 1"))
        return [tuple(row) for row in rows]


def _with_status(header: str, lines: list[str], statuses: list[str]) -> bytes:
    rows = [f"{line};{status}" for line, status in zip(lines, statuses, strict=True)]
    return "\n".join([f"{header};Статус", *rows]).encode()


@pytest.mark.long
async def test_what_is_withdrawn_within_an_incident_is_not_answered(
    tmp_path: Path, profile: OfficeProfile
) -> None:
    async with town(tmp_path, datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)) as people:
        block = people.seat[4]
        header, *lines = registry(profile, 0, 12).decode().splitlines()
        statuses = ["В работе"] * len(lines)
        await bring(people, _with_status(header, lines, statuses))
        await people.press(block, "Собрать в инцидент")
        await bring(people, _with_status(header, lines, ["Отозвано", *statuses[1:]]))
        assert "В работе 11, просрочено 0, отвечено 0, вне контроля 1" in await people.last(block)
        await people.press(block, "Ответ дан")
        await people.press(block, "Подтвердить")
        assert "Сделано 11 из 11" in await people.last(block)
        assert "отвечено 11, вне контроля 1" in await people.text(block, "12 сообщений")
        await people.press(block, "Разобрать")
        assert await of_database(people, "count(*)", "outside = 'withdrawn' AND NOT answered_by_hand") == [
            (1,)
        ]
        await _taken_apart_while_they_wait(people, profile)
        assert await people.violations() == []


async def _taken_apart_while_they_wait(people: Town, profile: OfficeProfile) -> None:
    """Each is its own again, as it was and counted as it was; nothing is done to all of them any more."""
    block = people.seat[4]
    await people.move_clock(datetime(2026, 11, 24, 8, 45, tzinfo=profile.time_zone))
    await bring(people, registry(profile, 20, 12).decode().replace("ул. Мира", "ул. Ленина").encode())
    await people.press(block, "Собрать в инцидент")
    title = "12 сообщений: нет отопления, ул. Ленина"
    card = await people.card(block, title)
    digest, section = await _due_today(people)
    assert title in section
    theirs = "topic = 'Нет отопления' AND place LIKE '%Ленина%'"
    each = "number, deadline_at, block, unit, answered_at, delay_reason"
    stood = await of_database(people, each, theirs)
    await people.tap(block, block, card["message_id"], "Ответ дан")
    asked = await people.card(block, "Отметить, что ответ дан?")
    for step in ("Разобрать", "Подтвердить"):
        await people.tap(block, block, card["message_id"], step)
    assert len(stood) == 12 and stood == await of_database(people, each, theirs)
    (answer,) = (one["data"] for row in card["buttons"] for one in row if one["text"].endswith("Ответ дан"))
    for message, button in ((asked, "Подтвердить"), (card, answer)):
        refused = await people.tap(block, block, message["message_id"], button)
        assert refused["alert"] and refused["answer"].startswith("Инцидент уже разобран"), button
    assert stood == await of_database(people, each, theirs)
    after, alone = await _due_today(people)
    assert after == digest and "сообщений: нет отопления" not in alone and "Нет отопления" in alone


async def _due_today(people: Town) -> tuple[str, str]:
    """The digest of the block, and its list of what is due today."""
    block = people.seat[4]
    await people.say(block, "/digest")
    digest = await people.last(block)
    await people.press(block, f"Сегодня {digest.split('Сегодня истекает ')[1].split()[0]}")
    return digest, await people.last(block)


@pytest.mark.long
async def test_forty_messages_are_dealt_with_as_one(tmp_path: Path, profile: OfficeProfile) -> None:
    zone = profile.time_zone
    async with town(tmp_path, datetime(2026, 11, 23, 10, 0, tzinfo=zone)) as people:
        block, officer = people.seat[4], people.seat[9]
        marks = {seat: await people.newest(person) for seat, person in people.seat.items()}
        await bring(people, registry(profile, 0, COUNT))
        told = [
            seat for seat, person in people.seat.items()
            if any("Похоже на один инцидент" in one for one in await people.read(person, marks[seat]))
        ]  # fmt: skip
        assert told == [4, 9]
        offer = await people.last(block)
        assert offer.startswith(TITLE) and "Петров" not in offer and "345" not in offer
        await people.press(block, "Собрать в инцидент")
        assert "В работе 40, просрочено 0, отвечено 0" in await people.last(block)
        assert "Разобрать" in str((await people.card(officer, TITLE))["buttons"])
        # Each keeps its own term.
        rows = await of_database(people, "number, deadline_at")
        assert len(rows) == COUNT
        for at, (_, deadline) in enumerate(rows):
            assert _moment(deadline) == due(_received(profile, at))
        # One unit and one reason for all of them, also for those that join before it is confirmed or later.
        await people.press(block, "Подразделение")
        card = await people.card(block, "Какое подразделение отвечает? Сообщений: 40")
        await people.tap(block, block, card["message_id"], "Управление ЖКХ и транспорта")
        await bring(people, registry(profile, 0, COUNT + 2))
        await people.tap(block, block, card["message_id"], "Подтвердить")
        assert "Сделано 40 из 40" in await people.text(block, "Подразделение:")
        await people.press(block, "Причина просрочки")
        await people.press(block, "Нужны работы, ждём подрядчика")
        await bring(people, registry(profile, 0, COUNT + 5))
        grown = await people.text(block, "45 сообщений: нет отопления, ул. Мира 1–17")
        assert ": +3" in grown and "Причина: нужны работы, ждём подрядчика" in grown
        dealt_with = "unit = 'zhkh' AND delay_reason LIKE 'Нужны работы%' AND incident_id IS NOT NULL"
        assert await of_database(people, "count(*)", dealt_with) == [(45,)]
        # One line of the digest, though each counts.
        await people.move_clock(datetime(2026, 11, 24, 8, 45, tzinfo=zone))
        await people.say(block, "/digest")
        digest = await people.last(block)
        due_today = int(digest.split("Сегодня истекает ")[1].split()[0])
        assert due_today >= 45
        await people.press(block, f"Сегодня {due_today}")
        lines = [line for line in (await people.last(block)).splitlines() if "нет отопления" in line]
        assert lines == [line for line in lines if "45 сообщений: нет отопления, ул. Мира 1–17 (+3)" in line]
        assert len(lines) == 1
        # One is taken out by a tap, and stays out when the next file comes.
        await people.press(block, lines[0].split(".")[0])
        await people.press(block, "Сообщения 45")
        await people.press(block, "1")
        await people.press(block, "Ещё")
        await people.press(block, "Убрать из инцидента")
        await bring(people, registry(profile, 0, COUNT + 6))
        assert await of_database(people, "count(*)", "incident_id IS NOT NULL") == [(45,)]
        # All of it goes to another block, whose head gets its card, and what joins later goes there too.
        finance = people.seat[5]
        await people.press(officer, "Другой блок")
        await people.press(officer, "Управление финансами")
        assert "Сделано 45 из 45" in await people.last(officer)
        await bring(people, registry(profile, 0, COUNT + 7))
        passed_on = "incident_id IS NOT NULL AND block = 'finance'"
        assert await of_database(people, "count(*)", passed_on) == [(46,)]
        # Its answer by the template of its topic.
        await people.press(finance, "Образец ответа")
        assert "Образца для темы «Нет отопления» ещё нет" in await people.text(finance, "46 сообщений")
        await people.press(finance, "Изменить текст")
        await people.say(finance, "№ {номер} от {дата}: тепло дадут к вечеру")
        await people.press(finance, "Запомнить для темы")
        shown = await people.last(finance)
        assert "(+36) от 23.11.2026: тепло дадут к вечеру" in shown
        await people.press(finance, "Назад")
        # One answer for all.
        await people.press(officer, "Ответ дан")
        assert "Сообщений: 46" in await people.last(officer)
        await people.press(officer, "Подтвердить")
        assert "Сделано 46 из 46" in await people.last(officer)
        answered = "incident_id IS NOT NULL AND answered_by_hand"
        assert await of_database(people, "count(*)", answered) == [(46,)]
        async with people.behind_its_back() as database:
            each = await database.scalar(text("SELECT count(*) FROM audit WHERE kind = 'message-answered'"))
        assert each == 46
        assert "отвечено 46" in await people.text(officer, "46 сообщений")
        # And whole it is taken apart.
        await people.press(officer, "Разобрать")
        assert "Инцидент разобран" in await people.text(block, "Инцидент разобран")
        assert await of_database(people, "count(*)", "incident_id IS NOT NULL") == [(0,)]
        await bring(people, registry(profile, 0, COUNT + 8))
        assert not await people.has_button(block, "Собрать в инцидент")
        assert await people.violations() == []
