"""«На заседание»: a citizen's message becomes a proposal for the agenda (п. 4.4.2)."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import member_seat
from domain.proposals.proposal import Proposal
from handlers.chat.request import Request
from handlers.messages.messages import message_to_act_on
from handlers.messages.taps import MessageTap
from handlers.messages.wording import proposal_wording
from handlers.proposals.proposals import bring_to_head


async def bring_message(request: Request, tap: MessageTap) -> None:
    """A proposal with the message as its ground goes to the head; one at a time for a message."""
    message = await message_to_act_on(request, tap.message)
    seat = member_seat(request.actor)
    if any(one.message_id == message.id for one in await request.uow.proposals.undecided()):
        raise Refusal("proposed-before")
    question, ground = await proposal_wording(request.office, request.uow, message, request.now)
    proposal = Proposal(0, seat, question, ground=ground, message_id=message.id)
    await request.uow.proposals.add(proposal)
    await bring_to_head(request, proposal)
    await request.record(Act("message-proposed", message.entity, {"proposal": proposal.id}))
    await request.uow.outbox.turn(await request.card(), {})
