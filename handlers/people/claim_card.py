"""A newcomer's claim, for the one who confirms it."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.people.roster import Standing
from handlers.chat.parts import button
from handlers.chat.view import View
from handlers.people.taps import ClaimTap


async def render(view: View) -> Screen | None:
    """Who asks for which place; the answer, once given, stays."""
    invitation = await view.uow.roster.invitation(int(view.card.key))
    if invitation is None:
        return None
    profile = view.office.profile
    if invitation.standing is Standing.ASSISTANT:
        former, title = None, ""
        place = view.texts("place-assistant", who=view.called(invitation.seat or 0))
    elif invitation.seat is not None:
        place = view.texts("place-seat", seat=invitation.seat)
        title = profile.seat(invitation.seat).position
        former = view.roster.holder(invitation.seat)
    else:
        former = None
        place = view.texts("place-guest")
        title = ""
        if invitation.unit is not None:
            place, title = view.texts("place-unit", title=profile.unit(invitation.unit).title), ""
    name, _, position = invitation.name.partition("\n")
    lines = [view.texts("claim", name=name, place=place), *filter(None, (title, position))]
    if invitation.state != "claimed":
        lines.append(view.texts(f"claim-{invitation.state}"))
        return Screen("\n".join(lines))
    if former is not None and former.name != name:
        lines.append(view.texts("claim-replaces", name=former.name))
    if view.card.content.get("refuse"):
        lines += ["", view.texts("confirm-refuse-claim")]
        return Screen("\n".join(lines), (_buttons(view, invitation.id, confirm="refused", cancel="back"),))
    return Screen("\n".join(lines), (_buttons(view, invitation.id, confirm="confirm", reject="refuse"),))


def _buttons(view: View, invitation: int, **acts: str) -> tuple[Button, ...]:
    return tuple(
        button(view, key, ClaimTap(act=act, invitation=invitation).pack()) for key, act in acts.items()
    )
