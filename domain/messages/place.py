"""What a registry's words on a place say: the settlement, and the house that repeats are told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.messages.words import normalise

# Kinds of settlements as registries write them, each with its usual short form.
_KINDS = {
    "г": "г.", "город": "г.", "с": "с.", "село": "с.", "п": "п.", "пос": "п.", "посёлок": "п.",
    "поселок": "п.", "пгт": "пгт", "рп": "рп", "д": "д.", "дер": "д.", "деревня": "д.", "ст": "ст.",
    "станция": "ст.", "х": "х.", "хутор": "х.", "снт": "снт",
}  # fmt: skip
_SETTLEMENT = re.compile(
    r"(?P<kind>" + "|".join(sorted(_KINDS, key=len, reverse=True)) + r")(?:\.\s*|\s+)(?P<name>[^\W\d].*)",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(?:область|обл|край|республика|респ|район|р-н|округ|г\.\s?о|м\.\s?о|россия|рф)\b", re.IGNORECASE
)
_STREET = re.compile(
    r"\b(?:ул|улица|пр|просп|проспект|пр-кт|пер|переулок|б-р|бул|бульвар|наб|набережная|ш|шоссе|проезд|пр-д|"
    r"пл|площадь|мкр|микрорайон|тракт|туп|тупик|аллея|квартал|дом|кв|квартира|стр|корп|у|двор)\b",
    re.IGNORECASE,
)
_FLAT = re.compile(r"\b(?:кв(?:артира)?|комн(?:ата)?|оф(?:ис)?)\b\.?\s{0,3}№?\s{0,3}\d+\w*", re.IGNORECASE)
_LONGEST = 120
_LONGEST_PLACE = 400


def settlement_of(place: str, city: str) -> str:
    """The settlement that a place names, «с. Фоки»; the office's city where it names a street alone.

    Empty when there is no place. The city's own name, with «г.» or without, is the city.
    """
    parts = [" ".join(part.split()) for part in place.split(",")]
    parts = [part for part in parts if part and not _WIDER.search(part)]
    if not parts:
        return ""
    for part in parts:
        found = _SETTLEMENT.fullmatch(part)
        if found:
            named = f"{_KINDS[found['kind'].lower()]} {found['name']}"
            return city if normalise(found["name"]) == normalise(city) else named[:_LONGEST]
    first = parts[0]
    bare = len(parts) > 1 and not _STREET.search(first) and not any(sign.isdigit() for sign in first)
    if not bare or normalise(first) == normalise(city):
        return city
    return first[:_LONGEST]


def address_of(place: str) -> str:
    """The house that a place names, for comparing: no case, no punctuation, no flat; empty where none is."""
    address = normalise(_FLAT.sub("", place))
    return address[:_LONGEST] if any(sign.isdigit() for sign in address) else ""


@dataclass(frozen=True, slots=True)
class Street:
    """A street as a place names it, «ул. Мира», and the number of the house, as far as it names them."""

    name: str = ""
    house: int | None = None


# Kinds of streets as registries write them, each with its usual short form.
_STREET_KINDS = {
    "ул": "ул.", "улица": "ул.", "пр": "пр.", "просп": "пр.", "проспект": "пр.", "пр-кт": "пр.",
    "пер": "пер.", "переулок": "пер.", "б-р": "б-р", "бул": "б-р", "бульвар": "б-р", "наб": "наб.",
    "набережная": "наб.", "ш": "ш.", "шоссе": "ш.", "проезд": "проезд", "пр-д": "проезд", "пл": "пл.",
    "площадь": "пл.", "мкр": "мкр.", "микрорайон": "мкр.", "тракт": "тракт", "аллея": "аллея",
    "квартал": "квартал",
}  # fmt: skip
_KIND = "|".join(sorted(_STREET_KINDS, key=len, reverse=True))
_OF_A_KIND = re.compile(
    rf"(?:(?P<before>{_KIND})\.?\s+|(?P<dotted>{_KIND})\.)(?P<name>\S.*)|(?P<first>\S.*?)\s+(?P<after>{_KIND})\.?",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?:^|[\s,])(?:д(?:ом)?\.?\s{0,3})?№?\s{0,3}(\d{1,4})(?:[а-яa-z]|[/-]\d{1,4}[а-яa-z]?)?$", re.IGNORECASE
)
_HOUSE_ALONE = re.compile(r"(?:д(?:ом)?\.?\s{0,3})?№?\s{0,3}(\d{1,4})\b.{0,20}", re.IGNORECASE)


def street_of(place: str) -> Street:
    """The street that a place names and the house on it: by its kind, else by the house's number after it."""
    parts = [" ".join(part.split()) for part in _FLAT.sub("", place[:_LONGEST_PLACE]).split(",")]
    parts = [part for part in parts if part and not _WIDER.search(part)]
    for at, part in enumerate(parts):
        name, house = _without_house(part)
        found = _OF_A_KIND.fullmatch(name)
        if found:
            kind = found["before"] or found["dotted"] or found["after"]
            named = f"{_STREET_KINDS[kind.lower()]} {found['name'] or found['first']}"
            return Street(named[:_LONGEST], house if house is not None else _house_alone(parts, at + 1))
    for at, part in enumerate(parts):
        name, house = _without_house(part)
        house = _house_alone(parts, at + 1) if house is None else house
        if house is not None and name and not _SETTLEMENT.fullmatch(name) and not name[0].isdigit():
            return Street(name[:_LONGEST], house)
    return Street()


def street_key(name: str) -> str:
    """A street's name for comparing: «ул. Мира», «улица Мира» and «Мира» are one."""
    return " ".join(word for word in normalise(name).split() if word != "ул")


def _without_house(part: str) -> tuple[str, int | None]:
    found = _HOUSE.search(part)
    if found is None or not part[: found.start()].strip():
        return part, None
    return part[: found.start()].rstrip(" ,"), int(found[1])


def _house_alone(parts: Sequence[str], at: int) -> int | None:
    """The house where it stands in a part of its own: «д. 5», «5а»."""
    found = _HOUSE_ALONE.fullmatch(parts[at]) if at < len(parts) else None
    return int(found[1]) if found else None
