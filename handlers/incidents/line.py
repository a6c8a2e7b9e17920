"""An incident as one line of a list, by its message that is due first."""

from __future__ import annotations

from datetime import datetime

from domain.messages.deadline import Urgency
from domain.messages.message import KnownMessage
from handlers.chat.view import View
from handlers.incidents.wording import title_of
from handlers.messages.lateness import urgency_of
from handlers.messages.line import item_lines, when


async def incident_lines(
    view: View, number: int, first: KnownMessage, incident_id: int, since: datetime
) -> list[str]:
    """How many of its messages wait, how the first of them stands, how many have joined since."""
    incident = await view.uow.incidents.get(incident_id)
    if incident is None:
        return item_lines(view, number, first)
    urgency = urgency_of(view, first)
    standing = await view.uow.incidents.standing(incident, view.now)
    line = view.texts(
        "incident-line",
        number=number,
        mark="yes" if urgency is Urgency.OVERDUE else "no",
        when=when(view, first, urgency),
        title=title_of(view, incident, standing.open),
        grown=incident.grown if incident.seen_at >= since else 0,
    )
    unit = view.office.profile.unit(incident.unit).title if incident.unit else ""
    return [line, view.texts("digest-about", text=unit)] if unit else [line]
