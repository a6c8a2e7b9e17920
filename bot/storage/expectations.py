"""What each person's next words in their private chat mean."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, String, Table, delete, select

from bot.storage.columns import Moment, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.office.ports import Expectation

expectations = Table(
    "expectations",
    metadata,
    Column("user_id", BigInteger, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("content", JSON, nullable=False),
    Column("since", Moment, nullable=False),
)


class StoredExpectations(Store):
    """Expectations in the database, one a person."""

    async def set(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""
        if expectation is None:
            await self.connection.execute(delete(expectations).where(expectations.c.user_id == user_id))
            return
        values = {
            "kind": expectation.kind,
            "content": dict(expectation.content),
            "since": self.clock.now(),
        }
        statement = upsert(self.connection, expectations).values(user_id=user_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["user_id"], set_=values)
        )

    async def of(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""
        row = (
            await self.connection.execute(select(expectations).where(expectations.c.user_id == user_id))
        ).first()
        return Expectation(row.kind, row.content) if row else None
