"""Recommendations that the office adopted: a register whose execution the head monitors (п. 2.2.2, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.office.act import Act, text_hash
from domain.office.refusal import Refusal
from domain.protocols.record import ProtocolRecord


class RecommendationState(StrEnum):
    """Whether it is to be followed still."""

    IN_FORCE = "in_force"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class Recommendation:
    """An adopted decision that recommends: question `item` of a signed protocol."""

    id: int
    protocol_id: int
    protocol_number: int
    item: int
    adopted_on: date
    text: str
    state: RecommendationState = RecommendationState.IN_FORCE
    changed_on: date | None = None

    @property
    def entity(self) -> str:
        """The recommendation's name in the audit log."""
        return f"recommendation:{self.id}"

    @property
    def number(self) -> str:
        """«1.2»: the second question of protocol No. 1."""
        return f"{self.protocol_number}.{self.item}"

    def entered(self) -> Act:
        """The entry for a decision that was just put into the register."""
        data = {"protocol": self.protocol_id, "item": self.item, "text": text_hash(self.text)}
        return Act("recommendation-entered", self.entity, data)

    def move(self, state: RecommendationState, today: date) -> Act:
        """The head says how it stands now (п. 3.2)."""
        if state is self.state:
            raise Refusal("recommendation-is-so", number=self.number, state=state.value)
        before, self.state, self.changed_on = self.state, state, today
        data = {"state": state.value, "before": before.value}
        return Act("recommendation-moved", self.entity, data)


def adopted_items(protocol: ProtocolRecord) -> list[int]:
    """Numbers of the questions on which the protocol has a decision."""
    return [item.number for item in protocol.items if item.decision]


def recommendation_of(protocol_id: int, protocol: ProtocolRecord, number: int) -> Recommendation:
    """The adopted decision as a recommendation, not kept yet; a refusal for what was not adopted."""
    for item in protocol.items:
        if item.number == number and item.decision:
            day = protocol.opened_at.date()
            return Recommendation(0, protocol_id, protocol.number, number, day, item.decision)
    raise Refusal("item-not-adopted", item=number)
