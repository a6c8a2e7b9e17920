"""An import: read, placed, compared, merged and recorded, against reading plus a bulk upsert alone.

Both in seconds of a processor, those of threads too: on a busy machine a clock counts what others took.

A heartbeat tells the longest hold of the event loop. `IMPORT_ROWS` sets how many rows; the full is 100,000.
"""

from __future__ import annotations

import asyncio
import io
import os
import statistics
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time, thread_time
from typing import Any

from sqlalchemy.dialects.sqlite import insert

from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from bot.registries.reading import read_registry
from bot.storage.database import Database
from bot.storage.messages.tables import messages
from bot.storage.migrating import migrate
from bot.works.imports.importing import import_file
from domain.messages.message import RegistryRow
from tests.benchmarks.table import Line
from tests.conftest import SetClock

ROWS = int(os.environ.get("IMPORT_ROWS", "10000"))
ROUNDS = 3
_BATCH = 500
_BEAT = 0.005  # seconds
_APART = 4  # minutes from one message to the next
_NOW = datetime(2026, 11, 24, 8, 25)  # noqa: DTZ001 — as in a cell, in the office's zone


def made_up_export(rows: int) -> bytes:
    """An export of «Управляем вместе» as XLSX."""
    from openpyxl import Workbook

    random, profile = Random(6), load_profile()
    began = _NOW - timedelta(days=10, minutes=rows * _APART)
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(
        ["Номер проблемы", "Дата публикации", "Тема проблемы", "Описание проблемы", "Ответственный",
         "Состояние", "Дата официального ответа", "Адрес проблемы"]
    )  # fmt: skip
    topics, units = list(profile.topics), [unit.title for unit in profile.units]
    for number in range(rows):
        came = began + timedelta(minutes=_APART * number)
        answered = came + timedelta(days=random.randint(0, 9)) if random.random() < 0.8 else None
        text = "Просим разобраться. " + "Во дворе не убран снег, машины не проехать. " * random.randint(1, 6)
        sheet.append(
            [str(100_000 + number), came, random.choice(topics), text, random.choice(units),
             "дан ответ" if answered else "в работе", answered, f"ул. Садовая, {random.randint(1, 90)}"]
        )  # fmt: skip
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@asynccontextmanager
async def database(folder: Path, name: str) -> AsyncIterator[Database]:
    """A fresh database."""
    profile = load_profile()
    clock = SetClock(_NOW.replace(tzinfo=profile.time_zone))
    opened = Database(f"sqlite+aiosqlite:///{folder / name}.db", profile, clock)
    await migrate(opened.url)
    try:
        yield opened
    finally:
        await opened.close()


def bare(row: RegistryRow, now: datetime) -> dict[str, Any]:
    """A row as a bulk upsert takes it: nothing is thought of it."""
    names = ("channel", "number", "received_at", "registered_at", "topic", "topic_group", "text", "executor",
             "author", "place", "url", "answered_at")  # fmt: skip
    return {
        **{name: getattr(row, name) for name in names},
        "registry_hash": "0" * 32,
        "deadline_at": row.received_at,
        "imported_at": now,
    }


async def floor(opened: Database, content: bytes) -> None:
    """Reading in a thread, then one upsert of many rows in one transaction."""
    now = opened.clock.now()
    reading = await asyncio.to_thread(read_registry, content, "export.xlsx", opened.profile, now)
    values = [bare(row, now) for row in reading.rows]
    statement = insert(messages)
    kept = {name: statement.excluded[name] for name in values[0] if name not in ("channel", "number")}
    statement = statement.on_conflict_do_update(index_elements=["channel", "number"], set_=kept)
    async with opened.write() as uow:
        for start in range(0, len(values), _BATCH):
            await uow.connection.execute(statement, values[start : start + _BATCH])


async def ours(opened: Database, content: bytes) -> None:
    """The whole way of a file."""
    calendar = ProductionCalendar(opened.profile)
    report = await import_file(opened, opened.profile, calendar, content, "export.xlsx", None, apply=True)
    assert report.counts["new"] == ROWS


class Heartbeat:
    """How long the event loop was held at the longest, in seconds: by the clock, and in its own work.

    On a busy machine the clock counts what other processes took; the work is the loop's thread alone.
    """

    def __init__(self) -> None:
        self.longest = self.work = 0.0

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Beat for the length of the block."""
        task = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _beat(self) -> None:
        while True:
            begun, worked = perf_counter(), thread_time()
            await asyncio.sleep(_BEAT)
            self.longest = max(self.longest, perf_counter() - begun - _BEAT)
            self.work = max(self.work, thread_time() - worked)


async def run() -> list[Line]:
    """The floor and ours in turn, each time on a fresh database; medians, their ratio, the longest hold."""
    content = made_up_export(ROWS)
    times: dict[str, list[float]] = {"floor": [], "ours": []}
    heart, idle = Heartbeat(), Heartbeat()
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(ROUNDS):
            async with database(Path(folder), f"floor{turn}") as opened:
                begun = process_time()
                await floor(opened, content)
                times["floor"].append(process_time() - begun)
            async with idle.beating():
                await asyncio.sleep(1)
            async with database(Path(folder), f"ours{turn}") as opened, heart.beating():
                begun = process_time()
                await ours(opened, content)
                times["ours"].append(process_time() - begun)
    bare_time, full = statistics.median(times["floor"]), statistics.median(times["ours"])
    return [
        Line(f"an import of {ROWS:,} rows", full, "s", bare_time, "1.5"),
        Line("an import: longest work in the loop", 1000 * heart.work, "ms", budget="50 ms"),
        Line("an import: longest hold, and idle", 1000 * heart.longest, "ms", 1000 * idle.longest, "50 ms"),
    ]
