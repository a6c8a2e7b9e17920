"""A meeting as it is held, from check-in to closing: п. 4.3–4.6 of the Положение.

Every method either changes the meeting and returns the `Act` for the audit log, or raises a `Refusal`
and changes nothing. Seats are numbers of the decree's Состав; moments are aware.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.act import Act
from domain.agenda import AgendaItem, Ballot, Vote
from domain.preparation import Form, MeetingState, Preparation
from domain.profile import OfficeProfile
from domain.refusal import Refusal
from domain.roster import Duties
from domain.voting import Choice, Tally, decide, has_quorum, quorum_needed


@dataclass(slots=True)
class Stay:
    """A member's presence from check-in to check-out."""

    came_at: datetime
    left_at: datetime | None = None
    remote: bool = False


@dataclass(slots=True)
class Meeting(Preparation):
    """A meeting of the office: all that was prepared, and what happened."""

    attendance: dict[int, list[Stay]] = field(default_factory=dict)
    opened_at: datetime | None = None
    opened_by: Duties | None = None
    closed_at: datetime | None = None
    closed_by: Duties | None = None

    # What is so

    def present(self) -> list[int]:
        """Seats of the members present now, ascending."""
        return sorted(seat for seat, stays in self.attendance.items() if stays and stays[-1].left_at is None)

    def is_present(self, seat: int) -> bool:
        """Whether the seat's holder is checked in."""
        stays = self.attendance.get(seat, [])
        return bool(stays) and stays[-1].left_at is None

    def voting_item(self) -> AgendaItem | None:
        """The item that is being voted on, if any."""
        return next((item for item in self.agenda if item.open_vote), None)

    # During

    def check_in(self, seat: int, now: datetime, profile: OfficeProfile, *, remote: bool = False) -> Act:
        """A participant is present from now; allowed from `check_in_minutes` before the time."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        self._expect_participant(seat)
        opens = self.check_in_opens(profile)
        assert opens is not None  # a convened meeting has its time
        if now < opens:
            raise Refusal("too-early-to-check-in", moment=opens)
        if self.is_present(seat):
            raise Refusal("already-present")
        remote = remote or self.form is Form.VIDEO
        self.attendance.setdefault(seat, []).append(Stay(now, remote=remote))
        return self._act("checked-in", seat=seat, at=now.isoformat(), remote=remote)

    def check_out(self, seat: int, now: datetime) -> Act:
        """A member leaves and takes a vote that is still open back with them (п. 4.6)."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        if not self.is_present(seat):
            raise Refusal("not-present-to-leave")
        self.attendance[seat][-1].left_at = now
        item = self.voting_item()
        taken_back = item is not None and item.open_vote is not None and seat in item.open_vote.ballots
        if taken_back:
            assert item is not None and item.open_vote is not None
            del item.open_vote.ballots[seat]
        return self._act("checked-out", seat=seat, at=now.isoformat(), vote_taken_back=taken_back)

    def open(self, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair opens the meeting, with a quorum only (п. 4.3.1)."""
        self._expect(MeetingState.CONVENED)
        self._expect_chair_present(duties)
        self._expect_quorum(profile)
        self.state, self.opened_at, self.opened_by = MeetingState.OPEN, now, duties
        return self._act(
            "opened", chair=duties.seat, acting=duties.acting, at=now.isoformat(), present=self.present()
        )

    def open_vote(self, number: int, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair puts an item to the vote; checked for a quorum anew (п. 4.3.1)."""
        self._expect(MeetingState.OPEN)
        item = self.item(number)
        if item.decided:
            raise Refusal("item-decided", item=number)
        going_on = self.voting_item()
        if going_on is not None:
            raise Refusal("vote-goes-on", item=going_on.number)
        self._expect_chair_present(duties)
        self._expect_quorum(profile)
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
        if before is not None and before.choice is choice and before.aloud == aloud:
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
        going_on = self.voting_item()
        if going_on is not None:
            raise Refusal("vote-goes-on", item=going_on.number)
        self.state, self.closed_at, self.closed_by = MeetingState.CLOSED, now, duties
        return self._act(
            "closed", chair=duties.seat, acting=duties.acting, at=now.isoformat(), present=self.present()
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

    # Checks

    def _expect_chair_present(self, duties: Duties) -> None:
        if not self.is_present(duties.seat):
            raise Refusal("chair-not-present")

    def _expect_quorum(self, profile: OfficeProfile) -> None:
        present = len(self.present())
        if not has_quorum(present, self.established, profile.quorum):
            needed = quorum_needed(self.established, profile.quorum)
            raise Refusal(
                "no-quorum",
                present=present,
                established=self.established,
                needed=needed,
                missing=needed - present,
            )


def concerned_units(meeting: Meeting, profile: OfficeProfile) -> list[str]:
    """Units that the protocol goes to, by their competence (п. 4.7), as keys.

    An item concerns its executors; an item without executors, the units of its speaker's block. Where
    that names no unit at all, every unit is to know.
    """
    concerned: set[str] = set()
    for item in meeting.agenda:
        concerned |= set(item.executor_units)
        if not item.executor_units and not item.executor_seats and item.speaker_seat:
            block = profile.seat(item.speaker_seat).block
            concerned |= {unit.key for unit in profile.units if block is not None and unit.block == block}
    return [unit.key for unit in profile.units if unit.key in concerned or not concerned]
