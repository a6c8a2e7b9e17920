"""Which addresses a button may open, as Telegram judges them."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_OWN = re.compile(r"(tg|ton):(?://)?(.*)", re.IGNORECASE | re.DOTALL)
_PROTOCOL = re.compile(r"([^:/?#@\[\]]*)://(.*)", re.DOTALL)
_WITH_PORT = re.compile(r"(.+):([^:\]@]*)", re.DOTALL)
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=]|%[0-9a-f]{2}|[^\x00-\x7f])+")
_OWN_HOST = re.compile(r"[A-Za-z0-9_-]+")
_MOST_PORT = 65535


def wrong_link(link: str) -> str:
    """Why no button may open this address, in Telegram's words; empty where one may.

    Sources: td, `LinkManager::check_link_impl` and `parse_url` of `HttpUrl.cpp`.
    """
    own = _OWN.fullmatch(link.strip())
    rest = own[2] if own else link.strip()
    protocol = _PROTOCOL.fullmatch(rest)
    if protocol and protocol[1].lower() not in ("http", "https"):
        return "Unsupported URL protocol"
    authority = re.split("[/?#]", protocol[2] if protocol else rest, maxsplit=1)[0]
    with_port = _WITH_PORT.fullmatch(authority)
    if with_port and not _is_port(with_port[2]):
        return "Wrong port number specified in the URL"
    host = (with_port[1] if with_port else authority).rpartition("@")[2]
    if own:
        plain = not protocol and not with_port and "@" not in authority
        return _wrong_own_host(own[1].lower(), host if plain else "")
    return _wrong_host(host)


def _is_port(text: str) -> bool:
    digits = text.lstrip("0")
    return digits.isascii() and digits.isdecimal() and len(digits) <= 5 and int(digits) <= _MOST_PORT


def _wrong_own_host(name: str, host: str) -> str:
    if not host:
        return f"Wrong {name} URL"
    return "" if _OWN_HOST.fullmatch(host) else "Unallowed characters in URL host"


def _wrong_host(host: str) -> str:
    if host.startswith("[") and host.endswith("]"):
        try:
            IPv6Address(host[1:-1])
        except AddressValueError:
            return "Wrong IPv6 address specified in the URL"
        return ""
    if not host:
        return "URL host is empty"
    if host == ".":
        return "Host is invalid"
    if not _HOST.fullmatch(host.lower()):
        return "Wrong URL host"
    return "" if "." in host else "Wrong HTTP URL"
