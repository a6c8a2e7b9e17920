"""Who is at a meeting, from when to when: п. 4.3.1 of the Положение."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.meetings.agenda import AgendaItem
from domain.meetings.chairing import Chaired
from domain.meetings.preparation import Form, MeetingState
from domain.meetings.voting import has_quorum, quorum_needed
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties


@dataclass(slots=True)
class Stay:
    """A member's presence from check-in to check-out; `marked` when the chair recorded the coming."""

    came_at: datetime
    left_at: datetime | None = None
    remote: bool = False
    marked: bool = False


@dataclass(slots=True)
class Attended(Chaired):
    """A meeting that members come to and leave."""

    attendance: dict[int, list[Stay]] = field(default_factory=dict)

    def postpone(self, starts_at: datetime, duties: Duties, now: datetime) -> Act:
        """The chair sets a new time (п. 3.2): who had checked in for the former one is there no more."""
        act = Chaired.postpone(self, starts_at, duties, now)
        self.attendance = {}
        return act

    def present(self) -> list[int]:
        """Seats of the members present now, ascending."""
        return sorted(seat for seat in self.attendance if self.is_present(seat))

    def is_present(self, seat: int) -> bool:
        """Whether the seat's holder is checked in."""
        stays = self.attendance.get(seat, [])
        return bool(stays) and stays[-1].left_at is None

    def voting_item(self) -> AgendaItem | None:
        """The item that is being voted on, if any."""
        return next((item for item in self.agenda if item.open_vote), None)

    def check_in(self, seat: int, now: datetime, profile: OfficeProfile, *, remote: bool = False) -> Act:
        """A participant is present from now; allowed from `check_in_minutes` before the time."""
        return self._come(seat, now, profile, remote=remote, marked=False)

    def mark_present(self, seat: int, now: datetime, profile: OfficeProfile) -> Act:
        """The chair marks a participant present who has no phone at hand."""
        return self._come(seat, now, profile, remote=False, marked=True)

    def _come(self, seat: int, now: datetime, profile: OfficeProfile, *, remote: bool, marked: bool) -> Act:
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        if seat not in self.participants:
            raise Refusal("seat-not-chosen" if marked else "not-chosen", seat=seat)
        opens = self.check_in_opens(profile)
        assert opens is not None  # a convened meeting has its time
        if now < opens:
            raise Refusal("too-early-to-check-in", moment=opens)
        if self.is_present(seat):
            raise Refusal("seat-already-present" if marked else "already-present", seat=seat)
        remote = self.form is Form.VIDEO or (remote and self.form is Form.MIXED)
        self.attendance.setdefault(seat, []).append(Stay(now, remote=remote, marked=marked))
        return self._act("checked-in", seat=seat, at=now.isoformat(), remote=remote, marked=marked)

    def check_out(self, seat: int, now: datetime) -> Act:
        """A member leaves and takes a vote that is still open back with them (п. 4.6)."""
        return self._leave(seat, now, marked=False)

    def mark_left(self, seat: int, now: datetime) -> Act:
        """The chair marks that a member has left."""
        return self._leave(seat, now, marked=True)

    def _leave(self, seat: int, now: datetime, *, marked: bool) -> Act:
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        if not self.is_present(seat):
            raise Refusal("seat-not-present" if marked else "not-present-to-leave", seat=seat)
        self.attendance[seat][-1].left_at = now
        item = self.voting_item()
        taken_back = item is not None and item.open_vote is not None and seat in item.open_vote.ballots
        if taken_back:
            assert item is not None and item.open_vote is not None
            del item.open_vote.ballots[seat]
        return self._act(
            "checked-out", seat=seat, at=now.isoformat(), vote_taken_back=taken_back, marked=marked
        )

    def _expect_chair_present(self, duties: Duties) -> None:
        if self.is_present(duties.seat):
            return
        if duties.seat not in self.participants:
            raise Refusal("chair-not-chosen", seat=duties.seat)
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
