"""Nine digests and a filtered page of the registry against bare SQL for the same figures and rows.

Made-up messages in a small and in a large office: a twentieth of them open, a tenth of those overdue. Bare
SQL counts what a digest counts and fetches the rows that it shows. Ours is measured twice: the queries alone,
through the store, and the finished screens, from the transaction to the last button.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from pydantic import SecretStr

from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.migrating import migrate
from bot.storage.statistics import gather_statistics
from domain.messages.sections import MessageFilter, Section, seat_filter
from domain.office.outbox import Card
from domain.office.profile import Role, Seat
from domain.people.roster import Binding, Standing
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.benchmarks.table import Line
from tests.conftest import SetClock

SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "10000,100000").split(","))
ROUNDS = 7
_OPEN_SHARE, _OVERDUE_SHARE = 0.05, 0.1
_PAGE = 5
STAMP = "%Y-%m-%d %H:%M:%S.%f"
_ROOMY = -500_000  # kilobytes for laying out a million: with SQLite's own two thousand it takes half an hour
# Half a minute for a large town: it is built once for all benchmarks of a run.
_KEPT = tempfile.TemporaryDirectory()


class Town:
    """An office with so many messages, on SQLite."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        self.path = folder / f"{size}.db"
        self.profile = load_profile()
        self.now = datetime(2026, 11, 24, 8, 30, tzinfo=self.profile.time_zone)
        self.calendar = ProductionCalendar(self.profile)
        address = f"sqlite+aiosqlite:///{self.path}"
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
            token=SecretStr("1:bench"),
            database=address,
        )
        self.office = Runtime.of(settings, self.profile, SetClock(self.now))
        self.database = self.office.database
        self.bare = sqlite3.connect(":memory:")

    async def build(self) -> None:
        """Nine holders and the messages; words are not indexed, for nobody searches here."""
        kept = Path(_KEPT.name) / f"{type(self).__name__}-{self.size}.db"
        if kept.exists():
            shutil.copyfile(kept, self.path)
            self.bare = sqlite3.connect(self.path)
            return
        await self._build()
        self.bare.execute("VACUUM INTO ?", (str(kept),))

    async def _build(self) -> None:
        await migrate(self.database.url)
        async with self.database.write() as uow:
            for seat in self.profile.seats:
                holder = await uow.roster.seat_holder(seat.number, f"Участник {seat.number}", self.now.date())
                binding = Binding(seat.number, Standing.MEMBER, f"Участник {seat.number}", seat=seat.number)
                await uow.roster.bind(binding, holder)
        self.bare = sqlite3.connect(self.path)
        self.bare.execute(f"PRAGMA cache_size = {_ROOMY}")
        for trigger in ("new", "gone", "changed"):
            self.bare.execute(f"DROP TRIGGER IF EXISTS message_words_{trigger}")
        names = (
            "channel", "number", "received_at", "topic", "text", "executor", "author", "place", "url",
            "registry_hash", "block", "unit", "deadline_at", "answered_at", "answer_noted_at", "imported_at",
        )  # fmt: skip
        marks = ", ".join("?" * len(names))
        with self.bare:
            self.bare.executemany(f"INSERT INTO messages ({', '.join(names)}) VALUES ({marks})", self._rows())
        self.bare.close()
        self.bare = sqlite3.connect(self.path)
        await gather_statistics(self.database)

    def _rows(self) -> Any:
        chance = random.Random(59)
        topics = list(self.profile.topics.items())
        channels = [channel.key for channel in self.profile.channels]
        units: dict[str, list[str]] = {}
        for unit in self.profile.units:
            units.setdefault(unit.block, []).append(unit.key)
        utc = self.now.astimezone(SetClock(self.now).now().tzinfo)
        for number in range(self.size):
            topic, block = chance.choice(topics)
            if chance.random() < _OPEN_SHARE:
                late = chance.random() < _OVERDUE_SHARE
                deadline = utc + timedelta(hours=-chance.uniform(1, 700) if late else chance.uniform(1, 700))
                answered = None
            else:
                deadline = utc - timedelta(hours=chance.uniform(1, 26_000))
                answered = deadline - timedelta(hours=chance.uniform(-40, 200))
                answered = min(answered, utc - timedelta(minutes=5))
            received = min(deadline - timedelta(days=14), utc)
            noted = f"{answered:{STAMP}}" if answered else None
            yield (
                chance.choice(channels), str(number), f"{received:{STAMP}}", topic, "Текст сообщения " * 20,
                "", "", "", "", "0" * 32, block, chance.choice(units[block]), f"{deadline:{STAMP}}", noted,
                noted, f"{received:{STAMP}}",
            )  # fmt: skip

    # Ours

    async def digests(self) -> None:
        """Nine finished screens."""
        for seat in self.profile.seats:
            await self._render(Card(1, seat.number, "digest", "digest", {"seat": seat.number}))

    async def queries(self) -> None:
        """What nine digests ask the database, without a word of theirs."""
        since = self.now - timedelta(days=1)
        for seat in self.profile.seats:
            chosen = seat_filter(self.profile, self.calendar, self.now, seat)
            async with self.database.read() as uow:
                await uow.messages.counts(chosen, since)
                if seat.role is Role.HEAD:
                    await uow.messages.breakdown(chosen)
                await uow.messages.page(chosen, Section.OVERDUE, _PAGE, 0)

    async def page_queries(self) -> None:
        """What a filtered page asks the database, without a word of its."""
        scope = seat_filter(self.profile, self.calendar, self.now, self.profile.seat(1))
        chosen = replace(scope, block="infrastructure", channels=("pos",))
        async with self.database.read() as uow:
            await uow.messages.count(chosen, Section.OVERDUE, 1001)
            await uow.messages.page(chosen, Section.OVERDUE, 6, 0)

    async def page(self) -> None:
        """A filtered page of the registry: one block's overdue of one channel."""
        content = {"section": "overdue", "block": "infrastructure", "channel": "pos"}
        await self._render(Card(1, 1, "messages", "messages", content))

    async def _render(self, card: Card) -> None:
        async with self.database.read() as uow:
            view = View(self.office.shared, uow, await uow.roster.load(), self.now, card)
            assert await CONVERSATIONS.render(view) is not None

    # Bare SQL

    async def bare_digests(self) -> None:
        """The same counts and rows for each seat, asked for by hand."""
        for seat in self.profile.seats:
            self._bare_digest(seat)

    def _bare_digest(self, seat: Seat) -> None:
        chosen = seat_filter(self.profile, self.calendar, self.now, seat)
        whose = self._whose(chosen)
        at = self._moments(chosen)
        is_open, was = "answered_at IS NULL", "answered_at IS NOT NULL"
        conditions = (
            f"{is_open} AND deadline_at < :now",
            f"{is_open} AND deadline_at < :escalated",
            f"{is_open} AND deadline_at >= :now AND deadline_at <= :today",
            f"{is_open} AND deadline_at > :today AND deadline_at <= :soon",
            f"{is_open} AND block IS NULL",
            f"{is_open} AND deadline_at < :since AND imported_at < :since",
            f"{was} AND answer_noted_at >= :since AND deadline_at < :since AND imported_at < :since",
            f"{is_open} AND imported_at >= :since",
            f"{was} AND answer_noted_at >= :since AND imported_at < :since",
            f"{is_open} AND deadline_at < :now AND deadline_at >= :since AND imported_at < :since",
            f"{was} AND answer_noted_at >= :since AND deadline_at >= :since AND deadline_at < answered_at "
            "AND imported_at < :since",
            f"{is_open} AND registered_at IS NULL AND channel = 'appeal'",
        )
        counts = ", ".join(f"(SELECT count(*) FROM messages WHERE {whose} AND {one})" for one in conditions)
        self.bare.execute(f"SELECT {counts}", at).fetchone()
        if seat.role is Role.HEAD:
            self.bare.execute(
                "SELECT block, channel, count(CASE WHEN deadline_at < :now THEN 1 END), "
                "count(CASE WHEN deadline_at >= :now AND deadline_at <= :today THEN 1 END), "
                "count(CASE WHEN deadline_at > :today THEN 1 END) FROM messages "
                f"WHERE {is_open} AND deadline_at <= :soon GROUP BY block, channel",
                at,
            ).fetchall()
        self._bare_page(f"{whose} AND {conditions[0]}", at, _PAGE)

    async def bare_page(self) -> None:
        """The same page: how many up to a thousand, and its rows."""
        chosen = seat_filter(self.profile, self.calendar, self.now, self.profile.seat(1))
        at = self._moments(chosen)
        where = "block = 'infrastructure' AND channel = 'pos' AND answered_at IS NULL AND deadline_at < :now"
        some = f"SELECT id FROM messages WHERE {where} LIMIT 1001"
        self.bare.execute(f"SELECT count(*) FROM ({some})", at).fetchone()
        self._bare_page(where, at, 6)

    def _bare_page(self, where: str, at: dict[str, str], rows: int) -> None:
        order = f"ORDER BY deadline_at, id LIMIT {rows}"
        self.bare.execute(f"SELECT * FROM messages WHERE {where} {order}", at).fetchall()

    def _whose(self, chosen: MessageFilter) -> str:
        if chosen.block is not None:
            return f"block = '{chosen.block}'"
        keys = ", ".join(f"'{key}'" for key in chosen.channels)
        return f"channel IN ({keys})" if keys else "1"

    def _moments(self, chosen: MessageFilter) -> dict[str, str]:
        moments = {
            "now": chosen.now,
            "today": chosen.today_ends,
            "soon": chosen.soon_ends,
            "escalated": chosen.escalated_before,
            "since": self.now - timedelta(days=1),
        }
        utc = SetClock(self.now).now().tzinfo
        return {name: f"{moment.astimezone(utc):{STAMP}}" for name, moment in moments.items()}


Side = Callable[[], Awaitable[None]]


async def _measure(ours: Side, bare: Side) -> tuple[float, float]:
    """Medians of both in milliseconds, in turns; the first turn warms up."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for side, kept in zip((bare, ours), times, strict=True):
            begun = perf_counter()
            await side()
            if turn:
                kept.append((perf_counter() - begun) * 1000)
    return statistics.median(times[1]), statistics.median(times[0])


async def run() -> list[Line]:
    """Both sizes; memory is what the largest so far has added."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            town = Town(Path(folder), size)
            await town.build()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            for name, ours, bare in (
                ("queries of nine digests", town.queries, town.bare_digests),
                ("nine digests", town.digests, town.bare_digests),
                ("queries of a filtered page", town.page_queries, town.bare_page),
                ("a filtered page", town.page, town.bare_page),
            ):
                full, floor = await _measure(ours, bare)
                lines.append(Line(f"{name}, {size:,} messages", full, "ms", floor, "1.5"))
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            lines.append(Line(f"digests and pages, {size:,} messages: more memory", grown, "MB"))
            town.bare.close()
            await town.office.close()
    return lines
