"""Addresses nearer than the street: houses, flats, plots, wherever no institution stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.messages.masking.beginnings import begun
from domain.messages.masking.gazetteer import OWN_STREETS, is_home, is_institution
from domain.messages.masking.hints import DIGITS, FLAT, NUMERAL, OF_FLATS
from domain.messages.masking.streets import Streets, is_famous
from domain.messages.masking.words import Span, Word

_LOOKED_BACK = 7  # words before a street in which an institution says that it stands there
_LOOKED_ROUND = 8  # words around «дом 5» in which a street or a home says that it is an address
_NO_HOUSE = (
    r"(?!\d|\s?(?:-?(?:лет|год|час|мин|сек|руб|раз|чел|км|метр|м\b|см\b|мм\b|дн[яе]|день|недел|"
    r"месяц|январ|феврал|март|апрел|ма[йя]\b|июн|июл|"
    r"август|сентябр|октябр|ноябр|декабр|этаж[аен]|подъезд[оа]|подъезд(?!\w|\s?№?\s?\d)|лини|двор|"
    r"(?:магазин|светофор|контейнер|люк|бак|знак|колод[ец]?ц|киоск)(?:а|ов|ев)\b|жителей|семей|детей|машин\b|урн\b|"
    r"лавочек|скамеек|остановок|дом(?:ов|а|ами?)\s(?!\d)|процент|кв\.?\s?м\b|тыс|млн|балл|градус|класс|"
    r"групп|шт\b|ступен|дерев|фонар|столб|ям\b|"
    r"квартир\b|маршрут|автобус|номер|фз\b|кг\b|т\b|л\b|квт|вольт|ч\b|х\b|x\b|×)|%|₽|°|:\d|\.\d))"
)
_PART = (
    r"(?:[\s,;]{0,3}(?:корпус\w?|корп|кор|к|строение|стр|литера?|лит|блок|кварт?и?р?[аыуе]?|кв|"
    r"комнат[аеу]|комн|ком|оф|подъезде?|под|эт(?:аж)?е?|секция|дом|д)"
    r"(?![^\W\d_])\.?\s{0,2}[№N-]?\s{0,2}\d{1,4}(?!\d)(?:[а-яА-Яa-zA-Z](?![^\W\d_]))?"
    r"|[\s,;]{1,3}(?:корпус|корп\.?|литера?|лит\.?)\s?[а-яА-Я](?!\w)"
    r"|[\s,;]{1,3}\d{1,2}(?:-?й)?\s(?:подъезд|этаж|корпус|секция|блок)(?![^\W\d_])"
    r"(?:[\s,;]{1,3}\d{1,4}(?!\d|\s?[^\W\d_]|[.:]\d))?)"
)
_HOUSE = re.compile(
    r"(?P<before>[\s,.;:()»\"-]{0,4}(?:(?:домовладени\w|дом(?:[аеу]|ом)?|д|вл|владени[ея]|"
    r"участ(?:ок|ка|ке)|уч|стр|строени[ея]|гараж|бокс|блок|корп(?:ус)?|"
    r"квартира|кв|з/у)(?![^\W\d_])\.?\s{0,2}(?:под\s)?)?(?:номер|№|N)?\s{0,2})"
    rf"(?P<house>\d{{1,4}}{_NO_HOUSE}(?:[а-яА-Яa-zA-Z](?![^\W\d_])|\s?[АБВГД](?![^\W\d_])|"
    rf"\s?[«\"'][А-Яа-я][»\"'])?"
    rf"(?:\s?[/\\–—-]\s?\d{{1,4}}(?!\d)(?:[а-яА-Я](?![^\W\d_]))?){{0,3}}(?:[\s,]{{1,2}}\d{{1,3}}(?!\d|\s?[^\W\d_]|[.:]\d))?{_PART}{{0,4}})",
    re.IGNORECASE,
)
_NUMERAL = (
    r"(?:сто|двести|триста|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|"
    r"[а-я]{2,8}надцать|десять|дробь|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять)"
)
_FLAT_WORD = r"(?:квартира|квартире|квартиры|кв\.?)"
# «Ленина пятнадцать, квартира сорок два»; «Мира два раза перекопали» is none: nothing ends after it.
_SPELLED_HOUSE = re.compile(
    rf"[\s,]{{0,3}}(?:дом\s|д\.?\s?)?(?P<house>{_NUMERAL}(?:[\s,-]{{1,3}}{_NUMERAL}){{0,4}}"
    rf"(?:[\s,]{{1,3}}{_FLAT_WORD}\s?{_NUMERAL}(?:\s{_NUMERAL}){{0,2}}|(?=\s{{0,2}}(?:[,.;!\n]|$))))(?!\w)",
    re.IGNORECASE,
)
_SPELLED_FLAT = re.compile(
    rf"(?<!\w){_FLAT_WORD}\s(?P<number>{_NUMERAL}(?:\s{_NUMERAL}){{0,2}})(?!\w)", re.IGNORECASE
)
_SPELLED_HOME = re.compile(
    rf"(?<!\w)дом\s(?P<number>{_NUMERAL}(?:\s{_NUMERAL}){{0,3}}(?:[\s,]{{1,3}}(?:корпус|строение|подъезд|этаж|кв\.?|квартира)\s"
    rf"{_NUMERAL}(?:\s{_NUMERAL}){{0,2}}){{1,3}})(?!\w)",
    re.IGNORECASE,
)  # «дом пять корпус два кв шесть»
_OF_A_FLAT = re.compile(r"\bкв", re.IGNORECASE)  # without it no flat is written in words
_FLAT_IN_TURN = re.compile(
    r"(?<!\w)(?P<number>(?:(?:сто|двести|триста|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|"
    r"восемьдесят|девяносто)\s){0,2}(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|"
    r"[а-я]{2,8}надцат|двадцат|тридцат|сороков|[а-я]{4,6}десят|девяност|сот)(?:ой|ьей|ая|ья|ую|ью))\s"
    r"(?:квартир[аеуы]|кв\.)(?!\w)",
    re.IGNORECASE,
)  # «в сто двадцатой квартире»
_IN_A_DISTRICT = re.compile(
    r"(?<!\d)\d{1,2}(?:-?й)?\s(?:микрорайон|мкрн?|квартал)\w?(?:[\s,.]{1,3}(?:дом|д)\.?)?[\s,.]{1,3}"
    r"(?P<number>\d{1,3}[а-я]?\s?[/–-]\s?\d{1,4})(?!\d)",
    re.IGNORECASE,
)  # «3-й микрорайон, 12-45»
_WITH_FLAT = re.compile(r"\d\w?\s?[/–—-]\s?\d|кв|комн|\d[\s,]+\d", re.IGNORECASE)
_FLAT_OF_HOUSE = re.compile(r"\d\w?(?:\s?[–—-]|[,\s]{1,3}(?:кв|комн?)\D{0,10})\s?(?P<flat>\d)", re.IGNORECASE)
_FLAT = re.compile(
    r"(?<![^\W\d_])(?:кв(?:артир[аеуы]|артирой|-р[аеуы])?|комн(?:ат[аеуы]|атой)?|ком(?=\.)|"
    r"апартамент\w{0,3})\.?[\s:—–-]{0,3}(?:под\s)?(?:номер(?:ом)?|№|N)?\s{0,2}"
    r"(?P<number>\d{1,4}(?!\d|\s?(?:кв\.?\s?)?м\b|\s?(?:человек|лет|год|месяц|дн|раз\b|руб|тыс)|"
    r"\s?м2)(?:\s?[,и-]\s?\d{1,4}(?!\d))?[а-я]?)(?!\w)",
    re.IGNORECASE,
)
_FLAT_AFTER = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,4}(?:-?(?:й|я|ой|ей|ую|ая|ю|"
    r"м))?)\s?(?:-й\s)?(?:квартир(?P<case>ы|а|е|у|ой|ою)|кв\.?(?!\s?\.?\s?м))(?!\w)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"(?:\bиз|\bот|\bу|\bв|\bс|\bк|\bо|над|под|возле|сосед\w{0,3}|жил\w{1,4}|хозя\w{2,5}|номер|"
    r"№)\s{0,2}(?:соседней\s)?$",
    re.IGNORECASE,
)
_BY_WORD = re.compile(
    r"(?<!\w)(?:дом(?:[аеу]|ом)?|участ(?:ок|ка|ке)|уч|д|домовладени\w|гараж[ае]?|"
    r"бокс[ае]?)(?![^\W\d_])\.?\s{0,2}(?:под\s)?(?:номер\w{0,2}|№|N)?\s{0,2}"
    rf"(?P<number>\d{{1,4}}{_NO_HOUSE}[а-я]?(?![^\W\d_])(?:\s?[/–-]\s?\d{{1,4}}(?!\d)[а-я]?)?{_PART}{{0,4}})",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    r"(?<![\d.,№])(?P<number>\d{1,4}(?:-?(?:й|го|м|ом|ый|ого))?[а-я]?)\s(?:дом(?:[аеу]|ом)?)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[!?\n]|(?<=[а-яё]{4})\.\s")


def addresses(
    text: str, words: Sequence[Word], streets: Streets, hints: int, *, houses: bool = True
) -> Iterator[Span]:
    """Where houses and flats stand in the text; without `houses`, flats alone."""
    yield from _spelled(text, words, streets, hints)
    if not any(word.number for word in words):
        return
    yield from _flats(text, words, hints)
    for start, end in _houses(text, words, streets):
        if houses and not _of_a_range(text, start, end):
            yield start, end
        elif nearer := _FLAT_OF_HOUSE.search(text, start, end):
            yield nearer.start("flat"), end


_TO = re.compile(r"\s(?:до|по)\s(?:д(?:ома?|\.)?\s?)?\d", re.IGNORECASE)
_FROM = re.compile(
    r"(?:от|с)\s(?:д(?:ома?|\.)?\s?)?\d{1,4}\w?\s(?:до|по)\s(?:д(?:ома?|\.)?\s?)?$", re.IGNORECASE
)
_RANGE = 30  # characters before its last house in which a range begins


def _of_a_range(text: str, start: int, end: int) -> bool:
    """«от дома 2 до дома 40»: a stretch of a street is nobody's home."""
    return text[start:end].isdigit() and (
        _TO.match(text, end) is not None or _FROM.search(text[max(start - _RANGE, 0) : start]) is not None
    )


