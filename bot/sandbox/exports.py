"""Made-up exports of each channel's system, with that system's own columns, for trying the import.

Headers and words of status are the profile's; what the systems do differently (a title above the headers,
dates as texts, an apostrophe before a text, markup, encodings) is done differently here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.seed_messages import made_up_messages
from domain.messages.message import RegistryRow
from domain.office.profile import Channel, OfficeProfile

_MOST = 20
_FORM = "%d.%m.%Y %H:%M"

Table = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Export:
    """A file as a person would have downloaded it; `rows` messages are in it."""

    file_name: str
    content: bytes
    rows: int


def made_up_exports(now: datetime, profile: OfficeProfile) -> Mapping[str, Export]:
    """An export of each channel that the profile reads: channel → file. Numbers are not those of the seed."""
    messages = made_up_messages(now, profile)
    found = {}
    for channel in profile.channels:
        rows = [row for row in messages if row.channel == channel.key][-_MOST:]
        if channel.registry is not None and rows:
            suffix, write = _WRITERS.get(channel.key, ("xlsx", _plain_sheet))
            table = _table(channel, rows, profile)
            found[channel.key] = Export(f"{channel.short_title}.{suffix}", write(table), len(rows))
    return found


def _table(channel: Channel, rows: Sequence[RegistryRow], profile: OfficeProfile) -> Table:
    """Headers as the system has them, then a line for each message."""
    mapping = channel.registry
    assert mapping is not None  # its caller asked
    names = {field: headers[0] for field, headers in mapping.headers.items()}
    headers = list(dict.fromkeys([*mapping.signature, *names.values()]))
    table: Table = [headers]
    for row in rows:
        line: dict[str, Any] = dict.fromkeys(headers, "")
        moments = {
            field: moment.astimezone(profile.time_zone).replace(tzinfo=None, microsecond=0)
            for field in ("received_at", "registered_at", "answered_at")
            if (moment := getattr(row, field)) is not None
        }
        words = {
            "number": f"7{row.number}",
            "status": (mapping.answered if row.answered_at else mapping.open)[0],
            **{
                field: getattr(row, field)
                for field in ("topic", "topic_group", "text", "executor", "author", "place", "url")
            },
        }
        for field, value in (words | moments).items():
            if field in names:
                line[names[field]] = value
        table.append(list(line.values()))
    return table


def _as_texts(table: Table) -> Table:
    return [[f"{cell:{_FORM}}" if isinstance(cell, datetime) else cell for cell in line] for line in table]


def _sheet(table: Table, above: Table) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 — loaded when first used

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has a sheet
    for line in [*above, *table]:
        sheet.append(line)
    if above:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(table[0]))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _plain_sheet(table: Table) -> bytes:
    return _sheet(table, [])


def _titled_sheet(table: Table) -> bytes:
    """A merged title, an empty row, and columns counted below their headers."""
    counted: Table = [list(map(str, range(1, len(table[0]) + 1)))]
    return _sheet([table[0], *counted, *table[1:]], [["Сведения о сообщениях за период"], []])


def _sheet_of_texts(table: Table) -> bytes:
    """Dates as texts, texts behind an apostrophe and with markup."""
    dressed = [
        [f"'{cell}<br>" if isinstance(cell, str) and len(cell) > 40 else cell for cell in line]
        for line in _as_texts(table)
    ]
    return _sheet(dressed, [])


def _separated(delimiter: str, encoding: str) -> Callable[[Table], bytes]:
    def write(table: Table) -> bytes:
        saved = io.StringIO()
        csv.writer(saved, delimiter=delimiter).writerows(_as_texts(table))
        return saved.getvalue().encode(encoding, "replace")

    return write


_WRITERS: Mapping[str, tuple[str, Callable[[Table], bytes]]] = {
    "pos": ("xlsx", _titled_sheet),
    "incident": ("xlsx", _sheet_of_texts),
    "upravlyaem": ("csv", _separated(";", "cp1251")),
    "appeal": ("csv", _separated("\t", "utf-8-sig")),
    "social": ("csv", _separated(",", "utf-8")),
}
