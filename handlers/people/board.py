"""Invitations to the nine seats on one live card: who is there, invited, waiting for a word."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from domain.office.outbox import Button, Screen
from domain.office.profile import Seat
from domain.office.wording import clipped, literal
from domain.people.invitation import CLAIMED
from domain.people.roster import Actor, Standing
from domain.people.store import Invitation
from handlers.chat.feature import Waiting
from handlers.chat.parts import Rows, button
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.people.taps import InviteSeatTap, InviteTap, InviteUnitTap

_TITLE, _WHO, _UNIT = 20, 40, 50


async def render(view: View) -> Screen | None:
    """A line a seat; a button for each that nobody is bound to, to share its link or to get one."""
    if view.card.content.get("page") == "units":
        return _units(view)
    pending = await view.uow.roster.pending()
    view.until(*(one.expires_at for one in pending))
    claims = [one for one in pending if one.state == CLAIMED and one.standing is not Standing.ASSISTANT]
    seats = view.office.profile.seats
    newest = _newest(pending)
    bound = sum(view.roster.binding(seat.number) is not None for seat in seats)
    lines = [view.texts("invitations-heading", bound=bound, seats=len(seats)), ""]
    lines += [_line(view, seat, newest.get(seat.number)) for seat in seats]
    others = [one.name.partition("\n")[0] for one in claims if one.standing is not Standing.MEMBER]
    if others:
        lines.append(view.texts("invitations-others", names=", ".join(others)))
    rows: Rows = []
    if claims and judges(view):
        confirm = view.texts("button-confirm-everybody", count=len(claims))
        rows.append((Button(confirm, InviteTap(kind="confirm").pack()),))
    free = [one for one in seats if _is_free(view, one, newest.get(one.number))]
    rows += [_way(view, seat, newest.get(seat.number)) for seat in free]
    without = [seat for seat in free if _shared(view, seat, newest.get(seat.number)) == ""]
    if len(without) > 1:
        everybody = view.texts("button-invite-everybody", count=len(without))
        rows.append((Button(everybody, InviteTap(kind="everybody").pack()),))
    units, guest = InviteTap(kind="units").pack(), InviteTap(kind="guest").pack()
    rows.append((button(view, "invite-unit", units), button(view, "invite-as-guest", guest)))
    return Screen("\n".join(lines), tuple(rows))


def _units(view: View) -> Screen:
    """Which unit a link is for."""
    rows: Rows = [
        (
            Button(
                literal(clipped(view.office.profile.caption(unit), _UNIT)),
                InviteUnitTap(kind="unit", key=unit.key).pack(),
            ),
        )
        for unit in view.office.profile.units
    ]
    back = button(view, "back", InviteTap(kind="board").pack())
    return Screen(view.texts("invite-choose-unit"), (*rows, (back,)))


def judges(view: View) -> bool:
    """Whether the one who looks confirms newcomers: like `handlers/people/claims.py:judges`."""
    duties = view.duties
    binding = view.roster.binding(duties.seat) if duties is not None else None
    if binding is not None:
        return binding.user_id == view.card.chat_id
    return view.card.chat_id in view.office.admins


async def claims_waiting(view: View, actor: Actor) -> list[Waiting]:
    """For the greeting: newcomers who wait for this person's word, or a head who is not invited yet."""
    if not judges(view):
        return []
    opens = Button(view.texts("command-invite"), CommandTap(name="invite").pack())
    pending = await view.uow.roster.pending()
    count = sum(one.state == CLAIMED and one.standing is not Standing.ASSISTANT for one in pending)
    head = view.office.profile.head_seat
    if count:
        return [Waiting(view.texts("start-claims", count=count), (opens,))]
    if view.roster.binding(head) is None and all(one.seat != head for one in pending):
        return [Waiting(view.texts("start-no-head", seat=head), (opens,))]
    return []


def words_of(view: View, seat: Seat) -> str:
    """What goes to the invitee with the link, in plain words."""
    profile = view.office.profile
    text = view.texts("invite-words", office=profile.short_name, seat=seat.number, title=seat.position)
    return unescape(text)


def _newest(pending: Sequence[Invitation]) -> dict[int | None, Invitation]:
    """By seats the newest invitation, a claim before any that is open."""
    to_seats = [one for one in pending if one.standing is Standing.MEMBER]
    return {one.seat: one for one in sorted(to_seats, key=lambda one: one.state == CLAIMED)}


def _is_free(view: View, seat: Seat, invitation: Invitation | None) -> bool:
    waits = invitation is not None and invitation.state == CLAIMED
    return view.roster.binding(seat.number) is None and not waits


def _line(view: View, seat: Seat, invitation: Invitation | None) -> str:
    holder = view.roster.holder(seat.number)
    who = view.called(seat.number) if holder else clipped(_title(view, seat), _WHO)
    if invitation is not None and invitation.state == CLAIMED:
        state, who = "waiting", invitation.name
    elif view.roster.binding(seat.number) is not None:
        state = "bound" if invitation is None else "replacing"
    else:
        state = "invited" if invitation is not None else "free"
    until = invitation.expires_at if invitation is not None else view.now
    return view.texts("invitations-seat", seat=seat.number, who=who, state=state, until=until)


def _shared(view: View, seat: Seat, invitation: Invitation | None) -> str:
    """The link to share; empty where there is none, or it was given in another chat."""
    kept = view.card.content.get("links", {}).get(str(seat.number))
    if kept is None or invitation is None or kept["invitation"] != invitation.id:
        return ""
    return str(kept["link"])


def _way(view: View, seat: Seat, invitation: Invitation | None) -> tuple[Button, ...]:
    words = {"seat": seat.number, "title": literal(clipped(_title(view, seat), _TITLE))}
    link = _shared(view, seat, invitation)
    url = view.office.links.to_share(link, words_of(view, seat)) if link else ""
    if url:
        return (Button(view.texts("button-share-link", **words), url=url),)
    data = InviteSeatTap(kind="link", key=seat.number).pack()
    return (Button(view.texts("button-invite-link", **words), data),)


def _title(view: View, seat: Seat) -> str:
    """As short as the profile has it: a line and a button hold no more."""
    return seat.tag or (view.office.profile.block(seat.block).title if seat.block else seat.duty)
