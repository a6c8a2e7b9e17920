"""What is wrong, in words: settings that cannot be, a database that does not answer."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Mapping, Sequence
from errno import errorcode
from itertools import combinations
from pathlib import Path
from socket import gaierror
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.addresses import host_and_port
from bot.commands.machine import database_file, refused_by_machine, trouble_with
from bot.localisation import Locale
from bot.plain_file import plain_file
from bot.settings import Settings
from bot.storage.copies.naming import way_out
from bot.storage.trouble import damage_of, damaged, is_full, state_of
from bot.storage.unlike import UnlikeOurs
from domain.office.wording import plain

if TYPE_CHECKING:
    from domain.office.changing import Change

_DRIVERS = {"sqlite+aiosqlite", "postgresql+asyncpg"}
# What an address of PostgreSQL may add: the folder of a socket, how the way is secured (libpq's `sslmode`).
_PARAMETERS = {"host", "port", "ssl"}
_SECURED = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
# Bot API, «Authorizing your bot»; what stands there before a token was put in.
_TOKEN = re.compile(r"[0-9]+:\S+")
_PLACEHOLDER = re.compile(r"your.?token|<|>|…|\.\.\.|[а-яё]", re.IGNORECASE)
_PROXIES = {"http", "socks4", "socks5"}
# Bot API, setWebhook: `secret_token`, and the ports that are called.
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LEAST_SECRET = 16  # signs; a shorter one is soon guessed
_PORTS = {None, 80, 88, 443, 8443}
# PostgreSQL, appendix A: invalid password or role; no such database.
_STRANGERS, _NO_DATABASE = "28", "3D"


def wrong_settings(settings: Settings, texts: Locale, *, messenger: bool) -> list[str]:
    """A sentence for each setting that cannot be; those of the messenger only where it is needed."""
    found = [] if _is_database(settings.database) else ["cli-bad-database-url"]
    if settings.metrics and not _is_listening(settings.metrics):
        found.append("cli-bad-metrics")
    if settings.page and not _is_listening(settings.page):
        found.append("cli-bad-page")
    if settings.public_url and not _is_address(settings.public_url, {"http", "https"}, 443):
        found.append("cli-bad-public-url")
    found += _wrong_messenger(settings) if messenger else ()
    return [*(texts(key) for key in found), *_twice(settings, texts)]


def _wrong_messenger(settings: Settings) -> Iterator[str]:
    token = settings.token.get_secret_value()
    if not token:
        yield "cli-no-token"
    elif _PLACEHOLDER.search(token):
        yield "cli-placeholder-token"
    elif not _TOKEN.fullmatch(token):
        yield "cli-bad-token"
    if settings.proxy and not _is_address(settings.proxy, _PROXIES):
        yield "cli-bad-proxy"
    if settings.api_server and not _is_address(settings.api_server, {"http", "https"}, 443):
        yield "cli-bad-api-server"
    if settings.mode != "webhook":
        return
    if not _is_webhook(settings.webhook_url, own_server=bool(settings.api_server)):
        yield "cli-bad-webhook-url"
    if not _SECRET.fullmatch(settings.hook_secret):
        yield "cli-bad-webhook-secret"
    if settings.webhook_certificate is not None and not _is_certificate(settings.webhook_certificate):
        yield "cli-bad-webhook-certificate"
    if not _is_listening(settings.listen):
        yield "cli-bad-listen"


def _is_database(address: str) -> bool:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return False
    if url.get_backend_name() == "sqlite":
        known = not url.query and url.database != ":memory:"  # nobody would find it again
    else:
        known = set(url.query) <= _PARAMETERS and url.query.get("ssl", "prefer") in _SECURED
        known = known and 0 < (url.port or 5432) < 65536
    return known and url.drivername in _DRIVERS and bool(url.database)


def _is_address(address: str, schemes: set[str], default_port: int = 0) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in schemes and bool(parts.hostname) and (parts.port or default_port) != 0
    except ValueError:
        return False


def _is_webhook(address: str, *, own_server: bool) -> bool:
    """Telegram calls by HTTPS at four ports; a server of one's own calls what it likes."""
    if not _is_address(address, {"https", "http"} if own_server else {"https"}, 443):
        return False
    return own_server or urlsplit(address).port in _PORTS


