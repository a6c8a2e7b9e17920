"""A column that a file does not have never erases what is known of a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage.database import Database
from bot.works.imports.importing import import_file
from domain.imports.completing import completed
from domain.messages.message import KnownMessage, RegistryRow, Status
from domain.messages.terms import register
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.registries.test_sample import Rows, local, read_on_the_day, separated
from tests.storage.imports.test_merging import Desk

FULL = (
    "Номер", "Канал", "Дата", "Дата регистрации", "Тема", "Группа тем", "Текст", "Исполнитель", "Статус",
    "Дата ответа", "Заявитель", "Адрес", "Ссылка",
)  # fmt: skip
ROWS = (
    ("К-1", "59-ФЗ", "16.11.2026 10:00", "17.11.2026", "Гаражи", "Земля", "Снос гаражей",
     "Управление финансов", "", "", "Зябликова А. А.", "ул. Садовая, 5", "https://example.org/1"),
    ("К-2", "59-ФЗ", "16.11.2026 11:00", "17.11.2026", "Гаражи", "Земля", "Ещё гаражи", "", "",
     "18.11.2026 12:00", "", "", ""),
    ("П-3", "ПОС", "16.11.2026 12:00", "", "Детские сады", "", "Место в саду",
     "Управление образования", "", "", "", "ул. Ленина, 7", ""),
)  # fmt: skip
NEEDED = ("Номер", "Канал", "Дата")


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def without(*missing: str, rows: Rows = ROWS) -> bytes:
    """The export with these columns left out."""
    kept = [at for at, header in enumerate(FULL) if header not in missing]
    return separated([[row[at] for at in kept] for row in (FULL, *rows)])


async def brought(desk: Desk, content: bytes) -> dict[str, int]:
    """What the import of this file says it found."""
    office = desk.database
    report = await import_file(office, office.profile, desk.calendar, content, "a.csv", None, apply=True)
    assert report.problem is None
    return {name: report.counts[name] for name in ("new", "changed", "same", "conflicts", "unreadable")}


async def all_of(desk: Desk) -> list[KnownMessage]:
    return [await desk.get(number) for number in (1, 2, 3)]


NOTHING = {"new": 0, "changed": 0, "same": 3, "conflicts": 0, "unreadable": 0}


@pytest.mark.parametrize(
    "missing",
    [
        *((one,) for one in FULL if one not in NEEDED),
        ("Статус", "Дата ответа"),
        tuple(set(FULL) - set(NEEDED)),
    ],
)
async def test_the_same_messages_without_a_column_change_nothing(
    missing: tuple[str, ...], desk: Desk
) -> None:
    assert (await brought(desk, without()))["new"] == 3
    async with desk.database.write() as uow:
        await uow.messages.answer(3, local(2026, 11, 19, 9))
    before = await all_of(desk)
    # A file with a column of the answer knows nothing of the one given by hand: that stays a conflict.
    expected = NOTHING if "Дата ответа" in missing else {**NOTHING, "conflicts": 1}
    assert await brought(desk, without(*missing)) == expected
    assert await brought(desk, without(*missing)) == expected
    assert await all_of(desk) == before


async def test_what_the_file_does_tell_goes_in(desk: Desk) -> None:
    await brought(desk, without())
    before = await all_of(desk)
    first, second, third = ROWS
    changed = (*first[:4], "Детские сады", *first[5:])
    told = await brought(desk, without("Текст", "Исполнитель", "Дата ответа", rows=(changed, second, third)))
    assert (told["changed"], told["same"]) == (1, 2)
    now = await all_of(desk)
    assert (now[0].topic, now[0].text, now[0].executor) == ("Детские сады", "Снос гаражей", first[7])
    assert now[0].unit == before[0].unit and now[1:] == before[1:]
    # The whole export again takes the topic back.
    assert (await brought(desk, without()))["changed"] == 1
    assert await all_of(desk) == before


async def test_a_registration_by_hand_outlives_a_file_without_its_column(desk: Desk) -> None:
    number, channel, received, _, *rest = ROWS[0]
    unregistered = ((number, channel, received, "", *rest),)
    await brought(desk, without(rows=unregistered))
    profile = desk.database.profile
    day = local(2026, 11, 18)
    known, _ = register(profile, await desk.get(1), day.date(), local(2026, 11, 24, 8))
    async with desk.database.write() as uow:
        await uow.messages.change_term(known, known.deadline_at)
    before = await desk.get(1)
    assert before.registered_by_hand
    told = await brought(desk, without("Дата регистрации", rows=unregistered))
    assert (told["same"], told["conflicts"]) == (1, 0) and await desk.get(1) == before


async def test_a_new_message_of_a_journal_with_one_date_is_registered(desk: Desk) -> None:
    await brought(desk, without("Дата регистрации", rows=ROWS[:1]))
    assert (await desk.get(1)).registered_at == local(2026, 11, 16, 10)


def test_a_receipt_told_once_stays_where_a_journal_knows_the_registration_alone(clock: SetClock) -> None:
    received, registered = clock.now() - timedelta(days=3), clock.now() - timedelta(days=1)
    told = frozenset({"number", "registered_at"})
    row = RegistryRow("appeal", "1", registered, registered, told=told)
    known = RegistryRow("appeal", "1", received, registered, text="Что-то", status=Status.ANSWERED)
    known = replace(known, answered_at=registered)
    assert completed(row, known) == known
    # One that came from the registration goes with it when that is corrected.
    alone = replace(known, received_at=received, registered_at=received)
    assert completed(row, alone) == replace(alone, received_at=registered, registered_at=registered)


def test_a_row_knows_which_columns_its_table_has(profile: OfficeProfile) -> None:
    headers = ("Номер", "Канал", "Дата", "Подразделение", "Статус")
    rows = [("1", "ПОС", "16.11.2026", "", "в работе"), ("2", "ПОС", "16.11.2026", "", "")]
    first, second = read_on_the_day(separated([headers, *rows]), "", profile).rows
    assert first.told is not None and second.told is not None
    assert {"executor", "received_at"} <= second.told and "text" not in second.told
    # A word on how it stands tells of the answer, an empty cell does not.
    assert "answered_at" in first.told and "answered_at" not in second.told
