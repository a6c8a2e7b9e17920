"""One row of a registry as a message, or the reason why it is set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.registries.cells import WHOLE_NUMBER_LIMIT, Cell, line_of, number_of, raw_text, text_of
from bot.registries.headers import Columns, normalise_words
from bot.registries.moments import MomentReader, NotAMoment
from bot.registries.recognition import ChannelNames
from domain.messages.deadline import end_of_day
from domain.messages.message import Problem, RegistryRow, Status
from domain.office.profile import OfficeProfile

LONGEST_NUMBER = 80
_LONGEST_ADDRESS = 2000
_SHOWN = 60
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)


class RowProblem(Exception):
    """Why this row cannot become a message."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.problem = Problem(key, {name: _shown(value) for name, value in arguments.items()})


class RowReader:
    """Reads the rows of one table. `channel` is for rows that do not name theirs, `now` for days to come."""

    def __init__(
        self,
        columns: Columns,
        headers: Sequence[str],
        channel: str | None,
        channel_names: ChannelNames,
        profile: OfficeProfile,
        now: datetime,
    ) -> None:
        self._fields = columns.fields
        self._told = _told(columns)
        self._told_with_answer = self._told | {"answered_at"}
        self._headers = headers
        self._channel = channel
        self._channel_names = channel_names
        self._moments = MomentReader(profile.time_zone, columns.mapping.date_formats)
        self._zone = profile.time_zone
        self._day_ends = end_of_day(now.astimezone(self._zone).date(), self._zone)
        self._registering = {one.key for one in profile.channels if one.registration is not None}
        self._channels: dict[str, str] = {}
        self._statuses: dict[str, Status] = {}
        # A table of several channels speaks each one's words; its own mapping has the last say.
        every = [one.registry for one in profile.channels if one.registry is not None]
        for mapping in (*every, profile.generic_registry, columns.mapping):
            for words_of, status in ((mapping.open, Status.OPEN), (mapping.answered, Status.ANSWERED)):
                self._statuses.update({normalise_words(word): status for word in words_of})

    def read(self, cells: Sequence[Cell]) -> RegistryRow:
        """The row as a message; RowProblem when it cannot be one."""
        number = self._number(cells)
        channel = self._channel_of(cells)
        registered_at = self._moment(cells, "registered_at")
        received_at = self._moment(cells, "received_at") or registered_at
        if channel in self._registering and "registered_at" not in self._fields:
            registered_at = received_at  # a journal with one date keeps what is registered
        if received_at is None:
            raise RowProblem("row-no-date", header=self._header("received_at", "registered_at"))
        answered_at = self._answered_at(cells, received_at)
        return RegistryRow(
            channel=channel,
            number=number,
            received_at=received_at,
            registered_at=registered_at,
            topic=self._line(cells, "topic"),
            topic_group=self._line(cells, "topic_group"),
            text=self._text(cells),
            executor=self._line(cells, "executor") or self._line(cells, "unit"),
            status=self._status(cells, answered_at),
            answered_at=answered_at,
            author=self._line(cells, "author"),
            place=self._place(cells),
            url=self._address(cells),
            told=self._told_with_answer if self._line(cells, "status") else self._told,
        )

    def _number(self, cells: Sequence[Cell]) -> str:
        """From one column alone: a running number beside it must never stand in for a missing one."""
        cell = cells[self._fields["number"][0]]
        number = number_of(cell)
        if not number:
            raise RowProblem("row-no-number", header=self._header("number"))
        if isinstance(cell, datetime):
            raise RowProblem("row-number-is-date", value=number)
        if (isinstance(cell, float) and abs(cell) >= WHOLE_NUMBER_LIMIT) or _ROUNDED.fullmatch(number):
            raise RowProblem("row-number-rounded", value=number)
        if len(number) > LONGEST_NUMBER:
            raise RowProblem("row-number-too-long", value=number)
        return number

    def _channel_of(self, cells: Sequence[Cell]) -> str:
        word = self._line(cells, "channel")
        if not word:
            if self._channel is None:
                raise RowProblem("row-no-channel", header=self._header("channel"))
            return self._channel
        if word not in self._channels:
            key = self._channel_names.channel_of(word)
            if key is None:
                raise RowProblem("row-unknown-channel", value=word)
            self._channels[word] = key
        return self._channels[word]

    def _moment(self, cells: Sequence[Cell], field: str) -> datetime | None:
        for index in self._fields.get(field, ()):
            try:
                moment = self._moments.read(cells[index])
            except NotAMoment:
                raise RowProblem(
                    "row-bad-date", header=line_of(self._headers[index]), value=raw_text(cells[index])
                ) from None
            if moment is None:
                continue
            if moment > self._day_ends:
                day = f"{moment.astimezone(self._zone):%d.%m.%Y}"
                raise RowProblem("row-not-yet", header=line_of(self._headers[index]), day=day)
            return moment
        return None

    def _answered_at(self, cells: Sequence[Cell], received_at: datetime) -> datetime | None:
        answered_at = self._moment(cells, "answered_at")
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

    def _status(self, cells: Sequence[Cell], answered_at: datetime | None) -> Status:
        """By the date of the answer where there is one: a step after the first answer is still answered."""
        if answered_at is not None:
            return Status.ANSWERED
        word = self._line(cells, "status")
        if not word:
            return Status.OPEN
        status = self._statuses.get(word) or self._statuses.get(normalise_words(word))
        if status is None:
            raise RowProblem("row-unknown-status", value=word)
        if status is Status.ANSWERED:
            if "answered_at" not in self._fields:
                raise RowProblem("row-answered-no-column", value=word)
            raise RowProblem("row-answered-no-date", value=word, header=self._header("answered_at"))
        return status

    def _line(self, cells: Sequence[Cell], field: str) -> str:
        for index in self._fields.get(field, ()):
            if text := line_of(cells[index]):
                return text
        return ""

    def _text(self, cells: Sequence[Cell]) -> str:
        for index in self._fields.get("text", ()):
            if text := text_of(cells[index]):
                return text
        return ""

    def _place(self, cells: Sequence[Cell]) -> str:
        """An address is often written over several columns: all of them, in the mapping's order."""
        parts = (line_of(cells[index]) for index in self._fields.get("place", ()))
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def _address(self, cells: Sequence[Cell]) -> str:
        """A web address, and nothing else that a link could carry."""
        address = self._line(cells, "url")
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
    if set(columns.fields.get("received_at", ())) <= set(columns.fields.get("registered_at", ())):
        fields.discard("received_at")  # a journal of one date knows when a message was registered
    return frozenset(fields)


def _shown(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
