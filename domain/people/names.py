"""A person's name as people give it: «Имя Отчество Фамилия» or «Фамилия Имя Отчество»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_CHILD = "(?:оглы|оглу|кызы|гызы|улы|уулу)"
# «Аслан оглы», «Аслан-оглы»: a patronymic of two words.
_CHILD_APART = re.compile(rf" (?={_CHILD}(?: |$))", re.IGNORECASE)
_PATRONYMIC = re.compile(rf"[а-яё]+(?:вич|ьич|мич|кич|тич|вна|чна|-{_CHILD})", re.IGNORECASE)
_OF_A_WOMAN = re.compile("(?:на|кызы|гызы)$", re.IGNORECASE)
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class FullName:
    """A name of three parts, told apart by the patronymic, whichever order they were given in."""

    first: str
    patronymic: str
    surname: str

    @property
    def short(self) -> str:
        """«Г. И. Ветров», which does not part at a line's end."""
        return f"{self.initials}{_NO_BREAK}{self.surname}"

    @property
    def listed(self) -> str:
        """«Ветров Г. И.», as people stand in lists; it does not part either."""
        return f"{self.surname}{_NO_BREAK}{self.initials}"

    @property
    def initials(self) -> str:
        """«Г. И.»."""
        return f"{self.first[0]}.{_NO_BREAK}{self.patronymic[0]}."


def full_name(text: str) -> FullName | None:
    """The parts of a name; None for anything but three capitalised words, one of them a patronymic.

    The patronymic is the second («Марина Олеговна Ветлугина») or the third word («Ветлугина Марина
    Олеговна»); a surname that looks like one («Глеб Ильич Войнович») yields to the second word. «Аслан оглы»
    is one, written «Аслан-оглы».
    """
    words = _CHILD_APART.sub("-", text).split()
    if len(words) != 3 or not all(word[:1].isupper() and word.isprintable() for word in words):
        return None
    one, two, three = words
    if _PATRONYMIC.fullmatch(two):
        return FullName(one, two, three)
    if _PATRONYMIC.fullmatch(three):
        return FullName(two, three, one)
    return None


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one person, in whichever order each was given."""
    parts = full_name(one)
    return one == other or (parts is not None and parts == full_name(other))


def is_woman(text: str) -> bool:
    """Whether the patronymic of a name is a woman's."""
    found = full_name(text)
    return found is not None and _OF_A_WOMAN.search(found.patronymic) is not None


def surnames(names: Iterable[str]) -> list[str]:
    """How people are called in a list, by surname alone; with initials where two of them share one.

    Names whose parts cannot be told apart stand as they are.
    """
    given = list(names)
    found = [full_name(name) for name in given]
    shared = Counter(name.surname for name in found if name)
    return [
        text if name is None else name.surname if shared[name.surname] == 1 else name.listed
        for text, name in zip(given, found, strict=True)
    ]


def short_name(text: str) -> str:
    """The name with initials before the surname; one whose parts cannot be told apart as it is."""
    found = full_name(text)
    return found.short if found else text


def courteous_name(text: str) -> str:
    """«Роман Игоревич»; a name whose parts cannot be told apart as it is."""
    found = full_name(text)
    return f"{found.first} {found.patronymic}" if found else text


def listed_name(text: str) -> str:
    """The name with the surname first; one whose parts cannot be told apart as it is."""
    found = full_name(text)
    return found.listed if found else text
