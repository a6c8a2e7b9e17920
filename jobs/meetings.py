"""What the clock does for meetings: reminders, check-in opens, the chair changes with an absence."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, MeetingState
from domain.office.profile import OfficeProfile
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import is_working_morning, local_now, tell_once

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_NINE = time(9)
_GATHERS = (MeetingState.CONVENED, MeetingState.ADJOURNED)


async def follow_meetings(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: do what has come due since the last call; True when anything has."""
    did = False
    now = local_now(office, uow)
    for meeting in await uow.meetings.current():
        if meeting.starts_at is None:
            continue
        if check_in_has_opened(meeting, now, office.profile):
            did |= await _remind(office, uow, meeting, "check-in")
        name = due_reminder(meeting, now)
        if name is not None:
            did |= await _remind(office, uow, meeting, name)
        did |= await _ask_of_unopened(office, uow, meeting, now)
        if meeting.state is MeetingState.OPEN:
            did |= await _remind_of_break(office, uow, meeting, now)
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


def check_in_has_opened(meeting: Meeting, now: datetime, profile: OfficeProfile) -> bool:
    """Whether members are to be told that check-in is open: until the meeting begins, if they knew before."""
    starts, called, opens = meeting.due_at, meeting.called_at, meeting.check_in_opens(profile)
    if meeting.state not in _GATHERS or starts is None or called is None or opens is None:
        return False
    return called < opens <= now < starts


async def _remind(office: Office, uow: UnitOfWork, meeting: Meeting, name: str) -> bool:
    roster = await uow.roster.load()
    assert meeting.due_at is not None  # a reminder is due
    today = local_now(office, uow).date()
    day = meeting.due_at.astimezone(office.profile.time_zone).date()
    seats = [seat for seat in meeting.participants if meeting.answers.get(seat) is not Answer.NOT_COMING]
    chats = [binding.user_id for seat in seats if (binding := roster.binding(seat))]
    if name == "check-in":
        group = await uow.roster.office_chat()
        chats += [group] if group else []
    else:
        chats += [guest.user_id for guest in roster.guests() if guest.user_id in meeting.guests]
    content = {"name": name, "day": "today" if day == today else "tomorrow", "edition": meeting.edition}
    reminded = False
    for chat_id in chats:
        key = f"reminder:{name}:{meeting.id}:{meeting.edition}:{chat_id}"
        if await uow.outbox.known(key):
            continue
        await uow.outbox.remove_subject(chat_id, "reminder", meeting.entity)
        if name == "check-in":
            await uow.outbox.pinned_card(chat_id, "meeting", meeting.entity, key=key)
        else:
            urgent = name != "day"
            await uow.outbox.card(chat_id, "reminder", meeting.entity, content, key=key, urgent=urgent)
        reminded = True
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
    if meeting.interruptions and meeting.interruptions[-1].left_open:
        name = "meeting-left-open-asked"
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


async def propose_meetings(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour of a working day: a draft of each regular meeting that is due, once.

    Whoever performs the head's duties sees it; it is never sent by itself (п. 3.2). While nobody could be
    shown it, it waits; what has passed meanwhile is not proposed.
    """
    now, roster = local_now(office, uow), await uow.roster.load()
    duties = roster.duties()
    head = roster.binding(duties.seat) if duties is not None else None
    if head is None or not is_working_morning(office, now):
        return False
    proposed = False
    for regular in await uow.regulars.active():
        occasion = regular.due_occasion(now.date(), office.calendar)
        if occasion is None:
            continue
        meeting, act = regular.propose(occasion, office.profile)
        await uow.meetings.add(meeting)
        await uow.regulars.save(regular)
        await uow.record(None, act)
        rest = f"{regular.id}-{occasion.usual.isoformat()}"
        content = {"page": "regular", "rest": rest}
        await uow.outbox.card(head.user_id, "convening", meeting.entity, content, key=f"regular:{rest}")
        proposed = True
    return proposed


JOBS = (
    Job("meetings", When.OFTEN, follow_meetings),
    Job("regular", When.MORNING, propose_meetings),
)
