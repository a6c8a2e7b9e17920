"""No text holds the office up: what is asked of it grows with its length and no faster.

Calls are counted, which no load of the machine changes; time is compared within one run, generously.
"""

from __future__ import annotations

import random
import sys
import time
from types import FrameType

import pytest

from bot.names import MASKING, KnownNames, masked
from domain.messages.masking import Mask
from domain.messages.masking.words import Sense
from domain.messages.place import address_of, settlement_of

_SHORTEST, _SHORT, _LONG, _LONGEST = 2_048, 8_192, 32_768, 131_072
_FASTER_THAN_SQUARE = 2.5  # four times as long may take ten times the time; a square would take sixteen
_LITTLE = 0.1  # seconds that say nothing

_random = random.Random(15)
_MIXED = "".join(_random.choice(" 0123456789абвгАБВГ-.,@()/№«»\n:abc_+") for _ in range(4_000))
_PIECES = [
    "ул",
    "д",
    "кв",
    "Иванов",
    "Пётр",
    "Мира",
    "5",
    "15-42",
    "8",
    "902",
    "тел",
    "паспорт",
    "из",
    "и",
    "на",
    "г",
]
_WORDS = " ".join(_random.choice(_PIECES) for _ in range(900))
SHAPES = {
    "blanks": " ", "digits": "7", "letters": "а", "capitals": "А", "latin": "a", "dashes": "-", "dots": ".",
    "lines": "\n", "hard blanks": "\u00a0", "tabs": "\t", "underscores": "_", "brackets": "(", "quotes": "«",
    "at": "@", "letter and at": "a@", "dots and letters": "a.", "schemes": "www.", "links": "vk.com/",
    "surnames": "Иванов ", "initials": "А.", "initials apart": "А. ", "with initials": "Иванов П. П. ",
    "patronymics": "Петрович ", "names": "Иванов Пётр ", "joined": "Иванов-", "fathers": "Рашид оглы ",
    "introduced": "меня зовут ", "neighbours": "сосед Пётр ", "named after": "имени ", "phones": "8 902 ",
    "digits apart": "1 ", "digits and dashes": "1-", "digits and blanks": "1  ", "ohs": "1O", "plus": "+7 (",
    "colons": "1:", "numerals": "сто ", "numerals and figures": "тел два 47 ",
    "dates": "12.03.1956 ", "years": "1956 г.",
    "papers": "паспорт серия ",
    "phone said": "тел ", "streets": "ул. ", "houses": "ул. Мира 5 ", "bare houses": "Ленина 5 ",
    "house": "дом 5 ",
    "flats": "кв ", "flats after": "5 квартиры ", "dogs": "собака ", "accounts": "вк: ", "points": "точка ",
    "nets": "10.10.", "vin": "A1", "plates": "мотоцикл ", "degrees": "1°1'", "latin names": "Ivan Petrov ",
    "spelled houses": "Ленина пять ", "spelled flats": "квартира два ",
    "issued": "паспорт выдан ", "illnesses": "у мамы рак лёгких ", "signed": "С. Лебедева ",
    "plates near": "номер а ", "foreign digits": "９ ", "latin fathers": "Ivan Petrovich ",
    "bare initials": "Котовой т а ", "elders": "Ойбек ака ", "born in words": "родился пятого мая сорок ",
    "under addresses": "a.b.ru/", "mail apart": "a b c @ ", "districts": "3-й мкр 12-45 ",
    "mixed": _MIXED, "words": _WORDS,
}  # fmt: skip


_BEGUN = (
    "кв", "дом", "ул.", "Мира", "тел", "меня зовут", "a@", "паспорт серия", "свидетельство о рождении",
    "8 (", "вк:",
    "https://", "госномер", "Иванов И.", "родился", "лицевой счёт",
)  # fmt: skip


def _of(shape: str, length: int) -> str:
    piece = SHAPES[shape]
    return (piece * (length // len(piece) + 1))[:length]


def _calls(text: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        masked(text)
    finally:
        sys.setprofile(None)
    return count


def _seconds(text: str) -> float:
    started = time.process_time()
    masked(text)
    return time.process_time() - started


def _expect_linear(short: str, longer: str) -> None:
    """Four times as long; what a moment's load has slowed is tried again."""
    for _ in range(3):
        before = _seconds(short)
        if _seconds(longer) <= _FASTER_THAN_SQUARE * 4 * before + _LITTLE:
            return
    pytest.fail(f"faster than its length grows the time for {longer[:20]!r}")


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_length(shape: str) -> None:
    # What is loaded once and remembered is no part of it: the word that the end of each cuts, too.
    for length in (_SHORTEST, _SHORT):
        masked(_of(shape, length))
    assert _calls(_of(shape, _SHORT)) <= 5 * _calls(_of(shape, _SHORTEST)) + 1_000
    _expect_linear(_of(shape, _LONG), _of(shape, _LONGEST))


@pytest.mark.long
@pytest.mark.parametrize("begun", _BEGUN)
def test_what_is_begun_and_goes_on_for_ever_is_read_in_its_length(begun: str) -> None:
    for filler in (" ", "7", "а", "-", "1 ", ".", "\u00a0\n"):
        short, longer = (f"{begun}{(filler * length)[:length]}!" for length in (_SHORT, _LONG))
        _expect_linear(short, longer)


@pytest.mark.parametrize("shape", SHAPES)
def test_places_are_read_in_their_length(shape: str) -> None:
    def seconds(length: int) -> float:
        place, started = _of(shape, length), time.process_time()
        settlement_of(place, "Чайковский")
        address_of(place)
        return time.process_time() - started

    assert seconds(_LONG) <= _FASTER_THAN_SQUARE * 4 * seconds(_SHORT) + _LITTLE


def test_the_dictionary_is_asked_once_a_word_and_never_about_endless_ones() -> None:
    asked: list[str] = []

    class Asked(KnownNames):
        def sense(self, word: str) -> Sense:
            asked.append(word)
            return super().sense(word)

    mask = Mask(Asked())
    mask.masked("Иванов " * 1_000 + "и Иванов")
    assert asked == ["иванов"]
    asked.clear()
    mask.masked("я" * _LONG)
    assert asked == []


def test_a_cell_of_blanks_and_one_of_digits_are_nothing() -> None:
    for text in (" " * 32_000, "7" * 32_000, "\u00a0" * 32_000):
        assert MASKING.masked(text) == text
