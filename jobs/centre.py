"""Reminders to the head of requests to ЦУР and from it that wait for an answer (п. 3.2)."""

from __future__ import annotations

from datetime import datetime

from domain.deadline import working_day_after
from domain.ports import Office, Screen, UnitOfWork
from domain.task import head_account
from jobs.tasks import reminder


async def remind_of_centre(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour: what is unanswered and falls due soon, today, or is late; each once."""
    profile, calendar = office.profile, office.calendar
    now = uow.now().astimezone(profile.time_zone)
    today = now.date()
    hour = datetime.combine(today, profile.digest_at, profile.time_zone)
    if now < hour or not calendar.is_working_day(today):
        return False
    soon = working_day_after(today, profile.due_soon_days, calendar)
    reminded = False
    for found in await uow.centre_requests.unanswered_by(soon):
        assert found.due is not None  # chosen by its day
        kind = reminder(found.due, today, calendar)
        for chat_id in head_account(await uow.roster.load()):
            key = f"{found.entity}:{kind}:{chat_id}"
            if found.day == today or await uow.outbox.known(key):
                continue
            text = office.texts(
                "centre-reminder",
                kind=kind,
                outgoing="yes" if found.outgoing else "no",
                number=found.number,
                due=found.due,
                text=found.text[:200],
            )
            await uow.outbox.text(chat_id, Screen(text), key=key)
            reminded = True
    if reminded:
        await uow.outbox.touch("requests", "centre")
    return reminded