def _is_certificate(file: Path) -> bool:
    """PEM, as setWebhook takes it, and nothing secret beside it: the file goes to the messenger."""
    try:
        text = plain_file(file).read_text("ascii")
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=text)
    except (OSError, ValueError):  # what is no certificate is an ssl.SSLError, which is an OSError
        return False
    return "PRIVATE KEY" not in text


def _is_listening(address: str) -> bool:
    try:
        host_and_port(address)
    except ValueError:
        return False
    return True


def _twice(settings: Settings, texts: Locale) -> Iterator[str]:
    """Settings that name one address to listen on; one of port 0 is another each time."""
    named = {"BOT_METRICS": settings.metrics, "BOT_PAGE": settings.page}
    if settings.mode == "webhook":
        named["BOT_LISTEN"] = settings.listen
    for (one, address), (other, same) in combinations(named.items(), 2):
        if address and address == same and not address.endswith(":0"):
            yield texts("cli-one-address", first=one, second=other, address=address)


def page_clashes(offices: Mapping[str, Settings], texts: Locale) -> list[str]:
    """A sentence for every two offices of which one's page stands at the other's address, or within it."""
    places = {key: f"{one.page_url}/" for key, one in offices.items() if one.page}
    return [
        texts("cli-page-clash", first=one, second=other, address=min(places[one], places[other], key=len))
        for one, other in combinations(places, 2)
        if places[one].startswith(places[other]) or places[other].startswith(places[one])
    ]


def idle_settings(settings: Settings, texts: Locale) -> list[str]:
    """A sentence for each setting that does nothing without another which is not there."""
    found = []
    if settings.public_url and not settings.page:
        found.append(texts("cli-idle-setting", variable="BOT_PUBLIC_URL", without="BOT_PAGE"))
    if settings.webhook_url and settings.mode != "webhook":
        found.append(texts("cli-idle-setting", variable="BOT_WEBHOOK_URL", without="BOT_MODE=webhook"))
    return found


def weak_settings(settings: Settings, texts: Locale) -> list[str]:
    """A sentence for each secret that is soon guessed."""
    given = settings.webhook_secret.get_secret_value()
    weak = settings.mode == "webhook" and given and len(given) < _LEAST_SECRET
    return [texts("cli-weak-webhook-secret")] if weak else []


def database_trouble(settings: Settings, texts: Locale, error: BaseException) -> str:
    """What ails the database, and what to do."""
    if damaged(error):
        return damage_words(settings, texts, damage_of(error))
    url = make_url(settings.database)
    if isinstance(error, UnlikeOurs):
        names = ", ".join(error.names)
        words = texts("cli-database-unlike", how=error.how, name=url.database or "", names=names)
        return words if error.how == "others" else f"{words} {way_out(settings, url, texts)}"
    if isinstance(error, OSError) and error.filename:
        return refused_by_machine(error, texts)
    if (file := database_file(url)) and (trouble := trouble_with(file, texts)):
        return trouble
    if is_full(error):
        return texts("cli-disk-full", name=url.database or "")
    state = state_of(error)
    if state.startswith(_STRANGERS):
        return texts("cli-database-stranger")
    if state.startswith(_NO_DATABASE):
        return texts("cli-database-missing", name=url.database or "")
    return texts("cli-database-away", reason=_why_away(error, texts))


def _why_away(error: BaseException, texts: Locale) -> str:
    """Why a server of databases does not answer; the kind of error where it is a rare one."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, gaierror):
        return texts("cli-reason", code="no-name")
    if isinstance(cause, TimeoutError):
        return texts("cli-reason", code="ETIMEDOUT")
    return texts("cli-reason", code=errorcode.get(getattr(cause, "errno", None) or 0, type(cause).__name__))


def damage_words(settings: Settings, texts: Locale, damage: str) -> str:
    """That the database is damaged, and the way out."""
    url = make_url(settings.database)
    words = texts("cli-database-damaged", name=url.database or "", damage=damage)
    return f"{words} {way_out(settings, url, texts)}"


def change_lines(texts: Locale, found: Sequence[Change]) -> list[str]:
    """What a changed profile does to the office, a line each; of what is refused also the way out."""
    lines = [plain(texts(f"profile-change-{change.key}", **change.said)) for change in found]
    return [texts("profile-clash"), *lines] if any(change.refused for change in found) else lines
