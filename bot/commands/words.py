"""What the command line says."""

from __future__ import annotations

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.localisation import Locale
from domain.office.wording import plain


def command_texts() -> Locale:
    """The command line's words, before any profile is known."""
    return Locale("ru", ZoneInfo("UTC"))


def on_the_clock(zone: ZoneInfo, moment: datetime) -> str:
    """A moment as the office's clock shows it."""
    return f"{moment.astimezone(zone):%d.%m.%Y %H:%M}"


def say(text: str) -> None:
    """Print an answer, without the chat's markup."""
    print(plain(text), flush=True)  # noqa: T201 — the command line's answer


def say_aside(text: str) -> None:
    """Print what goes with an answer and is not it: on standard error, for the answer may be piped on."""
    print(plain(text, 500), file=sys.stderr, flush=True)  # noqa: T201
