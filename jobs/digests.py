"""The morning digests: each working day, once a seat, whatever restarts (rules, section 7)."""

from __future__ import annotations

from domain.digests.digest import changes_since
from domain.messages.sections import seat_filter
from domain.people.roster import Actor, Duties, Roster, Standing
from domain.tasks.lists import TaskSection, tasks_seen_by
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.receivers import receiver_of
from jobs.reminding import began_later, is_working_morning, local_now


async def send_digests(office: Office, uow: UnitOfWork) -> bool:
    """Put today's digests in the outbox when it is time and they were not made yet; the ones before leave."""
    profile = office.profile
    now = local_now(office, uow)
    if not is_working_morning(office, now) or await began_later(office, uow, now):
        return False
    roster = await uow.roster.load()
    receivers = [(seat.number, *receiver_of(roster, seat.number)) for seat in profile.seats]
    wanted = [
        (seat, receiver, instead)
        for seat, receiver, instead in receivers
        if receiver is not None
        and await uow.digests.begin(seat, now.date())
        and not await _unwanted(office, uow, roster, seat, receiver)
    ]
    for receiver in {receiver for _, receiver, _ in wanted}:
        await uow.outbox.remove_kind(receiver, "digest")
    for seat, receiver, instead in wanted:
        since = changes_since(profile, await uow.digests.last(seat, now.date()), now)
        content = {
            "seat": seat,
            "day": now.date().isoformat(),
            "since": since.isoformat(),
            **({"instead": instead} if instead else {}),
        }
        key = f"digest:{now.date().isoformat()}:seat{seat}"
        await uow.outbox.card(receiver, "digest", "digest", content, key=key)
    return bool(wanted)


async def _unwanted(office: Office, uow: UnitOfWork, roster: Roster, seat: int, receiver: int) -> bool:
    """Whether the digest is empty and its receiver wants no empty ones."""
    if not await uow.digests.muted(receiver):
        return False
    profile, calendar = office.profile, office.calendar
    now = local_now(office, uow)
    last = await uow.digests.last(seat, now.date())
    chosen = seat_filter(profile, calendar, now, profile.seat(seat))
    messages = await uow.messages.counts(chosen, changes_since(profile, last, now))
    holder = roster.holder(seat)
    actor = Actor(0, Standing.MEMBER, holder.name if holder else "", seat)
    heads = Duties(profile.head_seat, acting=False)
    tasks = await uow.tasks.counts(tasks_seen_by(actor, heads, now.date(), profile, calendar))
    return messages.empty and not tasks[TaskSection.LATE] and not tasks[TaskSection.SOON]


JOBS = (Job("digests", When.MORNING, send_digests),)
