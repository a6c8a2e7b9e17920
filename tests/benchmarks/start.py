"""From the start to the first asking for updates, and memory at rest, against a script that only polls."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path

from aiohttp import web
from sqlalchemy.engine import make_url

from bot.storage.migrating import migrate
from tests.benchmarks.offices import memory
from tests.benchmarks.silent_messenger import answer, listening
from tests.benchmarks.table import Line

ROUNDS = 3
_AT_REST = 2.0  # seconds after it has asked for updates
_LONGEST = 60.0
_FLOOR = """
import asyncio, sys
import sqlalchemy.ext.asyncio
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1]))
    await Dispatcher().start_polling(Bot("1:floor", session=session))

asyncio.run(main())
"""


async def run() -> list[Line]:
    """Each in a process of its own, in turns; medians. Seconds of a processor, as the system counts them."""
    asked = asyncio.Event()

    async def answering(request: web.Request) -> web.Response:
        if request.match_info["method"].lower() == "getupdates":
            asked.set()
        return await answer(request)

    with tempfile.TemporaryDirectory() as name:
        database = f"sqlite+aiosqlite:///{Path(name) / 'office.db'}"
        await migrate(make_url(database))
        runner = await listening(answering)
        server = f"http://127.0.0.1:{runner.addresses[0][1]}"
        given = {"BOT_TOKEN": "1:bench", "BOT_DATABASE": database, "BOT_API_SERVER": server}
        sides = {"floor": ("-c", _FLOOR, server), "ours": ("-m", "bot", "serve")}
        found: dict[str, list[tuple[float, float]]] = {side: [] for side in sides}
        for turn in range(ROUNDS + 1):
            for side, arguments in sides.items():
                taken = await _taken(arguments, os.environ | given, asked)
                if turn:  # the first round compiles sources
                    found[side].append(taken)
        await runner.cleanup()
    (floor, bare), (ours, full) = (
        [statistics.median(figures) for figures in zip(*rounds, strict=True)] for rounds in found.values()
    )
    return [
        Line("start, to the first asking for updates", ours, "s", floor, "1.2"),
        Line("memory at rest", full, "MB", bare, "1.25"),
    ]


async def _taken(
    arguments: tuple[str, ...], environment: dict[str, str], asked: asyncio.Event
) -> tuple[float, float]:
    """Seconds of a processor until it asks for updates, and megabytes when it has nothing to do."""
    asked.clear()
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=environment,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with asyncio.timeout(_LONGEST):
        await asked.wait()
    spent = _processor(process.pid)
    await asyncio.sleep(_AT_REST)
    resting = memory(str(process.pid))
    process.kill()
    await process.wait()
    return spent, resting


def _processor(process: int) -> float:
    """Seconds of a processor that a process has had (proc(5), stat: utime and stime)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
