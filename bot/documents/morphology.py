"""Cases of names and positions where a sentence needs them, by the dictionary of pymorphy3.

A word that the dictionary does not know, or knows only in another case, stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_PARTS_OF_A_NAME = ("Surn", "Name", "Patr")
_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_INITIAL = re.compile(r"[А-ЯЁ]\.(?:[А-ЯЁ]\.)?")


@lru_cache(maxsize=500)
def whom(person: str) -> str:
    """«Речной Пётр Ефимович, начальник управления» as after «слушали»: whom (accusative).

    A name is put into its case whole or not at all, a position by its head noun. Beside a name that stays
    as it is the position stays too: a sentence of two cases reads worse than one of none.
    """
    first, *others = person.split(", ")
    after = [_small(other) for other in others]
    name = _name(first)
    if name is None and _looks_like_name(first):
        return ", ".join([first, *after])
    return ", ".join([name or _position(first), *map(_position, after)])


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _small(position: str) -> str:
    """A position within a sentence begins with a small letter, an abbreviation does not."""
    return position[:1].lower() + position[1:] if position[1:2].islower() else position


def _name(text: str) -> str | None:
    """A person's name in the accusative; None when this is no name that the dictionary knows whole."""
    words = text.split()
    if not 1 <= len(words) <= 4 or not all(word[:1].isupper() for word in words):
        return None
    gender = _gender(words)
    inflected = [word if _INITIAL.fullmatch(word) else _part_of_name(word, gender) for word in words]
    return " ".join(word for word in inflected if word) if all(inflected) else None


def _gender(words: list[str]) -> str | None:
    """By the patronymic, else by the first name, where the dictionary is sure of one."""
    for grammeme in ("Patr", "Name"):
        found = {
            p.tag.gender for word in words for p in _parses(word) if grammeme in p.tag and "nomn" in p.tag
        }
        if len(found) == 1:
            return str(found.pop())
    return None


def _part_of_name(word: str, gender: str | None) -> str | None:
    """One word of a name; both halves of a double surname."""
    halves = [_half_of_name(half, gender) for half in word.split("-")]
    return "-".join(half for half in halves if half) if all(halves) else None


def _half_of_name(word: str, gender: str | None) -> str | None:
    known = [parse for parse in _parses(word) if parse.is_known and {"nomn", "sing"} in parse.tag]
    fitting = [parse for parse in known if gender is None or parse.tag.gender in (gender, None)]
    for parse in fitting:
        if any(grammeme in parse.tag for grammeme in _PARTS_OF_A_NAME):
            return _inflected(parse, word)
    # A surname may be an adjective («Луговая»); beside a patronymic or a first name it is told by its gender.
    adjective = next((parse for parse in fitting if gender and parse.tag.POS == "ADJF"), None)
    return _inflected(adjective, word) if adjective else None


def _position(text: str) -> str:
    """A position: its head noun and the adjectives before it; what depends on them keeps its case."""
    words = text.split(" ")
    for index, word in enumerate(words):
        noun = _nominative(word, "NOUN")
        if noun is not None:
            before = [_nominative(one, "ADJF") for one in words[:index]]
            if not all(before) or "anim" not in noun.tag:
                return text
            heads = [_inflected(p, w) for p, w in zip([*before, noun], words, strict=False)]
            return " ".join([*heads, *words[index + 1 :]])
        if _nominative(word, "ADJF") is None:
            return text
    return text


def _nominative(word: str, part: str) -> Any | None:
    likeliest = next(iter(_parses(word)), None)
    if likeliest is None or not likeliest.is_known:
        return None
    fits = part == likeliest.tag.POS and {"nomn", "sing"} in likeliest.tag
    return likeliest if fits else None


def _inflected(parse: Any, word: str) -> str:
    masculine = parse.tag.POS == "ADJF" and parse.tag.gender == "masc"
    accusative = parse.inflect({"accs", "anim"} if masculine else {"accs"})
    if accusative is None:
        return word
    new: str = accusative.word
    return new.capitalize() if word[:1].isupper() else new


def _parses(word: str) -> Any:
    return _analyser().parse(word) if _RUSSIAN.fullmatch(word) else ()


@cache
def _analyser() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 — its dictionary is read when first used

    return MorphAnalyzer()
