"""`mcu sandbox`: the server and, unless it is to run alone, an office that talks to it as to Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.runtime import Runtime
from bot.sandbox.people import BOT_TOKEN, PEOPLE
from bot.sandbox.seed import seed
from bot.sandbox.server import OFFICE_PAGE, Sandbox
from bot.sandbox.time import SandboxTime
from bot.settings import Settings
from bot.storage.migrating import migrate


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """What `mcu sandbox` is started with. `database` is a path; `now` is aware.

    `database_url` is where the office is kept when that is not SQLite in the file `database`; the chats
    are kept beside that file all the same.
    """

    port: int
    database: Path
    now: datetime
    database_url: str = ""
    empty: bool = False
    limits: bool = True
    server_only: bool = False
    profile: Path | None = None


def sandbox_settings(options: SandboxOptions, url: str) -> Settings:
    """Settings of the office that lives in the sandbox."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # the library takes it, its types do not say so
        token=SecretStr(BOT_TOKEN),
        admins=frozenset(person.id for person in PEOPLE if person.role == "admin"),
        database=options.database_url or f"sqlite+aiosqlite:///{options.database.resolve()}",
        api_server=url,
        limits=options.limits,
        profile=options.profile,
        mode="polling",
        proxy="",
        page=url.removeprefix("http://"),
        public_url=f"{url}{OFFICE_PAGE}",
        invitations="messenger",  # its chats open such links themselves
    )


async def prepare(office: Runtime, *, empty: bool) -> None:
    """Bring the office's database forward and, unless it is to stay empty, fill it."""
    await migrate(office.database.url)
    if not empty:
        await seed(office)


@asynccontextmanager
async def running_sandbox(options: SandboxOptions) -> AsyncIterator[Sandbox]:
    """The sandbox with its office, until the block ends."""
    fresh = not options.database.exists()
    snapshot = options.database.with_name(options.database.name + ".chats.json")
    if fresh:
        snapshot.unlink(missing_ok=True)
    sandbox = Sandbox(
        options.port,
        options.now,
        empty=options.empty,
        limits=options.limits,
        snapshot=snapshot,
        expects_bot=not options.server_only,
    )
    await sandbox.start()
    try:
        settings = sandbox_settings(options, sandbox.url)
        office = RunningOffice(settings, load_profile(options.profile), SandboxTime(sandbox.url, options.now))
        await prepare(office.runtime, empty=options.empty)
        if options.server_only:
            await office.runtime.close()
            yield sandbox
            return
        await office.start()
        sandbox.office = office.runtime
        try:
            yield sandbox
        finally:
            sandbox.office = None
            await office.stop()
    finally:
        await sandbox.stop()


async def run_sandbox(options: SandboxOptions, first: Callable[[str], Awaitable[None]] | None = None) -> None:
    """Run until told to stop; `first` is done, with the address, before anybody is told of it."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(name, stopped.set)
    async with running_sandbox(options) as sandbox:
        if first is not None:
            await first(sandbox.url)
        print(f"Песочница открыта: {sandbox.url}/", flush=True)  # noqa: T201 — the command line's answer
        await stopped.wait()
