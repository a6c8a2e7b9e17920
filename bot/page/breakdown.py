"""Figures broken up by one dimension: lines with bars, on the page of figures and on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.page.visit import Visit
from domain.figures.figures import Dimension, Figures, Tally, percent, scope_of
from domain.figures.period import Period
from domain.figures.wording import FigureWording
from domain.people.roster import member_seat

# What of a dimension can be looked into in the list of messages.
_OPENS = (Dimension.CHANNEL, Dimension.BLOCK, Dimension.UNIT, Dimension.TOPIC)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a breakdown: its name, its counts, its parts in per cent of the largest, where it leads."""

    title: str
    tally: Tally
    share: str
    parts: tuple[tuple[str, float, float], ...]
    way: str


def figure_seat(visit: Visit) -> int:
    """Whose figures these are: whoever performs the head's duties sees the whole office's."""
    seat, duties = member_seat(visit.actor), visit.roster.duties()
    return visit.runtime.profile.head_seat if duties is not None and duties.seat == seat else seat


async def figures_of(visit: Visit, period: Period) -> Figures:
    """The figures of a period beside those before it."""
    scope = scope_of(visit.runtime.profile.seat(figure_seat(visit)))
    return await visit.uow.figures.of(period, visit.now, scope)


def lines_of(visit: Visit, figures: Figures, dimension: Dimension, count: int) -> Sequence[Line]:
    """The largest lines of a dimension, at most so many."""
    wording = FigureWording.of(visit.texts, visit.runtime.profile)
    ranked = figures.now.ranked(dimension)
    most = max((tally.received for _, tally in ranked), default=0)
    return [_line(visit, wording, dimension, key, tally, most) for key, tally in ranked[:count]]


def _line(
    visit: Visit, wording: FigureWording, dimension: Dimension, key: str, tally: Tally, most: int
) -> Line:
    parts, at = [], 0.0
    for kind, count in (
        ("good", tally.on_time),
        ("late", tally.late),
        ("bad", tally.overdue),
        ("open", tally.waiting),
    ):
        width = 100 * count / most
        parts.append((kind, round(at, 3), round(width, 3)))
        at += width
    named = {dimension.value: key, "section": "all"}
    way = visit.way("/messages", **named) if key and dimension in _OPENS else ""
    known = percent(tally.in_time_share)
    share = "—" if known is None else f"{known} %"
    return Line(wording.title(dimension, key), tally, share, tuple(parts), way)
