"""The bot's side of the control link: in the sandbox the clock is moved by people, and the bot follows."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp
import structlog

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
PAUSE_SECONDS = 0.5
ATTEMPTS = 5


async def find_sandbox(server: str) -> datetime | None:
    """The sandbox's time, or None when `server` is not a sandbox."""
    timeout = aiohttp.ClientTimeout(total=10)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{server.rstrip('/')}/api/clock") as reply,
        ):
            moment = datetime.fromisoformat((await reply.json())["now"]) if reply.ok else None
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError, TypeError):
        return None
    return moment if moment and moment.tzinfo else None


class SandboxLink:
    """Does what the sandbox asks, one thing at a time and in order.

    `on_clock` moves the bot's clock to a moment and returns when all jobs until then have run;
    `on_settle` returns when the bot has nothing left to do or send;
    `bound` gives chat users' seats (None: bound without a seat).
    """

    def __init__(
        self,
        server: str,
        on_clock: Callable[[datetime], Awaitable[None]],
        on_settle: Callable[[], Awaitable[None]],
        bound: Callable[[], Awaitable[dict[int, int | None]]],
    ) -> None:
        self._server = server.rstrip("/")
        self._on_clock = on_clock
        self._on_settle = on_settle
        self._bound = bound
        self._name = str(uuid.uuid4())
        self._session: aiohttp.ClientSession | None = None
        self._commands: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to listen; the sandbox knows of this bot when this returns."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=POLL_SECONDS + 15))
        with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError):
            await self._ask(after=0, seconds=0)
        self._tasks = [
            asyncio.create_task(self._listen(), name="sandbox link: listen"),
            asyncio.create_task(self._work(), name="sandbox link: work"),
        ]

    async def stop(self) -> None:
        """Stop listening and say so."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError):
                await self._session.delete(self._control, params={"bot": self._name})
            await self._session.close()

    async def report_clock(self, now: datetime) -> None:
        """Tell the sandbox which moment the bot has come to while its clock is being moved."""
        await self._post(f"{self._server}/sandbox/clock", {"now": now.isoformat()})

    @property
    def _control(self) -> str:
        return f"{self._server}/sandbox/control"

    @property
    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the link is not started")
        return self._session

    async def _post(self, url: str, body: dict[str, Any]) -> None:
        for _ in range(ATTEMPTS):
            try:
                async with self._http.post(url, json=body) as reply:
                    await reply.read()
                return
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                log.warning("sandbox does not answer", url=url, error=str(error))
                await asyncio.sleep(PAUSE_SECONDS)

    async def _ask(self, after: int, seconds: float) -> dict[str, Any] | None:
        asked = {"bot": self._name, "timeout": str(seconds), "after": str(after)}
        async with self._http.get(self._control, params=asked) as reply:
            reply.raise_for_status()
            command: dict[str, Any] | None = await reply.json() if reply.status == 200 else None
        return command

    async def _listen(self) -> None:
        """Fetch commands while earlier ones are still at work: it shows the server that this bot lives."""
        after = 0
        while True:
            try:
                command = await self._ask(after, POLL_SECONDS)
            except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if command:
                after = command["id"]
                self._commands.put_nowait(command)

    async def _work(self) -> None:
        while True:
            command = await self._commands.get()
            answer: dict[str, Any] = {"bot": self._name, "result": None}
            try:
                answer["result"] = await self._do(command)
            except Exception as error:
                log.exception("a command of the sandbox failed", command=command["command"])
                answer["error"] = f"{type(error).__name__}: {error}"
            await self._post(f"{self._control}/{command['id']}", answer)

    async def _do(self, command: dict[str, Any]) -> Any:
        match command["command"]:
            case "clock":
                await self._on_clock(datetime.fromisoformat(command["now"]))
            case "settle":
                await self._on_settle()
            case "bound":
                return {str(user): seat for user, seat in (await self._bound()).items()}
            case unknown:
                raise ValueError(f"unknown command: {unknown}")
        return None
