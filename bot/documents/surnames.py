"""A surname that no dictionary knows in the accusative, by its ending and by whose it is.

After the rules of Russian grammar (Розенталь, «Справочник по правописанию», § 149): a man's surname that ends
in a consonant is always declined, a woman's never; «-ко», «-ых» and other vowels than «-а», «-я» stay.
"""

from __future__ import annotations

import re

_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_UNBENDING = re.compile(r"(?:[оеиуэюы]|ых|[гкхжчшщ]их)$")
# Not told by the ending: whether a vowel falls out («Заяц»), whether «Миних» bends.
_DOUBTFUL = re.compile(r"(?:[оеё]к|[ея]ц|[её]л|их)$")
_ANYBODY = (
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])а$"), "у"),
    (re.compile(r"(?<=[ибвдзлмнпрстфь])я$"), "ю"),
)
_ENDINGS = {
    "masc": (
        (re.compile(r"(?<=[сц]к)[ио]й$"), "ого"),
        (re.compile(r"ый$|(?<=[аеиоуыэюя][внлмт])ой$"), "ого"),
        (re.compile(r"(?<=[аяую])й$"), "я"),
        (re.compile(r"(?<=[аеоуиыя][лр])ь$"), "я"),
        (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])$"), "а"),
        *_ANYBODY,
    ),
    "femn": ((re.compile(r"ая$"), "ую"), *_ANYBODY),
}
_OF_A_MAN = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$")
_OF_A_WOMAN = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")
FIRST_HALVES = {"бонч", "тер", "сен", "сан", "ван", "кара", "бен", "ибн"}
"""What is no surname by itself and stays as it is: «Бонч-Бруевича»."""


def accusative(surname: str, gender: str | None) -> str | None:
    """The surname, or a half of a double one, of a man (`masc`) or a woman (`femn`); None where in doubt."""
    if gender is None or not _RUSSIAN.fullmatch(surname):
        return None
    if _UNBENDING.search(surname):
        return surname
    for ending, instead in _ENDINGS[gender]:
        if ending.search(surname):
            return None if instead in "ая" and _DOUBTFUL.search(surname) else ending.sub(instead, surname)
    return surname if gender == "femn" and surname[-1:] not in "ая" else None


def gender_of(surname: str) -> str | None:
    """Whose the surname is by its ending alone, where that tells; else None."""
    if _OF_A_MAN.search(surname):
        return "masc"
    return "femn" if _OF_A_WOMAN.search(surname) else None
