"""Absences of one seat: the list, then a calendar for the first day and the last."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.office.outbox import Button, Screen
from handlers.chat.calendar_grid import month_rows
from handlers.chat.view import View
from handlers.people.taps import AbsenceDayTap, AbsenceTap


async def render(view: View) -> Screen | None:
    """The list or the calendar."""
    seat, today = int(view.card.key), view.today
    page = view.card.content.get("page")
    back = Button(view.texts("button-back"), AbsenceTap(act="back").pack())
    if page in ("first", "last"):
        act = str(page)
        first = view.card.content.get("first")
        earliest = date.fromisoformat(str(first)) if first else today
        month = str(view.card.content.get("month") or f"{view.now:%Y-%m}")
        weeks = month_rows(
            view.texts,
            date.fromisoformat(f"{month[:7]}-01"),
            max(earliest, today),
            lambda value: AbsenceDayTap(act=act, value=value).pack(),
            view.office.calendar,
        )
        text = view.texts(f"absence-choose-{page}", first=earliest)
        return Screen(text, (*weeks, (back,)))
    known = [absence for absence in view.roster.absences if absence.seat == seat]
    lines = [view.texts("absence-heading", count=len(known))]
    lines += [view.texts("absence-line", **span(one.first, one.last)) for one in known]
    if seat == view.office.profile.head_seat:
        lines += ["", view.texts("absence-of-head", who=view.called(view.office.profile.acting_seat))]
    rows = [
        (
            Button(
                view.texts("button-withdraw", **span(one.first, one.last)),
                AbsenceTap(act="withdraw", value=one.id).pack(),
            ),
        )
        for one in known
    ]
    add = Button(view.texts("button-absence-new"), AbsenceDayTap(act="first", value="new").pack())
    return Screen("\n".join(lines), (*rows, (add,)))


def span(first: date, last: date) -> dict[str, Any]:
    """What a sentence says of an absence: a single day is told as one."""
    return {"first": first, "last": last, "days": (last - first).days + 1}
