"""A table's header: in which rows it stands and which column holds which field."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.registries.cells import Cell, is_empty, raw_text
from bot.registries.meanings import may_tell_of_answers, meanings_of
from domain.imports.understanding import NOTHING, Understanding
from domain.office.profile import RegistryMapping

HEADER_WITHIN_ROWS = 40
_MOST_ROWS = 3
_FEWEST_KNOWN = 2
_FEWEST_NAMES = 3
_LONGEST_NAME = 60
# A registry's date of receipt may stand in either: journals of appeals know the registration alone.
_DATES = ("received_at", "registered_at", "number_and_date")
_ANSWERS = ("answered_at", "answered_mark")
_NUMBERS = ("number", "number_and_date")
# Columns of a time of day beside one of a date.
TIMES = {
    "received_at": "received_time",
    "registered_at": "registered_time",
    "answered_at": "answered_time",
}
_ROW_NUMBERS = frozenset(("номер", "номер п п", "п п", "пп", "номер пп", "n", "n п п"))
_ONLY_ROW_NUMBERS = _ROW_NUMBERS - {"номер", "n"}
# Of the message where it has no other number, else perhaps of the answer: then it is asked.
_WHOSE_IS_NOT_SAID = frozenset(("номер и дата", "номер дата", "дата и номер", "дата номер"))
# Rows that were set aside come back under it.
_OF_A_LETTER = re.compile(r"(столбец [A-Z]{1,3}) без названия \(значений: \d+\)")
_OF_THE_PROBLEM = re.compile(r"(?:адрес|место)\w* (?:проблем|мест|объект|событ|происшеств|инцидент|наруш)")
_OF_THE_POST = re.compile(r"\b(?:публикац|опубликован|размещени|пост[а]?\b)")
# Over columns of what came after the message: their numbers, dates and words are not its own.
_OF_THE_ANSWER = re.compile(
    r"(?:(?:сведения|информация|данные|реквизиты|отметка|ход) (?:об? )?)?"
    r"(?:ответ(?!ств)|исполн|исх|поручени|резолюц|продлени|перенаправ|результат|направлен|решени|закрыти|"
    r"отправк|контрол|передан|куда |кому )"
)
_THE_MESSAGES_OWN = frozenset(
    (*_NUMBERS, "received_at", "received_time", "registered_at", "registered_time", "text")
)
_A_VALUE = re.compile(r"\d{2}")
_WORD_BROKEN_OFF = re.compile(r"(?<=[а-яёa-z])-\s*\n\s*(?=[а-яёa-z])")


def normalise_words(text: str) -> str:
    """A header or a word of a column to compare by: no case, punctuation, repeated spaces; «ё» is «е»."""
    text = _WORD_BROKEN_OFF.sub("", text.casefold()) if "\n" in text else text
    text = unicodedata.normalize("NFKC", text.replace("№", " номер ")).casefold().replace("ё", "е")
    return " ".join("".join(char if char.isalnum() else " " for char in text if char != "\xad").split())


def counts_rows(header: str) -> bool:
    """Whether a column under this header may number the rows of its table: «№», «№ п/п»."""
    return normalise_words(header) in _ROW_NUMBERS and "омер" not in header.casefold()


@dataclass(frozen=True, slots=True)
class Head:
    """A header of one row or several, the `last` of them counted from 0.

    Of each column: `shown`, as it stands in the file, and `names` to compare by, its own
    first, then with what stands above it. Columns apart never have one own name: the second «Дата» is
    known by what stands above it, else by the column before it, «Исх. № Дата».
    """

    last: int
    shown: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def own_names(self) -> tuple[str, ...]:
        """Each column's own name, empty where it has none."""
        return tuple(names[0] if names else "" for names in self.names)

    def counts_rows(self, at: int) -> bool:
        """Whether the column may number the rows of its table, whatever stands above it."""
        return counts_rows(self.shown[at]) or any(name in _ONLY_ROW_NUMBERS for name in self.names[at])


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold a field, the most wanted first; `named`: how many by the mapping."""

    mapping: RegistryMapping
    fields: Mapping[str, tuple[int, ...]]
    named: int = 0
    passed_over: frozenset[int] = frozenset()

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without which no message can be kept and for which there is no column."""
        wanted = (("number", _NUMBERS), ("received_at", _DATES))
        return tuple(field for field, any_of in wanted if not any(one in self.fields for one in any_of))

    def unread(self, headers: Sequence[str]) -> tuple[int, ...]:
        """Columns with a (normalised) header in which no field was found."""
        read = {index for indexes in self.fields.values() for index in indexes} | self.passed_over
        return tuple(index for index, header in enumerate(headers) if header and index not in read)

    def by_place(self, width: int) -> tuple[str, ...]:
        """The field of each of so many columns, empty where none was found."""
        taken = {index: field for field, indexes in self.fields.items() for index in indexes}
        return tuple(taken.get(index, "") for index in range(width))

    @property
    def rank(self) -> tuple[int, int, int]:
        """For choosing between mappings: whether a message can be read at all, then how many fields."""
        return (-len(self.missing), self.named, len(self.fields))


