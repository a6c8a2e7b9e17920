"""Meetings on the page: those ahead and past, one whole, its agenda to be changed, the hall's screen."""

from __future__ import annotations

from bot.page.doors import Door
from bot.page.meetings import agenda, hall, materials, showing
from bot.page.route import Route
from domain.office.attachment import LARGEST

_LARGEST_AGENDA = 2 * 1024 * 1024
_AROUND = 64 * 1024  # bytes of a form around its file

ROUTES = (
    Route("GET", "/meetings", Door.MEMBER, showing.show),
    Route("POST", "/meetings", Door.MEMBER, agenda.begin),
    Route("GET", "/meetings/{id}", Door.MEMBER, showing.one),
    Route("GET", "/meetings/{id}/agenda", Door.MEMBER, agenda.show),
    Route("POST", "/meetings/{id}/agenda", Door.MEMBER, agenda.change, _LARGEST_AGENDA),
    Route("POST", "/meetings/{id}/materials", Door.MEMBER, materials.change, LARGEST + _AROUND),
    Route("GET", "/meetings/{id}/hall", Door.MEMBER, hall.show, unattended=True),
    Route("GET", "/meetings/{id}/materials/{file}", Door.MEMBER, showing.material),
    Route("GET", "/meetings/{id}/{kind}", Door.MEMBER, showing.paper),
)
