"""The roster as it is today, and the office's profile in words."""

from __future__ import annotations

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from domain.meetings.voting import quorum_needed


async def roster(visit: Visit) -> web.Response:
    """Seats with their holders: who is away, who acts, whose chat is bound."""
    return visit.show("roster.html", seats=visit.runtime.profile.seats, duties=visit.roster.duties())


async def profile(visit: Visit) -> web.Response:
    """What is a rule in this office, as its profile says it."""
    shown = visit.runtime.profile
    return visit.show("profile.html", profile=shown, needed=quorum_needed(shown.established, shown.quorum))


ROUTES = (
    Route("GET", "/roster", Door.KNOWN, roster),
    Route("GET", "/profile", Door.KNOWN, profile),
)
