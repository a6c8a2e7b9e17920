"""The digest's figures on both engines, against terms counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.production_calendar import ProductionCalendar
from bot.storage.database import Database
from bot.works.imports.placing import place_rows
from domain.messages.message import RegistryRow, Status
from domain.messages.sections import DigestCounts, Section, seat_filter
from tests.conftest import SetClock
from tests.hand_checked import (
    ANSWERED_ON_MONDAY,
    COUNTED,
    FRIDAY,
    HEADS_CHANGES,
    LATE_COMER,
    MONDAY,
    TUESDAY,
    WRITTEN,
    ZONE,
    Written,
)


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=ZONE)


def row(database: Database, one: Written) -> RegistryRow:
    channel = next(channel for channel in database.profile.channels if channel.short_title == one.channel)
    return RegistryRow(
        channel.key,
        one.number,
        moment(one.received),
        moment(one.received),
        one.topic,
        status=Status.ANSWERED if one.answered else Status.OPEN,
        answered_at=moment(one.answered) if one.answered else None,
    )


async def test_digests_agree_with_a_count_by_hand(database: Database, clock: SetClock) -> None:
    profile, calendar = database.profile, ProductionCalendar(database.profile)

    async def put_in(*chosen: Written) -> None:
        rows = [row(database, one) for one in chosen]
        async with database.write() as uow:
            await uow.rows.upsert(place_rows(rows, profile, calendar, {}))

    clock.set(FRIDAY)
    await put_in(*(one for one in WRITTEN if one.number != LATE_COMER))
    clock.set(MONDAY.replace(hour=12))
    async with database.write() as uow:
        chosen = seat_filter(profile, calendar, MONDAY, profile.seat(1))
        waiting = await uow.messages.page(chosen, Section.OPEN, 20, 0)
        answered = next(message for message in waiting if message.number == ANSWERED_ON_MONDAY)
        await uow.messages.answer(answered.id, clock.now())
    clock.set(MONDAY.replace(hour=18))
    await put_in(*(one for one in WRITTEN if one.number == LATE_COMER))
    # What a later export says otherwise has not arrived anew.
    changed = replace(row(database, WRITTEN[0]), text="Ямы стали глубже")
    async with database.write() as uow:
        await uow.rows.upsert(place_rows([changed], profile, calendar, {}))
    clock.set(TUESDAY)
    async with database.read() as uow:
        for seat, (overdue, today, soon) in COUNTED.items():
            chosen = seat_filter(profile, calendar, TUESDAY, profile.seat(seat))
            counts = await uow.messages.counts(chosen, MONDAY)
            assert (counts.overdue, counts.today, counts.soon) == (overdue, today, soon), seat
            for section in (Section.OVERDUE, Section.TODAY, Section.SOON):
                assert len(await uow.messages.page(chosen, section, 20, 0)) == counts.of(section)
        whole = seat_filter(profile, calendar, TUESDAY, profile.seat(1))
        counts = await uow.messages.counts(whole, MONDAY)
        assert {name: getattr(counts, name) for name in HEADS_CHANGES} == HEADS_CHANGES
        late = await uow.messages.page(whole, Section.OVERDUE, 20, 0)
        assert [message.number for message in late] == ["4001", "4006", "4003"]
        (escalated,) = await uow.messages.page(whole, Section.ESCALATED, 20, 0)
        assert escalated.number == "4001"
        terms = {one.number: one.term for one in WRITTEN}
        for message in await uow.messages.page(whole, Section.ALL, 20, 0):
            local = message.deadline_at.astimezone(ZONE)
            assert terms.pop(message.number) in (f"{local:%d.%m.%Y}", f"{local:%d.%m.%Y %H:%M}")
        assert not terms
        breakdown = await uow.messages.breakdown(whole)
        shares = {key: (one.overdue, one.today, one.soon) for key, one in breakdown.blocks.items()}
        by_block = {profile.seat(seat).block: figures for seat, figures in COUNTED.items() if 2 <= seat <= 7}
        assert shares == {**by_block, None: (0, 1, 0)}


async def test_what_expired_stays_expired_when_it_is_answered_late(
    database: Database, clock: SetClock
) -> None:
    profile, calendar = database.profile, ProductionCalendar(database.profile)
    clock.set(FRIDAY)
    async with database.write() as uow:
        await uow.rows.upsert(place_rows([row(database, one) for one in WRITTEN], profile, calendar, {}))

    async def counted() -> DigestCounts:
        async with database.read() as uow:
            whole = seat_filter(profile, calendar, TUESDAY, profile.seat(1))
            return await uow.messages.counts(whole, FRIDAY + timedelta(minutes=1))

    before = await counted()
    assert before.expired > 0
    clock.set(TUESDAY)
    async with database.write() as uow:
        chosen = seat_filter(profile, calendar, TUESDAY, profile.seat(1))
        overdue = await uow.messages.page(chosen, Section.OVERDUE, 50, 0)
        since = [one for one in overdue if one.deadline_at >= FRIDAY + timedelta(minutes=1)]
        await uow.messages.answer(since[0].id, TUESDAY)
    after = await counted()
    assert (after.expired, after.overdue) == (before.expired, before.overdue - 1)
    assert (after.answered, after.overdue_before) == (before.answered + 1, before.overdue_before)
