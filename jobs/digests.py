"""The morning digests: each working day, once a seat, whatever restarts (rules, section 7)."""

from __future__ import annotations

from datetime import date, datetime

from domain.ports import Office, UnitOfWork
from domain.roster import Roster


async def send_digests(office: Office, uow: UnitOfWork) -> bool:
    """Put today's digests in the outbox when it is time and they are not there yet."""
    profile = office.profile
    now = uow.now().astimezone(profile.time_zone)
    hour = datetime.combine(now.date(), profile.digest_at, profile.time_zone)
    if now < hour or not office.calendar.is_working_day(now.date()):
        return False
    since = await uow.office_since()
    if since is None or since > hour:
        return False  # the office began after today's hour: there is nothing it missed
    roster = await uow.roster.load()
    due = [
        (seat.number, *_receiver(roster, seat.number))
        for seat in profile.seats
        if not await uow.outbox.known(_key(now.date(), seat.number))
    ]
    posts = [(seat, receiver, instead) for seat, receiver, instead in due if receiver is not None]
    for receiver in {receiver for _, receiver, _ in posts}:
        await uow.outbox.retire_kind(receiver, "digest")
    for seat, receiver, instead in posts:
        content = {"seat": seat, "day": now.date().isoformat(), **({"instead": instead} if instead else {})}
        await uow.outbox.card(receiver, "digest", "digest", content, key=_key(now.date(), seat))
    return bool(posts)


def _key(day: date, seat: int) -> str:
    return f"digest:{day.isoformat()}:seat{seat}"


def _receiver(roster: Roster, seat: int) -> tuple[int | None, str]:
    """Who gets the seat's digest, and why it is not its holder; None when nobody can."""
    binding = roster.binding(seat)
    if binding is not None and roster.available(seat):
        return binding.user_id, ""
    duties = roster.duties()
    stand_in = roster.binding(duties.seat) if duties is not None and duties.seat != seat else None
    if stand_in is None:
        return (binding.user_id, "") if binding is not None else (None, "")
    if roster.holder(seat) is None:
        return stand_in.user_id, "vacant"
    if roster.absence(seat) is not None:
        return stand_in.user_id, "acting" if seat == roster.profile.head_seat else "away"
    return stand_in.user_id, "unbound"
