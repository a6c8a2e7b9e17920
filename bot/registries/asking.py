"""What a reading asks of whoever sent the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from bot.registries.cells import Cell, line_of
from bot.registries.headers import Columns, Head, may_hold, normalise_words
from bot.registries.meanings import may_tell_of_answers, meanings_of
from bot.registries.moments import date_inside
from bot.registries.opening.workbook import TableRow
from bot.registries.result import REASON
from bot.registries.rows import NotUnderstood
from domain.imports.understanding import (
    NOTHING,
    Answering,
    Asked,
    DateOrder,
    Importance,
    Numbering,
    Question,
    Undated,
)
from domain.messages.message import Status

_MOST_ANSWERS = 12
# Why rows are set aside whose number or date stands in another column.
_UNFIT = {
    "number": frozenset(("row-no-number", "row-number-is-date", "row-number-personal")),
    "received_at": frozenset(("row-no-date", "row-bad-date")),
}
# What two columns of one table cannot both hold.
_OF_ONE_COLUMN = ("number", "received_at", "registered_at", "topic", "executor", "status")
_MOST_STATUSES = 20
FIELDS = (
    "number", "received_at", "registered_at", "answered_at", "topic", "text", "executor", "status", "author",
    "place", "author_address", "topic_group", "received_time", "answered_mark", "interim_at", "refuted_at",
    "important",
)  # fmt: skip
_LONGEST = 60


def missing_column(field: str, head: Head) -> Question:
    """Which column holds a field that none was found for."""
    return Question(Asked.FIELD, field, _headers(head.own_names))


def column_of_answers(columns: Columns, head: Head, rows: Sequence[TableRow]) -> list[Question]:
    """What a column tells that may be of answers, where no other one is, or where the others are empty."""
    known = [at for field in ("answered_at", "answered_mark") for at in columns.fields.get(field, ())]
    for at in columns.unread(head.own_names):
        name = head.own_names[at]
        if not known and may_tell_of_answers(name):
            return [Question(Asked.ANSWER, name, tuple(Answering))]
        if known and "answered_at" in meanings_of(name):
            alone = sum(any(_at(row.cells, [at])) and not any(_at(row.cells, known)) for row in rows)
            if alone:
                return [Question(Asked.ANSWER, name, tuple(Answering), alone)]
    return []


def rivals(columns: Columns, head: Head, rows: Sequence[TableRow], said: Mapping[str, str]) -> list[Question]:
    """Which of several columns holds a field, where they say different things; the first does meanwhile."""
    asked = []
    for field in _OF_ONE_COLUMN:
        places = _contending(field, columns, head)
        if len(places) < 2 or field in (said.get(head.own_names[at]) for at in places):
            continue
        if differing := sum(_differ([line_of(one) for one in _at(row.cells, places)]) for row in rows):
            names = _headers(head.own_names[at] for at in places)
            asked.append(Question(Asked.FIELD, field, names, differing, line_of(head.shown[places[0]])))
    return asked


def _contending(field: str, columns: Columns, head: Head) -> list[int]:
    """Columns of a field under different names, none of them another field's or a count of rows."""
    if field in columns.mapping.in_order:
        return []
    others = {at for name, places in columns.fields.items() if name != field for at in places}
    found = [at for at in columns.fields.get(field, ()) if at not in others]
    if field == "number" and found and not _is_named(field, head.own_names[found[0]], columns):
        found += [at for at in columns.unread(head.own_names) if may_hold(field, head.names[at])]
    first = dict[str, int]()
    for at in found:
        if not head.counts_rows(at):
            first.setdefault(head.shown[at], at)
    return list(first.values())


def _is_named(field: str, name: str, columns: Columns) -> bool:
    return name in map(normalise_words, columns.mapping.headers.get(field, ()))


def _differ(said: Sequence[str]) -> bool:
    """Whether the texts say different things; a day and a moment of that day do not."""
    told = sorted({one.casefold() for one in said if one})
    return any(not after.startswith(f"{one} ") for one, after in pairwise(told))


def _at(cells: Sequence[Cell], places: Sequence[int]) -> list[Cell]:
    return [cells[at] for at in places if at < len(cells)]


