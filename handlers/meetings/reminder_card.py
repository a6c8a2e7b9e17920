"""A reminder of a meeting, with the buttons that fit the moment: the answer, the materials, the check-in."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Button, Screen
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.state_lines import invited_guest
from handlers.meetings.taps import tap


async def render(view: View) -> Screen | None:
    """What is said a day before, an hour before and when check-in opens; one of a former time says so."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    view.until(*meeting.turns(view.office.profile))
    if meeting.state is MeetingState.CANCELLED or meeting.edition != view.card.content["edition"]:
        return Screen(view.texts("meeting-reminder-outdated", number=meeting.number or 0))
    said = meeting.said(view.seat, view.card.chat_id)
    guest = invited_guest(view, meeting)
    text = view.texts(
        f"meeting-reminder-{view.card.content['name']}",
        number=meeting.number or 0,
        moment=meeting.due_at,
        place=meeting.place or "none",
        day=str(view.card.content["day"]),
        answered=said.value if said else "none",
        guest="yes" if guest else "no",
        present="yes" if view.seat is not None and meeting.is_present(view.seat) else "no",
        opens=meeting.check_in_opens(view.office.profile),
    )
    return Screen(text, tuple(_rows(view, meeting)))


def _rows(view: View, meeting: Meeting) -> Rows:
    if meeting.state not in (MeetingState.CONVENED, MeetingState.ADJOURNED, MeetingState.OPEN):
        return []
    answers = _member_buttons(view, meeting)
    papers = (button(view, "materials", tap(meeting, "files")),) if _has_materials(meeting) else ()
    return [row for row in (answers, papers) if row]


def _member_buttons(view: View, meeting: Meeting) -> tuple[Button, ...]:
    opens = meeting.check_in_opens(view.office.profile)
    guest = invited_guest(view, meeting)
    if opens is None or not (guest or view.seat in meeting.participants):
        return ()
    if view.now < opens:
        coming = button(view, "coming", tap(meeting, "coming", meeting.edition))
        return coming, button(view, "not-coming", tap(meeting, "away", meeting.edition))
    if guest:
        return ()
    # Who is absent on record is asked whether they are back, on the meeting's own card.
    assert view.seat is not None  # a participant looks
    if meeting.is_present(view.seat) or view.roster.absence(view.seat) is not None:
        return ()
    return (button(view, "check-in", tap(meeting, "in")),)


def _has_materials(meeting: Meeting) -> bool:
    return any(item.materials for item in meeting.agenda)
