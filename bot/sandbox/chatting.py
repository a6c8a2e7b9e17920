"""What chats are made of: messages, files, questions that wait for an answer."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass
class StoredFile:
    """A file in the sandbox; width and height in pixels for pictures, else 0."""

    file_id: str
    name: str
    mime_type: str
    content: bytes = field(repr=False)
    width: int = 0
    height: int = 0

    @property
    def unique_id(self) -> str:
        """Telegram's second id of a file, the same whoever asks."""
        return f"u{self.file_id}"

    @property
    def path(self) -> str:
        """Where `getFile` says that the file lies."""
        return f"documents/{self.file_id}/{self.name}"


@dataclass
class Topic:
    """A forum topic; its number is that of the message that began it."""

    name: str
    closed: bool = False


@dataclass
class Message:
    """Newest state of a message. `text` is the caption where there is a file."""

    chat_id: int
    message_id: int
    sender_id: int
    date: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    markup: Json | None = None
    file_id: str | None = None
    is_photo: bool = False
    reply_to: int | None = None
    topic: int | None = None
    reaction: str = ""  # the bot's own
    silent: bool = False  # Bot API, sendMessage: disable_notification
    aside_to: int | None = None  # who alone sees it (Bot API, EphemeralMessageParameters)
    forward_from: str | None = None
    album: str | None = None
    guise: str = ""  # in whose name a person writes: the group's, a channel's, another bot's
    edit_date: datetime | None = None
    edits: int = 0
    # Whether the bot may honestly not know that its last change took effect: a lost answer, a restart.
    uncertain: bool = False
    written_in_life: int = 0

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        """Rows of the buttons under the message."""
        return self.markup.get("inline_keyboard", []) if self.markup else []


@dataclass
class Answer:
    """What a person sees after a tap."""

    text: str
    alert: bool
    url: str | None = None


@dataclass
class Query:
    """A tap that waits for the bot's `answerCallbackQuery`. Times are monotonic seconds."""

    query_id: str
    tapped: float
    delivered: list[float] = field(default_factory=list)
    uncertain: bool = False
    answer: Answer | None = None
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self, seconds: float) -> Answer | None:
        """The bot's answer, or None when it did not come within so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.came.wait()
        return self.answer


@dataclass(frozen=True)
class Violation:
    """A rule of the Bot API that the bot broke."""

    method: str
    rule: str
    detail: str
