"""Units' contacts and guests: who is known besides the nine seats, and how the head lets them go."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Binding
from handlers.chat.request import Request
from handlers.people.dismissal import dismiss
from handlers.people.roster import turn
from handlers.people.roster_card import place_of
from handlers.people.taps import ContactTap


async def show_contacts(request: Request, tap: ContactTap) -> None:
    """All of them on the card of the composition; `user` is where the page begins."""
    (await request.roster()).require_duties(request.actor, "roster")
    await turn(request, {"page": "contacts", "first": tap.user})


async def ask(request: Request, tap: ContactTap) -> None:
    """«Отвязать»: asks first."""
    contact = await _contact(request, tap.user)
    await turn(request, {"page": "contact", "user": contact.user_id})


async def unbind(request: Request, tap: ContactTap) -> None:
    """The account is known no more; a unit's papers wait for another contact."""
    contact = await _contact(request, tap.user)
    await dismiss(request, contact)
    place = f"unit:{contact.unit}" if contact.unit is not None else "guest"
    await request.record(Act("unbound", place, {"user": contact.user_id}))
    await turn(request, {"page": "contacts"})
    request.warn("toast-unbound-contact", place=place_of(request.office.profile, contact))


async def _contact(request: Request, user_id: int) -> Binding:
    roster = await request.roster()
    roster.require_duties(request.actor, "roster")
    found = [one for one in roster.outside() if one.user_id == user_id]
    if not found:
        raise Refusal("card-outdated")
    return found[0]