def unfit_column(why: Collection[str], head: Head) -> list[Question]:
    """Which column holds a field, where in the one taken for it no row of the table has what it should."""
    field = next((field for field, reasons in _UNFIT.items() if why and reasons.issuperset(why)), None)
    return [missing_column(field, head)] if field else []


def planned_days(not_understood: NotUnderstood, head: Head, said: Mapping[str, str]) -> list[Question]:
    """Whether a column of answers is of days to come: then it is of terms."""
    return [
        Question(Asked.PLANNED, head.own_names[at], (Answering.NOTHING, Answering.DAY), rows)
        for at, rows in not_understood.to_come.items()
        if head.own_names[at] not in said
    ]


def unread_columns(columns: Columns, head: Head) -> list[Question]:
    """What stands in the columns that were not understood; asked only when somebody wants to say."""
    reason = normalise_words(REASON)
    unread = [head.own_names[index] for index in columns.unread(head.own_names)]
    return [
        Question(Asked.COLUMN, header, (*FIELDS, NOTHING))
        for header in dict.fromkeys(unread)
        if header != reason and len(header) <= _LONGEST
    ]


def unknown_statuses(not_understood: NotUnderstood) -> list[Question]:
    """What the words of a status column mean."""
    answers = tuple(status.value for status in Status)
    return _unknown(Asked.STATUS, not_understood.statuses, answers, not_understood)


def unknown_importances(not_understood: NotUnderstood) -> list[Question]:
    """Whether words of a column of importance say that it is raised."""
    return _unknown(Asked.IMPORTANCE, not_understood.importances, tuple(Importance), not_understood)


def unknown_channels(not_understood: NotUnderstood, channels: Sequence[str]) -> list[Question]:
    """Which of the channels the words of a column of channels mean; or that their rows are left out."""
    return _unknown(Asked.CHANNEL, not_understood.channels, (*channels, NOTHING), not_understood)


def _unknown(
    about: Asked, words: Counter[str], answers: tuple[str, ...], not_understood: NotUnderstood
) -> list[Question]:
    return [
        Question(about, key, answers, rows, not_understood.as_written[key][:_LONGEST])
        for key, rows in words.most_common(_MOST_STATUSES)
    ]


def undated_answers(
    not_understood: NotUnderstood, columns: Columns, head: Head, rows: Sequence[TableRow], *, made: bool
) -> list[Question]:
    """Which day to take for answers whose date nobody wrote."""
    if not not_understood.undated:
        return []
    others = [f"{Undated.COLUMN}:{name}" for name in _dates(columns, head, rows)]
    answers = (Undated.TODAY, *((Undated.FILE,) if made else ()), *others, Undated.OPEN)
    example = not_understood.undated_status[:_LONGEST]
    return [Question(Asked.UNDATED, "", answers, not_understood.undated, example)]


def order_of_dates(header: str, example: str, rows: int) -> Question:
    """Whether the day or the month stands first in a column."""
    return Question(Asked.DATES, header, tuple(DateOrder), rows, example)


def numbering(header: str, rows: int) -> Question:
    """Whether numbers that run 1, 2, 3 are the messages' own."""
    return Question(Asked.NUMBERING, header, tuple(Numbering), rows)


def _dates(columns: Columns, head: Head, rows: Sequence[TableRow]) -> list[str]:
    """Columns of dates besides those of the receipt and of the answer."""
    read = {*columns.fields.get("received_at", ()), *columns.fields.get("answered_at", ())}
    return [
        name
        for index, name in enumerate(head.own_names)
        if name and index not in read and len(name) <= _LONGEST and _holds_dates(index, rows)
    ][:_MOST_ANSWERS]


def _holds_dates(index: int, rows: Sequence[TableRow]) -> bool:
    values = [row.cells[index] for row in rows if index < len(row.cells) and line_of(row.cells[index])]
    return bool(values) and all(isinstance(one, datetime) or _is_date(line_of(one)) for one in values)


def _is_date(text: str) -> bool:
    return text != "" and date_inside(text) == text


def _headers(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= _LONGEST))[:_MOST_ANSWERS]
