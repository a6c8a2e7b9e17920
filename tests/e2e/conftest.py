"""An office in a sandbox, driven by its people over HTTP alone."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.sandbox.clock import SandboxClock
from bot.sandbox.people import GROUP_ID
from bot.sandbox.play import People
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.seed_messages import made_up_messages
from bot.sandbox.seed_spike import spike_messages
from bot.sandbox.world import World
from bot.storage.audit import audit
from bot.watching.logs import set_up_logs
from domain.office.profile import OfficeProfile
from tests.conftest import missing
from tests.templates import Templates, drop_database


class Engine:
    """Where every office of this run is kept: SQLite files, or a PostgreSQL server."""

    server: str | None = None
    templates: Templates


@pytest.fixture(scope="session", autouse=True)
def engine(request: pytest.FixtureRequest) -> None:
    """`OFFICE_ENGINE=postgresql` runs every end-to-end test on PostgreSQL (`make test-postgres`)."""
    set_up_logs("console", quiet=True)  # a traceback with every local variable takes seconds to draw
    Engine.templates = request.getfixturevalue("templates")
    if os.environ.get("OFFICE_ENGINE") == "postgresql":
        Engine.server = request.getfixturevalue("postgres")
        if Engine.server is None:
            missing("PostgreSQL")


class Town(People):
    """The people of a sandbox, with what tests ask of them."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        super().__init__(session, base)
        self.people: dict[str, int] = {}
        self.seat: dict[int, int] = {}
        self.group = GROUP_ID
        self.database = ""
        self.world: World | None = None  # the server's own memory

    @asynccontextmanager
    async def behind_its_back(self) -> AsyncIterator[AsyncConnection]:
        """A transaction in the office's database that the office knows nothing of."""
        engine = create_async_engine(self.database, connect_args={"timeout": 20})
        async with engine.begin() as connection:
            yield connection
        await engine.dispose()

    async def meet(self) -> None:
        """Learn who lives here."""
        everyone = await self.call("GET", "/api/people")
        self.people = {one["role"]: one["id"] for one in everyone if not one["seat"]}
        self.seat = {one["seat"]: one["id"] for one in everyone if one["seat"]}
        self.surname = {one["seat"]: one["name"].split()[-1] for one in everyone if one["seat"]}

    async def read(self, chat: int, after: int = 0) -> list[str]:
        """Texts of what the bot said in a private chat."""
        return [m["text"] for m in await self.messages(chat, after) if m["from"] != chat]

    async def last(self, chat: int) -> str:
        """The newest text of the bot in a private chat."""
        return (await self.read(chat))[-1].replace("\u00a0", " ")

    async def tap(self, person: int, chat: int, message_id: int, button: str) -> dict[str, Any]:
        """Tap any button, forged ones too; the answer as the person sees it."""
        body = {"from": person, "chat": chat, "message_id": message_id, "button": button}
        shown: dict[str, Any] = await self.call("POST", "/api/taps", json=body)
        await self.settle()
        if shown.get("answer"):
            shown["answer"] = shown["answer"].replace("\u00a0", " ")
        return shown

    async def card(self, chat: int, beginning: str) -> dict[str, Any]:
        """The newest message in a chat with a line that begins so."""
        line = f"\n{beginning}"
        found = [m for m in await self.messages(chat) if line in f"\n{m['text']}".replace("\u00a0", " ")]
        newest: dict[str, Any] = found[-1]
        return newest

    async def text(self, chat: int, beginning: str) -> str:
        """Text of the newest message that begins so, with plain spaces."""
        return str((await self.card(chat, beginning))["text"]).replace("\u00a0", " ")

    async def has_button(self, chat: int, word: str) -> bool:
        """Whether any message in the chat has this button now."""
        return await self._button(chat, word) is not None

    async def violations(self) -> list[dict[str, Any]]:
        """Bot API rules the bot broke."""
        found: list[dict[str, Any]] = await self.call("GET", "/api/violations")
        return found

    async def entries(self) -> int:
        """How many entries the audit log holds: whatever was done left one."""
        async with self.behind_its_back() as database:
            return int(await database.scalar(select(func.count()).select_from(audit)) or 0)

    async def gather(self, *seats: int) -> None:
        """These seats check in."""
        for number in seats:
            await self.press(self.seat[number], "Присутствую", self.group)


def seeded_messages() -> int:
    """How many messages a seeded office has: the next one gets the number after."""
    profile = load_profile()
    now = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    return len(made_up_messages(now, profile)) + len(spike_messages(now, profile))


@asynccontextmanager
async def town(
    folder: Path, now: datetime, database: str = "", *, kept: bool = False, **options: Any
) -> AsyncIterator[Town]:
    """A sandbox with its office, for the length of the block, on the engine that this run tests.

    The office's database is made for it unless the address of one is given, and gone after it unless `kept`.
    """
    file, empty = folder / "office.db", options.get("empty", False)
    database = database or await Engine.templates.copy(
        Engine.server, f"{now:%Y-%m-%dT%H%M}-{empty}", partial(_make, now, empty), file
    )
    url = database if Engine.server else ""
    chosen = SandboxOptions(0, file, now, url, **{"limits": False, **options})
    try:
        async with running_sandbox(chosen) as sandbox, aiohttp.ClientSession() as session:
            people = Town(session, sandbox.url)
            people.database = database
            people.world = sandbox.world
            await people.meet()
            yield people
    finally:
        if Engine.server and not kept:
            await drop_database(database)


async def _make(now: datetime, empty: bool, url: str) -> None:
    """What the sandbox makes of an empty database before its office starts."""
    options = SandboxOptions(0, Path(), now, url, empty=empty)
    office = Runtime.of(sandbox_settings(options, "http://127.0.0.1"), load_profile(), SandboxClock(now))
    await prepare(office, empty=empty)
    await office.close()


@pytest.fixture
async def seeded(tmp_path: Path, profile: OfficeProfile) -> AsyncIterator[Town]:
    """A seeded office, Monday 23 November 2026, 10:00."""
    async with town(tmp_path, datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)) as people:
        yield people


@pytest.fixture
async def on_the_day(tmp_path: Path, profile: OfficeProfile) -> AsyncIterator[Town]:
    """A seeded office, Wednesday 25 November 2026, noon: hours before the meeting and not days."""
    async with town(tmp_path, datetime(2026, 11, 25, 12, 0, tzinfo=profile.time_zone)) as people:
        yield people


@pytest.fixture
async def empty(tmp_path: Path, profile: OfficeProfile) -> AsyncIterator[Town]:
    """An office whose seats are not bound yet."""
    moment = datetime(2026, 11, 23, 10, 0, tzinfo=profile.time_zone)
    async with town(tmp_path, moment, empty=True) as people:
        yield people
