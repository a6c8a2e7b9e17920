"""The sandbox's state: chats, files, updates, the clock, counts, violations. One object, one office."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections import Counter, deque
from collections.abc import Callable
from datetime import datetime

from bot.sandbox.bell import Bell
from bot.sandbox.chatting import Json, Message, Query, StoredFile, Topic, Violation
from bot.sandbox.clock import TickingClock
from bot.sandbox.faults import Faults
from bot.sandbox.flood import FloodGate, Waits
from bot.sandbox.people import BOT_TOKEN, BY_ID, CHANNEL_ID, GROUP_ID, SUPERGROUP_ID, started_at_first
from bot.sandbox.updates import Updates

EVENTS_KEPT = 5000


class World:
    """Everything the server knows. `now` is the office's time at the start, with its zone."""

    def __init__(
        self,
        now: datetime,
        *,
        empty: bool,
        limits: bool,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.monotonic = monotonic
        self.clock = TickingClock(now)
        self.started = started_at_first(empty=empty)
        self.blocked: set[int] = set()
        self.left: set[int] = set()
        self.token = BOT_TOKEN
        self.group_id = GROUP_ID
        chats = (*BY_ID, GROUP_ID, CHANNEL_ID)
        self.messages: dict[int, dict[int, Message]] = {chat_id: {} for chat_id in chats}
        self.files: dict[str, StoredFile] = {}
        self.topics: dict[int, Topic] = {}
        self.pins: dict[int, list[int]] = {}
        self.tags: dict[int, str] = {}  # of the group's members
        self.asides = True  # whether the bot may answer one member of the group alone
        self.commands: dict[str, list[Json]] = {}
        self.queries: dict[str, Query] = {}
        self.updates = Updates(monotonic)
        self.faults = Faults()
        self.flood = FloodGate(monotonic, enforced=limits)
        self.waits = Waits(monotonic)
        self.stats: Counter[str] = Counter()
        self.violations: list[Violation] = []
        self.calls_made = 0
        self.calls_in_progress = 0
        self.bot_life = 0
        self.newest_id = 0
        self.closing = False
        self.changed = Bell()
        self.event_number = 0
        self.events: deque[tuple[int, Json]] = deque(maxlen=EVENTS_KEPT)

    @property
    def activity(self) -> int:
        """Grows with everything the bot is given or does: while it stands still, nothing happens."""
        return self.updates.made + self.calls_made

    @property
    def quiet(self) -> bool:
        """Nothing waits to be handled and no call is under way."""
        self.updates.expire()
        return not self.updates.pending and not self.calls_in_progress

    def tell(self, event: Json) -> None:
        """Remember a change for the chat page and wake those who wait."""
        self.event_number += 1
        self.events.append((self.event_number, event))
        self.changed.ring()

    async def until_event(self, after: int, seconds: float) -> None:
        """Wait until there is an event newer than number `after`, so many seconds at most."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while self.event_number <= after and not self.closing and (left := until - loop.time()) > 0:
            await self.changed.wait(left)

    def is_member(self, person_id: int, chat_id: int) -> bool:
        """Whether a person may write in a chat: their own or the group."""
        return chat_id in (person_id, self.group_id)

    def migrate_group(self) -> None:
        """The group becomes a supergroup: another id, a history that begins anew."""
        self.group_id = SUPERGROUP_ID
        self.topics.clear()
        self.messages.setdefault(SUPERGROUP_ID, {})

    def add_message(self, chat_id: int, sender_id: int) -> Message:
        """A new empty message; the caller fills it and announces it with `show`."""
        self.newest_id += 1
        message = Message(chat_id, self.newest_id, sender_id, self.clock.now())
        message.written_in_life = self.bot_life
        self.messages[chat_id][message.message_id] = message
        return message

    def touch(self, message: Message) -> None:
        """Count one more edit of a message."""
        message.edits += 1
        message.edit_date = self.clock.now()
        message.uncertain = False
        message.written_in_life = self.bot_life

    def show(self, message: Message, *, kind: str = "message") -> None:
        """Announce a message's newest state."""
        self.tell({"kind": kind, "chat": message.chat_id, "message_id": message.message_id})

    def delete(self, message: Message) -> None:
        """Take a message out of its chat, and off the pinned ones."""
        del self.messages[message.chat_id][message.message_id]
        pinned = self.pins.get(message.chat_id, [])
        if message.message_id in pinned:
            pinned.remove(message.message_id)
        self.show(message, kind="deleted")

    def keep_file(
        self, name: str, mime_type: str, content: bytes, size: tuple[int, int] = (0, 0)
    ) -> StoredFile:
        """Store bytes under a new id; the name loses what a path could not carry."""
        safe = re.sub(r"[\x00-\x1f/\\]", "_", name).strip() or "file"
        file = StoredFile(secrets.token_hex(12), safe, mime_type, content, *size)
        self.files[file.file_id] = file
        return file

    def violate(self, method: str, rule: str, detail: str) -> None:
        """Record a broken rule."""
        self.violations.append(Violation(method, rule, detail))
        self.tell({"kind": "violation", "count": len(self.violations)})
