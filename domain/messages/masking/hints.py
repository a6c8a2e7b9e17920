"""What a word may begin or hold: asked of it once, so that a text is gone through only for what it may have.

A hint is a bit. Whatever an expression that is guarded by one finds has a word with the hint, or begins with
one; a test makes texts up by the expressions and holds the hints to it.
"""

from __future__ import annotations

import re

from domain.messages.masking.gazetteer import (
    EASTERN,
    ELDERS,
    NAMED_AFTER,
    OF_FATHER,
    OWN_STREETS,
    SHOWS,
    is_person,
    is_settlement,
    is_street,
)

# Told by its digits and letters.
DIGITS, THREE_DIGITS, FOREIGN_DIGITS, LIKE_DIGITS = (1 << place for place in range(4))
LATIN, LETTER, CAPITALS = (1 << place for place in range(4, 7))
# Told by the dictionary and the lists of words.
NAME, PERSON, PLACE = (1 << place for place in range(7, 10))
# Told by what it begins with, or what it has within.
ILLNESS, INTRODUCES, SIGNS, NUMERAL, BIRTH = (1 << place for place in range(10, 15))
BORN, PAPER, CAR, OF_FLATS, FLAT = (1 << place for place in range(15, 20))
FOREIGN, SITE, SPELLED_LINK, ACCOUNT, ACCOUNT_NUMBER, DOG = (1 << place for place in range(20, 26))

_NUMERALS = (
    "ноль|нуль|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|[а-я]{2,8}надцать|двадцать|"
    "тридцать|сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот|дробь|плюс|номер"
)
_STEMS = {
    LIKE_DIGITS: r"(?<![^\W\d_])[OoОоЗзЧIІl]{1,2}(?![^\W\d_])",
    LATIN: r"[a-z]",
    LETTER: r"(?<![^\W\d_])[а-яё](?![^\W\d_])",
    ILLNESS: r"(?<![^\W_])(?:онко|рак|сахарн|диабет|ин(?:сульт|фаркт|валид)|эпилеп|шизо|демен|альц|паркин|"
    r"аути|дцп|вич|спид|гепатит|туберк|лейкоз|астм|ампут|парали|перелом|глауком|катаракт|цирроз|псориаз|"
    r"рассеянн|стенокард|ишеми|гипертон|алкогол|нарком|волчанк|депресс|психич|умствен|синдром|беремен|химиотер|"
    r"(?:гемо)?диализ)",
    INTRODUCES: r"(?<!\w)(?:(?:от|его|её|ее|их|на|по|гр|ип)(?![^\W\d_])|г-|ф(?:и|(?![^\W\d_]))|меня|мужа|"
    r"жену|сына|дочь|котор|реб[её]нка|это|пишет|беспок|спрос|спраш|позов|жал|зовут|фамил|имя|отчест|заявит|подпис|"
    r"обрат|граждан|собствен|квартиросъ|прож|жив|прописан|зарегистр|опекун|должн|пациент)",
    SIGNS: r"(?<!\w)(?:с(?![^\W\d_])|ваш|искренне|спасибо|благодарю)",
    NUMERAL: rf"(?<![^\W\d_])д?(?:{_NUMERALS})(?![а-яё])",
    BIRTH: r"родил|рожд",
    BORN: r"родил|рожд|(?<![^\W\d_])др?(?![^\W\d_])",
    PAPER: r"паспорт|свид|код|огрнип|(?<![^\W\d_])сер",
    CAR: r"гос|рег|номер|машин|авто|такси|маршрутк|газел|мото|мопед|скутер|прицеп|трактор|квадро|"
    r"снегоход|знак|г(?![^\W\d_])",
    OF_FLATS: r"кв",
    FLAT: r"(?<![^\W\d_])(?:кв|ком|апартамент)",
    FOREIGN: r"[a-z]|вк|айди|точка",
    SITE: r"http|www|(?<![^\W\d_])(?:com|ru|me|net|org|su|by|kz|ua|info|biz|io|inbox|cc|ly|gle|be|tg|"
    r"skype|viber|вк|(?:рф|ру|ком)(?![^\W\d_]))",
    SPELLED_LINK: r"(?<!\w)(?:vk|вк|ok|ок|t|т)(?:точка|dot|(?![^\W\d_]))",
    ACCOUNT: r"(?<!\w)(?:телеграм|telegram|тг|вк|vk|инст|inst|скайп|skype|ник|nick|аккаунт|логин|login|"
    r"одноклассник|вайбер|viber|ватсап|вацап|whatsapp|диск|disc|тикток|tiktok|max|макс|профил|страниц)",
    ACCOUNT_NUMBER: r"(?<!\w)(?:id|айди|club|public|profile|wall)",
    DOG: r"(?<![^\W\d_])(?:at|ат|эт|собака|собачка|гав|dog)(?![^\W\d_])",
}
_ANY = re.compile("|".join(_STEMS.values()), re.IGNORECASE)
_LOOKED_FOR = {hint: re.compile(stem, re.IGNORECASE) for hint, stem in _STEMS.items()}


def hints_of(token: str) -> int:
    """Those that a word's letters tell, or a number's digits."""
    if token.isdecimal():
        three = THREE_DIGITS if len(token) == 3 else 0
        return DIGITS | three | (0 if token.isascii() else FOREIGN_DIGITS)
    if _ANY.search(token) is None:  # as in most words
        return 0
    return sum(hint for hint, stem in _LOOKED_FOR.items() if stem.search(token))


def hints_of_word(text: str, lower: str, *, named: bool) -> int:
    """Those that the lists of words tell; `named`: the dictionary has it as a part of a name."""
    hints = CAPITALS if len(text) > 1 and text.isupper() else 0
    if named or lower in EASTERN or lower in ELDERS or lower.rpartition("-")[2] in OF_FATHER:
        hints |= NAME
    if is_person(lower) or lower in SHOWS:
        hints |= PERSON
    if is_street(lower) or is_settlement(lower) or lower in NAMED_AFTER or lower in OWN_STREETS:
        hints |= PLACE
    return hints
