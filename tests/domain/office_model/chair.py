"""The chair leads, members vote: the domain beside the rules."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from domain.meetings import adjourning, floor, opining, votes
from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Choice, Point
from domain.office.act import Act
from domain.people.roster import Duties, Roster, holder_id
from tests.domain.meetings.test_meeting import PROFILE
from tests.domain.office_model.convened import OfficeConvened
from tests.domain.office_model.people import seats, who

WORDS = {"за": Choice.FOR, "против": Choice.AGAINST, "воздержался": Choice.ABSTAIN}
LATE = timedelta(hours=24)

items = st.sampled_from([1, 1, 2, 3, 4])
words = st.sampled_from(list(WORDS))


class OfficeMeeting(OfficeConvened):
    """What is done in the room, by whoever tries."""

    voted: dict[datetime, Roster]

    @rule(person=who)
    def opens(self, person: int | str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("созвано") | rules.why_not_led()
        why |= {"too-early-to-open"} if now < rules.due - timedelta(minutes=30) else set()
        why |= set() if rules.enough() else {"no-quorum"}
        why |= {"meeting-day-is-over"} if rules.lapsed() else set()
        why |= {"others-are-coming"} if now < rules.due and rules.awaited() else set()
        if self.chaired(person, why, lambda duties: self.meeting.open(duties, now, PROFILE)):
            self.opening, self.voted = self.roster(), {}
            rules.sits()
            self.followed()

    @rule(person=who, hours=st.sampled_from([0, 1, 24, 48]))
    def interrupts(self, person: int | str, hours: int) -> None:
        rules, now = self.page, self.page.now
        until, goes_on = now + timedelta(hours=hours), rules.phase == "идёт"
        why = rules.why_not_in("идёт", "прервано")
        why |= rules.why_not_led() if goes_on else set()
        why |= {"vote-goes-on"} if rules.voting is not None else set()
        left = any(state == "ждёт" or item in rules.again for item, state in rules.agenda.items())
        why |= set() if left else {"nothing-left-to-adjourn"}
        same_day = until.date() == now.date()
        why |= {"adjourn-to-another-day"} if not hours or (same_day and goes_on) else set()
        why |= {"same-moment"} if until == rules.due else set()
        if self.chaired(
            person,
            why,
            lambda duties: adjourning.adjourn(self.meeting, until, duties, self.page.now, PROFILE),
        ):
            if goes_on:
                rules.breaks_off(now, until)
            for seat in list(rules.here):
                rules.goes(seat)
            rules.due, rules.answers = until, {}

    @rule(person=who)
    def takes_it_up_again(self, person: int | str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("прервано") | rules.why_not_led()
        why |= {"too-early-to-open"} if now < rules.due - timedelta(minutes=30) else set()
        why |= set() if rules.enough() else {"no-quorum"}
        why |= {"meeting-day-is-over"} if rules.lapsed() else set()
        why |= {"others-are-coming"} if now < rules.due and rules.awaited() else set()
        if self.chaired(person, why, lambda duties: adjourning.go_on(self.meeting, duties, now, PROFILE)):
            rules.sits()
            self.followed()

    @rule(person=who, item=items, count=st.sampled_from([0, 1, 2, 3]))
    def sets_points(self, person: int | str, item: int, count: int) -> None:
        rules, now = self.page, self.page.now
        named = [Point(f"Пункт {place}") for place in range(1, count + 1)]
        why = rules.why_not_worded(item)
        if self.chaired(person, why, lambda duties: floor.set_points(self.meeting, item, named, duties, now)):
            rules.points[item] = count

    @rule(person=who, item=items, by_points=st.booleans())
    def puts_to_the_vote(self, person: int | str, item: int, by_points: bool) -> None:
        rules, now = self.page, self.page.now
        begun = rules.by_points.get(item, {})
        if by_points:
            why_point = set() if rules.points.get(item) else {"no-points"}
        else:
            why_point = {"points-begun"} if begun else set()
        why = rules.why_not_floor(item) | ({"on-break"} if rules.resting else set())
        why |= set() if rules.enough() else {"no-quorum"}
        why |= set() if rules.drafts.get(item, " ") else {"no-draft"}

        def act(duties: Duties) -> Act:
            return votes.open_vote(self.meeting, item, duties, now, PROFILE, by_points=by_points)

        if self.chaired(person, why | why_point, act):
            rules.point = min(set(range(1, rules.points[item] + 1)) - begun.keys()) if by_points else 0
            rules.voting, rules.said, rules.by_chair, rules.heard = item, {}, set(), None
            rules.put = rules.drafts[item], rules.executors[item]
            rules.tried.add(item)
            rules.last = now
            rules.before_vote[item] |= rules.lately[item]

    @rule(person=who, item=items, word=words)
    def votes(self, person: int | str, item: int, word: str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_member(person) | self._why_no_vote(item)
        if person not in rules.here:
            why.add("not-present" if person in rules.chosen else "not-chosen")
        if rules.voting == item and (person, word) in rules.said.items() and person not in rules.by_chair:
            why.add("same-vote")
        if self.attempt(why, lambda: votes.cast(self.meeting, item, self.seat(person), WORDS[word], now)):
            assert isinstance(person, int)
            rules.said[person] = word
            rules.by_chair.discard(person)
            rules.last = now

    @rule(word=words, other=words)
    def everyone_votes(self, word: str, other: str) -> None:
        if self.page.voting is not None:
            for seat in sorted(self.page.here):
                self.votes(seat, self.page.voting, word if seat % 2 else other)

    @rule(person=who, seat=seats, item=items, word=words)
    def votes_aloud(self, person: int | str, seat: int, item: int, word: str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт") | self._why_no_vote(item)
        why |= rules.why_not_led()
        why |= set() if seat in rules.here else {"seat-not-present"}
        why |= {"same-vote"} if rules.voting == item and rules.said.get(seat) == word else set()

        def act(duties: Duties) -> Act:
            return votes.cast_aloud(self.meeting, item, seat, WORDS[word], duties, now)

        if self.chaired(person, why, act):
            rules.said[seat] = word
            rules.by_chair.add(seat)
            rules.last = now

    def _why_no_vote(self, item: int) -> set[str]:
        if item not in self.page.agenda:
            return {"no-such-item"}
        if self.page.voting == item:
            return set()
        return {"vote-closed" if item in self.page.tried else "vote-not-open"}

    @rule(person=who, item=items)
    def closes_the_vote(self, person: int | str, item: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт") | (set() if item in rules.agenda else {"no-such-item"})
        why |= {"vote-not-open"} if rules.voting != item and item in rules.agenda else set()
        why |= rules.why_not_led()
        if self.chaired(
            person, why, lambda duties: votes.close_vote(self.meeting, item, duties, now, PROFILE)
        ):
            roll = {rules.person(seat): rules.said.get(seat) for seat in rules.here}
            rules.rolls[item].append(roll)
            rules.vote_ends(item)
            if rules.outcome() != "ждёт":
                rules.is_decided(item, rules.outcome())
            vote = self.meeting.item(item).votes[-1]
            assert vote.closed_at is not None
            self.voted[vote.closed_at] = self.roster()
            assert vote.chair == Duties(rules.chair() or 0, acting=rules.chair() == 2)
            assert {n: WORDS[w] for n, w in rules.said.items()} == {
                n: b.choice for n, b in vote.ballots.items()
            }
            assert {n for n, b in vote.ballots.items() if b.aloud} == rules.by_chair
            rules.voting = None

    @rule(person=who, item=items)
    def hears(self, person: int | str, item: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_floor(item) | ({"on-break"} if rules.resting else set())
        why |= {"heard-already"} if rules.heard == item else set()
        if self.chaired(person, why, lambda duties: floor.hear(self.meeting, item, duties, now)):
            rules.hears(item)

    @rule(person=who, item=items, draft=st.sampled_from(["Усилить", "Ослабить"]))
    def amends(self, person: int | str, item: int, draft: str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_worded(item) | ({"same-wording"} if rules.drafts.get(item) == draft else set())
        if self.chaired(person, why, lambda duties: floor.amend(self.meeting, item, draft, duties, now)):
            rules.drafts[item] = draft
            rules.last = now

    @rule(person=who, item=items, seat=st.sampled_from([3, 4, None]))
    def names_who_executes(self, person: int | str, item: int, seat: int | None) -> None:
        rules, now = self.page, self.page.now
        named = [] if seat is None else [seat]
        if self.chaired(
            person,
            rules.why_not_worded(item),
            lambda duties: floor.set_executors(self.meeting, item, [], named, duties, now),
        ):
            rules.executors[item] = seat

    @rule(person=who, item=items)
    def puts_again(self, person: int | str, item: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт") | rules.why_not_led()
        why |= {"vote-goes-on"} if rules.voting is not None else set()
        why |= set() if item in rules.agenda else {"no-such-item"}
        why |= {"item-reopened"} if item in rules.again else set()
        if item in rules.agenda and rules.agenda[item] not in ("принято", "не принято"):
            why.add("item-not-decided")
        if self.chaired(
            person, why, lambda duties: floor.put_again(self.meeting, item, "Снова", duties, now)
        ):
            rules.again.add(item)

    @rule(person=who, item=items, dropped=st.booleans())
    def takes_off(self, person: int | str, item: int, dropped: bool) -> None:
        rules, now = self.page, self.page.now
        if rules.now.minute % 4:
            return  # rare, or nothing would be left to vote on
        removal = Removal.DROPPED if dropped else Removal.POSTPONED
        why = rules.why_not_worded(item) | ({"item-decided"} if item in rules.again else set())
        if self.chaired(person, why, lambda duties: floor.take_off(self.meeting, item, removal, duties, now)):
            rules.agenda[item] = "снят" if dropped else "отложен"
            rules.heard = None if rules.heard == item else rules.heard
            rules.last = now

    @rule(person=who)
    def brings_in(self, person: int | str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт")
        why |= rules.why_not_led()
        if len(rules.agenda) > 3:
            return
        if self.chaired(
            person, why, lambda duties: floor.bring_in(self.meeting, AgendaItem(0, "Ещё"), duties, now)
        ):
            rules.agenda[4], rules.drafts[4], rules.executors[4] = "ждёт", "", None
            rules.points[4] = 0
            rules.last = now

    @rule(person=who, minutes=st.sampled_from([0, 5, 15]))
    def rests(self, person: int | str, minutes: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт") | ({"break-is-past"} if not minutes else set())
        why |= rules.why_not_led()
        why |= {"vote-goes-on"} if rules.voting is not None else set()
        why |= {"on-break"} if rules.resting else set()
        until = now + timedelta(minutes=minutes)
        if self.chaired(person, why, lambda duties: floor.announce_break(self.meeting, until, duties, now)):
            rules.rest()
            rules.heard = None

    @rule(person=who)
    def resumes(self, person: int | str) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in("идёт") | (set() if rules.resting else {"no-break"})
        why |= rules.why_not_led()
        why |= set() if rules.enough() else {"no-quorum"}
        if self.chaired(person, why, lambda duties: floor.resume(self.meeting, duties, now, PROFILE)):
            rules.wake()

    @rule(person=who, sure=st.integers(0, 4))
    def closes(self, person: int | str, sure: int) -> None:
        rules, now = self.page, self.page.now
        if sure:
            return
        why = rules.why_not_in("идёт", "прервано")
        why |= {"vote-goes-on"} if rules.voting is not None else set()
        if self.chaired(person, why, lambda duties: self.meeting.close(duties, now)):
            if rules.phase == "идёт":
                rules.sat[-1].append(now)
                rules.wake()
            rules.phase, rules.closed, rules.heard = "закрыто", now, None
            rules.closer = rules.person(rules.chair() or 0)

    @rule(person=who, sure=st.integers(0, 9))
    def gives_up(self, person: int | str, sure: int) -> None:
        rules, now = self.page, self.page.now
        if sure:
            return
        why = rules.why_not_in("созвано") | ({"too-early-for-not-held"} if now < rules.due else set())
        if self.chaired(person, why, lambda duties: self.meeting.not_held(duties, now)):
            rules.phase = "не состоялось"

    @rule(person=who, item=st.sampled_from([0, 1, 2, 4]))
    def opines(self, person: int | str, item: int) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_member(person) | rules.why_not_in("закрыто")
        me = rules.person(person) if person in rules.holders else (0, 0)
        why |= set() if me in rules.were else {"opinion-of-absent"}
        why |= {"opinion-too-late"} if rules.closed and now > rules.closed + LATE else set()
        why |= {"opinion-attached"} if (*me, item) in rules.opined else set()
        if item and item not in rules.agenda:
            why.add("no-such-item")
        elif item and rules.agenda[item] not in ("принято", "не принято"):
            why.add("opinion-without-decision")

        def act() -> Act:
            seat = self.seat(person)
            opinion = Opinion(seat, item, "Против", now, holder=holder_id(self.roster(), seat))
            return opining.attach_opinion(self.meeting, opinion, PROFILE)

        if self.attempt(why, act):
            rules.opined.add((*me, item))
