"""What is stored, as far as cards show it besides what they are named after."""

from __future__ import annotations

from enum import StrEnum


class Thing(StrEnum):
    """Something stored of which many cards show a part: a list, a figure, a name.

    A store that writes it says so, and a kind of card says which of these its renderer reads.
    """

    PEOPLE = "people"
    """Who holds a seat, who is bound, who is away."""
    INVITATIONS = "invitations"
    """Who is invited, and who waits for a word."""
    MEETINGS = "meetings"
    """How meetings that were convened are listed: number, moment, state."""
    REGULARS = "regulars"
    MESSAGES = "messages"
    TASKS = "tasks"
    PROPOSALS = "proposals"
    PROTOCOLS = "protocols"
    MATERIALS = "materials"
    CENTRE = "centre"
    RECOMMENDATIONS = "recommendations"
    DIGESTS = "digests"
    """Who wants no empty digest."""
    TEMPLATES = "templates"
    """Answer templates by topic."""
    CHANNEL = "channel"
    """The channel that posts go to."""
