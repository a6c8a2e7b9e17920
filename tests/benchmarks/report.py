"""A year's report on many messages against bare SQL; `BENCH_MESSAGES=1000000` for the full size.

The floor is what one would write by hand for the same numbers: for this year and the one before, and for the
whole and each of five dimensions, one `GROUP BY` of counts by key and hours straight over the table, by
`sqlite3` alone. The figures besides tell causes, spikes and repeats; the report is all that with its files.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter

from bot.localisation import Locale
from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from bot.storage.database import Database
from bot.storage.migrating import migrate
from bot.works.figures import make_chart, make_pdf, make_xlsx, pack_month, report_source
from domain.figures.figures import Scope
from domain.figures.period import read_period
from domain.office.profile import OfficeProfile
from tests.benchmarks.table import Line

_ROUNDS = 3
_FILL = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count),
drawn AS MATERIALIZED (
  SELECT i, abs(random()) AS a, abs(random()) AS b, abs(random()) AS c, abs(random()) AS d FROM n
),
placed AS (
  SELECT i, a, b, c, d, unixepoch('2026-11-24') - a % (2 * 365 * 86400) AS received FROM drawn
)
INSERT INTO messages (channel, number, received_at, topic, text, executor, author, place, url, settlement,
  address, registry_hash, block, unit, deadline_at, answered_at, delay_reason, imported_at)
SELECT channels.value, 'N' || i, datetime(received, 'unixepoch') || '.000000', 'Тема ' || (b % 120),
  :text, units.title, '', 'ул. Мира, ' || (c % 5000), '',
  CASE WHEN d % 3 THEN :city ELSE 'с. ' || (d % 25) END,
  'ул мира ' || (c % 5000), '', units.block, units.key,
  datetime(received + 8 * 86400, 'unixepoch') || '.999999',
  CASE WHEN c % 20 THEN datetime(received + (c / 7) % (b % 12 * 86400 + 3600), 'unixepoch') || '.000000' END,
  '', '2026-11-24 03:25:00.000000'
FROM placed
JOIN json_each(:channels) AS channels ON channels.key = a % json_array_length(:channels)
JOIN bench_units AS units ON units.place = b % (SELECT count(*) FROM bench_units)
ORDER BY received
"""
_FLOOR = """
SELECT {key}, (unixepoch(answered_at) - unixepoch(received_at) + 3599) / 3600, count(*),
  sum(answered_at <= deadline_at), sum(answered_at > deadline_at),
  sum(answered_at IS NULL AND deadline_at < '2026-11-24 03:25:00')
FROM messages WHERE received_at >= ? AND received_at < ? GROUP BY 1, 2
"""
_KEYS = ("''", "channel", "block", "topic", "settlement", "unit")
_YEARS = (
    ("2025-12-31 19:00:00", "2026-11-24 03:25:00"),
    ("2024-12-31 19:00:00", "2025-11-24 03:25:00"),
)


class _Clock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """It stands."""
        return self.moment


async def run() -> list[Line]:
    """Fill a database, then time the floor, the figures and the whole report in turn."""
    profile = load_profile()
    count = int(os.environ.get("BENCH_MESSAGES", "100000"))
    now = datetime(2026, 11, 24, 8, 25, tzinfo=profile.time_zone)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        database = Database(f"sqlite+aiosqlite:///{path}", profile, _Clock(now))
        await migrate(database.url)
        _fill(path, profile, count)
        plain = await _figures(database, now)
        packing = await _packed(database)
        floors, figures, reports = [], [], []
        for _ in range(_ROUNDS if count <= 200_000 else 1):
            floors.append(_floor(path))
            figures.append(await _figures(database, now))
            reports.append(await _report(database, profile))
        await database.close()
    floor, counted, whole = min(floors), min(figures), min(reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [
        Line(f"figures of a year, {count:,} messages", counted, "s", floor, "0.1"),
        Line("the same, no month packed", plain, "s", floor),
        Line("all months packed, whoever sees figures", packing, "s", floor),
        Line("a year's report with its files", whole, "s", floor),
        Line("a year's report: memory at its highest", peak, "MB"),
    ]


def _fill(path: Path, profile: OfficeProfile, count: int) -> None:
    channels = "[" + ",".join(f'"{channel.key}"' for channel in profile.channels) + "]"
    with sqlite3.connect(path) as bare:
        bare.execute("CREATE TEMP TABLE bench_units (place INTEGER PRIMARY KEY, key, title, block)")
        units = [(place, unit.key, unit.title, unit.block) for place, unit in enumerate(profile.units)]
        bare.executemany("INSERT INTO bench_units VALUES (?, ?, ?, ?)", units)
        values = {"count": count, "channels": channels, "text": "слово " * 50, "city": profile.city}
        bare.execute(_FILL, values)
    bare.close()


def _floor(path: Path) -> float:
    begun = perf_counter()
    bare = sqlite3.connect(path)
    for year in _YEARS:
        for key in _KEYS:
            bare.execute(_FLOOR.format(key=key), year).fetchall()
    bare.close()
    return perf_counter() - begun


async def _figures(database: Database, now: datetime) -> float:
    begun = perf_counter()
    async with database.read() as uow:
        await uow.figures.of(read_period("2026"), now, Scope())
    return perf_counter() - begun


async def _packed(database: Database) -> float:
    begun = perf_counter()
    async with database.write() as uow:
        await uow.packed_months.begin()
    while await pack_month(database):
        pass
    return perf_counter() - begun


async def _report(database: Database, profile: OfficeProfile) -> float:
    calendar, texts = ProductionCalendar(profile), Locale(profile.locale, profile.time_zone)
    begun = perf_counter()
    async with database.read() as uow:
        source = await report_source(uow, profile, profile.head_seat, read_period("2026"))
    make_xlsx(source, profile, calendar, texts)
    make_pdf(source, profile, calendar, texts)
    make_chart(source, profile, texts)
    return perf_counter() - begun