def _spelled(text: str, words: Sequence[Word], streets: Streets, hints: int) -> Iterator[Span]:
    """Houses and flats whose numbers are written in words."""
    of_flats = hints & OF_FLATS and _OF_A_FLAT.search(text)
    for pattern in (_SPELLED_FLAT, _SPELLED_HOME, _FLAT_IN_TURN) if of_flats else ():
        for found in pattern.finditer(text):
            yield found.span("number")
    for at, word in enumerate(words) if hints & NUMERAL else ():
        if at in streets.ends or _called_as_a_street(word) or word.lower in OWN_STREETS:
            found_house = _SPELLED_HOUSE.match(text, word.end)
            if found_house and not _of_institution(text, words, at):
                yield found_house.span("house")


def _called_as_a_street(word: Word) -> bool:
    """«Ленина», «Вокзальная»."""
    if not word.capital or len(word.lower) < 5:
        return False
    adjective = word.sense.street and word.lower.endswith(("ая", "ой", "ую", "ского", "цкого"))
    return adjective or "gent" in word.sense.surname or is_famous(word)


def _houses(text: str, words: Sequence[Word], streets: Streets) -> Iterator[Span]:
    for last in sorted(streets.ends):
        yield from _house(text, words, last)
    for at, word in enumerate(words):
        if at not in streets.kept and _bare_street(text, words, at):
            yield from _house(text, words, at)
        elif word.lower in _HOUSE_WORDS and _is_address(text, words, at, streets):
            found = _BY_WORD.match(text, word.start)
            if found:
                yield found.span("number")
    for found in begun(_IN_A_DISTRICT, text, words, DIGITS):
        yield found.span("number")
    for found in begun(_NUMBER_FIRST, text, words, DIGITS):
        at = next((place for place in range(_place(words, found.start()), len(words))), 0)
        if _is_address(text, words, at, streets):
            yield found.span("number")


