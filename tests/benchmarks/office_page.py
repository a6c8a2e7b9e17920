"""Every room of the office's own page by HTTP, against its page that asks the database for nothing."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from time import perf_counter

import aiohttp
from aiohttp.test_utils import unused_port

from bot.page.rooms import ROOMS
from bot.page.server import PageServer
from bot.runtime import Runtime
from domain.people.invitation import new_token, token_hash
from tests.benchmarks.digests import Town
from tests.benchmarks.listing import SIZES
from tests.benchmarks.table import Line
from tests.conftest import SetClock

ROUNDS, SIZE = 5, SIZES[-1]
_HEAD = 1  # the account of seat 1 in `Town`
_FLOOR = "/v"
_KILOBYTES = "150 KB"


async def _taken(http: aiohttp.ClientSession, way: str) -> tuple[float, float]:
    """Milliseconds and kilobytes of one page. Raises ClientResponseError."""
    begun = perf_counter()
    async with http.get(way) as reply:
        body = await reply.read()
        reply.raise_for_status()
    return (perf_counter() - begun) * 1000, len(body) / 1024


async def _measured(http: aiohttp.ClientSession, way: str) -> list[Line]:
    """The page and the floor in turns, after one of each that fills the caches."""
    ours, floor, size = [], [], 0.0
    for _ in range(ROUNDS + 1):
        floor.append((await _taken(http, _FLOOR))[0])
        spent, size = await _taken(http, way)
        ours.append(spent)
    title = f"the office's page {way}, {SIZE:,} messages"
    spent, bare = statistics.median(ours[1:]), statistics.median(floor[1:])
    return [Line(title, spent, "ms", bare), Line(f"{title}: its size", size, "KB", None, _KILOBYTES)]


async def run() -> list[Line]:
    """Every room of the menu as the head sees it, and the list of all messages ever."""
    with tempfile.TemporaryDirectory() as folder:
        town, port, token = Town(Path(folder), SIZE), unused_port(), new_token()
        await town.build()
        async with town.database.write() as uow:
            await uow.entries.begin(token_hash(token), _HEAD)
        settings = town.office.settings.model_copy(update={"page": f"127.0.0.1:{port}"})
        runtime = Runtime.of(settings, town.profile, SetClock(town.now))
        server = PageServer(settings.page, lambda: {"office": runtime})
        await server.start()
        base, cookies = f"http://127.0.0.1:{port}", {"office": token}
        async with aiohttp.ClientSession(base, cookies=cookies) as http:
            ways = [*(room.way for room in ROOMS), "/messages?section=all"]
            found = [line for way in ways for line in await _measured(http, way)]
        await server.stop()
        await runtime.close()
        town.bare.close()
        await town.office.close()
    return found
