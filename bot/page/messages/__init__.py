"""Citizens' messages on the page: the list, many at once, one whole."""

from __future__ import annotations

from bot.page.doors import Door
from bot.page.messages import acting, listing, whole
from bot.page.route import Route

ROUTES = (
    Route("GET", "/messages", Door.MEMBER, listing.show),
    Route("POST", "/messages/table", Door.MEMBER, listing.table, reads=True),
    Route("POST", "/messages/act", Door.MEMBER, acting.act),
    Route("GET", "/messages/{id}", Door.MEMBER, whole.show),
    Route("POST", "/messages/{id}/applicant", Door.MEMBER, whole.reveal),
)
