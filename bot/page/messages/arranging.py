"""Messages in an order that no index has: by what the columns say to whoever reads them.

A few are sorted here. Where there are many, the list goes through the names that a column has, and reads each
one's messages by their index, in the usual order: as deep as one likes it costs what the first page does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.page.visit import Visit
from domain.messages.listing import ARRANGED, Mark, Outline, Sorting, mark_of, sortings
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


async def parted(
    visit: Visit, chosen: MessageFilter, section: Section, sorting: Sorting, after: str, size: int
) -> tuple[str | None, Sequence[KnownMessage], str | None]:
    """A page as `listing` wants it, from after «mark name» on: the message's and that of its part."""
    said, _, name = after.partition(" ")
    usual, mark = sortings(section)[0], Mark.read(said)
    names = await _names(visit, chosen, sorting)
    if mark is None or name not in names:
        name, mark = names[0], None
    begun, first = mark, names.index(name)
    found: list[KnownMessage] = []
    ends: list[str] = []
    for part in names[first:]:
        within = _within(chosen, sorting.column, part)
        more = await visit.uow.messages.page_after(within, section, usual, begun, size + 1 - len(found))
        found += more
        ends += [f"{mark_of(one, usual)} {part}" for one in more]
        begun = None
        if len(found) > size:
            break
    return (after if mark else None), found, ends[size - 1] if len(found) > size else None


async def _names(visit: Visit, chosen: MessageFilter, sorting: Sorting) -> list[str]:
    """The parts of the list in the order of their titles; what has none comes last, whichever way round."""
    profile = visit.runtime.profile
    match sorting.column:
        case "block":
            titles = {one.key: one.title for one in profile.blocks}
            known = chosen.block
        case "unit":
            titles = {one.key: one.title for one in profile.units}
            known = chosen.unit
        case "channel":
            titles = {one.key: one.short_title for one in profile.channels}
            found = [one for one in titles if one in chosen.channels or not chosen.channels]
            titles, known = {one: titles[one] for one in found}, None
        case _:
            titles = {one: one for one in await visit.uow.messages.every_topic() if one}
            known = chosen.topic
    if known is not None:
        return [known]
    named = sorted(titles, key=lambda one: _folded(titles[one]), reverse=sorting.descending)
    return named if sorting.column == "channel" else [*named, ""]


def _within(chosen: MessageFilter, column: str, name: str) -> MessageFilter:
    match column:
        case "block":
            return replace(chosen, block=name)
        case "unit":
            return replace(chosen, unit=name)
        case "channel":
            return replace(chosen, channels=(name,))
    return replace(chosen, topic=name)


def _folded(words: str) -> str:
    return words.casefold().replace("ё", "е")


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
    return (not words) != sorting.descending, _folded(words), one.deadline_at


def _parts(number: str) -> list[str]:
    """«345-А» as 345 and «-А», so that 9 stands before 10."""
    return [part for part in _DIGITS.split(number) if part]
