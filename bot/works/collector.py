"""Rows by the hundred thousand, and the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection for the length of the block.

    Rows by the hundred thousand make no cycles, yet going through them again and again takes the collector
    some tenths of a second each time, in which nobody else runs.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
