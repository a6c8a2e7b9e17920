"""Numbers that lead to a person: phones, papers, cards, cars, dates of birth.

A number is read as groups of digits with short gaps, so that no spelling of a phone hides it; what it is
follows from its length, its grouping, its checksum and the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.messages.masking.beginnings import begun
from domain.messages.masking.hints import (
    BIRTH,
    BORN,
    CAR,
    DIGITS,
    FOREIGN_DIGITS,
    LIKE_DIGITS,
    NUMERAL,
    PAPER,
    THREE_DIGITS,
)
from domain.messages.masking.words import Span, Word

_DIGITS = re.compile(r"\d+")
_LIKE_DIGITS = re.compile(r"(?<=[\d-])[OoОоЗзЧIІl|](?=[-]?\d)|(?<=\d )[OОЗI0]{2}(?= \d{3} ?\d{3}(?!\d))")
_DIGIT_OF = str.maketrans("OoОоЗзЧIІl|", "00003341111")
_FOREIGN_DIGITS = str.maketrans("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 3)
_GAP = re.compile(r"[\s().+_*/\\·•~–—−‑-]{1,5}")
_LONGEST_GAP = 5
_BEFORE = 60  # characters before a number in which words say what it is
_MOST_GROUPS = 16
_SHORTEST, _LONGEST = 5, 24  # digits of what a number may be

_PHONE_SAID = re.compile(
    r"(?:\bтел(?:\b|еф)|\bфакс|\bтлф|\bсот\b|\bсотов|\bмоб\b|\bмобил|звон|набер|набир|\bт\.\s?$|whats|ватсап|"
    r"вацап|вайбер|viber|"
    r"для связи|связаться|связь|\bсмс\b|контакт|дозвон|\bномер\w{0,2}\s(?:мой|у меня|мужа|жены|"
    r"сына|дочери|мамы|матери|папы|отца|бабушки|дедушки|брата|сестры|соседа|соседки)|мой\sномер|"
    r"phone)[^\d]{0,30}$|\b(?:городск|домашн|рабоч|стационарн)(?:ой|ий|ый)[\s:—–-]{1,4}$",
    re.IGNORECASE,
)
_OFFICE_PHONE = re.compile(
    r"(?:еддс|диспетчер|поликлиник|регистратур|администраци|горяч\w{1,3}\s+лини|при[её]мн|школ|"
    r"больниц|мфц|управляющ|"
    r"справочн|полици|дежурн|пожарн|скор(?:ой|ая|ую)|аварийн|отдел|управлени|служб|газпром|"
    r"водоканал|энерго|почт|"
    r"горгаз|фонд|банк|учрежден|единый|единого)",
    re.IGNORECASE,
)
_LISTED_OFFICE = re.compile(
    rf"(?:\b(?:администрация|поликлиника|при[её]мная|регистратура|диспетчерская|больница|мфц|еддс|водоканал)|"
    rf"\bтел(?:ефон\w{{0,2}}|\.)?\s{_OFFICE_PHONE.pattern}\w{{0,6}}(?:\s[а-яё]{{2,15}})?)"
    rf"[\s,.:(–—-]{{1,4}}(?:тел(?:ефон)?[\s.:]{{1,3}})?(?:\+?[78][\s(]{{1,3}})?[+(]?$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[!?;\n]|(?<=\w\w\w\w)\.|(?<=\d)\.(?=\s)")  # «дом. тел.» goes on
_OWN = re.compile(
    r"(?:\bмо[йяюеё]|\bмне\b|домашн|\bдом\.?\s?тел|для связи|перезвон|"
    r"личн|\bменя\b|\bнаш|заявител|сосед|муж|жен[аы]|мам|дочер|сын)",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"(?:\bинн|огрн\w{0,2}|кпп|\bуин|\bбик|р/с|расч[её]тн\w{0,3}\sсч\w{1,3}|к/с|кадастр\w{0,8}|"
    r"\bокпо|октмо|\bкбк|"
    r"трек-?номер|уникальный номер|артикул|зав\.? ?№|заводской)\D{0,12}$",
    re.IGNORECASE,
)
_PASSPORT_SAID = re.compile(
    r"(?:паспорт|\bзагран|\bсери[яюи]|водительск|удостоверени|права\b|в/у|\bву\b)\D{0,45}$", re.IGNORECASE
)
_BIRTH_PAPER = re.compile(
    r"свид(?:етельств\w{0,4}|-во\w?|\.)\s(?:о\sрожд\w{0,6}\s?)?[^\w]{0,4}(?:серии?\w?\s)?"
    r"(?P<number>[IVXLCivxlc1УХЛ]{1,6}\s?-?\s?[А-Яа-я]{2}\s?(?:№|N)?\s?\d{6})"
)
_PASSPORT_PARTS = re.compile(
    r"\bсер(?:и[яюи]|\.)\D{0,6}?(?P<series>\d\d[\s-]?\d\d)\D{1,4}(?:номер|№|ном)\D{0,4}(?P<number>\d{3}[\s-]?\d{3})(?!\d)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"паспорт[^.!?\n]{0,60}?выдан\w?\s(?P<number>[^,;\n]{3,80})", re.IGNORECASE
)  # by whom and when
_LONG = re.compile(r"(?<!\d)\d{6,10}(?!\d)")
# What stands before such a number: the name of a paper, or of what only its owner has, then its series.
_PERSONAL_PAPER = re.compile(
    r"(?i:удостоверени\w|\bправа|военник\w{0,2}|военн\w{2,3}\sбилет\w{0,2}|загран(?:паспорт)?\w{0,2}|"
    r"паспорт\w{0,2}|об\sинвалидности|свидетельств\w{1,2}\sо\s(?:рожд|брак|смерт|регистрац)\w{1,6}|"
    r"\bптс|\bстс|\bв/у|техпаспорт\w{0,2}|осаго|вид\w{0,2}\sна\sжительство|диплом\w{0,2}|"
    r"аттестат\w{0,2}|трудов\w{2,3}\sкнижк\w{1,2}|медкнижк\w{1,2}|патент\w{0,2}|"
    r"миграционн\w{2,3}\sкарт\w{1,2}|справк\w{1,2}\sмсэ|кузов\w{0,2}|двигател\w{1,2}|\bрам[аыуе]|шасси)"
    r"[^\d.!?]{0,30}?(?P<series>(?:\d\d\s)?(?:[IVXУА-ЯA-Z]{1,4}-?(?:\d{4})?[\s-]{0,2}){0,2}(?:№|N)?\s?)$"
)
_BY_SIGN = re.compile(
    r"(?<!\d)\d\d[\s-]?\d\d\s?(?:№|N|номер)\s?\d{3}[\s-]?\d{3}(?!\d)|"
    r"(?<![^\W_])\d\d\s?[А-Я]{2}\s?(?:№\s?)?\d{6}(?:-\d\d)?(?![^\W_])|(?<!\d)\d\d\s?(?:№|N)\s?\d{7}(?!\d)"
)
_DEPARTMENT = re.compile(r"(?i:код\sподразделения)\W{0,3}\d{3}-\d{3}(?!\d)")
_SNILS_SAID = re.compile(
    r"(?:снилс|страхово\w{1,3} (?:номер|свидетельств)\w{0,4}|пенсионн\w{1,3} страхован\w{0,3})\D{0,20}$",
    re.IGNORECASE,
)
_INN_SAID = re.compile(r"(?:\bинн|и\.\s?н\.\s?н\b|налогоплательщик\w{0,2})\D{0,45}$", re.IGNORECASE)
_CARD_SAID = re.compile(
    r"(?:\bкарт[аыуеой]{1,2}\b|\bсбер|виза|\bvisa|\bмир\b|master)\D{0,30}$", re.IGNORECASE
)
_POLICY_SAID = re.compile(r"(?:полис\w{0,3}|\bомс|\bенп)\D{0,25}$", re.IGNORECASE)
_ACCOUNT_SAID = re.compile(
    r"(?:лиц(?:ев\w{2,4}|\.)?\s?сч(?:[её]т\w{0,2}|\.)|лицев\w{2,4}|\bл/с|\bлс|\bл\.\s?с\.|личн\w{2,3}\sсч[её]т\w{0,2}|"
    r"абонентск\w{2,4}\s\w{4,8}|(?:плательщик|абонент)\w{0,2}|больничн\w{2,4})[^\d.!?]{0,30}$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\s{0,2}(?:руб|р\.|₽|тыс|млн|куб|кв\.?\s?м|га\b|мм\b|шт)", re.IGNORECASE)
_PERSONAL_ACCOUNTS = ("40802", "40803", "40813", "40817", "40820", "423", "426", "455", "457")
# «590412345678 — это мой ИНН»: what a number is may be said after it.
_SAID_AFTER = re.compile(
    r"[\s)—–,:.-]{1,4}(?:(?:это|вот|мо[йяи]|мужа|жены|мамы|сына|дочери|номер\w?)\s){1,3}(?:инн|паспорт|снилс|лицев|л/с|сч[её]т|полис|карт|тел|сот|номер)",
    re.IGNORECASE,
)

_PLATE_LETTERS = "АВЕКМНОРСТУХABEKMHOPCTYX"
_PLATE = re.compile(
    rf"(?<![^\W_])[{_PLATE_LETTERS}]\s?\d{{3}}\s?[{_PLATE_LETTERS}]{{2}}(?:\s{{0,2}}/?\s?\d{{2,3}})?(?:\s?(?i:rus))?(?![^\W_])"
    rf"|(?<![^\W_])[{_PLATE_LETTERS}{_PLATE_LETTERS.lower()}][.-]\d{{3}}[.-][{_PLATE_LETTERS}{_PLATE_LETTERS.lower()}]{{2}}"
    rf"[.-]\d{{2,3}}(?![^\W_])"
    rf"|(?<![^\W_])[{_PLATE_LETTERS.lower()}]\s\d{{3}}\s[{_PLATE_LETTERS.lower()}]{{2}}\s\d{{2,3}}\s?rus(?![^\W_])"
    rf"|(?<![^\W_])[{_PLATE_LETTERS.lower()}]\d{{3}}[{_PLATE_LETTERS.lower()}]{{2}}(?:\s?\d{{2,3}})?(?:\s?rus)?(?![^\W_])"
)
_PLATE_SAID = re.compile(
    r"(?:гос\.?\s?-?номер\w{0,3}|гос\.?\s?знак\w{0,2}|г/н|г\.н\.|г/з|рег\.?\s?знак\w{0,2}|"
    r"номер\w{0,3}\s(?:машины|авто|автомобиля)|"
    r"(?:машин|автомобил|авто)\w{0,3}\s(?:с\s)?(?:гос\.?\s?)?номер\w{0,3})[\s:№-]{1,4}"
    r"(?P<number>[А-Яа-яA-Za-z]?\s?\d{3}(?:\s?[А-Яа-яA-Za-z]{2}(?![^\W\d_]))?(?:\s?\d{2,3})?)(?!\w)",
    re.IGNORECASE,
)
_MAKES = (
    r"киа|хенда|хунда|хёнда|тойот|ниссан|рено|логан|солярис|форд|фольксваген|шкод|октави|опел|мазд|ваз|жигул|нив[аыуе]|"
    r"грант|вест[аыуе]|калин|приор|уаз|газел|камри|ауди|бмв|мерседес|джип|фур|грузовик|мотоцикл|дастер|внедорожник|"
    r"кроссовер|иномарк|тачк|легковуш|девятк|десятк|шевроле|мицубис|чери|хавейл|джили|лексус|субару|сузуки|хонд|пежо|ситроен"
)
_OF_A_CAR = re.compile(
    rf"(?:номер|машин|авто|такси|лад[ауы]|паркует|припаркован|маршрутк|автобус|грузов|водител|{_MAKES})"
    r"\w{0,6}[^\d\n]{0,20}$",
    re.IGNORECASE,
)
# In small letters a plate only where words before it speak of a car.
_NO_WORD = r"(?!(?:на|не|во|со|то|но|он|ко)(?!\d)|(?:см|км|мм)(?!\s?\d))"
_PLATE_NEAR = re.compile(
    rf"(?<![^\W_])[{_PLATE_LETTERS.lower()}]\s?\d{{3}}\s?{_NO_WORD}"
    rf"[{_PLATE_LETTERS.lower()}]{{2}}(?:\s?\d{{2,3}})?(?!\w)",
    re.IGNORECASE,
)

# «к 519 ое 159 под окном», but «с 100 на 150».
_PLATE_BY_ITSELF = re.compile(
    rf"(?<![^\W_])[{_PLATE_LETTERS.lower()}]\s?\d{{3}}\s?{_NO_WORD}"
    rf"[{_PLATE_LETTERS.lower()}]{{2}}\s?\d{{2,3}}(?!\w)"
)

_MONTHS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
_DATE = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    rf"|[«\"]?\d{{1,2}}[»\"]?(?:-?го)?\s(?:{_MONTHS})[а-я]{{0,6}}\s(?:19|20)?\d\d(?!\d))",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(
    r"(?:\d[-–—]|(?<!\d)\d{1,3}[\s)]{1,2}|\d{3,5}\)\s?)$"
)  # «41 6-12-08»: more of a phone
_SHORT_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:-?го)?\s(?:{_MONTHS})[а-я]{{0,6}}|(?<![\d.])\d{{1,2}}\.\d{{1,2}}(?![\d.])",
    re.IGNORECASE,
)
_BORN_BEFORE = re.compile(
    r"(?:рожд\w{0,6}|родил\w{0,4}|\bрод\.|\bд\.?\s?р\.?|\bд/р|\bг\.?\s?р\.?|\bborn)(?:[.\s:,;—–(-]|\bв\b|"
    r"реб[её]н\w{1,4}|сын\w?|доч\w{1,3}|муж\w?|жен\w|мам\w|пап\w|матер\w|отц\w|моя|мо[йею]|его|у\b|меня){0,8}$|(?:рожд\w{0,6}|родил\w{0,4}|на\sсвет)[^\d.!?,\n]{0,25}$|"
    r"(?:сын|доч|реб[её]н|вну[кч]|муж|жен|мам|пап|мать|бабуш|дед)\w{0,5}\s(?:\w{2,12}\s)?р\.?\s$",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    r"[\s,(]{0,3}(?:г(?:\.|од[а]?)?[\s,]{0,2})?(?:р\.|рожд|д\.?\s?р\.?\b|г\.?\s?р\.?\b|года\s+рожд)",
    re.IGNORECASE,
)
_SPELLED_BIRTH = re.compile(
    rf"(?:родил\w{{0,4}}|рожд[её]н\w{{0,4}}|день\sрождения)\W{{1,3}}(?:[а-яё]{{1,12}}\s){{0,3}}?"
    rf"(?P<date>(?:(?:[а-яё]{{4,12}}\s){{1,2}}|\d{{1,2}}(?:-?го)?\s)(?:{_MONTHS})[а-яё]{{0,6}}\s"
    rf"(?:\d{{2,4}}|(?:тысяча\s)?(?:[а-яё]{{4,12}}\s){{0,2}}[а-яё]{{4,15}})(?:-?го)?(?:\sгода)?"
    rf"|[а-яё]{{4,9}}(?:\s[а-яё]{{4,9}})?\s(?:{_MONTHS})[а-яё]{{0,6}})",
    re.IGNORECASE,
)
_SPELLED_YEAR = re.compile(
    r"родил\w{0,4}\sв\s(?P<date>(?:тысяча\s)?(?:[а-яё]{4,12}\s){0,2}[а-яё]{4,15}[ое]м)(?=\sгоду)",
    re.IGNORECASE,
)
_SPELLED_YEAR_BORN = re.compile(
    r"(?<!\w)(?P<date>(?:(?:тысяча|девятьсот|две|тысячи|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|"
    r"восемьдесят|девяносто)\s){0,4}[а-яё]{4,15}го)(?=\sгода\sрожд)",
    re.IGNORECASE,
)
# What is a date only where words say that somebody was born then.
_ODD_BIRTH = re.compile(
    r"(?:рожд\w{0,6}|родил\w{0,4}|\bд\.?\s?р\.?)[\s.:—–-]{1,4}"
    r"(?P<date>\d{1,2}[\s./-](?:\d{1,2}|[IVX]{1,4})[\s./-]{1,2}\d{2,4}|\d{8}|\d{4}[./-]\d\d[./-]\d\d)(?!\d)",
    re.IGNORECASE,
)
_ODD_BIRTH_BEFORE = re.compile(
    r"(?<![\d.])(?P<date>\d{4}\.\d\d\.\d\d|\d{1,2}\s\d\d\s\d{4})(?=\s(?:г\.?\s?р|год\w?\sрожд))",
    re.IGNORECASE,
)
_YEAR_OF_SOMEBODY = re.compile(r"(?<!\d)19[2-9]\d(?=\s?(?:[,.;)]|$))")
_YEAR_BORN = re.compile(
    r"(?<![\d.])(?:19\d\d|20[0-2]\d|[3-9]\d)(?:-?(?:го|й|м|ом))?"
    r"(?=[\s-]{0,2}(?:г\.?\s?р(?:\.|\b)|год[а]?\s?рожд|года\s{1,2}р\.)|-?(?:го|м|ом)?\s(?:году\s)?родил)",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    r"(?:родил\w{0,4}\sв|год\w{0,2}\sрождения[\s:—-]{1,4})\s?(?P<year>19\d\d|20[0-2]\d|\d\d(?=-?м\b))",
    re.IGNORECASE,
)
_COORDINATES = re.compile(r"(?<![\d.])\d{2}[.,]\d{4,12}°?[\s,;NSnsСс/-]{1,4}\d{2,3}[.,]\d{4,12}(?!\d)")
_LATEST_BIRTH = 2012  # a date after a name is one of birth up to this year

_NUMERALS = (
    r"(?:ноль|нуль|од(?:ин|на)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|"
    r"[а-я]{2,8}надцать|двадцать|тридцать|"
    r"сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот)(?!\w)"
)
_GLUED = _NUMERALS.replace(r"(?!\w)", "(?![а-яё])")  # «8девять50»
_NUMERAL = re.compile(
    rf"(?<!\w)(?:(?:{_NUMERALS}|(?:плюс|номер)(?!\w))[\s,-]{{0,3}}){{5,25}}(?:\d{{1,4}}(?!\d)[\s,-]{{0,2}}){{0,4}}",
    re.IGNORECASE,
)
# «девять ноль два 47 55 310»: words and figures by turns, where a phone is spoken of.
_MIXED = re.compile(
    rf"(?<!\w)(?:(?:{_GLUED}|\d{{1,4}}(?!\d))[\s,()-]{{0,3}}){{3,20}}(?:{_GLUED}|\d{{1,4}}(?!\d))",
    re.IGNORECASE,
)
_SAID_NUMERAL = re.compile(_GLUED, re.IGNORECASE)


class _Said:
    """What the words before a number say of it; each is looked for once and only when it matters."""

    def __init__(self, before: str) -> None:
        self.before = before

    @cached_property
    def no_phone(self) -> bool:
        return _NO_PHONE.search(self.before) is not None

    @cached_property
    def phone(self) -> bool:
        return _PHONE_SAID.search(self.before) is not None

    @cached_property
    def passport(self) -> bool:
        return _PASSPORT_SAID.search(self.before) is not None

    @cached_property
    def paper(self) -> bool:
        return _SNILS_SAID.search(self.before) is not None

    @cached_property
    def inn(self) -> bool:
        return _INN_SAID.search(self.before) is not None

    @cached_property
    def card(self) -> bool:
        return (_CARD_SAID.search(self.before) or _POLICY_SAID.search(self.before)) is not None

    @cached_property
    def account(self) -> bool:
        return _ACCOUNT_SAID.search(self.before) is not None

    @cached_property
    def listed(self) -> bool:
        """Of an office that is named right before, as lists of phones do."""
        return _LISTED_OFFICE.search(self.before) is not None

    @cached_property
    def office(self) -> bool:
        """Of an office that the same sentence names."""
        *_, sentence = _SENTENCE_ENDS.split(self.before)
        return _OFFICE_PHONE.search(sentence) is not None and _OWN.search(self.before) is None


@dataclass(frozen=True, slots=True)
class _Groups:
    """Digits in groups, with short gaps between them."""

    text: str
    spans: Sequence[Span]

    def said_before(self, first: int) -> _Said:
        start = self.spans[first][0]
        return _Said(self.text[max(start - _BEFORE, 0) : start])

    def gap(self, at: int) -> str:
        """What parts a group from the next one; empty after the last."""
        return self.text[self.spans[at][1] : self.spans[at + 1][0]] if at + 1 < len(self.spans) else ""


@dataclass(slots=True)
class _Number:
    """Groups taken for one number: `last` is the place of the last one among `groups`."""

    groups: _Groups
    said: _Said
    first: int
    last: int
    digits: str = ""
    sizes: tuple[int, ...] = ()
    gaps: str = ""

    @property
    def span(self) -> Span:
        return self.groups.spans[self.first][0], self.groups.spans[self.last][1]


def numbers(text: str, words: Sequence[Word], hints: int) -> Iterator[Span]:
    """Where phones, numbers of papers, cards and cars stand; coordinates too."""
    for found in _NUMERAL.finditer(text) if hints & NUMERAL else ():
        yield found.start(), found.start() + len(found[0].rstrip(" ,-\n\t"))
    for found in _MIXED.finditer(text) if hints & NUMERAL else ():
        said = _PHONE_SAID.search(text[max(found.start() - _BEFORE, 0) : found.start()])
        if said and _SAID_NUMERAL.search(found[0]):
            yield found.span()
    if not hints & DIGITS:
        return
    read = text
    if hints & (FOREIGN_DIGITS | LIKE_DIGITS) or "|" in text:
        read = _LIKE_DIGITS.sub(lambda found: found[0].translate(_DIGIT_OF), text.translate(_FOREIGN_DIGITS))
    dates = _dates(text, words) if read == text else _DATE.finditer(read)
    for groups in _runs(read, [found.span() for found in dates]):
        yield from _in_run(groups)
    plates = _PLATE.finditer(text) if hints & THREE_DIGITS else ()
    for found in (*plates, *begun(_COORDINATES, text, words, DIGITS)):
        yield found.start(), found.start() + len(found[0].rstrip(" ,-\n\t"))
    for found in begun(_BY_SIGN, text, words, DIGITS):
        yield found.span()
    yield from _by_words_before(text, words, hints)
    for found in _PLATE_SAID.finditer(text) if hints & CAR else ():
        yield found.span("number")
    if hints & PAPER:
        yield from _papers(text)


def _dates(text: str, words: Sequence[Word]) -> Iterator[re.Match[str]]:
    return begun(_DATE, text, words, DIGITS, opening='«"')


def _papers(text: str) -> Iterator[Span]:
    for found in _PASSPORT_PARTS.finditer(text):
        yield found.span("series")
        yield found.span("number")
    for found in _DEPARTMENT.finditer(text):
        yield found.span()
    for pattern in (_BIRTH_PAPER, _ISSUED):
        for found in pattern.finditer(text):
            yield found.span("number")


def _by_words_before(text: str, words: Sequence[Word], hints: int) -> Iterator[Span]:
    """Plates in small letters and numbers of papers, told by what stands before them."""
    for found in _PLATE_NEAR.finditer(text) if hints & THREE_DIGITS else ():
        if _OF_A_CAR.search(text[max(found.start() - _BEFORE, 0) : found.start()]):
            yield found.span()
    for found in _PLATE_BY_ITSELF.finditer(text) if hints & THREE_DIGITS else ():
        yield found.span()
    for found in begun(_LONG, text, words, DIGITS):
        start = max(found.start() - _BEFORE, 0)
        if paper := _PERSONAL_PAPER.search(text[start : found.start()]):
            yield start + paper.start("series"), found.end()


def birth_dates(text: str, words: Sequence[Word], names_end: Sequence[int], hints: int) -> Iterator[Span]:
    """Dates that words call one of birth, or that follow a name at once."""
    for spelled in (_SPELLED_BIRTH, _SPELLED_YEAR, _SPELLED_YEAR_BORN) if hints & BIRTH else ():
        for found in spelled.finditer(text):
            yield found.span("date")
    if not hints & DIGITS:
        return
    ends = set(names_end)
    for found in (*_dates(text, words), *begun(_SHORT_DATE, text, words, DIGITS)):
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        after = text[found.end() : found.end() + _BEFORE]
        if (
            _BORN_BEFORE.search(before)
            or _BORN_AFTER.match(after)
            or (found.re is _DATE and _old(found[0]) and _follows(text, found.start(), ends))
        ):
            yield found.span()
    for found in begun(_YEAR_BORN, text, words, DIGITS):
        yield found.span()
    odd = _ODD_BIRTH.finditer(text) if hints & BORN else ()
    for found in (*odd, *begun(_ODD_BIRTH_BEFORE, text, words, DIGITS)):
        yield found.span("date")
    for found in begun(_YEAR_OF_SOMEBODY, text, words, DIGITS):
        if _follows(text, found.start(), ends):
            yield found.span()
    for found in _BORN_IN.finditer(text) if hints & BIRTH else ():
        yield found.span("year")


def _old(date: str) -> bool:
    years = [int(one) for one in _DIGITS.findall(date) if len(one) == 4]
    return bool(years) and years[0] <= _LATEST_BIRTH


def _follows(text: str, start: int, ends: set[int]) -> bool:
    for at in range(start, max(start - 5, -1), -1):
        if at in ends:
            return True
        if at and text[at - 1] not in " ,(;:—–-":
            return False
    return False


def _runs(text: str, dates: Sequence[Span]) -> Iterator[_Groups]:
    """Groups of digits that may be one number; a date parts them."""
    run: list[Span] = []
    ahead = 0
    for found in _DIGITS.finditer(text):
        while ahead < len(dates) and dates[ahead][1] <= found.start():
            ahead += 1
        dated = (
            ahead < len(dates) and dates[ahead][0] <= found.start() and not _phone_like(text, dates[ahead])
        )
        near = bool(run) and _near(text, run[-1][1], found.start())
        if run and (dated or not near):
            yield _Groups(text, run)
            run = []
        if not dated:
            run.append(found.span())
    if run:
        yield _Groups(text, run)


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= _LONGEST_GAP and _GAP.fullmatch(text, end, start) is not None


def _phone_like(text: str, date: Span) -> bool:
    """«12-34-56»: whether what looks like a date cannot be one, or words before it speak of a phone."""
    written = text[date[0] : date[1]]
    parts = [int(one) for one in _DIGITS.findall(written)]
    if len(parts) != 3 or any(len(one) > 2 for one in _DIGITS.findall(written)):
        return False
    possible = 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12
    said = _PHONE_SAID.search(text[max(date[0] - _BEFORE, 0) : date[0]]) is not None
    if "." in written:
        return said and not possible
    if _CODE_BEFORE.search(text[max(date[0] - 6, 0) : date[0]]):
        return True
    return said or not possible


def _in_run(groups: _Groups) -> Iterator[Span]:
    first = 0
    while first < len(groups.spans):
        found = _number_from(groups, first)
        if found is None:
            first += 1
            continue
        hide, span, first = found
        if hide:
            yield _opened(groups.text, span[0]), span[1]


def _opened(text: str, start: int) -> int:
    """Where a number begins with its «+» and its bracket."""
    while start and text[start - 1] in "+(":
        start -= 1
    return start


def _number_from(groups: _Groups, first: int) -> tuple[bool, Span, int] | None:
    """The number that begins here: whether it is to be hidden, where it stands, the group after it."""
    number = _Number(groups, groups.said_before(first), first, first)
    found: tuple[bool, Span, int] | None = None
    for last in range(first, min(first + _MOST_GROUPS, len(groups.spans))):
        start, end = groups.spans[last]
        if end - start + len(number.digits) > _LONGEST:
            break
        number.gaps += groups.gap(last - 1) if last > first else ""
        number.last = last
        number.digits += groups.text[start:end]
        number.sizes += (end - start,)
        if len(number.digits) < _SHORTEST:
            continue
        hide = _verdict(number)
        if hide or (hide is False and found is None):
            found = hide, number.span, last + 1
    return found


def _verdict(number: _Number) -> bool | None:
    """Whether these groups are a number to hide (True), one to show (False) or no whole number (None)."""
    size = len(number.digits)
    if number.said.no_phone:
        if size >= 18 and number.digits.startswith(_PERSONAL_ACCOUNTS):
            return True
        return (
            True if size in (11, 12, 13) and number.said.inn else False if size in (10, 11, 13, 15) else None
        )
    if not (_is_paper(number) or _is_phone(number)) or _in_cadastre(number):
        return None
    if size == 11 and number.digits[1:4] == "800":
        return False
    return not _MONEY.match(number.groups.text, number.span[1])


def _in_cadastre(number: _Number) -> bool:
    text, (start, end) = number.groups.text, number.span
    return (text[start - 1 : start] == ":" and text[start - 2 : start - 1].isdigit()) or (
        text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit()
    )


def _is_paper(number: _Number) -> bool:
    """A paper, a card or an account by its length, its grouping, its checksum, or what is said before it."""
    digits, sizes, said = number.digits, number.sizes, number.said
    size = len(digits)
    if size >= 9 and _SAID_AFTER.match(number.groups.text, number.span[1]):
        return True
    # Whoever types a number by heart drops a digit or adds one.
    if (
        (9 <= size <= 11 and said.passport)
        or (9 <= size <= 12 and said.paper)
        or (11 <= size <= 13 and said.inn)
        or (14 <= size <= 19 and said.card)
        or (size >= 18 and digits.startswith(_PERSONAL_ACCOUNTS))
    ):
        return True
    match size:
        case 9 | 10 if sizes in _PASSPORTS:
            shown = sizes in ((2, 2, 6), (4, 6)) and not number.gaps.strip(" \u00a0")
            return shown or said.passport or said.account
        case 11:
            return sizes == (3, 3, 3, 2) or said.paper or said.account or _is_snils(digits, sizes)
        case 12:
            return said.inn or said.account or (len(sizes) == 1 and _inn(digits))
        case 15 | 16 | 18 | 19:
            by_four = sizes[:4] == (4, 4, 4, 4) or sizes == (4, 6, 5)
            return by_four or said.card or (len(digits) != 15 and _bank_card(digits, sizes))
        case 5 | 6 | 7 | 8 | 9 | 10 | 13 | 14:
            return said.account
    return False


_PASSPORTS = ((9,), (2, 7), (10,), (4, 6), (2, 2, 6), (4, 3, 3), (2, 8), (2, 2, 3, 3))


def _is_snils(digits: str, sizes: tuple[int, ...]) -> bool:
    return len(sizes) == 1 and digits[0] not in "78" and _snils(digits)


def _is_phone(number: _Number) -> bool:
    """A phone with its code, or a local one that is grouped as such or called so."""
    digits, sizes, said = number.digits, number.sizes, number.said
    size = len(digits)
    if size == 11 and digits[0] in "78" and digits[1] in "34589":
        return digits[1] == "9" or digits[1:4] == "800" or not said.listed
    if 11 <= size <= 13:
        return said.before.endswith("+")
    if size == 10:
        if digits[0] == "9":
            return True
        bracket = "(" in number.gaps or said.before.rstrip().endswith("(")
        return digits[0] in "348" and (bracket or len(sizes) > 2) and not said.listed
    if not 5 <= size <= 7 or number.groups.gap(number.last) == "-":  # more of it follows
        return False
    grouped = sizes in _LOCAL and set(number.gaps) <= _DASHES
    return (grouped or said.phone) and not said.office


_LOCAL = ((1, 2, 2), (2, 2, 2), (3, 2, 2))
_DASHES = frozenset("-–—−‑")


def _bank_card(digits: str, sizes: tuple[int, ...]) -> bool:
    """By its checksum; sixteen digits of a bank's are a card though one of them is mistyped."""
    return len(sizes) == 1 and digits[0] in "2456" and (len(digits) == 16 or _luhn(digits))


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _snils(digits: str) -> bool:
    """Постановление Правления ПФР от 31.07.2006 № 192п: weighted sum of nine digits modulo 101."""
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(digits[:9])) % 101
    return int(digits[9:]) == (0 if total == 100 else total)


_INN_WEIGHTS = ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))


def _inn(digits: str) -> bool:
    """Приказ ФНС от 29.06.2012 № ММВ-7-6/435@: two check digits of a person's twelve."""
    return all(
        sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False)) % 11 % 10
        == int(digits[len(weights)])
        for weights in _INN_WEIGHTS
    )
