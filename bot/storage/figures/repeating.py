"""Messages whose house had written of the same topic within some days before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, union_all

from bot.storage.figures.counting import begun_hours, looked_at_in, scoped
from bot.storage.figures.pieces import REPEATED, Pieces
from bot.storage.figures.tables import packed_messages
from bot.storage.messages.tables import messages
from domain.figures.figures import Scope

_HOURS_A_DAY = 24
# Seconds are cut off when days are counted, so one may be missing to them.
_CUT_OFF = timedelta(seconds=1)


def reaches_back(since: datetime, days: int) -> datetime:
    """From when on messages may be repeated by one of this moment."""
    return since - timedelta(days=days) - _CUT_OFF


def repeated_within(since: datetime, until: datetime, scope: Scope, days: int) -> Select[Any]:
    """Ids of this time's messages that repeat another within so many days."""
    received = messages.c.received_at
    before = func.lag(received).over(
        partition_by=(messages.c.address, messages.c.topic), order_by=(received, messages.c.id)
    )
    told = (
        select(messages.c.id, received, before.label("before"))
        .where(
            scoped(scope),
            messages.c.address != "",
            messages.c.topic != "",
            received >= reaches_back(since, days),
            received < until,
        )
        .subquery()
    )
    return select(told.c.id).where(
        told.c.received_at >= since,
        told.c.before.is_not(None),
        begun_hours(told.c.before, told.c.received_at) <= days * _HOURS_A_DAY,
    )


def repeats_of(pieces: Pieces, scope: Scope, days: int, limit: int) -> Select[Any]:
    """Place, topic and count of the houses that repeated most."""
    parts = [repeated_within(*gap, scope, days) for gap in pieces.gaps]
    if pieces.months:
        parts.append(select(messages.c.id).join(packed_messages, looked_at_in(pieces, REPEATED)))
    repeated = union_all(*parts).subquery()
    return (
        select(func.max(messages.c.place), messages.c.topic, func.count())
        .join(repeated, repeated.c.id == messages.c.id)
        .group_by(messages.c.address, messages.c.topic)
        .order_by(func.count().desc(), messages.c.address, messages.c.topic)
        .limit(limit)
    )
