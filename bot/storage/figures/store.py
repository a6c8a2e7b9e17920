"""The figures of a period: aggregates of SQL alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, func, or_, select, union_all

from bot.names import masked_place
from bot.storage.figures.counting import (
    base_of,
    begun_hours,
    counted,
    outcome,
    scoped,
    tally_of,
    within_cohort,
)
from bot.storage.messages.selecting import stages_counted
from bot.storage.messages.tables import messages
from bot.storage.transaction import Store
from domain.figures.figures import (
    SPIKE_LEAST,
    Breakup,
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
from domain.messages.stages import Stages

_MOST_CAUSES = 30
_MOST_REPEATS = 10
_HOURS_A_DAY = 24


class StoredFigures(Store):
    """Figures from the messages in the database."""

    async def of(self, period: Period, now: datetime, scope: Scope) -> Figures:
        zone = self.profile.time_zone
        cohort = cohort_of(period, now, zone, scope)
        month = cohort_of_month_before(period, now, zone, scope)
        until = min(period.ends(zone), now.astimezone(zone))
        return Figures(
            period,
            now,
            scope,
            await self.breakup(cohort),
            await self.breakup(cohort_before(period, now, zone, scope)),
            await self.tally(month) if month else None,
            await self.causes(cohort),
            until,
            await self.spikes(until, scope),
            await self.repeats(cohort),
            await self.presumed(cohort),
            await self.stages(cohort),
        )

    async def tally(self, cohort: Cohort) -> Tally:
        """A cohort counted whole."""
        base = base_of(cohort)
        row = (await self.connection.execute(counted(base, None))).first()
        return tally_of(row) if row else Tally()

    async def breakup(self, cohort: Cohort) -> Breakup:
        """A cohort counted whole and by each dimension: its messages are read once."""
        base = base_of(cohort)
        whole, by = Tally(), {dimension: dict[str, Tally]() for dimension in Dimension}
        for row in await self.connection.execute(
            union_all(*(select(counted(base, dimension).subquery()) for dimension in (None, *Dimension)))
        ):
            if row.dimension:
                by[Dimension(row.dimension)][row.key] = tally_of(row)
            else:
                whole = tally_of(row)
        return Breakup(whole, by)

    async def causes(self, cohort: Cohort) -> Sequence[tuple[str, int]]:
        """Why answers were late or are overdue: reason → messages, the most frequent first."""
        _, late, overdue = outcome(cohort)
        rows = await self.connection.execute(
            select(messages.c.delay_reason, func.count().label("count"))
            .where(within_cohort(cohort), or_(late, overdue))
            .group_by(messages.c.delay_reason)
            .order_by(func.count().desc(), messages.c.delay_reason)
            .limit(_MOST_CAUSES)
        )
        return [(row[0], int(row[1])) for row in rows]

    async def presumed(self, cohort: Cohort) -> int:
        """How many of the cohort's messages stand in a block that is only presumed."""
        asked = select(func.count()).where(within_cohort(cohort), messages.c.block_presumed)
        return int(await self.connection.scalar(asked) or 0)

    async def stages(self, cohort: Cohort) -> Stages:
        """How many of the cohort's messages came to each stage of their term by its moment."""
        interim, refuted = (messages.c[name] <= cohort.as_of for name in ("interim_at", "refuted_at"))
        asked = select(*stages_counted(interim, refuted)).where(within_cohort(cohort))
        return Stages(*map(int, (await self.connection.execute(asked)).one()))

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
        for dimension in (Dimension.TOPIC, Dimension.SETTLEMENT):
            for key, *counts in await self._weekly(dimension, weeks, scope):
                one = spike(dimension, key, counts, known)
                if one is not None:
                    found.append(one)
        return sorted(found, key=lambda one: (-(one.count - one.limit), one.key))

    async def _weekly(
        self, dimension: Dimension, weeks: Sequence[tuple[datetime, datetime]], scope: Scope
    ) -> Sequence[Any]:
        key, received = messages.c[dimension.value], messages.c.received_at
        counts = [func.count(case((and_(received >= since, received < until), 1))) for since, until in weeks]
        # The office's own city is where most live: it is not a place in it.
        return list(
            await self.connection.execute(
                select(key, *counts)
                .where(
                    scoped(scope),
                    received >= weeks[-1][0],
                    received < weeks[0][1],
                    key.not_in(("", self.profile.city)),
                )
                .group_by(key)
                .having(counts[0] >= SPIKE_LEAST)
            )
        )

    async def repeats(self, cohort: Cohort) -> Sequence[Repeat]:
        """Houses that wrote of one topic again within the profile's days."""
        days, received = self.profile.figures.repeat_days, messages.c.received_at
        before = func.lag(received).over(
            partition_by=(messages.c.address, messages.c.topic), order_by=(received, messages.c.id)
        )
        told = (
            select(messages.c.address, messages.c.topic, messages.c.place, received, before.label("before"))
            .where(
                scoped(cohort.scope),
                messages.c.address != "",
                messages.c.topic != "",
                received >= cohort.since - timedelta(days=days),
                received < cohort.until,
            )
            .subquery()
        )
        rows = await self.connection.execute(
            select(func.max(told.c.place), told.c.topic, func.count())
            .where(
                told.c.received_at >= cohort.since,
                told.c.before.is_not(None),
                begun_hours(told.c.before, told.c.received_at) <= days * _HOURS_A_DAY,
            )
            .group_by(told.c.address, told.c.topic)
            .order_by(func.count().desc(), told.c.address, told.c.topic)
            .limit(_MOST_REPEATS)
        )
        found = rows.all()
        places = await asyncio.to_thread(lambda: [masked_place(row[0]) for row in found])
        return [Repeat(place, row[1], int(row[2])) for place, row in zip(places, found, strict=True)]

    async def overdue(self, cohort: Cohort, limit: int) -> Sequence[KnownMessage]:
        """The cohort's overdue messages, those with the oldest deadline first."""
        _, _, overdue = outcome(cohort)
        rows = await self.connection.execute(
            select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__))
            .where(within_cohort(cohort), overdue)
            .order_by(messages.c.deadline_at, messages.c.id)
            .limit(limit)
        )
        return [KnownMessage(*row) for row in rows]
