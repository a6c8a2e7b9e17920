"""Real bots in processes of their own, started within milliseconds: forked from one that has all imported."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

# What a bot needs is imported here once, in the server that bots are forked from.
import aiosqlite  # noqa: F401
import asyncpg  # noqa: F401

import bot.documents.docx
import bot.documents.pdf
import bot.documents.sheet  # noqa: F401
from bot.commands.check import check_command
from bot.commands.command import Refused
from bot.commands.serve import serve_command
from bot.localisation import Locale
from bot.profiles import load_profile
from bot.sandbox.people import BOT_TOKEN, PEOPLE
from bot.storage.migrating import newest_revision

# What every start reads anew is read once, where bots are forked from.
newest_revision()
_PROFILE = load_profile()
Locale(_PROFILE.locale, _PROFILE.time_zone)

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


def environment(server: str, database: str, **more: str) -> dict[str, str]:
    """Settings of a bot that is served by a sandbox; `more` without the prefix."""
    admins = ",".join(str(person.id) for person in PEOPLE if person.role == "admin")
    settings = {
        "TOKEN": BOT_TOKEN,
        "ADMINS": admins,
        "API_SERVER": server,
        "DATABASE_URL": database,
        "LIMITS": "false",
        "LOG_FORMAT": "json",
        **more,
    }
    return {f"BOT_{name}": value for name, value in settings.items()}


async def warm() -> None:
    """Return when bots can be started at once; called before anything has to answer in time."""

    def first() -> None:
        process = _CONTEXT.Process(target=int, daemon=True)
        process.start()
        process.join()

    await asyncio.to_thread(first)


def start(settings: dict[str, str], log: Path, folder: Path | None = None) -> ForkServerProcess:
    """`mcu serve` with these settings in a folder, its log's by default; the log grows by what it says."""
    return _started(_serve, settings, log, folder or log.parent)


def check(settings: dict[str, str], log: Path) -> ForkServerProcess:
    """`mcu check` with these settings."""
    return _started(_check, settings, log, log.parent)


def _started(
    target: Callable[[dict[str, str], str, str], None], settings: dict[str, str], log: Path, folder: Path
) -> ForkServerProcess:
    process = _CONTEXT.Process(target=target, args=(settings, str(log), str(folder)), daemon=True)
    process.start()
    return process


async def says(log: Path, words: str) -> None:
    """Wait a minute at most for a bot to say this in its log."""
    for _ in range(600):
        if words in _said(log):
            break
        await asyncio.sleep(0.1)


def _said(log: Path) -> str:
    return log.read_text() if log.exists() else ""


async def gone(process: ForkServerProcess, seconds: float = 30) -> int | None:
    """Wait for a process to end; its exit code, None while it still runs."""
    await asyncio.to_thread(process.join, seconds)
    return process.exitcode


def _serve(settings: dict[str, str], log: str, folder: str) -> None:
    _run(serve_command, settings, log, folder)


def _check(settings: dict[str, str], log: str, folder: str) -> None:
    _run(check_command, settings, log, folder)


def _run(
    command: Callable[[Namespace], Coroutine[Any, Any, int]], settings: dict[str, str], log: str, folder: str
) -> None:
    kept = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(kept, 1)
    os.dup2(kept, 2)
    os.environ.update(settings)
    os.chdir(folder)
    code = 1
    with contextlib.suppress(Refused):
        code = asyncio.run(command(Namespace(profiles=None, office=None, env_file=None)))
    sys.stdout.flush()
    sys.exit(code)
