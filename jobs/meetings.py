"""What the clock does for meetings: reminders, check-in opens, the chair changes with an absence."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from domain.meetings.meeting import Meeting
from domain.meetings.opining import opinions_until
from domain.meetings.preparation import Answer, MeetingState
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import local_now, tell_once

STEP = timedelta(minutes=5)
_WEEK, _DAY, _HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
_NINE = time(9)
_GATHERS = (MeetingState.CONVENED, MeetingState.ADJOURNED)


async def follow_meetings(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: do what has come due since the last call; True when anything has."""
    did = False
    now = local_now(office, uow)
    for meeting in await uow.meetings.current():
        if meeting.starts_at is None:
            continue
        name = due_reminder(meeting, now)
        if name is not None:
            did |= await _remind(office, uow, meeting, name)
        did |= await _ask_of_unopened(office, uow, meeting, now)
        if meeting.state is MeetingState.OPEN:
            did |= await _remind_of_break(office, uow, meeting, now)
        opens = meeting.check_in_opens(office.profile)
        midnight = datetime.combine(now.date(), time(), now.tzinfo)
        if any(_just(moment, now) for moment in (opens, meeting.due_at, midnight) if moment):
            await uow.outbox.touch(meeting.entity)
            did = True
    for meeting in await uow.meetings.closed_since(now - _WEEK):
        until = opinions_until(meeting, office.profile)
        if until is not None and _just(until, now):
            await uow.outbox.touch(meeting.entity)
            did = True
    return did


def due_reminder(meeting: Meeting, now: datetime) -> str | None:
    """«day» or «hour»: the reminder that is due and still of use, however late the clock comes to it.

    Whoever was called less than a day before needs no reminder of the day, and likewise with the hour.
    """
    starts, called = meeting.due_at, meeting.called_at
    if meeting.state not in _GATHERS or starts is None or called is None or now >= starts:
        return None
    name, before = ("hour", _HOUR) if now >= starts - _HOUR else ("day", _DAY)
    due = starts - before
    return name if called <= due <= now else None


async def _remind(office: Office, uow: UnitOfWork, meeting: Meeting, name: str) -> bool:
    roster = await uow.roster.load()
    assert meeting.due_at is not None  # a reminder is due
    today = local_now(office, uow).date()
    day = meeting.due_at.astimezone(office.profile.time_zone).date()
    answers = {
        binding.user_id: "coming" if seat in meeting.answers else "none"
        for seat in meeting.participants
        if (binding := roster.binding(seat)) and meeting.answers.get(seat) is not Answer.NOT_COMING
    }
    answers |= {guest.user_id: "guest" for guest in roster.guests() if guest.user_id in meeting.guests}
    reminded = False
    for chat_id, answered in answers.items():
        key = f"reminder:{name}:{meeting.id}:{meeting.edition}:{chat_id}"
        text = office.texts(
            f"meeting-reminder-{name}",
            number=meeting.number or 0,
            moment=meeting.due_at,
            place=meeting.place or "none",
            day="today" if day == today else "tomorrow",
            answered=answered,
            opens=meeting.check_in_opens(office.profile),
        )
        reminded |= await tell_once(uow, chat_id, key, text, urgent=name == "hour")
    return reminded


def asked_of_unopened(meeting: Meeting, now: datetime, zone: tzinfo) -> bool:
    """Whether the chair is to be asked what becomes of a meeting that was not opened (п. 4.3.1).

    An hour after its time, then each following day from nine: nothing stays for ever as the nearest.
    """
    starts = meeting.due_at
    if meeting.state not in _GATHERS or starts is None or now < starts + _HOUR:
        return False
    local = now.astimezone(zone)
    return local.date() == starts.astimezone(zone).date() or local.time() >= _NINE


async def _ask_of_unopened(office: Office, uow: UnitOfWork, meeting: Meeting, now: datetime) -> bool:
    zone = office.profile.time_zone
    roster = await uow.roster.load()
    duties = meeting.chair(roster)
    binding = roster.binding(duties.seat) if duties is not None else None
    if binding is None or not asked_of_unopened(meeting, now, zone):
        return False
    key = f"unopened:{meeting.id}:{meeting.edition}:{now.astimezone(zone).date()}:{binding.user_id}"
    name = "meeting-unopened" if meeting.state is MeetingState.CONVENED else "meeting-not-gone-on"
    text = office.texts(name, number=meeting.number or 0, moment=meeting.due_at)
    return await tell_once(uow, binding.user_id, key, text)


async def _remind_of_break(office: Office, uow: UnitOfWork, meeting: Meeting, now: datetime) -> bool:
    """The chair is told once that the time of a break is up."""
    pause = meeting.on_break()
    roster = await uow.roster.load()
    duties = meeting.chair(roster)
    binding = roster.binding(duties.seat) if duties is not None else None
    if pause is None or pause.until is None or pause.until > now or binding is None:
        return False
    key = f"break:{meeting.id}:{len(meeting.breaks)}:{binding.user_id}"
    text = office.texts("break-over", until=pause.until, number=meeting.number or 0)
    return await tell_once(uow, binding.user_id, key, text)


def _just(moment: datetime, now: datetime) -> bool:
    return now - STEP < moment <= now


JOBS = (Job("meetings", When.OFTEN, follow_meetings),)
