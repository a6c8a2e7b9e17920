"""A whole office driven at random against a reading of the rules (sections 2–5) that shares no code with it.

`OFFICE_EXAMPLES` asks for more games than the default; each is up to eighty steps.
"""

from __future__ import annotations

import os
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from domain.meetings import convening
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Motion, Point
from domain.people.roster import Duties
from tests.domain.office_model.chair import items, words
from tests.domain.office_model.convened import ANSWERS
from tests.domain.office_model.papers import OfficePapers
from tests.domain.office_model.people import SPEAKER, seats
from tests.domain.office_model.rules import APPOINTED, SEATS, Rules
from tests.rebuilding import agrees, rebuild


class Office(OfficePapers):
    """Random people do random things at random times; the rules agree with whatever becomes of it."""

    @initialize(left_out=st.sets(seats, max_size=2), under_way=st.sampled_from([True, True, False]))
    def begin(self, left_out: set[int], under_way: bool) -> None:
        self.page = Rules(set(SEATS) - left_out | {1})  # whoever convenes takes part
        self.acts = []
        self.meeting = Meeting(
            id=1,
            established=9,
            starts_at=APPOINTED,
            participants=sorted(set(SEATS) - left_out),
            agenda=Agenda(
                [
                    AgendaItem(number, f"Вопрос {number}", SPEAKER, draft_decision=draft)
                    for number, draft in self.page.drafts.items()
                ]
            ),
        )
        self.acts.append(convening.convene(self.meeting, Duties(1, acting=False), 1, self.page.now))
        if under_way:
            self.page.now = APPOINTED
            self.it_is_opened()

    # What a meeting is mostly made of: the chair does what the chair may

    @property
    def leader(self) -> int:
        return self.page.chair() or 1

    @rule()
    def it_is_opened(self) -> None:
        if self.page.phase == "созвано":
            self.many_come()
            self.opens(self.leader)

    @rule(decline=st.sets(seats, max_size=4), seat=seats)
    def it_is_opened_early(self, decline: set[int], seat: int) -> None:
        if self.page.phase != "созвано":
            return
        for one in sorted(self.page.chosen):
            self.answers(one, "не смогу" if one in decline - {1, 2} else "буду")
        self.is_replaced(seat, False)
        self.page.now = max(self.page.now, self.page.due - timedelta(minutes=20))
        self.followed()
        for one in sorted(self.page.chosen - decline | {1, 2}):
            self.comes(one)
        self.opens(self.leader)

    @rule(seat=seats)
    def a_newcomer_comes(self, seat: int) -> None:
        if self.page.phase == "идёт":
            self.is_replaced(seat, False)
            self.comes(seat)

    @rule(word=words, other=words, leaves=seats, by_points=st.booleans())
    def it_is_held_to_the_end(self, word: str, other: str, leaves: int, by_points: bool) -> None:
        if self.page.phase not in ("созвано", "идёт"):
            return
        self.names_a_guest(self.leader)
        self.it_is_opened()
        self.marks_a_guest(self.leader, 1)
        if by_points:
            self.points_are_voted_one_by_one(1, 2, word, other)
        for item in self.page.agenda:
            self.puts_to_the_vote(self.leader, item, False)
            self.everyone_votes(word, other)
            self.closes_the_vote(self.leader, item)
            if by_points:
                self.goes(leaves)
            else:
                self.a_newcomer_comes(leaves)
            self.time_passes(1)
        self.closes(self.leader, 0)

    @rule(item=items, word=words, other=words, leaves=st.sets(seats, max_size=5))
    def a_vote_is_held(self, item: int, word: str, other: str, leaves: set[int]) -> None:
        if self.page.phase != "идёт":
            return
        self.puts_to_the_vote(self.leader, item, False)
        self.everyone_votes(word, other)
        for seat in sorted(leaves - {1, 2}):
            self.goes(seat)
        self.closes_the_vote(self.leader, item)

    @rule(item=items, seat=seats, word=words)
    def a_vote_is_begun(self, item: int, seat: int, word: str) -> None:
        if self.page.phase == "идёт":
            self.puts_to_the_vote(self.leader, item, False)
            self.votes_aloud(self.leader, seat, item, word)

    @rule(word=words, seat=seats)
    def the_vote_goes_on(self, word: str, seat: int) -> None:
        if self.page.voting is not None:
            self.votes_aloud(self.leader, seat, self.page.voting, word)
            self.closes_the_vote(self.leader, self.page.voting)

    @rule(item=items, draft=st.sampled_from(["Усилить", "Ослабить"]), rest=st.booleans())
    def the_chair_leads(self, item: int, draft: str, rest: bool) -> None:
        if self.page.phase == "идёт":
            self.resumes(self.leader)
            self.hears(self.leader, item)
            self.amends(self.leader, item, draft)
            if rest:
                self.rests(self.leader, 5)

    @rule(item=items, acting=st.booleans(), word=words)
    def a_vote_is_tied(self, item: int, acting: bool, word: str) -> None:
        if self.page.phase != "идёт":
            return
        self.many_come()
        if acting:
            self.hands_over(1, False)
        self.resumes(self.leader)
        self.puts_to_the_vote(self.leader, item, False)
        others = sorted(self.page.here - {self.leader})
        self.votes(self.leader, item, word)
        for seat, said in zip(others, ("за", "против", "за", "против", "за", "против"), strict=False):
            self.votes(seat, item, said)
        if word in ("за", "против") and len(others) > 6:
            self.votes(others[6], item, "против" if word == "за" else "за")
        self.closes_the_vote(self.leader, item)
        self.hands_over(1, True)

    @rule(leaves=st.sets(seats, max_size=6))
    def a_break_empties_the_room(self, leaves: set[int]) -> None:
        if self.page.phase == "идёт":
            self.rests(self.leader, 5)
            for seat in sorted(leaves - {1, 2}):
                self.goes(seat)
            self.time_passes(5)
            self.resumes(self.leader)

    @rule(item=items, count=st.sampled_from([2, 3]), word=words, other=words)
    def points_are_voted_one_by_one(self, item: int, count: int, word: str, other: str) -> None:
        if self.page.phase == "идёт":
            self.sets_points(self.leader, item, count)
            for said in (word, other):
                self.puts_to_the_vote(self.leader, item, True)
                self.everyone_votes(said, said)
                self.closes_the_vote(self.leader, item)

    @rule(item=items, replaced=st.booleans(), late=st.booleans(), ends=st.booleans())
    def somebody_reports(self, item: int, replaced: bool, late: bool, ends: bool) -> None:
        if self.page.phase != "идёт":
            return
        self.comes(SPEAKER)
        if replaced:
            self.is_replaced(SPEAKER, False)
        elif late:
            self.goes(SPEAKER)
        self.resumes(self.leader)
        if not late:
            self.comes(SPEAKER)
        self.hears(self.leader, item)
        self.comes(SPEAKER)
        if ends:
            self.closes(self.leader, 0)

    @rule(item=items, word=words, ends=st.booleans())
    def who_executes_is_replaced(self, item: int, word: str, ends: bool) -> None:
        if self.page.phase != "идёт":
            return
        self.names_who_executes(self.leader, item, 3)
        self.is_replaced(3, False)
        self.puts_to_the_vote(self.leader, item, False)
        self.everyone_votes("за", word)
        self.closes_the_vote(self.leader, item)
        if ends:
            self.is_replaced(3, False)
            self.closes(self.leader, 0)

    @rule(hours=st.sampled_from([24, 48]), stays_away=st.sets(seats, max_size=4))
    def it_goes_on_another_day(self, hours: int, stays_away: set[int]) -> None:
        if self.page.phase == "идёт":
            self.interrupts(self.leader, hours)
        if self.page.phase == "прервано":
            self.the_other_day_comes(False)
            for seat in sorted(self.page.chosen - stays_away | {1, 2}):
                self.comes(seat)
            self.takes_it_up_again(self.leader)

    @rule(item=st.sampled_from([0, 1, 2]), seat=seats)
    def it_is_closed(self, item: int, seat: int) -> None:
        if self.page.phase == "идёт" and "принято" in self.page.agenda.values():
            self.closes(self.leader, 0)
        self.opines(seat, item)

    # What must hold after every step

    @invariant()
    def agree(self) -> None:
        if not hasattr(self, "meeting"):
            return
        rules, meeting = self.page, self.meeting
        chair = meeting.chair(self.roster())
        assert chair == (Duties(rules.chair() or 0, acting=rules.chair() == 2) if rules.chair() else None)
        assert set(meeting.present()) == rules.here
        assert {seat: answer.value for seat, answer in meeting.answers.items()} == {
            seat: ANSWERS[word].value for seat, word in rules.answers.items()
        }
        phases = {
            "созвано": MeetingState.CONVENED,
            "идёт": MeetingState.OPEN,
            "прервано": MeetingState.ADJOURNED,
            "закрыто": MeetingState.CLOSED,
            "не состоялось": MeetingState.NOT_HELD,
        }
        assert meeting.state is phases[rules.phase]
        voting, heard = meeting.voting_item(), meeting.agenda.heard()
        assert (voting.number if voting else None) == rules.voting
        assert (heard.number if heard else None) == rules.heard
        assert (meeting.on_break() is not None) == rules.resting
        assert [one.duties.seat for one in meeting.chairing.chairs] == [seat for seat, _ in rules.chaired]
        assert {item.number: _state(item) for item in meeting.agenda} == rules.agenda
        assert {item.number: item.draft_decision for item in meeting.agenda} == rules.drafts
        assert {item.number for item in meeting.agenda if item.reopened} == rules.again
        for item in meeting.agenda:
            now = item.draft_decision, rules.executors[item.number], rules.standing(item.number)
            words, seat, places = rules.stands.get(item.number, now)
            points = tuple(Point(f"Пункт {place}") for place in places)
            assert item.standing == Motion(words, executor_seats=(seat,) if seat else (), points=points)

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
