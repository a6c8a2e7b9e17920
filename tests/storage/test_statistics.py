"""What the planner goes by is gathered by the bot itself, and long lists are read in their order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.storage.database import Database
from bot.storage.messages.selecting import among, in_section, known_messages, order
from bot.storage.statistics import gather_statistics, has_statistics
from domain.messages.message import RegistryRow
from domain.messages.sections import MessageFilter, Section
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
    database: Database,
    clock: SetClock,
    chosen: dict[str, str],
    section: Section,
) -> None:
    if not database.sqlite:
        return  # its planner reads a table of this size whole, whatever the index
    await _filled(database, clock)
    await gather_statistics(database)
    now = clock.now()
    asked = MessageFilter(now, now, now, now, **chosen)  # type: ignore[arg-type]
    page = known_messages().where(among(asked), in_section(asked, section)).order_by(*order(section)).limit(6)
    async with database.read() as uow:
        compiled = page.compile(uow.connection.sync_engine, compile_kwargs={"literal_binds": True})
        plan = (await uow.connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))).all()
    told = " ".join(str(row[-1]) for row in plan)
    assert "TEMP B-TREE" not in told and f"ix_messages_{next(iter(chosen), '')}".rstrip("_") in told, told
