"""Units' contacts and guests: who is known besides the nine seats, and how the head lets them go."""

from __future__ import annotations

from domain.office.act import Act
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.office.wording import clipped, literal
from domain.people.roster import Binding, Roster
from handlers.chat.parts import Rows, paging
from handlers.chat.request import Request
from handlers.people.dismissal import dismiss
from handlers.people.taps import ContactTap

_PAGE = 8


def _tap(act: str, contact: Binding | None = None) -> str:
    return ContactTap(act=act, user=contact.user_id if contact else 0).pack()


def contacts_row(request: Request, roster: Roster) -> tuple[tuple[Button, ...], ...]:
    """The way from the composition to its contacts, where there are any."""
    count = len(roster.outside())
    if count == 0:
        return ()
    return ((Button(request.own_texts("button-contacts", count=count), _tap("list")),),)


async def show_contacts(request: Request, tap: ContactTap) -> None:
    """Each with the unit or the position, a button to unbind each; `user` is where the page begins."""
    roster = await request.roster()
    roster.require_duties(request.actor, "roster")
    known = roster.outside()
    first = tap.user if 0 <= tap.user < len(known) else 0
    shown = known[first : first + _PAGE]
    lines = [request.own_texts("contacts-heading", count=len(known))]
    lines += [request.own_texts("contacts-line", name=one.name, place=_place(request, one)) for one in shown]
    rows: Rows = [
        (Button(request.own_texts("button-contact", name=literal(clipped(one.name, 40))), _tap("ask", one)),)
        for one in shown
    ]
    rows += paging(first, _PAGE, len(known), lambda start: ContactTap(act="list", user=start).pack())
    await request.show(Screen("\n".join(lines), tuple(rows)))


async def ask(request: Request, tap: ContactTap) -> None:
    """«Отвязать»: asks first."""
    contact = await _contact(request, tap.user)
    question = request.own_texts("confirm-unbind-contact", name=contact.name, place=_place(request, contact))
    confirm = Button(request.own_texts("button-confirm"), _tap("unbind", contact))
    cancel = Button(request.own_texts("button-cancel"), _tap("list"))
    await request.show(Screen(question, ((confirm, cancel),)))


async def unbind(request: Request, tap: ContactTap) -> None:
    """The account is known no more; a unit's papers wait for another contact."""
    contact = await _contact(request, tap.user)
    await dismiss(request, contact)
    place = f"unit:{contact.unit}" if contact.unit is not None else "guest"
    await request.record(Act("unbound", place, {"user": contact.user_id}))
    request.warn("toast-unbound-contact", place=_place(request, contact))


async def _contact(request: Request, user_id: int) -> Binding:
    roster = await request.roster()
    roster.require_duties(request.actor, "roster")
    found = [one for one in roster.outside() if one.user_id == user_id]
    if not found:
        raise Refusal("card-outdated")
    return found[0]


def _place(request: Request, contact: Binding) -> str:
    return contact.position if contact.unit is None else request.office.profile.unit(contact.unit).title
