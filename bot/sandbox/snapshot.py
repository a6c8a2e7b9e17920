"""Keeps the chats between starts: the world as one JSON file beside the database."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import threading
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.sandbox.chatting import Json, Message, StoredFile, Topic
from bot.sandbox.world import World

SAVE_EVERY = 3.0


def to_json(world: World) -> Json:
    """The world's lasting part."""
    return {
        "now": world.clock.now().isoformat(),
        "newest_id": world.newest_id,
        "started": sorted(world.started),
        "blocked": sorted(world.blocked),
        "left": sorted(world.left),
        "group_id": world.group_id,
        "topics": {str(number): asdict(topic) for number, topic in world.topics.items()},
        "pins": {str(chat_id): pinned for chat_id, pinned in world.pins.items()},
        "tags": {str(user_id): tag for user_id, tag in world.tags.items()},
        "commands": world.commands,
        "updates": {
            "made": world.updates.made,
            "pending": list(world.updates.pending),
            "allowed": list(world.updates.allowed),
        },
        "messages": [
            _message_to_json(message) for kept in world.messages.values() for message in kept.values()
        ],
        "files": [_file_to_json(file) for file in world.files.values()],
    }


def from_json(world: World, kept: Json) -> None:
    """Fill a new world; its clock never shows less than when it was kept."""
    world.clock.set(
        max(world.clock.now(), datetime.fromisoformat(kept["now"]).astimezone(world.clock.now().tzinfo))
    )
    world.newest_id = kept["newest_id"]
    world.started, world.blocked, world.left = (set(kept[name]) for name in ("started", "blocked", "left"))
    if kept.get("group_id", world.group_id) != world.group_id:
        world.migrate_group()
    world.topics = {int(number): Topic(**topic) for number, topic in kept.get("topics", {}).items()}
    world.pins = {int(chat_id): pinned for chat_id, pinned in kept["pins"].items()}
    world.tags = {int(user_id): tag for user_id, tag in kept.get("tags", {}).items()}
    world.commands = kept["commands"]
    world.updates.made = kept["updates"]["made"]
    world.updates.pending = kept["updates"]["pending"]
    world.updates.allowed = kept["updates"]["allowed"]
    # Taps do not outlive the server: a person would have to tap again, as after Telegram's own timeout.
    for file in kept["files"]:
        world.files[file["file_id"]] = StoredFile(**{**file, "content": base64.b64decode(file["content"])})
    for message in kept["messages"]:
        edited = message["edit_date"]
        message["date"] = datetime.fromisoformat(message["date"])
        message["edit_date"] = datetime.fromisoformat(edited) if edited else None
        world.messages[message["chat_id"]][message["message_id"]] = Message(
            **{**message, "written_in_life": -1}
        )


def _message_to_json(message: Message) -> Json:
    edited = message.edit_date
    return {
        **asdict(message),
        "date": message.date.isoformat(),
        "edit_date": edited.isoformat() if edited else None,
    }


def _file_to_json(file: StoredFile) -> Json:
    return {**vars(file), "content": base64.b64encode(file.content).decode()}


class Keeper:
    """Saves a world to a file, at most every few seconds and at the end."""

    def __init__(self, world: World, path: Path) -> None:
        self._world = world
        self._path = path
        self._saved: tuple[int, int] | None = None
        self._work: asyncio.Task[None] | None = None
        # A save that is cancelled goes on in its thread.
        self._writing = threading.Lock()

    def load(self) -> None:
        """Take up the file, if there is one. Raises `ValueError` or `KeyError` when it is not such a file."""
        if self._path.exists():
            from_json(self._world, json.loads(self._path.read_text(encoding="utf-8")))

    def start(self) -> None:
        """Begin to save."""
        self._work = asyncio.create_task(self._watch(), name="sandbox snapshot")

    async def stop(self) -> None:
        """Save for the last time."""
        if self._work:
            self._work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._work
        await self._save()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SAVE_EVERY)
            await self._save()

    async def _save(self) -> None:
        state = self._world.event_number, self._world.activity
        if state == self._saved:
            return
        kept = to_json(self._world)
        await asyncio.to_thread(self._write, kept)
        self._saved = state

    def _write(self, kept: Json) -> None:
        """Write aside, then put in place, so that a crash leaves the older file whole."""
        aside = self._path.with_name(self._path.name + ".new")
        with self._writing:
            aside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            aside.replace(self._path)
