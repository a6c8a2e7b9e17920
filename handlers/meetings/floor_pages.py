"""Pages of the chair's panel about one question: who executes its decision and by when (п. 4.6)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.execution import due_rows, executor_rows, executors
from handlers.meetings.taps import FloorPageTap, ItemDueTap, ItemExecutorTap, MeetingTap


def tap(meeting: Meeting, item: AgendaItem, page: Literal["executors", "due"], start: int = 0) -> str:
    """What a button carries that leads to such a page."""
    return FloorPageTap(meeting=meeting.id, item=item.number, page=page, start=start).pack()


def page(view: View, meeting: Meeting, item: AgendaItem, name: str) -> tuple[list[str], Rows]:
    """Executors, a page of units at a time, or the calendar of the due day."""

    def to(act: str) -> str:
        return MeetingTap(act=act, meeting=meeting.id, value=item.number).pack()

    back = (button(view, "back", to("itempage")),)
    if name == "due":

        def day(value: date | str) -> str:
            return ItemDueTap(meeting=meeting.id, item=item.number, day=value).pack()

        month = str(view.card.content.get("month", ""))
        rows = due_rows(view, month, day, button(view, "other-date", to("saydue")))
        return ["", view.texts("draft-choose-due")], [*rows, back]

    def chosen(who: int | str) -> str:
        return ItemExecutorTap(meeting=meeting.id, item=item.number, who=who).pack()

    wanted = view.card.content.get("first")
    first = wanted if isinstance(wanted, int) and 0 <= wanted < len(view.office.profile.units) else 0
    rows = executor_rows(
        view, item.motion, first, chosen, lambda start: tap(meeting, item, "executors", start)
    )
    lines = ["", view.texts("draft-choose-executors"), ", ".join(executors(view, item.motion))]
    return lines, [*rows, back]
