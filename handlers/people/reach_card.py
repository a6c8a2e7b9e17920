"""A notice that somebody gets no messages; it says so when they do again."""

from __future__ import annotations

from datetime import datetime

from domain.office.outbox import Screen
from handlers.chat.view import View


async def render(view: View) -> Screen | None:
    """Who, since when, how much waits, what helps."""
    chat_id = int(view.card.key)
    kind, who = _who(view, chat_id)
    lost = await view.uow.reach.of(chat_id)
    if lost is None:
        since = datetime.fromisoformat(str(view.card.content["since"]))
        return Screen(view.texts("unreachable-back", who=who, since=since))
    count = await view.uow.reach.waiting_for(chat_id)
    lines = [
        view.texts("unreachable-heading", who=who),
        view.texts("unreachable-since", since=lost.since, count=count),
        "",
        view.texts(f"unreachable-help-{kind}"),
    ]
    return Screen("\n".join(lines))


def _who(view: View, chat_id: int) -> tuple[str, str]:
    if chat_id < 0:
        return "group", view.texts("unreachable-group")
    binding = view.roster.binding_of(chat_id)
    if binding is None:
        return "person", view.texts("unreachable-former")
    return "person", binding.name
