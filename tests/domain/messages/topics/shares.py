"""How many unseen topics go to the right block, and how many to a wrong one: `python -m` prints the table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from bot.profiles import load_profile
from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.routing import Router

_HERE = Path(__file__).parent
HALVES = {"tuned": "tuned.toml", "held out": "held_out.toml", "fresh": "fresh.toml"}

Share = tuple[int, int, int]
"""Of topics: routed right, routed wrong, all."""


def shares_of(half: str) -> Mapping[str, Share]:
    """By the right block, by the topic alone."""
    router = Router(load_profile(), {}, SoftTopics)
    blocks: dict[str, list[str]] = tomllib.loads((_HERE / HALVES[half]).read_text("utf-8"))
    found = {block: [router.place(topic).block for topic in topics] for block, topics in blocks.items()}
    return {
        block: (places.count(block), sum(place not in (None, block) for place in places), len(places))
        for block, places in found.items()
    }


def table() -> str:
    """The shares as a table in Markdown."""
    sides = [shares_of(half) for half in HALVES]
    of = "верно, неверно, всего"
    lines = [f"| блок | настройка: {of} | отложено: {of} | новые: {of} |", "|---|---|---|---|"]
    titles = {block.key: block.title for block in load_profile().blocks}
    for block in sides[0]:
        cells = [", ".join(map(str, side[block])) for side in sides]
        lines.append(f"| {titles[block]} | " + " | ".join(cells) + " |")
    totals = [tuple(map(sum, zip(*side.values(), strict=True))) for side in sides]
    cells = [f"{right} ({right / of:.0%}), {wrong} ({wrong / of:.1%}), {of}" for right, wrong, of in totals]
    return "\n".join([*lines, "| **всего** | " + " | ".join(cells) + " |"])


if __name__ == "__main__":
    print(table())
