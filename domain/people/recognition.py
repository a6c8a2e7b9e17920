"""Whom typed words mean: a member by a name in any usual form, a unit with its legal form or without."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.office.profile import OfficeProfile
from domain.people.names import FullName, full_name
from domain.people.roster import Roster

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEGAL = re.compile(
    r"^(?:мбу|мку|мау|муп|мп|гбу|гку|гау|ано|ооо|оао|зао|пао|ао|мбоу|маоу|мбдоу|мадоу|мбук|маук"
    r"|муниципальн\w+ (?:бюджетн\w+|казенн\w+|автономн\w+) учреждение"
    r"|муниципальное унитарное предприятие) "
)


def member_meant(text: str, roster: Roster) -> int | None:
    """The seat of the one holder whom a name means: «Чудинов Роман Игоревич», «Ожегова Н.П.», «Старцев».

    A position may follow a comma or go before; one that nobody else has may stand alone. None when nobody
    or more than one holder is meant.
    """
    found = {holder.seat for holder in roster.holders if is_meant(text, holder.name)}
    return found.pop() if len(found) == 1 else None if found else _position_meant(_plain(text), roster)


def several_meant(text: str, roster: Roster) -> bool:
    """Whether commas or «и» part names of different holders."""
    parts = re.split(r"[,;]| и ", text)
    return len({member_meant(part, roster) for part in parts} - {None}) > 1


def is_meant(text: str, name: str) -> bool:
    """Whether typed words, with a position after a comma or without, mean the person of this name."""
    said = _plain(text.partition(",")[0])
    return bool(said) and _means(said, name)


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether typed words mean one of these people, however fully either is written."""
    return any(is_meant(text, name) or is_meant(name, text.partition(",")[0]) for name in names)


def unit_meant(text: str, profile: OfficeProfile) -> str | None:
    """The key of the unit whose title, alias or key this is: «МБУ Городское благоустройство»."""
    said = _body(text)
    for unit in profile.units:
        if said in {_body(unit.title), unit.key, *(_body(alias) for alias in unit.aliases)}:
            return unit.key
    return None


def _position_meant(said: str, roster: Roster) -> int | None:
    """The one seat whose position begins with these words, two at least."""
    seats = [one.number for one in roster.profile.seats if f"{_plain(one.position)} ".startswith(f"{said} ")]
    return seats[0] if len(seats) == 1 and " " in said and roster.holder(seats[0]) else None


def _means(said: str, name: str) -> bool:
    parts = full_name(name)
    if said == _plain(name) or parts is None:
        return said == _plain(name)
    words = _WORD.findall(said)
    # «начальник управления Мальцева О.С.»: a surname alone after a position may be anybody's.
    return _is(words, parts) or any(_is(words[-count:], parts, alone=False) for count in (2, 3))


def _is(words: list[str], name: FullName, *, alone: bool = True) -> bool:
    """A surname first or last with the rest whole or by initials; a first name with its patronymic.

    Not `alone`, after other words, it takes a surname with something beside it.
    """
    surname, first, patronymic = (_plain(part) for part in (name.surname, name.first, name.patronymic))
    if alone and words == [first, patronymic]:
        return True
    if not words or surname not in (words[0], words[-1]):
        return False
    rest = words[1:] if words[0] == surname else words[:-1]
    return len(rest) <= 2 and all(
        word == whole or (len(word) == 1 and whole.startswith(word))
        for word, whole in zip(rest, (first, patronymic), strict=False)
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def _body(text: str) -> str:
    bare = _plain(re.sub("[«»\"“”„']", " ", text))
    return _LEGAL.sub("", bare)
