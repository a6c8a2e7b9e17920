"""A proposal goes to whoever performs the head's duties (п. 4.4.2), from a chat and from the page alike."""

from __future__ import annotations

from domain.people.roster import Actor, Binding, Roster
from domain.proposals.proposal import Proposal
from domain.unit_of_work import UnitOfWork


async def bring_up(uow: UnitOfWork, roster: Roster, actor: Actor, proposal: Proposal) -> Binding | None:
    """It waits in their queue, recorded; their account, None while nobody heads or has one."""
    act = proposal.bring()
    await uow.proposals.save(proposal)
    await uow.record(actor, act)
    duties = roster.duties()
    return roster.binding(duties.seat) if duties is not None else None
