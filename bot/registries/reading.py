"""A registry file's bytes as rows of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from itertools import groupby, islice

from bot.registries.asking import (
    column_of_answers,
    missing_column,
    numbering,
    order_of_dates,
    planned_days,
    rivals,
    undated_answers,
    unfit_column,
    unknown_channels,
    unknown_importances,
    unknown_statuses,
    unread_columns,
)
from bot.registries.cells import Cell, is_ditto, is_empty, line_of, raw_text
from bot.registries.headers import (
    HEADER_WITHIN_ROWS,
    Columns,
    Head,
    best_columns,
    columns_by,
    find_head,
    heads_beside,
    lies_on_its_side,
    likely_head,
    of_the_answer,
    with_letters,
)
from bot.registries.opening.archive import Kind, table_of
from bot.registries.opening.separated import open_separated
from bot.registries.opening.workbook import About, Table, TableRow, open_workbook
from bot.registries.own_number import holds_both
from bot.registries.recognition import ChannelNames, by_own_number, by_signature, ordered_likeness
from bot.registries.result import (
    REASON,
    Likeness,
    Reading,
    RegistryRefused,
    RowProblem,
    Sample,
    SheetRead,
)
from bot.registries.rows import RowReader, TableFacts
from bot.registries.table import Part, numbers_run, orders_of, rows_beside, rows_of_messages, tables_in
from domain.imports.understanding import Numbering, Question, Undated, Understanding
from domain.messages.message import RegistryRow, UnreadableRow
from domain.messages.number import canonical_number
from domain.office.profile import OfficeProfile, RegistryMapping

MOST_ROWS = 200_000
_TOLD_EVERY = 1_000
# «Обращение», «Ссылка», «Регистрация»: what a system calls its document, or one thing of the two.
_MAY_BE_BOTH = ("number", "received_at", "registered_at", "text", "url", "topic")
_LONGEST_LIST = 300


def read_registry(
    content: bytes,
    file_name: str,
    profile: OfficeProfile,
    now: datetime,
    channel: str | None = None,
    progress: Callable[[int], None] | None = None,
    understood: Mapping[str, Understanding] | None = None,
) -> Reading:
    """The file's messages, and the rows set aside with their reasons.

    What the file is, is told by its content; `file_name` tells the channel where nothing else
    does. `channel` is for rows that do not name theirs. Rows with a date after the day of `now` are set
    aside. `progress` is told, every thousand rows, how many have been read; what it raises ends the
    reading. `understood`: what people said of each channel's files, and under "" of any. RegistryRefused
    when the file cannot be read as a whole.
    """
    return _FileReader(profile, file_name, now, channel, progress or (lambda _: None), understood or {}).read(
        content
    )


def sample_registry(
    content: bytes,
    file_name: str,
    profile: OfficeProfile,
    now: datetime,
    channel: str | None,
    understood: Mapping[str, Understanding],
    rows: int,
) -> Sample | None:
    """The beginning of the first sheet with a header; None where there is none. Raises RegistryRefused."""
    return _FileReader(profile, file_name, now, channel, lambda _: None, understood).sample(content, rows)


class _FileReader:
    """Reads one file."""

    def __init__(
        self,
        profile: OfficeProfile,
        file_name: str,
        now: datetime,
        channel: str | None,
        progress: Callable[[int], None],
        understood: Mapping[str, Understanding],
    ) -> None:
        self._profile = profile
        self._file_name = file_name
        self._now = now
        self._channel = channel
        self._progress = progress
        self._understood = understood
        self._channel_names = ChannelNames(profile)
        own = [one.registry for one in profile.channels if one.registry is not None]
        self._mappings: list[RegistryMapping] = [*own, profile.generic_registry]
        self._alike: list[Likeness] = []
        self._sheets: list[SheetRead] = []
        self._mixed = False
        self._on_its_side = False
        self._skipped: list[str] = []
        self._without: tuple[str, Head] | None = None
        self._questions: list[Question] = []
        self._rows: list[RegistryRow] = []
        self._unreadable: list[UnreadableRow] = []
        self._places: dict[tuple[str, str], tuple[int, str, int]] = {}
        self._repeated = 0
        self._seen = 0

    def sample(self, content: bytes, rows: int) -> Sample | None:
        """The first rows, with what each column is taken for."""
        table = self._opened(content)
        with closing(table.rows):
            for sheet, found in groupby(table.rows, key=lambda row: row.sheet):
                first = list(islice(found, HEADER_WITHIN_ROWS + rows))
                cells = [row.cells for row in first[:HEADER_WITHIN_ROWS]]
                said = self._understood_of(self._channel)
                head = find_head(cells, self._mappings, said) or likely_head(cells)
                if head is None:
                    continue
                told, _ = by_signature(
                    self._profile.channels, [name for names in head.names for name in names]
                )
                channel = self._channel or told or self._channel_names.channel_of(sheet)
                columns = _with_both(self._columns(channel, head), head, first[head.last + 1 :])
                head, columns = self._lettered(channel, head, columns, first[head.last + 1 :])
                shown = rows_of_messages(head, columns, first[head.last + 1 :])[:rows]
                width = range(len(head.shown))
                taken = columns.by_place(len(head.shown))
                return Sample(
                    tuple(line_of(one) for one in head.shown),
                    head.own_names,
                    taken,
                    tuple(
                        tuple(raw_text(row.cells[at]) if at < len(row.cells) else "" for at in width)
                        for row in shown
                    ),
                )
        return None

    def _opened(self, content: bytes) -> Table:
        kind, content = table_of(content)
        return open_separated(content, self._mappings) if kind is Kind.TEXT else open_workbook(content)

    def read(self, content: bytes) -> Reading:
        """The whole file."""
        table = self._opened(content)
        found_any = False
        with closing(table.rows):
            for sheet, rows in groupby(table.rows, key=lambda row: row.sheet):
                found_any = True
                self._read_sheet(sheet, rows, table.about)
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
            questions=tuple({question.key: question for question in self._questions}.values()),
        )

    def _check_found(self, found_any: bool) -> None:
        if not found_any:
            raise RegistryRefused("file-empty")
        if not self._sheets and self._without is not None:
            field, head = self._without
            raise RegistryRefused(
                "file-no-column",
                questions=(missing_column(field, head),),
                field=field,
                headers=", ".join(self._profile.generic_registry.headers.get(field, ())[:3]),
                found=_shortened("; ".join(line_of(one) for one in head.shown if one)),
            )
        if not self._sheets and self._on_its_side:
            raise RegistryRefused("file-on-its-side")
        if not self._sheets:
            raise RegistryRefused("file-no-headers", rows=str(HEADER_WITHIN_ROWS))
        if not self._seen:
            raise RegistryRefused("file-no-rows")

    def _recognised(self) -> tuple[Likeness, ...]:
        names = [self._file_name, *(sheet.name for sheet in self._sheets)]
        return ordered_likeness(self._alike, self._channel_names, names)

    def _read_sheet(self, sheet: str, rows: Iterator[TableRow], about: About) -> None:
        first = list(islice(rows, HEADER_WITHIN_ROWS))
        said = self._understood_of(self._channel)
        cells = [row.cells for row in first]
        head = find_head(cells, self._mappings, said) or likely_head(cells)
        if head is None:
            self._on_its_side = self._on_its_side or lies_on_its_side(cells)
            self._skipped.append(sheet)
            return
        beside = heads_beside(head)
        _, head = beside[0]
        told, alike = by_signature(self._profile.channels, [name for names in head.names for name in names])
        self._alike.extend(alike)
        told = told or by_own_number(self._profile, head.own_names)
        channel = self._channel or told or self._channel_names.channel_of(sheet)
        columns = _with_both(self._columns(told or channel, head), head, first[head.last + 1 :])
        if columns.missing:
            self._without = self._without or (columns.missing[0], head)
            self._skipped.append(sheet)
            return
        found = self._bounded(first[head.last + 1 :], rows)
        if len(beside) == 1:
            head, columns = self._lettered(told or channel, head, columns, found)
            beside = [(0, head)]
        own_column = "channel" in columns.fields
        if not own_column:
            channel = channel or self._channel_names.only_named_in(self._file_name)
        unread = (line_of(head.shown[index]) for index in columns.unread(head.own_names))
        self._sheets.append(
            SheetRead(
                sheet,
                head.shown,
                None if own_column else channel,
                tuple(header for header in unread if header != REASON),
            )
        )
        if channel is None and not own_column:
            raise RegistryRefused("file-which-channel", recognised=self._recognised())
        self._mixed = self._mixed or own_column
        for at, own in beside:
            whole = Part(own, columns, rows_beside(found, at, len(own.shown)) if len(beside) > 1 else found)
            for part in tables_in(whole, lambda other: self._columns(channel, other)):
                self._read_table(part, channel, about)

    def _lettered(
        self, channel: str | None, head: Head, columns: Columns, rows: Sequence[TableRow]
    ) -> tuple[Head, Columns]:
        """With the columns that have no name and are not empty; a text has nothing beyond its header."""
        width = len(head.shown)
        nameless = [at for at, names in enumerate(head.names) if not names]
        if not any(
            (row.sheet and len(row.cells) > width)
            or any(not is_empty(one) for one in _at(row.cells, nameless))
            for row in rows
        ):
            return head, columns
        messages = rows_of_messages(head, columns, rows)
        lettered = with_letters(head, [row.cells if row.sheet else row.cells[:width] for row in messages])
        if lettered is head:
            return head, columns
        return lettered, _with_both(self._columns(channel, lettered), lettered, rows)

    def _bounded(self, first: list[TableRow], rows: Iterator[TableRow]) -> list[TableRow]:
        """The rows of one sheet, so many that a file with more is found out when they are read."""
        return [*first, *islice(rows, MOST_ROWS + HEADER_WITHIN_ROWS)]

    def _understood_of(self, channel: str | None) -> Understanding:
        """What was said of the channel's files, and of those of no channel."""
        general = self._understood.get("", Understanding())
        return self._understood.get(channel or "", general).over(general)

    def _columns(self, channel: str | None, head: Head) -> Columns:
        """By the channel's own mapping, or by the generic one where that knows the table better."""
        generic = self._profile.generic_registry
        said = self._understood_of(channel)
        if channel:
            own = self._profile.channel(channel).registry
            return best_columns([own, generic] if own else [generic], head, said)
        named_in_rows = columns_by(generic, head, said)
        if "channel" in named_in_rows.fields and not named_in_rows.missing:
            return named_in_rows
        return best_columns(self._mappings, head, said)

    def _read_table(self, part: Part, channel: str | None, about: About) -> None:
        head, columns = part.head, part.columns
        # Where rows name their channels what is said is kept for the one that a person chose, or for none.
        said = self._understood_of(self._channel if "channel" in columns.fields else channel)
        rows = rows_of_messages(head, columns, part.rows)
        today = self._now.astimezone(self._profile.time_zone).date()
        orders = orders_of(columns, rows, today, said.date_order)
        runs = numbers_run(columns, head, rows)
        facts = TableFacts(
            head.shown,
            orders,
            running=runs and said.numbering is not Numbering.OWN,
            from_1904=about.from_1904,
            made_on=about.made_on,
            uncomputed=about.uncomputed,
        )
        reader = RowReader(columns, facts, channel, self._channel_names, self._profile, self._now, said)
        aside = len(self._unreadable)
        self._read_rows(reader, columns.by_place(len(head.shown)), rows)
        asked = self._questions
        asked += rivals(columns, head, rows, said.columns)
        if len(rows) == len(self._unreadable) - aside > 1:
            asked += unfit_column({one.problem.key for one in self._unreadable[aside:]}, head)
        asked += planned_days(reader.not_understood, head, said.columns)
        for index, order in orders.items():
            if order.order is None:
                asked.append(order_of_dates(head.own_names[index], order.example, len(rows)))
        if runs and said.numbering is None:
            asked.append(numbering(head.shown[columns.fields["number"][0]], len(rows)))
        asked += column_of_answers(columns, head, rows)
        asked += unknown_channels(reader.not_understood, [one.key for one in self._profile.channels])
        asked += unknown_statuses(reader.not_understood)
        asked += unknown_importances(reader.not_understood)
        if said.undated != Undated.OPEN:
            made = about.made_on is not None
            asked += undated_answers(reader.not_understood, columns, head, rows, made=made)
        asked += unread_columns(columns, head)

    def _read_rows(self, reader: RowReader, fields: tuple[str, ...], rows: Iterable[TableRow]) -> None:
        width, above = len(fields), list[Cell]()
        repeats = [
            at for at, field in enumerate(fields) if field and field not in ("number", "number_and_date")
        ]
        for row in rows:
            cells = row.cells
            self._seen += 1
            if self._seen > MOST_ROWS:
                raise RegistryRefused("file-too-many-rows", limit=str(MOST_ROWS))
            if self._seen % _TOLD_EVERY == 0:
                self._progress(self._seen)
            if len(cells) < width:
                cells.extend([None] * (width - len(cells)))
            for at in repeats:
                if above and is_ditto(cells[at]):
                    cells[at] = above[at]
            above = cells
            try:
                if not row.sheet and not all(map(is_empty, cells[width:])):
                    raise RowProblem("row-too-many-cells", cells=str(len(cells)), headers=str(width))
                self._keep(reader.read(cells), row)
            except RowProblem as problem:
                said = tuple(raw_text(cell) for cell in row.cells)
                aside = UnreadableRow(row.sheet, row.number, said, problem.problem, fields)
                self._unreadable.append(aside)

    def _keep(self, message: RegistryRow, row: TableRow) -> None:
        key = (message.channel, canonical_number(message.number))
        place = self._places.get(key)
        if place is None:
            self._places[key] = (len(self._rows), row.sheet, row.number)
            self._rows.append(message)
            return
        index, sheet, number = place
        if replace(message, number=self._rows[index].number) == self._rows[index]:
            self._repeated += 1
            return
        if sheet == row.sheet:
            raise RowProblem("row-duplicate", number=message.number, row=str(number))
        raise RowProblem("row-duplicate-elsewhere", number=message.number, row=str(number), sheet=sheet)


