"""Which block a topic nobody has named may be of: by words that the profile holds for each block."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.messages.words import normalise

Scores = dict[str, float]
"""Blocks with how much speaks for each."""

_MARKS = {"!": 2.25, "?": 0.375}
_ONE, _EACH = 2.0, 2.5  # a word alone; each of several that have to stand together
# How much a block needs, and how many times more than the next one: two words against one
# leave a doubt, unless the one of the two stands first.
_LEAST, _AHEAD = 1.9, 2.01
_DOUBTED = 2
# Words of place, within how many words after them a landmark stands, and how much it says.
_NEAR = frozenset(("у", "до", "возле", "около", "близ", "рядом", "напротив", "мимо", "вдоль"))
_LANDMARK, _OF_LANDMARK = 2, 0.25
_OF_FIRST = 1.05  # what a topic begins with is the matter, what follows often the place
_SHORTEST = 4  # letters: a shorter stem is a whole word, and so is a longer one with a «=»
_SHORTEST_BESIDE = 3  # the same for what stands beside it
_END = " "
# «на Заводской», «ул. Школьная»: what a street is called after says as little as a landmark.
_STREET = re.compile(
    r"\b(?:ул\.|улиц[аеуы]|пер\.|переул[а-я]+)\s*(?P<after>[А-ЯЁ][а-яё]+)"
    r"|(?P<before>[А-ЯЁ][а-яё]+(?:[ая]я|ой))\s+улиц"
    r"|\b(?:[Нн]а|[Пп]о|[Дд]о|[Вв]доль)\s+(?P<alone>[А-ЯЁ][а-яё]{2,}ой)\b"
    r"(?!\s+(?:арен|площад|школ|больниц|поликлиник|библиотек|аптек|станци|баз|гимнази|амбулатор|галере))"
)


@dataclass(frozen=True, slots=True)
class Guess:
    """The block that is presumed, or none; `among` the likeliest ones where it is not sure, best first."""

    block: str | None = None
    among: tuple[str, ...] = ()


_Rule = tuple[str, tuple[tuple[str, ...], ...], float]
"""A block, what has to stand beside the word, each in one of several ways, and how much that says."""


class TopicWords:
    """The words of the blocks, ready to be looked up by their beginnings."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._whole: dict[str, list[_Rule]] = {}
        for block, phrases in words.items():
            for phrase in phrases:
                self._add(block, phrase)
        self._lengths = sorted({len(stem) for stem in (*self._rules, *self._whole)}, reverse=True)

    def _add(self, block: str, phrase: str) -> None:
        mark = phrase[-1:] if phrase[-1:] in _MARKS else ""
        first, *others = (place.split("|") for place in phrase.rstrip("!?").split())
        weight = (_EACH * (1 + len(others)) if others else _ONE) * _MARKS.get(mark, 1.0)
        beside = tuple(tuple(_stem(one, _SHORTEST_BESIDE) for one in place) for place in others)
        for one in first:
            stem = _stem(one, _SHORTEST)
            rules = self._whole if stem.endswith(_END) else self._rules
            rules.setdefault(stem.rstrip(_END), []).append((block, beside, weight))

    def scores(self, text: str) -> Scores:
        """What the words of a text say for each block; a word said twice says no more."""
        said = normalise(text).split()
        words = list(dict.fromkeys(said))
        only_near = _landmarks(said, {normalise(one[one.lastgroup or 0]) for one in _STREET.finditer(text)})
        found: Scores = {}
        matter = [word for word in words if word not in only_near]
        for word in words:
            share = _OF_LANDMARK if word in only_near else 1.0 if found else _OF_FIRST
            beside = words if word in only_near else matter
            for block, weight in self._said_by(word, beside).items():
                found[block] = found.get(block, 0.0) + share * weight
        return found

    def _said_by(self, word: str, words: Sequence[str]) -> Scores:
        """What one word says, with those that have to stand beside it: of a block's rules the weightiest."""
        said: Scores = {}
        for length in self._lengths:
            stem = word[:length]
            if len(stem) < length:
                continue
            found = self._whole.get(stem, ()) if stem == word else ()
            for block, others, weight in (*found, *self._rules.get(stem, ())):
                if weight > said.get(block, 0.0) and all(_has(words, other) for other in others):
                    said[block] = weight
        return said


def _stem(written: str, shortest: int) -> str:
    """A beginning of words; with an end where it is a whole word."""
    stem = normalise(written)
    return stem + _END if written.endswith("=") or len(stem) < shortest else stem


def _landmarks(words: Sequence[str], streets: Collection[str]) -> set[str]:
    """Words that only say where: «собаки у детского сада» are no matter of the kindergarten's."""
    near = [
        word in streets or bool(_NEAR & set(words[max(at - _LANDMARK, 0) : at]))
        for at, word in enumerate(words)
    ]
    elsewhere = {word for word, is_near in zip(words, near, strict=True) if not is_near}
    return set(words) - elsewhere


def _has(words: Sequence[str], stems: tuple[str, ...]) -> bool:
    return any((word + _END).startswith(stems) for word in words)


def guess(scores: Mapping[str, float], ahead: float = _AHEAD) -> Guess:
    """The block with most for it where it is far enough ahead, else the two to choose from."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return Guess()
    best, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if most >= _LEAST and most >= ahead * second:
        return Guess(best)
    return Guess(among=tuple(block for block, _ in ranked[:_DOUBTED]))
