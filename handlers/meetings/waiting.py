"""What the nearest meeting wants of a person, for the greeting."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Button
from domain.people.roster import Actor, Standing
from handlers.chat.feature import Waiting
from handlers.chat.parts import button
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.meetings.taps import MeetingTap


async def meeting_waiting(view: View, actor: Actor) -> list[Waiting]:
    """The nearest meeting: whether the member has answered, that it goes on, that it was not opened."""
    meeting = next((one for one in await view.uow.meetings.current() if _concerns(view, one, actor)), None)
    if meeting is None:
        return []
    view.until(*meeting.turns(view.office.profile))
    opens = Button(view.texts("command-meeting"), CommandTap(name="meeting").pack())
    if meeting.state is MeetingState.OPEN:
        return [Waiting(_going_on(view, meeting), (opens,), urgent=True)]
    if meeting.day_is_over(view.now, view.office.profile):
        words = {"number": meeting.number or 0, "moment": meeting.due_at}
        duties = meeting.chair(view.roster)
        chairs = duties is not None and duties.seat == actor.seat
        return [Waiting(view.texts("start-meeting-unopened", **words), (opens,))] if chairs else []
    return [_ahead(view, meeting, actor, opens)]


async def todays_meeting(view: View, seat: int) -> str:
    """The digest's line on a meeting of this day to which the seat is called; empty where there is none."""
    for meeting in await view.uow.meetings.current():
        if meeting.due_at is None or seat not in meeting.participants:
            continue
        starts = meeting.due_at.astimezone(view.now.tzinfo)
        if starts.date() == view.now.date():
            return view.texts("digest-meeting", number=meeting.number or 0, moment=starts)
    return ""


def _called(meeting: Meeting, actor: Actor) -> bool:
    """Whether this person is to come, and so answers."""
    if actor.standing is Standing.GUEST:
        return actor.user_id in meeting.guests
    return actor.seat is not None and actor.seat in meeting.participants


def _concerns(view: View, meeting: Meeting, actor: Actor) -> bool:
    """Whether this person is called, assists somebody who is, or keeps the protocol."""
    assists = actor.assists is not None and actor.assists in meeting.participants
    return _called(meeting, actor) or assists or view.roster.keeps_protocol(actor)


def _going_on(view: View, meeting: Meeting) -> str:
    voting = meeting.voting_item()
    if voting is not None:
        return view.texts("start-vote", item=voting.number)
    return view.texts("start-meeting-open", number=meeting.number or 0)


def _ahead(view: View, meeting: Meeting, actor: Actor, opens: Button) -> Waiting:
    said = meeting.said(actor.seat, actor.user_id)
    answer = said.value if said else "none" if _called(meeting, actor) else "unasked"
    if answer != "unasked" and actor.seat is not None and meeting.gathers(view.now, view.office.profile):
        answer = "here" if meeting.is_present(actor.seat or 0) else "gathering"
    words = {"number": meeting.number or 0, "moment": meeting.due_at or view.now, "answer": answer}
    buttons: tuple[Button, ...] = (opens,)
    if answer == "none":  # the notice itself is in the chat
        coming = MeetingTap(act="coming", meeting=meeting.id, value=meeting.edition)
        away = MeetingTap(act="away", meeting=meeting.id, value=meeting.edition)
        buttons = (button(view, "coming", coming.pack()), button(view, "not-coming", away.pack()))
    if answer == "gathering" and view.roster.available(actor.seat or 0):
        here = MeetingTap(act="in", meeting=meeting.id)
        buttons = (button(view, "check-in", here.pack()), opens)
    return Waiting(view.texts("start-meeting", **words), buttons)
