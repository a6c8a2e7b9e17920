"""A proposal for the agenda: a member brings it, the head decides what becomes of it (п. 4.4.2, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.act import Act, text_hash
from domain.refusal import Refusal


class ProposalState(StrEnum):
    """What became of a proposal; a postponed one waits for a later meeting."""

    WAITING = "waiting"
    POSTPONED = "postponed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


_UNDECIDED = (ProposalState.WAITING, ProposalState.POSTPONED)


@dataclass(slots=True)
class Proposal:
    """A question brought by a seat. `ground` is why: figures, a citizen's message with its number.

    `message_id` is the citizen's message it grew from; `meeting_id` the meeting it was accepted into.
    """

    id: int
    seat: int
    question: str
    draft_decision: str = ""
    ground: str = ""
    message_id: int | None = None
    state: ProposalState = ProposalState.WAITING
    reason: str = ""
    meeting_id: int | None = None

    @property
    def entity(self) -> str:
        """The proposal's name in the audit log."""
        return f"proposal:{self.id}"

    def bring(self) -> Act:
        """The entry for a proposal that was just brought (п. 4.4.2)."""
        return self._act(
            "brought", seat=self.seat, question=text_hash(self.question), message=self.message_id
        )

    def accept(self, meeting_id: int) -> Act:
        """The head takes it into a meeting's agenda (п. 3.2)."""
        self._expect_undecided()
        self.state, self.meeting_id = ProposalState.ACCEPTED, meeting_id
        return self._act("accepted", meeting=meeting_id)

    def decline(self, reason: str) -> Act:
        """The head declines it, with a reason."""
        self._expect_undecided()
        self.state, self.reason = ProposalState.DECLINED, reason
        return self._act("declined", reason=text_hash(reason))

    def postpone(self) -> Act:
        """The head leaves it for a later meeting."""
        self._expect_undecided()
        if self.state is ProposalState.POSTPONED:
            raise Refusal("proposal-is-postponed")
        self.state = ProposalState.POSTPONED
        return self._act("postponed")

    def withdraw(self, seat: int) -> Act:
        """Who brought it takes it back while nothing was decided."""
        if seat != self.seat:
            raise Refusal("not-your-proposal", seat=self.seat)
        self._expect_undecided()
        self.state = ProposalState.WITHDRAWN
        return self._act("withdrawn")

    def _act(self, kind: str, **data: object) -> Act:
        return Act(f"proposal-{kind}", self.entity, data)

    def _expect_undecided(self) -> None:
        if self.state not in _UNDECIDED:
            raise Refusal(f"proposal-is-{self.state.value}")
