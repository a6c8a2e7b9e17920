"""A text cut into words and numbers, and what a dictionary of names knows of a word.

Everything here and beside it goes through a text once: what looks around does so within a fixed distance, so
that no text, however long and whatever it repeats, takes more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Span = tuple[int, int]
"""Where a piece of a text begins and where it ends."""

LONGEST_WORD = 40
"""Letters; no name is longer, and a dictionary is not asked about what is."""

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
    """A word or a number where it stands; `lower` with Latin letters that look Cyrillic made Cyrillic."""

    start: int
    end: int
    text: str
    lower: str
    number: bool
    sense: Sense

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def words_of(text: str, names: NameDictionary) -> list[Word]:
    """The words and the numbers of a text, in order."""
    latin = _LATIN.search(text) is not None
    return [_word(found[0], *found.span(), names, latin=latin) for found in _TOKEN.finditer(text)]


def _word(text: str, start: int, end: int, names: NameDictionary, *, latin: bool) -> Word:
    """`latin`: whether the word may have Latin letters."""
    if text[0].isdigit():
        return Word(start, end, text, text, True, ORDINARY)
    if len(text) > LONGEST_WORD:
        return Word(start, end, text, "", False, ORDINARY)
    if latin and _LATIN.search(text):
        if not _CYRILLIC.search(text):
            return Word(start, end, text, text.lower(), False, ORDINARY)
        text = text.translate(_ALIKE)
    lower = text.lower()
    return Word(start, end, text, lower, False, names.sense(lower) if len(lower) > 1 else ORDINARY)


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
