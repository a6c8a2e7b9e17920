"""One incident of many messages: each stays its own in its term and in figures, dealt with together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.messages.message import KnownMessage
from domain.office.act import Act
from domain.office.ports import Keeps
from domain.office.profile import Role
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Roster, member_seat


class IncidentState(StrEnum):
    """Whether somebody has said that it is one; `APART`: it was, and was taken apart."""

    OFFERED = "offered"
    GATHERED = "gathered"
    DECLINED = "declined"
    APART = "apart"


@dataclass(slots=True)
class Incident:
    """Messages of one topic from one place; `street` empty: from all of the settlement.

    `offered` are their ids until it is decided. `last_message` is the newest id that was looked at: only
    later ones join, so that what was taken out stays out. `grown` joined last, at `seen_at`. `houses` is
    «1–17», empty where the houses are too few to be named. `unit` answers all of them, `reason` is why
    the answers are late: what joins later gets both.
    """

    id: int
    topic: str
    settlement: str
    street: str
    block: str | None
    channels: tuple[str, ...]
    offered: tuple[int, ...]
    last_message: int
    seen_at: datetime
    state: IncidentState = IncidentState.OFFERED
    houses: str = ""
    grown: int = 0
    unit: str = ""
    reason: str = ""

    @property
    def entity(self) -> str:
        """Its name in the audit log and on cards."""
        return f"incident:{self.id}"

    def gather(self) -> Act:
        """These messages are one incident from now on."""
        self._require(IncidentState.OFFERED)
        self.state, count, self.offered = IncidentState.GATHERED, len(self.offered), ()
        return Act("incident-gathered", self.entity, {"count": count})

    def decline(self) -> Act:
        """They are not, and are not offered again."""
        self._require(IncidentState.OFFERED)
        self.state, self.offered = IncidentState.DECLINED, ()
        return Act("incident-declined", self.entity)

    def take_apart(self) -> Act:
        """Each message by itself again."""
        self._require(IncidentState.GATHERED)
        self.state = IncidentState.APART
        return Act("incident-apart", self.entity)

    def require_gathered(self) -> None:
        """A refusal where its messages are not dealt with as one."""
        self._require(IncidentState.GATHERED)

    def _require(self, state: IncidentState) -> None:
        if self.state is not state:
            raise Refusal("incident-decided", state=self.state.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many messages an incident has, and how they stand; `first_due` is the first open one's term.

    The overdue are among the open; `outside`: out of control, which is not answered.
    """

    whole: int
    open: int
    overdue: int
    outside: int
    first_due: datetime | None


def may_act_on(roster: Roster, seat: int, incident: Incident) -> bool:
    """The head of its block, officers of its channels, whoever performs the head's duties."""
    place = roster.profile.seat(seat)
    if roster.capacity(seat) is Role.HEAD or place.role is Role.HEAD:
        return True
    mine = incident.block is not None and place.block == incident.block
    return mine or bool(set(place.channels) & set(incident.channels))


def require_incident(roster: Roster, actor: Actor, incident: Incident) -> int:
    """The seat that acts; a refusal with the clause for anyone else."""
    seat = member_seat(actor)
    if not may_act_on(roster, seat, incident):
        title = roster.profile.block(incident.block).title if incident.block else ""
        raise Refusal("not-your-message", whose=title, known="yes" if title else "no")
    return seat


def house_span(houses: Sequence[int]) -> str:
    """«1–17» of three houses and more; of fewer nothing, for that would be somebody's address (rules, 8)."""
    return f"{min(houses)}–{max(houses)}" if len(set(houses)) > 2 else ""


class IncidentStore(Keeps[Incident], Protocol):
    """Incidents."""

    async def standing(self, incident: Incident, now: datetime) -> Standing:
        """How its messages stand; of one that is offered, those that would be its."""

    async def messages(self, incident: Incident, limit: int, offset: int = 0) -> Sequence[KnownMessage]:
        """Its messages, or those that would be: open ones by their terms, then the others."""

    async def join(self, incident: Incident, message_ids: Sequence[int]) -> Sequence[int]:
        """These are of the incident, where they wait and are of none; which of them."""

    async def leave(self, message_id: int) -> None:
        """This message is by itself again."""

    async def part(self, incident: Incident) -> None:
        """All of its messages are by themselves again."""
