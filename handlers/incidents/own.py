"""The incident that a person may act on, or has messages in."""

from __future__ import annotations

from domain.incidents.incident import Incident, may_act_on, require_incident
from domain.messages.acts import may_act
from domain.messages.several import MOST
from domain.office.refusal import required
from domain.people.roster import Roster, member_seat
from domain.unit_of_work import UnitOfWork
from handlers.chat.request import Request


async def incident_to_act_on(request: Request, number: int) -> Incident:
    """The incident with this id; a refusal where there is none, or where it is not this person's."""
    member_seat(request.actor)
    incident = required(await request.uow.incidents.get(number), "no-such-incident")
    require_incident(await request.roster(), request.actor, incident)
    return incident


async def incident_to_look_at(request: Request, number: int) -> Incident:
    """The same for somebody whose messages are among its own, though another block leads it."""
    seat = member_seat(request.actor)
    incident = required(await request.uow.incidents.get(number), "no-such-incident")
    roster = await request.roster()
    if not await may_look_at(request.uow, roster, seat, incident):
        require_incident(roster, request.actor, incident)
    return incident


async def may_look_at(uow: UnitOfWork, roster: Roster, seat: int, incident: Incident) -> bool:
    """Whether this seat may act on it, or on one of its messages."""
    if may_act_on(roster, seat, incident):
        return True
    return any(may_act(roster, seat, one) for one in await uow.incidents.messages(incident, MOST))
