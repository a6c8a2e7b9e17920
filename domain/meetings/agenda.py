"""A meeting's agenda: its questions, how each is heard, worded, voted on and taken off (п. 3.2, 4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.meetings import rounds
from domain.meetings.voting import Motion, Outcome, Point, Result, Vote
from domain.office.refusal import Refusal
from domain.people.roster import Duties

_UNFINISHED = re.compile(r"[\w,—–]$")


@dataclass(slots=True)
class Span:
    """A stretch of the meeting's time; `until` is None while it lasts."""

    since: datetime
    until: datetime | None = None


@dataclass(slots=True)
class Amendment:
    """The draft decision as it read until the chair amended it at that moment."""

    former: str
    at: datetime
    by: Duties


class Removal(StrEnum):
    """How an item left the agenda of a meeting that goes on."""

    DROPPED = "dropped"
    POSTPONED = "postponed"


@dataclass(slots=True)
class AgendaItem:
    """A question of the agenda. `speaker_seat` or `speaker`; executors are unit keys and seat numbers.

    `number` is its place in the agenda and changes with it; `key` names the question within its meeting
    for good. `proposal` is the proposal it grew from, `materials` how many files are attached to it.
    `added_at` is set for an item brought in while the meeting went on, `moved_to` names the meeting into
    whose agenda an undecided item was carried over. `reopened` is why a decided item is to be voted on
    again, until that vote decides; `repeated` how often it was put again.
    """

    number: int
    question: str
    speaker_seat: int | None = None
    speaker: str = ""
    draft_decision: str = ""
    executor_units: list[str] = field(default_factory=list)
    executor_seats: list[int] = field(default_factory=list)
    due: date | None = None
    votes: list[Vote] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    hearings: list[Span] = field(default_factory=list)
    added_at: datetime | None = None
    removal: Removal | None = None
    removed_at: datetime | None = None
    moved_to: int | None = None
    key: int = 0
    proposal: int | None = None
    materials: int = 0
    reopened: str = ""
    repeated: int = 0
    points: list[Point] = field(default_factory=list)

    @property
    def motion(self) -> Motion:
        """What would be voted on as the question stands now."""
        units, seats = tuple(self.executor_units), tuple(self.executor_seats)
        return Motion(self.draft_decision, units, seats, self.due, tuple(self.points))

    @property
    def standing(self) -> Motion:
        """What the votes that count were on, without points that fell; where none has, as it is now."""
        return replace(self._voted, points=tuple(point for _, point in self.standing_points))

    @property
    def standing_points(self) -> list[tuple[int, Point]]:
        """Points of `standing`, each under its place from 1."""
        outcomes = self.outcomes
        return [
            (place, point)
            for place, point in enumerate(self._voted.points, 1)
            if not outcomes or outcomes.get(place) is Outcome.ADOPTED
        ]

    @property
    def voted_points(self) -> tuple[Point, ...]:
        """All points of what was voted on, those too that fell."""
        return self._voted.points

    @property
    def outcomes(self) -> dict[int, Outcome]:
        """What became of each point that was voted on by itself, by its place; empty where none was."""
        return {
            vote.point: vote.result.outcome
            for vote in rounds.counting(self.votes)
            if vote.point and vote.result is not None
        }

    @property
    def decided_at(self) -> datetime | None:
        """When the last of the votes that count was closed."""
        voted = rounds.counting(self.votes)
        return voted[-1].closed_at if voted else None

    @property
    def _voted(self) -> Motion:
        voted = rounds.counting(self.votes)
        return voted[-1].motion or self.motion if voted else self.motion

    @property
    def points_begun(self) -> bool:
        """Whether some of the points have been voted on by themselves, and others not yet."""
        found = rounds.of_turn(self.votes, self.repeated)
        return bool(found) and not rounds.complete(found)

    @property
    def next_point(self) -> int:
        """The place of the first point that is still to be voted on by itself; 0 where there is none."""
        done = {vote.point for vote in rounds.of_turn(self.votes, self.repeated)}
        return next((place for place in range(1, len(self.points) + 1) if place not in done), 0)

    @property
    def open_vote(self) -> Vote | None:
        """The voting that goes on, if any."""
        return self.votes[-1] if self.votes and self.votes[-1].closed_at is None else None

    @property
    def result(self) -> Result | None:
        """The result of the votes that count, else of the last closed one, which was void."""
        closed = [vote.result for vote in self.votes if vote.result is not None]
        return rounds.joint(rounds.counting(self.votes)) or next(reversed(closed), None)

    @property
    def decided(self) -> bool:
        """Whether votes have decided the item, each of its points where they are voted by themselves."""
        return rounds.complete(rounds.counting(self.votes))

    @property
    def pending(self) -> bool:
        """Whether the meeting still has to deal with the item."""
        return self.removal is None and (not self.decided or bool(self.reopened))

    @property
    def heard_since(self) -> datetime | None:
        """Since when the item is being heard now, if it is."""
        last = self.hearings[-1] if self.hearings else None
        return last.since if last and last.until is None else None

    @property
    def heard_for(self) -> timedelta:
        """How long it was heard in all, without a hearing that still goes on."""
        return sum((span.until - span.since for span in self.hearings if span.until), timedelta())

    def amend(self, draft: str, by: Duties, now: datetime) -> Amendment:
        """The draft decision is worded anew; the former wording is kept."""
        if draft == self.draft_decision:
            raise Refusal("same-wording", item=self.number)
        amendment = Amendment(self.draft_decision, now, by)
        self.amendments.append(amendment)
        self.draft_decision = draft
        return amendment

    def lengthen(self, words: str) -> None:
        """What did not fit into one message follows: the same wording goes on.

        Messengers cut between lines, else between words: a sentence that was cut gets no line end.
        """
        joint = " " if words[:1].islower() and _UNFINISHED.search(self.draft_decision) else "\n"
        self.draft_decision = f"{self.draft_decision}{joint}{words}".strip()

    def put_again(self, reason: str) -> None:
        """A decided question is to be voted on once more; its decision stands until then."""
        if not self.decided:
            raise Refusal("item-not-decided", item=self.number)
        if self.reopened:
            raise Refusal("item-reopened", item=self.number)
        self.reopened = reason
        self.repeated += 1

    def conclude(self) -> None:
        """A vote was closed: a question put again is done with once this turn is over."""
        if rounds.complete(rounds.of_turn(self.votes, self.repeated)):
            self.reopened = ""

    def expect_points_not_begun(self) -> None:
        """A refusal between votes on points: what is voted on stays as it is, and is voted to its end."""
        if self.points_begun:
            raise Refusal("points-begun", item=self.number, point=f"{self.number}.{self.next_point}")

    def remove(self, removal: Removal, now: datetime) -> None:
        """The item leaves the agenda of a meeting that goes on; nothing of it is forgotten."""
        if self.heard_since:
            self.hearings[-1].until = now
        self.removal, self.removed_at = removal, now

    def expect_open_vote(self) -> Vote:
        """The voting that goes on; a refusal that says when it was closed, if it was."""
        vote = self.votes[-1] if self.votes else None
        if vote is None:
            raise Refusal("vote-not-open", item=self.number)
        if vote.closed_at is not None:
            raise Refusal("vote-closed", item=self.number, moment=vote.closed_at)
        return vote

    def expect_pending(self) -> None:
        """A refusal once the item was decided or taken off."""
        if self.decided and not self.reopened:
            raise Refusal("item-decided", item=self.number)
        if self.removal is not None:
            raise Refusal(f"item-{self.removal.value}", item=self.number, moment=self.removed_at)


