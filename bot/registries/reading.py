"""A registry file's bytes as rows of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from itertools import chain, groupby, islice

from bot.registries.cells import is_empty, line_of, raw_text
from bot.registries.headers import (
    HEADER_WITHIN_ROWS,
    Columns,
    best_columns,
    columns_by,
    find_header_row,
    normalised_headers,
)
from bot.registries.opening.archive import Kind, table_of
from bot.registries.opening.separated import open_separated
from bot.registries.opening.workbook import TableRow, open_workbook
from bot.registries.recognition import ChannelNames, by_signature, ordered_likeness
from bot.registries.result import REASON, Likeness, Reading, RegistryRefused, SheetRead
from bot.registries.rows import RowProblem, RowReader
from domain.messages.message import Problem, RegistryRow, UnreadableRow
from domain.office.profile import OfficeProfile, RegistryMapping

MOST_ROWS = 200_000
_TOLD_EVERY = 1_000


def read_registry(
    content: bytes,
    file_name: str,
    profile: OfficeProfile,
    now: datetime,
    channel: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Reading:
    """The file's messages, and the rows set aside with their reasons.

    What the file is, is told by its content; `file_name` tells the channel where nothing else
    does. `channel` is for rows that do not name theirs. Rows with a date after the day of `now` are set
    aside. `progress` is told, every thousand rows, how many have been read; what it raises ends the
    reading. RegistryRefused when the file cannot be read as a whole.
    """
    return _FileReader(profile, file_name, now, channel, progress or (lambda _: None)).read(content)


class _FileReader:
    """Reads one file."""

    def __init__(
        self,
        profile: OfficeProfile,
        file_name: str,
        now: datetime,
        channel: str | None,
        progress: Callable[[int], None],
    ) -> None:
        self._profile = profile
        self._file_name = file_name
        self._now = now
        self._channel = channel
        self._progress = progress
        self._channel_names = ChannelNames(profile)
        own = [one.registry for one in profile.channels if one.registry is not None]
        self._mappings: list[RegistryMapping] = [*own, profile.generic_registry]
        self._alike: list[Likeness] = []
        self._sheets: list[SheetRead] = []
        self._mixed = False
        self._skipped: list[str] = []
        self._missing: tuple[str, ...] = ()
        self._rows: list[RegistryRow] = []
        self._unreadable: list[UnreadableRow] = []
        self._places: dict[tuple[str, str], tuple[int, str, int]] = {}
        self._repeated = 0
        self._seen = 0

    def read(self, content: bytes) -> Reading:
        """The whole file."""
        kind, content = table_of(content)
        table = open_separated(content, self._mappings) if kind is Kind.TEXT else open_workbook(content)
        found_any = False
        with closing(table.rows):
            for sheet, rows in groupby(table.rows, key=lambda row: row.sheet):
                found_any = True
                self._read_sheet(sheet, rows)
        self._check_found(found_any)
        self._progress(self._seen)
        channels = {sheet.channel for sheet in self._sheets}
        return Reading(
            channel=channels.pop() if len(channels) == 1 and not self._mixed else None,
            recognised=self._recognised(),
            sheets=tuple(self._sheets),
            skipped_sheets=(*self._skipped, *table.about.hidden),
            rows=self._rows,
            unreadable=self._unreadable,
            repeated=self._repeated,
        )

    def _check_found(self, found_any: bool) -> None:
        if not found_any:
            raise RegistryRefused("file-empty")
        if not self._sheets and self._missing:
            raise RegistryRefused(
                "file-no-column",
                field=self._missing[0],
                headers=", ".join(self._profile.generic_registry.headers.get(self._missing[0], ())[:3]),
            )
        if not self._sheets:
            raise RegistryRefused("file-no-headers", rows=str(HEADER_WITHIN_ROWS))
        if not self._seen:
            raise RegistryRefused("file-no-rows")

    def _recognised(self) -> tuple[Likeness, ...]:
        names = [self._file_name, *(sheet.name for sheet in self._sheets)]
        return ordered_likeness(self._alike, self._channel_names, names)

    def _read_sheet(self, sheet: str, rows: Iterator[TableRow]) -> None:
        first = list(islice(rows, HEADER_WITHIN_ROWS))
        at = find_header_row([row.cells for row in first], self._mappings)
        if at is None:
            self._skipped.append(sheet)
            return
        header_row = first[at]
        headers = tuple(raw_text(cell) for cell in header_row.cells)
        normalised = normalised_headers(header_row.cells)
        told, alike = by_signature(self._profile.channels, normalised)
        self._alike.extend(alike)
        channel = self._channel or told or self._channel_names.channel_of(sheet)
        columns = self._columns(told or channel, normalised)
        if columns.missing:
            self._missing = self._missing or columns.missing
            self._skipped.append(sheet)
            return
        own_column = "channel" in columns.fields
        if not own_column:
            channel = channel or self._channel_names.only_named_in(self._file_name)
        unread = (line_of(headers[index]) for index in columns.unread(normalised))
        self._sheets.append(
            SheetRead(
                sheet,
                headers,
                None if own_column else channel,
                tuple(header for header in unread if header != REASON),
            )
        )
        if channel is None and not own_column:
            raise RegistryRefused("file-which-channel", recognised=self._recognised())
        self._mixed = self._mixed or own_column
        reader = RowReader(columns, headers, channel, self._channel_names, self._profile, self._now)
        self._read_rows(reader, headers, chain(first[at + 1 :], rows))

    def _columns(self, channel: str | None, headers: tuple[str, ...]) -> Columns:
        """By the channel's own mapping, or by the generic one where that knows the table better."""
        generic = self._profile.generic_registry
        if channel:
            own = self._profile.channel(channel).registry
            return best_columns([own, generic] if own else [generic], headers)
        named_in_rows = columns_by(generic, headers)
        if "channel" in named_in_rows.fields and not named_in_rows.missing:
            return named_in_rows
        return best_columns(self._mappings, headers)

    def _read_rows(self, reader: RowReader, headers: tuple[str, ...], rows: Iterable[TableRow]) -> None:
        width = len(headers)
        for position, row in enumerate(rows):
            cells = row.cells
            if (position == 0 and _counts_columns(row)) or _repeats(headers, row):
                continue
            self._seen += 1
            if self._seen > MOST_ROWS:
                raise RegistryRefused("file-too-many-rows", limit=str(MOST_ROWS))
            if self._seen % _TOLD_EVERY == 0:
                self._progress(self._seen)
            if len(cells) < width:
                cells.extend([None] * (width - len(cells)))
            try:
                if not row.sheet and not all(map(is_empty, cells[width:])):
                    raise RowProblem("row-too-many-cells", cells=str(len(cells)), headers=str(width))
                self._keep(reader.read(cells), row)
            except RowProblem as problem:
                self._set_aside(row, problem.problem)

    def _keep(self, message: RegistryRow, row: TableRow) -> None:
        key = (message.channel, message.number)
        place = self._places.get(key)
        if place is None:
            self._places[key] = (len(self._rows), row.sheet, row.number)
            self._rows.append(message)
            return
        index, sheet, number = place
        if self._rows[index] == message:
            self._repeated += 1
            return
        said = {"number": message.number, "row": str(number)}
        if sheet == row.sheet:
            self._set_aside(row, Problem("row-duplicate", said))
        else:
            self._set_aside(row, Problem("row-duplicate-elsewhere", {**said, "sheet": sheet}))

    def _set_aside(self, row: TableRow, problem: Problem) -> None:
        cells = tuple(raw_text(cell) for cell in row.cells)
        self._unreadable.append(UnreadableRow(row.sheet, row.number, cells, problem))


def _counts_columns(row: TableRow) -> bool:
    """A row «1, 2, 3 …» that forms have under their headers."""
    said = [raw_text(cell).strip() for cell in row.cells if not is_empty(cell)]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


def _repeats(headers: tuple[str, ...], row: TableRow) -> bool:
    """The header row again, as at the top of a new printed page."""
    return all(raw_text(cell) == header for cell, header in zip(row.cells, headers, strict=False))
