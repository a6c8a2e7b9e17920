"""The figures of a period: counted and added up by SQL."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, literal, select, union_all

from bot.names import masked_place
from bot.storage.figures.asking import counts_asked
from bot.storage.figures.counting import (
    KEYS,
    WHOLE,
    received_within,
    scoped,
    within_cohort,
)
from bot.storage.figures.counts import Counts, counts_of
from bot.storage.figures.pieces import Pieces, pieces_of
from bot.storage.figures.repeating import repeats_of
from bot.storage.messages.selecting import out_of_control, outcomes
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.figures.figures import (
    SPIKE_LEAST,
    Cohort,
    Dimension,
    Figures,
    Repeat,
    Scope,
    Spike,
    Tally,
    cohort_before,
    cohort_of,
    cohort_of_month_before,
    spike,
    spike_weeks,
)
from domain.figures.period import Period
from domain.messages.message import KnownMessage

_MOST_REPEATS = 10


class StoredFigures(Store):
    """Figures from the messages in the database; months that are packed are read from what is packed."""

    async def of(self, period: Period, now: datetime, scope: Scope) -> Figures:
        zone = self.profile.time_zone
        cohort = cohort_of(period, now, zone, scope)
        before = cohort_before(period, now, zone, scope)
        month = cohort_of_month_before(period, now, zone, scope)
        until = min(period.ends(zone), now.astimezone(zone))
        counts = await self.counts(cohort)
        return Figures(
            period,
            now,
            scope,
            counts.breakup,
            (await self.counts(before)).breakup,
            await self.tally(month) if month else None,
            counts.causes,
            until,
            await self.spikes(until, scope),
            await self.repeats(cohort),
            counts.presumed,
            counts.stages,
            await self.outside(cohort),
        )

    async def tally(self, cohort: Cohort) -> Tally:
        """A cohort counted whole."""
        return (await self.counts(cohort, of=(WHOLE,))).breakup.whole

    async def counts(self, cohort: Cohort, of: Sequence[str] = KEYS) -> Counts:
        """A cohort counted whole, by each dimension and by why answers were late: it is read once."""
        pieces = await self._pieces(cohort)
        rows = await self.connection.execute(*counts_asked(cohort, pieces, of))
        return counts_of(rows)

    async def outside(self, cohort: Cohort) -> int:
        """How many of a cohort are out of control: no other number of it counts them."""
        asked = select(func.count()).select_from(messages).where(within_cohort(cohort), out_of_control())
        return int(await self.connection.scalar(asked) or 0)

    async def _pieces(self, cohort: Cohort) -> Pieces:
        return await pieces_of(self.connection, cohort, self.profile.figures.repeat_days)

    async def spikes(self, until: datetime, scope: Scope) -> Sequence[Spike]:
        """Topics and settlements beyond their usual range in the week that ends at this local moment."""
        first: datetime | None = await self.connection.scalar(
            select(func.min(messages.c.received_at, type_=messages.c.received_at.type))
        )
        if first is None:
            return []
        weeks = spike_weeks(until)
        known = sum(since >= first for since, _ in weeks[1:])
        found = []
        for dimension, key, *counts in await self._weekly(weeks, scope):
            one = spike(Dimension(dimension), key, counts, known)
            if one is not None:
                found.append(one)
        return sorted(found, key=lambda one: (-(one.count - one.limit), one.key))

    async def _weekly(self, weeks: Sequence[tuple[datetime, datetime]], scope: Scope) -> Sequence[Any]:
        """Topics and settlements that are met often enough in the newest week; the messages are read once."""
        base = (
            select(messages.c.topic, messages.c.settlement, messages.c.received_at)
            .where(scoped(scope), received_within(weeks[-1][0], weeks[0][1]))
            .cte("base")
            .prefix_with("MATERIALIZED")
        )
        received = base.c.received_at
        counts = [
            func.count(case((and_(received >= since, received < until), 1))).label(f"week_{number}")
            for number, (since, until) in enumerate(weeks)
        ]
        # The office's own city is where most live: it is not a place in it.
        asked = [
            select(literal(dimension.value).label("dimension"), base.c[dimension.value], *counts)
            .where(base.c[dimension.value].not_in(("", self.profile.city)))
            .group_by(base.c[dimension.value])
            .having(counts[0].element >= SPIKE_LEAST)
            for dimension in (Dimension.TOPIC, Dimension.SETTLEMENT)
        ]
        return list(await self.connection.execute(union_all(*asked)))

    async def repeats(self, cohort: Cohort) -> Sequence[Repeat]:
        """Houses that wrote of one topic again within the profile's days."""
        days = self.profile.figures.repeat_days
        asked = repeats_of(await self._pieces(cohort), cohort.scope, days, _MOST_REPEATS)
        found = (await self.connection.execute(asked)).all()
        places = await asyncio.to_thread(lambda: [masked_place(row[0]) for row in found])
        return [Repeat(place, row[1], int(row[2])) for place, row in zip(places, found, strict=True)]

    async def overdue(self, cohort: Cohort, limit: int) -> Sequence[KnownMessage]:
        """The cohort's overdue messages, those with the oldest deadline first."""
        _, _, overdue = outcomes(cohort.as_of)
        rows = await self.connection.execute(
            select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__))
            .where(within_cohort(cohort), overdue)
            .order_by(messages.c.deadline_at, messages.c.id)
            .limit(limit)
        )
        return [KnownMessage(*row) for row in rows]
