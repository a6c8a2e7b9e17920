"""A remark on a draft decision (замечание к проекту): what a member thinks of it before the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Remark:
    """What the holder of a seat remarks; `key` names the question for good, `holder` the person."""

    key: int
    seat: int
    text: str
    at: datetime
    holder: int | None = None
