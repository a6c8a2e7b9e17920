"""Attendance and participation by member: a period at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from domain.figures.period import Period, month_of, quarter_of, year_of
from domain.meetings.participation import MemberFigures
from domain.office.outbox import Button, Screen
from domain.office.reading import FIRST_DAY
from domain.office.refusal import Refusal
from handlers.chat.parts import Rows, button, paging
from handlers.chat.view import View
from handlers.meetings.taps import StatisticsTap

PAGE = 9
Kind = Literal["month", "quarter", "year"]
_KINDS: Mapping[Kind, Callable[[date], Period]] = {
    "month": month_of,
    "quarter": quarter_of,
    "year": year_of,
}
_DEFAULT: Kind = "quarter"


def period_of(content: Mapping[str, Any], today: date) -> Period:
    """The period that a card shows; a refusal for one that is yet to come."""
    kind: Kind = content.get("kind", _DEFAULT)
    day = date.fromisoformat(content["day"]) if content.get("day") else today
    if day.year > today.year:
        raise Refusal("card-outdated")
    return _KINDS[kind](day)


async def render(view: View) -> Screen | None:
    """A line a member: meetings, coming late, votes."""
    if not view.chairs:
        return Screen(view.texts("statistics-no-more"))
    today = view.today
    kind: Kind = view.card.content.get("kind", _DEFAULT)
    period = period_of(view.card.content, today)
    figures = await view.uow.past.figures(period)
    meetings = await view.uow.past.meetings_in(period)
    wanted = view.card.content.get("offset")
    offset = wanted if isinstance(wanted, int) and 0 <= wanted < len(figures) else 0
    lines = [view.texts("statistics-heading", first=period.first, last=period.last, count=meetings)]
    lines += [_line(view, one) for one in figures[offset : offset + PAGE]]

    def tap(kind: Kind, day: date, offset: int = 0) -> str:
        return StatisticsTap(act="turn", kind=kind, day=day, offset=offset).pack()

    before = period.first - timedelta(days=1)
    after = period.last + timedelta(days=1)
    moves = [Button("‹", tap(kind, before))] if before >= FIRST_DAY else []
    if after <= today:
        moves.append(Button("›", tap(kind, after)))
    rows: Rows = [
        tuple(
            button(view, f"period-{one}", tap(one, min(period.last, today))) for one in _KINDS if one != kind
        ),
        tuple(moves),
    ]
    rows += paging(offset, PAGE, len(figures), lambda start: tap(kind, period.first, start))
    if figures:
        data = StatisticsTap(act="export", kind=kind, day=period.first).pack()
        rows.append((button(view, "statistics-export", data),))
    return Screen("\n".join(lines), tuple(rows))


def _line(view: View, one: MemberFigures) -> str:
    return view.texts(
        "statistics-line",
        seat=one.seat,
        name=one.name or view.texts("seat-vacant"),
        invited=one.invited,
        present=one.present,
        late=one.late,
        held=one.votes_held,
        voted=one.voted,
        abstained=one.abstained,
        aloud=one.aloud,
    )
