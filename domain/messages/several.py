"""Many messages dealt with at once: each for itself, and none that is not as it was when it was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.messages.acts import may_act
from domain.messages.message import KnownMessage
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Roster

MOST = 1_000


class Doing(StrEnum):
    """What is done to each of them."""

    ANSWERED = "answered"
    REASON = "reason"
    BLOCK = "block"
    UNIT = "unit"


class Left(StrEnum):
    """Why nothing was done to a message: answered, changed by others, not this person's, so already."""

    ANSWERED = "answered"
    CHANGED = "changed"
    NOT_YOURS = "not-yours"
    SAME = "same"


class SeveralState(StrEnum):
    """Whether the person has confirmed it, and whether it is done."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A message as it stood when it was chosen."""

    message: int
    block: str | None
    unit: str | None


@dataclass(slots=True)
class Several:
    """Messages that one person deals with at once; `looked_at` of them so far, `done` of these.

    `value` is a block, a unit, or a reason in words; `incident` the one that they are of, 0 where of none.
    """

    id: int
    user_id: int
    chosen: Sequence[Chosen]
    doing: Doing | None = None
    value: str = ""
    state: SeveralState = SeveralState.ASKED
    looked_at: int = 0
    done: int = 0
    left: Counter[str] = field(default_factory=Counter)
    incident: int = 0

    @property
    def entity(self) -> str:
        """Its name in the audit log and on cards."""
        return f"several:{self.id}"

    @property
    def finished(self) -> bool:
        """Whether every one was looked at."""
        return self.looked_at >= len(self.chosen)

    def confirm(self) -> Act:
        """The person has seen what and how many."""
        if self.state is not SeveralState.ASKED or self.doing is None:
            raise Refusal("card-outdated")
        self.state = SeveralState.CONFIRMED
        return Act("several-confirmed", self.entity, {"doing": self.doing.value, "count": len(self.chosen)})

    def looked(self, left: Left | None) -> None:
        """One more was looked at."""
        self.looked_at += 1
        if left is None:
            self.done += 1
        else:
            self.left[left.value] += 1
        if self.finished:
            self.state = SeveralState.DONE


def choose(messages: Sequence[KnownMessage]) -> list[Chosen]:
    """Messages that wait, as they stand now; a refusal for none, and for more than are dealt with at once."""
    waiting = [Chosen(one.id, one.block, one.unit) for one in messages if one.answered_at is None]
    if not waiting:
        raise Refusal("several-none")
    if len(waiting) > MOST:
        raise Refusal("several-too-many", limit=MOST)
    return waiting


def why_left(
    roster: Roster, seat: int | None, several: Several, chosen: Chosen, message: KnownMessage | None
) -> Left | None:
    """Why nothing is done to this message now; None where it is as it was and this seat may act on it."""
    if message is None:
        return Left.CHANGED
    if message.answered_at is not None:
        return Left.ANSWERED
    if seat is None or not may_act(roster, seat, message):
        return Left.NOT_YOURS
    if several.doing is Doing.BLOCK:
        if message.block != chosen.block:
            return Left.CHANGED
        return Left.SAME if message.block == several.value and not message.block_presumed else None
    if several.doing is Doing.UNIT:
        if message.unit != chosen.unit:
            return Left.CHANGED
        return Left.SAME if message.unit == several.value else None
    if several.doing is Doing.REASON and message.delay_reason == several.value:
        return Left.SAME
    return None


class SeveralStore(Protocol):
    """Messages that are dealt with at once."""

    async def get(self, number: int) -> Several | None:
        """Those with this id."""

    async def add(self, several: Several) -> int:
        """Keep what was chosen; its id."""

    async def forget(self, before: datetime) -> None:
        """Forget what was asked before this moment and is not being done."""

    async def save(self, several: Several) -> None:
        """Keep what is to be done, and how far it has come."""