@dataclass(slots=True)
class Agenda:
    """Questions in their order, numbered from 1; `last_key` is the key given last and never given again."""

    items: list[AgendaItem] = field(default_factory=list)
    last_key: int = 0

    def last_voted(self) -> AgendaItem | None:
        """The item that was put to the vote last, if any was."""
        voted = [item for item in self.items if item.votes]
        return max(voted, key=lambda item: item.votes[-1].opened_at, default=None)

    def __iter__(self) -> Iterator[AgendaItem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> AgendaItem:
        return self.items[place]

    def item(self, number: int) -> AgendaItem:
        """The item with this number; a refusal when there is none."""
        for item in self.items:
            if item.number == number:
                return item
        raise Refusal("no-such-item", item=number)

    def add(self, item: AgendaItem) -> AgendaItem:
        """Put a question at the end; the item with its number and key."""
        self.last_key += 1
        item.key, item.number = self.last_key, len(self.items) + 1
        self.items.append(item)
        return item

    def withdraw(self, number: int) -> AgendaItem:
        """Take a question out; the others close up."""
        item = self.item(number)
        self.items.remove(item)
        self._renumber()
        return item

    def raise_item(self, number: int) -> None:
        """Move a question one place up; the first stays where it is."""
        place = self.items.index(self.item(number))
        if place > 0:
            self.items[place - 1 : place + 1] = [self.items[place], self.items[place - 1]]
            self._renumber()

    def arrange(self, keys: Sequence[int]) -> None:
        """Put the questions into this order of their keys, each once."""
        places = {key: place for place, key in enumerate(keys)}
        assert len(keys) == len(self.items) and places.keys() == {item.key for item in self.items}
        self.items.sort(key=lambda item: places[item.key])
        self._renumber()

    def _renumber(self) -> None:
        for number, item in enumerate(self.items, start=1):
            item.number = number

    def voted(self) -> AgendaItem | None:
        """The item that is being voted on, if any."""
        return next((item for item in self.items if item.open_vote), None)

    def heard(self) -> AgendaItem | None:
        """The item that is being heard, if any."""
        return next((item for item in self.items if item.heard_since), None)

    def hear(self, item: AgendaItem, now: datetime) -> None:
        """An item is brought up; who spoke before has finished."""
        if item.heard_since:
            raise Refusal("heard-already", item=item.number, moment=item.heard_since)
        self.end_hearing(now)
        item.hearings.append(Span(now))

    def end_hearing(self, now: datetime) -> None:
        """Whoever speaks has finished."""
        item = self.heard()
        if item is not None:
            item.hearings[-1].until = now

    def expect_no_vote(self) -> None:
        """A refusal while an item is voted on."""
        item = self.voted()
        if item is not None:
            raise Refusal("vote-goes-on", item=item.number)
