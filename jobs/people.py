"""What the clock does for people: duties follow an absence (п. 4.3), quiet hours end, cards keep up."""

from __future__ import annotations

from domain.meetings import presence
from domain.unit_of_work import Office, UnitOfWork
from jobs.job import Job, When
from jobs.reminding import local_now


async def release_held(_: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: True when something held may go out now."""
    return await uow.outbox.released()


async def renew_cards(_: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: True when a card offers other things now than it did."""
    return await uow.outbox.renewed()


async def follow_duties(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: whatever does not yet follow the composition; True when anything did not."""
    roster = await uow.roster.load()
    now = local_now(office, uow)
    did = False
    for meeting in await uow.meetings.current():
        changes = presence.follow(meeting, roster, now)
        if changes:
            await uow.meetings.save(meeting)
            for change in changes:
                await uow.record(None, change)
            did = True
    for seat in (office.profile.head_seat, office.profile.acting_seat):
        binding = roster.binding(seat)
        if binding is None:
            continue
        menu = "head_away" if roster.stands_aside(seat) else roster.capacity(seat).value
        if await uow.outbox.shown_menu(binding.user_id) not in (None, menu):
            await uow.outbox.menu(binding.user_id, menu, binding.language)
            did = True
    return did


async def tag_members(office: Office, uow: UnitOfWork) -> bool:
    """Called every five minutes: holders bear the tags of their seats in the group; True when any is set."""
    group = await uow.roster.office_chat()
    if group is None:
        return False
    roster = await uow.roster.load()
    bound = [(seat, roster.binding(seat.number)) for seat in office.profile.seats if seat.tag]
    tags = {binding.user_id: seat.tag for seat, binding in bound if binding is not None}
    return await uow.outbox.tag(group, tags, local_now(office, uow).date())


JOBS = (
    Job("duties", When.OFTEN, follow_duties),
    Job("quiet", When.OFTEN, release_held),
    Job("cards", When.OFTEN, renew_cards),
    Job("tags", When.OFTEN, tag_members),
)
