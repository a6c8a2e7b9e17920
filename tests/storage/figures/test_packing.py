"""Figures read from packed months are those counted from the messages, whatever happens to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, update

from bot.storage.database import Database
from bot.storage.figures.counts import Counts
from bot.storage.figures.pieces import WAITED, Pieces
from bot.storage.figures.store import StoredFigures
from bot.storage.figures.tables import changed_days, packed_messages, packed_months, packed_tallies
from bot.storage.messages.tables import messages
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.figures import pack_month
from domain.figures.figures import Cohort, Repeat, Scope, scope_of

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 11, 24, 8, 25, tzinfo=ZONE)
BEGAN = datetime(2026, 8, 20, tzinfo=ZONE)
DAYS = 90
TOPICS, PLACES = ("Дороги", "Тепло"), ("ул мира 5", "с фоки 1", "")


def moments(since: datetime, days: int) -> st.SearchStrategy[datetime]:
    """Moments of these days; edges of days and seconds among them."""
    seconds = st.one_of(st.integers(0, days * 86_400), st.integers(0, days).map(lambda day: day * 86_400))
    parts = st.sampled_from((0, 1, 999_999, -1))
    return st.builds(lambda s, part: since + timedelta(seconds=s, microseconds=part), seconds, parts)


def drawn(random: Random, number: int) -> dict[str, object]:
    """A message at random."""
    received = BEGAN + timedelta(
        days=random.randrange(DAYS), seconds=random.choice((0, 86_399, random.randrange(86_400)))
    )
    received += timedelta(microseconds=random.choice((0, 1, 999_999)))
    took = timedelta(hours=random.choice((0, 1, 30, 72, 200, 900)), seconds=random.randrange(3))
    topic, place = random.choice(TOPICS), random.choice(PLACES)
    return {
        "channel": random.choice(("pos", "social", "appeal")),
        "number": f"№ {number}",
        "number_key": f"{number}",
        "received_at": received,
        "topic": topic,
        **dict.fromkeys(("text", "executor", "author", "url", "registry_hash"), ""),
        "place": place,
        "address": place,
        "settlement": random.choice(("", "с. Фоки")),
        "block": random.choice(("social", "infrastructure", None)),
        "block_presumed": random.random() < 0.3,
        "unit": random.choice(("unit_a", None)),
        "deadline_at": received + timedelta(hours=72),
        "answered_at": random.choice((None, received + took)),
        "delay_reason": random.choice(("", "Нет денег")),
        "important": random.random() < 0.3,
        "interim_at": random.choice((None, None, received + timedelta(days=random.randrange(60)))),
        "refuted_at": random.choice((None, None, received + timedelta(days=random.randrange(60)))),
        "outside": random.choice(("", "", "", "withdrawn")),
        "imported_at": NOW,
    }


class Counted(StoredFigures):
    """Figures that know of no packed month."""

    async def _pieces(self, cohort: Cohort) -> Pieces:
        return Pieces((), ((cohort.since, cohort.until),))


Said = tuple[Counts, list[Repeat]]


async def said(figures: StoredFigures, cohort: Cohort) -> Said:
    """All that is read from packed months."""
    return await figures.counts(cohort), list(await figures.repeats(cohort))


async def both(database: Database, cohort: Cohort) -> tuple[Said, Said]:
    """What is read, and the plain query."""
    async with database.read() as uow:
        return await said(uow.figures, cohort), await said(Counted(uow), cohort)


async def pack(database: Database) -> None:
    """As at night."""
    async with database.write() as uow:
        await uow.packed_months.begin(worth=1)
    while await pack_month(database):
        pass


async def empty(database: Database, random: Random, count: int) -> None:
    """These messages and no others, nothing packed."""
    async with database.write() as uow:
        for table in (packed_messages, packed_tallies, packed_months, messages, changed_days):
            await uow.connection.execute(delete(table))
        if count:
            await uow.connection.execute(insert(messages), [drawn(random, one) for one in range(count)])


async def change_some(uow: StoredUnitOfWork, random: Random) -> None:
    """One column of one message or of many, by one statement."""
    name = random.choice([name for name in drawn(random, 0) if name not in ("number", "number_key")])
    of = random.choice((messages.c.channel == "pos", messages.c.number_key == str(random.randrange(40))))
    await uow.connection.execute(update(messages).where(of).values({name: drawn(random, 0)[name]}))


async def put_in(uow: StoredUnitOfWork, random: Random) -> None:
    """More messages, in one statement."""
    start = 1000 + random.randrange(10**6) * 10
    await uow.connection.execute(insert(messages), [drawn(random, start + one) for one in range(3)])


async def take_away(uow: StoredUnitOfWork, random: Random) -> None:
    """As an undone import does."""
    await uow.connection.execute(delete(messages).where(messages.c.number_key == str(random.randrange(40))))


async def blank(uow: StoredUnitOfWork, _: Random) -> None:
    """Words of what was answered long ago."""
    await uow.messages.blank_answered(NOW - timedelta(days=60), 3)


async def answer(uow: StoredUnitOfWork, random: Random) -> None:
    """By hand, or taken back."""
    found = await uow.connection.scalar(
        select(messages.c.id).where(messages.c.number_key == str(random.randrange(40)))
    )
    if found is not None:
        await uow.messages.answer(found, random.choice((None, NOW - timedelta(days=random.randrange(80)))))


Steps = list[tuple[int, bool]]
CHANGES: tuple[Callable[[StoredUnitOfWork, Random], Awaitable[None]], ...] = (
    change_some, put_in, take_away, blank, answer,
)  # fmt: skip

cohorts = st.builds(
    lambda ends, wide, later, scope: (
        Cohort(min(ends), max(ends), max(ends) + later, scope)
        if wide
        else Cohort(datetime(2026, 9, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE), NOW, scope)
    ),
    st.tuples(moments(BEGAN, DAYS), moments(BEGAN, DAYS)),
    st.booleans(),
    st.integers(0, 40 * 24).map(lambda hours: timedelta(hours=hours)),
    st.sampled_from((0, 1, 2, 3)).map(lambda at: SCOPES[at]),
)
SCOPES: list[Scope] = []


@pytest.fixture(autouse=True)
def scopes(database: Database) -> None:
    """Whose figures a seat of the profile sees."""
    every = list(dict.fromkeys(scope_of(seat) for seat in database.profile.seats))
    by_block = [scope for scope in every if scope.block]
    SCOPES[:] = [Scope(), by_block[0], by_block[1], next(scope for scope in every if scope.channels)]


async def agree(database: Database, seed: int, count: int, steps: Steps, asked: list[Cohort]) -> None:
    """Messages at random, changed step by step and packed after some: always the same is said of a cohort."""
    random = Random(seed)
    await empty(database, random, count)
    await pack(database)
    for step, packs in [*steps, (0, False)]:
        async with database.write() as uow:
            await CHANGES[step](uow, random)
        if packs:
            await pack(database)
        for cohort in asked:
            read, plain = await both(database, cohort)
            assert read == plain


EXAMPLES = given(
    seed=st.integers(0, 10**6),
    count=st.integers(0, 60),
    steps=st.lists(st.tuples(st.sampled_from(range(len(CHANGES))), st.booleans()), max_size=4),
    asked=st.lists(cohorts, min_size=1, max_size=3),
)
SOME = settings(
    max_examples=3,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a database is no quick thing to shrink with
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@SOME
@EXAMPLES
async def test_what_is_read_is_what_is_counted(
    database: Database, seed: int, count: int, steps: Steps, asked: list[Cohort]
) -> None:
    await agree(database, seed, count, steps, asked)


@pytest.mark.long
@settings(SOME, max_examples=20)
@EXAMPLES
async def test_what_is_read_is_what_is_counted_of_many(
    database: Database, seed: int, count: int, steps: Steps, asked: list[Cohort]
) -> None:
    await agree(database, seed, count, steps, asked)


OCTOBER = Cohort(datetime(2026, 10, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE), NOW)
SEPTEMBER_ON = Cohort(datetime(2026, 9, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE), NOW)


async def months_read(database: Database, cohort: Cohort) -> int:
    """How many packed months a cohort is read from."""
    async with database.read() as uow:
        return len((await uow.figures._pieces(cohort)).months)


async def test_a_month_is_read_while_nothing_of_it_has_changed(database: Database) -> None:
    await empty(database, Random(1), 60)
    assert await months_read(database, SEPTEMBER_ON) == 0
    await pack(database)
    assert await months_read(database, SEPTEMBER_ON) == 2
    # What was not settled then is looked at; a cohort cut by a day counts the month that it cuts.
    assert await months_read(database, replace(SEPTEMBER_ON, since=BEGAN)) == 2
    assert await months_read(database, replace(SEPTEMBER_ON, since=datetime(2026, 9, 2, tzinfo=ZONE))) == 1
    # As it stood before it was settled it is counted from its messages.
    assert await months_read(database, replace(SEPTEMBER_ON, as_of=OCTOBER.until)) == 1
    assert await months_read(database, replace(SEPTEMBER_ON, scope=Scope("nobodys"))) == 0
    october = messages.c.received_at >= OCTOBER.since
    async with database.write() as uow:
        await uow.connection.execute(update(messages).where(october).values(text="Другие слова"))
    assert await months_read(database, SEPTEMBER_ON) == 2
    async with database.write() as uow:
        await uow.connection.execute(update(messages).where(october).values(topic="Снег"))
    assert await months_read(database, SEPTEMBER_ON) == 1
    await pack(database)
    assert await months_read(database, SEPTEMBER_ON) == 2


async def test_a_change_while_a_month_is_counted_is_not_lost(database: Database) -> None:
    await empty(database, Random(2), 60)
    async with database.write() as uow:
        await uow.packed_months.begin(worth=1)
    while True:
        async with database.read() as uow:
            month = await uow.packed_months.next()
            found = await uow.packed_months.count(month) if month else None
        if month is None or found is None:
            break
        async with database.write() as uow:
            await uow.connection.execute(update(messages).values(topic=f"Тема {month.id}"))
        async with database.write() as uow:
            await uow.packed_months.keep(month, found)
    read, plain = await both(database, SEPTEMBER_ON)
    assert read == plain and await months_read(database, SEPTEMBER_ON) == 0


async def test_a_month_that_was_let_go_meanwhile_is_not_kept(database: Database) -> None:
    await empty(database, Random(3), 60)
    async with database.write() as uow:
        await uow.packed_months.begin(worth=1)
    async with database.read() as uow:
        month = await uow.packed_months.next()
        assert month is not None
        found = await uow.packed_months.count(month)
    async with database.write() as uow:
        await uow.connection.execute(update(messages).values(topic="Снег"))
        await uow.packed_months.begin(worth=1)
    async with database.write() as uow:
        await uow.packed_months.keep(month, found)
    read, plain = await both(database, SEPTEMBER_ON)
    assert read == plain


async def test_without_what_notes_changed_days_the_figures_are_wrong(database: Database) -> None:
    """That the tests above can fail."""
    await empty(database, Random(4), 60)
    await pack(database)
    async with database.write() as uow:
        on = "" if database.sqlite else " ON messages"
        await uow.connection.exec_driver_sql(f"DROP TRIGGER changed_days_changed{on}")
        await uow.connection.execute(update(messages).values(topic="Снег"))
    read, plain = await both(database, SEPTEMBER_ON)
    assert read != plain


async def test_a_small_month_is_not_worth_it(database: Database) -> None:
    await empty(database, Random(5), 60)
    async with database.write() as uow:
        assert not await uow.packed_months.begin()
        assert await uow.packed_months.begin(worth=1)


async def test_what_is_overdue_without_an_answer_is_packed_until_it_is_answered(database: Database) -> None:
    await empty(database, Random(5), 60)
    async with database.write() as uow:
        unanswered = dict.fromkeys(("answered_at", "interim_at", "refuted_at"))
        await uow.connection.execute(update(messages).values(unanswered))
    await pack(database)

    async def looked_at() -> int:
        async with database.read() as uow:
            waited = select(func.count()).where(packed_messages.c.kind == WAITED)
            return int(await uow.connection.scalar(waited) or 0)

    assert await looked_at() == 0
    yesterday = replace(SEPTEMBER_ON, as_of=NOW - timedelta(days=1))
    read, plain = await both(database, yesterday)
    assert read == plain and read[0].breakup.whole.overdue
    async with database.write() as uow:
        await uow.connection.execute(update(messages).values(answered_at=NOW))
    await pack(database)
    # Yesterday it was overdue, though today it is not.
    assert await looked_at() > 0
    assert await both(database, yesterday) == (read, plain)
