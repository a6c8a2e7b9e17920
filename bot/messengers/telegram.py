"""The office's way to the messenger over HTTP."""

from __future__ import annotations

import ssl
from functools import cache
from typing import Any

import certifi
from aiogram.client.session.aiohttp import AiohttpSession


@cache
def _certificates() -> ssl.SSLContext:
    """The authorities that are trusted, read once a process: each reading keeps 0.7 MB."""
    return ssl.create_default_context(cafile=certifi.where())


class OfficeSession(AiohttpSession):
    """An office's own connections; whom they trust is the same for all offices."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        if "ssl" in self._connector_init:  # a proxy's connector brings its own
            self._connector_init["ssl"] = _certificates()
