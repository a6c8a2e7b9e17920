"""Words that a person is asked for, while they are still awaited."""

from __future__ import annotations

from collections.abc import Callable

from domain.office.outbox import Screen
from domain.office.refusal import Refusal
from handlers.chat.request import Request
from handlers.chat.wording import refusal_words


async def still_awaited(request: Request, check: Callable[[], object]) -> bool:
    """Whether the words are still awaited; where things have moved on meanwhile, the person is told."""
    try:
        check()
    except Refusal as refusal:
        await request.uow.expect(request.actor.user_id, None)
        words = refusal_words(request.own_texts, await request.roster(), refusal)
        await request.show(Screen(words))
        return False
    return True
