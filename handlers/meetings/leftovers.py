"""Questions left over, moved into the agenda of another meeting by a tap (п. 3.2)."""

from __future__ import annotations

from domain.meetings.leftovers import carry_over
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.proposals.proposal import ProposalState
from handlers.chat.request import Request
from handlers.meetings.convening.draft import editable, keep_edit, new_draft, show_wizard
from handlers.meetings.meeting import load
from handlers.meetings.taps import MeetingTap


async def choose(request: Request, tap: MeetingTap) -> None:
    """Where to: a new draft, or a meeting that is convened already."""
    await request.duties("convene")
    await load(request, tap.meeting)
    await request.uow.outbox.turn(await request.card(), {"page": "carry"})


async def carry(request: Request, tap: MeetingTap) -> None:
    """Move them; `value` names the meeting, 0 a new draft, whose wizard opens."""
    duties = await request.duties("convene")
    source = await load(request, tap.meeting)
    target = await (editable(request, tap.value) if tap.value else new_draft(request))
    before = target.programme()
    act, moved = carry_over(source, target)
    for item, new in moved:
        await request.uow.attachments.move(source.materials(item), target.materials(new))
        await _follow_proposal(request, item.proposal, target)
    await keep_edit(request, target, before)
    await request.uow.meetings.save(source)
    await request.record(act, acting=duties.acting)
    await request.uow.outbox.turn(await request.card(), {})
    if target.state is MeetingState.DRAFT:
        await show_wizard(request, target)
    request.reply("toast-carried-over", count=len(moved))


async def _follow_proposal(request: Request, proposal_id: int | None, target: Meeting) -> None:
    """A proposal among the questions is in the other meeting's agenda from now on."""
    proposal = await request.uow.proposals.get(proposal_id) if proposal_id else None
    if proposal is None or proposal.state is not ProposalState.ACCEPTED:
        return
    await request.record(proposal.release())
    await request.record(proposal.accept(target.id))
    await request.uow.proposals.save(proposal)
