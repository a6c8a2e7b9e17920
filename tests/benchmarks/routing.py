"""Routing by topic: how many topics of the example registries go to the right block. No timing here."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from bot.profiles import load_profile
from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.routing import Router
from domain.messages.words import normalise
from tests.benchmarks.table import Line

_GOLD = Path(__file__).parents[1] / "domain" / "gold_topics.toml"


def gold_topics() -> dict[str, str]:
    """Topic → its right block, found by reading."""
    blocks: dict[str, list[str]] = tomllib.loads(_GOLD.read_text("utf-8"))
    return {topic: block for block, topics in blocks.items() for topic in topics}


def held_out(topic: str) -> bool:
    """Whether the topic is of the fifth that had no say in choosing the matcher and its threshold."""
    return int(hashlib.sha256(normalise(topic).encode()).hexdigest(), 16) % 5 == 0


def share(*, block: str | None = None, held: bool | None = None) -> tuple[int, int, int]:
    """Of the topics (of a block; held out, or those that are not): routed right, routed wrong, all."""
    router = Router(load_profile(), {}, SoftTopics)
    topics = {
        topic: gold
        for topic, gold in gold_topics().items()
        if block in (None, gold) and held in (None, held_out(topic))
    }
    found = {topic: router.place(topic).block for topic in topics}
    right = sum(found[topic] == gold for topic, gold in topics.items())
    wrong = sum(found[topic] not in (None, gold) for topic, gold in topics.items())
    return right, wrong, len(topics)


def figures() -> str:
    """The shares in words: all, by block, chosen on and held out."""
    blocks = [
        f"{block.key} {right}/{count}"
        for block in load_profile().blocks
        for right, _, count in [share(block=block.key)]
    ]
    right, wrong, count = share()
    lines = [
        f"topics routed: {right}/{count} = {right / count:.1%} right (asked 95 %), {wrong} wrong, "
        f"{count - right - wrong} left to people; {', '.join(blocks)}"
    ]
    for name, held in (("chosen on", False), ("held out", True)):
        right, wrong, count = share(held=held)
        lines.append(f"  {name}: {right}/{count} = {right / count:.1%} right, {wrong} wrong")
    return "\n".join(lines)


async def run() -> list[Line]:
    """The shares of topics that are brought to their block."""
    right, _, count = share(held=True)
    return [Line("topics held out: brought to their block", 100 * right / count, "%")]


if __name__ == "__main__":
    print(figures())
