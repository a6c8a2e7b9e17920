"""Marks that lead to a person: of cars, computers and places, and names in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.messages.masking.beginnings import begun
from domain.messages.masking.hints import CAR, DIGITS, LATIN, PAPER
from domain.messages.masking.words import NameDictionary, Span, Word

_LETTERS = "АВЕКМНОРСТУХABEKMHOPCTYX"
_VIN = re.compile(r"(?<![^\W_])(?=[A-Z]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}(?![^\W_])")
# ГОСТ Р 50577-2018, types 3 to 8: motorcycles, tractors, trailers; told apart from other numbers by a word.
_OTHER_PLATE = re.compile(
    rf"(?<![^\W_])(?:\d{{4}}\s?[{_LETTERS}]{{2}}|[{_LETTERS}]{{2}}\s?\d{{3,4}})\s?\d{{2,3}}(?!\w)"
    rf"|(?<![^\W_])(?:\d{{4}}[{_LETTERS.lower()}]{{2}}|[{_LETTERS.lower()}]{{2}}\d{{3,4}})\d{{2,3}}(?!\w)"
)
_OF_A_VEHICLE = re.compile(
    r"(?:такси|автобус\w{0,3}|маршрутк\w{1,2}|газел\w{1,2}|машин\w{1,2}|автомобил\w{1,2}|мото\w{0,8}|мопед|скутер|прицеп|трактор|квадроцикл|снегоход|номер|знак)[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_BEFORE = 35  # characters in which such a word stands
_OF_A_NET = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_ENTREPRENEUR = re.compile(r"огрнип\D{0,12}(?P<number>\d{15})(?!\d)", re.IGNORECASE)
_CARD_CODE = re.compile(r"\bcv[vc]2?\D{0,5}(?P<number>\d{3})(?!\d)", re.IGNORECASE)
_DEGREES = re.compile(
    r"\d{1,3}°\s?\d{1,2}[′'’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?[″\"”'’]{1,2}\s?)?[NSEWСЮВЗ]?", re.IGNORECASE
)
_LATIN_NAME = re.compile(
    r"(?<!\w)[A-Z][a-z]{2,20}\s[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{3,20}(?:vich|vna|ichna))?(?!\w)"
)
_BY_TWO = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "iu": "ю", "ya": "я",
    "ia": "я", "yo": "ё", "iy": "ий", "ey": "ей",
}  # fmt: skip
_BY_ONE = str.maketrans("abvgdezijklmnoprstufhcyw", "абвгдезийклмнопрстуфхцыв")
_LIKELY = 0.5


def marks(text: str, words: Sequence[Word], names: NameDictionary, hints: int) -> Iterator[Span]:
    """Where they stand in the text."""
    for found in _LATIN_NAME.finditer(text) if hints & LATIN else ():
        one, other = (names.sense(_in_cyrillic(word)) for word in found[0].lower().split()[:2])
        if one.agrees(other) and min(one.sure, other.sure) >= _LIKELY:
            yield found.span()
    if not hints & DIGITS:
        return
    for found in _VIN.finditer(text) if hints & LATIN else ():
        yield found.span()
    for found in _OTHER_PLATE.finditer(text) if hints & CAR else ():
        if _OF_A_VEHICLE.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield found.span()
    for found in begun(_OF_A_NET, text, words, DIGITS):
        if sorted(map(len, found[0].split(".")))[1] > 1:  # «п. 4.3.1.2» is a place in a paper
            yield found.span()
    for found in _ENTREPRENEUR.finditer(text) if hints & PAPER else ():
        yield found.span("number")
    for found in _CARD_CODE.finditer(text) if hints & LATIN else ():
        yield found.span("number")
    for found in _DEGREES.finditer(text) if "°" in text else ():
        yield found.span()


def _in_cyrillic(word: str) -> str:
    for latin, letter in _BY_TWO.items():
        word = word.replace(latin, letter)
    return word.translate(_BY_ONE)
