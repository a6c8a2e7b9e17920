"""A meeting as it is held, from its opening to its closing: п. 4.3–4.6 of the Положение.

Every method either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Seats are numbers of the decree's Состав; moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.meetings.agenda import Ballot, Vote
from domain.meetings.floor import Floor
from domain.meetings.opinion import Opinion
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Tally, decide
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties


@dataclass(slots=True)
class Meeting(Floor):
    """A meeting of the office: all that was prepared, and what happened."""

    opened_at: datetime | None = None
    opened_by: Duties | None = None
    closed_at: datetime | None = None
    closed_by: Duties | None = None
    opinions: list[Opinion] = field(default_factory=list)

    def open(self, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair opens the meeting, with a quorum only (п. 4.3.1)."""
        self._expect(MeetingState.CONVENED)
        opens = self.check_in_opens(profile)
        if opens is not None and now < opens:
            raise Refusal("too-early-to-open", moment=opens)
        self._expect_chair_present(duties)
        self._expect_quorum(profile)
        self.state, self.opened_at, self.opened_by = MeetingState.OPEN, now, duties
        self._note_chair(duties, now)
        return self._act(
            "opened", chair=duties.seat, acting=duties.acting, at=now.isoformat(), present=self.present()
        )

    def open_vote(self, number: int, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair puts an item to the vote; checked for a quorum anew (п. 4.3.1)."""
        item = self._floor_item(number, duties)
        self._expect_no_break()
        self._expect_quorum(profile)
        self._end_hearing(now)
        item.votes.append(Vote(opened_at=now))
        return self._act("vote-opened", item=number, round=len(item.votes), present=self.present())

    def cast(self, number: int, seat: int, choice: Choice, now: datetime, *, aloud: bool = False) -> Act:
        """A member present votes, or changes the vote until it is closed (п. 4.6)."""
        item = self.item(number)
        vote = item.open_vote
        if vote is None:
            if item.votes and item.votes[-1].closed_at:
                raise Refusal("vote-closed", item=number, moment=item.votes[-1].closed_at)
            raise Refusal("vote-not-open", item=number)
        if not self.is_present(seat):
            raise Refusal("not-present" if seat in self.participants else "not-chosen")
        before = vote.ballots.get(seat)
        if before is not None and before.choice is choice and (aloud or not before.aloud):
            raise Refusal("same-vote", choice=choice.value)
        vote.ballots[seat] = Ballot(choice, now, aloud)
        return self._act(
            "vote-cast",
            item=number,
            round=len(item.votes),
            seat=seat,
            choice=choice.value,
            aloud=aloud,
            before=before.choice.value if before else None,
        )

    def cast_aloud(self, number: int, seat: int, choice: Choice, duties: Duties, now: datetime) -> Act:
        """The chair records the vote of a member present who has no phone at hand (п. 4.6)."""
        self._expect(MeetingState.OPEN)
        self._expect_chair_present(duties)
        if self.item(number).open_vote and not self.is_present(seat):
            raise Refusal("seat-not-present", seat=seat)
        return self.cast(number, seat, choice, now, aloud=True)

    def close_vote(self, number: int, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair closes voting: the circle is who is present now, the casting vote is theirs (п. 4.6)."""
        self._expect(MeetingState.OPEN)
        item = self.item(number)
        vote = item.open_vote
        if vote is None:
            raise Refusal("vote-not-open", item=number)
        self._expect_chair_present(duties)
        present = self.present()
        count = dict.fromkeys(Choice, 0)
        for seat in present:
            if seat in vote.ballots:
                count[vote.ballots[seat].choice] += 1
        chair = vote.ballots.get(duties.seat)
        vote.result = decide(
            Tally(
                self.established,
                len(present),
                count[Choice.FOR],
                count[Choice.AGAINST],
                count[Choice.ABSTAIN],
            ),
            chair.choice if chair else None,
            profile.quorum,
        )
        vote.closed_at, vote.present, vote.chair = now, present, duties
        return self._act(
            "vote-closed",
            item=number,
            round=len(item.votes),
            at=now.isoformat(),
            chair=duties.seat,
            acting=duties.acting,
            present=present,
            votes={str(seat): ballot.choice.value for seat, ballot in sorted(vote.ballots.items())},
            outcome=vote.result.outcome.value,
            ground=vote.result.ground.value,
        )

    def close(self, duties: Duties, now: datetime) -> Act:
        """The chair closes the meeting; items left over stay undecided."""
        self._expect(MeetingState.OPEN)
        self._expect_no_vote()
        self._end_hearing(now)
        pause = self.on_break()
        if pause is not None:
            pause.ended_at = now
        self.state, self.closed_at, self.closed_by = MeetingState.CLOSED, now, duties
        return self._act(
            "closed", chair=duties.seat, acting=duties.acting, at=now.isoformat(), present=self.present()
        )

    def took_part(self, seat: int) -> bool:
        """Whether the seat's holder was present while the meeting was open."""
        opened, closed = self.opened_at, self.closed_at
        return any(
            opened is not None
            and (stay.left_at is None or stay.left_at > opened)
            and (closed is None or stay.came_at <= closed)
            for stay in self.attendance.get(seat, [])
        )

    def expect_may_opine(self, seat: int, now: datetime, profile: OfficeProfile) -> None:
        """A refusal unless this member may put a separate opinion on the record now."""
        self._expect(MeetingState.CLOSED)
        if not self.took_part(seat):
            raise Refusal("opinion-of-absent")
        until = opinions_until(self, profile)
        if until is not None and now > until:
            raise Refusal("opinion-too-late", moment=until)

    def expect_opinion(self, seat: int, item: int, now: datetime, profile: OfficeProfile) -> None:
        """A refusal unless this member may opine on the item now; 0 is the whole meeting."""
        self.expect_may_opine(seat, now, profile)
        if item and not self.item(item).decided:
            raise Refusal("opinion-without-decision", item=item)
        if any((known.seat, known.item) == (seat, item) for known in self.opinions):
            raise Refusal("opinion-attached", item=item)

    def attach_opinion(self, opinion: Opinion, profile: OfficeProfile) -> Act:
        """A member who was present puts a separate opinion beside the protocol; it stays as it is."""
        self.expect_opinion(opinion.seat, opinion.item, opinion.at, profile)
        self.opinions.append(opinion)
        return self._act(
            "opinion-attached",
            seat=opinion.seat,
            item=opinion.item,
            at=opinion.at.isoformat(),
            text=text_hash(opinion.text),
            files=opinion.files,
        )

    def not_held(self, duties: Duties, now: datetime) -> Act:
        """The chair closes a meeting that could not be opened; the attendance is kept."""
        self._expect(MeetingState.CONVENED)
        assert self.starts_at is not None  # a convened meeting has its time
        if now < self.starts_at:
            raise Refusal("too-early-for-not-held", moment=self.starts_at)
        self.state, self.closed_at, self.closed_by = MeetingState.NOT_HELD, now, duties
        return self._act(
            "not-held", chair=duties.seat, acting=duties.acting, at=now.isoformat(), present=self.present()
        )


def opinions_until(meeting: Meeting, profile: OfficeProfile) -> datetime | None:
    """Until when separate opinions are taken; None before the closing."""
    return meeting.closed_at and meeting.closed_at + timedelta(hours=profile.opinion_hours)
