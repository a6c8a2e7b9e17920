"""A whole office driven at random against a reading of the rules (sections 2–5) that shares no code with it.

`OFFICE_EXAMPLES` asks for more games than the default; each is up to eighty steps.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.act import Act
from domain.agenda import AgendaItem
from domain.meeting import Meeting
from domain.opinion import Opinion
from domain.preparation import MeetingState
from domain.refusal import Refusal
from domain.roster import Absence, Actor, Duties, Holder, Roster, Standing, member_seat
from domain.voting import Choice
from tests.domain.test_meeting import PROFILE
from tests.rebuilding import agrees, rebuild

ZONE = PROFILE.time_zone
APPOINTED = datetime(2026, 11, 25, 23, 30, tzinfo=ZONE)
FIRST_DAY = date(2026, 11, 25)
SEATS = list(range(1, 10))
WORDS = {"за": Choice.FOR, "против": Choice.AGAINST, "воздержался": Choice.ABSTAIN}
LATE = timedelta(hours=24)

who = st.one_of(st.sampled_from([1, 1, 1, 2, 2]), st.sampled_from(SEATS), st.sampled_from(["гость", "чужой"]))
seats = st.sampled_from(SEATS)
items = st.sampled_from([1, 1, 2, 3, 4])
words = st.sampled_from(list(WORDS))
steps = 0


class Rules:
    """What the page of rules says, in sets and words; knows nothing of the domain."""

    def __init__(self, chosen: set[int]) -> None:
        self.now = APPOINTED - timedelta(minutes=45)
        self.vacant: set[int] = set()
        self.away: dict[int, set[date]] = {seat: set() for seat in SEATS}
        self.phase = "созвано"
        self.chosen = set(chosen)
        self.here: set[int] = set()
        self.were: set[int] = set()
        self.handed = False
        self.agenda: dict[int, str] = {1: "ждёт", 2: "ждёт", 3: "ждёт"}
        self.drafts: dict[int, str] = {1: "", 2: "", 3: ""}
        self.heard: int | None = None
        self.voting: int | None = None
        self.tried: set[int] = set()
        self.said: dict[int, str] = {}
        self.by_chair: set[int] = set()
        self.resting = False
        self.chaired: list[int] = []
        self.closed: datetime | None = None
        self.opined: set[tuple[int, int]] = set()

    def there(self, seat: int) -> bool:
        return seat not in self.vacant and self.now.date() not in self.away[seat]

    def chair(self) -> int | None:
        if self.there(1) and not self.handed:
            return 1
        return 2 if self.there(2) else None

    def follow(self) -> None:
        chair = self.chair()
        if self.phase == "идёт" and chair is not None and self.chaired[-1:] != [chair]:
            self.chaired.append(chair)

    def enough(self) -> bool:
        return len(self.here) * 2 >= 9

    def why_not_chair(self, person: int | str) -> set[str]:
        """Why this person may not act as the chair; empty when they may."""
        if person == "чужой" or person in self.vacant:
            return {"stranger"}
        chair = self.chair()
        if chair is None:
            return {"nobody-heads"}
        if person == chair:
            return set()
        if person == 1:
            return {"head-handed-over" if self.there(1) else "head-is-away"}
        return {"chairs-no-more"} if person == 2 and 2 in self.chaired else {"head-only"}

    def why_not_member(self, person: int | str) -> set[str]:
        if person == "гость":
            return {"guest-only-sees"}
        return {"stranger"} if person == "чужой" or person in self.vacant else set()

    def why_not_in(self, *phases: str) -> set[str]:
        names = {"созвано": "convened", "идёт": "open", "закрыто": "closed", "не состоялось": "not-held"}
        return set() if self.phase in phases else {f"meeting-is-{names[self.phase]}"}

    def why_not_item(self, number: int, *, decided: bool = True) -> set[str]:
        state = self.agenda.get(number)
        if state is None:
            return {"no-such-item"}
        known = {"снят": "item-dropped", "отложен": "item-postponed"}
        if state in known:
            return {known[state]}
        return {"item-decided"} if state != "ждёт" and decided else set()

    def why_not_floor(self, number: int) -> set[str]:
        """What any act of the chair on an item needs."""
        why = self.why_not_in("идёт") | self.why_not_item(number)
        why |= {"vote-goes-on"} if self.voting is not None else set()
        return why | self.why_not_led()

    def why_not_led(self) -> set[str]:
        """The chair is in the room, and so among the participants."""
        if self.chair() in self.here:
            return set()
        return {"chair-not-present" if self.chair() in self.chosen else "chair-not-chosen"}

    def outcome(self) -> str:
        if not self.enough():
            return "ждёт"
        ayes = sum(word == "за" for word in self.said.values())
        noes = sum(word == "против" for word in self.said.values())
        if ayes + ayes > len(self.here):
            return "принято"
        if ayes and ayes == noes and self.said.get(self.chair() or 0) == "за":
            return "принято"
        return "не принято"


class Office(RuleBasedStateMachine):
    """Random people do random things at random times; the rules agree with whatever becomes of it."""

    @initialize(left_out=st.sets(seats, max_size=2), under_way=st.booleans())
    def begin(self, left_out: set[int], under_way: bool) -> None:
        self.rules = Rules(set(SEATS) - left_out | {1})  # whoever convenes takes part
        self.acts: list[Act] = []
        self.meeting = Meeting(
            id=1,
            established=9,
            starts_at=APPOINTED,
            participants=sorted(set(SEATS) - left_out),
            agenda=[AgendaItem(number, f"Вопрос {number}") for number in (1, 2, 3)],
        )
        self.acts.append(self.meeting.convene(Duties(1, acting=False), 1, self.rules.now))
        if under_way:
            self.rules.now = APPOINTED
            self.it_is_opened()

    # The real office as the application asks it

    def roster(self) -> Roster:
        away = self.rules.away
        absences = [(seat, day) for seat in SEATS if seat not in self.rules.vacant for day in away[seat]]
        return Roster(
            PROFILE,
            self.rules.now.date(),
            tuple(
                Holder(seat, seat, "Имя", date(2024, 1, 9)) for seat in SEATS if seat not in self.rules.vacant
            ),
            (),
            tuple(Absence(number, seat, day, day) for number, (seat, day) in enumerate(absences)),
        )

    def actor(self, person: int | str) -> Actor:
        if person == "гость":
            return Actor(99, Standing.GUEST)
        if person == "чужой" or person in self.rules.vacant:
            return Actor(98, Standing.STRANGER)
        assert isinstance(person, int)
        return Actor(person, Standing.MEMBER, "Имя", person)

    def chairing(self, person: int | str) -> Duties:
        return self.meeting.require_chair(self.roster(), self.actor(person))

    def seat(self, person: int | str) -> int:
        return member_seat(self.actor(person))

    def attempt(self, why: set[str], act: Callable[[], Act]) -> bool:
        """It is refused exactly when the rules forbid it, for a reason that they give."""
        global steps  # noqa: PLW0603 — counted for the long run
        steps += 1
        self.rules.now += timedelta(microseconds=1)  # no two acts at the same moment
        try:
            done = act()
        except Refusal as refusal:
            assert refusal.key in why, (refusal.key, why)
            return False
        assert not why, (done.kind, why)
        self.acts.append(done)
        return True

    def followed(self) -> None:
        """What the clock and the handlers do after the composition or the day has changed."""
        self.rules.follow()
        change = self.meeting.follow_chair(self.roster(), self.rules.now)
        if change is not None:
            self.acts.append(change)

    # Time and people

    @rule(minutes=st.sampled_from([1, 5, 15, 20, 30]))
    def time_passes(self, minutes: int) -> None:
        self.rules.now += timedelta(minutes=minutes)
        self.followed()

    @rule(hours=st.sampled_from([8, 16, 25]))
    def a_night_passes(self, hours: int) -> None:
        if self.rules.phase in ("закрыто", "не состоялось"):
            self.rules.now += timedelta(hours=hours)

    @rule(seat=st.sampled_from([1, 1, 2, 2, 3]), tomorrow=st.booleans())
    def is_away(self, seat: int, tomorrow: bool) -> None:
        self.rules.away[seat].add(self.rules.now.date() + timedelta(days=tomorrow))
        self.followed()

    @rule(seat=st.sampled_from([1, 1, 2, 2, 3]))
    def is_back(self, seat: int) -> None:
        self.rules.away[seat].clear()
        self.followed()

    @rule(seat=st.sampled_from([1, 2, 5]), gone=st.booleans())
    def holder_changes(self, seat: int, gone: bool) -> None:
        if gone and self.rules.now.minute % 3 == 0:
            self.rules.vacant.add(seat)
        else:
            self.rules.vacant.discard(seat)
        self.followed()

    @rule(person=who, back=st.booleans())
    def hands_over(self, person: int | str, back: bool) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("созвано", "идёт")
        if person != 1 or 1 in rules.vacant:
            why.add("only-head-hands-over")
        if back:
            why |= set() if rules.handed else {"not-handed-over"}
            why |= {"head-is-away"} if not rules.there(1) and rules.there(2) else set()
            why |= {"nobody-heads"} if not rules.there(1) and not rules.there(2) else set()
            if rules.phase == "идёт" and rules.there(2):
                why.add("too-late-to-take-back")
            act = self.meeting.take_back
        else:
            why |= {"handed-over-already"} if rules.handed else set()
            why |= {"nobody-to-hand-over-to", "nobody-heads"} if not rules.there(2) else set()
            why |= {"head-is-away"} if not rules.there(1) else set()
            act = self.meeting.hand_over
        if self.attempt(why, lambda: act(self.roster(), self.actor(person), now)):
            rules.handed = not back
            rules.chosen |= set() if back else {2}
            rules.follow()

    # Coming and going

    @rule(person=who)
    def comes(self, person: int | str) -> None:
        self._come(person, person, self.rules.why_not_member(person), "not-chosen", "already-present")

    @rule(person=who, seat=seats)
    def is_marked(self, person: int | str, seat: int) -> None:
        why = self.rules.why_not_chair(person)
        self._come(person, seat, why, "seat-not-chosen", "seat-already-present", marked=True)

    def _come(
        self,
        person: int | str,
        seat: int | str,
        why: set[str],
        absent: str,
        twice: str,
        *,
        marked: bool = False,
    ) -> None:
        rules, now = self.rules, self.rules.now
        why = why | rules.why_not_in("созвано", "идёт")
        why |= {"too-early-to-check-in"} if now < APPOINTED - timedelta(minutes=30) else set()
        why |= set() if seat in rules.chosen else {absent}
        why |= {twice} if seat in rules.here else set()

        def act() -> Act:
            if marked:
                self.chairing(person)
                assert isinstance(seat, int)
                return self.meeting.mark_present(seat, now, PROFILE)
            return self.meeting.check_in(self.seat(person), now, PROFILE)

        if self.attempt(why, act):
            assert isinstance(seat, int)
            rules.here.add(seat)
            if rules.phase == "идёт":
                rules.were.add(seat)

    @rule(person=who)
    def goes(self, person: int | str) -> None:
        self._go(person, person, self.rules.why_not_member(person), "not-present-to-leave")

    @rule(person=who, seat=seats)
    def is_marked_gone(self, person: int | str, seat: int) -> None:
        self._go(person, seat, self.rules.why_not_chair(person), "seat-not-present", marked=True)

    def _go(
        self, person: int | str, seat: int | str, why: set[str], absent: str, *, marked: bool = False
    ) -> None:
        rules, now = self.rules, self.rules.now
        why = why | rules.why_not_in("созвано", "идёт") | (set() if seat in rules.here else {absent})

        def act() -> Act:
            if marked:
                self.chairing(person)
                assert isinstance(seat, int)
                return self.meeting.mark_left(seat, now)
            return self.meeting.check_out(self.seat(person), now)

        if self.attempt(why, act):
            assert isinstance(seat, int)
            rules.here.discard(seat)
            rules.said.pop(seat, None)
            rules.by_chair.discard(seat)

    @rule()
    def many_come(self) -> None:
        for seat in sorted(self.rules.chosen - self.rules.here):
            self.comes(seat)

    @rule(person=who, seat=seats)
    def is_added(self, person: int | str, seat: int) -> None:
        rules = self.rules
        why = rules.why_not_chair(person) | rules.why_not_in("созвано", "идёт")
        why |= {"already-participant"} if seat in rules.chosen else set()

        def act() -> Act:
            self.chairing(person)
            return self.meeting.add_participant(seat)

        if self.attempt(why, act):
            rules.chosen.add(seat)

    # The chair

    def chaired(self, person: int | str, why: set[str], act: Callable[[Duties], Act]) -> bool:
        return self.attempt(self.rules.why_not_chair(person) | why, lambda: act(self.chairing(person)))

    @rule(person=who)
    def opens(self, person: int | str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("созвано") | rules.why_not_led()
        why |= {"too-early-to-open"} if now < APPOINTED - timedelta(minutes=30) else set()
        why |= set() if rules.enough() else {"no-quorum"}
        if self.chaired(person, why, lambda duties: self.meeting.open(duties, now, PROFILE)):
            rules.phase = "идёт"
            rules.were |= rules.here
            rules.follow()

    @rule(person=who, item=items)
    def puts_to_the_vote(self, person: int | str, item: int) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_floor(item) | ({"on-break"} if rules.resting else set())
        why |= set() if rules.enough() else {"no-quorum"}
        if self.chaired(person, why, lambda duties: self.meeting.open_vote(item, duties, now, PROFILE)):
            rules.voting, rules.said, rules.by_chair, rules.heard = item, {}, set(), None
            rules.tried.add(item)

    @rule(person=who, item=items, word=words)
    def votes(self, person: int | str, item: int, word: str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_member(person) | self._why_no_vote(item)
        if person not in rules.here:
            why.add("not-present" if person in rules.chosen else "not-chosen")
        if rules.voting == item and rules.said.get(person) == word and person not in rules.by_chair:  # type: ignore[call-overload]
            why.add("same-vote")
        if self.attempt(why, lambda: self.meeting.cast(item, self.seat(person), WORDS[word], now)):
            assert isinstance(person, int)
            rules.said[person] = word
            rules.by_chair.discard(person)

    @rule(word=words, other=words)
    def everyone_votes(self, word: str, other: str) -> None:
        if self.rules.voting is not None:
            for seat in sorted(self.rules.here):
                self.votes(seat, self.rules.voting, word if seat % 2 else other)

    @rule(person=who, seat=seats, item=items, word=words)
    def votes_aloud(self, person: int | str, seat: int, item: int, word: str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("идёт") | self._why_no_vote(item)
        why |= rules.why_not_led()
        why |= set() if seat in rules.here else {"seat-not-present"}
        why |= {"same-vote"} if rules.voting == item and rules.said.get(seat) == word else set()

        def act(duties: Duties) -> Act:
            return self.meeting.cast_aloud(item, seat, WORDS[word], duties, now)

        if self.chaired(person, why, act):
            rules.said[seat] = word
            rules.by_chair.add(seat)

    def _why_no_vote(self, item: int) -> set[str]:
        if item not in self.rules.agenda:
            return {"no-such-item"}
        if self.rules.voting == item:
            return set()
        return {"vote-closed" if item in self.rules.tried else "vote-not-open"}

    @rule(person=who, item=items)
    def closes_the_vote(self, person: int | str, item: int) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("идёт") | (set() if item in rules.agenda else {"no-such-item"})
        why |= {"vote-not-open"} if rules.voting != item and item in rules.agenda else set()
        why |= rules.why_not_led()
        if self.chaired(person, why, lambda duties: self.meeting.close_vote(item, duties, now, PROFILE)):
            rules.agenda[item] = rules.outcome()
            vote = self.meeting.item(item).votes[-1]
            assert vote.chair == Duties(rules.chair() or 0, acting=rules.chair() == 2)
            assert {n: WORDS[w] for n, w in rules.said.items()} == {
                n: b.choice for n, b in vote.ballots.items()
            }
            assert {n for n, b in vote.ballots.items() if b.aloud} == rules.by_chair
            rules.voting = None

    @rule(person=who, item=items)
    def hears(self, person: int | str, item: int) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_floor(item) | ({"on-break"} if rules.resting else set())
        why |= {"heard-already"} if rules.heard == item else set()
        if self.chaired(person, why, lambda duties: self.meeting.hear(item, duties, now)):
            rules.heard = item

    @rule(person=who, item=items, draft=st.sampled_from(["Усилить", "Ослабить"]))
    def amends(self, person: int | str, item: int, draft: str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_floor(item) | ({"same-wording"} if rules.drafts.get(item) == draft else set())
        if self.chaired(person, why, lambda duties: self.meeting.amend(item, draft, duties, now)):
            rules.drafts[item] = draft

    @rule(person=who, item=items, dropped=st.booleans())
    def takes_off(self, person: int | str, item: int, dropped: bool) -> None:
        rules, now = self.rules, self.rules.now
        if rules.now.minute % 4:
            return  # rare, or nothing would be left to vote on
        act = self.meeting.drop if dropped else self.meeting.put_off
        if self.chaired(person, rules.why_not_floor(item), lambda duties: act(item, duties, now)):
            rules.agenda[item] = "снят" if dropped else "отложен"
            rules.heard = None if rules.heard == item else rules.heard

    @rule(person=who)
    def brings_in(self, person: int | str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("идёт")
        why |= rules.why_not_led()
        if len(rules.agenda) > 3:
            return
        if self.chaired(person, why, lambda duties: self.meeting.bring_in(AgendaItem(0, "Ещё"), duties, now)):
            rules.agenda[4], rules.drafts[4] = "ждёт", ""

    @rule(person=who, minutes=st.sampled_from([0, 5, 15]))
    def rests(self, person: int | str, minutes: int) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("идёт") | ({"break-is-past"} if not minutes else set())
        why |= rules.why_not_led()
        why |= {"vote-goes-on"} if rules.voting is not None else set()
        why |= {"on-break"} if rules.resting else set()
        until = now + timedelta(minutes=minutes)
        if self.chaired(person, why, lambda duties: self.meeting.announce_break(until, duties, now)):
            rules.resting, rules.heard = True, None

    @rule(person=who)
    def resumes(self, person: int | str) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_in("идёт") | (set() if rules.resting else {"no-break"})
        why |= rules.why_not_led()
        why |= set() if rules.enough() else {"no-quorum"}
        if self.chaired(person, why, lambda duties: self.meeting.resume(duties, now, PROFILE)):
            rules.resting = False

    @rule(person=who, sure=st.integers(0, 4))
    def closes(self, person: int | str, sure: int) -> None:
        rules, now = self.rules, self.rules.now
        if sure:
            return
        why = rules.why_not_in("идёт") | ({"vote-goes-on"} if rules.voting is not None else set())
        if self.chaired(person, why, lambda duties: self.meeting.close(duties, now)):
            rules.phase, rules.closed, rules.resting, rules.heard = "закрыто", now, False, None

    @rule(person=who, sure=st.integers(0, 9))
    def gives_up(self, person: int | str, sure: int) -> None:
        rules, now = self.rules, self.rules.now
        if sure:
            return
        why = rules.why_not_in("созвано") | ({"too-early-for-not-held"} if now < APPOINTED else set())
        if self.chaired(person, why, lambda duties: self.meeting.not_held(duties, now)):
            rules.phase = "не состоялось"

    @rule(person=who, item=st.sampled_from([0, 1, 2, 4]))
    def opines(self, person: int | str, item: int) -> None:
        rules, now = self.rules, self.rules.now
        why = rules.why_not_member(person) | rules.why_not_in("закрыто")
        why |= set() if person in rules.were else {"opinion-of-absent"}
        why |= {"opinion-too-late"} if rules.closed and now > rules.closed + LATE else set()
        why |= {"opinion-attached"} if (person, item) in rules.opined else set()
        if item and item not in rules.agenda:
            why.add("no-such-item")
        elif item and rules.agenda[item] not in ("принято", "не принято"):
            why.add("opinion-without-decision")

        def act() -> Act:
            opinion = Opinion(self.seat(person), item, "Против", now)
            return self.meeting.attach_opinion(opinion, PROFILE)

        if self.attempt(why, act):
            assert isinstance(person, int)
            rules.opined.add((person, item))

    # What a meeting is mostly made of: the chair does what the chair may

    @property
    def leader(self) -> int:
        return self.rules.chair() or 1

    @rule()
    def it_is_opened(self) -> None:
        if self.rules.phase == "созвано":
            self.many_come()
            self.opens(self.leader)

    @rule(item=items, word=words, other=words, leaves=st.sets(seats, max_size=5))
    def a_vote_is_held(self, item: int, word: str, other: str, leaves: set[int]) -> None:
        if self.rules.phase != "идёт":
            return
        self.puts_to_the_vote(self.leader, item)
        self.everyone_votes(word, other)
        for seat in sorted(leaves - {1, 2}):
            self.goes(seat)
        self.closes_the_vote(self.leader, item)

    @rule(item=items, seat=seats, word=words)
    def a_vote_is_begun(self, item: int, seat: int, word: str) -> None:
        if self.rules.phase == "идёт":
            self.puts_to_the_vote(self.leader, item)
            self.votes_aloud(self.leader, seat, item, word)

    @rule(word=words, seat=seats)
    def the_vote_goes_on(self, word: str, seat: int) -> None:
        if self.rules.voting is not None:
            self.votes_aloud(self.leader, seat, self.rules.voting, word)
            self.closes_the_vote(self.leader, self.rules.voting)

    @rule(item=items, draft=st.sampled_from(["Усилить", "Ослабить"]), rest=st.booleans())
    def the_chair_leads(self, item: int, draft: str, rest: bool) -> None:
        if self.rules.phase == "идёт":
            self.resumes(self.leader)
            self.hears(self.leader, item)
            self.amends(self.leader, item, draft)
            if rest:
                self.rests(self.leader, 5)

    @rule(item=items, acting=st.booleans(), word=words)
    def a_vote_is_tied(self, item: int, acting: bool, word: str) -> None:
        if self.rules.phase != "идёт":
            return
        self.many_come()
        if acting:
            self.hands_over(1, False)
        self.resumes(self.leader)
        self.puts_to_the_vote(self.leader, item)
        others = sorted(self.rules.here - {self.leader})
        self.votes(self.leader, item, word)
        for seat, said in zip(others, ("за", "против", "за", "против", "за", "против"), strict=False):
            self.votes(seat, item, said)
        if word in ("за", "против") and len(others) > 6:
            self.votes(others[6], item, "против" if word == "за" else "за")
        self.closes_the_vote(self.leader, item)
        self.hands_over(1, True)

    @rule(leaves=st.sets(seats, max_size=6))
    def a_break_empties_the_room(self, leaves: set[int]) -> None:
        if self.rules.phase == "идёт":
            self.rests(self.leader, 5)
            for seat in sorted(leaves - {1, 2}):
                self.goes(seat)
            self.resumes(self.leader)

    @rule(item=st.sampled_from([0, 1, 2]), seat=seats)
    def it_is_closed(self, item: int, seat: int) -> None:
        if self.rules.phase == "идёт" and "принято" in self.rules.agenda.values():
            self.closes(self.leader, 0)
        self.opines(seat, item)

    # What must hold after every step

    @invariant()
    def agree(self) -> None:
        if not hasattr(self, "meeting"):
            return
        rules, meeting = self.rules, self.meeting
        chair = meeting.chair(self.roster())
        assert chair == (Duties(rules.chair() or 0, acting=rules.chair() == 2) if rules.chair() else None)
        assert set(meeting.present()) == rules.here
        phases = {
            "созвано": MeetingState.CONVENED,
            "идёт": MeetingState.OPEN,
            "закрыто": MeetingState.CLOSED,
            "не состоялось": MeetingState.NOT_HELD,
        }
        assert meeting.state is phases[rules.phase]
        voting, heard = meeting.voting_item(), meeting.heard_item()
        assert (voting.number if voting else None) == rules.voting
        assert (heard.number if heard else None) == rules.heard
        assert (meeting.on_break() is not None) == rules.resting
        assert [one.duties.seat for one in meeting.chairs] == rules.chaired
        assert {item.number: _state(item) for item in meeting.agenda} == rules.agenda
        assert {item.number: item.draft_decision for item in meeting.agenda} == rules.drafts

    def teardown(self) -> None:
        """The log alone tells the same story."""
        if hasattr(self, "meeting"):
            agrees(rebuild((act.kind, act.data) for act in self.acts), self.meeting)


def _state(item: AgendaItem) -> str:
    if item.removal is not None:
        return {"dropped": "снят", "postponed": "отложен"}[item.removal.value]
    if not item.decided:
        return "ждёт"
    assert item.result is not None
    return "принято" if item.result.outcome.value == "adopted" else "не принято"


TestOffice = Office.TestCase
TestOffice.settings = settings(
    max_examples=int(os.environ.get("OFFICE_EXAMPLES", "60")), stateful_step_count=80, deadline=None
)
