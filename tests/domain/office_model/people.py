"""Time passes, people come, go, are away, are replaced: the domain beside the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from domain.meetings import presence
from domain.meetings.meeting import Meeting
from domain.office.act import Act
from domain.office.profile import Secretary
from domain.office.refusal import Refusal
from domain.people.roster import (
    Absence,
    Actor,
    Binding,
    Duties,
    Holder,
    Roster,
    Standing,
    member_seat,
)
from tests.domain.meetings.test_meeting import PROFILE
from tests.domain.office_model.rules import AHEAD, SEATS, Rules

SECRETARY, SPEAKER = 4, 5
OFFICE = replace(PROFILE, secretary=Secretary(seat=SECRETARY))
who = st.one_of(st.sampled_from([1, 1, 1, 2, 2]), st.sampled_from(SEATS), st.sampled_from(["гость", "чужой"]))
seats = st.sampled_from(SEATS)


def holder_name(person: tuple[int, int]) -> str:
    """How whoever holds a seat is called: its number, and how many have held it before."""
    return "Имя {} {}".format(*person)


class OfficePeople(RuleBasedStateMachine):
    """A real office as the application asks it, and what people do whoever chairs."""

    page: Rules
    meeting: Meeting
    acts: list[Act]
    opening: Roster
    profile = OFFICE

    def roster(self) -> Roster:
        away = self.page.away
        absences = [(seat, day) for seat in SEATS if seat not in self.page.vacant for day in away[seat]]
        there = [seat for seat in SEATS if seat not in self.page.vacant]
        return Roster(
            OFFICE,
            self.page.now.date(),
            tuple(
                Holder(100 * self.page.holders[seat] + seat, seat, self.called(seat), date(2024, 1, 9))
                for seat in there
            ),
            tuple(Binding(seat, Standing.MEMBER, self.called(seat), seat) for seat in there),
            tuple(Absence(number, seat, day, day) for number, (seat, day) in enumerate(absences)),
        )

    def actor(self, person: int | str) -> Actor:
        if person == "гость":
            return Actor(99, Standing.GUEST)
        if person == "чужой" or person in self.page.vacant:
            return Actor(98, Standing.STRANGER)
        assert isinstance(person, int)
        return Actor(person, Standing.MEMBER, self.called(person), person)

    def called(self, seat: int) -> str:
        """The name of whoever holds the seat now."""
        return holder_name(self.page.person(seat))

    def chairing(self, person: int | str) -> Duties:
        return self.meeting.require_chair(self.roster(), self.actor(person))

    def seat(self, person: int | str) -> int:
        return member_seat(self.actor(person))

    def attempt(self, why: set[str], act: Callable[[], Act | list[Act]]) -> bool:
        """It is refused exactly when the rules forbid it, for a reason that they give."""
        self.page.now += timedelta(microseconds=1)  # no two acts at the same moment
        try:
            done = act()
        except Refusal as refusal:
            assert refusal.key in why, (refusal.key, why)
            return False
        assert not why, (done, why)
        self.acts += done if isinstance(done, list) else [done]
        return True

    def chaired(self, person: int | str, why: set[str], act: Callable[[Duties], Act | list[Act]]) -> bool:
        """The same of what the chair alone may do."""
        return self.attempt(self.page.why_not_chair(person) | why, lambda: act(self.chairing(person)))

    def followed(self) -> None:
        """What the clock and the handlers do after the composition or the day has changed."""
        self.page.now += timedelta(microseconds=1)
        self.page.follow()
        self.acts += presence.follow(self.meeting, self.roster(), self.page.now)

    # Time and people

    @rule(minutes=st.sampled_from([1, 5, 15, 20, 30]))
    def time_passes(self, minutes: int) -> None:
        self.page.now += timedelta(minutes=minutes)
        self.followed()

    @rule(hours=st.sampled_from([8, 16, 25]))
    def a_night_passes(self, hours: int) -> None:
        if self.page.phase != "созвано" or hours == 8:
            self.page.now += timedelta(hours=hours)
            self.followed()

    @rule(early=st.booleans())
    def the_other_day_comes(self, early: bool) -> None:
        if self.page.phase == "прервано":
            moment = self.page.due - timedelta(minutes=20 if early else 0)
            self.page.now = max(self.page.now, moment)
            self.followed()

    @rule(seat=st.sampled_from([1, 1, 2, 2, 3]), tomorrow=st.booleans())
    def is_away(self, seat: int, tomorrow: bool) -> None:
        self.page.away[seat].add(self.page.now.date() + timedelta(days=tomorrow))
        self.followed()

    @rule(seat=st.sampled_from([1, 1, 2, 2, 3]))
    def is_back(self, seat: int) -> None:
        self.page.away[seat].clear()
        self.followed()

    @rule(seat=st.one_of(st.sampled_from([1, 2, SECRETARY]), seats), gone=st.booleans())
    def holder_changes(self, seat: int, gone: bool) -> None:
        if self.page.now.minute % 3 == 0:  # rare, or nobody would stay
            self.is_replaced(seat, gone)

    def is_replaced(self, seat: int, gone: bool) -> None:
        """The holder's term ends; another one's begins, or the seat is vacant."""
        self.page.now += timedelta(microseconds=1)  # nor at the moment of the opening, where nobody leaves
        self.page.holders[seat] += 1
        if self.page.phase in AHEAD:
            self.page.goes(seat)
        if self.page.phase in ("созвано", "прервано"):
            self.page.answers.pop(seat, None)
        presence.answers_end(self.meeting, seat)
        if gone:
            self.page.vacant.add(seat)
        else:
            self.page.vacant.discard(seat)
        self.followed()

    @rule(person=who, back=st.booleans())
    def hands_over(self, person: int | str, back: bool) -> None:
        rules, now = self.page, self.page.now
        why = rules.why_not_in(*AHEAD)
        if person != 1 or 1 in rules.vacant:
            why.add("only-head-hands-over")
        if back:
            why |= set() if rules.handed else {"not-handed-over"}
            why |= {"head-is-away"} if not rules.there(1) and rules.there(2) else set()
            why |= {"nobody-heads"} if not rules.there(1) and not rules.there(2) else set()
            if rules.phase == "идёт":
                why |= {"vote-goes-on"} if rules.voting is not None else set()
                why |= set() if 1 in rules.here else {"chair-not-present", "chair-not-chosen"}
            act = self.meeting.take_back
        else:
            why |= {"handed-over-already"} if rules.handed else set()
            why |= {"nobody-to-hand-over-to", "nobody-heads"} if not rules.there(2) else set()
            why |= {"head-is-away"} if not rules.there(1) else set()
            why |= {"acting-not-present"} if rules.phase == "идёт" and 2 not in rules.here else set()
            act = self.meeting.hand_over
        if self.attempt(why, lambda: act(self.roster(), self.actor(person), now)):
            rules.handed = not back
            rules.chosen |= set() if back else {2}
            if rules.phase == "идёт":
                rules.leads(1 if back else 2)
            rules.follow()

    # Coming and going

    @rule(person=who)
    def comes(self, person: int | str) -> None:
        self._come(person, person, self.page.why_not_member(person), "not-chosen", "already-present")

    @rule(person=who, seat=seats)
    def is_marked(self, person: int | str, seat: int) -> None:
        why = self.page.why_not_chair(person)
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
        rules, now = self.page, self.page.now
        why = why | rules.why_not_in(*AHEAD)
        why |= {"too-early-to-check-in"} if now < rules.due - timedelta(minutes=30) else set()
        why |= set() if seat in rules.chosen else {absent}
        why |= {twice} if seat in rules.here else set()
        why |= {"seat-is-vacant"} if seat in rules.vacant else set()
        why |= (
            {"absent-not-present"}
            if rules.now.date() in rules.away.get(seat if isinstance(seat, int) else 0, ())
            else set()
        )
        why |= {"meeting-day-is-over"} if rules.lapsed() else set()

        def act() -> list[Act]:
            if marked:
                self.chairing(person)
            comes = seat if marked else self.seat(person)
            assert isinstance(comes, int)
            return presence.come(self.meeting, self.roster(), comes, now, marked=marked)

        if self.attempt(why, act):
            assert isinstance(seat, int)
            rules.comes(seat)
            rules.follow()

    @rule(person=who)
    def goes(self, person: int | str) -> None:
        self._go(person, person, self.page.why_not_member(person), "not-present-to-leave")

    @rule(person=who, seat=seats)
    def is_marked_gone(self, person: int | str, seat: int) -> None:
        self._go(person, seat, self.page.why_not_chair(person), "seat-not-present", marked=True)

    def _go(
        self, person: int | str, seat: int | str, why: set[str], absent: str, *, marked: bool = False
    ) -> None:
        rules, now = self.page, self.page.now
        why = why | rules.why_not_in(*AHEAD) | (set() if seat in rules.here else {absent})

        def act() -> list[Act]:
            if marked:
                self.chairing(person)
            goes = seat if marked else self.seat(person)
            assert isinstance(goes, int)
            return presence.leave(self.meeting, self.roster(), goes, now, marked=marked)

        if self.attempt(why, act):
            assert isinstance(seat, int)
            rules.goes(seat)
            rules.follow()

    @rule()
    def many_come(self) -> None:
        for seat in sorted(self.page.chosen - self.page.here):
            self.comes(seat)

    @rule(person=who, seat=seats)
    def is_added(self, person: int | str, seat: int) -> None:
        rules = self.page
        why = rules.why_not_chair(person) | rules.why_not_in(*AHEAD)
        why |= {"already-participant"} if seat in rules.chosen else set()

        def act() -> Act:
            self.chairing(person)
            return self.meeting.add_participant(seat)

        if self.attempt(why, act):
            rules.chosen.add(seat)
