"""The figures of a period: aggregates of SQL alone, the same numbers on SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bot.names import masked_place
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

_MOST_KEYS = 300
_MOST_CAUSES = 30
_MOST_REPEATS = 10
_HOURS_A_DAY = 24


class begun_hours(FunctionElement[int]):
    """Hours begun between two moments, seconds cut off; 0 where the second does not follow the first."""

    type = BigInteger()
    name = "begun_hours"
    inherit_cache = True


@compiles(begun_hours, "sqlite")
def _on_sqlite(element: begun_hours, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (
        f"unixepoch(substr({compiler.process(one, **options)}, 1, 19))" for one in element.clauses
    )
    return f"(max({until} - {since}, 0) + 3599) / 3600"


@compiles(begun_hours, "postgresql")
def _on_postgresql(element: begun_hours, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (
        f"CAST(floor(extract(epoch FROM {compiler.process(one, **options)})) AS bigint)"
        for one in element.clauses
    )
    return f"(greatest({until} - {since}, 0) + 3599) / 3600"


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
        )

    async def tally(self, cohort: Cohort) -> Tally:
        """A cohort counted whole."""
        base = _base(cohort)
        row = (await self.connection.execute(_counted(base, None))).first()
        return _tally(row) if row else Tally()

    async def breakup(self, cohort: Cohort) -> Breakup:
        """A cohort counted whole and by each dimension: its messages are read once."""
        base = _base(cohort)
        whole, by = Tally(), {dimension: dict[str, Tally]() for dimension in Dimension}
        for row in await self.connection.execute(
            union_all(*(select(_counted(base, dimension).subquery()) for dimension in (None, *Dimension)))
        ):
            if row.dimension:
                by[Dimension(row.dimension)][row.key] = _tally(row)
            else:
                whole = _tally(row)
        return Breakup(whole, by)

    async def causes(self, cohort: Cohort) -> Sequence[tuple[str, int]]:
        """Why answers were late or are overdue: reason → messages, the most frequent first."""
        _, late, overdue = _outcome(cohort)
        rows = await self.connection.execute(
            select(messages.c.delay_reason, func.count().label("count"))
            .where(_within(cohort), or_(late, overdue))
            .group_by(messages.c.delay_reason)
            .order_by(func.count().desc(), messages.c.delay_reason)
            .limit(_MOST_CAUSES)
        )
        return [(row[0], int(row[1])) for row in rows]

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
                    _scoped(scope),
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
                _scoped(cohort.scope),
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
        _, _, overdue = _outcome(cohort)
        rows = await self.connection.execute(
            select(*(messages.c[name] for name in KnownMessage.__dataclass_fields__))
            .where(_within(cohort), overdue)
            .order_by(messages.c.deadline_at, messages.c.id)
            .limit(limit)
        )
        return [KnownMessage(*row) for row in rows]


def _scoped(scope: Scope) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if scope.block is not None:
        conditions.append(messages.c.block == scope.block)
    if scope.channels:
        conditions.append(messages.c.channel.in_(scope.channels))
    return and_(*conditions)


def _within(cohort: Cohort) -> ColumnElement[bool]:
    received = messages.c.received_at
    return and_(_scoped(cohort.scope), received >= cohort.since, received < cohort.until)


def _outcome(cohort: Cohort) -> tuple[ColumnElement[bool], ColumnElement[bool], ColumnElement[bool]]:
    """Answered in time, answered late, overdue: as each message stood at the cohort's moment."""
    answered, deadline = messages.c.answered_at, messages.c.deadline_at
    known = and_(answered.is_not(None), answered <= cohort.as_of)
    unknown = or_(answered.is_(None), answered > cohort.as_of)
    return (
        and_(known, answered <= deadline),
        and_(known, answered > deadline),
        and_(unknown, deadline < cohort.as_of),
    )


def _base(cohort: Cohort) -> CTE:
    on_time, late, overdue = _outcome(cohort)
    flags = {"on_time": on_time, "late": late, "overdue": overdue}
    return (
        select(
            *(func.coalesce(messages.c[one.value], "").label(one.value) for one in Dimension),
            *(case((condition, 1), else_=0).label(name) for name, condition in flags.items()),
            case((or_(on_time, late), begun_hours(messages.c.received_at, messages.c.answered_at))).label(
                "hours"
            ),
        )
        .where(_within(cohort))
        .cte("base")
        .prefix_with("MATERIALIZED")
    )


def _counted(base: CTE, dimension: Dimension | None) -> Any:
    """Tallies of a dimension, the most received first; percentiles by cumulated counts of hours."""
    key = base.c[dimension.value] if dimension else literal("")
    sums = ("on_time", "late", "overdue")
    by_hours = (
        select(
            key.label("key"),
            base.c.hours,
            func.count().label("received"),
            func.count(base.c.hours).label("answered"),
            *(func.sum(base.c[name]).label(name) for name in sums),
        )
        .group_by(*((key,) if dimension else ()), base.c.hours)
        .subquery()
    )
    cumulated = _cumulated(by_hours)

    def within(share: int, of: int) -> ColumnElement[int | None]:
        """The hours where so great a share of all answered had their answer."""
        reached = of * cumulated.c.so_far >= share * cumulated.c.of_all
        return case((and_(cumulated.c.answered > 0, reached), cumulated.c.hours))

    return (
        select(
            literal(dimension.value if dimension else "").label("dimension"),
            cumulated.c.key,
            *(_total(cumulated.c[name]).label(name) for name in ("received", *sums)),
            func.min(within(1, 2)).label("median"),
            func.min(within(9, 10)).label("ninety"),
        )
        .group_by(cumulated.c.key)
        .order_by(_total(cumulated.c.received).desc(), cumulated.c.key)
        .limit(_MOST_KEYS)
    )


def _cumulated(by_hours: Subquery) -> Subquery:
    answered = by_hours.c.answered
    return select(
        by_hours,
        func.sum(answered).over(partition_by=by_hours.c.key, order_by=by_hours.c.hours).label("so_far"),
        func.sum(answered).over(partition_by=by_hours.c.key).label("of_all"),
    ).subquery()


def _total(column: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(func.sum(column), BigInteger)


def _tally(row: Any) -> Tally:
    return Tally(row.received, row.on_time, row.late, row.overdue, row.median, row.ninety)
