"""What the planner goes by is gathered by the bot itself, and long lists are read in their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy import and_, event, select, text

from bot.storage.database import Database
from bot.storage.imports.conflicts import SAME_MESSAGE
from bot.storage.imports.tables import import_rows
from bot.storage.messages.listing import page_after
from bot.storage.messages.selecting import among, in_section, known_messages, order
from bot.storage.messages.tables import messages
from bot.storage.statistics import gather_statistics, has_statistics
from domain.messages.listing import Mark, Sorting, sortings
from domain.messages.message import RegistryRow
from domain.messages.sections import Cut, MessageFilter, Outcome, Section
from tests.conftest import SetClock
from tests.storage.messages.test_message_search import put_in

_MANY = 400


async def _filled(database: Database, clock: SetClock) -> None:
    topics = ("Дороги", "Уборка снега", "Освещение", "Детские сады")
    rows = [
        RegistryRow(
            "pos", str(number), clock.now() - timedelta(hours=number), topic=topics[number % 4], text="Текст",
            answered_at=clock.now() if number % 3 else None,
        )
        for number in range(_MANY)
    ]  # fmt: skip
    await put_in(database, clock, *rows)


async def test_statistics_are_gathered_once_there_is_nothing_to_go_by(
    database: Database, clock: SetClock
) -> None:
    await _filled(database, clock)
    assert await has_statistics(database) is not database.sqlite
    await gather_statistics(database, "messages")
    assert await has_statistics(database)
    async with database.read() as uow:
        known = "SELECT stat FROM sqlite_stat1 WHERE idx = 'ix_messages_received'"
        if not database.sqlite:
            known = "SELECT reltuples::int FROM pg_class WHERE relname = 'messages'"
        assert str(await uow.connection.scalar(text(known))).split()[0] == str(_MANY)
    await gather_statistics(database)


@pytest.mark.parametrize(
    "chosen", [{"topic": "Дороги"}, {"unit": "dorogi"}, {"block": "infrastructure"}, {}], ids=str
)
@pytest.mark.parametrize("section", [Section.ANSWERED, Section.ALL])
async def test_a_list_is_read_in_its_order(
    database: Database, clock: SetClock, chosen: dict[str, str], section: Section
) -> None:
    await _is_read_by(database, clock, chosen, section, f"ix_messages_{next(iter(chosen), '')}".rstrip("_"))


@pytest.mark.parametrize("chosen", [{"topic": "Дороги"}, {"block": "infrastructure"}, {}], ids=str)
async def test_what_is_open_is_read_in_its_order(
    database: Database, clock: SetClock, chosen: dict[str, str]
) -> None:
    """Of a topic it was sought among all that is open, however little the topic had."""
    index = f"ix_messages_open_by_{next(iter(chosen))}" if chosen else "ix_messages_open"
    await _is_read_by(database, clock, chosen, Section.OPEN, index)


@pytest.mark.parametrize("chosen", [{"unit": "dorogi"}, {"block": "infrastructure"}], ids=str)
@pytest.mark.parametrize(("section", "few"), [(Section.OPEN, "open_received"), (Section.OUTSIDE, "outside")])
async def test_the_oldest_of_few_are_not_sought_among_all(
    database: Database, clock: SetClock, chosen: dict[str, str], section: Section, few: str
) -> None:
    """They stand behind years of what was answered."""
    index = f"ix_messages_{few}_by_{next(iter(chosen))}"
    await _is_read_by(database, clock, chosen, section, index, Sorting.RECEIVED)


async def _is_read_by(
    database: Database,
    clock: SetClock,
    chosen: dict[str, str],
    section: Section,
    index: str,
    sorting: Sorting | None = None,
) -> None:
    if not database.sqlite:
        return  # its planner reads a table of this size whole, whatever the index
    await _filled(database, clock)
    await gather_statistics(database)
    now = clock.now()
    asked = MessageFilter(now, now, now, now, **chosen)  # type: ignore[arg-type]
    which = and_(among(asked), in_section(asked, section))
    page = known_messages().where(which).order_by(*order(section)).limit(6)
    if sorting is not None:
        page = page_after(which, sorting, None, 6)
    async with database.read() as uow:
        compiled = page.compile(uow.connection.sync_engine, compile_kwargs={"literal_binds": True})
        plan = (await uow.connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))).all()
    told = " ".join(str(row[-1]) for row in plan)
    assert "TEMP B-TREE" not in told and index in told, told


async def test_topics_to_choose_from_are_those_of_late(
    database: Database, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among very many they were the first of the alphabet, as an index has them."""
    monkeypatch.setattr("bot.storage.messages.listed._NEWEST_OF_A_TOPIC", 5)
    monkeypatch.setattr("bot.storage.messages.listed._WORTH_A_TOPIC", 5)
    moments = [(number, clock.now() - timedelta(hours=number)) for number in range(40)]
    rows = [
        RegistryRow("pos", str(number), moment, topic="Аварии" if number > 4 else "Ямы", text="Текст")
        for number, moment in moments
    ]
    await put_in(database, clock, *rows)
    now = clock.now()
    async with database.read() as uow:
        assert await uow.messages.topics(MessageFilter(now, now, now, now), Section.ALL, 20) == ["Ямы"]


