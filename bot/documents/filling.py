"""Fills the office's own Word template in a process of its own: an office's slip may not end, or eat memory.

Run as a script: `(template, sheets)` pickled in by stdin, out by stdout the last sheet's DOCX with exit code
0, or the reason as text with exit code 1, or nothing with `_TOO_LARGE`.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.apart import limit_memory, started_apart
from bot.documents.docx import BadTemplate, protocol_docx
from bot.documents.sheet import ProtocolSheet

LONGEST = 30.0
"""Seconds that filling may take; the shipped template takes a tenth of one."""
LARGEST = 20 * 1024 * 1024
"""Bytes of a protocol's Word copy; a messenger takes 50 MB."""
_MOST_MEMORY = 1024 * 1024 * 1024  # bytes of address space
_LONGEST_REASON = 200
_TOO_LARGE = 3


def filled_apart(sheets: Sequence[ProtocolSheet], template: Path, longest: float = LONGEST) -> bytes:
    """The last of the sheets by the office's template, after all before it. Raises BadTemplate."""
    try:
        with started_apart(Path(__file__)) as process:
            try:
                made, _ = process.communicate(pickle.dumps((template, tuple(sheets))), longest)
            finally:
                process.kill()
    except subprocess.TimeoutExpired:
        raise BadTemplate(template.name, f"> {longest:g} s", "slow", longest) from None
    except OSError as error:
        raise BadTemplate(template.name, type(error).__name__) from error
    if process.returncode == 0:
        return made
    if process.returncode == _TOO_LARGE:
        raise BadTemplate(template.name, f"> {LARGEST // 2**20} MB", "large", LARGEST // 2**20)
    reason = made[:_LONGEST_REASON].decode("utf-8", "replace") if process.returncode == 1 else ""
    if reason and not reason.startswith(MemoryError.__name__):
        raise BadTemplate(template.name, reason)
    raise BadTemplate(template.name, MemoryError.__name__, "memory", _MOST_MEMORY // 2**20)


def main() -> None:
    """Fill what comes by stdin."""
    limit_memory(_MOST_MEMORY)
    template, sheets = pickle.load(sys.stdin.buffer)  # noqa: S301 — from our own process
    made = b""
    try:
        for sheet in sheets:
            made = protocol_docx(sheet, template)
        if len(made) > LARGEST:
            sys.exit(_TOO_LARGE)
    except BadTemplate as trouble:
        sys.stdout.buffer.write(trouble.reason.encode("utf-8", "replace"))
        sys.exit(1)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
