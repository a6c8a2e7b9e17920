"""Statements that count messages of a cohort, the same numbers on SQLite and PostgreSQL."""

from __future__ import annotations

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
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bot.storage.messages.tables import messages
from domain.figures.figures import Cohort, Dimension, Scope, Tally

_MOST_KEYS = 300


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


def scoped(scope: Scope) -> ColumnElement[bool]:
    """Messages that these figures are of, whenever they came."""
    conditions: list[ColumnElement[bool]] = [true()]
    if scope.block is not None:
        conditions.append(messages.c.block == scope.block)
    if scope.channels:
        conditions.append(messages.c.channel.in_(scope.channels))
    return and_(*conditions)


def within_cohort(cohort: Cohort) -> ColumnElement[bool]:
    """Messages of a cohort."""
    received = messages.c.received_at
    return and_(scoped(cohort.scope), received >= cohort.since, received < cohort.until)


def outcome(cohort: Cohort) -> tuple[ColumnElement[bool], ColumnElement[bool], ColumnElement[bool]]:
    """Answered in time, answered late, overdue: as each message stood at the cohort's moment."""
    answered, deadline = messages.c.answered_at, messages.c.deadline_at
    known = and_(answered.is_not(None), answered <= cohort.as_of)
    unknown = or_(answered.is_(None), answered > cohort.as_of)
    return (
        and_(known, answered <= deadline),
        and_(known, answered > deadline),
        and_(unknown, deadline < cohort.as_of),
    )


def base_of(cohort: Cohort) -> CTE:
    """A cohort's messages, read once: their dimensions, their outcome as 0 or 1, the hours to the answer."""
    on_time, late, overdue = outcome(cohort)
    flags = {"on_time": on_time, "late": late, "overdue": overdue}
    return (
        select(
            *(func.coalesce(messages.c[one.value], "").label(one.value) for one in Dimension),
            *(case((condition, 1), else_=0).label(name) for name, condition in flags.items()),
            case((or_(on_time, late), begun_hours(messages.c.received_at, messages.c.answered_at))).label(
                "hours"
            ),
        )
        .where(within_cohort(cohort))
        .cte("base")
        .prefix_with("MATERIALIZED")
    )


def counted(base: CTE, dimension: Dimension | None) -> Any:
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


def tally_of(row: Any) -> Tally:
    """The numbers of a row of `counted`."""
    return Tally(row.received, row.on_time, row.late, row.overdue, row.median, row.ninety)