_NARROWED: dict[str, Any] = {
    "block": "infrastructure", "channels": ("pos",), "unit": "dorogi", "topic": "Дороги", "words": "текст",
    "cut": Cut(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), Outcome.BEHIND, "Фоки"),
}  # fmt: skip


@pytest.mark.parametrize("names", [(), *combinations(_NARROWED, 1), *combinations(_NARROWED, 2)], ids=str)
async def test_no_page_reads_all_messages(
    database: Database, clock: SetClock, names: tuple[str, ...]
) -> None:
    """Whatever is asked for, in whatever order, from wherever on: an index is read."""
    if not database.sqlite:
        return  # its planner reads a table of this size whole, whatever the index
    await _filled(database, clock)
    await gather_statistics(database)
    now, said = clock.now(), list[tuple[str, Any]]()
    asked = MessageFilter(now, now, now, now, **{name: _NARROWED[name] for name in names})
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: said.append(given[2:4]))
    async with database.read() as uow:
        for section in Section:
            for sorting in sortings(section):
                for after in (None, Mark(now - timedelta(hours=90), 1)):
                    await uow.messages.page_after(asked, section, sorting, after, 6)
            await uow.messages.count(asked, section, 1001)
            if names:  # of all messages the first ones of the table will do
                await uow.messages.outlines(asked, section, 6)
        pages = [one for one in said if "FROM messages" in one[0]]
        assert len(pages) > 2 * len(Section)
        for statement, values in pages:
            explained = f"EXPLAIN QUERY PLAN {statement}"
            plan = (await uow.connection.exec_driver_sql(explained, tuple(values))).all()
            whole = [row[-1] for row in plan if "messages" in row[-1] and "INDEX" not in row[-1]]
            assert all("PRIMARY KEY" in one or "message_words" in one for one in whole), (statement, whole)


async def test_topics_are_walked_from_one_to_the_next(database: Database, clock: SetClock) -> None:
    """On either engine, whatever its collation: each once."""
    await _filled(database, clock)
    async with database.read() as uow:
        known = set(await uow.connection.scalars(select(messages.c.topic).distinct()))
        found = await uow.messages.every_topic()
    assert sorted(found) == sorted(known) and known


async def test_a_row_of_a_file_finds_its_message_by_its_number(database: Database) -> None:
    """Without statistics too: each row would read all messages of its channel."""
    if not database.sqlite:
        return  # its planner reads a table of this size whole, whatever the index
    found = select(messages.c.id).select_from(import_rows.join(messages, SAME_MESSAGE))
    async with database.read() as uow:
        plan = (await uow.connection.execute(text(f"EXPLAIN QUERY PLAN {found}"))).all()
    assert any("(number_key=? AND channel=?)" in row[-1] for row in plan), plan
