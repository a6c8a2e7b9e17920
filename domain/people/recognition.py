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

    A position may follow a comma. None when nobody or more than one holder is meant.
    """
    found = {holder.seat for holder in roster.holders if is_meant(text, holder.name)}
    return found.pop() if len(found) == 1 else None


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


def _means(said: str, name: str) -> bool:
    parts = full_name(name)
    if said == _plain(name) or parts is None:
        return said == _plain(name)
    return _is(_WORD.findall(said), parts)


def _is(words: list[str], name: FullName) -> bool:
    """A surname first or last with the rest whole or by initials; or a first name with its patronymic."""
    surname, first, patronymic = (_plain(part) for part in (name.surname, name.first, name.patronymic))
    if words == [first, patronymic]:
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
