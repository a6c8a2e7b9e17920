"""A server as the page of upkeep supposes it, where its commands are given."""

from __future__ import annotations

import asyncio
import re
import shlex
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from time import monotonic

import pytest

from bot.sandbox.people import BOT_TOKEN
from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.sandbox.server import Sandbox
from tests.commands.conftest import Answer, Give
from tests.faults import nursery

NOW = datetime.fromisoformat("2026-11-26T15:30:00+05:00")  # when the databases of old programs were left
UNIT = "municipal-centre-bot"


class Server:
    """A server as the page supposes it: a working folder, the program, a unit of systemd that runs it."""

    def __init__(self, root: Path, give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.give, self._patch = root, give, monkeypatch
        self.folder = root / "var/lib" / UNIT
        self.folder.mkdir(parents=True)
        self.unit = root / "etc/systemd/system" / f"{UNIT}.service"
        self.unit.parent.mkdir(parents=True)
        (root / "mnt/backup").mkdir(parents=True)
        self._process: ForkServerProcess | None = None
        self.answers: list[Answer] = []

    async def follow(self, lines: list[str]) -> None:
        """Give these commands; each must be done."""
        self._patch.chdir(self.folder)
        for line in lines:
            program, *words = shlex.split(self._here(line))
            if program == "systemctl":
                await self._systemctl(words)
            elif program == "mcu":
                answer = await self._answer(words)
                assert answer.code == 0, f"{line}: {answer.whole}"
                self.answers.append(answer)
            else:
                await asyncio.to_thread(subprocess.run, [program, *words], check=True, capture_output=True)

    async def _answer(self, words: list[str]) -> Answer:
        """What the command says; the page gives a bot that has just started a minute before the check."""
        until = monotonic() + 60
        while True:
            answer = await asyncio.to_thread(self.give, *words, started="mcu")
            if words != ["check"] or answer.code == 0 or monotonic() > until:
                return answer
            await asyncio.sleep(1)

    def set(self, **settings: object) -> None:
        """Write settings into `.env`."""
        file = self.folder / ".env"
        kept = dict(line.split("=", 1) for line in file.read_text().splitlines()) if file.exists() else {}
        kept |= {f"BOT_{name.upper()}": str(value) for name, value in settings.items()}
        file.write_text("".join(f"{name}={value}\n" for name, value in kept.items()))

    def _here(self, line: str) -> str:
        """The machine's folders stand below the test's own."""
        return re.sub(r"(?<= )/(?=etc/|var/|mnt/)", f"{self.root}/", line)

    async def _systemctl(self, words: list[str]) -> None:
        if UNIT not in words:
            assert words == ["reload", "nginx"]  # it has nothing to do with the bot
            return
        if words[0] in ("stop", "disable", "restart"):
            await self.stop()
        if words[0] in ("start", "enable", "restart"):
            await self._start()

    async def _start(self) -> None:
        log = self.root / "journal" / f"{len(self.answers)}.log"
        log.parent.mkdir(exist_ok=True)
        self._process = nursery.start({}, log, self.folder)
        while "office started" not in (log.read_text() if log.exists() else ""):
            assert self._process.exitcode is None, log.read_text()
            await asyncio.sleep(0.1)

    async def stop(self) -> None:
        """End the bot as systemd does."""
        if self._process is not None:
            self._process.terminate()
            assert await nursery.gone(self._process) == 0
        self._process = None


@asynccontextmanager
async def machine(
    root: Path, database: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Sandbox, Server]]:
    """A messenger and a server that has this database, nothing started yet."""
    options = SandboxOptions(0, root / "sandbox.db", NOW, limits=False, server_only=True)
    for name in ("BOT_TOKEN", "BOT_API_SERVER"):
        monkeypatch.delenv(name)
    await nursery.warm()
    async with running_sandbox(options) as sandbox:
        server = Server(root / "server", give, monkeypatch)
        (server.folder / "data").mkdir()
        shutil.copy(database, server.folder / "data" / "office.db")
        given = nursery.environment(sandbox.url, "")
        server.set(token=BOT_TOKEN, admins=given["BOT_ADMINS"], api_server=sandbox.url, limits="false")
        try:
            yield sandbox, server
        finally:
            await server.stop()