_HOUSE_WORDS = frozenset(
    [
        "дом",
        "дома",
        "доме",
        "дому",
        "домом",
        "участок",
        "участка",
        "участке",
        "уч",
        "д",
        "гараж",
        "гаража",
        "гараже",
        "бокс",
        "домовладение",
        "домовладения",
        "домовладении",
    ]
)


def _place(words: Sequence[Word], start: int) -> int:
    """The word that begins there."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low


def _flats(text: str, words: Sequence[Word], hints: int) -> Iterator[Span]:
    for found in begun(_FLAT, text, words, FLAT):
        yield found.span("number")
    for found in begun(_FLAT_AFTER, text, words, DIGITS) if hints & OF_FLATS else ():
        counted = found["case"] in ("ы", "а") and found["number"].isdigit()
        before = text[max(found.start() - 20, 0) : found.start()]
        if (
            not counted
            or (found["case"] == "ы" and _OF_WHICH.search(before))
            or (found["case"] == "а" and int(found["number"]) % 10 != 1)
            or (
                int(found["number"]) > 4
                and found["case"] == "ы"
                and int(found["number"]) % 10 not in (2, 3, 4)
            )
        ):
            yield found.span("number")


_DISTRICTS = frozenset(("микрорайон", "микрорайона", "микрорайоне", "мкр", "мкрн", "квартал", "квартале"))
_OF_ITS_NAME = re.compile(r"-\d{1,2}(?!\d)")  # «микрорайон Заря-2»


def _house(text: str, words: Sequence[Word], last: int) -> Iterator[Span]:
    end = words[last].end
    if last and words[last - 1].lower in _DISTRICTS and (numbered := _OF_ITS_NAME.match(text, end)):
        end = numbered.end()
    found = _HOUSE.match(text, end)
    if found is None or (
        "." in found["before"][:1] and len(words[last].lower) > 3 and found["before"][1:2].isspace()
    ):
        return
    flat = _WITH_FLAT.search(found["house"]) is not None
    if flat or not _of_institution(text, words, last):
        yield found.span("house")


def _of_institution(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether the words before speak of what is no home and of no home."""
    started = max(last - _LOOKED_BACK, 0)
    if started >= last:
        return False
    piece = text[words[started].start : words[last].start]
    begin = max((found.end() for found in _SENTENCE_ENDS.finditer(piece)), default=0) + words[started].start
    near = [word.lower for word in words[started:last] if word.start >= begin]
    return any(is_institution(word) for word in near) and not any(is_home(word) for word in near)


