"""Papers on their way to units: each mark once, on both engines."""

from __future__ import annotations

from datetime import timedelta

from bot.storage.database import Database
from tests.conftest import SetClock


async def test_each_mark_is_made_once(database: Database, clock: SetClock) -> None:
    sent = clock.now()
    async with database.write() as uow:
        for _ in range(2):
            await uow.dispatches.add("protocol:1", "roads", by_hand=False)
            await uow.dispatches.add("protocol:1", "parks", by_hand=True)
        assert [one.sent_at for one in await uow.dispatches.of("protocol:1")] == [None, sent]
        assert not await uow.dispatches.sent_by_hand("protocol:1", "roads", 7)
        assert await uow.dispatches.sent_by_hand("protocol:1", "parks", 7)
        assert not await uow.dispatches.sent_by_hand("protocol:1", "parks", 7)
        waiting = await uow.dispatches.unconfirmed(sent + timedelta(seconds=1))
        assert [one.unit for one in waiting] == ["roads"]
        assert await uow.dispatches.unconfirmed(sent) == []
        assert await uow.dispatches.confirm("protocol:1", "roads", 9)
        assert not await uow.dispatches.confirm("protocol:1", "roads", 9)
        assert not await uow.dispatches.confirm("protocol:2", "roads", 9)
        assert await uow.dispatches.unconfirmed(sent + timedelta(seconds=1)) == []