def columns_by(mapping: RegistryMapping, head: Head, understood: Understanding | None = None) -> Columns:
    """The columns that a person named, then those that the mapping does, then those that mean a field."""
    said = (understood or Understanding()).columns
    told = {index: said[name] for index, name in enumerate(head.own_names) if name in said}
    fields: dict[str, tuple[int, ...]] = {}
    for index, field in told.items():
        if field != NOTHING:
            fields[field] = (*fields.get(field, ()), index)
    for field, synonyms in mapping.headers.items():
        wanted = dict.fromkeys(normalise_words(synonym) for synonym in synonyms)
        found = [
            index
            for synonym in wanted
            for index, names in enumerate(head.names)
            if synonym and synonym in names and index not in told and not _means_other(names, field)
        ]
        if found:
            fields[field] = tuple(dict.fromkeys((*fields.get(field, ()), *found)))
    named = len(fields)
    _put_row_numbers_last(fields, head)
    _add_by_meaning(fields, head, told)
    passed_over = frozenset(index for index, field in told.items() if field == NOTHING)
    return Columns(mapping, fields, named, passed_over)


def may_hold(field: str, names: tuple[str, ...]) -> bool:
    """Whether a column of these names may hold the field, by the sense of one of them."""
    return any(field in meanings_of(name) for name in names) and not _is_of_the_answer(names, field)


def of_the_answer(names: tuple[str, ...]) -> bool:
    """Whether a column tells of the answer or of what else came after the message."""
    return any(_OF_THE_ANSWER.match(name) or may_tell_of_answers(name) for name in names)


def _means_other(names: tuple[str, ...], field: str) -> bool:
    """Whether what stands above a column makes it another's: «Дата» under «Ответ»."""
    other = any((fields := meanings_of(name)) and field not in fields for name in names[1:])
    return other or _is_of_the_answer(names, field)


def _is_of_the_answer(names: tuple[str, ...], field: str) -> bool:
    """Whether what the message itself would say stands under a title of the answer: its number, its text."""
    return field in _THE_MESSAGES_OWN and any(_OF_THE_ANSWER.match(name) for name in names[1:])


def _put_row_numbers_last(fields: dict[str, tuple[int, ...]], head: Head) -> None:
    if "number" in fields:
        fields["number"] = tuple(sorted(fields["number"], key=head.counts_rows))


def _add_by_meaning(fields: dict[str, tuple[int, ...]], head: Head, told: Mapping[int, str]) -> None:
    taken = {index for indexes in fields.values() for index in indexes} | set(told)
    only_counts = all(head.counts_rows(index) for index in fields.get("number", ()))
    before = dict(fields)
    counting: list[int] = []
    for index, names in sorted(enumerate(head.names), key=lambda column: _is_of_the_post(column[1])):
        if index in taken or not names:
            continue
        if head.counts_rows(index):
            counting.append(index)
            continue
        free = [
            field
            for name in names
            for field in meanings_of(name)
            if field not in before or (field == "number" and only_counts)
            if not (field == "number_and_date" and name in _WHOSE_IS_NOT_SAID and "number" in fields)
            if not _is_of_the_answer(names, field)
            if not (field == "place" and _means_other(names, field))
        ]
        field = next((one for one in free if one not in fields or (one == "number" and only_counts)), None)
        if field is not None:
            fields[field] = (index, *fields.get(field, ()))
            only_counts = only_counts and field != "number"
    if counting and not any(field in fields for field in _NUMBERS):
        fields["number"] = tuple(counting)
    _take_times_for_dates(fields)
    _take_the_citizens_address(fields, head)


def _is_of_the_post(names: tuple[str, ...]) -> bool:
    """Whether a column is about the post that a message was made of: its own columns come first."""
    return bool(names) and _OF_THE_POST.search(names[0]) is not None


