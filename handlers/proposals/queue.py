"""The head's word on a proposal: into a meeting, later, or not at all (п. 3.2)."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import Duties
from domain.proposals.proposal import Proposal
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.convening.draft import editable, keep_edit, new_draft, page_of, show_wizard
from handlers.meetings.meeting import load
from handlers.meetings.taps import DraftNumberTap
from handlers.proposals.proposals import proposal_of, seen
from handlers.proposals.taps import ProposalNumberTap, ProposalTap

REASON_KIND = "decline-reason"
_REASON_LIMIT = 500


async def _undecided(request: Request, proposal_id: int) -> tuple[Proposal, Duties]:
    duties = await request.duties("agenda")
    proposal = await proposal_of(request, proposal_id)
    if not proposal.undecided:
        raise Refusal(f"proposal-is-{proposal.state.value}")
    return proposal, duties


async def choose_meeting(request: Request, tap: ProposalTap) -> None:
    """«В повестку»: of which meeting."""
    await _undecided(request, tap.proposal)
    await request.uow.outbox.turn(await request.card(), {"page": "accept"})


async def back(request: Request, tap: ProposalTap) -> None:
    """«Назад»: the card as it was."""
    await seen(request, tap.proposal)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {})


async def accept(request: Request, tap: ProposalNumberTap) -> None:
    """Into the chosen meeting; a draft, begun now or before, opens."""
    proposal, duties = await _undecided(request, tap.proposal)
    card = await request.card()
    meeting = await load(request, tap.value) if tap.value else await new_draft(request)
    await take_into(request, proposal, meeting, duties)
    await request.uow.outbox.turn(card, {})
    if meeting.state is MeetingState.DRAFT:
        await show_wizard(request, meeting)


async def take(request: Request, tap: DraftNumberTap) -> None:
    """A proposal chosen in the wizard goes into the meeting that is being prepared."""
    meeting = await editable(request, tap.meeting)
    proposal, duties = await _undecided(request, tap.value)
    await take_into(request, proposal, meeting, duties)
    await request.uow.outbox.turn(await request.card(), page_of(meeting, {"page": "agenda"}))


async def take_into(request: Request, proposal: Proposal, meeting: Meeting, duties: Duties) -> None:
    """The proposal becomes the meeting's last question, its files the question's materials."""
    before = meeting.programme()
    act = proposal.accept(meeting.id)
    item = meeting.agenda.add(proposal.as_item())
    item.materials = len(await request.uow.attachments.of(proposal.entity))
    await request.uow.attachments.move(proposal.entity, meeting.materials(item))
    await request.uow.proposals.save(proposal)
    await request.record(act, acting=duties.acting)
    await keep_edit(request, meeting, before)
    await _tell(
        request,
        proposal,
        "proposal-accepted-you",
        number=meeting.number or 0,
        moment=meeting.starts_at or request.now,
        convened="yes" if meeting.state is MeetingState.CONVENED else "no",
    )
    request.reply("toast-proposal-accepted", item=item.number)


async def postpone(request: Request, tap: ProposalTap) -> None:
    """«Отложить»: it stays in the queue, behind the others."""
    proposal, duties = await _undecided(request, tap.proposal)
    await request.record(proposal.postpone(), acting=duties.acting)
    await request.uow.proposals.save(proposal)
    await _tell(request, proposal, "proposal-postponed-you")
    request.reply("toast-proposal-postponed")


async def ask_reason(request: Request, tap: ProposalTap) -> None:
    """«Отклонить»: the reason is asked for, it is told to who brought the proposal."""
    proposal, _duties = await _undecided(request, tap.proposal)
    card = await request.card()
    await request.uow.expect(request.actor.user_id, Expectation(REASON_KIND, {"proposal": proposal.id}))
    await request.uow.outbox.turn(card, {"page": "decline"})


async def reason_words(request: Request, expectation: Expectation, text: str) -> None:
    """Why the proposal is declined."""
    proposal, duties = await _undecided(request, int(expectation.content["proposal"]))
    await request.record(proposal.decline(short(text, _REASON_LIMIT)), acting=duties.acting)
    await request.uow.proposals.save(proposal)
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "proposal", proposal.entity, {})
    await _tell(request, proposal, "proposal-declined-you", reason=proposal.reason)


async def _tell(request: Request, proposal: Proposal, key: str, **arguments: object) -> None:
    """Who brought it is told, unless they decide themselves."""
    binding = (await request.roster()).binding(proposal.seat)
    if binding is not None and binding.user_id != request.actor.user_id:
        text = request.texts(key, id=proposal.id, question=proposal.question, **arguments)
        await request.uow.outbox.text(binding.user_id, Screen(text))
