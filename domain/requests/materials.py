"""A request for materials: the head asks heads of blocks, each answers by a day (п. 3.3).

Every method either changes the request and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Days are of the office's zone, moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile, Role
from domain.office.refusal import Refusal
from domain.people.roster import Duties


class RequestState(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    SENT = "sent"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"


@dataclass(slots=True)
class Reply:
    """What a block's head answered; the files belong to `MaterialRequest.files_of`."""

    note: str
    at: datetime
    files: int


@dataclass(slots=True)
class MaterialRequest:
    """What is asked of which seats, by when; `replies` by seat.

    `archive_for` is the chat that waits for the archive of the answers; `reason` why it was withdrawn;
    `moved` whether its day was changed after it was sent.
    """

    id: int
    text: str = ""
    due: date | None = None
    seats: list[int] = field(default_factory=list)
    state: RequestState = RequestState.DRAFT
    asked_by: Duties | None = None
    sent_at: datetime | None = None
    replies: dict[int, Reply] = field(default_factory=dict)
    archive_for: int | None = None
    reason: str = ""
    moved: bool = False

    @property
    def entity(self) -> str:
        """The request's name in the audit log."""
        return f"materials:{self.id}"

    @property
    def reminded_as(self) -> str:
        """What reminders of this day are known by: a new day is reminded of anew."""
        return f"{self.entity}:{self.due}" if self.moved else self.entity

    @property
    def waiting(self) -> list[int]:
        """Seats that have not answered."""
        return [seat for seat in self.seats if seat not in self.replies]

    def files_of(self, seat: int) -> str:
        """What the files of a seat's answer belong to."""
        return f"{self.entity}:{seat}"

    # The head

    def choose(self, seat: int, profile: OfficeProfile) -> None:
        """Ask this seat, or ask it no more; only heads of blocks are asked (п. 3.3)."""
        self.expect(RequestState.DRAFT)
        if seat not in asked_seats(profile):
            raise Refusal("not-a-block-head", seat=seat)
        self.seats = sorted({*self.seats} ^ {seat})

    def set_due(self, day: date, today: date) -> None:
        """The last day for an answer, of a draft."""
        self.expect(RequestState.DRAFT)
        self._require_ahead(day, today)
        self.due = day

    def write(self, text: str) -> None:
        """What is asked for, in a draft."""
        self.expect(RequestState.DRAFT)
        self.text = text

    def rewrite(self, text: str) -> Act:
        """What is asked for, in other words, after it was sent; answers given stay."""
        self.expect(RequestState.SENT)
        if text == self.text:
            raise Refusal("nothing-changed")
        before, self.text = self.text, text
        return self._act("rewritten", text=text_hash(text), before=text_hash(before))

    def move(self, day: date, today: date) -> Act:
        """Another last day, after it was sent; answers given stay."""
        self.expect(RequestState.SENT)
        self._require_ahead(day, today)
        if day == self.due:
            raise Refusal("nothing-changed")
        before, self.due, self.moved = self.due, day, True
        return self._act("moved", due=day.isoformat(), before=before.isoformat() if before else None)

    def withdraw(self, reason: str) -> Act:
        """Nothing is asked any more, with a reason; answers given stay."""
        self.expect(RequestState.SENT)
        self.state, self.reason = RequestState.WITHDRAWN, reason
        return self._act("withdrawn", reason=text_hash(reason), waiting=self.waiting)

    def send(self, duties: Duties, now: datetime, today: date) -> Act:
        """«Разослать»: each seat chosen is asked (п. 3.3)."""
        self.expect(RequestState.DRAFT)
        if not self.text:
            raise Refusal("request-without-text")
        if not self.seats:
            raise Refusal("request-without-seats")
        if self.due is None or self.due < today:
            raise Refusal("request-without-due")
        self.state, self.asked_by, self.sent_at = RequestState.SENT, duties, now
        return self._act("sent", seats=list(self.seats), due=self.due.isoformat(), text=text_hash(self.text))

    def discard(self) -> Act:
        """A draft is thrown away."""
        self.expect(RequestState.DRAFT)
        self.state = RequestState.DISCARDED
        return self._act("discarded")

    def close(self) -> Act:
        """No more answers are awaited."""
        self.expect(RequestState.SENT)
        self.state = RequestState.CLOSED
        return self._act("closed", waiting=self.waiting)

    def ask_archive(self, chat_id: int) -> Act:
        """The answers so far are wanted as an archive in this chat."""
        self.expect(RequestState.SENT, RequestState.CLOSED, RequestState.WITHDRAWN)
        if not self.replies:
            raise Refusal("nothing-to-archive")
        self.archive_for = chat_id
        return self._act("archive-asked", replies=len(self.replies))

    # Heads of blocks

    def require_asked(self, seat: int) -> None:
        """A refusal for who was not asked, or when answers are awaited no more."""
        if seat not in self.seats:
            raise Refusal("not-asked-of-you")
        self.expect(RequestState.SENT)

    def reply(self, seat: int, note: str, files: int, now: datetime) -> Act:
        """«Готово»: a note, files or both; answered again, the newer note counts."""
        self.require_asked(seat)
        if not note and not files:
            raise Refusal("reply-is-empty")
        self.replies[seat] = Reply(note, now, files)
        return self._act("answered", seat=seat, files=files, note=text_hash(note))

    def expect(self, *states: RequestState) -> None:
        """A refusal where the request stands otherwise."""
        if self.state not in states:
            raise Refusal(f"request-is-{self.state.value}", id=self.id)

    def _require_ahead(self, day: date, today: date) -> None:
        if day < today:
            raise Refusal("due-is-past", day=day)

    def _act(self, kind: str, **data: object) -> Act:
        return Act(f"materials-{kind}", self.entity, data)


def asked_seats(profile: OfficeProfile) -> list[int]:
    """Seats that may be asked for materials: heads of blocks (п. 3.3)."""
    return [seat.number for seat in profile.seats if seat.role is Role.BLOCK_HEAD]
