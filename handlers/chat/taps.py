"""What buttons carry (Bot API, callback_data: 1–64 bytes), checked here once: all of it is hostile.

Each room's own classes stand in its `taps.py`. Several classes may share a prefix: the act tells them apart.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from aiogram.filters.callback_data import CallbackData
from pydantic import BeforeValidator, Field


def _digits(value: object) -> object:
    """Only what we write ourselves is a number: no «²», no «1_000», no leading zero."""
    if isinstance(value, str) and not re.fullmatch(r"0|-?[1-9][0-9]{0,18}", value):
        raise ValueError(value)
    return value


def _day(value: object) -> object:
    """pydantic alone takes «0» for a day of 1970."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return date.fromisoformat(value)


MAX_ID = 2**63 - 1

Id = Annotated[int, BeforeValidator(_digits), Field(ge=0, le=MAX_ID)]
"""A key of the database; 0 where there is none yet."""

Account = Annotated[int, BeforeValidator(_digits), Field(gt=-(2**63), lt=2**63)]
"""A chat's id (Bot API, Chat)."""

Number = Annotated[int, BeforeValidator(_digits), Field(ge=0, lt=100_000)]
"""A seat, a question, a page, where a list begins, an amount."""

Day = Annotated[date, BeforeValidator(_day)]
Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
"""«2026-12»."""


class Tap(CallbackData, prefix="-"):
    """What a button carries; `act` tells what it does, a class without one does one thing."""

    def _encode_value(self, key: str, value: Any) -> str:
        return value.isoformat() if isinstance(value, date) else super()._encode_value(key, value)


class CommandTap(Tap, prefix="go"):
    """A button that does what a command does."""

    name: str


class NothingTap(Tap, prefix="none"):
    """A cell of a calendar that is no button."""


NOTHING = NothingTap().pack()
