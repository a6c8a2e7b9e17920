"""What each person's next words in their private chat mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, String, Table, delete, select, update

from bot.storage.columns import Moment, metadata
from bot.storage.outbox.turned import Turned
from bot.storage.transaction import Store, Transaction
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


# Under this in `content`: the card that asked, and what it was before.
_ASKED = "asked"
# What a card carries of what was given to it already. Such a one is not put back, it pauses; so does one
# that was nothing else before it asked.
_GIVEN = {"note", "files"}


class StoredExpectations(Store):
    """Expectations in the database, one a person; each knows the card that asked."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._before: dict[int, Mapping[str, Any]] = {}

    async def set(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""
        whose = expectations.c.user_id == user_id
        if expectation is None:
            ended = delete(expectations).where(whose).returning(expectations.c.kind, expectations.c.content)
            self._note(user_id, (await self.connection.execute(ended)).first())
            return
        former = select(expectations.c.kind, expectations.c.content).where(whose)
        self._note(user_id, (await self.connection.execute(former)).first())
        values = {
            "kind": expectation.kind,
            "content": dict(expectation.content),
            "since": self.clock.now(),
        }
        statement = upsert(self.connection, expectations).values(user_id=user_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["user_id"], set_=values)
        )

    def _note(self, user_id: int, row: Any) -> None:
        asked = row.content.get(_ASKED) if row else None
        self._before.setdefault(user_id, {"awaits": row.kind, **asked} if asked else {})

    async def of(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""
        row = await self._row(user_id)
        if row is None:
            return None
        return Expectation(row.kind, {name: value for name, value in row.content.items() if name != _ASKED})

    async def _row(self, user_id: int) -> Any:
        return (
            await self.connection.execute(select(expectations).where(expectations.c.user_id == user_id))
        ).first()

    async def settle(self, user_id: int, turned: Sequence[Turned]) -> Mapping[str, Any] | None:
        """Which card asked is kept with what it asked for; the card that asks in vain now, as it was before.

        `turned` are the cards of the person's chat that this transaction has turned or sent, in that order.
        """
        if user_id not in self._before:
            return None
        before, row = self._before.pop(user_id), await self._row(user_id)
        again = any((one.kind, one.subject) == (before.get("kind"), before.get("subject")) for one in turned)
        asked: Mapping[str, Any] | None = None
        if row is not None and turned:
            asked = self._asked(turned[-1], before if again else {})
        elif row is not None and row.kind == before.get("awaits"):
            asked, again = before, True
        if asked:
            content = {**row.content, _ASKED: {**asked}}
            whose = update(expectations).where(expectations.c.user_id == user_id)
            await self.connection.execute(whose.values(content=content))
        return before if before and not again else None

    @staticmethod
    def _asked(card: Turned, before: Mapping[str, Any]) -> Mapping[str, Any]:
        same = (card.kind, card.subject) == (before.get("kind"), before.get("subject"))
        was = before["was"] if same else card.was
        if was == card.content or any(card.content.get(name) for name in _GIVEN):
            was = {**card.content, "paused": True}
        return {"row": card.row, "kind": card.kind, "subject": card.subject, "was": was}
