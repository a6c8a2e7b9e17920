"""Cases of names and positions where a sentence needs them, by the dictionary of pymorphy3.

A surname that the dictionary does not know is told by its ending (`surnames`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.documents.surnames import FIRST_HALVES, accusative, gender_of
from bot.word_forms import analyser
from domain.people.names import full_name, is_woman, listed_name

_PARTS_OF_A_NAME = ("Surn", "Name", "Patr")
_NAMES = (*_PARTS_OF_A_NAME, "Geox", "Orgn", "Trad")
_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_INITIAL = re.compile(r"[А-ЯЁ]\.(?:[А-ЯЁ]\.)?")
# A head that has no cases: what an abbreviation or one half of a word stands for.
_ABBREVIATION = re.compile(
    r"[иИ]\. ?[оО]\.|[вВ]р[иИ][оО](?!\w)|[А-ЯЁ]{2,}(?!\w)|(?:[зЗ]ам|[зЗ]ав|[нН]ач|[пП]ом|[рР]ук)\.(?!\w)"
    r"|[зЗ]ам(?:главы|начальника|директора|министра|председателя|руководителя|губернатора)(?!\w)"
)
_SHORTENED = re.compile(r"(?:гл|ст|вед|мл)\.", re.IGNORECASE)  # «гл. специалист»
# Participles and adjectives that stand for a person: «заведующий сектором», «уполномоченный по правам».
_PERSONS = re.compile(
    r"[а-яё]+[аяую]щ(?:ий|ая)|старшая|(?:уполномоченн|ответственн|дежурн)(?:ый|ая)", re.IGNORECASE
)
# Professions that the dictionary does not know.
_PROFESSION = re.compile(r"[а-яё]{2,}(?:тор|вед|лог|ист|граф|мейстер)", re.IGNORECASE)
# Where a second position may begin: «начальник отдела — главный архитектор», «инженер-эколог».
_JOINT = re.compile(r" [—–-] |(?<=\w)-(?=\w)| и ")
_ADJECTIVE = re.compile(r"(?:[иыо]й|[ая]я)$")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_OF_A_PLACE = re.compile(r"[А-ЯЁ][а-яё]+(?<!че)(?<!Дет)(?<!Сель)(?<!Зем)(?<!Город)[сц]к(?:ий|ая|ое)\b")


@lru_cache(maxsize=500)
def whom(person: str) -> str | None:
    """«Речной Пётр Ефимович, начальник управления» as after «слушали»: «Речного П. Е., начальника …».

    A name is put into the accusative whole and said surname first with initials, a position is declined by
    its head noun; None when a part of it cannot be.
    """
    first, *others = person.split(", ")
    name = _name(first)
    if name is None and not _looks_like_name(first):
        name = _position(first)
    declined = [name, *(_position(small(other)) for other in others)]
    return ", ".join(part for part in declined if part is not None) if None not in declined else None


def who(person: str) -> str:
    """The same in the nominative."""
    first, *others = person.split(", ")
    return ", ".join([listed_name(first), *map(small, others)])


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def small(title: str) -> str:
    """A position or a body within a sentence begins with a small letter; a name or an abbreviation does not.

    An adjective in «-ский» is a name as far as can be told: of a person or of a place.
    """
    words = title.split(", ", 1)[0].split(" ")
    likeliest = next(iter(_parses(words[0])), None)
    named = likeliest is not None and any(mark in likeliest.tag for mark in _NAMES)
    if named or _is_persons_name(words) or _OF_A_PLACE.match(title):
        return title
    plain = words[0][1:].islower() or words[0] == "И."  # «И. о.»
    return title[:1].lower() + title[1:] if plain else title


def _is_persons_name(words: list[str]) -> bool:
    """Whether these are a name («Ткач Анна»), and no position beside a name of something («Депутат Думы»)."""
    if not _looks_like_name(" ".join(words)) or any(map(_ABBREVIATION.fullmatch, words)):
        return False
    position = any(map(_is_person, _parses(words[0])))
    return not position or any(_INITIAL.fullmatch(word) or _gender([word]) for word in words[1:])


def _name(text: str) -> str | None:
    """A person's name in the accusative; None when this is no name, or not all of it can be declined."""
    full = full_name(text)
    if full is not None:
        surname = _part_of_name(full.surname, "femn" if is_woman(text) else "masc", surname=True)
        return f"{surname}{_NO_BREAK}{full.initials}" if surname else None
    words = text.split()
    if not 1 <= len(words) <= 3 or not all(word[:1].isupper() for word in words):
        return None
    surname = _surname_of(words)
    gender = _gender(words) or (gender_of(surname) if surname else None)
    inflected = [
        word if _INITIAL.fullmatch(word) else _part_of_name(word, gender, surname=word == surname)
        for word in words
    ]
    return " ".join(word for word in inflected if word) if all(inflected) else None


def _surname_of(words: list[str]) -> str | None:
    """The surname beside a first name or initials."""
    if len(words) < 2:
        return None
    others = [
        word
        for word in words
        if not _INITIAL.fullmatch(word) and not any(p.is_known and "Name" in p.tag for p in _parses(word))
    ]
    return others[0] if len(others) == 1 else None


def _gender(words: list[str]) -> str | None:
    """By the patronymic, else by the first name, where the dictionary is sure of one."""
    for grammeme in ("Patr", "Name"):
        found = {
            p.tag.gender for word in words for p in _parses(word) if grammeme in p.tag and "nomn" in p.tag
        }
        if len(found) == 1 and None not in found:  # «Женя» is of either
            return str(found.pop())
    return None


