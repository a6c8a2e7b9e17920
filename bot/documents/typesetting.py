"""Sets papers by Typst in a process of its own, which can be ended: no text may hold the office for ever.

Run as a script: a line of JSON `{template, sheet, moment}` by stdin, by stdout a line of JSON with the PDF's
length, or the trouble's words, and then the PDF; one after another until stdin ends. Its own fall ends it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.apart import limit_memory, started_apart

TEMPLATES = Path(__file__).parent / "templates"
LONGEST = 30.0
"""Seconds that a paper may take; one of twenty questions takes a tenth of one."""
_MOST_MEMORY = 2 * 1024 * 1024 * 1024  # bytes of address space
_UNUSED = 30.0  # seconds after which the process ends
_THREADS = "2"  # each more takes address space


class HeldUp(Exception):
    """The typesetter fell over the paper, or was ended because it took too long or too much memory."""


class Typesetter:
    """One process for all papers; it keeps its fonts until nothing was asked of it for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._leaving: threading.Timer | None = None

    def pdf(self, work: dict[str, Any], longest: float = LONGEST) -> bytes:
        """The paper as PDF. Raises HeldUp, and RuntimeError with Typst's words where our page is wrong."""
        with self._lock:
            if self._leaving:
                self._leaving.cancel()
            if self._process is not None and self._process.poll() is not None:
                self._end()  # it was ended by somebody else: no fault of the paper
            process = self._process = self._process or started_apart(Path(__file__))
            clock = _timer(longest, process.kill)
            try:
                said, made = _asked(process, work)
            except (OSError, ValueError) as error:
                self._end()
                raise HeldUp from error
            finally:
                clock.cancel()
            self._leaving = _timer(_UNUSED, self._leave)
        if "trouble" in said:
            raise RuntimeError(said["trouble"])
        return made

    def _leave(self) -> None:
        with self._lock:
            if self._leaving is threading.current_thread():
                self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _timer(seconds: float, call: Any) -> threading.Timer:
    timer = threading.Timer(seconds, call)
    timer.daemon = True
    timer.start()
    return timer


def _asked(process: subprocess.Popen[bytes], work: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the process says and makes; ValueError and OSError where it ended meanwhile."""
    assert process.stdin is not None and process.stdout is not None  # both are pipes
    process.stdin.write(json.dumps(work).encode() + b"\n")
    process.stdin.flush()
    said = json.loads(process.stdout.readline())
    made = process.stdout.read(said.get("length", 0))
    if len(made) != said.get("length", 0):
        raise ValueError(len(made))
    return said, made


def main() -> None:
    """Set what comes by stdin."""
    limit_memory(_MOST_MEMORY)
    os.environ["RAYON_NUM_THREADS"] = _THREADS
    import typst  # noqa: PLC0415 — after its threads were counted, and never in the office's own process

    # Typst's own fonts and the package's: what is installed on the machine changes nothing.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[TEMPLATES])
    for line in sys.stdin.buffer:
        work = json.loads(line)
        made, said = b"", dict[str, Any]()
        try:
            compiler = typst.Compiler(
                TEMPLATES / work["template"],
                root=TEMPLATES,
                font_paths=fonts,
                sys_inputs={"sheet": work["sheet"]},
            )
            moment = datetime.fromisoformat(work["moment"])
            printed: Any = compiler.compile(format="pdf", pdf_standards="a-2b", timestamp=moment)
            made = bytes(printed)
            said = {"length": len(made)}
        except Exception as trouble:
            said = {"trouble": str(trouble)}
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
