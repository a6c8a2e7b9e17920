"""What the chair does with an open meeting's agenda and time: п. 3.2, 4.3 of the Положение."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.meetings.agenda import AgendaItem, Amendment, Removal, Span
from domain.meetings.attendance import Attended
from domain.meetings.preparation import MeetingState
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal
from domain.people.roster import Duties


@dataclass(slots=True)
class Break:
    """A break, announced to last until a moment; `ended_at` is None while it lasts."""

    since: datetime
    until: datetime
    ended_at: datetime | None = None


@dataclass(slots=True)
class Floor(Attended):
    """A meeting whose questions are heard, amended, brought in and taken off while it goes on."""

    breaks: list[Break] = field(default_factory=list)

    def on_break(self) -> Break | None:
        """The break that lasts now, if any."""
        return self.breaks[-1] if self.breaks and self.breaks[-1].ended_at is None else None

    def heard_item(self) -> AgendaItem | None:
        """The item that is being heard, if any."""
        return next((item for item in self.agenda if item.heard_since), None)

    def hear(self, number: int, duties: Duties, now: datetime) -> Act:
        """The chair brings an item up and gives its speaker the floor; who spoke before has finished."""
        item = self._floor_item(number, duties)
        self._expect_no_break()
        if item.heard_since:
            raise Refusal("heard-already", item=number, moment=item.heard_since)
        self._end_hearing(now)
        item.hearings.append(Span(now))
        return self._act("item-heard", item=number, at=now.isoformat())

    def amend(self, number: int, draft: str, duties: Duties, now: datetime) -> Act:
        """The chair words the draft decision anew before the vote; the former wording is kept."""
        item = self._floor_item(number, duties)
        if draft == item.draft_decision:
            raise Refusal("same-wording", item=number)
        item.amendments.append(Amendment(item.draft_decision, now, duties))
        item.draft_decision = draft
        former = text_hash(item.amendments[-1].former)
        return self._act("item-amended", item=number, at=now.isoformat(), draft=text_hash(draft), was=former)

    def bring_in(self, item: AgendaItem, duties: Duties, now: datetime) -> Act:
        """The chair brings a question in while the meeting goes on (п. 3.2); it is the last one."""
        self._expect(MeetingState.OPEN)
        self._expect_chair_present(duties)
        self.add_item(item)
        item.added_at = now
        return self._act(
            "item-added", item=item.number, at=now.isoformat(), question=text_hash(item.question)
        )

    def drop(self, number: int, duties: Duties, now: datetime) -> Act:
        """The chair takes a question off the agenda (п. 3.2)."""
        return self._remove(number, Removal.DROPPED, duties, now)

    def put_off(self, number: int, duties: Duties, now: datetime) -> Act:
        """The chair leaves a question to the next meeting (п. 3.2)."""
        return self._remove(number, Removal.POSTPONED, duties, now)

    def _remove(self, number: int, removal: Removal, duties: Duties, now: datetime) -> Act:
        item = self._floor_item(number, duties)
        if item.heard_since:
            self._end_hearing(now)
        item.removal, item.removed_at = removal, now
        return self._act(f"item-{removal.value}", item=number, at=now.isoformat())

    def announce_break(self, until: datetime, duties: Duties, now: datetime) -> Act:
        """The chair announces a break; nothing is heard or put to the vote until the chair resumes."""
        self._expect(MeetingState.OPEN)
        self._expect_chair_present(duties)
        self._expect_no_vote()
        self._expect_no_break()
        if until <= now:
            raise Refusal("break-is-past")
        self._end_hearing(now)
        self.breaks.append(Break(now, until))
        return self._act("break-announced", at=now.isoformat(), until=until.isoformat())

    def resume(self, duties: Duties, now: datetime, profile: OfficeProfile) -> Act:
        """The chair ends the break; checked for a quorum anew (п. 4.3.1)."""
        self._expect(MeetingState.OPEN)
        pause = self.on_break()
        if pause is None:
            raise Refusal("no-break")
        self._expect_chair_present(duties)
        self._expect_quorum(profile)
        pause.ended_at = now
        return self._act("break-ended", at=now.isoformat(), present=self.present())

    # Checks

    def _floor_item(self, number: int, duties: Duties) -> AgendaItem:
        """An item of an open meeting that the chair may still deal with, while nothing is voted on."""
        self._expect(MeetingState.OPEN)
        item = self.item(number)
        self._expect_pending(item)
        self._expect_no_vote()
        self._expect_chair_present(duties)
        return item

    def _expect_pending(self, item: AgendaItem) -> None:
        if item.decided:
            raise Refusal("item-decided", item=item.number)
        if item.removal is not None:
            raise Refusal(f"item-{item.removal.value}", item=item.number, moment=item.removed_at)

    def _expect_no_vote(self) -> None:
        going_on = self.voting_item()
        if going_on is not None:
            raise Refusal("vote-goes-on", item=going_on.number)

    def _expect_no_break(self) -> None:
        pause = self.on_break()
        if pause is not None:
            raise Refusal("on-break", moment=pause.until)

    def _end_hearing(self, now: datetime) -> None:
        item = self.heard_item()
        if item is not None:
            item.hearings[-1].until = now