def _with_both(columns: Columns, head: Head, rows: Sequence[TableRow]) -> Columns:
    """The columns with the one that holds numbers and dates together, where one of the two was not found.

    Of several such columns none is taken: it is asked.
    """
    counted = all(map(head.counts_rows, columns.fields.get("number", ())))
    if not columns.missing and not counted:
        return columns
    perhaps = {at for field in _MAY_BE_BOTH for at in columns.fields.get(field, ())}
    if columns.missing:
        perhaps |= {at for at in columns.unread(head.own_names) if not of_the_answer(head.names[at])}
    messages = rows_of_messages(head, columns, rows[:HEADER_WITHIN_ROWS])
    both = [
        at for at in sorted(perhaps) if holds_both(cell for row in messages for cell in _at(row.cells, [at]))
    ]
    if len(both) != 1:
        return columns
    fields = {name: tuple(at for at in places if at not in both) for name, places in columns.fields.items()}
    rest = {name: places for name, places in fields.items() if places and name != "number"}
    return replace(columns, fields={**rest, "number_and_date": (both[0],)})


def _at(cells: Sequence[Cell], places: Iterable[int]) -> Iterator[Cell]:
    return (cells[at] for at in places if at < len(cells))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LIST else f"{text[: _LONGEST_LIST - 1]}…"
