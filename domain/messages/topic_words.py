"""Which block a topic nobody has named may be of: by words that the profile holds for each block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.messages.words import normalise

Scores = dict[str, float]
"""Blocks with how much speaks for each."""

_WEIGHTS = {"!": 6.0, "?": 0.75}
_ONE, _EACH = 2.0, 2.5  # a word alone; each of several that have to stand together
_LEAST, _AHEAD = 1.9, 1.25  # how much a block needs, and how many times more than the next one
_DOUBTED = 2
_SHORTEST = 3  # letters: a shorter stem is a whole word


@dataclass(frozen=True, slots=True)
class Guess:
    """The block that is presumed, or none; `among` the likeliest ones where it is not sure, the first first."""

    block: str | None = None
    among: tuple[str, ...] = ()


class TopicWords:
    """The words of the blocks, ready to be looked up by their beginnings."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._rules: dict[str, list[tuple[str, tuple[str, ...], float]]] = {}
        for block, phrases in words.items():
            for phrase in phrases:
                self._add(block, phrase)
        self._lengths = sorted({len(stem) for stem in self._rules}, reverse=True)

    def _add(self, block: str, phrase: str) -> None:
        mark = phrase[-1:] if phrase[-1:] in _WEIGHTS else ""
        stems = tuple(normalise(phrase.rstrip("!?")).split())
        together = _EACH * len(stems) if len(stems) > 1 else _ONE
        for at, stem in enumerate(stems):
            if at == 0:
                self._rules.setdefault(stem, []).append((block, stems[1:], _WEIGHTS.get(mark, together)))

    def scores(self, text: str) -> Scores:
        """What the words of a text say for each block."""
        words = normalise(text).split()
        found: Scores = {}
        said: set[tuple[str, str, tuple[str, ...]]] = set()
        for word in words:
            for stem in self._stems_of(word):
                for block, others, weight in self._rules[stem]:
                    if (block, stem, others) in said or not all(_has(words, other) for other in others):
                        continue
                    said.add((block, stem, others))
                    found[block] = found.get(block, 0.0) + weight
        return found

    def _stems_of(self, word: str) -> Iterable[str]:
        """The stems that the word begins with, each block's longest being enough."""
        for length in self._lengths:
            stem = word[:length]
            if len(stem) == length and stem in self._rules and (length > _SHORTEST - 1 or stem == word):
                yield stem


def _has(words: Sequence[str], stem: str) -> bool:
    return any(word.startswith(stem) for word in words)


def guess(scores: Mapping[str, float]) -> Guess:
    """The block with most for it where it is far enough ahead, else the two to choose from."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return Guess()
    best, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if most >= _LEAST and most >= _AHEAD * second:
        return Guess(best)
    return Guess(among=tuple(block for block, _ in ranked[:_DOUBTED]))
