"""What a reading asks of whoever sent the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.registries.cells import line_of
from bot.registries.headers import Columns, Head, normalise_words
from bot.registries.meanings import may_tell_of_answers
from bot.registries.moments import date_inside
from bot.registries.opening.workbook import TableRow
from bot.registries.result import REASON
from bot.registries.rows import NotUnderstood
from domain.imports.understanding import NOTHING, Answering, Asked, DateOrder, Numbering, Question, Undated
from domain.messages.message import Status

_MOST_ANSWERS = 12
_MOST_STATUSES = 20
FIELDS = (
    "number", "received_at", "registered_at", "answered_at", "topic", "text", "executor", "status", "author",
    "place", "topic_group", "received_time", "answered_mark", "interim_at", "refuted_at", "important",
)  # fmt: skip
_LONGEST = 60


def missing_column(field: str, head: Head) -> Question:
    """Which column holds a field that none was found for."""
    return Question(Asked.FIELD, field, _headers(head.own_names))


def column_of_answers(columns: Columns, head: Head) -> list[Question]:
    """What a column tells that may be of answers, where no other one is."""
    if any(field in columns.fields for field in ("answered_at", "answered_mark")):
        return []
    unread = [head.own_names[index] for index in columns.unread(head.own_names)]
    return [Question(Asked.ANSWER, name, tuple(Answering)) for name in unread if may_tell_of_answers(name)][
        :1
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
    return [
        Question(Asked.STATUS, key, answers, rows, not_understood.as_written[key][:_LONGEST])
        for key, rows in not_understood.statuses.most_common(_MOST_STATUSES)
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
