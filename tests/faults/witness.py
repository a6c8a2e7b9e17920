"""What the bot said when it said it: a card loses the mark of a repeat with its next edit."""

from __future__ import annotations

import re

from bot.sandbox.chatting import Message
from bot.sandbox.people import BOT_ID
from bot.sandbox.world import World

MARK = re.compile(r"^\(повтор")


class Witness:
    """Sees every message of the bot when it comes."""

    def __init__(self, world: World) -> None:
        self.said: dict[int, dict[int, str]] = {}
        show = world.show

        def seen(message: Message, *, kind: str = "message") -> None:
            if kind == "message" and message.sender_id == BOT_ID:
                self.said.setdefault(message.chat_id, {})[message.message_id] = message.text
            show(message, kind=kind)

        world.show = seen  # type: ignore[method-assign]  # there is no other place to stand

    @property
    def marked(self) -> int:
        """How many messages came marked as repeats."""
        return sum(bool(MARK.match(text)) for chat in self.said.values() for text in chat.values())

    def next_is_marked(self, chat: int, message_id: int) -> bool:
        """Whether the bot's next message in the chat says that it is a repeat."""
        after = min((number for number in self.said[chat] if number > message_id), default=None)
        return after is not None and bool(MARK.match(self.said[chat][after]))
