"""The composition: nine seats, a seat's own page, whoever is known besides them; what is asked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from domain.office.outbox import Button, Screen
from domain.office.profile import OfficeProfile
from domain.office.wording import clipped, literal
from domain.people.roster import Binding
from handlers.chat.parts import Rows, button, paging
from handlers.chat.view import View
from handlers.people.taps import ContactTap, InviteSeatTap, SeatTap

_PAGE = 8


async def render(view: View) -> Screen | None:
    """The page that the card is turned to; for anyone but the head, and in the group, the seats alone."""
    if not view.chairs:
        return _seats(view)
    return PAGES.get(str(view.card.content.get("page")), _seats)(view)


def _seats(view: View) -> Screen:
    """Nine seats: position, role, holder, bound or not, absent until."""
    roster, profile, duties = view.roster, view.office.profile, view.duties
    lines = [view.texts("roster-heading", number=profile.decree.number, day=profile.decree.date)]
    for seat in profile.seats:
        holder, absence = roster.holder(seat.number), roster.absence(seat.number)
        state = "vacant" if holder is None else "bound" if roster.binding(seat.number) else "unbound"
        acts = duties is not None and duties.acting and duties.seat == seat.number
        lines.append(
            view.texts(
                "roster-seat",
                seat=seat.number,
                position=seat.position,
                duty=seat.duty,
                name=holder.name if holder else "",
                state=state,
                acting="yes" if acts else "no",
                away="yes" if absence else "no",
                until=absence.last if absence else view.now,
            )
        )
    if not view.chairs:
        return Screen("\n".join(lines))
    numbers = tuple(Button(str(seat.number), _seat("show", seat.number)) for seat in profile.seats)
    rows: Rows = [numbers[:5], numbers[5:]]
    if count := len(roster.outside()):
        rows.append((Button(view.texts("button-contacts", count=count), _contact("list")),))
    return Screen("\n".join([*lines, "", view.texts("roster-choose")]), tuple(rows))


def _one_seat(view: View) -> Screen:
    """One seat: invite, unbind, vacate."""
    seat = view.office.profile.seat(int(view.card.content["seat"]))
    holder, bound = view.roster.holder(seat.number), view.roster.binding(seat.number) is not None
    if holder is None:
        text = view.texts("seat-page-vacant", seat=seat.number, position=seat.position)
    else:
        said = {"name": holder.name, "since": holder.since, "bound": "yes" if bound else "no"}
        text = view.texts("seat-page", seat=seat.number, position=seat.position, **said)
    invite = InviteSeatTap(kind="seat", key=seat.number).pack()
    rows: Rows = [(Button(view.texts("button-replace", vacant="no" if holder else "yes"), invite),)]
    if bound:
        rows.append((button(view, "unbind", _seat("unbind", seat.number)),))
    if holder is not None:
        rows.append((button(view, "vacate", _seat("vacate", seat.number)),))
    return Screen(text, (*rows, (button(view, "back", _seat("list")),)))


def _asked(act: str, done: str) -> Callable[[View], Screen]:
    """A question about a seat before what cannot be taken back."""

    def question(view: View) -> Screen:
        seat = int(view.card.content["seat"])
        holder = view.roster.holder(seat)
        if holder is None or (act == "unbind" and view.roster.binding(seat) is None):
            return _one_seat(view)
        text = view.texts(f"confirm-{act}", seat=seat, name=holder.name)
        yes = button(view, "confirm", _seat(done, seat))
        return Screen(text, ((yes, button(view, "cancel", _seat("show", seat))),))

    return question


def _contacts(view: View) -> Screen:
    """Units' contacts and guests, each with the unit or the position and a button to unbind."""
    known = view.roster.outside()
    first = int(view.card.content.get("first", 0))
    first = first if first < len(known) else 0
    shown = known[first : first + _PAGE]
    lines = [view.texts("contacts-heading", count=len(known))]
    lines += [
        view.texts("contacts-line", name=one.name, place=place_of(view.office.profile, one)) for one in shown
    ]
    rows: Rows = [
        (Button(view.texts("button-contact", name=literal(clipped(one.name, 40))), _contact("ask", one)),)
        for one in shown
    ]
    rows += paging(first, _PAGE, len(known), lambda start: ContactTap(act="list", user=start).pack())
    return Screen("\n".join(lines), (*rows, (button(view, "back", _seat("list")),)))


def _one_contact(view: View) -> Screen:
    """«Отвязать»: asked first."""
    account = int(view.card.content["user"])
    contact = next((one for one in view.roster.outside() if one.user_id == account), None)
    if contact is None:
        return _contacts(view)
    said = {"name": contact.name, "place": place_of(view.office.profile, contact)}
    question = view.texts("confirm-unbind-contact", unit="yes" if contact.unit else "no", **said)
    yes = button(view, "confirm", _contact("unbind", contact))
    return Screen(question, ((yes, button(view, "cancel", _contact("list"))),))


def place_of(profile: OfficeProfile, contact: Binding) -> str:
    """The unit of a contact, the position of a guest."""
    return contact.position if contact.unit is None else profile.unit(contact.unit).title


def _seat(act: str, seat: int = 0) -> str:
    return SeatTap(act=act, seat=seat).pack()


def _contact(act: str, contact: Binding | None = None) -> str:
    return ContactTap(act=act, user=contact.user_id if contact else 0).pack()


PAGES: Mapping[str, Callable[[View], Screen]] = {
    "seat": _one_seat,
    "vacate": _asked("vacate", "vacated"),
    "unbind": _asked("unbind", "unbound"),
    "contacts": _contacts,
    "contact": _one_contact,
}
