"""Cards where a person looks: below what they have just sent."""

from __future__ import annotations

from handlers.chat.request import Request


async def show_below(
    request: Request, kind: str, subject: str, content: dict[str, object], album: str = ""
) -> None:
    """Send a card anew below the person's words or files; once for files sent together (`album`).

    An older card of the same subject leaves the chat, with what it asked; of another draft it stays.
    """
    key = f"album:{kind}:{request.chat_id}:{album}" if album else None
    if key is not None and await request.uow.outbox.known(key):
        return
    await request.uow.outbox.card_anew(request.chat_id, kind, subject, content, key=key)


async def turn_or_show(request: Request, kind: str, subject: str, content: dict[str, object]) -> None:
    """Turn the tapped card to this content; under any other card this one is sent below."""
    card = await request.uow.outbox.find(request.chat_id, request.message_id or 0)
    if card is not None and (card.kind, card.subject) == (kind, subject):
        await request.uow.outbox.turn(card, content)
    else:
        await show_below(request, kind, subject, content)


async def show_only(request: Request, kind: str, subject: str = "") -> None:
    """Send the one live card of its kind in the chat; `subject` is the kind's own name unless it is said."""
    await request.uow.outbox.remove_kind(request.chat_id, kind)
    await request.uow.outbox.card(request.chat_id, kind, subject or kind)
