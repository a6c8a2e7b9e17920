"""Who assists a holder: named by a link, removed by a tap."""

from __future__ import annotations

from domain.office.outbox import Button, Screen
from domain.office.wording import clipped, literal
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.people.taps import AssistantTap


def _tap(act: str, user: int = 0) -> str:
    return AssistantTap(act=act, user=user).pack()


async def render(view: View) -> Screen | None:
    """The assistants of the seat whose card this is."""
    seat = int(view.card.key)
    assistants = view.roster.assistants(seat)
    leaving = [one for one in assistants if one.user_id == view.card.content.get("remove")]
    if leaving:
        question = view.texts("confirm-remove-assistant", name=leaving[0].name)
        confirmation = (
            button(view, "confirm", _tap("remove", leaving[0].user_id)),
            button(view, "cancel", _tap("back")),
        )
        return Screen(question, (confirmation,))
    lines = [view.texts("assistants-heading", count=len(assistants))]
    lines += [view.texts("assistants-line", name=one.name) for one in assistants]
    rows: Rows = [
        (
            Button(
                view.texts("button-remove-assistant", name=literal(clipped(one.name, 40))),
                _tap("ask", one.user_id),
            ),
        )
        for one in assistants
    ]
    rows.append((button(view, "invite-assistant", _tap("invite")),))
    return Screen("\n".join(lines), tuple(rows))
