"""Small habits of wording that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta


def seat_list(seats: Iterable[int]) -> str:
    """«1, 2, 5» — the sentence around it says «место» or «места»."""
    return ", ".join(str(seat) for seat in sorted(seats))


def minutes(span: timedelta) -> int:
    """Begun minutes of a stretch of time."""
    return -(-span // timedelta(minutes=1))
