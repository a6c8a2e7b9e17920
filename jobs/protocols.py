"""Reminders of papers that a unit was sent and has not confirmed, each once."""

from __future__ import annotations

from domain.protocols.dispatch import remind_before
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import local_now


async def remind_of_receipts(office: Office, uow: UnitOfWork) -> bool:
    """Called at the digest's hour of each working day: what waits longer than the profile allows."""
    now = local_now(office, uow)
    if not office.calendar.is_working_day(now.date()):
        return False
    roster = await uow.roster.load()
    reminded = False
    before = remind_before(now, office.profile.receipt_days, office.calendar)
    for dispatch in await uow.dispatches.unconfirmed(before):
        for contact in roster.contacts(dispatch.unit):
            key = f"receipt:{dispatch.entity}:{contact.user_id}"
            if not await uow.outbox.known(key):
                await uow.outbox.card(contact.user_id, "receipt", dispatch.entity, key=key)
                await uow.outbox.touch(dispatch.entity)
                reminded = True
    return reminded


JOBS = (Job("receipts", When.MORNING, remind_of_receipts),)