def _take_times_for_dates(fields: dict[str, tuple[int, ...]]) -> None:
    """«Время поступления» alone is not the time of day: there is no date that it could belong to."""
    for field, of_day in TIMES.items():
        dates = _DATES if field in _DATES else _ANSWERS
        if of_day in fields and not any(one in fields for one in dates):
            fields[field] = fields.pop(of_day)


def _take_the_citizens_address(fields: dict[str, tuple[int, ...]], head: Head) -> None:
    """«Адрес» beside «Адрес проблемы» is where the citizen lives."""
    places = fields.get("place", ())
    bare = [at for at in places if head.own_names[at] == "адрес"]
    if bare and any(_OF_THE_PROBLEM.search(head.own_names[at]) for at in places):
        fields["place"] = tuple(at for at in places if at not in bare)
        fields["author_address"] = (*fields.get("author_address", ()), *bare)


def best_columns(
    mappings: Sequence[RegistryMapping], head: Head, understood: Understanding | None = None
) -> Columns:
    """The columns by the mapping that knows this table best; the first one among equals."""
    return max(
        (columns_by(mapping, head, understood) for mapping in mappings), key=lambda columns: columns.rank
    )


def find_head(
    rows: Sequence[Sequence[Cell]],
    mappings: Sequence[RegistryMapping],
    understood: Understanding | None = None,
) -> Head | None:
    """The rows that most look like headers, the fewest and first among equals; None when none do."""
    best, begin, best_rank = None, 0, (-9, 0, 0, 0)
    for first in range(len(rows)):
        for last in range(first, min(first + _MOST_ROWS, len(rows))):
            if last > first and not _may_go_on(rows[last]):
                break
            head = head_of(rows[first : last + 1], last)
            columns = best_columns(mappings, head, understood)
            # By a word above it more is understood of «Дата» than by its own.
            understood_most = (-len(columns.missing), len(columns.fields), columns.named)
            rank = (*understood_most, first - last)
            if len(columns.fields) >= _FEWEST_KNOWN and rank > best_rank:
                best, begin, best_rank = head, first, rank
    if best is None:
        return None
    if begin and _reaches_down(rows[begin - 1], rows[begin]) and best.last - begin + 1 < _MOST_ROWS:
        titled = head_of(rows[begin - 1 : best.last + 1], best.last)
        if len(best_columns(mappings, titled, understood).missing) <= -best_rank[0]:
            best, begin = titled, begin - 1
    last = best.last + 1
    while last < min(begin + _MOST_ROWS, len(rows)) and _ends_the_header(
        rows[last], best, mappings, understood
    ):
        best = head_of(rows[begin : last + 1], last)
        last += 1
    return best


