"""The wizard's pages of the meeting's moment: times when members are free, a calendar, hours (п. 3.2)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.meetings.meeting import Meeting
from domain.meetings.times import ProposedTime, proposed_times
from domain.office import reading
from domain.office.outbox import Button
from domain.office.refusal import Refusal
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.convening.parts import ask, back
from handlers.meetings.taps import DraftDayTap, DraftTimeTap

_HOURS = range(8, 19)


async def date_page(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """On which day: the proposed times first, then the calendar."""
    month = month_of(rest, view.today)
    today, calendar = view.today, view.office.calendar

    def chosen(value: date | str) -> str:
        return DraftDayTap(act="date", meeting=meeting.id, value=value).pack()

    rows = month_rows(view.texts, month, today, chosen, calendar)
    proposed = await _proposed(view, meeting)
    lines = [view.texts("draft-choose-date", proposed="yes" if proposed else "no")]
    return lines, [*proposed, *rows, back(view, meeting)]


async def _proposed(view: View, meeting: Meeting) -> Rows:
    """A button a time, with how many of the participants are free then."""
    office = view.office
    others = await view.uow.meetings.current()
    found = proposed_times(
        meeting, others, view.roster, office.calendar, office.profile.working_time, view.now
    )
    return [(_button(view, meeting, one),) for one in found]


def _button(view: View, meeting: Meeting, one: ProposedTime) -> Button:
    caption = view.texts(
        "button-proposed-time",
        moment=one.starts_at,
        free=len(one.free),
        count=len(meeting.participants),
    )
    moment = one.starts_at.replace(tzinfo=None)
    return Button(caption, DraftTimeTap(act="time", meeting=meeting.id, value=moment).pack())


async def time_page(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """At what time of the chosen day."""
    day = reading.day(rest)
    if day is None:
        raise Refusal("card-outdated")
    slots = []
    for hour in _HOURS:
        for minute in (0, 30):
            moment = datetime.combine(day, time(hour, minute), view.now.tzinfo)
            if moment > view.now + timedelta(minutes=1):
                slots.append(
                    Button(
                        f"{moment:%H:%M}",
                        DraftTimeTap(
                            act="time", meeting=meeting.id, value=moment.replace(tzinfo=None)
                        ).pack(),
                    )
                )
    rows: Rows = [tuple(slots[start : start + 4]) for start in range(0, len(slots), 4)]
    rows.append((button(view, "other-time", ask(meeting, "time", day)),))
    return [view.texts("draft-choose-time", day=day)], [*rows, back(view, meeting, "date")]
