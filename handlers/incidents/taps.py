"""What the buttons of incidents carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Number, Tap


class IncidentTap(Tap, prefix="inc"):
    """An act on an incident of many messages."""

    act: str
    incident: Id


class IncidentPageTap(Tap, prefix="inc"):
    """Messages of an incident, from a page on."""

    act: str
    incident: Id
    value: Number
