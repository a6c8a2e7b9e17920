"""What was counted of a cohort, put together from rows of `counted`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.storage.figures.counting import REASON, WHOLE
from domain.figures.figures import Breakup, Dimension, Tally
from domain.figures.hours import hours_within
from domain.messages.stages import Stages


@dataclass(frozen=True, slots=True)
class Counts:
    """A cohort whole and by each dimension; why answers were late, most frequent first; blocks presumed."""

    breakup: Breakup
    causes: Sequence[tuple[str, int]]
    presumed: int
    stages: Stages


def counts_of(rows: Iterable[Any]) -> Counts:
    """All that was counted of a cohort."""
    by: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in rows:
        by[row.dimension][row.key] = row
    whole = by[WHOLE].get("")
    late = [(key, row.late + row.overdue) for key, row in by[REASON].items()]
    return Counts(
        Breakup(
            _tally(whole) if whole else Tally(),
            {one: {key: _tally(row) for key, row in by[one].items()} for one in Dimension},
        ),
        sorted(late, key=lambda reason: -reason[1]),
        whole.presumed if whole else 0,
        Stages(whole.important, whole.interim, whole.refuted) if whole else Stages(),
    )


def _tally(row: Any) -> Tally:
    hours = _hours(row.hours)
    times = hours_within(hours, 1, 2), hours_within(hours, 9, 10)
    return Tally(row.received, row.on_time, row.late, row.overdue, *times)


def _hours(text: str | None) -> Mapping[int, int]:
    """Hours begun and how many were answered in them, out of «3,12,5,1»."""
    numbers, hours = iter(json.loads(f"[{text or ''}]")), defaultdict[int, int](int)
    for begun, count in zip(numbers, numbers, strict=True):
        hours[begun] += count
    return hours
