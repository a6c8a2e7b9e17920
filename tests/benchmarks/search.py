"""Two hundred searches in a small office and in a large one: how much slower the slow ones become.

Words of the bot's own sentences, the first of them in most messages, each next one in fewer (Zipf); searches
for one word or two, within the office, a block, a unit or a channel. `SEARCH_SIZES` says how many messages.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from time import perf_counter
from typing import Any

from domain.messages.listing import Sorting
from domain.messages.sections import MessageFilter, Section, seat_filter
from tests.benchmarks.digests import STAMP, Town
from tests.benchmarks.table import Line

SIZES = tuple(int(size) for size in os.environ.get("SEARCH_SIZES", "10000,100000").split(","))
_SEARCHES, _PAGE, _COUNTED = 200, 26, 1001
_WORD = re.compile(r"[а-яё]{4,}")
_FOLDER = Path(__file__).parents[2] / "locales" / "ru"


def vocabulary() -> Sequence[str]:
    """Russian words that have forms, in an order that chance gave once and for all."""
    told = " ".join(path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.ftl")))
    words = sorted(set(_WORD.findall(told.lower())))
    random.Random(3).shuffle(words)
    return words


class TalkingTown(Town):
    """Messages of some words each, found by them."""

    async def _build(self) -> None:
        """The index of words is made once all are there."""
        await super()._build()
        minute = "(strftime('%s', substr(received_at, 1, 16)) + 62167219200) / 60"
        with self.bare:
            self.bare.execute(
                "INSERT INTO message_words(rowid, number, topic, text, executor) "
                f"SELECT {minute} * 1073741824 + id, number, topic, text, executor FROM messages ORDER BY 1"
            )

    def _rows(self) -> Any:
        words, chance = vocabulary(), random.Random(4)
        weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
        for row in super()._rows():
            # What is due late is not all of this very minute.
            received = (
                f"{datetime.fromisoformat(row[2]) - timedelta(minutes=chance.randint(0, 20_000)):{STAMP}}"
            )
            text = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(8, 40)))
            yield (*row[:2], received, row[3], text, *row[5:])


def asked(town: Town) -> Iterator[tuple[MessageFilter, Section]]:
    """The searches, the same for any size."""
    words, chance = vocabulary(), random.Random(5)
    whole = seat_filter(town.profile, town.calendar, town.now, town.profile.seat(1))
    narrowings: Sequence[dict[str, Any]] = (
        {}, {}, {"block": "infrastructure"}, {"unit": town.profile.units[0].key}, {"channels": ("pos",)}
    )  # fmt: skip
    sections = (Section.ALL, Section.ALL, Section.ANSWERED, Section.OPEN)
    for number in range(_SEARCHES):
        some = [words[int(len(words) ** chance.random()) - 1] for _ in range(1 + number % 2)]
        yield replace(whole, words=" ".join(some), **chance.choice(narrowings)), chance.choice(sections)


async def slow(town: Town) -> float:
    """Milliseconds of one search of twenty; as many take longer."""
    times: list[float] = []
    for _ in range(2):  # the first time looks words up in the dictionary
        times.clear()
        for chosen, section in asked(town):
            begun = perf_counter()
            async with town.database.read() as uow:
                await uow.messages.page_after(chosen, section, Sorting.RECEIVED_LAST, None, _PAGE)
                await uow.messages.count(chosen, section, _COUNTED)
            times.append((perf_counter() - begun) * 1000)
    return sorted(times)[_SEARCHES * 95 // 100]


async def run() -> list[Line]:
    """The large office against the small one."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            town = TalkingTown(Path(folder), size)
            await town.build()
            found.append(await slow(town))
            town.bare.close()
            await town.office.close()
    what = f"p95 of {_SEARCHES} searches, {SIZES[0]:,} and {SIZES[-1]:,} messages"
    return [Line(what, found[-1], "ms", found[0], "3")]
