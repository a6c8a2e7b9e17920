"""One row of a registry as a message, or the reason why it is set aside."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import pairwise

from bot.names import masked
from bot.registries.cells import Cell, Uncomputed, is_error, line_of, link_of, raw_text, text_of
from bot.registries.date_order import DAY_FIRST, Order
from bot.registries.headers import TIMES, Columns, normalise_words
from bot.registries.moments import (
    AmbiguousMoment,
    MomentReader,
    NotAMoment,
    OtherWeekday,
    TornMoment,
    answer_date_inside,
    date_inside,
    time_of,
    without_dates,
)
from bot.registries.own_number import has_none, number_in, number_of_both
from bot.registries.recognition import ChannelNames
from bot.registries.result import RowProblem
from bot.registries.statuses import StatusWords, status_key
from domain.imports.understanding import NOTHING, Importance, Undated, Understanding
from domain.messages.deadline import end_of_day
from domain.messages.message import OUT_OF_CONTROL, RegistryRow, Status
from domain.office.profile import OfficeProfile

_LONGEST_ADDRESS = 2000
_LONGEST_STATUS = 80
_LONGEST_TEXT = 200_000
_NOBODY = re.compile(r"нет|отсутствует|не (?:назначен|определ[её]н|выбран|распределен)[оаы]?", re.IGNORECASE)
_OF_ANSWERS = ("answered_mark", "status", "answered_at")


@dataclass(slots=True)
class NotUnderstood:
    """What stood in the rows and was not understood: statuses by their words, answers without a date.

    `to_come`: in which columns of answers how many days stood that have not come yet.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    as_written: dict[str, str] = field(default_factory=dict)
    undated: int = 0
    undated_status: str = ""
    to_come: Counter[int] = field(default_factory=Counter)
    importances: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What is known of a table besides its columns.

    `orders` of its columns of dates; `running`: its numbers count rows; `made_on`: when the file was made;
    `uncomputed`: it may have formulas without a value.
    """

    headers: Sequence[str]
    orders: Mapping[int, Order] = field(default_factory=dict)
    running: bool = False
    from_1904: bool = False
    made_on: datetime | None = None
    uncomputed: bool = False


class RowReader:
    """Reads the rows of one table. `channel` is for rows that do not name theirs, `now` for days to come."""

    def __init__(
        self,
        columns: Columns,
        facts: TableFacts,
        channel: str | None,
        channel_names: ChannelNames,
        profile: OfficeProfile,
        now: datetime,
        understood: Understanding,
    ) -> None:
        self._fields = columns.fields
        self._facts = facts
        self._told = _told(columns)
        self._told_with_answer = self._told | {"answered_at"}
        self._headers = facts.headers
        self._read_from = sorted({index for indexes in columns.fields.values() for index in indexes})
        self._channel = channel
        self._channel_names = channel_names
        self._zone = profile.time_zone
        self._formats = columns.mapping.date_formats
        self._moments: dict[int, MomentReader] = {}
        self._now = now
        self._day_ends = end_of_day(now.astimezone(self._zone).date(), self._zone)
        self._registering = {one.key for one in profile.channels if one.registration is not None}
        self._channels: dict[str, str] = {}
        self._keys = {one.key for one in profile.channels}
        self._understood = understood
        # A table of several channels speaks each one's words; its own mapping has the last say.
        every = [one.registry for one in profile.channels if one.registry is not None]
        mappings = (*every, profile.generic_registry, columns.mapping)
        self._statuses = StatusWords(mappings, understood.statuses, understood.importances)
        self._words: dict[str, str] = {}
        self.not_understood = NotUnderstood()
        self._twins = [
            (field, one, other)
            for field in ("number", "received_at", "registered_at", "answered_at", "status")
            for one, other in pairwise(columns.fields.get(field, ()))
            if facts.headers[one] == facts.headers[other]
        ]
        self._named_alike = {
            field
            for field, indexes in columns.fields.items()
            if any(facts.headers[one] == facts.headers[other] for one, other in pairwise(indexes))
        }

    def read(self, cells: Sequence[Cell]) -> RegistryRow:
        """The row as a message; RowProblem when it cannot be one."""
        self._check_errors(cells)
        self._check_twins(cells)
        combined = self._line(cells, "number_and_date")
        counts = self._facts.running or self._has_none(cells, combined)
        number = "" if counts else self._number(cells, combined)
        if self._facts.uncomputed:
            self._check_computed(cells)
        channel = self._channel_of(cells)
        registered_at = self._moment(cells, "registered_at") or self._inside(cells, "number_and_date")
        received_at = self._moment(cells, "received_at") or registered_at
        if channel in self._registering and not {"registered_at", "number_and_date"} & self._fields.keys():
            registered_at = received_at  # a journal with one date keeps what is registered
        if received_at is None:
            raise RowProblem(
                "row-no-date", header=self._header("received_at", "registered_at", "number_and_date")
            )
        status, answered_at, interim_at, word = self._answer(cells, received_at)
        interim_at = self._moment(cells, "interim_at") or interim_at
        refuted_at = self._moment(cells, "refuted_at")
        if refuted_at is not None and (answered_at is None or answered_at <= refuted_at):
            status, answered_at, word = Status.OPEN, None, ""
        row = RegistryRow(
            channel=channel,
            number=number,
            received_at=received_at,
            registered_at=registered_at,
            topic=self._said_in(cells, "topic"),
            topic_group=self._said_in(cells, "topic_group"),
            text=self._text(cells),
            executor=self._executor(cells),
            status=status,
            answered_at=answered_at,
            author=self._author(cells),
            place=self._place(cells),
            url=self._address(cells),
            said_status=word,
            important=self._is_important(cells),
            interim_at=interim_at,
            refuted_at=refuted_at,
            told=self._told_with_answer if self._says_status(cells) else self._told,
        )
        return self._numbered(row, cells) if counts else row

    def _check_twins(self, cells: Sequence[Cell]) -> None:
        """Under one name two columns must not say two things: which of them is right nobody can know."""
        for name, one, other in self._twins:
            said = [line_of(cells[one]), line_of(cells[other])]
            if not all(said) or said[0].casefold() == said[1].casefold():
                continue
            days = {self._day(one, cells), self._day(other, cells)}
            if name not in ("number", "status") and (len(days) == 1 or None in days):
                continue  # the same day, or the date and its time
            raise RowProblem("row-two-values", header=line_of(self._headers[one]), one=said[0], other=said[1])

    def _day(self, index: int, cells: Sequence[Cell]) -> date | None:
        try:
            moment = self._reader(index).read(cells[index])
        except NotAMoment:
            return None
        return moment.astimezone(self._zone).date() if moment else None

    def _check_computed(self, cells: Sequence[Cell]) -> None:
        """A formula without a value is not an empty cell: what would have stood there is not known."""
        empty = [line_of(self._headers[at]) for at in self._read_from if isinstance(cells[at], Uncomputed)]
        if empty:
            raise RowProblem("row-formula", header="», «".join(empty))

    def _check_errors(self, cells: Sequence[Cell]) -> None:
        """An error where something would stand does not say that there is nothing."""
        for index in self._read_from:
            if is_error(cells[index]):
                header, value = line_of(self._headers[index]), raw_text(cells[index]).strip()
                raise RowProblem("row-error", header=header, value=value)

    def _numbered(self, row: RegistryRow, cells: Sequence[Cell]) -> RegistryRow:
        """A number made of what the message itself says: the same in every file that has the message."""
        said = [row.received_at.isoformat(), row.topic, row.text, row.author, row.place]
        if not row.text:
            said.append(self._line(cells, "number"))
        mark = hashlib.sha256("\n".join(" ".join(one.split()).casefold() for one in said).encode())
        day = f"{row.received_at.astimezone(self._zone):%d.%m.%Y}"
        return _with_number(row, f"б/н {day}-{mark.hexdigest()[:6]}")

    def _number(self, cells: Sequence[Cell], combined: str) -> str:
        """From one column alone: a running number beside it must never stand in for a missing one."""
        if "number" not in self._fields:
            return number_of_both(combined, self._header("number_and_date"))
        return number_in(cells[self._fields["number"][0]], self._header("number"))

    def _has_none(self, cells: Sequence[Cell], combined: str) -> bool:
        """Whether the message is said to have no number: then it is as if rows were counted."""
        if "number" in self._fields:
            return has_none(cells[self._fields["number"][0]])
        return has_none(without_dates(combined).strip(" от"))

    def _is_important(self, cells: Sequence[Cell]) -> bool:
        """Whether the row says so; ordinary until somebody says what a word that is not known means."""
        word = self._line(cells, "important")
        said = self._statuses.importance(word)
        if said is None:
            self._ask(self.not_understood.importances, word)
        return said is Importance.RAISED

    def _channel_of(self, cells: Sequence[Cell]) -> str:
        word = self._line(cells, "channel")
        if not word:
            if self._channel is None:
                raise RowProblem("row-no-channel", header=self._header("channel"))
            return self._channel
        if word not in self._channels:
            self._channels[word] = self._channel_meant(word)
        return self._channels[word]

    def _channel_meant(self, word: str) -> str:
        key = self._understood.channels.get(status_key(word)) or self._channel_names.channel_of(word)
        if key == NOTHING:
            raise RowProblem("row-channel-left-out", value=word)
        if key is None or key not in self._keys:
            self._ask(self.not_understood.channels, word)
            raise RowProblem("row-unknown-channel", value=word)
        return key

    def _moment(self, cells: Sequence[Cell], field: str) -> datetime | None:
        for index in self._fields.get(field, ()):
            moment = self._read(index, cells[index], field)
            if moment is not None:
                return self._with_time(moment, cells, field)
        return None

    def _read(self, index: int, cell: Cell, field: str = "") -> datetime | None:
        """The cell's moment in this column; RowProblem where it cannot be read or has not come yet."""
        header = line_of(self._headers[index])
        try:
            moment = self._reader(index).read(cell)
        except AmbiguousMoment:
            raise RowProblem("row-date-order", header=header, value=raw_text(cell)) from None
        except OtherWeekday:
            raise RowProblem("row-weekday", header=header, value=raw_text(cell)) from None
        except TornMoment:
            raise RowProblem("row-date-torn", header=header, value=raw_text(cell)) from None
        except NotAMoment:
            raise RowProblem("row-bad-date", header=header, value=raw_text(cell)) from None
        if moment is not None and moment > self._day_ends:
            if field == "answered_at":
                self.not_understood.to_come[index] += 1
            raise RowProblem("row-not-yet", header=header, day=f"{moment.astimezone(self._zone):%d.%m.%Y}")
        return moment

    def _reader(self, index: int) -> MomentReader:
        if index not in self._moments:
            self._moments[index] = MomentReader(
                self._zone,
                self._formats,
                self._facts.orders.get(index, DAY_FIRST),
                from_1904=self._facts.from_1904,
            )
        return self._moments[index]

    def _with_time(self, moment: datetime, cells: Sequence[Cell], field: str) -> datetime:
        """The moment with the time of day that stands in a column of its own."""
        local = moment.astimezone(self._zone)
        if local.time() != time():
            return moment
        beside = [at for at in self._fields[field] if self._facts.headers[at] == self._facts.headers[at - 1]]
        for index in (*self._fields.get(TIMES.get(field, ""), ()), *beside):
            of_day = time_of(cells[index])
            if of_day is not None:
                return (datetime.combine(local.date(), time(), self._zone) + of_day).astimezone(moment.tzinfo)
            if index not in beside and any(map(str.isalnum, line_of(cells[index]))):
                raise RowProblem(
                    "row-bad-time", header=line_of(self._headers[index]), value=raw_text(cells[index])
                )
        return moment

    def _marked(self, cells: Sequence[Cell]) -> str:
        """The field in whose column words stand about the answer, a date perhaps among them."""
        for name in ("answered_mark", "answered_at", "status"):
            for index in self._fields.get(name, ()):
                said = line_of(cells[index])
                if said and (name == "answered_mark" or self._is_mark(name, index, cells[index])):
                    return name
        return ""

    def _is_mark(self, field: str, index: int, cell: Cell) -> bool:
        """«Нет» or «05.11.2026 исх. 12» for a date of the answer, «отвечено 05.11.2026» for a status."""
        if field == "status":
            return date_inside(line_of(cell)) != ""
        if isinstance(cell, bool):
            return True
        if not isinstance(cell, str) or not any(map(str.isalpha, line_of(cell))):
            return False
        try:
            self._reader(index).read(cell)
        except AmbiguousMoment:
            return False
        except NotAMoment:
            said = line_of(cell)
            return date_inside(said) != "" or self._statuses.of_mark(said) is not None
        return False

    def _inside(
        self, cells: Sequence[Cell], field: str, found_in: Callable[[str], str] = date_inside
    ) -> datetime | None:
        """The date that stands in a cell among other words."""
        for index in self._fields.get(field, ()):
            cell = cells[index]
            if isinstance(cell, datetime):
                return self._read(index, cell)
            written = found_in(line_of(cell))
            if written:
                return self._read(index, written)
        return None

    def _answer(
        self, cells: Sequence[Cell], received_at: datetime
    ) -> tuple[Status, datetime | None, datetime | None, str]:
        """The state, when the answer was given or an interim one, the status's word if it is not understood.

        By the date of the answer where there is one: a step after the first answer is still answered.
        """
        word = self._line(cells, "status")
        meaning = self._statuses.meaning(word) if word else None
        if meaning in OUT_OF_CONTROL:
            return meaning, None, None, ""
        marked = self._marked(cells)
        answered_at = None
        if marked != "answered_at":
            answered_at = self._answered_at(self._moment(cells, "answered_at"), received_at)
        mark, dated_in = self._line(cells, marked), marked if answered_at is None else "answered_at"
        if answered_at is None and mark:
            said = self._statuses.of_mark(mark)
            word, meaning = word or mark, said or meaning
            if meaning in OUT_OF_CONTROL:
                return meaning, None, None, ""
            if meaning is Status.ANSWERED:
                answered_at = self._answered_at(self._inside(cells, marked, answer_date_inside), received_at)
        if self._statuses.refutes(word):
            return Status.OPEN, None, None, self._said(word)
        if (interim_at := self._interim(cells, answered_at, received_at)) is not None:
            return Status.OPEN, None, interim_at, ""
        if answered_at is not None:
            against = self._against(cells, dated_in)
            if not against:
                return Status.ANSWERED, answered_at, None, ""
            self._ask_of(against)
            return Status.OPEN, None, None, self._said(against)
        if meaning is Status.ANSWERED:
            answered_at = self._undated(cells, received_at)
            if answered_at is not None:
                return Status.ANSWERED, answered_at, None, ""
            self.not_understood.undated += 1
            self.not_understood.undated_status = self.not_understood.undated_status or self._said(word)
            return Status.OPEN, None, None, self._said(word)
        if word and meaning is None:
            self._ask_of(word)
            return Status.OPEN, None, None, self._said(word)
        return Status.OPEN, None, None, ""

    def _against(self, cells: Sequence[Cell], dated_in: str) -> str:
        """What the row says against the date of its answer, which stands in the column of this field."""
        state, noted = self._line(cells, "status"), self._line(cells, "answered_mark")
        if dated_in != "status" and self._statuses.denies(state):
            return state
        return noted if dated_in != "answered_mark" and self._statuses.mark_denies(noted) else ""

    def _interim(
        self, cells: Sequence[Cell], answered_at: datetime | None, received_at: datetime
    ) -> datetime | None:
        """The day of an answer that is said to be an interim one; None where it may be of another answer."""
        for name in _OF_ANSWERS:
            if not self._statuses.is_interim(self._line(cells, name)):
                continue
            given = self._answered_at(self._inside(cells, name), received_at)
            if given is None and not self._line(cells, "interim_at"):
                return answered_at
            if answered_at is None or answered_at == given:
                return given
        return None

    def _ask_of(self, word: str) -> None:
        """The meaning of a status, unless somebody said it."""
        if not self._statuses.was_said(word):
            self._ask(self.not_understood.statuses, word)

    def _ask(self, words: Counter[str], word: str) -> None:
        """One row more has this word, which nobody knows."""
        key = status_key(word)
        words[key] += 1
        self.not_understood.as_written.setdefault(key, self._said(word))

    def _said(self, word: str) -> str:
        """The status's word as cards may show it: «Передано Иванову» names somebody."""
        if word not in self._words:
            self._words[word] = masked(word)[:_LONGEST_STATUS]
        return self._words[word]

    def _undated(self, cells: Sequence[Cell], received_at: datetime) -> datetime | None:
        """The date of an answer whose date nobody wrote, as a person said."""
        kind, _, header = self._understood.undated.partition(":")
        if kind == Undated.TODAY:
            return max(self._now, received_at)
        if kind == Undated.FILE and (made_on := self._facts.made_on) is not None:
            return max(made_on if made_on.tzinfo else made_on.replace(tzinfo=self._zone), received_at)
        if kind == Undated.COLUMN:
            for index, shown in enumerate(self._headers):
                if normalise_words(shown) == header:
                    moment = self._read(index, cells[index])
                    return max(moment, received_at) if moment else None
        return None

    def _answered_at(self, answered_at: datetime | None, received_at: datetime) -> datetime | None:
        if answered_at is None or answered_at >= received_at:
            return answered_at
        received, answered = received_at.astimezone(self._zone), answered_at.astimezone(self._zone)
        if answered.date() < received.date():
            raise RowProblem(
                "row-answered-before-received",
                received=f"{received:%d.%m.%Y}",
                answered=f"{answered:%d.%m.%Y}",
            )
        return received_at  # the same day: an answer written without its time

    def _says_status(self, cells: Sequence[Cell]) -> bool:
        return bool(self._line(cells, "status") or self._line(cells, "answered_mark"))

    def _line(self, cells: Sequence[Cell], field: str) -> str:
        for index in self._fields.get(field, ()):
            if text := line_of(cells[index]):
                return text
        return ""

    def _said_in(
        self, cells: Sequence[Cell], field: str, said: Callable[[Cell], str] = line_of, between: str = ", "
    ) -> str:
        """What the first of the field's columns says, with what others of the same name say besides."""
        indexes = self._fields.get(field, ())
        for index in indexes:
            if text := said(cells[index]):
                if field not in self._named_alike:
                    return text
                alike = [said(cells[at]) for at in indexes if self._headers[at] == self._headers[index]]
                return between.join(filter(None, dict.fromkeys(alike)))
        return ""

    def _text(self, cells: Sequence[Cell]) -> str:
        text = self._said_in(cells, "text", text_of, "\n")
        if len(text) > _LONGEST_TEXT:
            raise RowProblem("row-text-too-long", header=self._header("text"))
        return text

    def _executor(self, cells: Sequence[Cell]) -> str:
        """Who answers, or nobody yet: «нет», «не назначен»."""
        said = self._said_in(cells, "executor") or self._said_in(cells, "unit")
        return "" if _NOBODY.fullmatch(said) else said

    def _author(self, cells: Sequence[Cell]) -> str:
        """The citizen, with their own address: it is hidden where their name is."""
        address = (line_of(cells[index]) for index in self._fields.get("author_address", ()))
        return ", ".join(filter(None, dict.fromkeys([self._said_in(cells, "author"), *address])))

    def _place(self, cells: Sequence[Cell]) -> str:
        """An address is often written over several columns: all of them, in the mapping's order."""
        parts = (line_of(cells[index]) for index in self._fields.get("place", ()))
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def _address(self, cells: Sequence[Cell]) -> str:
        """A web address, and nothing else that a link could carry."""
        links = [link_of(cells[index]) for index in self._fields.get("url", ())]
        address = next(filter(None, links), "") or self._line(cells, "url")
        plain = address.lower().startswith(("https://", "http://")) and " " not in address
        return address if plain and len(address) <= _LONGEST_ADDRESS else ""

    def _header(self, *fields: str) -> str:
        """The table's own name of the first of these fields; it has a column for one of them."""
        field = next(field for field in fields if field in self._fields)
        return line_of(self._headers[self._fields[field][0]])


def _told(columns: Columns) -> frozenset[str]:
    """Fields of a row that the table has a column for; the answer's word is looked for in each row."""
    fields = set(columns.fields)
    if "unit" in fields:
        fields.add("executor")
    if "author_address" in fields:
        fields.add("author")
    if "answered_mark" in fields:
        fields.add("answered_at")
    if "number_and_date" in fields:
        fields.add("registered_at")
    if set(columns.fields.get("received_at", ())) <= set(columns.fields.get("registered_at", ())):
        fields.discard("received_at")  # a journal of one date knows when a message was registered
    return frozenset(fields)


def _with_number(row: RegistryRow, number: str) -> RegistryRow:
    values = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return RegistryRow(**{**values, "number": number})
