"""Votes a second of one office on PostgreSQL with one replica and with two, by webhook."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import perf_counter

import aiohttp
from pydantic import SecretStr

from bot.clockwork.clock import SystemClock
from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.migrating import migrate
from tests.benchmarks.silent_messenger import silent_messenger
from tests.benchmarks.table import Line
from tests.benchmarks.vote import ballot, open_a_vote
from tests.conftest import postgres_server
from tests.faults import nursery
from tests.faults.replicas import SECRET, Replicas
from tests.templates import new_database

ROUNDS, VOTES, AT_ONCE = 5, 90, 9
_HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}


async def run() -> list[Line]:
    """Rounds with one replica and with both in turn; medians and their ratio."""
    await nursery.warm()
    with postgres_server() as postgres, silent_messenger() as server, tempfile.TemporaryDirectory() as folder:
        if postgres is None:
            return []
        url = await new_database(postgres.url)
        meeting = await _prepare(url)
        async with Replicas(server, url, Path(folder)).running() as replicas, aiohttp.ClientSession() as http:
            addresses = [replicas.address(0), replicas.address(1)]
            for address in addresses:
                await _listening(http, address)
            numbers, speeds = count(1), {1: list[float](), 2: list[float]()}
            for turn in range(ROUNDS + 1):
                for how_many, found in speeds.items():
                    speed = await _round(http, addresses[:how_many], meeting, numbers)
                    if turn > 0:  # the first round warms up
                        found.append(speed)
    one, two = statistics.median(speeds[1]), statistics.median(speeds[2])
    return [Line("votes a second on PostgreSQL: two replicas, one", two, "", one)]


async def _prepare(url: str) -> int:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
        token=SecretStr("1:bench"),
        database=url,
    )
    office = Runtime.of(settings, load_profile(), SystemClock())
    await migrate(office.database.url)
    meeting = await open_a_vote(office)
    await office.close()
    return meeting


async def _listening(http: aiohttp.ClientSession, address: str) -> None:
    while True:
        try:
            async with http.post(address, data=b"{}", headers=_HEADERS) as reply:
                if reply.status == 400:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.1)


async def _round(
    http: aiohttp.ClientSession, addresses: list[str], meeting: int, numbers: Iterator[int]
) -> float:
    """Votes a second: nine people, each tapping as soon as the last tap was taken."""
    left = iter(range(VOTES))

    async def person() -> None:
        for step in left:
            body = ballot(next(numbers), meeting).model_dump_json(exclude_none=True)
            address = addresses[step % len(addresses)]
            async with http.post(address, data=body, headers=_HEADERS) as reply:
                reply.raise_for_status()

    begun = perf_counter()
    await asyncio.gather(*(person() for _ in range(AT_ONCE)))
    return VOTES / (perf_counter() - begun)
