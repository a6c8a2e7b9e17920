"""What a room gives the clock to start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import time
from enum import Enum

from domain.unit_of_work import Office, UnitOfWork


class When(Enum):
    """Moments that are no time of the clock."""

    MORNING = "when the profile has digests sent"
    OFTEN = "every five minutes"


@dataclass(frozen=True, slots=True)
class Job:
    """What is started when, in the office's zone.

    `run` looks at what is due and not done; True when it did anything. `in_batches`: it is run again at once
    until there is nothing left, a transaction each.
    """

    name: str
    when: When | time
    run: Callable[[Office, UnitOfWork], Awaitable[bool]]
    in_batches: bool = False
