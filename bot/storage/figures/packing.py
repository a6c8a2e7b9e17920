"""Months of figures, packed: which are to be, what of them is kept, and what no longer holds.

1. `begin` lets go of the months whose messages have changed and puts down rows of those that are missing.
2. A month is counted by a reading transaction, so that nobody waits for it.
3. `keep` writes what was counted, if the row is still there. A message that changed since the row was put
   down has left its day behind, and a month with such a day is not read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from sqlalchemy import ScalarSelect, and_, delete, func, insert, or_, select, union_all, update

from bot.storage.figures.counting import KEYS, SUMS, base_of, counted, received_within, scoped, settled
from bot.storage.figures.pieces import REPEATED, WAITED, Pieces, has_changed, scope_name, scope_named
from bot.storage.figures.repeating import reaches_back, repeated_within
from bot.storage.figures.tables import changed_days, packed_messages, packed_months, packed_tallies
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.figures.figures import Cohort, Scope
from domain.figures.packing import month_cohort, months_to_pack, packed_scopes

WORTH_PACKING = 1000
"""A month of fewer messages is counted as fast as it is read."""

_AT_ONCE = 500  # rows


@dataclass(frozen=True, slots=True)
class PackedMonth:
    """A row that was put down: the messages that it is of, within how many days one repeats another."""

    id: int
    cohort: Cohort
    repeat_days: int


@dataclass(frozen=True, slots=True)
class CountedMonth:
    """What was counted of a month: tallies as rows, and messages to look at by their kind."""

    tallies: Sequence[dict[str, Any]]
    messages: Sequence[dict[str, Any]]


class StoredPackedMonths(Store):
    """Months of figures that were counted once."""

    async def begin(self, worth: int = WORTH_PACKING) -> bool:
        wanted = await self._wanted(worth)
        await self._forget({row["scope"] for row in wanted})
        if wanted:
            statement = upsert(self.connection, packed_months).on_conflict_do_nothing()
            await self.connection.execute(statement, wanted)
        if await self.next() is None:
            return False
        self.ask_work()
        return True

    async def _forget(self, scopes: set[str]) -> None:
        # Only days that are seen here: one that is noted meanwhile stays.
        seen = list(await self.connection.scalars(select(changed_days.c.id)))
        other = packed_months.c.repeat_days != self.profile.figures.repeat_days
        await self.connection.execute(
            delete(packed_months).where(or_(has_changed(), other, packed_months.c.scope.not_in(scopes)))
        )
        for start in range(0, len(seen), _AT_ONCE):
            some = changed_days.c.id.in_(seen[start : start + _AT_ONCE])
            await self.connection.execute(delete(changed_days).where(some))

    async def _wanted(self, worth: int) -> list[dict[str, Any]]:
        """Rows of the months that are to be packed."""
        zone, scopes = self.profile.time_zone, packed_scopes(self.profile)
        months = list(months_to_pack(self.clock.now(), zone))
        asked = [_some(month_cohort(month, zone, Scope()), worth) for month in months]
        if not asked:
            return []
        counts = (await self.connection.execute(select(*asked))).one()
        large = [month for month, count in zip(months, counts, strict=True) if count >= worth]
        return [self._row(month_cohort(month, zone, scope)) for month in large for scope in scopes]

    def _row(self, month: Cohort) -> dict[str, Any]:
        days = self.profile.figures.repeat_days
        return {
            "scope": scope_name(month.scope),
            "since": month.since,
            "until": month.until,
            "settled_at": month.as_of,
            "repeat_days": days,
            "first_day": reaches_back(month.since, days).astimezone(UTC).date(),
            "last_day": month.until.astimezone(UTC).date(),
        }

    async def next(self) -> PackedMonth | None:
        """The newest month that was asked for and is not counted."""
        waiting = (
            select(packed_months)
            .where(~packed_months.c.counted)
            .order_by(packed_months.c.since.desc(), packed_months.c.id)
            .limit(1)
        )
        row = (await self.connection.execute(waiting)).first()
        if row is None:
            return None
        cohort = Cohort(row.since, row.until, row.settled_at, scope_named(row.scope))
        return PackedMonth(row.id, cohort, row.repeat_days)

    async def count(self, month: PackedMonth) -> CountedMonth:
        """Count a month, as it stood when it was settled."""
        cohort = month.cohort
        whole = Pieces((), ((cohort.since, cohort.until),))
        base = base_of(cohort, whole, settled(cohort.as_of))
        tallies = union_all(*(select(counted(base, whole, dimension)) for dimension in KEYS))
        rows = (await self.connection.execute(tallies)).mappings()
        names = ("dimension", "key", "hours", *SUMS)
        received = received_within(cohort.since, cohort.until)
        waited = select(messages.c.id).where(scoped(cohort.scope), received, ~settled(cohort.as_of))
        repeated = repeated_within(cohort.since, cohort.until, cohort.scope, month.repeat_days)
        return CountedMonth(
            [{"month_id": month.id, **{name: row[name] for name in names}} for row in rows],
            [
                {"month_id": month.id, "kind": kind, "message_id": found}
                for kind, asked in ((WAITED, waited), (REPEATED, repeated))
                for found in await self.connection.scalars(asked)
            ],
        )

    async def keep(self, month: PackedMonth, found: CountedMonth) -> None:
        """Keep what was counted, unless the month was let go of meanwhile, or another has counted it."""
        mine = and_(packed_months.c.id == month.id, ~packed_months.c.counted)
        done = await self.connection.execute(update(packed_months).where(mine).values(counted=True))
        if not done.rowcount:
            return
        for table, rows in ((packed_tallies, found.tallies), (packed_messages, found.messages)):
            for start in range(0, len(rows), _AT_ONCE):
                await self.connection.execute(insert(table), rows[start : start + _AT_ONCE])


def _some(month: Cohort, most: int) -> ScalarSelect[int]:
    """How many messages a month has, no more than `most`."""
    some = select(messages.c.id).where(received_within(month.since, month.until)).limit(most).subquery()
    return select(func.count()).select_from(some).scalar_subquery()
