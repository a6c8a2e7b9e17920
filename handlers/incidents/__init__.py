"""Incidents: many messages of one topic and place, dealt with as one, each still its own."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Feature, Taps
from handlers.incidents import card, incidents, templates
from handlers.incidents.taps import IncidentPageTap, IncidentTap
from handlers.messages.taps import MessageTap

FEATURE = Feature(
    taps=(
        Taps(
            IncidentTap,
            dict.fromkeys(incidents.ACTS, incidents.tapped)
            | {"show": incidents.show, "back": incidents.back},
        ),
        Taps(IncidentPageTap, {"page": incidents.show_messages}),
        Taps(MessageTap, {"incident": incidents.show_of_message, "apart": incidents.take_out}),
    ),
    words={"incident-template": templates.words},
    cards={"incident": CardKind(card.render, (IncidentTap,), shows=(Thing.MESSAGES, Thing.TEMPLATES))},
)
