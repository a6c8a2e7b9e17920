"""Libraries that are loaded when first used: aside, since loading Word's holds the loop for half a second."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from importlib import import_module


async def loaded(*modules: str) -> None:
    """These modules are there: an import of them returns at once."""
    for name in modules:
        if name not in sys.modules:
            await asyncio.to_thread(import_module, name)


def fastest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes event loops: uvloop's, where there is one for this system; None for Python's own."""
    try:
        return import_module("uvloop").new_event_loop  # type: ignore[no-any-return]
    except ImportError:
        return None
