"""What the table of authority is made of: people, acts, and the states in which they are tried.

A row says who may do an act; everyone else in `PEOPLE` may not. Who may is read from the decree and from
the office's rules, never from what the program does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.authority.stage import Stage

Role = int | str

HEADS_ASSISTANT, OFFICERS_ASSISTANT, FORMER = "assistant of 1", "assistant of 9", "former"
UNIT, GUEST, STRANGER, ADMIN = "unit", "guest", "stranger", "admin"
# Seats by number: 1 is the head, 2 stands in, 4 heads the block of roads, 6 that of construction, 8 and 9 are
# officers. The former held seat 3 until this morning.
PEOPLE: tuple[Role, ...] = (
    *(1, 2, 4, 6, 8, 9),
    *(HEADS_ASSISTANT, OFFICERS_ASSISTANT, UNIT, GUEST, ADMIN, STRANGER, FORMER),
)

Roles = frozenset[Role]
NOBODY: Roles = frozenset()
HEAD: Roles = frozenset({1})
ACTING: Roles = frozenset({2})
OFFICERS: Roles = frozenset({8, 9})
MEMBERS: Roles = frozenset({1, 2, 4, 6, 8, 9})
ASSISTANTS: Roles = frozenset({HEADS_ASSISTANT, OFFICERS_ASSISTANT})
OUTSIDERS: Roles = frozenset({STRANGER, FORMER})
KNOWN: Roles = frozenset(PEOPLE) - OUTSIDERS


@dataclass(frozen=True, slots=True)
class Row:
    """One act: a tap's callback data, or words said in the private chat.

    Whoever may do it takes the `steps` first, as a person would, and leaves the entry `does` in the log.
    `newcomer`: strangers are answered in other words than the one line for strangers.
    In the `group` the act is done there; the `silent` are not answered at all. With `alone` each of those who
    may does it from the same state, not all at once.
    """

    name: str
    allowed: Roles
    act: str
    steps: tuple[str, ...] = ()
    does: str = ""
    newcomer: bool = False
    group: bool = False
    silent: Roles = NOBODY
    alone: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state of the office, prepared from the one before it in its area, and what is tried in it.

    `strangers` are those whom the office knows no more in it.
    """

    name: str
    prepare: Callable[[Stage], Awaitable[None]]
    rows: tuple[Row, ...]
    strangers: Roles = NOBODY


def rows(allowed: Iterable[Role], *acts: tuple[str, str] | tuple[str, str, str]) -> tuple[Row, ...]:
    """Rows of the same people: a name, an act, and maybe the entry that it leaves."""
    may = frozenset(allowed)
    return tuple(Row(one[0], may, one[1], does=one[2] if len(one) == 3 else "") for one in acts)


def after(steps: tuple[str, ...], made: tuple[Row, ...]) -> tuple[Row, ...]:
    """The same rows, each after these steps of whoever may."""
    return tuple(replace(one, steps=(*steps, *one.steps)) for one in made)
