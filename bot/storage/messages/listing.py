"""A page of a list after a mark: as deep as one likes, it costs what the first one costs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, literal, tuple_

from bot.storage.columns import Identifier, Moment
from bot.storage.messages.selecting import by_moment, known_messages, ordered
from domain.messages.listing import Mark, Sorting


def page_after(asked: ColumnElement[bool], sorting: Sorting, after: Mark | None, limit: int) -> Select[Any]:
    """Messages that this is true of, in order, those that follow the mark."""
    found = known_messages().where(asked).order_by(*ordered(sorting)).limit(limit)
    if after is None:
        return found
    place = tuple_(*by_moment(sorting))
    at = tuple_(literal(after.moment, Moment()), literal(after.id, Identifier))
    return found.where(place < at if sorting.descending else place > at)
