"""A meeting of the office: what it consists of, who is there, who chairs (п. 4.3, 4.3.1 of the Положение).

Its parts have their own rules and know nothing of each other: the agenda with its votes, the attendance,
the chairing. Here is who is there, who chairs, how it is opened and closed. What is done before the opening
stands in `convening`, what the chair does with the questions and the time in `floor`, the votes in `votes`,
separate opinions in `opining`.

Every method either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Seats are numbers of the decree's Состав; moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.attendance import Attendance, Stay, Visitor
from domain.meetings.chairing import Chairing
from domain.meetings.opinion import Opinion
from domain.meetings.preparation import MEETING_AHEAD, Answer, Form, MeetingState
from domain.meetings.programme import Change, Programme, changes, told
from domain.meetings.remark import Remark
from domain.meetings.voting import Vote, require_quorum
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Roster


@dataclass(slots=True)
class Break:
    """A break, announced to last until a moment; `ended_at` is None while it lasts.

    `until` is None for one that lasts until someone who may chair is back in the room (п. 4.3).
    """

    since: datetime
    until: datetime | None
    ended_at: datetime | None = None


@dataclass(slots=True)
class Interruption:
    """The meeting broke off, to go on at `until` on another day; `resumed_at` is when it did.

    `reasons` are those of who was not there before it. Of a meeting that was left open nobody has said when
    it goes on: `until` is then `since`.
    """

    since: datetime
    until: datetime
    reasons: dict[int, str] = field(default_factory=dict)
    resumed_at: datetime | None = None

    @property
    def left_open(self) -> bool:
        """Whether it broke off by itself, and no other day is named yet."""
        return self.until == self.since


@dataclass(slots=True)
class Meeting:
    """A meeting from its draft on. `established` is the decree's number of seats then.

    `year` is the year its number belongs to, `called_at` when members were last called to it, `edition`
    how often its time was changed since. `announced` is what members were told last; `prepared_by` the
    account of the assistant who drew it up, `calendar_chats` the chats that took its calendar file.
    `guests` are accounts, `guest_answers` what they said to the notice, `guests_came` those of them whom
    the chair marked as come: None in a meeting convened before such marks were kept.
    """

    id: int
    established: int
    state: MeetingState = MeetingState.DRAFT
    number: int | None = None
    year: int | None = None

    # When, where, how and who
    starts_at: datetime | None = None
    place: str = ""
    form: Form = Form.IN_PERSON
    link: str = ""
    participants: list[int] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)
    guests_came: list[int] | None = None
    visitors: list[Visitor] = field(default_factory=list)

    # What members were told, and what they said to it
    convened_by: Duties | None = None
    prepared_by: int | None = None
    called_at: datetime | None = None
    announced: Programme | None = None
    edition: int = 0
    cancel_reason: str = ""
    calendar_chats: list[int] = field(default_factory=list)
    answers: dict[int, Answer] = field(default_factory=dict)
    guest_answers: dict[int, Answer] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    # What it consists of
    agenda: Agenda = field(default_factory=Agenda)
    attendance: Attendance = field(default_factory=Attendance)
    chairing: Chairing = field(default_factory=Chairing)
    breaks: list[Break] = field(default_factory=list)
    interruptions: list[Interruption] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    opened_at: datetime | None = None
    opened_by: Duties | None = None
    closed_at: datetime | None = None
    closed_by: Duties | None = None

    # What is so

    @property
    def entity(self) -> str:
        """The meeting's name in the audit log."""
        return f"meeting:{self.id}"

    def materials(self, item: AgendaItem) -> str:
        """What files of a question belong to; stays when the question moves in the agenda."""
        return f"{self.entity}:{item.key}"

    def vote_entity(self, item: AgendaItem) -> str:
        """The name of the newest voting on an item; every one of its cards is named so."""
        return f"vote:{self.id}:{item.number}:{len(item.votes)}"

    def silent(self, vote: Vote) -> list[int]:
        """Seats present that have not voted in this voting."""
        return [seat for seat in self.present() if seat not in vote.ballots]

    def said(self, seat: int | None, account: int) -> Answer | None:
        """What a member answered to the notice by their seat, or a guest by their account."""
        return self.answers.get(seat) if seat is not None else self.guest_answers.get(account)

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

    def coming(self) -> int:
        """How many participants said «Буду»."""
        return sum(self.answers.get(seat) is Answer.COMING for seat in self.participants)

    @property
    def due_at(self) -> datetime | None:
        """When members are to come: the time of the meeting, or that of its going on."""
        return self.interruptions[-1].until if self.interruptions else self.starts_at

    def sittings(self) -> list[tuple[datetime, datetime | None]]:
        """From when to when it has sat, in order; the end of one that goes on is None."""
        if self.opened_at is None:
            return []
        resumed = [one.resumed_at for one in self.interruptions if one.resumed_at is not None]
        ends = [*(one.since for one in self.interruptions), self.closed_at]
        return list(zip([self.opened_at, *resumed], ends, strict=False))

    def check_in_opens(self, profile: OfficeProfile) -> datetime | None:
        """From when members may check in."""
        return self.due_at and self.due_at - timedelta(minutes=profile.check_in_minutes)

    def gathers(self, now: datetime, profile: OfficeProfile) -> bool:
        """Whether members may check in already."""
        opens = self.check_in_opens(profile)
        return opens is not None and now >= opens

    def turns(self, profile: OfficeProfile) -> tuple[datetime | None, ...]:
        """When other things may be done, by the time alone: check-in opens, its time comes, its day ends."""
        due, zone = self.due_at, profile.time_zone
        over = due and datetime.combine(due.astimezone(zone).date() + timedelta(days=1), time(), zone)
        return self.check_in_opens(profile), due, over

    def took_part(self, seat: int, holder: int | None) -> bool:
        """Whether this person was present for the seat while the meeting was open."""
        return any(stay.holder in (None, holder) for stay in self.stays(seat))

    def stays(self, seat: int) -> list[Stay]:
        """The seat's stays while the meeting sat, on whichever day."""
        return [
            stay for since, until in self.sittings() for stay in self.attendance.between(seat, since, until)
        ]

    def expect_its_day(self, now: datetime, profile: OfficeProfile) -> None:
        """A refusal once the day of a meeting that was not opened has passed: check-ins lapse with it."""
        gathers = self.state in (MeetingState.CONVENED, MeetingState.ADJOURNED)
        if gathers and self.day_is_over(now, profile):
            raise Refusal("meeting-day-is-over", moment=self.due_at)

    def day_is_over(self, now: datetime, profile: OfficeProfile) -> bool:
        """Whether the day of its time has passed, in the office's zone."""
        zone = profile.time_zone
        starts = self.due_at
        return starts is not None and now.astimezone(zone).date() > starts.astimezone(zone).date()

    def on_break(self) -> Break | None:
        """The break that lasts now, if any."""
        return self.breaks[-1] if self.breaks and self.breaks[-1].ended_at is None else None

    # Attendance: п. 4.3.1

    def add_participant(self, seat: int) -> Act:
        """The chair adds a member who was not chosen (п. 3.2)."""
        self.expect(*MEETING_AHEAD)
        if seat in self.participants:
            raise Refusal("already-participant", seat=seat)
        self.participants = sorted([*self.participants, seat])
        return self.act("participant-added", seat=seat)

    def check_in(
        self,
        seat: int,
        now: datetime,
        profile: OfficeProfile,
        *,
        remote: bool = False,
        marked: bool = False,
        holder: int | None = None,
    ) -> Act:
        """A participant is present from now; allowed from `check_in_minutes` before the time, on that day.

        `marked`: by the chair, for whoever has no phone at hand. `holder` is the id of who comes.
        """
        self.expect(*MEETING_AHEAD)
        if seat not in self.participants:
            raise Refusal("seat-not-chosen" if marked else "not-chosen", seat=seat)
        opens = self.check_in_opens(profile)
        assert opens is not None  # a convened meeting has its time
        if now < opens:
            raise Refusal("too-early-to-check-in", moment=opens)
        self.expect_its_day(now, profile)
        remote = self.form is Form.VIDEO or (remote and self.form is Form.MIXED)
        self.attendance.come(seat, now, remote=remote, marked=marked, holder=holder)
        return self.act("checked-in", seat=seat, at=now.isoformat(), remote=remote, marked=marked)

    def check_out(self, seat: int, now: datetime, *, marked: bool = False) -> Act:
        """A member leaves, or is `marked` as gone, and takes a vote that is still open back (п. 4.6)."""
        self.expect(*MEETING_AHEAD)
        self.attendance.leave(seat, now, marked=marked)
        item = self.agenda.voted()
        taken_back = bool(item and item.open_vote and item.open_vote.ballots.pop(seat, None))
        return self.act(
            "checked-out", seat=seat, at=now.isoformat(), vote_taken_back=taken_back, marked=marked
        )

    # The chair: п. 4.3

    def chair(self, roster: Roster) -> Duties | None:
        """Who chairs by the composition as it stands; None when the decree names nobody."""
        return self.chairing.chair(roster)

    def require_chair(self, roster: Roster, actor: Actor) -> Duties:
        """The duties of this actor as the chair; a refusal that says who chairs, for anyone else."""
        return self.chairing.require(roster, actor, self.convened_by)

    def hand_over(self, roster: Roster, actor: Actor, now: datetime) -> Act:
        """The head hands this meeting over to the acting seat, before it or while it goes on."""
        self.expect(*MEETING_AHEAD)
        acting = self.chairing.would_chair(roster, actor)
        if self.state is MeetingState.OPEN and not self.is_present(acting.seat):
            raise Refusal("acting-not-present", seat=acting.seat)
        self.chairing.handed_over = True
        self.participants = sorted({*self.participants, acting.seat})
        self._note_chair(acting, now)
        return self.act("handed-over", chair=acting.seat, at=now.isoformat())

    def take_back(self, roster: Roster, actor: Actor, now: datetime) -> Act:
        """The head chairs again: before the opening, or between votes of a meeting that goes on."""
        self.expect(*MEETING_AHEAD)
        head = self.chairing.would_take_back(roster, actor)
        if self.state is MeetingState.OPEN:
            self.agenda.expect_no_vote()
            self.expect_chair_present(head)
        self.chairing.handed_over = False
        self._note_chair(head, now)
        return self.act("taken-back", chair=head.seat, at=now.isoformat())

    def follow_chair(self, roster: Roster, now: datetime) -> Act | None:
        """Record that the chair has changed with the composition while the meeting goes on."""
        duties = self.chair(roster)
        if duties is None or not self._note_chair(duties, now):
            return None
        return self.act("chair-changed", chair=duties.seat, acting=duties.acting, at=now.isoformat())

    def _note_chair(self, duties: Duties, now: datetime) -> bool:
        return self.state is MeetingState.OPEN and self.chairing.note(duties, now)

    # From the opening to the closing

    def open(self, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair opens the meeting, with a quorum only (п. 4.3.1)."""
        self.expect(MeetingState.CONVENED)
        self.expect_ready(duties, now, profile)
        self.state, self.opened_at, self.opened_by = MeetingState.OPEN, now, duties
        self._note_chair(duties, now)
        return self.act_of_chair("opened", duties, now, present=self.present())

    def expect_ready(self, duties: Duties, now: datetime, profile: OfficeProfile) -> None:
        """A refusal to begin outside its day, without its chair, without a quorum, or before who comes."""
        opens = self.check_in_opens(profile)
        if opens is not None and now < opens:
            raise Refusal("too-early-to-open", moment=opens)
        self.expect_its_day(now, profile)
        self.expect_chair_present(duties)
        self.require_quorum(profile)
        self._expect_all_who_come(now)

    def awaited(self) -> list[int]:
        """Seats of the participants who have not declined and are not here."""
        declined = Answer.NOT_COMING
        return [
            seat
            for seat in self.participants
            if self.answers.get(seat) is not declined and not self.is_present(seat)
        ]

    def _expect_all_who_come(self, now: datetime) -> None:
        """A refusal to open before the time while anyone who has not declined is still to come."""
        awaited = self.awaited()
        if self.due_at is not None and now < self.due_at and awaited:
            raise Refusal("others-are-coming", moment=self.due_at, seats=awaited)

    def close(self, duties: Duties, now: datetime) -> Act:
        """The chair closes the meeting; items left over stay undecided.

        Also one that was to go on another day and does not.
        """
        self.expect(MeetingState.OPEN, MeetingState.ADJOURNED)
        self.agenda.expect_no_vote()
        self.agenda.end_hearing(now)
        pause = self.on_break()
        if pause is not None:
            pause.ended_at = now
        self.state, self.closed_at, self.closed_by = MeetingState.CLOSED, now, duties
        return self.act_of_chair("closed", duties, now, present=self.present())

    def not_held(self, duties: Duties, now: datetime) -> Act:
        """The chair closes a meeting that could not be opened; the attendance is kept."""
        self.expect(MeetingState.CONVENED)
        assert self.starts_at is not None  # a convened meeting has its time
        if now < self.starts_at:
            raise Refusal("too-early-for-not-held", moment=self.starts_at)
        self.state, self.closed_at, self.closed_by = MeetingState.NOT_HELD, now, duties
        return self.act_of_chair("not-held", duties, now, present=self.present())

    # What is asked most of its parts

    def item(self, number: int) -> AgendaItem:
        """The agenda item with this number; a refusal when there is none."""
        return self.agenda.item(number)

    def voting_item(self) -> AgendaItem | None:
        """The item that is being voted on, if any."""
        return self.agenda.voted()

    def present(self) -> list[int]:
        """Seats of the members present now, ascending."""
        return self.attendance.present()

    def is_present(self, seat: int) -> bool:
        """Whether the seat's holder is checked in."""
        return self.attendance.is_present(seat)

    # What an act is made of, and what it may expect

    def act(self, kind: str, **data: object) -> Act:
        """An entry of this meeting for the audit log."""
        return Act(f"meeting-{kind}", self.entity, data)

    def act_of_chair(self, kind: str, duties: Duties, now: datetime, **data: object) -> Act:
        """An entry of what whoever chairs has done."""
        return self.act(kind, chair=duties.seat, acting=duties.acting, at=now.isoformat(), **data)

    def expect(self, *states: MeetingState) -> None:
        """A refusal in any other state."""
        if self.state not in states:
            state = self.state.value.replace("_", "-")
            raise Refusal(f"meeting-is-{state}", number=self.number or 0, moment=self.due_at)

    def expect_editable(self) -> None:
        """A refusal once the meeting was opened, or is no more."""
        self.expect(MeetingState.DRAFT, MeetingState.CONVENED)

    def expect_open(self, duties: Duties) -> None:
        """A refusal unless the meeting goes on and its chair is there."""
        self.expect(MeetingState.OPEN)
        self.expect_chair_present(duties)

    def expect_chair_present(self, duties: Duties) -> None:
        """A refusal while whoever chairs is not checked in."""
        if not self.is_present(duties.seat):
            if duties.seat not in self.participants:
                raise Refusal("chair-not-chosen", seat=duties.seat)
            raise Refusal("chair-not-present")

    def expect_no_break(self) -> None:
        """A refusal while a break lasts."""
        pause = self.on_break()
        if pause is not None:
            raise Refusal("on-break", moment=pause.until)

    def require_quorum(self, profile: OfficeProfile) -> None:
        """A refusal while fewer members are present than a competent meeting needs (п. 4.3.1)."""
        require_quorum(len(self.present()), self.established, profile.quorum)

    def floor_item(self, number: int, duties: Duties) -> AgendaItem:
        """An item of an open meeting that the chair may still deal with, while nothing is voted on."""
        self.expect(MeetingState.OPEN)
        item = self.item(number)
        item.expect_pending()
        self.agenda.expect_no_vote()
        self.expect_chair_present(duties)
        return item
