"""Names of people in a text: in any case and order, whole or in part.

A patronymic, an «оглы», initials, a first name beside a surname in the same case, or words before it tell a
name; alone a surname or a first name is one where it is hardly anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from domain.messages.masking.beginnings import begun
from domain.messages.masking.gazetteer import (
    ADJECTIVE,
    CALLED_AFTER,
    EASTERN,
    ELDERS,
    FAMOUS,
    INTRODUCED,
    NATURAL,
    NEVER_FIRST,
    NOT_FIRST,
    NOT_NAMES,
    OF_FATHER,
    OWN_SETTLEMENTS,
    SHORT_NAMES,
    SIGNED,
    WAYS,
    is_person,
)
from domain.messages.masking.hints import CAPITALS, INTRODUCES, LETTER, NAME, PERSON, SIGNS
from domain.messages.masking.streets import Streets, is_famous
from domain.messages.masking.words import Span, Word

_BLANKS = re.compile(r"[ \t\u00a0\u2009\u202f\n]{1,3}")
_AGREEING = {"ая": ("а", "я", "ь"), "ую": ("у", "ю", "ь")}  # «Вишневская школу закрыла» is somebody
# «Зинаида Фёдоровна | Пшеничная»: a surname that is an adjective has the ending its patronymic asks for.
_ADJECTIVAL: Mapping[str, tuple[str, ...]] = {
    "на": ("ая",), "не": ("ой",), "ны": ("ой",), "ну": ("ую",),
    "ич": ("ий", "ый", "ой"), "ча": ("ого",), "чу": ("ому",),
}  # fmt: skip
_SHOUTED = 0.6  # a text with more of its letters capital says nothing by them
_SURE, _LIKELY, _SOME = 0.9, 0.5, 0.25
_SYLLABLE = 5  # letters of a name of one syllable, with its ending
# Without it none of the five that follow finds anything.
_ANY_INITIALS = re.compile(r"(?<!\w)[А-ЯЁа-яё](?:\.|[ \u00a0][А-ЯЁа-яё](?!\w))")
_INITIALS = re.compile(r"(?<![\w.])[А-ЯЁ]\.[ \u00a0]?(?:[А-ЯЁ]\.)?(?![а-яё])")
_BARE_INITIALS = re.compile(r"(?<!\w)[А-ЯЁ][ \u00a0][А-ЯЁ](?=\s{0,2}(?:[,;\n]|$))")  # «КОТОВА М И»
_BARE_SMALL = re.compile(r"(?<!\w)[бгдезлмнпрстфхцчшщэю] [а-яё](?!\w)")  # «дроздовой т а»
_SMALL_INITIALS = re.compile(r"(?<![\w.])[а-яё]\.[ \u00a0]?[а-яё]\.")
_ORDINARY_INITIALS = frozenset(
    ("т.д.", "т.п.", "т.е.", "т.к.", "и.о.", "н.э.", "д.р.", "г.р.", "м.о.", "г.о.", "е.д.")
)
_BARE_LETTERS = re.compile(
    r"(?<!\w)(?:[А-ЯЁ] [А-ЯЁ]|[а-яё] [а-яё])(?!\w)"
)  # «я поляков в г», «Шаров Д Е молчит»
_LIKE_A_SURNAME = re.compile(r"[а-яё]{3,}(?:ов|ев|ёв|ин|ын|ий|ая|ова|ева|ёва|ина|ына|ко|ук|юк|ич|их|ых)")
# «кузина», «плотников»: what beside a first name is a surname, though the dictionary knows another word.
_SHAPED = re.compile(
    r"(?!(?:магаз|бенз|маш|рез|карт|полов|прич|глуб|мужч|женщ|старш|общ|витр|корз|плот)ин)(?!готов|здоров)"
    r"[а-яё]{2,}(?:ов|ев|ёв|ин|ын)(?:а|у|ой|ым)?"
)
_FAMILY = re.compile(
    r"(?!коров|голов|основ|подков|готов|здоров)[а-яё]{2,}(?:ов|ев|ёв)(?:ы|ым|ыми)"
)  # «соседи гусевы»
_SHORTENED = re.compile(r"[а-яё]{2,5}к[аиеу]")  # «галка», «витька»
_TO_A_STREET = frozenset(["на", "по", "угол", "угла", "между", "вдоль"])
_TO_A_PLACE = frozenset(["на", "в", "во", "из", "через"])
_OWN_CASES = frozenset(("accs", "loct", "datv"))
_SPEAKS = frozenset(("я", "от", "пишет", "обращается", "просит", "уважением", "подпись", "заявитель"))
_OF_A_HOUSE = re.compile(
    r"\s{1,3}(?:из|с|со)\s{1,3}(?:\d{1,4}(?:-?\w{1,3})?\s{0,3})?(?:подъезд|кварт|кв\b|этаж|общежити)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…\n:;•]\s{0,3}[-–—«\"(]?\s{0,2}$")


def names_in(text: str, words: Sequence[Word], streets: Streets, hints: int) -> list[Span]:
    """Where names stand in the text."""
    return _Names(text, words, streets, hints).spans()


def _is_shouted(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words if not word.number)
    shouted = sum(len(word.text) for word in words if word.hints & CAPITALS)
    return letters > 0 and shouted / letters > _SHOUTED


def _never(word: Word) -> bool:
    return word.lower in NEVER_FIRST or word.sense.lemma in NEVER_FIRST


def _is_shaped(word: Word) -> bool:
    return not word.sense.verb and _SHAPED.fullmatch(word.lower) is not None


def _is_sure_first(word: Word) -> bool:
    sure = bool(word.sense.first) and word.sense.sure >= _LIKELY and word.lower not in NOT_FIRST
    return sure or word.lower in SHORT_NAMES


class _Names:
    def __init__(self, text: str, words: Sequence[Word], streets: Streets, hints: int) -> None:
        self._text = text
        self._hints = hints
        self._words = words
        self._kept = set(streets.kept)
        self._hit: set[int] = set()
        self._initials: list[Span] = []
        # A short text in capitals may be a name and nothing else: its letters say nothing as well.
        self._shouting = hints & CAPITALS > 0 and _is_shouted(words)

    @cached_property
    def _starts(self) -> Mapping[int, int]:
        return {word.start: at for at, word in enumerate(self._words)}

    @cached_property
    def _stops(self) -> Mapping[int, int]:
        return {word.end: at for at, word in enumerate(self._words)}

    def spans(self) -> list[Span]:
        named = [at for at, word in enumerate(self._words) if word.hints & NAME]
        for at in sorted({*named, *(at - 1 for at in named if at)}):
            word = self._words[at]
            if word.number or at in self._kept:
                continue
            if word.sense.patronymic and self._is_patronymic(at):
                self._of_patronymic(at)
            elif word.lower.rpartition("-")[2] in OF_FATHER:
                self._of_father(at)
            elif word.lower in ELDERS:
                self._honoured(at)
            elif self._may_pair(at) and self._adjacent(at):
                self._pair(at, at + 1)
        if self._hints & LETTER and _ANY_INITIALS.search(self._text):
            self._with_initials()
        self._introduced()
        for at in named:
            if self._words[at].sense.part_of_name and at not in self._kept and at not in self._hit:
                self._alone(at)
        if self._hit:  # who is listed stands beside one that was found
            for at, word in enumerate(self._words):
                if at not in self._hit and self._free(at) and self._is_listed(word, at):
                    self._hit.add(at)
        return [*self._grown(), *self._initials]

    def _grown(self) -> Iterator[Span]:
        for at in sorted(self._hit):
            yield self._words[at].start, self._words[at].end

    # What a word is where it stands

    def _capital(self, at: int) -> bool:
        return self._words[at].capital and not self._shouting

    def _adjacent(self, at: int) -> bool:
        """Whether only blanks part it from the next word."""
        if at < 0 or at + 1 >= len(self._words):
            return False
        return _BLANKS.fullmatch(self._text, self._words[at].end, self._words[at + 1].start) is not None

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins with it, so that its capital letter says nothing."""
        start = self._words[at].start
        return at == 0 or _ENDS.search(self._text[max(start - 6, 0) : start]) is not None

    def _free(self, at: int) -> bool:
        return 0 <= at < len(self._words) and at not in self._kept and not self._words[at].number

    def _may_be_name(self, at: int) -> bool:
        """A capital word that is no known word of another kind, or a part of a name."""
        word = self._words[at]
        if word.lower in NOT_NAMES or is_person(word.lower):
            return False
        if word.sense.part_of_name:
            return True
        if not self._capital(at) or len(word.lower) < 2 or word.text.isupper():
            return word.lower in EASTERN and self._capital(at)
        return not word.sense.known or word.lower in EASTERN or not self._begins(at)

    # Names of several words

    def _is_patronymic(self, at: int) -> bool:
        word = self._words[at]
        after_a_first = at > 0 and bool(self._words[at - 1].sense.first)  # «к макару | савельичу»
        told = word.capital or word.sense.known or after_a_first
        return word.sense.patronymic and told and not word.sense.place

    def _of_patronymic(self, at: int) -> None:
        self._hit.add(at)
        left = at - 1
        for _ in range(2):
            if not (self._adjacent(left) and self._free(left) and self._before_a_patronymic(left)):
                break
            self._hit.add(left)
            left -= 1
        right = at + 1
        if self._adjacent(at) and self._free(right) and right not in self._hit:
            sense = self._words[right].sense
            unknown = self._capital(right) and self._may_be_name(right) and not sense.verb
            named = at - 1 in self._hit and _is_shaped(self._words[right])
            if sense.surname or named or (unknown and not self._begins(right)):
                self._hit.add(right)

    def _before_a_patronymic(self, at: int) -> bool:
        """«аренды: Щеглов | Матвей Родионович», though goldfinches are no surname to the dictionary."""
        word = self._words[at]
        return self._may_be_name(at) or (
            word.capital
            and not word.sense.verb
            and word.lower not in NOT_NAMES
            and not is_person(word.lower)
            and _LIKE_A_SURNAME.fullmatch(word.lower) is not None
        )

    def _of_father(self, at: int) -> None:
        left = at - 1
        chain: list[int] = []
        while len(chain) < 3 and self._adjacent(left) and self._free(left) and self._of_rare_name(left):
            chain.append(left)
            left -= 1
        if chain or "-" in self._words[at].lower:
            self._hit.update((at, *chain))

    def _honoured(self, at: int) -> None:
        """«Зульфия | ханум»."""
        if self._adjacent(at - 1) and self._free(at - 1) and self._of_rare_name(at - 1):
            self._hit.add(at - 1)

    def _of_rare_name(self, at: int) -> bool:
        """Before an «оглы» no dictionary has every name, nor has everybody capitals: «севиндж рауф кызы»."""
        word = self._words[at]
        return self._may_be_name(at) or (
            not word.sense.known and len(word.lower) > 2 and word.lower not in NOT_NAMES
        )

    def _may_pair(self, at: int) -> bool:
        """Whether it or the next word may be a part of a name; most are not, and are asked nothing else."""
        words = self._words
        return (
            words[at].sense.part_of_name
            or words[at].lower in EASTERN
            or (at + 1 < len(words) and words[at + 1].sense.part_of_name)
        )

    def _pair(self, at: int, after: int) -> None:
        """A first name and a surname side by side, in either order."""
        if not self._free(after) or self._is_patronymic(after):
            return
        one, other = self._words[at], self._words[after]
        if one.lower in NOT_NAMES or other.lower in NOT_NAMES:
            return
        if is_famous(one, other) or is_famous(other, one):
            self._kept.update((at, after))
            return
        capitals = self._capital(at) and self._capital(after)
        eastern = capitals and one.lower in EASTERN and len(other.text) <= _SYLLABLE
        if (
            (one.sense.agrees(other.sense) and self._sure_enough(one, other, capitals=capitals))
            or (eastern and other.lower in EASTERN and not self._begins(after))
            or (capitals and one.lower in EASTERN and self._in_no_dictionary(other))
            or (capitals and other.lower in EASTERN and self._in_no_dictionary(one))
            or (capitals and (self._unusual(at, after) or self._unusual(after, at)))
            or (capitals and self._rare_first(at, after))
            or self._shaped_beside(one, other)
            or (capitals and self._in_no_dictionary(one) and self._in_no_dictionary(other))
        ):
            self._hit.update((at, after))
            if eastern:
                self._third_syllable(after)

    def _in_no_dictionary(self, word: Word) -> bool:
        """«Ван | Цзяньго», «Нгуен | Тхань»: beside such a surname a capital word that nobody knows."""
        return not (word.sense.known or word.sense.place or word.text.isupper())

    def _first_syllable(self, at: int) -> bool:
        """«уборщица О | Сун Хи»."""
        return (
            self._words[at].lower in EASTERN
            and self._adjacent(at)
            and self._capital(at + 1)
            and self._words[at + 1].lower in EASTERN
        )

    def _third_syllable(self, second: int) -> None:
        """«Цой Ен | Су»."""
        third = second + 1
        if self._adjacent(second) and self._free(third) and self._capital(third) and self._may_be_name(third):
            self._hit.add(third)

    def _sure_enough(self, one: Word, other: Word, *, capitals: bool) -> bool:
        low, high = sorted((one.sense.sure, other.sense.sure))
        if {one.lower, other.lower} & NEVER_FIRST:
            return False
        if capitals:
            return high >= _SOME
        known = one.sense.known and other.sense.known
        return (known and high >= _LIKELY and low >= _SOME) or (high >= _SURE and low >= _LIKELY)

    def _shaped_beside(self, one: Word, other: Word) -> bool:
        """«хозяин собаки сомов илья»: in one line, and no «магазин людмила»."""
        name, surname = (other, one) if other.sense.first else (one, other)
        return (
            "nomn" in name.sense.first
            and name.sense.sure >= _SURE
            and surname.lower.endswith(("ов", "ев", "ёв"))
            and _is_shaped(surname)
            and "\n" not in self._text[one.end : other.start]
        )

    def _unusual(self, first: int, surname: int) -> bool:
        """A sure first name with a capital word that no dictionary has as a surname: «Сергей Заяц», "
        "«Пак Елена»."""
        name, other = self._words[first], self._words[surname]
        sure = name.sense.first and name.sense.sure >= _LIKELY and name.lower not in NOT_FIRST | NEVER_FIRST
        if not sure or other.text.isupper() or other.lower in NOT_NAMES or is_person(other.lower):
            return False
        if other.lower in EASTERN or not other.sense.known:
            return True
        if "nomn" in name.sense.first and _is_shaped(other):
            return True
        return (
            not self._begins(surname)
            and not other.sense.place
            and not other.sense.verb
            and len(other.lower) > 2
        )

    def _rare_first(self, surname: int, first: int) -> bool:
        """A sure surname with a capital word that no dictionary has: «Каримов Бахром»."""
        sure, other = self._words[surname].sense, self._words[first]
        return (
            bool(sure.surname)
            and sure.sure >= _LIKELY
            and not (other.sense.known or other.sense.place or other.text.isupper() or self._begins(first))
        )

    def _with_initials(self) -> None:
        for pattern in (_INITIALS, _SMALL_INITIALS):
            for found in pattern.finditer(self._text):
                if found[0].replace(" ", "").lower() not in _ORDINARY_INITIALS:
                    self._beside_initials(found.start(), found.end(), small=pattern is _SMALL_INITIALS)
        for found in (*_BARE_INITIALS.finditer(self._text), *_BARE_SMALL.finditer(self._text)):
            at = self._before(found.start())
            if at is None or not self._free(at):
                continue
            sense = self._words[at].sense
            if sense.surname and sense.sure >= (_SOME if _is_shaped(self._words[at]) else _LIKELY):
                self._hit.add(at)
                self._initials.append(found.span())
        for found in _BARE_LETTERS.finditer(self._text):
            at = self._before(found.start())
            if at is None or not self._free(at):
                continue
            word = self._words[at]
            said = at > 0 and self._words[at - 1].lower in _SPEAKS
            capital = self._capital(at) and found[0].isupper() and word.sense.sure >= _LIKELY
            if (word.sense.surname or (said and _is_shaped(word))) and (said or capital):
                self._hit.add(at)
                self._initials.append(found.span())

    def _beside_initials(self, start: int, end: int, *, small: bool) -> None:
        whole = self._text[start:end].count(".") == 2
        beside = [
            at
            for at in (self._before(start), self._after(end))
            if at is not None and self._free(at) and len(self._words[at].lower) > 1
        ]
        # «Подпись: С. Ю. Верхоланцева»: what is likelier a surname of the two.
        for at in sorted(beside, key=lambda at: not self._words[at].sense.surname):
            word = self._words[at]
            surname = bool(word.sense.surname) and word.sense.sure >= (
                _LIKELY if small or not whole else _SOME
            )
            capital = (
                not small and whole and word.capital and not (word.text.isupper() and len(word.text) < 4)
            )
            plain = (
                word.lower in NOT_NAMES
                or is_person(word.lower)
                or self._famous_with(at, start)
                or (self._begins(at) and word.sense.verb)
            )
            if (surname or (capital and (word.sense.part_of_name or not word.sense.verb))) and not plain:
                self._hit.add(at)
                self._initials.append((start, end))
                return

    def _famous_with(self, at: int, start: int) -> bool:
        """«К. | Маркса» is a street, «С. Маркса» is somebody."""
        word = self._words[at]
        owner = FAMOUS.get(word.sense.lemma) or FAMOUS.get(word.lower)
        return owner is not None and owner[0] == self._text[start].lower()

    def _before(self, start: int) -> int | None:
        for at in range(start, max(start - 3, 0), -1):
            if at in self._stops:
                return self._stops[at]
        return None

    def _after(self, end: int) -> int | None:
        for at in range(end, end + 3):
            if at in self._starts:
                return self._starts[at]
        return None

    # Names told by what stands before them

    def _introduced(self) -> None:
        for found in begun(INTRODUCED, self._text, self._words, INTRODUCES):
            self._next_names(self._after(found.end()), sure=True)
        for found in begun(SIGNED, self._text, self._words, SIGNS):
            self._next_names(self._after(found.end()), sure=False)
        for at, word in enumerate(self._words) if self._hints & PERSON else ():
            if word.hints & PERSON and self._adjacent(at):
                self._next_names(at + 1, sure=False, most=3)
                self._of_what(at + 2)

    def _of_what(self, at: int) -> None:
        """«водитель маршрутки | кротов», «сосед сверху | Хромов»."""
        if not (self._adjacent(at - 1) and self._free(at) and self._free(at - 1)) or at in self._hit:
            return
        word = self._words[at]
        if len(self._words[at - 1].lower) < 4 or word.lower in OWN_SETTLEMENTS:  # «пенсионер из Ваньков»
            return
        capital = self._capital(at) and not word.sense.place and not is_famous(word)
        shaped = _is_shaped(word) or _FAMILY.fullmatch(word.lower)
        if shaped and (capital or (word.sense.surname and word.sense.sure >= _SOME)):
            self._hit.add(at)

    def _next_names(self, at: int | None, *, sure: bool, most: int = 3) -> None:
        if at is None:
            return
        for _ in range(most):
            if not self._free(at) or not (self._introduces(at, sure=sure) or self._goes_with(at)):
                return
            self._hit.add(at)
            if not self._adjacent(at):
                return
            at += 1

    def _goes_with(self, at: int) -> bool:
        """«студент чжан | вэйминь», «сосед гриша | плотников», «зинаида фёдоровна | пшеничная»."""
        if not at or at - 1 not in self._hit:
            return False
        before, word = self._words[at - 1], self._words[at]
        if before.sense.patronymic:
            return len(word.lower) > 4 and word.lower.endswith(_ADJECTIVAL.get(before.lower[-2:], ()))
        if _is_sure_first(before) and (_is_shaped(word) or word.lower.endswith(("ых", "их"))):
            return True
        called = before.sense.agrees(word.sense) or (
            self._capital(at) and "nomn" in word.sense.first and self._capital(at - 1)
        )
        return (called and not _never(word)) or (before.lower in EASTERN and self._in_no_dictionary(word))

    def _before_another(self, at: int, *, sure: bool) -> bool:
        """«сосед кузин | артём», «пишет мельников | роман», «от галки | мироновой»."""
        if not self._adjacent(at):
            return False
        word, after = self._words[at], self._words[at + 1]
        if sure and _SHORTENED.fullmatch(word.lower) and after.sense.surname:
            return after.sense.sure >= _SURE
        if self._capital(at) and self._capital(at + 1) and not self._begins(at):
            return "nomn" in after.sense.first and not _never(after)
        return _is_shaped(word) and (word.sense.agrees(after.sense) or _is_sure_first(after))

    def _introduces(self, at: int, *, sure: bool) -> bool:
        word = self._words[at]
        if word.lower in NOT_NAMES or is_person(word.lower) or _never(word) or is_famous(word):
            return False
        like_one = not word.sense.known and word.sense.sure >= _LIKELY  # «семья хабибуллиных»
        named = word.sense.part_of_name and (word.sense.known or like_one)
        if word.lower in SHORT_NAMES:
            return True
        if (sure and word.sense.surname and word.sense.sure >= _LIKELY) or self._before_another(
            at, sure=sure
        ):
            return True
        if _FAMILY.fullmatch(word.lower) and self._words[at - 1].lower.endswith(("и", "я", "ей", "ям")):
            return True
        if self._capital(at) and _is_shaped(word) and not self._begins(at) and not word.sense.place:
            return True  # «мастер Килин», though a keel is no surname to the dictionary
        if self._capital(at) and (len(word.lower) > 1 or self._first_syllable(at)):
            if named and (sure or word.sense.sure >= _SOME or not self._begins(at)):
                return True
            if (word.text.isupper() and len(word.text) > 1) or word.sense.place:
                return False
            return word.lower in EASTERN or not word.sense.known or (sure and not word.sense.verb)
        return named and word.sense.sure >= (_SOME if sure else _LIKELY) and word.lower not in NOT_FIRST

    # A single word

    def _alone(self, at: int) -> None:
        word = self._words[at]
        sense = word.sense
        if not sense.known and not (sense.surname and self._capital(at) and sense.sure >= _LIKELY):
            return
        if word.lower in NOT_NAMES or sense.place or is_famous(word) or _never(word):
            return
        if word.lower in OWN_SETTLEMENTS or self._led_to(at):
            return
        if self._quoted(at) or (word.text.isupper() and not self._shouting) or self._names_a_place(at):
            return
        if sense.surname and not sense.first and not self._to_a_street(at):
            if self._capital(at):
                family = "plur" in sense.surname and not self._begins(at)
                begins = self._begins(at) and sense.known and not self._lives_there(at)
                least = _SOME if family else _SURE if begins else _LIKELY
                if sense.sure >= least:
                    self._hit.add(at)
            elif sense.sure >= 0.97 and len(word.lower) > 4:
                self._hit.add(at)
        elif sense.first and not _never(word):
            self._first_alone(at)

    def _is_listed(self, word: Word, at: int) -> bool:
        """«Мухин, | Зыков | и Телегина»: between two names."""
        if not (at - 1 in self._hit and at < len(self._words) - 1 and self._capital(at)):
            return False
        after = at + 2 if self._words[at + 1].lower == "и" else at + 1
        gaps = (
            self._text[self._words[at - 1].end : word.start],
            self._text[word.end : self._words[at + 1].start],
        )
        return after in self._hit and _is_shaped(word) and all(gap in (", ", " ") for gap in gaps)

    def _first_alone(self, at: int) -> None:
        word = self._words[at]
        if self._capital(at):
            least = _SURE if self._begins(at) else _SOME / 5 if word.lower in NOT_FIRST else _LIKELY
            if word.sense.sure >= least and not (self._begins(at) and word.lower in NOT_FIRST):
                self._hit.add(at)
        elif word.sense.sure >= 0.97 and len(word.lower) > 3 and word.lower not in NOT_FIRST:
            self._hit.add(at)

    def _names_a_place(self, at: int) -> bool:
        """«Андреевская ярмарка», «Медведева роща»: what would be a surname alone says which one."""
        if not self._adjacent(at):
            return False
        after = self._words[at + 1].lower
        adjective = ADJECTIVE.fullmatch(self._words[at].lower)
        if adjective and CALLED_AFTER.match(after):
            return after.endswith(_AGREEING.get(adjective[0][-2:], ""))
        return NATURAL.fullmatch(after) is not None

    def _lives_there(self, at: int) -> bool:
        """«Иванова | из 5 подъезда»: no street does."""
        return _OF_A_HOUSE.match(self._text, self._words[at].end) is not None

    def _quoted(self, at: int) -> bool:
        start, end = self._words[at].start, self._words[at].end
        return self._text[max(start - 1, 0) : start] in ("«", '"', "“", "„") or self._text[end : end + 1] in (
            "»",
            "”",
        )

    def _led_to(self, at: int) -> bool:
        """«дорога на Фоки», «автобус в Ваньки»: a place, whatever it is called after."""
        words = self._words
        return (
            at > 1
            and words[at - 1].lower in _TO_A_PLACE
            and WAYS.fullmatch(words[at - 2].lower) is not None
            and self._adjacent(at - 1)
            and self._adjacent(at - 2)
        )

    def _to_a_street(self, at: int) -> bool:
        """«на Кирова», «по Петрова», «Петрова, 15»: how streets are called without their kind."""
        word = self._words[at]
        if "gent" not in word.sense.surname:
            return False
        after = self._words[at + 1] if at + 1 < len(self._words) else None
        if after is not None and after.number and after.start - word.end <= 4:
            return True
        if at == 0 or not self._adjacent(at - 1):
            return False
        return self._words[at - 1].lower in _TO_A_STREET or (
            self._words[at - 1].lower == "и" and self._street_before(at)
        )

    def _street_before(self, at: int) -> bool:
        before = self._words[at - 2] if at > 1 else None
        return before is not None and (
            at - 2 in self._kept or is_famous(before) or before.lower.endswith("ой")
        )
