"""A page of the list by every filter, at its beginning and deep in it, against its rows by their ids.

And against the same page in an office that is a tenth as large, or as `LIST_ROWS` says.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from bot.storage.statistics import gather_statistics
from domain.messages.listing import Mark, Sorting, sortings
from domain.messages.sections import MessageFilter, Section, seat_filter
from tests.benchmarks.digests import Town
from tests.benchmarks.table import Line

SIZES = tuple(int(size) for size in os.environ.get("LIST_ROWS", "10000,100000").split(","))
ROUNDS = 3
_PAGE, _SHOWN = 26, int(os.environ.get("LIST_SHOWN", "5"))


@dataclass(frozen=True)
class Asked:
    """A filter, a section, an order, and where the page begins."""

    name: str
    chosen: MessageFilter
    section: Section
    sorting: Sorting
    after: Mark | None


async def _asked(town: Town) -> list[Asked]:
    """Every filter with every section and order, at the beginning and a year before the end."""
    scope = seat_filter(town.profile, town.calendar, town.now, town.profile.seat(1))
    topic, block = next(iter(town.profile.topics.items()))
    unit = next(one.key for one in town.profile.units if one.block == block)
    narrowings = {"block": block, "channels": ("pos",), "unit": unit, "topic": topic}
    found = []
    for names in (
        (),
        *((one,) for one in narrowings),
        ("block", "channels"),
        ("unit", "channels"),
        ("topic", "unit"),
    ):
        chosen = replace(scope, **{name: narrowings[name] for name in names})  # type: ignore[arg-type]
        for section in Section:
            for sorting in sortings(section):
                deep = Mark(town.now - timedelta(days=365 if section in _CLOSED else 10), 1)
                for place, after in (("first", None), ("deep", deep)):
                    title = f"{'+'.join(names) or 'office'} {section} {sorting} {place}"
                    found.append(Asked(title, chosen, section, sorting, after))
    return found


_CLOSED = (Section.ANSWERED, Section.OUTSIDE, Section.ALL)


async def _measured(town: Town, asked: Asked) -> tuple[float, float]:
    """Milliseconds of ours and of the floor, medians."""
    ours, bare = [], []
    for _ in range(ROUNDS):
        begun = perf_counter()
        async with town.database.read() as uow:
            rows = await uow.messages.page_after(
                asked.chosen, asked.section, asked.sorting, asked.after, _PAGE
            )
            await uow.messages.count(asked.chosen, asked.section, 1001)
        ours.append((perf_counter() - begun) * 1000)
        ids = [row.id for row in rows] or [0]
        begun = perf_counter()
        marks = ", ".join("?" * len(ids))
        town.bare.execute(f"SELECT * FROM messages WHERE id IN ({marks})", ids).fetchall()
        bare.append((perf_counter() - begun) * 1000)
    return statistics.median(ours), statistics.median(bare)


async def _put_some_outside(town: Town) -> None:
    """A hundredth was withdrawn or sent on by its registry."""
    with town.bare:
        town.bare.execute("UPDATE messages SET outside = 'withdrawn' WHERE id % 100 = 0")
    await gather_statistics(town.database, "messages")


async def _pages(folder: Path, size: int) -> dict[str, tuple[float, float]]:
    """What every page and its floor take in an office with so many messages."""
    town = Town(folder, size)
    await town.build()
    await _put_some_outside(town)
    found = {asked.name: await _measured(town, asked) for asked in await _asked(town)}
    town.bare.close()
    await town.office.close()
    return found


async def run() -> list[Line]:
    """The worst, first; then how they grow."""
    with tempfile.TemporaryDirectory() as folder:
        found = [await _pages(Path(folder), size) for size in SIZES]
    small, large = found[0], found[-1]
    worst = sorted(large, key=lambda name: large[name][0], reverse=True)[:_SHOWN]
    slow, before = max(ours for ours, _ in large.values()), max(ours for ours, _ in small.values())
    middle, was = (statistics.median(ours for ours, _ in pages.values()) for pages in (large, small))
    sizes = f"{SIZES[0]:,} and {SIZES[-1]:,} messages"
    return [
        *(
            Line(f"a page: {name}, {SIZES[-1]:,} messages", large[name][0], "ms", large[name][1], "5")
            for name in worst
        ),
        Line(f"the slowest page, {sizes}", slow, "ms", before, "2"),
        Line(f"a page, the middle of {len(large)}, {sizes}", middle, "ms", was, "2"),
    ]
