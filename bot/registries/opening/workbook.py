"""Rows of every visible sheet of a workbook, read by a process with limits on its memory and time."""

from __future__ import annotations

import json
import threading
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.apart import started_apart
from bot.registries.cells import Cell, Uncomputed
from bot.registries.result import RegistryRefused

_SCRIPT = Path(__file__).with_name("process.py")
_LONGEST = 180  # seconds; a hundred thousand rows take one or two


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is not empty, where it stands in the file; rows are counted from 1."""

    sheet: str
    number: int
    cells: list[Cell]


@dataclass(slots=True)
class About:
    """What a file tells besides its rows."""

    hidden: list[str] = field(default_factory=list)
    from_1904: bool = False
    uncomputed: bool = False
    made_on: datetime | None = None


@dataclass(slots=True)
class Table:
    """A file's rows, read as they are asked for.

    Meanwhile `about` fills: names of hidden sheets, and whether numbers are days since 1904, whether
    there are formulas without a value.
    """

    rows: Generator[TableRow, None, None]
    about: About = field(default_factory=About)


def open_workbook(content: bytes) -> Table:
    """The workbook's rows; RegistryRefused while they are read, when they cannot be."""
    about = About()
    return Table(_rows(content, about), about)


def _rows(content: bytes, about: About) -> Generator[TableRow, None, None]:
    process = started_apart(_SCRIPT)
    assert process.stdin is not None and process.stdout is not None  # both are pipes
    clock = threading.Timer(_LONGEST, process.kill)
    clock.start()
    try:
        with suppress(BrokenPipeError):  # it ended early; what it wrote says why
            process.stdin.write(content)
            process.stdin.close()
        sheet = ""
        for line in process.stdout:
            said: Any = json.loads(line, object_hook=_value)
            if isinstance(said, list):
                for number, cells in said:
                    yield TableRow(sheet, number, cells)
            elif "sheet" in said:
                sheet = said["sheet"]
            elif "hidden" in said:
                about.hidden.append(said["hidden"])
            elif "from_1904" in said:
                about.from_1904 = said["from_1904"]
            elif "uncomputed" in said:
                about.uncomputed = True
            elif "made_on" in said:
                with suppress(ValueError):
                    about.made_on = datetime.fromisoformat(said["made_on"])
            elif "refused" in said:
                raise RegistryRefused(said["refused"], **said.get("arguments", {}))
            else:
                return
        raise RegistryRefused("file-too-heavy")
    finally:
        clock.cancel()
        process.kill()
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        process.wait()


def _value(value: dict[str, Any]) -> Any:
    if "formula" in value:
        return Uncomputed(value["formula"])
    return datetime.fromisoformat(value["moment"]) if "moment" in value else value
