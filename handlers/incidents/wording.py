"""An incident in a line: «40 сообщений: нет отопления, ул. Мира 1–17»."""

from __future__ import annotations

from domain.incidents.incident import Incident
from domain.messages.words import normalise
from domain.office.wording import clipped
from handlers.chat.view import View

_LONGEST = 80


def title_of(view: View, incident: Incident, count: int) -> str:
    """How many, about what, where."""
    return view.texts("incident-title", count=count, topic=_topic(incident), place=_place(view, incident))


def _topic(incident: Incident) -> str:
    topic = clipped(incident.topic, _LONGEST)
    return topic if topic[1:2].isupper() else topic[:1].lower() + topic[1:]


def _place(view: View, incident: Incident) -> str:
    street = " ".join(part for part in (incident.street, incident.houses) if part)
    in_city = normalise(incident.settlement) == normalise(view.office.profile.city)
    named = street if in_city and street else ", ".join(filter(None, (incident.settlement, street)))
    return clipped(named, _LONGEST)
