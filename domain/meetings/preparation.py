"""A meeting as it is prepared: convened, answered, changed until it is opened (п. 3.2, 4.3 of the Положение).

Every method either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Seats are numbers of the decree's Состав; moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from domain.meetings.agenda import AgendaItem
from domain.meetings.programme import Change, Programme, changes, told
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties

_LONGEST_LINK = 500


class MeetingState(StrEnum):
    """Where a meeting stands."""

    DRAFT = "draft"
    CONVENED = "convened"
    OPEN = "open"
    CLOSED = "closed"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
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
    """What is known of a meeting before it begins. `established` is the decree's number of seats then.

    `year` is the year its number belongs to, `called_at` when members were last called to it, `edition`
    how often its time was changed since. `announced` is what members were told last; `prepared_by` the
    account of the assistant who drew it up, `calendar_chats` the chats that took its calendar file.
    """

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
    year: int | None = None
    link: str = ""
    called_at: datetime | None = None
    edition: int = 0
    last_key: int = 0
    reasons: dict[int, str] = field(default_factory=dict)
    announced: Programme | None = None
    cancel_reason: str = ""
    prepared_by: int | None = None
    calendar_chats: list[int] = field(default_factory=list)

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

    def materials(self, item: AgendaItem) -> str:
        """What files of a question belong to; stays when the question moves in the agenda."""
        return f"{self.entity}:{item.key}"

    def programme(self) -> Programme:
        """When, where, how, who and what, as members are told."""
        return Programme(
            self.starts_at,
            self.place,
            self.form.value,
            self.link,
            tuple(self.participants),
            tuple(told(item) for item in self.agenda),
        )

    def untold(self) -> list[Change]:
        """What has changed since members were told last."""
        return changes(self.announced, self.programme()) if self.announced is not None else []

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
        """The draft becomes a convened meeting with its number in the year (п. 3.2).

        Whoever convenes it chairs it, and so takes part (п. 4.3).
        """
        self._expect(MeetingState.DRAFT)
        if self.starts_at is None:
            raise Refusal("no-date")
        if self.starts_at <= now:
            raise Refusal("date-is-past", moment=self.starts_at)
        if not self.agenda:
            raise Refusal("no-agenda")
        if not self.participants:
            raise Refusal("no-participants")
        self.participants = sorted({*self.participants, duties.seat})
        self.state, self.number, self.convened_by = MeetingState.CONVENED, number, duties
        self.year, self.called_at, self.announced = self.starts_at.year, now, self.programme()
        return self._act(
            "convened",
            number=number,
            starts_at=self.starts_at.isoformat(),
            established=self.established,
            participants=list(self.participants),
            items=[[item.number, text_hash(item.question)] for item in self.agenda],
            **({"prepared_by": self.prepared_by} if self.prepared_by is not None else {}),
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
        self.reasons.pop(seat, None)
        return self._act("answered", seat=seat, answer=answer.value)

    def give_reason(self, seat: int, reason: str) -> Act:
        """Why a participant cannot come; said after «Не смогу»."""
        self._expect(MeetingState.CONVENED)
        if self.answers.get(seat) is not Answer.NOT_COMING:
            raise Refusal("reason-without-answer")
        self.reasons[seat] = reason
        return self._act("reason-given", seat=seat, reason=text_hash(reason))

    def add_participant(self, seat: int) -> Act:
        """The chair adds a member who was not chosen (п. 3.2)."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        if seat in self.participants:
            raise Refusal("already-participant", seat=seat)
        self.participants = sorted([*self.participants, seat])
        return self._act("participant-added", seat=seat)

    # The agenda, until the meeting is opened

    def expect_editable(self) -> None:
        """A refusal once the meeting was opened, or is no more."""
        self._expect(MeetingState.DRAFT, MeetingState.CONVENED)

    def add_item(self, item: AgendaItem) -> AgendaItem:
        """Put a question at the end of the agenda; the item with its number and key."""
        self.last_key += 1
        item.key, item.number = self.last_key, len(self.agenda) + 1
        self.agenda.append(item)
        return item

    def withdraw_item(self, number: int) -> AgendaItem:
        """Take a question out of the agenda; the others close up."""
        item = self.item(number)
        self.agenda.remove(item)
        self._renumber()
        return item

    def raise_item(self, number: int) -> None:
        """Move a question one place up; the first stays where it is."""
        place = self.agenda.index(self.item(number))
        if place > 0:
            self.agenda[place - 1 : place + 1] = [self.agenda[place], self.agenda[place - 1]]
            self._renumber()

    def changed_since(self, before: Programme) -> Act | None:
        """The entry for edits made until opening (п. 3.2); None when they changed nothing."""
        self.expect_editable()
        now = self.programme()
        if self.state is MeetingState.CONVENED and not (now.questions and now.participants):
            raise Refusal("no-participants" if now.questions else "no-agenda")
        words = {question.key: question for question in now.questions}
        found = [
            [change.kind.value, change.key, text_hash(repr(words.get(change.key) or change.seats))]
            for change in changes(before, now)
        ]
        return self._act("changed", changes=found) if found else None

    def announce(self, now: datetime) -> Act:
        """Members are told all that has changed since the last notice, at once."""
        self._expect(MeetingState.CONVENED)
        count = len(self.untold())
        if not count:
            raise Refusal("nothing-to-announce")
        self.announced = self.programme()
        return self._act("changes-announced", changes=count, at=now.isoformat())

    def postpone(self, starts_at: datetime, duties: Duties, now: datetime) -> Act:
        """The chair sets a new time (п. 3.2): members are called anew, their answers no longer count."""
        self._expect(MeetingState.CONVENED)
        if starts_at <= now:
            raise Refusal("date-is-past", moment=starts_at)
        if starts_at == self.starts_at:
            raise Refusal("same-moment", moment=starts_at)
        before, self.starts_at = self.starts_at, starts_at
        self.answers, self.reasons = {}, {}
        self.called_at, self.announced = now, self.programme()
        self.edition += 1
        return self._act(
            "postponed",
            chair=duties.seat,
            acting=duties.acting,
            before=before.isoformat() if before else None,
            starts_at=starts_at.isoformat(),
        )

    def cancel(self, reason: str, duties: Duties) -> Act:
        """The chair calls the meeting off, with a reason (п. 3.2); its number stays taken."""
        self._expect(MeetingState.CONVENED)
        self.state, self.cancel_reason = MeetingState.CANCELLED, reason
        self.edition += 1
        return self._act("cancelled", chair=duties.seat, acting=duties.acting, reason=text_hash(reason))

    def _renumber(self) -> None:
        for number, item in enumerate(self.agenda, start=1):
            item.number = number

    # Checks

    def _act(self, kind: str, **data: object) -> Act:
        return Act(f"meeting-{kind}", self.entity, data)

    def _expect(self, *states: MeetingState) -> None:
        if self.state not in states:
            raise Refusal(f"meeting-is-{self.state.value.replace('_', '-')}", number=self.number or 0)

    def _expect_participant(self, seat: int) -> None:
        if seat not in self.participants:
            raise Refusal("not-chosen")


def video_link(text: str) -> str:
    """An address of a video meeting that a button can open; a refusal for anything else."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise Refusal("bad-link") from None
    if parts.scheme not in ("http", "https") or "." not in host or len(address) > _LONGEST_LINK:
        raise Refusal("bad-link")
    if any(letter.isspace() for letter in address):
        raise Refusal("bad-link")
    return address