def _part_of_name(word: str, gender: str | None, *, surname: bool) -> str | None:
    """One word of a name; both halves of a double surname."""
    *firsts, last = word.split("-")
    halves = [half if half.casefold() in FIRST_HALVES else _half(half, gender, surname) for half in firsts]
    halves.append(_half(last, gender, surname))
    return "-".join(half for half in halves if half) if all(halves) else None


def _half(word: str, gender: str | None, surname: bool) -> str | None:
    found = _half_of_name(word, gender)
    return found or ((accusative(word, gender) or _creature(word, gender)) if surname else None)


def _creature(word: str, gender: str | None) -> str | None:
    """A man's surname that is the word for a creature bends as that word does: «Зайца», «Соловья»."""
    wanted = {"anim", "masc", "nomn", "sing"}
    fitting = (parse for parse in _parses(word) if parse.is_known and wanted in parse.tag)
    noun = next((parse for parse in fitting if gender == "masc" and parse.tag.POS == "NOUN"), None)
    return _inflected(noun, word) if noun else None


def _half_of_name(word: str, gender: str | None) -> str | None:
    known = [parse for parse in _parses(word) if parse.is_known and {"nomn", "sing"} in parse.tag]
    fitting = [parse for parse in known if gender is None or parse.tag.gender in (gender, None)]
    for parse in fitting:
        if any(grammeme in parse.tag for grammeme in _PARTS_OF_A_NAME):
            return _inflected(parse, word)
    # A surname may be an adjective («Луговая»); beside a patronymic or a first name it is told by its gender.
    like = gender and _ADJECTIVE.search(word)
    adjective = next((parse for parse in fitting if like and parse.tag.POS == "ADJF"), None)
    return _inflected(adjective, word) if adjective else None


def _position(text: str) -> str | None:
    """A position, or two joined by a dash or «и»: each by its head; None where a case is not to be told."""
    for joint in _JOINT.finditer(text):
        before, after = text[: joint.start()], text[joint.end() :]
        quoted = before.count("«") > before.count("»")
        first, second = (None, None) if quoted else (_one_position(before), _position(after))
        if first and second:
            return f"{first}{joint[0]}{second}"
        if not quoted and joint[0][1:2] in "—–-" and joint[0] != "-":
            return None
    return _one_position(text)


def _one_position(text: str) -> str | None:
    """A position: its head and the adjectives before it; what depends on them keeps its case.

    An abbreviation («МУП», «и.о.») stays, a word whose case is not to be told makes it None.
    """
    if _ABBREVIATION.match(text):
        return text
    words = text.split(" ")
    for index, word in enumerate(words):
        head = _head(word)
        if head is not None and not _describes(word, words[index + 1 :]):
            before = [_before(one) for one in words[:index]]
            if not all(before):
                return None
            return " ".join([*map(str, before), head, *words[index + 1 :]])
        if head is None and _before(word) is None:
            return None
    return None


def _head(word: str) -> str | None:
    """Whoever holds the position, in the accusative: a noun («пресс-секретарь»), or what stands for one."""
    beginning, hyphen, last = word.rpartition("-")
    noun = next((parse for parse in _parses(last) if _is_person(parse)), None)
    if noun is not None:
        return f"{beginning}{hyphen}{_inflected(noun, last)}"
    if _PROFESSION.fullmatch(last) and not any(parse.is_known for parse in _parses(last)):
        return f"{word}а"
    adjective = _adjective(word) if _PERSONS.fullmatch(word) else None
    return _inflected(adjective, word) if adjective else None


def _before(word: str) -> str | None:
    """What stands before the head: an adjective in its case, an adverb as it is."""
    adjective = _adjective(word)
    if adjective is not None:
        return _inflected(adjective, word)
    stays = _SHORTENED.fullmatch(word) or any("ADVB" in parse.tag for parse in _parses(word))
    return word if stays else None


def _describes(word: str, following: list[str]) -> bool:
    """Whether a word that may be a head («старший», «учёный») is said of a head further on.

    Adjectives may stand between: «старший научный сотрудник». A word that no dictionary knows may be one.
    """
    if _adjective(word) is None or not following:
        return False
    after, *others = following
    unknown = after.islower() and bool(_parses(after)) and not any(parse.is_known for parse in _parses(after))
    return _head(after) is not None or unknown or _describes(after, others)


def _adjective(word: str) -> Any | None:
    kinds = ("ADJF", "PRTF")
    fits = (p for p in _parses(word) if p.is_known and p.tag.POS in kinds and {"nomn", "sing"} in p.tag)
    return next(fits, None)


def _is_person(parse: Any) -> bool:
    """Whether this reading is an animate noun in the nominative, and no name."""
    fits = parse.is_known and parse.tag.POS == "NOUN" and {"anim", "nomn", "sing"} in parse.tag
    return fits and not any(mark in parse.tag for mark in _PARTS_OF_A_NAME)


def _inflected(parse: Any, word: str) -> str:
    masculine = parse.tag.POS in ("ADJF", "PRTF") and parse.tag.gender == "masc"
    accusative = parse.inflect({"accs", "anim"} if masculine else {"accs"})
    if accusative is None:
        return word
    new: str = accusative.word
    return new.capitalize() if word[:1].isupper() else new


def _parses(word: str) -> Any:
    return analyser().parse(word) if _RUSSIAN.fullmatch(word) else ()
