"""Cases of names and positions where a sentence needs them, by the dictionary of pymorphy3.

A surname that the dictionary does not know is told by its ending, beside a name that says whose it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.word_forms import analyser
from domain.people.names import full_name, listed_name

_PARTS_OF_A_NAME = ("Surn", "Name", "Patr")
_NAMES = (*_PARTS_OF_A_NAME, "Geox", "Orgn", "Trad")
_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_INITIAL = re.compile(r"[А-ЯЁ]\.(?:[А-ЯЁ]\.)?")
_ABBREVIATION = re.compile(r"(?:[А-ЯЁ]{2,}|[а-яё]{1,2}\.[а-яё]\.|врио)(?!\w)")
# Of a surname unknown to the dictionary: the ending, and what stands for it in the accusative.
_SURNAMES = {
    "masc": (
        (re.compile(r"(?<=[сц]к)[ио]й$"), "ого"),
        (re.compile(r"ый$"), "ого"),
        (re.compile(r"(?<=[оеё]в|[иы]н)$"), "а"),
    ),
    "femn": (
        (re.compile(r"ая$"), "ую"),
        (re.compile(r"(?<=[оеё]в|[иы]н)а$"), "у"),
    ),
}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_OF_A_PLACE = re.compile(r"[А-ЯЁ][а-яё]+[сц]к(?:ий|ая|ое)\b")
_UNBENDING = re.compile(r"(?:[оеиуэю]|[иы]х)$")


@lru_cache(maxsize=500)
def whom(person: str) -> str | None:
    """«Речной Пётр Ефимович, начальник управления» as after «слушали»: «Речного П. Е., начальника …».

    A name is put into the accusative whole and said surname first with initials, a position is declined by
    its head noun; None when a part of it cannot be.
    """
    first, *others = person.split(", ")
    name = _name(first)
    if name is None and not _looks_like_name(first):
        name = _position(first)
    declined = [name, *(_position(small(other)) for other in others)]
    return ", ".join(part for part in declined if part is not None) if None not in declined else None


def who(person: str) -> str:
    """The same in the nominative."""
    first, *others = person.split(", ")
    return ", ".join([listed_name(first), *map(small, others)])


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def small(title: str) -> str:
    """A position or a body within a sentence begins with a small letter; a name or an abbreviation does not.

    An adjective in «-ский» is a name as far as can be told: of a person or of a place.
    """
    first = title.split(", ", 1)[0]
    likeliest = next(iter(_parses(first.split(" ", 1)[0])), None)
    named = likeliest is not None and any(mark in likeliest.tag for mark in _NAMES)
    person = _looks_like_name(first) and not any(_ABBREVIATION.fullmatch(word) for word in first.split())
    if named or person or _OF_A_PLACE.match(first) or not title[1:2].islower():
        return title
    return title[:1].lower() + title[1:]


def _name(text: str) -> str | None:
    """A person's name in the accusative; None when this is no name, or not all of it can be declined."""
    words = text.split()
    if not 1 <= len(words) <= 4 or not all(word[:1].isupper() for word in words):
        return None
    gender = _gender(words)
    surname = _surname_of(text)
    inflected = [
        word if _INITIAL.fullmatch(word) else _part_of_name(word, gender, surname=word == surname)
        for word in words
    ]
    if not all(inflected):
        return None
    full = full_name(text)
    if full is None:
        return " ".join(word for word in inflected if word)
    return f"{inflected[words.index(full.surname)]}{_NO_BREAK}{full.initials}"


def _surname_of(text: str) -> str | None:
    full = full_name(text)
    if full is not None:
        return full.surname
    others = [word for word in text.split() if not any(p.is_known and "Name" in p.tag for p in _parses(word))]
    return others[0] if len(others) == 1 and len(text.split()) == 2 else None


def _gender(words: list[str]) -> str | None:
    """By the patronymic, else by the first name, where the dictionary is sure of one."""
    for grammeme in ("Patr", "Name"):
        found = {
            p.tag.gender for word in words for p in _parses(word) if grammeme in p.tag and "nomn" in p.tag
        }
        if len(found) == 1:
            return str(found.pop())
    return None


def _part_of_name(word: str, gender: str | None, *, surname: bool) -> str | None:
    """One word of a name; both halves of a double surname."""
    halves = [
        _half_of_name(half, gender) or (_surname(half, gender) if surname else None)
        for half in word.split("-")
    ]
    return "-".join(half for half in halves if half) if all(halves) else None


def _surname(word: str, gender: str | None) -> str | None:
    """A surname by its regular ending; «-ко», «-их» and a woman's that ends in a consonant stay."""
    for ending, accusative in _SURNAMES.get(gender or "", ()):
        if ending.search(word):
            return ending.sub(accusative, word)
    unbending = _UNBENDING.search(word) or (gender == "femn" and word[-1:] not in "аяй")
    return word if gender and unbending and _RUSSIAN.fullmatch(word) else None


def _half_of_name(word: str, gender: str | None) -> str | None:
    known = [parse for parse in _parses(word) if parse.is_known and {"nomn", "sing"} in parse.tag]
    fitting = [parse for parse in known if gender is None or parse.tag.gender in (gender, None)]
    for parse in fitting:
        if any(grammeme in parse.tag for grammeme in _PARTS_OF_A_NAME):
            return _inflected(parse, word)
    # A surname may be an adjective («Луговая»); beside a patronymic or a first name it is told by its gender.
    adjective = next((parse for parse in fitting if gender and parse.tag.POS == "ADJF"), None)
    return _inflected(adjective, word) if adjective else None


def _position(text: str) -> str | None:
    """A position: its head noun and the adjectives before it; what depends on them keeps its case.

    An abbreviation («МУП», «и.о.») stays, a word whose case is not to be told makes it None.
    """
    if _ABBREVIATION.match(text):
        return text
    words = text.split(" ")
    for index, word in enumerate(words):
        noun = _nominative(word, "NOUN")
        if noun is not None and not _describes(word, words[index + 1 : index + 2]):
            before = [_adjective(one) for one in words[:index]]
            if not all(before) or "anim" not in noun.tag:
                return None
            heads = [_inflected(p, w) for p, w in zip([*before, noun], words, strict=False)]
            return " ".join([*heads, *words[index + 1 :]])
        if noun is None and _nominative(word, "ADJF") is None:
            return None
    return None


def _describes(word: str, following: list[str]) -> bool:
    """Whether a word that may be a noun («старший», «учёный») is said of the noun after it."""
    return any(_nominative(one, "NOUN") for one in following) and _adjective(word) is not None


def _adjective(word: str) -> Any | None:
    fits = (p for p in _parses(word) if p.is_known and p.tag.POS == "ADJF" and {"nomn", "sing"} in p.tag)
    return next(fits, None)


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
    return analyser().parse(word) if _RUSSIAN.fullmatch(word) else ()
