"""Whoever prepared something for a holder hears what became of it."""

from __future__ import annotations

from domain.office.outbox import Screen
from domain.office.wording import clipped
from handlers.chat.request import Request


async def tell_assistant(request: Request, user_id: int | None, key: str, what: str) -> None:
    """Whoever prepared it is told what the holder said, while they assist."""
    roster = await request.roster()
    binding = roster.binding_of(user_id) if user_id is not None else None
    if binding is not None and (binding.assists is not None or roster.keeps_protocol(binding.actor())):
        await request.uow.outbox.text(binding.user_id, Screen(request.texts(key, what=clipped(what, 200))))
