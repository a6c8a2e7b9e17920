"""Of what a cohort is put together: packed months, and the time between them, counted from its messages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.figures.tables import changed_days, packed_months
from domain.figures.figures import Cohort, Scope

WAITED, REPEATED = "waited", "repeated"
"""Why a packed month names a message: it was not settled then; its house had written of its topic before."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids of packed months, and `gaps` that they leave: each since a moment until another, exclusive."""

    months: Sequence[int]
    gaps: Sequence[tuple[datetime, datetime]]


def scope_name(scope: Scope) -> str:
    """Whose messages a month is of, as its row says it."""
    return json.dumps([scope.block, sorted(scope.channels)])


def scope_named(name: str) -> Scope:
    """The messages that a month's row names."""
    block, channels = json.loads(name)
    return Scope(block, tuple(channels))


def has_changed() -> ColumnElement[bool]:
    """Packed months that hold no longer: a message of their days has changed since."""
    day = changed_days.c.day
    return exists(
        select(changed_days.c.id).where(day >= packed_months.c.first_day, day <= packed_months.c.last_day)
    )


async def pieces_of(connection: AsyncConnection, cohort: Cohort, repeat_days: int) -> Pieces:
    """The months of a cohort that are packed and hold. They stay as they are until the transaction ends."""
    held = (
        select(packed_months.c.id, packed_months.c.since, packed_months.c.until)
        .where(
            packed_months.c.counted,
            packed_months.c.scope == scope_name(cohort.scope),
            packed_months.c.since >= cohort.since,
            packed_months.c.until <= cohort.until,
            packed_months.c.settled_at <= cohort.as_of,
            packed_months.c.repeat_days == repeat_days,
            ~has_changed(),
        )
        .order_by(packed_months.c.since)
        .with_for_update(read=True, key_share=True)
    )
    return _pieces(cohort, (await connection.execute(held)).all())


def _pieces(cohort: Cohort, months: Sequence[Any]) -> Pieces:
    gaps, at = [], cohort.since
    for month in months:
        gaps.append((at, month.since))
        at = month.until
    gaps.append((at, cohort.until))
    return Pieces([month.id for month in months], [gap for gap in gaps if gap[0] < gap[1]] or gaps[:1])
