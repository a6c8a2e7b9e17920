"""A later export against what people did by hand: nothing is lost, nothing reopens by itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.storage.imports.conflicts import Piece
from bot.works.imports.importing import import_file
from bot.works.imports.laying_by import GivenUp, lay_by
from bot.works.imports.placing import place_rows
from domain.messages.conflict import ConflictKind
from domain.messages.message import ImportRecord, ImportState, KnownMessage, RegistryRow, Status
from domain.messages.terms import Extended, deadline_of, extend, register
from tests.conftest import SetClock

TOPIC, OTHER = "Освещение улиц", "Детские сады"


def row(number: int, clock: SetClock, answered: timedelta | None = None, **said: object) -> RegistryRow:
    received = clock.now() - timedelta(days=3)
    plain = RegistryRow(
        "appeal", str(number), received, received, topic=TOPIC,
        status=Status.OPEN if answered is None else Status.ANSWERED,
        answered_at=None if answered is None else received + answered,
    )  # fmt: skip
    return replace(plain, **said)  # type: ignore[arg-type]


class Desk:
    """An office that gets exports."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.calendar = ProductionCalendar(database.profile)

    async def put_in(self, *rows: RegistryRow) -> None:
        async with self.database.write() as uow:
            await uow.rows.upsert(place_rows(rows, self.database.profile, self.calendar, {}))

    async def get(self, number: int) -> KnownMessage:
        async with self.database.read() as uow:
            found = await uow.messages.get(number)
        assert found is not None
        return found

    async def laid_by(self, *rows: RegistryRow) -> int:
        async with self.database.write() as uow:
            number = await uow.imports.add(ImportRecord(0, 1, 1, "f", "a.csv", ImportState.READING))
        await lay_by(self.database, self.database.profile, self.calendar, number, rows)
        async with self.database.write() as uow:
            await uow.conflicts.find(Piece(number), self.database.profile.time_zone)
        return number

    async def kinds(self, import_id: int) -> dict[str, tuple[ConflictKind, ...]]:
        async with self.database.read() as uow:
            return {one.number: one.kinds for one in await uow.conflicts.page(import_id, 50, 0)}

    async def merge(self, import_id: int, *taken: str) -> None:
        async with self.database.write() as uow:
            for one in await uow.conflicts.page(import_id, 50, 0):
                if one.number in taken:
                    await uow.conflicts.take(one.row_id, taken=True)
            await uow.rows.merge(import_id)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_a_later_export_updates_status_answer_and_term(desk: Desk, clock: SetClock) -> None:
    await desk.put_in(row(1, clock), row(2, clock))
    before = await desk.get(1)
    later = row(1, clock, timedelta(hours=5), text="Стало известно больше", topic=OTHER)
    moved = replace(row(2, clock), received_at=clock.now(), registered_at=clock.now())
    number = await desk.laid_by(later, moved, row(3, clock))
    async with desk.database.read() as uow:
        novelty = await uow.rows.novelty(number)
    assert (novelty.new, novelty.changed, novelty.same, novelty.conflicts) == (1, 2, 0, 0)
    await desk.merge(number)
    now = await desk.get(1)
    assert (now.answered_at, now.text, now.block) == (later.answered_at, later.text, "social")
    assert (await desk.get(2)).deadline_at > before.deadline_at
    assert (await desk.get(3)).number == "3"


async def test_the_same_rows_twice_change_nothing(desk: Desk, clock: SetClock) -> None:
    rows = (row(1, clock), row(2, clock, timedelta(hours=2)))
    await desk.put_in(*rows)
    before = [await desk.get(number) for number in (1, 2)]
    number = await desk.laid_by(*rows)
    async with desk.database.read() as uow:
        novelty = await uow.rows.novelty(number)
    assert (novelty.new, novelty.changed, novelty.same) == (0, 0, 2)
    await desk.merge(number)
    assert before == [await desk.get(number) for number in (1, 2)]


async def test_what_was_answered_here_never_reopens_by_itself(desk: Desk, clock: SetClock) -> None:
    # 1 by hand, 2 by the registry, 3 by hand and by the registry on the same day, 4 on another day.
    await desk.put_in(row(1, clock), row(2, clock, timedelta(hours=2)), row(3, clock), row(4, clock))
    async with desk.database.write() as uow:
        for number in (1, 3, 4):
            await uow.messages.answer(number, clock.now())
    before = [await desk.get(number) for number in (1, 2, 3, 4)]
    number = await desk.laid_by(
        row(1, clock),
        row(2, clock),
        row(3, clock, timedelta(days=3, minutes=9)),
        row(4, clock, timedelta(days=1)),
    )
    answer = (ConflictKind.ANSWER,)
    assert await desk.kinds(number) == {"1": answer, "4": answer}
    await desk.merge(number)
    after = [(await desk.get(n)).answered_at for n in (1, 2, 3, 4)]
    assert after == [before[0].answered_at, None, before[2].answered_at, before[3].answered_at]
    assert (await desk.get(1)).answered_by_hand

    await desk.merge(number, "1", "4")
    assert [(await desk.get(n)).answered_at is None for n in (1, 2)] == [True, True]
    assert (await desk.get(4)).answered_at == row(4, clock, timedelta(days=1)).answered_at
    assert not (await desk.get(4)).answered_by_hand


