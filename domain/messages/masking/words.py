"""A text cut into words and numbers, and what a dictionary of names knows of a word.

Everything here and beside it goes through a text once: what looks around does so within a fixed distance, so
that no text, however long and whatever it repeats, takes more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from domain.messages.masking.hints import hints_of, hints_of_word

Span = tuple[int, int]
"""Where a piece of a text begins and where it ends."""

LONGEST_WORD = 40
"""Letters; no name is longer, and a dictionary is not asked about what is."""

_REMEMBERED = 20_000  # words that were met last
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_ALIKE = str.maketrans("aceopxykmthbACEOPXYKMTHB", "асеорхукмтнвАСЕОРХУКМТНВ")
_CYRILLIC, _LATIN = re.compile(r"[а-яё]", re.IGNORECASE), re.compile(r"[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sense:
    """A word as a part of a name: its cases as a first name and as a surname, empty where it is none.

    `surname` is also the lemma's; `sure` is the share of its readings that are parts of names; `known`: the
    dictionary has the word, and does not judge it by its ending alone. `street`: how streets are called after
    people and things, in the genitive or as an adjective.
    """

    first: frozenset[str] = frozenset()
    surname: frozenset[str] = frozenset()
    patronymic: bool = False
    lemma: str = ""
    sure: float = 0.0
    known: bool = True
    place: bool = False
    street: bool = False
    verb: bool = False
    # Asked of every word of every text several times over.
    part_of_name: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "part_of_name", bool(self.first or self.surname or self.patronymic))

    def agrees(self, other: Sense) -> bool:
        """Whether one is a first name and the other a surname in a case that both have."""
        return bool(self.first & other.surname or self.surname & other.first)


ORDINARY = Sense()
"""A word that is no part of any name."""


class NameDictionary(Protocol):
    """What is known of names."""

    def sense(self, word: str) -> Sense:
        """What a word may be; in lower case, Cyrillic, of at most `LONGEST_WORD` letters."""


@dataclass(slots=True, eq=False)
class Word:
    """A word or a number where it stands; `lower` with Latin letters that look Cyrillic made Cyrillic.

    `capital`: whether it begins with a capital letter; `hints`: what it may be the beginning of.
    """

    start: int
    end: int
    text: str
    lower: str
    number: bool
    sense: Sense
    capital: bool
    hints: int


class Reader:
    """Cuts texts into words; what is known of a word is remembered, for texts repeat them."""

    def __init__(self, names: NameDictionary) -> None:
        self._names = names
        self._remembered = lru_cache(_REMEMBERED)(self._known)

    def words(self, text: str) -> list[Word]:
        """The words and the numbers of a text, in order."""
        remembered, known = self._remembered, self._known
        return [
            Word(found.start(), found.end(), *(remembered if len(token) <= LONGEST_WORD else known)(token))
            for found in _TOKEN.finditer(text)
            for token in (found[0],)
        ]

    def _known(self, token: str) -> tuple[str, str, bool, Sense, bool, int]:
        """A word's parts from `text` on."""
        text, lower, sense, number = token, token, ORDINARY, token[0].isdigit()
        if len(token) > LONGEST_WORD and not number:
            lower = ""
        elif not number:
            ours = _LATIN.search(token) is None or _CYRILLIC.search(token) is not None
            text = token.translate(_ALIKE) if ours else token
            lower = text if text.islower() else text.lower()
            if ours and len(lower) > 1:
                sense = self._names.sense(lower)
        hints = hints_of(token) | hints_of_word(text, lower, named=sense.part_of_name)
        return text, lower, number, sense, text[:1].isupper(), hints


def joined(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The spans in order, those that meet or have only blanks between them as one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last is None:
            last = (start, end)
        elif start <= last[1] or (start - last[1] <= 3 and not text[last[1] : start].strip()):
            last = (last[0], max(last[1], end))
        else:
            yield last
            last = (start, end)
    if last is not None:
        yield last