def _bare_street(text: str, words: Sequence[Word], at: int) -> bool:
    """«Ленина 15-42»: a street without its kind, told by its case or its fame, before what "
    "looks like a house."""
    word = words[at]
    if (
        word.number
        or at + 1 >= len(words)
        or (not words[at + 1].number and words[at + 1].lower not in _HOUSE_WORDS)
    ):
        return False
    if word.start and text[word.start - 1] in "№":
        return False
    found = _HOUSE.match(text, word.end)
    if found is None:
        return False
    sense, lower = word.sense, word.lower
    flat = _WITH_FLAT.search(found["house"]) is not None
    named = ("gent" in sense.surname and len(lower) > 2) or is_famous(word)  # «по 112» is no street
    if named and (word.capital or flat or is_famous(word)):
        return True
    if _OFFICE.match(lower):
        return False
    adjective = sense.street and lower.endswith(("ая", "ой", "ую", "ского", "цкого", "ый", "ого"))
    if flat and adjective and at and words[at - 1].lower in _WHERE and not _IN_TURN.match(lower):
        return True
    said = words[at + 1].lower in _HOUSE_WORDS  # «Кузнечная, дом 7»
    if word.capital and adjective and (at > 0 or flat or said) and len(lower) > 4:
        return True
    return word.capital and flat and sense.street and len(lower) > 4 and not is_institution(lower)


_OFFICE = re.compile(r"диспетчерск|при[её]мн|учительск|дежурн|столов|мастерск|парикмахерск|аварийн")
_WHERE = frozenset(("с", "на", "по", "из"))
_IN_TURN = re.compile(
    r"перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|последн|средн|кажд|друг|ново|одн"
)


def _is_address(text: str, words: Sequence[Word], at: int, streets: Streets) -> bool:
    """Whether a street or a home is spoken of near a house."""
    first, last = max(at - _LOOKED_ROUND, 0), min(at + _LOOKED_ROUND, len(words))
    near = range(first, last)
    if any(is_home(words[place].lower) for place in near if place != at):
        return True
    if not any(place in streets.ends or _bare_named(words[place]) for place in near):
        return False
    return not any(is_institution(words[place].lower) for place in near)


def _bare_named(word: Word) -> bool:
    return word.capital and is_famous(word)
