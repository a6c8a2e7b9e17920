"""Figures of SQL against a naive count over the same messages, on both engines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete

from bot.storage.database import Database
from bot.storage.messages.placed import PlacedRow
from bot.storage.messages.tables import messages
from domain.figures.figures import Cohort, Dimension, Scope, Tally
from domain.figures.period import month_of, read_period, week_of
from domain.messages.message import OUT_OF_CONTROL, RegistryRow, Status
from domain.messages.place import settlement_of
from domain.messages.routing import Place

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 11, 24, 8, 25, tzinfo=ZONE)
PLACES = ("ул. Мира, 5", "ул. Мира, 5, кв. 3", "с. Фоки, ул. Лесная, 1", "с. Фоки", "п. Марковский, 9", "")
TOPICS = ("Дороги", "Снег", "Тепло", "")


@dataclass(frozen=True)
class Known:
    """One message as the oracle knows it."""

    row: RegistryRow
    deadline: datetime
    block: str | None
    unit: str | None
    settlement: str

    def placed(self) -> PlacedRow:
        """The same for the storage."""
        return PlacedRow(self.row, self.deadline, Place(self.block, self.unit), self.settlement)


def made_up(seed: int, count: int) -> list[Known]:
    """Messages of two months at random: edges of seconds and days among them."""
    random = Random(seed)
    found = []
    for number in range(count):
        received = NOW - timedelta(days=random.randrange(75), seconds=random.randrange(86_400))
        received = received.replace(microsecond=random.choice((0, 1, 999_999)))
        deadline = received + timedelta(hours=random.choice((9, 72, 240)))
        answered = received + timedelta(
            hours=random.choice((0, 1, 9, 24, 71, 72, 73, 300)),
            seconds=random.choice((0, 0, 1, -1, 1800)),
            microseconds=random.choice((0, 0, 1)),
        )
        answered = max(received, answered)
        open_still = answered > NOW or random.random() < 0.25
        place = random.choice(PLACES)
        row = RegistryRow(
            channel=random.choice(("pos", "social", "incident")),
            number=f"{seed}-{number}",
            received_at=received,
            topic=random.choice(TOPICS),
            place=place,
            answered_at=None if open_still else answered,
            status=random.choice((*OUT_OF_CONTROL, *(Status.OPEN,) * 12)),
        )
        found.append(
            Known(
                row,
                deadline,
                random.choice(("social", "land", None)),
                random.choice(("unit_a", None)),
                settlement_of(place, "Чайковский"),
            )
        )
    return found


def whole_seconds(moment: datetime) -> int:
    """Seconds, cut off."""
    return int(moment.replace(microsecond=0).timestamp())


def tally(chosen: Sequence[Known], as_of: datetime) -> Tally:
    """The definition, one message after another."""
    on_time = late = overdue = 0
    hours = []
    chosen = [one for one in chosen if one.row.status not in OUT_OF_CONTROL]
    for one in chosen:
        answered = one.row.answered_at
        if answered is not None and answered <= as_of:
            on_time += answered <= one.deadline
            late += answered > one.deadline
            took = whole_seconds(answered) - whole_seconds(one.row.received_at)
            hours.append(-(-took // 3600))
        else:
            overdue += one.deadline < as_of
    hours.sort()
    half = next((h for place, h in enumerate(hours, 1) if place >= 0.5 * len(hours)), None)
    ninety = next((h for place, h in enumerate(hours, 1) if 10 * place >= 9 * len(hours)), None)
    return Tally(len(chosen), on_time, late, overdue, half, ninety)


KEYS: dict[Dimension, Callable[[Known], str]] = {
    Dimension.CHANNEL: lambda one: one.row.channel,
    Dimension.BLOCK: lambda one: one.block or "",
    Dimension.TOPIC: lambda one: one.row.topic,
    Dimension.SETTLEMENT: lambda one: one.settlement,
    Dimension.UNIT: lambda one: one.unit or "",
}


def chosen_by(cohort: Cohort, known: Sequence[Known]) -> list[Known]:
    """Messages of a cohort under control."""
    return [
        one
        for one in known
        if one.row.status not in OUT_OF_CONTROL
        and cohort.since <= one.row.received_at < cohort.until
        and (cohort.scope.block is None or one.block == cohort.scope.block)
        and (not cohort.scope.channels or one.row.channel in cohort.scope.channels)
    ]


async def put(database: Database, known: Sequence[Known]) -> None:
    """Have these messages, and no others."""
    async with database.write() as uow:
        await uow.connection.execute(delete(messages))
        await uow.rows.upsert([one.placed() for one in known])


async def test_figures_agree_with_a_naive_count(database: Database) -> None:
    for seed in range(12):
        known = made_up(seed, (0, 1, 2, 3, 11, 80)[seed % 6])
        await put(database, known)
        for cohort in (
            Cohort(NOW - timedelta(days=30), NOW, NOW),
            Cohort(NOW - timedelta(days=60), NOW - timedelta(days=30), NOW - timedelta(days=25)),
            Cohort(NOW - timedelta(days=75), NOW, NOW, Scope("land")),
            Cohort(NOW - timedelta(days=75), NOW, NOW, Scope(None, ("pos", "social"))),
        ):
            chosen = chosen_by(cohort, known)
            async with database.read() as uow:
                breakup = (await uow.figures.counts(cohort)).breakup
                assert await uow.figures.tally(cohort) == breakup.whole
            assert breakup.whole == tally(chosen, cohort.as_of)
            assert breakup.whole.waiting >= 0
            for dimension, key in KEYS.items():
                groups = defaultdict(list)
                for one in chosen:
                    groups[key(one)].append(one)
                assert breakup.by[dimension] == {
                    name: tally(group, cohort.as_of) for name, group in groups.items()
                }


async def test_causes_are_of_late_messages_only(database: Database) -> None:
    known = made_up(3, 60)
    await put(database, known)
    cohort = Cohort(NOW - timedelta(days=75), NOW, NOW)
    late = [one for one in known if tally([one], NOW).late or tally([one], NOW).overdue]
    fine = [one for one in known if one not in late]
    async with database.write() as uow:
        for one, reason in ((late[0], "Нет денег"), (late[1], "Нет денег"), (fine[0], "Не наше")):
            await uow.connection.execute(
                messages.update().where(messages.c.number == one.row.number).values(delay_reason=reason)
            )
    async with database.read() as uow:
        assert dict((await uow.figures.counts(cohort)).causes) == {"Нет денег": 2, "": len(late) - 2}


async def test_overdue_are_the_oldest_first(database: Database) -> None:
    known = made_up(4, 80)
    await put(database, known)
    cohort = Cohort(NOW - timedelta(days=75), NOW, NOW)
    expected = sorted((one.deadline, one.row.number) for one in known if tally([one], NOW).overdue)
    async with database.read() as uow:
        found = [(one.deadline_at, one.number) for one in await uow.figures.overdue(cohort, 1000)]
        assert len(await uow.figures.overdue(cohort, 3)) == 3
    assert sorted(found) == expected and [moment for moment, _ in found] == sorted(m for m, _ in found)


def written(number: int, received: datetime, topic: str, place: str) -> Known:
    """One message that nobody answered."""
    row = RegistryRow("social", f"w{number}", received, topic=topic, place=place)
    return Known(row, received + timedelta(days=3), "social", None, settlement_of(place, "Чайковский"))


async def test_a_topic_and_a_village_that_grew_are_found(database: Database) -> None:
    until = datetime(2026, 11, 23, tzinfo=ZONE)
    weekly = {("Дороги", "ул. Мира, 1"): [6, 5, 7, 6, 5, 6], ("Тепло", "с. Фоки"): [12, 2, 1, 3, 2, 1]}
    known = [
        written(len(topic) * 1000 + week * 100 + number, until - timedelta(days=7 * week + 1), topic, place)
        for (topic, place), counts in weekly.items()
        for week, count in enumerate(counts)
        for number in range(count)
    ]
    await put(database, known)
    async with database.read() as uow:
        spikes = await uow.figures.spikes(until, Scope())
        assert {(one.dimension, one.key, one.count) for one in spikes} == {
            (Dimension.TOPIC, "Тепло", 12),
            (Dimension.SETTLEMENT, "с. Фоки", 12),
        }
        assert await uow.figures.spikes(until, Scope(None, ("pos",))) == []
        # A fortnight earlier too little was known to say what is usual.
        assert await uow.figures.spikes(until - timedelta(days=28), Scope()) == []


async def test_a_house_that_writes_again_within_the_days_is_a_repeat(database: Database) -> None:
    moments = [NOW - timedelta(days=days) for days in (1, 20, 49, 60)]
    known = [
        written(number, moment, "Тепло", place)
        for number, (moment, place) in enumerate(
            zip(moments, ("ул. Мира, 5", "ул. Мира 5, кв. 3", "УЛ. МИРА, 5", "ул. Мира, 5"), strict=True)
        )
    ]
    known += [written(9, NOW - timedelta(days=2), "Снег", "ул. Мира, 5")]
    known += [written(10 + n, NOW - timedelta(days=n + 1), "Снег", "с. Фоки") for n in range(3)]
    await put(database, known)
    async with database.read() as uow:
        (one,) = await uow.figures.repeats(Cohort(NOW - timedelta(days=25), NOW, NOW))
        assert (one.topic, one.count) == ("Тепло", 2)
        (one,) = await uow.figures.repeats(Cohort(NOW - timedelta(days=3), NOW, NOW))
        assert one.count == 1


@pytest.mark.parametrize("text", ["2026-W47", "2026-10"])
async def test_everything_at_once_says_what_its_parts_say(database: Database, text: str) -> None:
    known, period = made_up(7, 80), read_period(text)
    await put(database, known)
    async with database.read() as uow:
        figures = await uow.figures.of(period, NOW, Scope())
    begin, end = period.starts(ZONE), period.ends(ZONE)
    assert figures.now.whole == tally(chosen_by(Cohort(begin, end, NOW), known), NOW)
    came = [one for one in known if begin <= one.row.received_at < min(end, NOW)]
    assert figures.outside == sum(one.row.status in OUT_OF_CONTROL for one in came)
    if period == week_of(period.first):
        assert figures.before.whole.received == len(
            chosen_by(Cohort(begin - timedelta(days=7), begin, NOW), known)
        )
        month = Cohort(begin - timedelta(days=28), begin, NOW - timedelta(days=7))
        assert figures.month == tally(chosen_by(month, known), month.as_of)
    else:
        assert period == month_of(period.first) and figures.month is None
