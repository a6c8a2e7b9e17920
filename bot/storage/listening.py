"""When the office last heard the messenger, so that a start knows how long it was away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Integer, Table, select

from bot.storage.columns import Moment, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert

TAP_LIVES = timedelta(seconds=150)
"""How long the messenger keeps a tap (telegram-bot-api, `Client::add_new_callback_query`)."""

listening = Table(
    "listening",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("heard_at", Moment, nullable=False),
    Column("away_seconds", Integer, nullable=False),
    Column("back_at", Moment),
)


@dataclass(frozen=True, slots=True)
class Away:
    """The newest time that the office was away for longer than a tap lives, and when it was back."""

    lasted: timedelta
    back_at: datetime


class StoredListening(Store):
    """One row. Its moments are the system's, not the office's: the messenger goes by those."""

    async def heard(self, now: datetime) -> Away | None:
        """The messenger is heard now; the newest absence, if there was any."""
        row = (await self.connection.execute(select(listening))).first()
        away, back_at = (row.away_seconds, row.back_at) if row else (0, None)
        if row is not None and now - row.heard_at > TAP_LIVES:
            away, back_at = int((now - row.heard_at).total_seconds()), now
        values = {"heard_at": now, "away_seconds": away, "back_at": back_at}
        statement = upsert(self.connection, listening).values(id=1, **values)
        await self.connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
        return Away(timedelta(seconds=away), back_at) if back_at is not None else None
