"""What only one replica may do at a time, on PostgreSQL."""

from __future__ import annotations

import asyncio

from sqlalchemy import event
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.locks import AdvisoryLocks
from tests.conftest import missing

CHATS = [f"chat {number}" for number in range(10)]


async def test_locks_asked_for_at_once_are_one_statement_and_each_is_somebodys(
    postgres: str | None,
) -> None:
    if postgres is None:
        missing("PostgreSQL")
        return
    engine = create_async_engine(f"{postgres}/postgres")
    mine, others = AdvisoryLocks(engine), AdvisoryLocks(engine)
    assert await others.take(CHATS[3])
    said: list[str] = []
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *given: said.append(str(given[2])))

    taken = await asyncio.gather(*(mine.take(chat) for chat in CHATS))
    assert [chat for chat, ours in zip(CHATS, taken, strict=True) if not ours] == [CHATS[3]]
    assert len([statement for statement in said if "pg_try_advisory_lock" in statement]) == 1
    assert not await others.take(CHATS[4])

    await asyncio.gather(*(mine.release(chat) for chat in CHATS if chat != CHATS[3]))
    assert await others.take(CHATS[4]) and not await mine.take(CHATS[3])
    for locks in (mine, others):
        await locks.close()
    await engine.dispose()
