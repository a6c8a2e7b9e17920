"""Who prepares a meeting until it is opened, in the chat and on the page (п. 3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.meetings import convening
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.programme import Programme
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Roster
from domain.proposals.proposal import ProposalState
from domain.unit_of_work import UnitOfWork


async def begin(uow: UnitOfWork, roster: Roster, actor: Actor) -> Meeting:
    """A meeting with every member among its participants, kept as a draft."""
    profile = roster.profile
    seats = [seat.number for seat in profile.seats]
    prepared_by = None if _performs_duties(roster, actor) else actor.user_id
    meeting = Meeting(id=0, established=profile.established, participants=seats, prepared_by=prepared_by)
    await uow.meetings.add(meeting)
    await uow.record(actor, Act("meeting-drafted", meeting.entity))
    return meeting


async def keep_edit(uow: UnitOfWork, actor: Actor, meeting: Meeting, before: Programme) -> None:
    """Save what was edited, with its audit entry."""
    act = convening.changed_since(meeting, before)
    await uow.meetings.save(meeting)
    if act is not None:
        await uow.record(actor, act)


async def take_material(uow: UnitOfWork, meeting: Meeting, item: AgendaItem, file: int) -> None:
    """A question's file is taken away; a refusal for one that is not among its files."""
    files = await uow.attachments.of(meeting.materials(item))
    if file not in [one.id for one in files]:
        raise Refusal("card-outdated")
    await uow.attachments.remove(file)
    item.materials = len(files) - 1


def require_editing(meeting: Meeting, roster: Roster, actor: Actor) -> None:
    """A refusal for whoever may not change this meeting, or once it was opened."""
    if meeting.state is MeetingState.CONVENED:
        meeting.require_chair(roster, actor)
    else:
        roster.require_preparing(actor, "convene")
        if not _performs_duties(roster, actor) and meeting.prepared_by != actor.user_id:
            raise Refusal("draft-of-another")
    meeting.expect_editable()


def drafts_seen_by(actor: Actor, roster: Roster, ahead: Iterable[Meeting]) -> Sequence[Meeting]:
    """Every draft, for whoever performs the head's duties; their own, for the assistant; none for others."""
    duties, seat = roster.duties(), actor.seat if actor.assists is None else actor.assists
    if duties is None or (duties.seat != seat and not roster.keeps_protocol(actor)):
        return []
    drafts = [one for one in ahead if one.state is MeetingState.DRAFT]
    if duties.seat != actor.seat:
        drafts = [one for one in drafts if one.prepared_by == actor.user_id]
    return drafts


async def release(uow: UnitOfWork, actor: Actor, meeting: Meeting, items: Iterable[AgendaItem]) -> None:
    """Proposals among questions that were not considered wait for the head again, with their files."""
    for item in items:
        proposal = await uow.proposals.get(item.proposal) if item.proposal else None
        if proposal is None or proposal.state is not ProposalState.ACCEPTED:
            continue
        await uow.record(actor, proposal.release())
        await uow.proposals.save(proposal)
        await uow.attachments.move(meeting.materials(item), proposal.entity)


def _performs_duties(roster: Roster, actor: Actor) -> bool:
    """Whether whoever prepares does so for themselves; else for the one who will send it out."""
    duties = roster.duties()
    return duties is not None and duties.seat == actor.seat
