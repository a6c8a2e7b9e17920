"""Figures broken up by one dimension: lines with bars, on the page of figures and on the wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.page.visit import Visit
from domain.figures.figures import Dimension, Figures, Tally, percent, scope_of
from domain.figures.period import Period
from domain.figures.wording import FigureWording
from domain.messages.sections import Outcome
from domain.people.roster import member_seat

_PARTS = (
    ("good", Outcome.ON_TIME),
    ("late", Outcome.LATE),
    ("bad", Outcome.OVERDUE),
    ("open", Outcome.WAITING),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a breakdown: its name, its counts, where each leads, the share answered in time.

    `parts` of its bar: how it is coloured, where it begins and how wide it is in per cent of the largest
    line, which outcome it is of.
    """

    title: str
    tally: Tally
    share: str
    parts: tuple[tuple[str, float, float, str], ...]
    ways: Mapping[str, str]


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
    period = figures.period
    return [_line(visit, wording, period, dimension, key, tally, most) for key, tally in ranked[:count]]


def ways_of(visit: Visit, period: Period, tally: Tally, **named: str) -> Mapping[str, str]:
    """Where each count of a period leads in the list of messages, by outcome; none for what is zero."""
    counts = {
        Outcome.COUNTED: tally.received,
        Outcome.ON_TIME: tally.on_time,
        Outcome.LATE: tally.late,
        Outcome.OVERDUE: tally.overdue,
        Outcome.WAITING: tally.waiting,
    }
    return {one.value: way_of(visit, period, outcome=one, **named) for one, count in counts.items() if count}


def way_of(visit: Visit, period: Period, **named: object) -> str:
    """Where messages that were received in a period stand in the list."""
    return visit.way("/messages", section="all", first=period.first, last=period.last, **named)


def _line(
    visit: Visit,
    wording: FigureWording,
    period: Period,
    dimension: Dimension,
    key: str,
    tally: Tally,
    most: int,
) -> Line:
    parts, at = [], 0.0
    for kind, outcome in _PARTS:
        width = 100 * getattr(tally, outcome.value) / most
        parts.append((kind, round(at, 3), round(width, 3), outcome.value))
        at += width
    ways = ways_of(visit, period, tally, **{dimension.value: key}) if key else {}
    known = percent(tally.in_time_share)
    share = "—" if known is None else f"{known} %"
    return Line(wording.title(dimension, key), tally, share, tuple(parts), ways)
