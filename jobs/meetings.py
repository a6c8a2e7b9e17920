"""What the clock does for meetings: reminders, check-in opens, the chair changes with an absence."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from domain.meeting import Meeting
from domain.ports import Office, Screen, UnitOfWork
from domain.preparation import Answer, MeetingState

STEP = timedelta(minutes=5)
_REMINDERS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}


async def follow_meetings(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: do what has come due since the last call; True when anything has."""
    did = False
    now = uow.now().astimezone(office.profile.time_zone)
    for meeting in await uow.meetings.current():
        if meeting.starts_at is None:
            continue
        if meeting.state is MeetingState.CONVENED:
            for name, before in _REMINDERS.items():
                if _just(meeting.starts_at - before, now):
                    did |= await _remind(office, uow, meeting, name)
        opens = meeting.check_in_opens(office.profile)
        midnight = datetime.combine(now.date(), time(), now.tzinfo)
        if any(_just(moment, now) for moment in (opens, meeting.starts_at, midnight) if moment):
            await uow.outbox.touch(meeting.entity)
            did = True
    return did


async def _remind(office: Office, uow: UnitOfWork, meeting: Meeting, name: str) -> bool:
    roster = await uow.roster.load()
    reminded = False
    for seat in meeting.participants:
        binding = roster.binding(seat)
        if binding is None or meeting.answers.get(seat) is Answer.NOT_COMING:
            continue
        answered = "coming" if meeting.answers.get(seat) is Answer.COMING else "none"
        text = office.texts(
            f"meeting-reminder-{name}",
            number=meeting.number or 0,
            moment=meeting.starts_at,
            place=meeting.place,
            answered=answered,
        )
        key = f"reminder:{name}:{meeting.id}:{seat}"
        await uow.outbox.text(binding.user_id, Screen(text), key=key)
        reminded = True
    return reminded


def _just(moment: datetime, now: datetime) -> bool:
    return now - STEP < moment <= now
