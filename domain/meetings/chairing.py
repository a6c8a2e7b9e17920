"""Who chairs a meeting, and from when: п. 4.3 of the Положение."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.meetings.preparation import MeetingState, Preparation
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Roster


@dataclass(slots=True)
class Chairing:
    """Who has chaired since a moment."""

    duties: Duties
    since: datetime


@dataclass(slots=True)
class Chaired(Preparation):
    """A meeting with its chair. The head may hand one meeting over, which counts as absence from it."""

    handed_over: bool = False
    chairs: list[Chairing] = field(default_factory=list)

    def chair(self, roster: Roster) -> Duties | None:
        """Who chairs by the composition as it stands; None when the decree names nobody."""
        return roster.duties(handed_over=self.handed_over)

    def require_chair(self, roster: Roster, actor: Actor) -> Duties:
        """The duties of this actor as the chair; a refusal that says who chairs, for anyone else."""
        duties = self.chair(roster)
        chaired = [one.seat for one in (self.convened_by, *(past.duties for past in self.chairs)) if one]
        acted = actor.seat == roster.profile.acting_seat and actor.seat in chaired
        if duties is not None and acted and actor.seat != duties.seat:
            raise Refusal("chairs-no-more", seat=duties.seat)
        return roster.require_duties(actor, "chair", handed_over=self.handed_over)

    def hand_over(self, roster: Roster, actor: Actor, now: datetime) -> Act:
        """The head hands this meeting over to the acting seat, before it or while it goes on."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        self._expect_head(roster, actor)
        if self.handed_over:
            raise Refusal("handed-over-already", seat=roster.profile.acting_seat)
        roster.require_duties(actor, "chair")
        acting = roster.duties(handed_over=True)
        if acting is None:
            raise Refusal("nobody-to-hand-over-to", seat=roster.profile.acting_seat)
        self.handed_over = True
        self.participants = sorted({*self.participants, acting.seat})
        self._note_chair(acting, now)
        return self._act("handed-over", chair=acting.seat, at=now.isoformat())

    def take_back(self, roster: Roster, actor: Actor, now: datetime) -> Act:
        """The head chairs again: before the opening, or when the acting seat cannot go on."""
        self._expect(MeetingState.CONVENED, MeetingState.OPEN)
        self._expect_head(roster, actor)
        if not self.handed_over:
            raise Refusal("not-handed-over")
        head = roster.require_duties(actor, "chair")
        if self.state is MeetingState.OPEN and self.chair(roster) is not None:
            raise Refusal("too-late-to-take-back", seat=roster.profile.acting_seat)
        self.handed_over = False
        self._note_chair(head, now)
        return self._act("taken-back", chair=head.seat, at=now.isoformat())

    def follow_chair(self, roster: Roster, now: datetime) -> Act | None:
        """Record that the chair has changed with the composition while the meeting goes on."""
        duties = self.chair(roster)
        if duties is None or not self._note_chair(duties, now):
            return None
        return self._act("chair-changed", chair=duties.seat, acting=duties.acting, at=now.isoformat())

    def _note_chair(self, duties: Duties, now: datetime) -> bool:
        """Whether the chair of an open meeting is another one from now on."""
        if self.state is not MeetingState.OPEN or (self.chairs and self.chairs[-1].duties == duties):
            return False
        self.chairs.append(Chairing(duties, now))
        return True

    def _expect_head(self, roster: Roster, actor: Actor) -> None:
        if actor.seat != roster.profile.head_seat:
            raise Refusal("only-head-hands-over")
