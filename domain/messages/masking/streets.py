"""Where a text speaks of streets, settlements and what is called after people: names there "
"are no citizen's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.messages.masking.gazetteer import (
    EASTERN,
    FAMOUS,
    HONOURS,
    NAMED_AFTER,
    is_person,
    is_settlement,
    is_street,
)
from domain.messages.masking.hints import PLACE
from domain.messages.masking.words import Word

_LONGEST_NAME = 6  # words of a street's or a school's name
_BETWEEN = ' .\u00a0\t«"“№-'
_ABBREVIATED = 3  # letters: «д», «пр», «ст» mean a street or a settlement only before a dot or a name


@dataclass(slots=True)
class Streets:
    """`kept` are words that belong to such names; `ends` the last word of each street's or "
    "settlement's name."""

    kept: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)


def streets_in(text: str, words: Sequence[Word]) -> Streets:
    """What of the words is such a name."""
    found = Streets()
    for at, word in enumerate(words):
        if not word.hints & PLACE or _signs(text, words, at) or _on_behalf(words, at):
            continue
        street = is_street(word.lower)
        place = street or is_settlement(word.lower)
        if place:
            _named(text, words, at, found, house=True)
            if street and len(word.lower) > 2:
                _named_before(text, words, at, found)
        elif word.lower in NAMED_AFTER:
            _named(text, words, at, found, house=False)
        elif at not in found.kept and _is_own(text, words, at) and not _with_initial(text, words, at):
            found.ends.add(at)
            found.kept.add(at)
    return found


def _signs(text: str, words: Sequence[Word], at: int) -> bool:
    """«С. Ю. Лебедева», «… за внимание. С. Лебедева»: an initial before another, or before the last word."""
    if _initial(text, words, at) and (_initial(text, words, at + 1) or _initial(text, words, at - 1)):
        return True
    if at + 2 != len(words) or not at or words[at].text not in ("С", "Д", "П", "Г", "Х"):
        return False
    last, said = words[-1], words[-1].sense
    gap = text[words[at].end : last.start]
    ends = text[words[at - 1].end : words[at].start].strip(" ").endswith((".", "!", "?", "\n", ","))
    return ends and gap.strip() == "." and last.capital and bool(said.surname) and not said.place


def _with_initial(text: str, words: Sequence[Word], at: int) -> bool:
    """«Е. П. | Завьялова»: a person called as a street is."""
    after = at + 2 if _initial(text, words, at + 2) else at + 1
    return _initial(text, words, at - 1) or _initial(text, words, after)


def _on_behalf(words: Sequence[Word], at: int) -> bool:
    """«от имени | Ахметовой Розы»."""
    return words[at].lower == "имени" and at > 0 and words[at - 1].lower == "от"


def _initial(text: str, words: Sequence[Word], at: int) -> bool:
    if not 0 <= at < len(words):
        return False
    word = words[at]
    return len(word.text) == 1 and word.capital and text[word.end : word.end + 1] == "."


def _is_own(text: str, words: Sequence[Word], at: int) -> bool:
    """A street named without its kind: with a capital letter, or before a number."""
    after = words[at + 1] if at + 1 < len(words) else None
    numbered = after is not None and after.number and after.start - words[at].end <= 4
    numbered = numbered or (after is not None and after.lower in ("дом", "д"))
    return numbered or (words[at].capital and at > 0)


def _named(text: str, words: Sequence[Word], at: int, found: Streets, *, house: bool) -> None:
    """The name that follows a kind of street or an institution."""
    last = at
    for place in range(at + 1, min(at + 1 + _LONGEST_NAME, len(words))):
        word, gap = words[place], text[words[place - 1].end : words[place].start]
        if len(gap) > 3 or gap.strip(_BETWEEN) or (last > at and not _goes_on(words, place, gap)):
            break
        if not house and last == at and _somebody(words, at):
            break
        if word.number:
            if place + 1 >= len(words) or not _counts(words[place + 1]):
                break
        elif (
            (not house and not word.capital and word.lower not in HONOURS and word.lower not in NAMED_AFTER)
            or (
                house
                and len(words[at].lower) == 1
                and "." not in gap
                and last == at
                and (word.sense.part_of_name or not word.capital)
            )
            or (
                house
                and len(words[at].lower) < _ABBREVIATED
                and not word.capital
                and not word.sense.street
                and "." not in gap
            )
            or (len(word.lower) == 1 and not word.capital)
        ):
            break
        found.kept.add(place)
        last = place
    if last > at and house:
        found.ends.add(last)


def _somebody(words: Sequence[Word], at: int) -> bool:
    """«директор школы | Семён Аркадьевич»: what is called after somebody has the name in the genitive."""
    after = words[at + 1 : at + 4]
    whole = any(word.sense.patronymic for word in after)
    initials = len(after) > 1 and len(after[1].text) == 1 and after[1].capital
    spoken_of = at > 0 and is_person(words[at - 1].lower)
    named = (
        spoken_of
        and len(after) > 1
        and after[1].capital
        and ("nomn" in after[0].sense.first or after[0].lower in EASTERN)
    )
    if not (whole or initials):
        return named
    parts = after if whole else after[:1]
    of_whom = any(
        "nomn" in cases and "gent" not in cases
        for word in parts
        for cases in (word.sense.first, word.sense.surname if initials else frozenset())
    )
    return of_whom or spoken_of


def _counts(word: Word) -> bool:
    """«8 Марта», «50 лет Октября»."""
    return word.lower in ("марта", "мая", "октября", "лет", "летия", "летие", "я", "й", "го")


def _goes_on(words: Sequence[Word], place: int, gap: str) -> bool:
    """Whether the name does not end with the word before."""
    before, word = words[place - 1], words[place]
    if len(before.lower) == 1 or before.number or before.lower in HONOURS or before.lower in NAMED_AFTER:
        return True
    if "." in gap:
        return False
    first = bool(before.sense.first) or before.sense.patronymic
    described = before.capital and before.lower.endswith(("ый", "ий", "ой", "ая", "ое", "ые"))
    if described and word.capital and not word.sense.part_of_name:  # «мкр. Зелёный | Берег»
        return True
    return (word.capital and (first and not _whole(words, place))) or word.lower in ("лет", "союза")


def _whole(words: Sequence[Word], place: int) -> bool:
    """Whether the name before has its surname already: «Ивана Петровича Кулибина | Иванов»."""
    before = words[place - 1].sense
    return bool(before.surname) and not before.first and not before.patronymic


def _named_before(text: str, words: Sequence[Word], at: int, found: Streets) -> None:
    """«Вокзальная улица», «Сиреневый бульвар»."""
    if at and text[words[at - 1].end : words[at].start].strip(" ") == "":
        before = words[at - 1]
        numbered = (
            at + 1 < len(words) and words[at + 1].number and before.lower.endswith(("ой", "ый", "ий", "ая"))
        )
        if (
            (before.capital or numbered)
            and (before.sense.street or before.sense.part_of_name)
            and len(before.lower) > 3
        ):
            found.kept.add(at - 1)
            found.ends.add(at)


def is_famous(word: Word, beside: Word | None = None) -> bool:
    """Whether a surname is one that papers are full of; `beside`, its own first name."""
    owner = FAMOUS.get(word.sense.lemma) or FAMOUS.get(word.lower) or FAMOUS.get(word.lower.removesuffix("а"))
    return owner is not None and (
        beside is None or beside.sense.lemma == owner or beside.lower.startswith(owner[:4])
    )
