"""The sandbox's messages, measured by the deadline rules themselves (which have tests of their own)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from bot.sandbox.seed_messages import made_up_messages
from domain.messages.deadline import Urgency, deadline_for, overdue_by, urgency
from domain.messages.message import RegistryRow, Status
from domain.messages.routing import Router
from domain.office.profile import CountsFrom

PROFILE = load_profile()
CALENDAR = ProductionCalendar(PROFILE)
ROUTER = Router(PROFILE)
UNITS = {unit.title: unit.block for unit in PROFILE.units}
BLOCKS = {block.key for block in PROFILE.blocks}
# Working days at all hours: after the New Year's holidays, a worked Saturday, the eve and the end of a day.
NOWS = (
    "2026-11-23T10:00:00+05:00",
    "2026-11-24T08:25:00+05:00",
    "2024-12-28T12:15:00+05:00",
    "2025-11-01T16:50:00+05:00",
    "2026-05-12T00:02:00+05:00",
    "2027-01-11T09:00:00+05:00",
    "2026-11-20T23:58:00+05:00",
)


@pytest.fixture(scope="module", params=NOWS)
def now(request: pytest.FixtureRequest) -> datetime:
    """A moment of a working day."""
    moment = datetime.fromisoformat(request.param)
    assert CALENDAR.is_working_day(moment.date())
    return moment


@pytest.fixture(scope="module")
def rows(now: datetime) -> list[RegistryRow]:
    """The messages at that moment."""
    return made_up_messages(now, PROFILE)


def block_of(row: RegistryRow) -> str | None:
    """The block by the rules of routing."""
    return ROUTER.block_of(row.topic, row.executor, row.topic_group)


def deadline_of(row: RegistryRow) -> datetime:
    """The deadline by the profile's rule."""
    rule = PROFILE.channel(row.channel).rule_for(row.topic)
    return deadline_for(
        rule, row.received_at, row.registered_at, CALENDAR, PROFILE.working_time, PROFILE.time_zone
    )


def standing(row: RegistryRow, now: datetime) -> Urgency:
    """How the message stands by the deadline rules."""
    return urgency(deadline_of(row), row.answered_at, now, PROFILE.due_soon_days, CALENDAR, PROFILE.time_zone)


def counted(rows: list[RegistryRow], now: datetime) -> Counter[tuple[str | None, Urgency]]:
    """Messages by block and standing."""
    return Counter((block_of(row), standing(row, now)) for row in rows)


def test_three_hundred_in_the_order_in_which_they_came(rows: list[RegistryRow]) -> None:
    assert len(rows) == 300
    assert [row.received_at for row in rows] == sorted(row.received_at for row in rows)


def test_numbers_and_texts_are_unique(rows: list[RegistryRow]) -> None:
    assert len({(row.channel, row.number) for row in rows}) == 300
    assert len({row.number for row in rows}) == 300
    assert len({row.text for row in rows}) == 300


def test_numbers_look_like_those_of_their_system(rows: list[RegistryRow]) -> None:
    numbers = {
        channel: [row.number for row in rows if row.channel == channel] for channel in ("pos", "incident")
    }
    assert all(number.startswith("48") and len(number) == 8 for number in numbers["pos"])
    assert all(number.startswith("7") and len(number) == 6 for number in numbers["incident"])
    for row in rows:
        if row.channel == "appeal":
            digits, letter = row.number.split("-")
            assert digits.isdigit()
            assert letter == row.author[0]


def test_every_channel_has_its_share(rows: list[RegistryRow]) -> None:
    channels = Counter(row.channel for row in rows)
    assert set(channels) == {"pos", "incident", "upravlyaem", "monitoring", "appeal", "social"}
    assert min(channels.values()) >= 15
    assert max(channels.values()) <= 120


def test_everything_happened_before_now_and_in_its_order(rows: list[RegistryRow], now: datetime) -> None:
    for row in rows:
        assert now - timedelta(days=46) < row.received_at < now
        happened = [row.received_at, row.registered_at, row.answered_at, now]
        moments = [moment for moment in happened if moment is not None]
        assert all(moment.tzinfo is not None for moment in moments)
        assert all(one < other for one, other in pairwise(moments)), row.number


def test_most_days_are_working_ones_and_some_are_not(rows: list[RegistryRow]) -> None:
    off = sum(not CALENDAR.is_working_day(row.received_at.date()) for row in rows)
    assert 0 < off < 110
    assert any(row.received_at.hour >= 19 for row in rows if row.channel == "social")


def test_the_office_registers_and_answers_in_working_time(rows: list[RegistryRow]) -> None:
    hours = PROFILE.working_time
    for row in rows:
        assert row.status is (Status.OPEN if row.answered_at is None else Status.ANSWERED)
        counts_from = PROFILE.channel(row.channel).rule.counts_from
        assert row.registered_at is None or counts_from is CountsFrom.REGISTERED
        for moment in (row.registered_at, row.answered_at):
            if moment is not None:
                assert CALENDAR.is_working_day(moment.date())
                assert hours.opens <= moment.time() < hours.closes
    registered = [row for row in rows if row.channel in ("pos", "appeal")]
    assert sum(row.registered_at is not None for row in registered) > len(registered) * 0.9


