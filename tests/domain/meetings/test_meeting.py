"""A meeting against an independent small model of the decree, driven at random; and its refusals by name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.profiles import load_profile
from domain.meetings import convening, votes
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, MeetingState
from domain.meetings.voting import Choice, Ground, Outcome
from domain.office.refusal import Refusal
from domain.people.roster import Duties
from domain.protocols.dispatch import concerned_items

PROFILE = load_profile()
START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
HEAD, ACTING = Duties(1, acting=False), Duties(2, acting=True)
SEATS = range(1, 10)


def convened(*, participants: range | list[int] = SEATS, items: int = 3) -> Meeting:
    """A convened meeting of so many questions."""
    meeting = Meeting(
        id=1,
        established=9,
        starts_at=START,
        participants=list(participants),
        agenda=Agenda(
            [
                AgendaItem(number, f"Вопрос {number}", draft_decision=f"Решение {number}")
                for number in range(1, items + 1)
            ]
        ),
    )
    convening.convene(meeting, HEAD, 1, START - timedelta(days=1))
    return meeting


def opened(*seats: int) -> Meeting:
    """A meeting opened with these seats present."""
    meeting = convened()
    for seat in seats:
        meeting.check_in(seat, START, PROFILE)
    meeting.open(HEAD, START, PROFILE)
    return meeting


def refused(key: str) -> pytest.RaisesExc[Refusal]:
    """Expect the refusal with this key."""
    return pytest.raises(Refusal, match=f"^{key}$")


class TestRefusals:
    def test_four_of_nine_are_no_quorum_and_the_refusal_says_how_many_are_missing(self) -> None:
        meeting = convened()
        for seat in (1, 2, 3, 4):
            meeting.check_in(seat, START, PROFILE)
        with pytest.raises(Refusal) as caught:
            meeting.open(HEAD, START, PROFILE)
        assert caught.value.arguments == {"present": 4, "established": 9, "needed": 5, "missing": 1}
        assert meeting.state is MeetingState.CONVENED

    def test_check_in_opens_half_an_hour_before(self) -> None:
        meeting = convened()
        with refused("too-early-to-check-in"):
            meeting.check_in(1, START - timedelta(minutes=30, seconds=1), PROFILE)
        meeting.check_in(1, START - timedelta(minutes=30), PROFILE)

    def test_a_member_not_chosen_checks_in_only_after_the_chair_adds_them(self) -> None:
        meeting = convened(participants=[1, 2, 3, 4, 5])
        with refused("not-chosen"):
            meeting.check_in(9, START, PROFILE)
        meeting.add_participant(9)
        meeting.check_in(9, START, PROFILE)
        assert meeting.is_present(9)

    def test_the_chair_must_be_present_to_open(self) -> None:
        meeting = convened()
        for seat in (2, 3, 4, 5, 6):
            meeting.check_in(seat, START, PROFILE)
        with refused("chair-not-present"):
            meeting.open(HEAD, START, PROFILE)

    def test_a_vote_needs_presence_and_an_open_voting(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        with refused("vote-not-open"):
            votes.cast(meeting, 1, 1, Choice.FOR, START)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        with refused("not-present"):
            votes.cast(meeting, 1, 6, Choice.FOR, START)
        votes.cast(meeting, 1, 1, Choice.FOR, START)
        with refused("same-vote"):
            votes.cast(meeting, 1, 1, Choice.FOR, START)
        votes.close_vote(meeting, 1, HEAD, START, PROFILE)
        with refused("vote-closed"):
            votes.cast(meeting, 1, 1, Choice.AGAINST, START)
        with refused("item-decided"):
            votes.open_vote(meeting, 1, HEAD, START, PROFILE)

    def test_one_voting_at_a_time_and_none_left_open_at_the_closing(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        with refused("vote-goes-on"):
            votes.open_vote(meeting, 2, HEAD, START, PROFILE)
        with refused("vote-goes-on"):
            meeting.close(HEAD, START)

    def test_a_meeting_without_date_agenda_or_participants_is_not_convened(self) -> None:
        draft = Meeting(id=1, established=9)
        with refused("no-date"):
            convening.convene(draft, HEAD, 1, START)
        draft.starts_at = START
        with refused("date-is-past"):
            convening.convene(draft, HEAD, 1, START)
        with refused("no-agenda"):
            convening.convene(draft, HEAD, 1, START - timedelta(days=1))
        draft.agenda = Agenda([AgendaItem(1, "Вопрос", draft_decision="Решить")])
        with refused("no-participants"):
            convening.convene(draft, HEAD, 1, START - timedelta(days=1))


class TestVoting:
    def test_quorum_lost_during_a_vote_makes_it_void_and_it_can_be_held_again(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        for seat in (1, 2, 3, 4):
            votes.cast(meeting, 1, seat, Choice.FOR, START)
        meeting.check_out(5, START)
        votes.close_vote(meeting, 1, HEAD, START, PROFILE)
        result = meeting.item(1).result
        assert result is not None and result.outcome is Outcome.VOID and result.ground is Ground.NO_QUORUM
        assert not meeting.item(1).decided
        with refused("no-quorum"):
            votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        meeting.check_in(6, START, PROFILE)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        assert len(meeting.item(1).votes) == 2

    def test_who_leaves_takes_the_vote_back_and_who_comes_may_vote(self) -> None:
        meeting = opened(1, 2, 3, 4, 5, 6)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        votes.cast(meeting, 1, 6, Choice.FOR, START)
        act = meeting.check_out(6, START)
        assert act.data["vote_taken_back"] is True
        meeting.check_in(7, START, PROFILE)
        votes.cast(meeting, 1, 7, Choice.AGAINST, START)
        votes.close_vote(meeting, 1, HEAD, START, PROFILE)
        result = meeting.item(1).result
        assert result is not None
        assert (result.tally.votes_for, result.tally.votes_against, result.tally.present) == (0, 1, 6)

    def test_the_casting_vote_is_of_whoever_chairs_at_the_closing(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        for seat, choice in {1: Choice.AGAINST, 2: Choice.FOR, 3: Choice.FOR, 4: Choice.AGAINST}.items():
            votes.cast(meeting, 1, seat, choice, START)
        votes.close_vote(meeting, 1, ACTING, START, PROFILE)
        result = meeting.item(1).result
        assert result is not None and result.ground is Ground.CASTING_FOR


def test_before_its_time_a_meeting_opens_when_all_who_have_not_declined_are_there() -> None:
    meeting, early = convened(participants=[1, 2, 3, 4, 5, 6, 7]), START - timedelta(minutes=20)
    convening.answer(meeting, 7, Answer.NOT_COMING)
    convening.answer(meeting, 6, Answer.COMING)
    for seat in (1, 2, 3, 4, 5):
        meeting.check_in(seat, early, PROFILE)
    with refused("others-are-coming"):
        meeting.open(HEAD, early, PROFILE)
    meeting.check_in(6, early, PROFILE)
    meeting.open(HEAD, early, PROFILE)
    assert meeting.state is MeetingState.OPEN


def test_an_extract_goes_to_the_executors_of_adopted_decisions_alone() -> None:
    meeting = opened(1, 2, 3, 4, 5)
    first, second, third = (unit.key for unit in PROFILE.units[:3])
    meeting.agenda[0].speaker_seat = 4
    for item, units in zip(meeting.agenda, ([first], [second, first], [third]), strict=True):
        item.executor_units = units
    for number, choice in ((1, Choice.FOR), (2, Choice.AGAINST)):
        votes.open_vote(meeting, number, HEAD, START, PROFILE)
        for seat in meeting.present():
            votes.cast(meeting, number, seat, choice, START)
        votes.close_vote(meeting, number, HEAD, START, PROFILE)
    assert concerned_items(meeting, PROFILE) == {first: (1,)}


class MeetingMachine(RuleBasedStateMachine):
    """Random people do random permitted and forbidden things; a model that knows only the rules agrees."""

    @initialize()
    def begin(self) -> None:
        self.meeting = convened()
        self.now = START
        self.open = False
        self.here: set[int] = set()
        self.voting: int | None = None
        self.ballots: dict[int, Choice] = {}
        self.results: dict[int, str] = {}

    def enough(self) -> bool:
        return 2 * len(self.here) >= 9

    def attempt(self, allowed: bool, act: object) -> bool:
        """Do it; it must be refused exactly when the model forbids it."""
        try:
            act()  # type: ignore[operator]
        except Refusal:
            assert not allowed
            return False
        assert allowed
        return True

    @rule(seat=st.sampled_from(SEATS))
    def come(self, seat: int) -> None:
        if self.attempt(seat not in self.here, lambda: self.meeting.check_in(seat, self.now, PROFILE)):
            self.here.add(seat)

    @rule(seat=st.sampled_from(SEATS))
    def leave(self, seat: int) -> None:
        if self.attempt(seat in self.here, lambda: self.meeting.check_out(seat, self.now)):
            self.here.discard(seat)
            self.ballots.pop(seat, None)

    @rule()
    def open_it(self) -> None:
        allowed = not self.open and 1 in self.here and self.enough()
        if self.attempt(allowed, lambda: self.meeting.open(HEAD, self.now, PROFILE)):
            self.open = True

    @rule(item=st.sampled_from([1, 2, 3]))
    def put(self, item: int) -> None:
        undecided = self.results.get(item) in (None, "void")
        allowed = self.open and self.voting is None and undecided and 1 in self.here and self.enough()
        if self.attempt(allowed, lambda: votes.open_vote(self.meeting, item, HEAD, self.now, PROFILE)):
            self.voting, self.ballots = item, {}

    @rule(item=st.sampled_from([1, 2, 3]), seat=st.sampled_from(SEATS), choice=st.sampled_from(Choice))
    def vote(self, item: int, seat: int, choice: Choice) -> None:
        allowed = self.voting == item and seat in self.here and self.ballots.get(seat) is not choice
        if self.attempt(allowed, lambda: votes.cast(self.meeting, item, seat, choice, self.now)):
            self.ballots[seat] = choice

    @rule(item=st.sampled_from([1, 2, 3]))
    def finish(self, item: int) -> None:
        allowed = self.voting == item and 1 in self.here
        if self.attempt(allowed, lambda: votes.close_vote(self.meeting, item, HEAD, self.now, PROFILE)):
            self.results[item] = self.expected()
            self.voting = None

    def expected(self) -> str:
        if not self.enough():
            return "void"
        votes = list(self.ballots.values())
        ayes, noes = votes.count(Choice.FOR), votes.count(Choice.AGAINST)
        tie = ayes == noes and ayes > 0
        return (
            "adopted"
            if 2 * ayes > len(self.here) or (tie and self.ballots.get(1) is Choice.FOR)
            else "not_adopted"
        )

    @invariant()
    def agree(self) -> None:
        if not hasattr(self, "meeting"):
            return
        assert set(self.meeting.present()) == self.here
        assert (self.meeting.state is MeetingState.OPEN) == self.open
        for item in self.meeting.agenda:
            shown = item.result.outcome.value if item.result else None
            assert shown == self.results.get(item.number)


TestMeetingMachine = MeetingMachine.TestCase
TestMeetingMachine.settings = settings(max_examples=120, stateful_step_count=60, deadline=None)