def _reaches_down(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether cells of a row of names are merged with those below: it is of the same header."""
    named = all(is_empty(cell) or _is_name(cell) for cell in row)
    return named and any(one == other and not is_empty(one) for one, other in zip(row, below, strict=False))


def _ends_the_header(
    row: Sequence[Cell],
    head: Head,
    mappings: Sequence[RegistryMapping],
    understood: Understanding | None,
) -> bool:
    """Whether a row under the header only says more of its names: «п/п», «поступления» under «Дата»."""
    said = {at: normalise_words(raw_text(cell)) for at, cell in enumerate(row) if not is_empty(cell)}
    if not said or not all(map(_is_name, (row[at] for at in said))):
        return False
    if all(name in _ROW_NUMBERS for name in said.values()):
        return True
    columns = best_columns(mappings, head, understood)
    dated = [at for field in (*_DATES, *_ANSWERS) for at in columns.fields.get(field, ()) if at in said]
    return bool(dated) and all(
        meanings_of(f"{normalise_words(head.rows[-1][at])} {said[at]}") for at in dated
    )


def likely_head(rows: Sequence[Sequence[Cell]]) -> Head | None:
    """The row that would be a header if its names were known: names over values; None where none is."""
    if lies_on_its_side(rows):
        return None
    for at, (row, below) in enumerate(pairwise(rows)):
        names = [cell for cell in row if not is_empty(cell)]
        filled = sum(not is_empty(cell) for cell in below)
        wide = min(len(names), filled) >= _FEWEST_NAMES
        if wide and all(map(_is_name, names)) and not _may_go_on(below):
            return head_of([row], at)
    return None


def lies_on_its_side(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether names of columns stand one below another, and messages beside each other."""
    named = (meanings_of(normalise_words(raw_text(row[0]))) for row in rows if len(row) > 1)
    return sum(map(bool, named)) >= _FEWEST_KNOWN


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= _LONGEST_NAME and not any(map(str.isdigit, cell))


def _may_go_on(row: Sequence[Cell]) -> bool:
    """Whether a header may reach down into this row: one of values has dates, numbers, figures."""
    return not any(
        isinstance(cell, datetime | float | int) or (isinstance(cell, str) and _A_VALUE.search(cell))
        for cell in row
        if not is_empty(cell)
    )


def head_of(rows: Sequence[Sequence[Cell]], last: int) -> Head:
    """These rows as a header."""
    texts = [[raw_text(cell).strip()[:200] for cell in row] for row in rows]
    width = max(map(len, texts), default=0)
    titles = _over_their_columns([[*row, *[""] * (width - len(row))] for row in texts])
    shown: list[str] = []
    names: list[tuple[str, ...]] = []
    own: set[str] = set()
    before = list[str]()
    for index in range(width):
        parts = written = list(dict.fromkeys(row[index] for row in titles if row[index]))
        known_as = _known_as(parts)
        if known_as and known_as[0] in own and (not index or known_as != names[-1]):
            known_as = tuple(name for name in known_as if name not in own)
            if not known_as:
                parts = [*before, *parts]
                known_as = _known_as([" ".join(parts)])
        before = written
        own.update(known_as[:1])
        shown.append(" ".join(parts))
        names.append(known_as)
    return Head(last, tuple(shown), tuple(names), tuple(tuple(row) for row in texts))


def _over_their_columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with a title said over all its columns where nobody merged its cells: «Ответ | | Тема».

    It reaches over the bare words below («№», «Дата») until another title begins; what has a name of its
    own, as «Исполнитель по обращению», may well stand beside the title and not under it.
    """
    titles = [list(row) for row in rows]
    for at, row in enumerate(titles[:-1]):
        title = ""
        for column, said in enumerate(row):
            below = [line[column] for line in rows[at + 1 :] if line[column]]
            if said:
                title = said if below else ""
            elif any(line[column] for line in rows[:at]):
                title = ""
            elif title and below and len(normalise_words(below[-1]).split()) == 1:
                row[column] = title
    return titles


def with_letters(head: Head, rows: Sequence[Sequence[Cell]]) -> Head:
    """The header in which a column without a name that has something is called by its letter: not lost."""
    filled = Counter(
        at
        for cells in rows
        for at in range(len(cells))
        if (at >= len(head.names) or not head.names[at])
        and not is_empty(cells[at])
        and (not at or cells[at] != cells[at - 1])  # not the half of a cell that is merged
    )
    if not filled:
        return head
    width = max(len(head.shown), max(filled) + 1)
    shown = [*head.shown, *[""] * (width - len(head.shown))]
    names = [*head.names, *[()] * (width - len(head.names))]
    for at, values in filled.items():
        called = f"столбец {_letter(at)}"
        shown[at], names[at] = f"{called} без названия (значений: {values})", (normalise_words(called),)
    return Head(head.last, tuple(shown), tuple(names), head.rows)


def _letter(at: int) -> str:
    """How a spreadsheet calls the column, counted from 0."""
    more, own = divmod(at, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + own)


def heads_beside(head: Head) -> list[tuple[int, Head]]:
    """Headers of tables that stand beside each other under the same names, each with its first column."""
    names = head.rows[-1]
    begin = next((at for at, name in enumerate(names) if name), 0)
    first = names[begin : begin + _FEWEST_NAMES]
    begins = [at for at in range(begin, len(names)) if names[at : at + _FEWEST_NAMES] == first]
    if len(begins) < 2 or not all(first):
        return [(0, head)]
    ends = [*begins[1:], len(head.shown)]
    return [
        (at, head_of([line[at:end] for line in head.rows], head.last))
        for at, end in zip(begins, ends, strict=True)
    ]


def _known_as(parts: Sequence[str]) -> tuple[str, ...]:
    """Names of a column over which these stand, the lowest by itself first."""
    written = (" ".join(parts[at:]) for at in reversed(range(len(parts))))
    known_as = (normalise_words(_OF_A_LETTER.sub(r"\1", one)) for one in written)
    return tuple(dict.fromkeys(filter(None, known_as)))
