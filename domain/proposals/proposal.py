"""A proposal for the agenda: a member brings it, the head decides what becomes of it (п. 4.4.2, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.meetings.agenda import AgendaItem
from domain.office.act import Act, text_hash
from domain.office.refusal import Refusal


class ProposalState(StrEnum):
    """What became of a proposal; a postponed one waits for a later meeting."""

    DRAFT = "draft"
    WAITING = "waiting"
    POSTPONED = "postponed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """What a proposal consists of, by the name of its field."""

    QUESTION = "question"
    DECISION = "draft_decision"
    GROUND = "ground"


_UNDECIDED = (ProposalState.WAITING, ProposalState.POSTPONED)


@dataclass(slots=True)
class Proposal:
    """A question brought by a seat. `ground` is why: figures, a citizen's message with its number.

    `message_id` is the citizen's message it grew from; `meeting_id` the meeting it was accepted into;
    `prepared_by` the account of the assistant who drew it up.
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
    prepared_by: int | None = None

    @property
    def entity(self) -> str:
        """The proposal's name in the audit log."""
        return f"proposal:{self.id}"

    @property
    def undecided(self) -> bool:
        """Whether it waits for the head."""
        return self.state in _UNDECIDED

    def bring(self) -> Act:
        """It goes to the head (п. 4.4.2): straight away, or from a draft."""
        if self.state not in (ProposalState.DRAFT, ProposalState.WAITING):
            raise Refusal(f"proposal-is-{self.state.value}")
        if not self.question:
            raise Refusal("proposal-without-question")
        self.state = ProposalState.WAITING
        return self._act(
            "brought",
            seat=self.seat,
            question=text_hash(self.question),
            message=self.message_id,
            **({"prepared_by": self.prepared_by} if self.prepared_by is not None else {}),
        )

    def discard(self, seat: int) -> Act:
        """A draft is thrown away."""
        self.expect_draft(seat)
        self.state = ProposalState.WITHDRAWN
        return self._act("discarded")

    def expect_draft(self, seat: int) -> None:
        """A refusal unless it is this seat's and was not brought yet."""
        if seat != self.seat:
            raise Refusal("not-your-proposal", seat=self.seat)
        if self.state is not ProposalState.DRAFT:
            raise Refusal(f"proposal-is-{self.state.value}")

    def expect_own(self, seat: int) -> None:
        """A refusal unless it is this seat's and may be changed: a draft, or not decided on yet."""
        if seat != self.seat:
            raise Refusal("not-your-proposal", seat=self.seat)
        if self.state is not ProposalState.DRAFT:
            self._expect_undecided()

    def word(self, part: Part, words: str) -> Act | None:
        """What one part says from now on; an entry for the log once it was brought."""
        brought = self.state is not ProposalState.DRAFT
        before = getattr(self, part)
        if brought:
            self._expect_undecided()
            if before == words:
                raise Refusal("nothing-changed")
        setattr(self, part, words)
        if not brought:
            return None
        return self._act("worded", part=part.value, words=text_hash(words), before=text_hash(before))

    def as_item(self) -> AgendaItem:
        """The question as it stands in an agenda; who brought it speaks."""
        return AgendaItem(
            0,
            self.question,
            speaker_seat=self.seat,
            draft_decision=self.draft_decision,
            proposal=self.id,
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

    def release(self) -> Act:
        """The question left the agenda before it was considered: the proposal waits again."""
        if self.state is not ProposalState.ACCEPTED:
            raise Refusal(f"proposal-is-{self.state.value}")
        meeting_id, self.meeting_id = self.meeting_id, None
        self.state = ProposalState.WAITING
        return self._act("released", meeting=meeting_id)

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
        if not self.undecided:
            raise Refusal(f"proposal-is-{self.state.value}")
