"""Addresses that settings name for listening."""

from __future__ import annotations

import re
from ipaddress import IPv6Address

_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
LAST_PORT = 65535


def host_and_port(address: str) -> tuple[str, int]:
    """The two parts of `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`. Raises ValueError."""
    host, _, port = address.rpartition(":")
    if host.startswith("[") and host.endswith("]"):
        host = str(IPv6Address(host[1:-1]))
    elif not _NAME.fullmatch(host):
        raise ValueError(address)
    if not (port.isascii() and port.isdigit() and int(port) <= LAST_PORT):
        raise ValueError(address)
    return host, int(port)
