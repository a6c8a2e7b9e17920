"""Reminders of requests: to those asked for materials, to the head of the silent and of ЦУР (п. 3.2, 3.3)."""

from __future__ import annotations

from domain.messages.deadline import working_day_after
from domain.people.names import surnames
from domain.people.roster import Roster
from domain.requests.materials import MaterialRequest
from domain.tasks.task import head_account
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import is_working_morning, local_now, tell_once
from jobs.tasks import reminder


async def remind_of_centre(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour: what is unanswered and falls due soon, today, or is late; each once."""
    profile, calendar, now = office.profile, office.calendar, local_now(office, uow)
    if not is_working_morning(office, now):
        return False
    today = now.date()
    soon = working_day_after(today, profile.due_soon_days, calendar)
    reminded = False
    for found in await uow.centre_requests.unanswered_by(soon):
        assert found.due is not None  # chosen by its day
        kind = reminder(found.due, today, calendar)
        for chat_id in head_account(await uow.roster.load()):
            key = f"{found.reminded_as}:{kind}:{chat_id}"
            if found.day == today:
                continue
            text = office.texts(
                "centre-reminder",
                kind=kind,
                outgoing="yes" if found.outgoing else "no",
                number=found.number,
                due=found.due,
                text=found.text[:200],
            )
            reminded |= await tell_once(uow, chat_id, key, text)
    if reminded:
        await uow.outbox.touch("requests", "centre")
    return reminded


async def remind_of_requests(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour: what is not answered and falls due soon, today, or is late; each once."""
    profile, calendar, now = office.profile, office.calendar, local_now(office, uow)
    if not is_working_morning(office, now):
        return False
    today = now.date()
    roster = await uow.roster.load()
    soon = working_day_after(today, profile.due_soon_days, calendar)
    reminded = False
    for asked in await uow.materials.sent():
        assert asked.due is not None and asked.sent_at is not None  # it was sent
        if asked.due <= soon and asked.sent_at.astimezone(profile.time_zone).date() < today:
            reminded |= await _remind(office, uow, roster, asked, reminder(asked.due, today, calendar))
    return reminded


async def _remind(office: Office, uow: UnitOfWork, roster: Roster, asked: MaterialRequest, kind: str) -> bool:
    chats = {seat: binding.user_id for seat in asked.waiting if (binding := roster.binding(seat))}
    receivers = dict.fromkeys(chats.values(), "asked")
    if kind == "late" and asked.waiting:
        receivers.update(dict.fromkeys(head_account(roster), "head"))
    reminded = False
    for chat_id, who in receivers.items():
        text = office.texts(
            "request-reminder",
            kind=kind,
            who=who,
            id=asked.id,
            due=asked.due,
            text=asked.text[:200],
            names=", ".join(surnames(_held_by(office, roster, seat) for seat in asked.waiting)),
            count=len(asked.waiting),
        )
        reminded |= await tell_once(uow, chat_id, f"{asked.reminded_as}:{kind}:{chat_id}", text)
    if reminded:
        await uow.outbox.touch(asked.entity, "requests")
    return reminded


def _held_by(office: Office, roster: Roster, seat: int) -> str:
    holder = roster.holder(seat)
    return holder.name if holder else office.texts("seat-name", seat=seat)


JOBS = (
    Job("requests", When.MORNING, remind_of_requests),
    Job("centre", When.MORNING, remind_of_centre),
)