async def test_a_block_given_by_hand_stays_and_a_changed_topic_is_shown(desk: Desk, clock: SetClock) -> None:
    await desk.put_in(row(1, clock), row(2, clock))
    async with desk.database.write() as uow:
        for number in (1, 2):
            await uow.messages.assign_block(number, "land")
    number = await desk.laid_by(row(1, clock, text="Иначе"), row(2, clock, topic=OTHER))
    assert await desk.kinds(number) == {"2": (ConflictKind.BLOCK,)}
    await desk.merge(number)
    assert [(await desk.get(n)).block for n in (1, 2)] == ["land", "land"]
    await desk.merge(number, "2")
    assert [(await desk.get(n)).block for n in (1, 2)] == ["land", "social"]


async def test_an_extended_term_stays_and_changed_dates_are_shown(desk: Desk, clock: SetClock) -> None:
    await desk.put_in(row(1, clock), row(2, clock))
    profile, today = desk.database.profile, clock.now().date()
    for number in (1, 2):
        longer, _ = extend(profile, await desk.get(number), 0, Extended(30, "Сведения", today, 8), today)
        async with desk.database.write() as uow:
            await uow.messages.change_term(longer, deadline_of(profile, desk.calendar, longer))
    before = await desk.get(1)
    day = timedelta(days=1)
    moved = replace(row(2, clock), received_at=clock.now() - day, registered_at=clock.now() - day)
    number = await desk.laid_by(row(1, clock, text="Иначе"), moved)
    assert await desk.kinds(number) == {"2": (ConflictKind.TERM,)}
    await desk.merge(number)
    assert {(await desk.get(n)).deadline_at for n in (1, 2)} == {before.deadline_at}
    await desk.merge(number, "2")
    taken = await desk.get(2)
    assert taken.extended_by == 0 and taken.deadline_at == deadline_of(profile, desk.calendar, taken)


async def test_a_day_of_registration_given_by_hand_stays_until_a_registry_says_another(
    desk: Desk, clock: SetClock
) -> None:
    profile, zone = desk.database.profile, desk.database.profile.time_zone
    unknown = replace(row(1, clock), registered_at=None)
    await desk.put_in(unknown)
    today = clock.now().astimezone(zone).date()
    changed, _ = register(profile, await desk.get(1), today, clock.now())
    async with desk.database.write() as uow:
        await uow.messages.change_term(changed, deadline_of(profile, desk.calendar, changed))

    still_unknown = await desk.laid_by(replace(unknown, text="Дополнено"))
    same_day = await desk.laid_by(replace(unknown, registered_at=clock.now() - timedelta(minutes=5)))
    for number in (still_unknown, same_day):
        assert await desk.kinds(number) == {}
        await desk.merge(number)
        kept = await desk.get(1)
        assert kept.registered_at == clock.now() and kept.registered_by_hand
        assert kept.deadline_at == deadline_of(profile, desk.calendar, changed)

    other_day = replace(unknown, registered_at=clock.now() - timedelta(days=2))
    number = await desk.laid_by(other_day)
    assert await desk.kinds(number) == {"1": (ConflictKind.TERM,)}
    await desk.merge(number)
    assert (await desk.get(1)).registered_at == clock.now()
    await desk.merge(number, "1")
    taken = await desk.get(1)
    assert taken.registered_at == other_day.registered_at and not taken.registered_by_hand
    assert taken.deadline_at == deadline_of(profile, desk.calendar, taken)


async def test_a_file_given_up_leaves_no_messages(desk: Desk, clock: SetClock) -> None:
    rows = [row(number, clock) for number in range(12_000)]
    async with desk.database.write() as uow:
        number = await uow.imports.add(ImportRecord(0, 1, 1, "f", "a.csv", ImportState.READING))
    going = asyncio.create_task(lay_by(desk.database, desk.database.profile, desk.calendar, number, rows))
    while True:
        async with desk.database.read() as uow:
            if await uow.rows.sample(number, 1):
                break
    async with desk.database.write() as uow:
        await uow.imports.move(number, ImportState.CANCELLED)
    with pytest.raises(GivenUp):
        await going
    async with desk.database.read() as uow:
        assert await uow.messages.get(1) is None
        assert await uow.rows.given_up() == number


async def test_a_file_at_the_keyboard_goes_the_same_way(desk: Desk, clock: SetClock) -> None:
    content = "номер;канал;дата;тема\n1;ПОС;20.11.2026;Дороги\n2;ПОС;завтра;Дороги\n".encode()
    given = (desk.database, desk.database.profile, desk.calendar, content, "a.csv", None)
    dry = await import_file(*given, apply=False)
    assert (dry.counts["new"], dry.counts["unreadable"]) == (1, 1)
    async with desk.database.read() as uow:
        assert await uow.messages.get(1) is None
    await import_file(*given, apply=True)
    assert (await desk.get(1)).received_at == datetime.fromisoformat("2026-11-20T00:00:00+05:00")
    again = await import_file(*given, apply=True)
    assert (again.counts["new"], again.counts["same"]) == (0, 1)
