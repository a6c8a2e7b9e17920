"""Words that a person is asked for, while they are still awaited."""

from __future__ import annotations

from collections.abc import Callable

from domain.office.outbox import Card, Screen
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


async def written(request: Request, card: Card, kind: str) -> str:
    """The words of an answer that is being written: as they are awaited, or as the card has kept them."""
    waiting = await request.uow.expected(request.actor.user_id)
    kept = card.content if waiting is None or waiting.kind != kind else waiting.content
    return str(kept.get("note", ""))
