"""What each person's next words in their private chat mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, String, Table, delete, select

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
        self._now: dict[int, Expectation | None] = {}

    async def set(self, user_id: int, expectation: Expectation | None) -> None:
        """What this person's next words mean; None: nothing in particular."""
        of_person = expectations.c.user_id == user_id
        former: Any = select(expectations.c.kind, expectations.c.content).where(of_person)
        if expectation is None:
            former = delete(expectations).where(of_person).returning(*former.selected_columns)
        row = (await self.connection.execute(former)).first()
        asked = row.content.get(_ASKED) if row else None
        self._before.setdefault(user_id, {**asked, "awaits": row.kind} if row and asked else {})
        self._now[user_id] = expectation
        if expectation is not None:
            await self._keep(user_id, expectation, expectation.content)

    async def _keep(self, user_id: int, expectation: Expectation, content: Mapping[str, Any]) -> None:
        values = {"kind": expectation.kind, "content": dict(content), "since": self.clock.now()}
        statement = upsert(self.connection, expectations).values(user_id=user_id, **values)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["user_id"], set_=values)
        )

    async def of(self, user_id: int) -> Expectation | None:
        """What was expected of this person."""
        row = (
            await self.connection.execute(select(expectations).where(expectations.c.user_id == user_id))
        ).first()
        if row is None:
            return None
        return Expectation(row.kind, {name: value for name, value in row.content.items() if name != _ASKED})

    async def settle(self, user_id: int, turned: Sequence[Turned]) -> Mapping[str, Any] | None:
        """Which card asked is kept with what it asked for; the card that asks in vain now, with what it was.

        `turned` are the cards of the person's chat that this transaction has turned or sent, in that order.
        """
        if user_id not in self._now:
            return None
        before, now = self._before.pop(user_id), self._now.pop(user_id)
        goes_on = any(_same(one, before) for one in turned)
        asked: Mapping[str, Any] = {}
        if now is not None and turned:
            asked = _asked(turned[-1], before)
        elif now is not None and now.kind == before.get("awaits"):
            asked, goes_on = before, True
        if now is not None and asked:
            await self._keep(user_id, now, {**now.content, _ASKED: {**asked}})
        return before if before and not goes_on else None


def _same(card: Turned, before: Mapping[str, Any]) -> bool:
    return (card.kind, card.subject) == (before.get("kind"), before.get("subject"))


def _asked(card: Turned, before: Mapping[str, Any]) -> Mapping[str, Any]:
    was = before["was"] if _same(card, before) else card.was
    if was == card.content or any(card.content.get(name) for name in _GIVEN):
        was = {**card.content, "paused": True}
    return {"row": card.row, "kind": card.kind, "subject": card.subject, "was": was}
