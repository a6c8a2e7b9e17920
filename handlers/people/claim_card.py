"""An invitation by a link, for whoever gave it; then the newcomer's claim, for the one who confirms it."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.people.invitation import CLAIMED, OPEN
from domain.people.roster import Standing
from domain.people.store import Invitation
from handlers.chat.parts import button
from handlers.chat.view import View
from handlers.people.board import judges
from handlers.people.taps import ClaimTap


async def render(view: View) -> Screen | None:
    """The link while nobody has come by it; who asks for which place; the answer, once given, stays."""
    invitation = await view.uow.roster.invitation(int(view.card.key))
    if invitation is None:
        return None
    link = view.card.content.get("link")
    if link is not None and invitation.state == OPEN:
        return Screen(_link_words(view, invitation, link), (_buttons(view, invitation.id, revoke="revoke"),))
    former, title = None, ""
    if invitation.standing is Standing.ASSISTANT:
        place = view.texts("place-assistant", who=view.called(invitation.seat or 0))
    elif invitation.seat is not None:
        place = view.texts("place-seat", seat=invitation.seat)
        title = view.office.profile.seat(invitation.seat).position
        former = view.roster.holder(invitation.seat)
    else:
        place = _place(view, invitation)
    name, _, position = invitation.name.partition("\n")
    claim = view.texts("claim", name=name, place=place) if name else ""
    lines = [*filter(None, (claim, title, position))]
    if not _is_judge(view, invitation) or invitation.state != CLAIMED:
        lines.append(view.texts(f"claim-{invitation.state}"))
        return Screen("\n".join(lines))
    if former is not None and former.name != name:
        lines.append(view.texts("claim-replaces", name=former.name))
    if view.card.content.get("refuse"):
        lines += ["", view.texts("confirm-refuse-claim")]
        return Screen("\n".join(lines), (_buttons(view, invitation.id, confirm="refused", cancel="back"),))
    return Screen("\n".join(lines), (_buttons(view, invitation.id, confirm="confirm", reject="refuse"),))


def _is_judge(view: View, invitation: Invitation) -> bool:
    if invitation.standing is Standing.ASSISTANT:
        return view.card.chat_id == invitation.invited_by
    return judges(view)


def _place(view: View, invitation: Invitation) -> str:
    if invitation.unit is None:
        return view.texts("place-guest")
    return view.texts("place-unit", title=view.office.profile.unit(invitation.unit).title)


def _link_words(view: View, invitation: Invitation, link: str) -> str:
    """The words to send on to the invitee, with the link in them."""
    profile, until = view.office.profile, invitation.expires_at
    if invitation.standing is Standing.ASSISTANT:
        holder = view.called(invitation.seat or 0)
        return view.texts("assistant-link", link=link, until=until, holder=holder)
    kind, title = "guest", ""
    if invitation.seat is not None:
        kind, title = "seat", profile.seat(invitation.seat).position
    elif invitation.unit is not None:
        kind, title = "unit", profile.unit(invitation.unit).title
    return view.texts(
        "invite-link",
        link=link,
        kind=kind,
        title=title,
        office=profile.short_name,
        seat=invitation.seat or 0,
        until=until,
    )


def _buttons(view: View, invitation: int, **acts: str) -> tuple[Button, ...]:
    return tuple(
        button(view, key, ClaimTap(act=act, invitation=invitation).pack()) for key, act in acts.items()
    )
