"""The answer to what nobody asked for: where to go on from."""

from __future__ import annotations

from domain.office.keyboard import packed
from domain.office.outbox import Button, Screen
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap


async def say_not_understood(request: Request) -> None:
    """Nothing is guessed: the cards above go on standing, and what waits for the person is a tap away."""
    texts = request.own_texts
    begins = (Button(texts(f"command-{name}"), CommandTap(name=name).pack()) for name in ("start", "help"))
    await request.show(Screen(texts("not-understood"), packed(begins)))
