"""How many unseen topics go to the right block, and how many to a wrong one: `python -m` prints the table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from bot.profiles import load_profile
from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.routing import Router

_HERE = Path(__file__).parent
HALVES = {"tuned": "tuned.toml", "held out": "held_out.toml", "fresh": "fresh.toml", "blind": "blind.toml"}

Share = tuple[int, int, int]
"""Of topics: routed right, routed wrong, all."""


def shares_of(half: str) -> Mapping[str, Share]:
    """By the right block, by the topic alone; a topic of either of two is counted with the first."""
    router = Router(load_profile(), {}, SoftTopics)
    named = tomllib.loads((_HERE / HALVES[half]).read_text("utf-8"))
    either: dict[str, list[str]] = named.pop("either", {})
    topics = [(topic, [block]) for block, its in named.items() for topic in its] + [*either.items()]
    shares = dict.fromkeys(named, (0, 0, 0))
    for topic, blocks in topics:
        found = router.place(topic).block
        right, wrong, count = shares[blocks[0]]
        shares[blocks[0]] = (right + (found in blocks), wrong + (found not in (None, *blocks)), count + 1)
    return shares


def table() -> str:
    """The shares as a table in Markdown."""
    sides = [shares_of(half) for half in HALVES]
    of = "верно, неверно, всего"
    lines = [
        f"| блок | настройка: {of} | отложено: {of} | новые: {of} | чужие: {of} |",
        "|---|---|---|---|---|",
    ]
    titles = {block.key: block.title for block in load_profile().blocks}
    for block in sides[0]:
        cells = [", ".join(map(str, side[block])) for side in sides]
        lines.append(f"| {titles[block]} | " + " | ".join(cells) + " |")
    totals = [tuple(map(sum, zip(*side.values(), strict=True))) for side in sides]
    cells = [f"{right} ({right / of:.0%}), {wrong} ({wrong / of:.1%}), {of}" for right, wrong, of in totals]
    return "\n".join([*lines, "| **всего** | " + " | ".join(cells) + " |"])


if __name__ == "__main__":
    print(table())
