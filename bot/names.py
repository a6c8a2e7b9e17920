"""What the dictionary of pymorphy3 knows of names: its readings «Name», «Surn» and «Patr»."""

from __future__ import annotations

import asyncio
import re
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from bot.word_forms import analyser
from domain.messages import masking
from domain.messages.masking import Mask
from domain.messages.masking.words import ORDINARY, Sense

_KEPT = 10_000  # senses of words that were asked for last; the mask remembers its words besides
_REPEATED = 2_000  # topics and settlements that were masked last
_SHORT = 200  # characters of what a file may repeat
_PARTS = ("Name", "Surn", "Patr")
_RUSSIAN = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_PLACE = 0.3
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})
_FROM_A_FIRST_NAME = re.compile(r"(?:ов|ев|ёв)$")
# What ends so is a surname or a patronymic though the dictionary lacks it, as it does most of Turkic origin.
_LIKE_SURNAME = re.compile(
    r"[а-яё]{3,}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|ою|ы|ых|ыми)?|енко|швили|дзе|заде|зода|янц?(?:а|у|ом|е)?)"
)
_SPOKEN_PATRONYMIC = re.compile(r"[а-яё]{2,}(?:[аиы]л|ан|ен|он)ыч(?:а|у|ем|е)?")
_PARTICLES = frozenset(
    ["тер", "мелик", "аль", "эль", "ибн", "бен", "бин", "абу", "фон", "дер", "младший", "старший"]
)
_LIKELY = 0.6  # how sure one is of such a surname


@lru_cache(_KEPT)
def sense(word: str) -> Sense:
    """The word's sense; equal words share it, and what is no name at all is one and the same."""
    if not _RUSSIAN.fullmatch(word):
        return ORDINARY
    if "-" in word:
        return _of_halves(word.split("-"))
    readings = analyser().parse(word)
    first, surname, sure, place, lemma = set[str](), set[str](), 0.0, 0.0, ""
    patronymic = street = verb = False
    for reading in readings:
        tag = reading.tag
        part = next((one for one in _PARTS if one in tag), None)
        if "Geox" in tag:
            place += reading.score
        verb = verb or tag.POS in _VERBS
        street = street or (tag.POS in ("NOUN", "ADJF") and ("gent" in tag or tag.POS == "ADJF"))
        if part is None:
            continue
        sure += reading.score
        lemma = lemma or reading.normal_form
        if part == "Patr":
            patronymic = True
        elif part == "Name" and "plur" not in tag:
            first.add(str(tag.case))
        elif part == "Name" and _FROM_A_FIRST_NAME.search(word):
            surname.add("nomn")
        elif part == "Surn":
            surname.add("plur" if "plur" in tag else str(tag.case))
    known = readings[0].is_known
    if not known and _LIKE_SURNAME.fullmatch(word):
        surname, sure, place = surname or {"nomn"}, max(sure, _LIKELY), 0.0
    patronymic = patronymic or (not known and _SPOKEN_PATRONYMIC.fullmatch(word) is not None)
    if not first and not surname and not patronymic:
        return _plain(place=place >= _PLACE, street=street, verb=verb, known=known)
    return Sense(
        frozenset(first), frozenset(surname), patronymic, lemma.replace("ё", "е"), sure,
        known, place >= _PLACE, street, verb,
    )  # fmt: skip


@lru_cache(16)
def _plain(*, place: bool, street: bool, verb: bool, known: bool) -> Sense:
    return Sense(place=place, street=street, verb=verb, known=known)


def _of_halves(halves: list[str]) -> Sense:
    """A double name: one half of it at least is a name, the others a name or no known word."""
    if len(halves) > 3 or any(len(half) < 2 for half in halves):
        return ORDINARY
    senses = [sense(half) for half in halves if half not in _PARTICLES] or [ORDINARY]
    named = [one for one in senses if one.part_of_name]
    if not named or any(one.known and not one.part_of_name for one in senses):
        return ORDINARY
    return named[0]


class KnownNames:
    """The dictionary as the mask asks it; half a second to load when first asked, off the event loop."""

    def sense(self, word: str) -> Sense:
        """What a word may be as a part of a name."""
        return sense(word)


MASKING = Mask(KnownNames())


@cache
def mask_mark() -> str:
    """A mark of all that a mask hangs on: its rules as they are written, and the dictionary."""
    rules = sorted(one.read_bytes() for one in files(masking).iterdir() if one.name.endswith(".py"))
    dictionary = version("pymorphy3-dicts-ru").encode()
    return sha256(b"\n".join([*rules, Path(__file__).read_bytes(), dictionary])).hexdigest()


async def masked_aside(text: str) -> str:
    """The same for those on the event loop."""
    return await asyncio.to_thread(masked, text)


def masked_place(place: str) -> str:
    """A place that a house is told by: the house stays, flats and names do not."""
    return MASKING.masked(place, houses=False)


def masked(text: str) -> str:
    """The text without personal data."""
    return MASKING.masked(text)


def masked_value(value: str) -> str:
    """The same for a topic, a settlement or an executor: a file has few and repeats them."""
    return _masked_once(value) if len(value) <= _SHORT else masked(value)


_masked_once = lru_cache(_REPEATED)(masked)
