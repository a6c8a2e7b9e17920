"""Who executes a decision and by when: both are part of what is voted on (п. 4.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from domain.meetings.agenda import AgendaItem
from domain.meetings.voting import Motion, Point
from domain.office.outbox import Button
from domain.office.wording import clipped, literal, opening
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button, paging
from handlers.chat.view import View

_UNITS_A_PAGE = 8


def decision_text(view: View, item: AgendaItem) -> str:
    """The draft decision with its points, each on a line with its executors and day; nothing is escaped."""
    points = _points(view, item, enumerate(item.points, 1))
    return "\n".join(filter(None, [item.draft_decision, *points]))


def decision_opening(
    view: View,
    item: AgendaItem,
    motion: Motion,
    limit: int,
    told: Iterable[tuple[int, Point]] | None = None,
) -> str:
    """The same of what is voted on, in so many characters: the words are cut before the points.

    `told` are the points to be told, each with its place; all of them unless given.
    """
    points = _points(view, item, enumerate(motion.points, 1) if told is None else told)
    room = max(limit - sum(len(line) + 1 for line in points), limit // 4)
    return opening("\n".join(filter(None, [opening(motion.words, room), *points])), limit)


def _points(view: View, item: AgendaItem, points: Iterable[tuple[int, Point]]) -> list[str]:
    lines = []
    for place, point in points:
        named = ", ".join(executors(view, point))
        lines.append(
            view.texts(
                "point-line",
                number=f"{item.number}.{place}",
                words=literal(point.words),
                executors=literal(named) if named else "none",
                dated="yes" if point.due else "no",
                due=point.due or view.now,
            )
        )
    return lines


def executors(view: View, part: Point) -> list[str]:
    """Who executes: units by their titles, members by their names."""
    profile = view.office.profile
    units = [unit.title for unit in profile.units if unit.key in part.executor_units]
    return [*units, *(view.called(seat) for seat in part.executor_seats)]


def execution(view: View, motion: Motion) -> list[str]:
    """A line of executors and the due day; none where neither is set."""
    named = executors(view, motion)
    if not named and motion.due is None:
        return []
    return [
        view.texts(
            "vote-execution",
            count=len(named),
            executors=clipped(", ".join(named), 400),
            dated="yes" if motion.due else "no",
            due=motion.due or view.now,
        )
    ]


def executor_rows(
    view: View, motion: Motion, first: int, chosen: Callable[[int | str], str], turn: Callable[[int], str]
) -> Rows:
    """Units, a page at a time, and members; those chosen are marked."""
    units = view.office.profile.units

    def one(marked: bool, title: str, who: int | str) -> Button:
        return Button(f"{'✓ ' if marked else ''}{title}", chosen(who))

    rows: Rows = [
        (one(unit.key in motion.executor_units, clipped(view.office.profile.caption(unit), 50), unit.key),)
        for unit in units[first : first + _UNITS_A_PAGE]
    ]
    rows += paging(first, _UNITS_A_PAGE, len(units), turn)
    seats = [
        one(seat.number in motion.executor_seats, view.surnames([seat.number]), seat.number)
        for seat in view.office.profile.seats
    ]
    return [*rows, *(tuple(seats[start : start + 3]) for start in range(0, len(seats), 3))]


def due_rows(view: View, month: str, chosen: Callable[[date | str], str], other: Button) -> Rows:
    """A calendar of the last day of execution; `other` is the way to write it."""
    today = view.today
    days = month_rows(view.texts, month_of(month, today), today, chosen, view.office.calendar)
    return [*days, (other, button(view, "no-due", chosen("none")))]
