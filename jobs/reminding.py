"""How reminders begin: at the digest's hour of a working day; and what each is: a message sent once."""

from __future__ import annotations

from datetime import datetime

from domain.office.outbox import Screen
from domain.unit_of_work import Office, UnitOfWork


def local_now(office: Office, uow: UnitOfWork) -> datetime:
    """The moment in the office's zone."""
    return uow.now().astimezone(office.profile.time_zone)


def digest_hour(office: Office, now: datetime) -> datetime:
    """When this day's digests are sent."""
    return datetime.combine(now.date(), office.profile.digest_at, office.profile.time_zone)


def is_working_morning(office: Office, now: datetime) -> bool:
    """Whether it is a working day and its digests' hour has come."""
    return now >= digest_hour(office, now) and office.calendar.is_working_day(now.date())


async def began_later(office: Office, uow: UnitOfWork, now: datetime) -> bool:
    """Whether the office began after this day's digests: there is nothing that it missed."""
    since = await uow.office_since()
    return since is None or since > digest_hour(office, now)


async def tell_once(uow: UnitOfWork, chat_id: int, key: str, text: str, *, urgent: bool = False) -> bool:
    """Send these words unless something was sent under this key before; True when they are sent now."""
    if await uow.outbox.known(key):
        return False
    await uow.outbox.text(chat_id, Screen(text), key=key, urgent=urgent)
    return True
