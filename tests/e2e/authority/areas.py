"""The whole table, area by area."""

from __future__ import annotations

from collections.abc import Mapping

from tests.e2e.authority import citizens, composition, decisions, meetings, papers
from tests.e2e.authority.table import PEOPLE, State

AREAS: Mapping[str, tuple[State, ...]] = {
    "composition": composition.AREA,
    "meetings": meetings.AREA + decisions.AREA,
    "not_held": meetings.NOT_HELD_AREA,
    "citizens": citizens.AREA,
    "papers": papers.AREA,
}


def size() -> int:
    """How many cells the table has."""
    return sum(len(state.rows) for states in AREAS.values() for state in states) * len(PEOPLE)
