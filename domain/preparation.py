"""A meeting as it is prepared: convened, answered, changed until it is opened (п. 3.2, 4.3 of the Положение).

Every method either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Seats are numbers of the decree's Состав; moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.act import Act, text_hash
from domain.agenda import AgendaItem
from domain.profile import OfficeProfile
from domain.refusal import Refusal
from domain.roster import Duties


class MeetingState(StrEnum):
    """Where a meeting stands."""

    DRAFT = "draft"
    CONVENED = "convened"
    OPEN = "open"
    CLOSED = "closed"
    NOT_HELD = "not_held"
    DISCARDED = "discarded"


class Form(StrEnum):
    """How members take part; the chair sets it when convening."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class Answer(StrEnum):
    """What a member says to the notice."""

    COMING = "coming"
    NOT_COMING = "not_coming"


@dataclass(slots=True)
class Preparation:
    """What is known of a meeting before it begins. `established` is the decree's number of seats then."""

    id: int
    established: int
    state: MeetingState = MeetingState.DRAFT
    number: int | None = None
    starts_at: datetime | None = None
    place: str = ""
    form: Form = Form.IN_PERSON
    participants: list[int] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    answers: dict[int, Answer] = field(default_factory=dict)
    convened_by: Duties | None = None

    # What is so

    @property
    def entity(self) -> str:
        """The meeting's name in the audit log."""
        return f"meeting:{self.id}"

    def item(self, number: int) -> AgendaItem:
        """The agenda item with this number; a refusal when there is none."""
        for item in self.agenda:
            if item.number == number:
                return item
        raise Refusal("no-such-item", item=number)

    def next_item(self) -> AgendaItem | None:
        """The first item the meeting still has to deal with."""
        return next((item for item in self.agenda if item.pending), None)

    def coming(self) -> int:
        """How many participants said «Буду»."""
        return sum(self.answers.get(seat) is Answer.COMING for seat in self.participants)

    def check_in_opens(self, profile: OfficeProfile) -> datetime | None:
        """From when members may check in."""
        return self.starts_at and self.starts_at - timedelta(minutes=profile.check_in_minutes)

    # Before

    def convene(self, duties: Duties, number: int, now: datetime) -> Act:
        """The draft becomes a convened meeting with its number in the year (п. 3.2)."""
        self._expect(MeetingState.DRAFT)
        if self.starts_at is None:
            raise Refusal("no-date")
        if self.starts_at <= now:
            raise Refusal("date-is-past", moment=self.starts_at)
        if not self.agenda:
            raise Refusal("no-agenda")
        if not self.participants:
            raise Refusal("no-participants")
        self.state, self.number, self.convened_by = MeetingState.CONVENED, number, duties
        return self._act(
            "convened",
            number=number,
            starts_at=self.starts_at.isoformat(),
            established=self.established,
            participants=list(self.participants),
            items=[[item.number, text_hash(item.question)] for item in self.agenda],
        )

    def discard(self) -> Act:
        """A draft is thrown away."""
        self._expect(MeetingState.DRAFT)
        self.state = MeetingState.DISCARDED
        return self._act("discarded")

    def answer(self, seat: int, answer: Answer) -> Act:
        """A participant says whether they will come; the last word counts."""
        self._expect(MeetingState.CONVENED)
        self._expect_participant(seat)
        if self.answers.get(seat) is answer:
            raise Refusal("same-answer", answer=answer.value)
        self.answers[seat] = answer
        return self._act("answered", seat=seat, answer=answer.value)

    def add_participant(self, seat: int) -> Act:
        """The chair adds a member who was not chosen (п. 3.2)."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        if seat in self.participants:
            raise Refusal("already-participant", seat=seat)
        self.participants = sorted([*self.participants, seat])
        return self._act("participant-added", seat=seat)

    # Checks

    def _act(self, kind: str, **data: object) -> Act:
        return Act(f"meeting-{kind}", self.entity, data)

    def _expect(self, *states: MeetingState) -> None:
        if self.state not in states:
            raise Refusal(f"meeting-is-{self.state.value.replace('_', '-')}", number=self.number or 0)

    def _expect_participant(self, seat: int) -> None:
        if seat not in self.participants:
            raise Refusal("not-chosen")
