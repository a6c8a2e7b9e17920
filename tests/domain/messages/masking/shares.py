"""How much of personal data the mask closes and how many ordinary texts it touches: `python -m` prints it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.names import masked

_HERE = Path(__file__).parent
_BRACED = re.compile(r"\{([^{}]*)\}")
_PIECE = re.compile(r"[^\W_]{2,}|\d")
HALVES = {
    "tuned": "tuned.toml",
    "held out": "held_out.toml",
    "fresh": "fresh.toml",
    "blind": "blind.toml",
    "life": "life.toml",
}


@dataclass(frozen=True, slots=True)
class Share:
    """Of the texts of a kind: how many came out right, which did not, how many there are."""

    right: int
    wrong: tuple[str, ...]

    @property
    def count(self) -> int:
        return self.right + len(self.wrong)


@cache
def shares(half: str) -> tuple[Mapping[str, Share], Mapping[str, Share]]:
    """By kind: leaks closed, ordinary texts left alone."""
    kinds = tomllib.loads((_HERE / HALVES[half]).read_text("utf-8"))
    leaks = {
        kind: _share({text: is_closed(text) for text in texts}) for kind, texts in kinds["leaks"].items()
    }
    ordinary = {
        kind: _share({text: masked(text) == text for text in texts})
        for kind, texts in kinds["ordinary"].items()
    }
    return leaks, ordinary


def is_closed(text: str) -> bool:
    """Whether no word and no digits of what stands in braces are left."""
    open_text = _BRACED.sub(" ", text)
    left = set(_PIECE.findall(masked(text.replace("{", "").replace("}", ""))))
    secret = {piece for hidden in _BRACED.findall(text) for piece in _PIECE.findall(hidden)}
    return not (secret - set(_PIECE.findall(open_text)) - _KINDS) & left


# What an address is made of besides its numbers tells nothing.
_KINDS = frozenset(["кв", "квартира", "квартире", "квартиры", "дом", "собака", "ии", "номер"])


def _share(right: Mapping[str, bool]) -> Share:
    return Share(sum(right.values()), tuple(text for text, good in right.items() if not good))


def total(kinds: Mapping[str, Share]) -> tuple[int, int]:
    return sum(one.right for one in kinds.values()), sum(one.count for one in kinds.values())


def table() -> str:
    """The shares as a table in Markdown."""
    sides = {half: shares(half) for half in HALVES}
    lines = ["| вид | настройка | отложено | новые | чужие | жизнь |", "|---|---|---|---|---|---|"]
    for side, name in ((0, "утечки закрыты"), (1, "обычные не тронуты")):
        for kind in sides["tuned"][side]:
            cells = [sides[half][side].get(kind) for half in HALVES]
            shown = (f"{one.right}/{one.count}" if one else "—" for one in cells)
            lines.append(f"| {kind} | " + " | ".join(shown) + " |")
        totals = [total(sides[half][side]) for half in HALVES]
        lines.append(
            f"| **{name}** | " + " | ".join(f"{right}/{of} ({right / of:.0%})" for right, of in totals) + " |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
