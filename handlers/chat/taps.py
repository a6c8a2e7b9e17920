"""What buttons carry (Bot API, callback_data: 1–64 bytes), checked here once: all of it is hostile.

Each room's own classes stand in its `taps.py`. Several classes may share a prefix: the act tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from aiogram.filters.callback_data import CallbackData
from pydantic import BeforeValidator, Field

from domain.office import reading

T = TypeVar("T")


def _digits(value: object) -> object:
    """Only what we write ourselves is a number: no «²», no «1_000», no leading zero."""
    if isinstance(value, str) and not re.fullmatch(r"0|-?[1-9][0-9]{0,18}", value):
        raise ValueError(value)
    return value


def _read(how: Callable[[str], T | None]) -> BeforeValidator:
    """By what is read that pydantic alone reads otherwise: to it «0» is a day of 1970."""

    def read(value: object) -> object:
        found = how(value) if isinstance(value, str) else value
        if found is None:
            raise ValueError(value)
        return found

    return BeforeValidator(read)


def dashed(most: int) -> BeforeValidator:
    """For a value of up to so many parts with dashes between them."""
    return BeforeValidator(
        lambda value: tuple(value.split("-", most - 1)) if isinstance(value, str) else value
    )


Id = Annotated[int, BeforeValidator(_digits), Field(ge=0, le=reading.MOST)]
"""A key of the database; 0 where there is none yet."""

Account = Annotated[int, BeforeValidator(_digits), Field(gt=-(2**63), lt=2**63)]
"""A chat's id (Bot API, Chat)."""

Number = Annotated[int, BeforeValidator(_digits), Field(ge=0, lt=10_000_000)]
"""A seat, a question, a page, where a list begins, an amount."""

Day = Annotated[date, _read(reading.day), Field(ge=reading.FIRST_DAY, le=reading.LAST_DAY)]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
"""«2026-12»."""

Moment = Annotated[datetime, _read(reading.stamp)]
"""«202611251500», in the office's zone; without a zone of its own."""

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,19}$")]
"""What the profile names by a word: a unit, a block, a channel; or a page of ours."""


class Tap(CallbackData, prefix="-"):
    """What a button carries; `act` tells what it does, a class without one does one thing."""

    def _encode_value(self, key: str, value: Any) -> str:
        match value:
            case tuple():
                return "-".join(self._encode_value(key, one) for one in value)
            case datetime():
                return f"{value:%Y%m%d%H%M}"
            case date():
                return value.isoformat()
        return super()._encode_value(key, value)


class CommandTap(Tap, prefix="go"):
    """A button that does what a command does."""

    name: str


class NothingTap(Tap, prefix="none"):
    """A cell of a calendar that is no button."""


NOTHING = NothingTap().pack()
