"""`make screens`: `python -m tests.screens docs/screens [cards|day]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.browser import CHROMIUM, browsing
from tests.screens.cards import take_cards
from tests.screens.day import take_day


async def main(folder: Path, which: set[str]) -> None:
    """Make them all, or those asked for; a button whose words are cut is an error."""
    if CHROMIUM is None:
        sys.exit("Chromium is missing: apt-get install chromium")
    cut: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        async with browsing(Path(place)) as page:
            if "cards" in which:
                cut = await take_cards(page, folder)
            if "day" in which:
                await take_day(page, folder / "day")
    if cut:
        sys.exit("\n".join(["These words do not fit their buttons:", *cut]))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), set(sys.argv[2:]) or {"cards", "day"}))
