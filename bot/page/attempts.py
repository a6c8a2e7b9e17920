"""Guessing is slow: after so many failures from one address in a minute it waits."""

from __future__ import annotations

import time
from collections import OrderedDict
from ipaddress import ip_address

from aiohttp import web

MOST = 20
_WITHIN = 60.0
_ADDRESSES = 10_000


class Attempts:
    """Failures by address, in this process; a token is 128 bits, so this only spares the database."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def too_many(self, address: str) -> bool:
        """Whether this address has to wait."""
        since, count = self._failed.get(address, (0.0, 0))
        return count >= MOST and time.monotonic() - since < _WITHIN

    def fail(self, address: str) -> None:
        """One more."""
        now = time.monotonic()
        since, count = self._failed.pop(address, (now, 0))
        self._failed[address] = (since, count + 1) if now - since < _WITHIN else (now, 1)
        while len(self._failed) > _ADDRESSES:
            self._failed.popitem(last=False)


def address_of(request: web.BaseRequest) -> str:
    """Who asks: behind a proxy on this machine the last address it added, which nobody else can write."""
    peer = request.remote or ""
    if not _is_own(peer):
        return peer
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return told[:64] or peer


def _is_own(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return True  # a socket of this machine
