"""What a registry's words on a place say: the settlement, and the house that repeats are told by."""

from __future__ import annotations

import re

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
