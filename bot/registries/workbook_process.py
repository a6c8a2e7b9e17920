"""Reads a workbook in a process of its own: bytes in by stdin, lines of JSON out by stdout.

A sheet of two cells far apart takes gigabytes to open, and an allocation that fails inside the library
ends the process: that must never be the bot's. So this file is run as a script, with limits on its memory,
and imports nothing of ours.

Lines: `{"sheet": name}`, then `[[number of the row, [cells]], …]` by some hundreds, or `{"hidden": name}`;
at the end `{"end": true}` or `{"refused": key}`. A moment is `{"moment": ISO}`; empty rows are passed over.
"""

from __future__ import annotations

import datetime as dates
import io
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import python_calamine

MOST_MEMORY = 2 * 1024 * 1024 * 1024  # bytes of address space
_BATCH = 200


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 — not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return
    with suppress(OSError):  # where memory runs short on Linux, this process goes first and not the bot
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def _cell(value: Any) -> Any:
    """What JSON has no type for."""
    if isinstance(value, dates.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dates.date):
        return {"moment": dates.datetime.combine(value, dates.time()).isoformat()}
    return str(value)


def _write(line: Any) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False, default=_cell))
    sys.stdout.write("\n")


def _write_sheet(sheet: python_calamine.CalamineSheet) -> None:
    _write({"sheet": sheet.name})
    batch: list[Any] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if any(value != "" and not (isinstance(value, str) and value.isspace()) for value in row):
            batch.append((number, row))
        if len(batch) == _BATCH:
            _write(batch)
            batch = []
    _write(batch)


def main() -> None:
    """Write out every visible sheet of the workbook that comes by stdin."""
    _limit_memory()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        with python_calamine.load_workbook(io.BytesIO(sys.stdin.buffer.read())) as book:
            for about in book.sheets_metadata:
                if about.visible is python_calamine.SheetVisibleEnum.Visible:
                    if about.typ is python_calamine.SheetTypeEnum.WorkSheet:
                        _write_sheet(book.get_sheet_by_name(about.name))
                else:
                    _write({"hidden": about.name})
        _write({"end": True})
    except python_calamine.PasswordError:
        _write({"refused": "file-protected"})
    except python_calamine.CalamineError:
        _write({"refused": "file-broken"})
    except MemoryError:
        _write({"refused": "file-too-heavy"})
    except BaseException:  # the library's panics are not even exceptions
        _write({"refused": "file-broken"})


if __name__ == "__main__":
    main()