def test_every_block_has_two_to_six_overdue(rows: list[RegistryRow], now: datetime) -> None:
    count = counted(rows, now)
    overdue = {block: number for (block, stands), number in count.items() if stands is Urgency.OVERDUE}
    assert 25 <= sum(overdue.values()) <= 35
    assert {block: number for block, number in overdue.items() if block} == {
        block: min(max(overdue.get(block, 0), 2), 6) for block in BLOCKS
    }


@pytest.mark.parametrize("wanted", [Urgency.TODAY, Urgency.SOON])
def test_every_block_has_several_due(rows: list[RegistryRow], now: datetime, wanted: Urgency) -> None:
    count = counted(rows, now)
    assert {block for block in BLOCKS if count[block, wanted] >= 2} == BLOCKS


def test_overdue_is_late_by_days_and_not_by_months(rows: list[RegistryRow], now: datetime) -> None:
    late = [row for row in rows if standing(row, now) is Urgency.OVERDUE]
    assert all(now - deadline_of(row) < timedelta(days=25) for row in late)
    assert len({(now - deadline_of(row)).days for row in late}) >= 5
    rules = [(row, PROFILE.channel(row.channel).rule_for(row.topic)) for row in late]
    by = [
        overdue_by(rule, deadline_of(row), now, CALENDAR, PROFILE.working_time, PROFILE.time_zone)
        for row, rule in rules
    ]
    assert sum(units >= 1 for units in by) > 20


def test_most_are_answered_in_time_and_some_late(rows: list[RegistryRow], now: datetime) -> None:
    stands = Counter(standing(row, now) for row in rows)
    assert stands[Urgency.ANSWERED] > 150
    assert 10 <= stands[Urgency.ANSWERED_LATE] <= 40


def test_a_few_are_nobodys_and_open(rows: list[RegistryRow]) -> None:
    nobodys = [row for row in rows if block_of(row) is None]
    assert 4 <= len(nobodys) <= 6
    assert all(row.executor == "" and row.answered_at is None for row in nobodys)


def test_the_executor_is_a_unit_of_the_topics_block(rows: list[RegistryRow]) -> None:
    for row in rows:
        if row.executor:
            assert UNITS[row.executor] == ROUTER.block_of(row.topic), row.topic
    assert len({row.executor for row in rows}) >= 15


def test_words_are_many_and_lengths_differ(rows: list[RegistryRow]) -> None:
    lengths = [len(row.text) for row in rows]
    assert min(lengths) < 80
    assert max(lengths) > 500
    assert all("{" not in row.text and "}" not in row.text and row.place for row in rows)
    assert len({row.topic for row in rows}) >= 50


def test_phones_are_of_a_kind_that_nobody_has(rows: list[RegistryRow]) -> None:
    phones = [row.author.partition("+")[2] for row in rows if "+" in row.author]
    assert phones
    assert all(phone.startswith("7 (000) 000-") for phone in phones)


def test_the_same_moment_gives_the_same_messages(rows: list[RegistryRow], now: datetime) -> None:
    assert made_up_messages(now, PROFILE) == rows


def test_the_zone_in_which_the_moment_is_told_changes_nothing() -> None:
    local = datetime(2026, 11, 24, 2, 0, tzinfo=PROFILE.time_zone)
    elsewhere = datetime.fromisoformat("2026-11-23T21:00:00+00:00")
    assert made_up_messages(local, PROFILE) == made_up_messages(elsewhere, PROFILE)


def test_on_a_day_off_nothing_is_due_and_still_there_are_three_hundred() -> None:
    sunday = datetime(2026, 11, 22, 12, 0, tzinfo=PROFILE.time_zone)
    rows = made_up_messages(sunday, PROFILE)
    assert len(rows) == 300
    assert all(standing(row, sunday) is not Urgency.TODAY for row in rows)


def test_another_office_gets_messages_of_its_own_blocks_and_units() -> None:
    kept = {topic: block for topic, block in PROFILE.topics.items() if block in ("social", "land")}
    units = tuple(
        replace(unit, title=f"Другое: {unit.title}") for unit in PROFILE.units if unit.key != "zemlya"
    )
    other = replace(PROFILE, topics=kept, units=units)
    rows = made_up_messages(datetime(2026, 11, 24, 8, 25, tzinfo=PROFILE.time_zone), other)
    router = Router(other)
    assert len(rows) == 300
    assert {router.block_of(row.topic, row.executor) for row in rows} == {"social", "land", None}
    assert {row.executor for row in rows} <= {unit.title for unit in units} | {""}
