"""The same vote by two bots of sixty lines: one on python-telegram-bot, one on aiogram with aiosqlite.

Each knows its nine voters, takes an update once, counts the vote of whoever is present, keeps a log, commits.
Neither has rules of a chair, a chain of hashes in the log, live cards, an outbox, nor takes up after a crash.
"""

from __future__ import annotations

import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import aiosqlite
import telegram
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from tests.benchmarks.table import Line
from tests.benchmarks.vote import Ours, update

ROUNDS, TAPS = 6, 100
_TABLES = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE voters (user_id INTEGER PRIMARY KEY, present INTEGER);
CREATE TABLE updates (id INTEGER PRIMARY KEY);
CREATE TABLE votes (user_id INTEGER PRIMARY KEY, choice TEXT, at TEXT);
CREATE TABLE log (id INTEGER PRIMARY KEY, user_id INTEGER, act TEXT, at TEXT);
INSERT INTO voters VALUES (0,1),(1,1),(2,1),(3,1),(4,1),(5,1),(6,1),(7,1),(8,1);
"""


class Side(Protocol):
    """Who counts votes."""

    async def tap(self, number: int) -> None:
        """One vote."""


class Votes:
    """What both keep."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def open(self) -> None:
        """Make the tables."""
        self.connection = await aiosqlite.connect(self._path)
        await self.connection.executescript(_TABLES)

    async def cast(self, update_id: int, user_id: int, choice: str) -> None:
        """Count it once and commit."""
        execute, at = self.connection.execute, datetime.now(UTC).isoformat()
        taken = await execute("INSERT OR IGNORE INTO updates VALUES (?)", (update_id,))
        found = await (await execute("SELECT present FROM voters WHERE user_id = ?", (user_id,))).fetchone()
        if not taken.rowcount or not found or not found[0]:
            await self.connection.rollback()
            return
        counted = "INSERT INTO votes VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice"
        await execute(counted, (user_id, choice, at))
        await execute("INSERT INTO log (user_id, act, at) VALUES (?, ?, ?)", (user_id, choice, at))
        await self.connection.commit()


class OnAiogram:
    """A bot on aiogram."""

    def __init__(self, folder: Path) -> None:
        self.votes, self.bot = Votes(folder / "aiogram.db"), Bot("1:peer")
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.callback_query.register(self._cast)

    async def _cast(self, query: CallbackQuery) -> None:
        await self.votes.cast(int(query.id), query.from_user.id, query.data or "")

    async def tap(self, number: int) -> None:
        """One vote."""
        await self._dispatcher.feed_update(self.bot, update(number, number % 9, "for"))


class OnTelegramBot:
    """A bot on python-telegram-bot."""

    def __init__(self, folder: Path) -> None:
        self.votes = Votes(folder / "telegram.db")
        self._application = Application.builder().token("1:peer").updater(None).build()
        self._application.add_handler(CallbackQueryHandler(self._cast))
        self._application._initialized = True  # it would ask the messenger for its name

    async def _cast(self, update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is not None:
            await self.votes.cast(int(query.id), query.from_user.id, query.data or "")

    async def tap(self, number: int) -> None:
        """One vote."""
        said: dict[str, Any] = update(number, number % 9, "for").model_dump(
            mode="json", exclude_none=True, by_alias=True
        )
        came = telegram.Update.de_json(said, self._application.bot)
        await self._application.process_update(came)


async def run() -> list[Line]:
    """Rounds in turn; medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, aiogram, telegram_bot = Ours(folder), OnAiogram(folder), OnTelegramBot(folder)
        await ours.start()
        for peer in (aiogram, telegram_bot):
            await peer.votes.open()
        sides: dict[str, Side] = {"aiogram": aiogram, "python-telegram-bot": telegram_bot, "ours": ours}
        times: dict[str, list[float]] = {side: [] for side in sides}
        for turn in range(ROUNDS + 1):
            for key, side in sides.items():
                begun = perf_counter()
                for step in range(TAPS):
                    await side.tap(turn * TAPS + step)
                if turn:  # the first round warms up
                    times[key].append((perf_counter() - begun) / TAPS * 1000)
        await ours.office.runtime.close()
        for peer in (aiogram, telegram_bot):
            await peer.votes.connection.close()
        await aiogram.bot.session.close()
    found = {key: statistics.median(rounds) for key, rounds in times.items()}
    return [
        Line(f"a vote beside a bot of sixty lines on {key}", found["ours"], "ms", found[key])
        for key in ("aiogram", "python-telegram-bot")
    ]
