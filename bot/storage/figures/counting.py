"""Statements that count messages of a cohort, the same numbers on SQLite and PostgreSQL.

What is counted here of messages has the shape of what is packed of months, so that both are added up by one
statement, and months are packed by the statement that counts messages.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    Subquery,
    Text,
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

from bot.storage.figures.pieces import WAITED, Pieces
from bot.storage.figures.tables import packed_messages, packed_tallies
from bot.storage.messages.selecting import outcomes
from bot.storage.messages.tables import messages
from domain.figures.figures import Cohort, Dimension, Scope

WHOLE, REASON = "", "delay_reason"
"""What figures are told apart by besides the dimensions: by nothing, by why an answer was late."""

KEYS = (WHOLE, *(one.value for one in Dimension), REASON)
"""Each `dimension` of a count."""

_OUTCOMES = ("on_time", "late", "overdue")
_MARKS = ("important", "interim", "refuted", "presumed")
SUMS = ("received", *_OUTCOMES, *_MARKS)
"""Numbers of messages in a count; `hours` besides tell how long answers took."""


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


def under_control() -> ColumnElement[bool]:
    """Messages that are to be answered here: not withdrawn, not somebody else's, not rejected."""
    return messages.c.outside == ""


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


def settled(at: datetime) -> ColumnElement[bool]:
    """Messages of which no moment after this one tells anything else, as long as they do not change."""
    answered, interim, refuted = (messages.c[name] for name in ("answered_at", "interim_at", "refuted_at"))
    return and_(
        # That there is an answer is said too, for the contrary is asked for as well.
        or_(
            and_(answered.is_not(None), answered <= at), and_(answered.is_(None), messages.c.deadline_at < at)
        ),
        or_(interim.is_(None), interim <= at),
        or_(refuted.is_(None), refuted <= at),
    )


def base_of(cohort: Cohort, pieces: Pieces, *conditions: ColumnElement[bool]) -> CTE:
    """A cohort's messages under control that no packed month counts: keys, and each number as 0 or 1."""
    flags = {
        **dict(zip(_OUTCOMES, outcomes(cohort.as_of), strict=True)),
        "important": messages.c.important,
        "interim": messages.c.interim_at <= cohort.as_of,
        "refuted": messages.c.refuted_at <= cohort.as_of,
        "presumed": messages.c.block_presumed,
    }
    answered = messages.c.answered_at
    asked = select(
        *(func.coalesce(messages.c[name], "").label(name) for name in KEYS if name),
        *(case((condition, 1), else_=0).label(name) for name, condition in flags.items()),
        case((answered <= cohort.as_of, begun_hours(messages.c.received_at, answered))).label("hours"),
    )
    asked = asked.where(under_control())
    parts = [asked.where(scoped(cohort.scope), received_within(*gap), *conditions) for gap in pieces.gaps]
    if pieces.months:
        parts.append(asked.join(packed_messages, looked_at_in(pieces, WAITED)))
    return union_all(*parts).cte("base").prefix_with("MATERIALIZED")


def received_within(since: datetime, until: datetime) -> ColumnElement[bool]:
    """Messages of this time, its end exclusive."""
    return and_(messages.c.received_at >= since, messages.c.received_at < until)


def looked_at_in(pieces: Pieces, kind: str) -> ColumnElement[bool]:
    """Messages that packed months name as ones of a kind."""
    return and_(
        messages.c.id == packed_messages.c.message_id,
        packed_messages.c.month_id.in_(pieces.months),
        packed_messages.c.kind == kind,
    )


def counted(base: CTE, pieces: Pieces, dimension: str) -> Subquery:
    """Numbers of each key of a dimension: of messages and of packed months together."""
    parts: list[Select[Any]] = [_by_hours(base, dimension)]
    if pieces.months:
        parts.append(_packed(pieces, dimension))
    rows = union_all(*parts).subquery()
    return (
        select(
            literal(dimension, Text).label("dimension"),
            rows.c.key,
            *(cast(func.sum(rows.c[name]), BigInteger).label(name) for name in SUMS),
            func.aggregate_strings(rows.c.hours, ",").label("hours"),
        )
        .group_by(rows.c.key)
        .subquery()
    )


def _by_hours(base: CTE, dimension: str) -> Select[Any]:
    """A row for each key and number of hours begun, told as «3,12»: three hours, twelve messages."""
    group = (*((base.c[dimension],) if dimension else ()), base.c.hours)
    hours = cast(base.c.hours, Text) + "," + cast(func.count(), Text)
    rows = select(
        (base.c[dimension] if dimension else literal("", Text)).label("key"),
        func.count().label("received"),
        *(func.sum(base.c[name]).label(name) for name in SUMS[1:]),
        case((base.c.hours.is_not(None), hours)).label("hours"),
    ).group_by(*group)
    # Nobody asks for the reason of what was in time.
    return rows.where(base.c.late + base.c.overdue > 0) if dimension == REASON else rows


def _packed(pieces: Pieces, dimension: str) -> Select[Any]:
    """The same of packed months."""
    told = (packed_tallies.c[name] for name in ("key", *SUMS, "hours"))
    return select(*told).where(
        packed_tallies.c.month_id.in_(pieces.months), packed_tallies.c.dimension == dimension
    )
