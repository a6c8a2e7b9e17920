"""What is wrong, in words: settings that cannot be, a database or a messenger that does not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from aiogram.exceptions import (
    AiogramError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.utils.token import TokenValidationError, validate_token
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.clockwork.nightly import way_out
from bot.localisation import Locale
from bot.settings import Settings
from bot.storage.trouble import damaged, state_of
from domain.office.changing import Change
from domain.office.wording import plain

_DRIVERS = {"sqlite+aiosqlite", "postgresql+asyncpg"}
_PROXIES = {"http", "socks4", "socks5"}
# Bot API, setWebhook: `secret_token`, and the ports that are called.
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = {None, 80, 88, 443, 8443}
# PostgreSQL, appendix A: invalid password or role; no such database.
_STRANGERS, _NO_DATABASE = "28", "3D"


def wrong_settings(settings: Settings, texts: Locale, *, messenger: bool) -> list[str]:
    """A sentence for each setting that cannot be; those of the messenger only where it is needed."""
    found = [] if _is_database(settings.database) else ["cli-bad-database-url"]
    return [texts(key) for key in (*found, *(_wrong_messenger(settings) if messenger else ()))]


def _wrong_messenger(settings: Settings) -> Iterator[str]:
    token = settings.token.get_secret_value()
    if not token:
        yield "cli-no-token"
    elif not _is_token(token):
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
    if not _is_listening(settings.listen):
        yield "cli-bad-listen"


def _is_token(token: str) -> bool:
    try:
        return validate_token(token)
    except TokenValidationError:
        return False


def _is_database(address: str) -> bool:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return False
    return url.drivername in _DRIVERS and bool(url.database)


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


def _is_listening(address: str) -> bool:
    host, _, port = address.rpartition(":")
    return bool(host) and port.isascii() and port.isdigit() and int(port) <= 65535


def database_trouble(settings: Settings, texts: Locale, error: BaseException) -> str:
    """What ails the database, and what to do."""
    if damaged(error):
        return damage_words(settings, texts, str(getattr(error, "orig", error)))
    state = state_of(error)
    if state.startswith(_STRANGERS):
        return texts("cli-database-stranger")
    if state.startswith(_NO_DATABASE):
        return texts("cli-database-missing", name=make_url(settings.database).database or "")
    return texts("cli-database-away", reason=type(error).__name__)


def damage_words(settings: Settings, texts: Locale, damage: str) -> str:
    """That the database is damaged, and the way out."""
    url = make_url(settings.database)
    words = texts("cli-database-damaged", name=url.database or "", damage=damage)
    return f"{words} {way_out(settings, url, texts)}"


def messenger_trouble(settings: Settings, texts: Locale, error: AiogramError) -> str:
    """Why the messenger does not answer as it should, and what to do."""
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
        return texts("cli-token-refused")
    if not isinstance(error, TelegramNetworkError):
        return texts("cli-no-telegram", reason=type(error).__name__)
    return texts("cli-no-way-by-proxy" if settings.proxy else "cli-no-way")


def change_lines(texts: Locale, found: Sequence[Change]) -> list[str]:
    """What a changed profile does to the office, a line each; of what is refused also the way out."""
    lines = [plain(texts(f"profile-change-{change.key}", **change.said)) for change in found]
    return [texts("profile-clash"), *lines] if any(change.refused for change in found) else lines
