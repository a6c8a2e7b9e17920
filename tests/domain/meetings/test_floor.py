"""The chair and the floor: hand-over, marks, breaks, what happens to questions while a meeting goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.meetings import convening, floor, presence, votes
from domain.meetings.agenda import Agenda, AgendaItem, Removal
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice
from domain.office.refusal import Refusal
from domain.people.roster import Absence, Actor, Duties, Holder, Roster, Standing
from domain.protocols.dispatch import concerned_items
from tests.domain.meetings.test_meeting import ACTING, HEAD, PROFILE, START, convened, opened, refused

Acts = tuple[Callable[[], object], ...]
LATER = START + timedelta(minutes=20)


def roster(*absent: int, vacant: int | None = None) -> Roster:
    """The composition on the meeting's day."""
    day = START.date()
    return Roster(
        profile=PROFILE,
        day=day,
        holders=tuple(Holder(n, n, f"Имя {n}", date(2024, 1, 9)) for n in range(1, 10) if n != vacant),
        bindings=(),
        absences=tuple(Absence(n, n, day, day) for n in absent),
    )


def actor(seat: int) -> Actor:
    """The holder of a seat."""
    return Actor(1000 + seat, Standing.MEMBER, f"Имя {seat}", seat)


class TestChair:
    def test_the_head_hands_one_meeting_over_and_takes_it_back_before_the_opening(self) -> None:
        meeting, other = convened(), convened()
        meeting.hand_over(roster(), actor(1), START)
        assert meeting.chair(roster()) == ACTING and other.chair(roster()) == HEAD
        with refused("head-handed-over"):
            meeting.require_chair(roster(), actor(1))
        assert meeting.require_chair(roster(), actor(2)) == ACTING
        meeting.take_back(roster(), actor(1), START)
        assert meeting.require_chair(roster(), actor(1)) == HEAD

    def test_the_head_takes_an_open_meeting_back_between_votes(self) -> None:
        meeting = convened()
        meeting.hand_over(roster(), actor(1), START)
        for seat in (1, 2, 3, 4, 5):
            presence.come(meeting, roster(), seat, START)
        meeting.open(ACTING, START, PROFILE)
        votes.open_vote(meeting, 1, ACTING, START, PROFILE)
        with refused("vote-goes-on"):
            meeting.take_back(roster(), actor(1), LATER)
        votes.close_vote(meeting, 1, ACTING, START, PROFILE)
        presence.leave(meeting, roster(), 1, START)
        with refused("chair-not-present"):
            meeting.take_back(roster(), actor(1), LATER)
        presence.come(meeting, roster(), 1, LATER)
        meeting.take_back(roster(), actor(1), LATER)
        assert [(one.duties, one.since) for one in meeting.chairing.chairs] == [
            (ACTING, START),
            (HEAD, LATER),
        ]

    def test_a_chair_who_leaves_is_followed_by_the_acting_seat_and_returns_by_a_tap(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        presence.leave(meeting, roster(), 1, START)
        assert meeting.chair(roster()) == ACTING and meeting.on_break() is None
        presence.come(meeting, roster(), 1, LATER)
        assert meeting.chair(roster()) == ACTING
        meeting.take_back(roster(), actor(1), LATER)
        assert meeting.chair(roster()) == HEAD

    def test_without_either_the_meeting_stands_in_a_break_until_one_is_back(self) -> None:
        meeting = opened(1, 3, 4, 5, 6)
        left = presence.leave(meeting, roster(), 1, START)
        assert [act.kind for act in left] == ["meeting-checked-out", "meeting-left-without-chair"]
        pause = meeting.on_break()
        assert pause is not None and pause.until is None and presence.without_chair(meeting, roster())
        back = presence.come(meeting, roster(), 2, LATER)
        assert [act.kind for act in back][1:] == ["meeting-chair-changed", "meeting-chair-is-back"]
        assert meeting.on_break() is None and pause.ended_at == LATER
        assert meeting.chair(roster()) == ACTING

    def test_the_absent_do_not_sit_in_the_room(self) -> None:
        meeting = convened()
        with refused("absent-not-present"):
            presence.come(meeting, roster(1), 1, START)
        meeting = opened(1, 2, 3, 4, 5)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        votes.cast(meeting, 1, 1, Choice.AGAINST, START)
        presence.follow(meeting, roster(1), LATER)
        vote = meeting.item(1).open_vote
        assert vote is not None and vote.ballots == {} and meeting.present() == [2, 3, 4, 5]
        assert meeting.chair(roster(1)) == ACTING

    def test_acts_are_a_persons(self) -> None:
        meeting = convened()
        for seat in (1, 2, 3, 4, 5):
            presence.come(meeting, roster(), seat, START)
        meeting.open(HEAD, START, PROFILE)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        votes.cast(meeting, 1, 3, Choice.FOR, START)
        before = roster()
        after = replace(
            before, holders=tuple(replace(one, id=33) if one.seat == 3 else one for one in before.holders)
        )
        presence.follow(meeting, after, LATER)
        assert 3 not in meeting.present()
        with refused("not-present"):
            votes.cast(meeting, 1, 3, Choice.AGAINST, LATER)
        votes.close_vote(meeting, 1, HEAD, LATER, PROFILE)
        meeting.close(HEAD, LATER)
        assert meeting.took_part(3, 3) and not meeting.took_part(3, 33)

    def test_who_may_not_hand_over(self) -> None:
        meeting = convened()
        with refused("only-head-hands-over"):
            meeting.hand_over(roster(), actor(3), START)
        with refused("not-handed-over"):
            meeting.take_back(roster(), actor(1), START)
        with refused("nobody-to-hand-over-to"):
            meeting.hand_over(roster(2), actor(1), START)
        with refused("nobody-to-hand-over-to"):
            meeting.hand_over(roster(vacant=2), actor(1), START)
        with refused("head-is-away"):
            meeting.hand_over(roster(1), actor(1), START)
        meeting.hand_over(roster(), actor(1), START)
        with refused("handed-over-already"):
            meeting.hand_over(roster(), actor(1), START)

    def test_handed_over_and_the_acting_seat_away_leaves_nobody(self) -> None:
        meeting = convened()
        meeting.hand_over(roster(), actor(1), START)
        assert meeting.chair(roster(2)) is None
        with refused("nobody-heads"):
            meeting.require_chair(roster(2), actor(2))

    def test_a_chair_no_more_is_told_who_chairs(self) -> None:
        agenda = Agenda([AgendaItem(1, "Вопрос", draft_decision="Решить")])
        meeting = Meeting(id=1, established=9, starts_at=START, participants=[1, 2], agenda=agenda)
        convening.convene(meeting, ACTING, 1, START - timedelta(days=1))
        with pytest.raises(Refusal) as caught:
            meeting.require_chair(roster(), actor(2))
        assert (caught.value.key, caught.value.arguments) == ("chairs-no-more", {"seat": 1})

    def test_a_change_of_chair_is_recorded_with_its_time_and_once(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        assert meeting.follow_chair(roster(), LATER) is None
        act = meeting.follow_chair(roster(1), LATER)
        assert act is not None and act.data == {"chair": 2, "acting": True, "at": LATER.isoformat()}
        assert meeting.follow_chair(roster(1), LATER) is None
        assert [one.duties for one in meeting.chairing.chairs] == [HEAD, ACTING]
        meeting.hand_over(roster(), actor(1), LATER)
        assert [one.duties for one in meeting.chairing.chairs] == [HEAD, ACTING]


class TestMarks:
    def test_the_chair_marks_who_has_no_phone_and_votes_for_them_aloud(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        meeting.check_in(6, LATER, PROFILE, marked=True)
        assert meeting.attendance.stays[6][-1].marked and not meeting.attendance.stays[5][-1].marked
        votes.open_vote(meeting, 1, HEAD, LATER, PROFILE)
        votes.cast_aloud(meeting, 1, 6, Choice.FOR, HEAD, LATER)
        vote = meeting.item(1).open_vote
        assert vote is not None and vote.ballots[6].aloud
        with refused("same-vote"):
            votes.cast_aloud(meeting, 1, 6, Choice.FOR, HEAD, LATER)
        act = votes.cast(meeting, 1, 6, Choice.FOR, LATER)
        assert not vote.ballots[6].aloud and act.data["before"] == "for"
        with refused("same-vote"):
            votes.cast_aloud(meeting, 1, 6, Choice.FOR, HEAD, LATER)

    def test_only_for_a_member_marked_present_and_only_while_a_vote_goes_on(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        with refused("vote-not-open"):
            votes.cast_aloud(meeting, 1, 6, Choice.FOR, HEAD, LATER)
        votes.open_vote(meeting, 1, HEAD, LATER, PROFILE)
        with refused("seat-not-present"):
            votes.cast_aloud(meeting, 1, 6, Choice.FOR, HEAD, LATER)
        meeting.check_out(1, LATER)
        with refused("chair-not-present"):
            votes.cast_aloud(meeting, 1, 5, Choice.FOR, HEAD, LATER)

    def test_marks_speak_of_the_seat(self) -> None:
        meeting = convened(participants=[1, 2, 3, 4, 5])
        with refused("seat-not-chosen"):
            meeting.check_in(9, START, PROFILE, marked=True)
        meeting.check_in(3, START, PROFILE)
        with refused("seat-already-present"):
            meeting.check_in(3, START, PROFILE, marked=True)
        meeting.check_out(3, START, marked=True)
        with refused("seat-not-present"):
            meeting.check_out(3, START, marked=True)

    def test_the_form_of_each_is_kept_in_a_mixed_meeting_alone(self) -> None:
        from domain.meetings.preparation import Form

        for form, asked, kept in (
            (Form.MIXED, True, True),
            (Form.MIXED, False, False),
            (Form.IN_PERSON, True, False),
            (Form.VIDEO, False, True),
        ):
            meeting = convened()
            meeting.form = form
            meeting.check_in(1, START, PROFILE, remote=asked)
            assert meeting.attendance.stays[1][-1].remote is kept


class TestFloor:
    def test_one_is_heard_at_a_time_and_a_vote_ends_it(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.hear(meeting, 1, HEAD, START)
        with refused("heard-already"):
            floor.hear(meeting, 1, HEAD, START)
        floor.hear(meeting, 2, HEAD, LATER)
        assert meeting.item(1).heard_for == timedelta(minutes=20)
        assert meeting.agenda.heard() is meeting.item(2)
        votes.open_vote(meeting, 1, HEAD, LATER, PROFILE)
        assert meeting.agenda.heard() is None
        with refused("vote-goes-on"):
            floor.hear(meeting, 3, HEAD, LATER)

    def test_an_amendment_keeps_the_former_wording_with_time_and_hand(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        meeting.item(1).draft_decision = "Усилить контроль"
        floor.amend(meeting, 1, "Усилить контроль до 1 декабря", HEAD, LATER)
        kept = meeting.item(1).amendments[0]
        assert (kept.former, kept.at, kept.by) == ("Усилить контроль", LATER, HEAD)
        assert meeting.item(1).draft_decision == "Усилить контроль до 1 декабря"
        with refused("same-wording"):
            floor.amend(meeting, 1, "Усилить контроль до 1 декабря", HEAD, LATER)
        votes.open_vote(meeting, 1, HEAD, LATER, PROFILE)
        with refused("vote-goes-on"):
            floor.amend(meeting, 1, "Иначе", HEAD, LATER)
        votes.close_vote(meeting, 1, HEAD, LATER, PROFILE)
        with refused("item-decided"):
            floor.amend(meeting, 1, "Иначе", HEAD, LATER)

    def test_questions_come_in_and_leave_with_their_time_and_keep_their_numbers(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.bring_in(meeting, AgendaItem(0, "С места"), HEAD, LATER)
        assert (meeting.agenda[-1].number, meeting.agenda[-1].added_at) == (4, LATER)
        floor.take_off(meeting, 1, Removal.DROPPED, HEAD, LATER)
        floor.take_off(meeting, 2, Removal.POSTPONED, HEAD, LATER)
        assert [item.removal for item in meeting.agenda] == [Removal.DROPPED, Removal.POSTPONED, None, None]
        for number, key in ((1, "item-dropped"), (2, "item-postponed")):
            with refused(key):
                votes.open_vote(meeting, number, HEAD, LATER, PROFILE)
            with refused(key):
                floor.take_off(meeting, number, Removal.DROPPED, HEAD, LATER)
            with refused(key):
                floor.hear(meeting, number, HEAD, LATER)
        assert [item.number for item in meeting.agenda if item.pending] == [3, 4]

    def test_an_item_voided_for_want_of_a_quorum_may_still_be_put_off(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        meeting.check_out(5, START)
        votes.close_vote(meeting, 1, HEAD, START, PROFILE)
        floor.take_off(meeting, 1, Removal.POSTPONED, HEAD, START)
        assert meeting.item(1).removal is Removal.POSTPONED

    def test_nothing_is_heard_or_voted_on_a_break_and_a_quorum_is_needed_to_resume(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.hear(meeting, 1, HEAD, START)
        with refused("break-is-past"):
            floor.announce_break(meeting, START, HEAD, START)
        floor.announce_break(meeting, LATER, HEAD, START)
        assert meeting.agenda.heard() is None
        acts: Acts = (
            lambda: votes.open_vote(meeting, 1, HEAD, START, PROFILE),
            lambda: floor.hear(meeting, 1, HEAD, START),
            lambda: floor.announce_break(meeting, LATER, HEAD, START),
        )
        for act in acts:
            with refused("on-break"):
                act()
        meeting.check_out(5, START)
        with refused("no-quorum"):
            floor.resume(meeting, HEAD, LATER, PROFILE)
        meeting.check_in(6, LATER, PROFILE)
        floor.resume(meeting, HEAD, LATER, PROFILE)
        with refused("no-break"):
            floor.resume(meeting, HEAD, LATER, PROFILE)
        votes.open_vote(meeting, 1, HEAD, LATER, PROFILE)
        with refused("vote-goes-on"):
            floor.announce_break(meeting, LATER + timedelta(minutes=5), HEAD, LATER)

    def test_the_closing_ends_what_lasts(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.announce_break(meeting, LATER, HEAD, START)
        meeting.close(HEAD, LATER)
        assert meeting.breaks[0].ended_at == LATER

    def test_the_floor_is_the_chairs_who_must_be_there(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        meeting.check_out(1, START)
        acts: Acts = (
            lambda: floor.hear(meeting, 1, HEAD, START),
            lambda: floor.amend(meeting, 1, "Иначе", HEAD, START),
            lambda: floor.bring_in(meeting, AgendaItem(0, "Ещё"), HEAD, START),
            lambda: floor.take_off(meeting, 1, Removal.DROPPED, HEAD, START),
            lambda: floor.take_off(meeting, 1, Removal.POSTPONED, HEAD, START),
            lambda: floor.announce_break(meeting, LATER, HEAD, START),
        )
        for act in acts:
            with refused("chair-not-present"):
                act()
        assert meeting.agenda[-1].number == 3


def test_an_item_taken_off_concerns_no_unit() -> None:
    meeting = opened(1, 2, 3, 4, 5)
    key = PROFILE.units[0].key
    for item in meeting.agenda:
        item.executor_seats = [1]
    meeting.item(1).executor_units = [key]
    meeting.item(2).executor_units = [PROFILE.units[1].key]
    floor.take_off(meeting, 1, Removal.DROPPED, HEAD, START)
    assert list(concerned_items(meeting, PROFILE)) == [PROFILE.units[1].key]


def test_duties_of_a_seat_are_its_capacity() -> None:
    assert [roster().capacity(seat).value for seat in (1, 2, 8)] == ["head", "block_head", "officer"]
    assert [roster(1).capacity(seat).value for seat in (1, 2)] == ["head", "head"]
    assert Duties(2, acting=True) == roster(1).duties()
