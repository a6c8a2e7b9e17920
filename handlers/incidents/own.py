"""The incident that a person may act on."""

from __future__ import annotations

from domain.incidents.incident import Incident, require_incident
from domain.office.refusal import required
from domain.people.roster import member_seat
from handlers.chat.request import Request


async def incident_to_act_on(request: Request, number: int) -> Incident:
    """The incident with this id; a refusal where there is none, or where it is not this person's."""
    member_seat(request.actor)
    incident = required(await request.uow.incidents.get(number), "no-such-incident")
    require_incident(await request.roster(), request.actor, incident)
    return incident
