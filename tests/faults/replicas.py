"""Two bots on one PostgreSQL behind a balancer, as a webhook of several replicas is."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import aiohttp
from aiohttp import web

from tests.faults import nursery

SECRET = "replicas-of-one-office"  # noqa: S105 — of a sandbox


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Balancer:
    """Gives updates to the replicas in turn; one that does not answer is passed over."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = ports
        self._turn = cycle(range(len(ports)))
        self._session: aiohttp.ClientSession | None = None
        self.taken = [0 for _ in ports]

    async def pass_on(self, request: web.Request) -> web.Response:
        """The answer of the first replica that gives one."""
        body, headers = await request.read(), {**request.headers}
        headers.pop("Host", None)
        assert self._session is not None
        first = next(self._turn)
        for step in range(len(self._ports)):
            number = (first + step) % len(self._ports)
            address = f"http://127.0.0.1:{self._ports[number]}/webhook"
            try:
                async with self._session.post(address, data=body, headers=headers) as reply:
                    self.taken[number] += reply.ok
                    return web.Response(status=reply.status)
            except (aiohttp.ClientError, OSError):
                continue
        return web.Response(status=502)

    @asynccontextmanager
    async def listening(self, port: int) -> AsyncIterator[None]:
        """Listen for the length of the block."""
        application = web.Application()
        application.router.add_post("/webhook", self.pass_on)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        self._session = aiohttp.ClientSession()
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield
        finally:
            await runner.cleanup()
            await self._session.close()


class Replicas:
    """The processes, by number."""

    def __init__(self, server: str, database: str, folder: Path, count: int = 2) -> None:
        self._server, self._database, self._folder = server, database, folder
        self._front = free_port()
        self._ports = [free_port() for _ in range(count)]
        self.balancer = Balancer(self._ports)
        self.processes: list[ForkServerProcess] = []

    def start(self, number: int) -> ForkServerProcess:
        """Start one replica."""
        settings = nursery.environment(
            self._server,
            self._database,
            MODE="webhook",
            WEBHOOK_URL=f"http://127.0.0.1:{self._front}/webhook",
            WEBHOOK_SECRET=SECRET,
            WEBHOOK_NETWORKS="127.0.0.0/8",
            LISTEN=f"127.0.0.1:{self._ports[number]}",
        )
        return nursery.start(settings, self._folder / f"bot{number}.log")

    def address(self, number: int) -> str:
        """Where one replica listens."""
        return f"http://127.0.0.1:{self._ports[number]}/webhook"

    async def all_listen(self) -> bool:
        """Whether each takes updates; the first to start, not the last, tells the messenger where."""
        async with aiohttp.ClientSession() as session:
            for port in self._ports:
                try:
                    async with session.get(f"http://127.0.0.1:{port}/health") as reply:
                        reply.raise_for_status()
                except (aiohttp.ClientError, OSError):
                    return False
        return True

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Replicas]:
        """All of them, for the length of the block."""
        async with self.balancer.listening(self._front):
            self.processes = [self.start(number) for number in range(len(self._ports))]
            try:
                yield self
            finally:
                for process in self.processes:
                    process.kill()
                await asyncio.gather(*(nursery.gone(process) for process in self.processes))
