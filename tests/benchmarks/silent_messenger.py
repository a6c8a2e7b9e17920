"""A Bot API server that agrees to everything and sends no updates, in a process of its own."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from aiohttp import web

_ME = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
_SENT = {"message_id": 1, "date": 1_795_000_000, "chat": {"id": 1, "type": "private"}}


async def answer(request: web.Request) -> web.Response:
    """What it says to any call; it lets whoever asks for updates wait."""
    method = request.match_info["method"].lower()
    if method == "getupdates":
        await asyncio.sleep(20)
    results = {"getme": _ME, "getupdates": []}
    result = results.get(method, _SENT if method.startswith(("send", "edit")) else True)
    return web.json_response({"ok": True, "result": result})


def _serve(told: Connection) -> None:
    asyncio.run(_serving(told))


async def listening(answering: Callable[[web.Request], Awaitable[web.Response]] = answer) -> web.AppRunner:
    """One in this process, at a port of its own."""
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", answering)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner


async def _serving(told: Connection) -> None:
    runner = await listening()
    told.send(runner.addresses[0][1])
    await asyncio.Event().wait()


@contextmanager
def silent_messenger() -> Iterator[str]:
    """Its address, for the length of the block."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
