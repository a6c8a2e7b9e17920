"""Who chairs a meeting, and from when: п. 4.3 of the Положение."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Roster


@dataclass(slots=True)
class Chaired:
    """Who has chaired since a moment."""

    duties: Duties
    since: datetime


@dataclass(slots=True)
class Chairing:
    """Who chairs by the composition as it stands, and who has chaired since the opening.

    The head may hand one meeting over to the acting seat, which counts as the head's absence from it.
    """

    handed_over: bool = False
    chairs: list[Chaired] = field(default_factory=list)

    def chair(self, roster: Roster) -> Duties | None:
        """Who chairs; None when the decree names nobody."""
        return roster.duties(handed_over=self.handed_over)

    def require(self, roster: Roster, actor: Actor, convened_by: Duties | None) -> Duties:
        """The duties of this actor as the chair; a refusal that says who chairs, for anyone else."""
        duties = self.chair(roster)
        chaired = [one.seat for one in (convened_by, *(past.duties for past in self.chairs)) if one]
        acted = actor.seat == roster.profile.acting_seat and actor.seat in chaired
        if duties is not None and acted and actor.seat != duties.seat:
            raise Refusal("chairs-no-more", seat=duties.seat)
        return roster.require_duties(actor, "chair", handed_over=self.handed_over)

    def would_chair(self, roster: Roster, actor: Actor) -> Duties:
        """Who chairs once the head has handed the meeting over; a refusal unless the head may do so now."""
        _expect_head(roster, actor)
        if self.handed_over:
            raise Refusal("handed-over-already", seat=roster.profile.acting_seat)
        roster.require_duties(actor, "chair")
        acting = roster.duties(handed_over=True)
        if acting is None:
            raise Refusal("nobody-to-hand-over-to", seat=roster.profile.acting_seat)
        return acting

    def would_take_back(self, roster: Roster, actor: Actor) -> Duties:
        """The head's duties once the meeting is taken back; a refusal unless the head may do so now."""
        _expect_head(roster, actor)
        if not self.handed_over:
            raise Refusal("not-handed-over")
        return roster.require_duties(actor, "chair")

    def note(self, duties: Duties, now: datetime) -> bool:
        """Whether the chair of a meeting that goes on is another one from now on."""
        last = self.chairs[-1].duties if self.chairs else None
        if last == duties and last.holder in (None, duties.holder):
            return False
        self.chairs.append(Chaired(duties, now))
        return True


def _expect_head(roster: Roster, actor: Actor) -> None:
    if actor.seat != roster.profile.head_seat:
        raise Refusal("only-head-hands-over")
