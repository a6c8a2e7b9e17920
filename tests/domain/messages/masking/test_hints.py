"""A text is gone through for nothing that its words have no hint of; whatever an expression finds has one."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.names import KnownNames
from domain.messages.masking import addresses, contacts, gazetteer, health, hints, marks, numbers
from domain.messages.masking.beginnings import begun, hints_in
from domain.messages.masking.words import Reader

_READER = Reader(KnownNames())
_OPENING = '«"'
# Each begins with a word that has the hint.
BEGUN = {
    "illness": (health._ILLNESS, hints.ILLNESS),
    "introduced": (gazetteer.INTRODUCED, hints.INTRODUCES),
    "signed": (gazetteer.SIGNED, hints.SIGNS),
    "spelled link": (contacts._SPELLED_LINK, hints.SPELLED_LINK),
    "account's number": (contacts._NUMBERED, hints.ACCOUNT_NUMBER),
    "account": (contacts._ACCOUNT, hints.ACCOUNT),
    "flat": (addresses._FLAT, hints.FLAT),
    "flat after": (addresses._FLAT_AFTER, hints.DIGITS),
    "in a district": (addresses._IN_A_DISTRICT, hints.DIGITS),
    "number first": (addresses._NUMBER_FIRST, hints.DIGITS),
    "net": (marks._OF_A_NET, hints.DIGITS),
    "coordinates": (numbers._COORDINATES, hints.DIGITS),
    "by sign": (numbers._BY_SIGN, hints.DIGITS),
    "long": (numbers._LONG, hints.DIGITS),
    "date": (numbers._DATE, hints.DIGITS),
    "short date": (numbers._SHORT_DATE, hints.DIGITS),
    "year born": (numbers._YEAR_BORN, hints.DIGITS),
    "odd birth before": (numbers._ODD_BIRTH_BEFORE, hints.DIGITS),
    "year of somebody": (numbers._YEAR_OF_SOMEBODY, hints.DIGITS),
}
# Each has such a word somewhere.
HOLDS = {
    "numeral": (numbers._NUMERAL, hints.NUMERAL),
    "numeral among figures": (re.compile(r"(?<![^\W\d_])" + numbers._GLUED, re.IGNORECASE), hints.NUMERAL),
    "plate": (numbers._PLATE, hints.THREE_DIGITS),
    "plate near": (numbers._PLATE_NEAR, hints.THREE_DIGITS),
    "plate by itself": (numbers._PLATE_BY_ITSELF, hints.THREE_DIGITS),
    "plate said": (numbers._PLATE_SAID, hints.CAR),
    "vehicle": (marks._OF_A_VEHICLE, hints.CAR),
    "passport's parts": (numbers._PASSPORT_PARTS, hints.PAPER),
    "department": (numbers._DEPARTMENT, hints.PAPER),
    "birth paper": (numbers._BIRTH_PAPER, hints.PAPER),
    "issued": (numbers._ISSUED, hints.PAPER),
    "entrepreneur": (marks._ENTREPRENEUR, hints.PAPER),
    "like digits": (numbers._LIKE_DIGITS, hints.LIKE_DIGITS),
    "spelled birth": (numbers._SPELLED_BIRTH, hints.BIRTH),
    "spelled year": (numbers._SPELLED_YEAR, hints.BIRTH),
    "spelled year born": (numbers._SPELLED_YEAR_BORN, hints.BIRTH),
    "born in": (numbers._BORN_IN, hints.BIRTH),
    "odd birth": (numbers._ODD_BIRTH, hints.BORN),
    "flat is spoken of": (addresses._OF_A_FLAT, hints.OF_FLATS),
    "spelled house": (
        re.compile("Ленина[ ,]" + addresses._SPELLED_HOUSE.pattern, re.IGNORECASE),
        hints.NUMERAL,
    ),
    "latin name": (marks._LATIN_NAME, hints.LATIN),
    "card's code": (marks._CARD_CODE, hints.LATIN),
    "account anywhere": (contacts._SOCIAL, hints.SITE),
    "under an address": (contacts._UNDER, hints.SITE),
    "scheme": (contacts._SCHEME, hints.SITE),
}
# What stands for a hint besides words, or is nothing that matters.
_BESIDES = {"like digits": ("|", "00")}


def _texts(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """What the expression finds, with a neighbour or without."""
    alike = st.from_regex(pattern)
    beside = st.sampled_from(["", " ", "-", "_", "5", "«", "а", "A", "кв", ". "])
    return st.builds(lambda before, found, after: before + found + after, beside, alike, beside)


_quick = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
)


@pytest.mark.parametrize("kind", BEGUN)
@_quick
@given(st.data())
def test_begun_finds_what_the_whole_text_is_searched_for(kind: str, data: st.DataObject) -> None:
    pattern, hint = BEGUN[kind]
    text = data.draw(_texts(pattern))
    found = begun(pattern, text, _READER.words(text), hint, _OPENING if kind == "date" else "")
    assert [one.span() for one in found] == [one.span() for one in pattern.finditer(text)]


@pytest.mark.parametrize("kind", HOLDS)
@_quick
@given(st.data())
def test_whatever_is_found_has_the_hint(kind: str, data: st.DataObject) -> None:
    pattern, hint = HOLDS[kind]
    text = data.draw(_texts(pattern))
    if pattern.search(text) and not any(sign in text for sign in _BESIDES.get(kind, ())):
        assert hints_in(_READER.words(text)) & hint
