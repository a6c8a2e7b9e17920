"""Messages in an order that no index has: by what the columns say to whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.page.visit import Visit
from domain.messages.listing import ARRANGED, Outline, Sorting
from domain.messages.message import KnownMessage
from domain.messages.sections import MessageFilter, Section

_DIGITS = re.compile(r"(\d+)")

Key = tuple[object, ...]


async def arranged(
    visit: Visit, chosen: MessageFilter, section: Section, sorting: Sorting, first: int, limit: int
) -> Sequence[KnownMessage]:
    """So many messages of this order, from the one of this place on."""
    found = await visit.uow.messages.outlines(chosen, section, ARRANGED)
    keys = {one.id: _key(visit, one, sorting, chosen.now) for one in found}
    ordered = sorted(keys, key=lambda one: (keys[one], one), reverse=sorting.descending)
    asked = ordered[first : first + limit]
    shown = {one.id: one for one in await visit.uow.messages.several(asked)}
    return [shown[one] for one in asked]


def _key(visit: Visit, one: Outline, sorting: Sorting, now: datetime) -> Key:
    """What is written in the column; where nothing is, it comes last, whichever way round."""
    profile = visit.runtime.profile
    match sorting.column:
        case "state":
            return one.standing(now), one.deadline_at
        case "topic":
            words = one.topic
        case "block":
            words = profile.block(one.block).title if one.block else ""
        case "unit":
            words = profile.unit(one.unit).title if one.unit else one.executor
        case "channel":
            words = profile.channel(one.channel).short_title
        case "number":
            return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _parts(one.number))
        case _:
            return (one.deadline_at if sorting.by_term else one.received_at,)
    return (not words) != sorting.descending, words.casefold().replace("ё", "е"), one.deadline_at


def _parts(number: str) -> list[str]:
    """«345-А» as 345 and «-А», so that 9 stands before 10."""
    return [part for part in _DIGITS.split(number) if part]
