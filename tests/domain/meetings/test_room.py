"""In the room: execution set until voting, guests marked, a question put again: п. 4.5, 4.6."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.storage.meetings.content import read, written
from domain.meetings import convening, floor, guests, presence, votes
from domain.meetings.agenda import AgendaItem, Removal
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer
from domain.meetings.voting import Choice, Outcome, Point
from tests.domain.meetings.test_floor import roster
from tests.domain.meetings.test_meeting import HEAD, PROFILE, START, convened, opened, refused

LATER = START + timedelta(minutes=20)


def decided(meeting: Meeting, *in_favour: int) -> None:
    """The first question is voted on by those in favour, and the vote closed."""
    votes.open_vote(meeting, 1, HEAD, START, PROFILE)
    for seat in in_favour:
        votes.cast(meeting, 1, seat, Choice.FOR, START)
    votes.close_vote(meeting, 1, HEAD, START, PROFILE)


@pytest.mark.parametrize(
    ("former", "words", "whole"),
    [
        ("Обязать подрядчика", "вывезти снег", "Обязать подрядчика вывезти снег"),
        ("Обязать подрядчика,", "а также", "Обязать подрядчика, а также"),
        ("Поручить:", "— вывезти снег", "Поручить:\n— вывезти снег"),
        ("вывезти снег;", "убрать лёд", "вывезти снег;\nубрать лёд"),
        ("Вывезти снег", "Убрать лёд", "Вывезти снег\nУбрать лёд"),
        ("", "убрать лёд", "убрать лёд"),
    ],
)
def test_a_sentence_that_a_message_cut_gets_no_line_end(former: str, words: str, whole: str) -> None:
    item = AgendaItem(1, "Уборка", draft_decision=former)
    item.lengthen(words)
    assert item.draft_decision == whole


class TestExecution:
    def test_it_is_part_of_what_is_voted_and_stands_while_voting_goes_on(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.set_executors(meeting, 1, ["zhkh"], [4], HEAD, START)
        floor.set_due(meeting, 1, date(2026, 12, 20), HEAD, START, PROFILE)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        motion = meeting.item(1).votes[-1].motion
        assert motion is not None and motion == meeting.item(1).motion
        assert (motion.executor_units, motion.executor_seats) == (("zhkh",), (4,))
        assert motion.due == date(2026, 12, 20)
        with refused("vote-goes-on"):
            floor.set_executors(meeting, 1, [], [], HEAD, LATER)
        with refused("vote-goes-on"):
            floor.set_due(meeting, 1, None, HEAD, LATER, PROFILE)

    def test_it_is_not_due_before_the_day_itself(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        with refused("due-before-meeting"):
            floor.set_due(meeting, 1, START.date() - timedelta(days=1), HEAD, START, PROFILE)


class TestGuests:
    def test_only_who_came_counts_and_a_mark_can_be_taken_back(self) -> None:
        meeting = convened()
        meeting.guests = [7001, 7002]
        guests.invite(meeting, "Ветров Глеб Ильич", "директор")
        guests.invite(meeting, "Зорина Анна Львовна", "")
        assert guests.came(meeting) == ([], [])
        guests.mark_guest(meeting, 7001, START, PROFILE)
        guests.mark_visitor(meeting, 2, START, PROFILE)
        accounts, visitors = guests.came(meeting)
        assert accounts == [7001] and [one.name for one in visitors] == ["Зорина Анна Львовна"]
        guests.mark_guest(meeting, 7001, START, PROFILE)
        guests.mark_visitor(meeting, 2, START, PROFILE)
        assert guests.came(meeting) == ([], [])

    def test_an_invited_one_answers_until_the_meeting_is_moved(self) -> None:
        meeting = convened()
        meeting.guests = [7001]
        with refused("no-such-guest"):
            guests.answer(meeting, 7002, Answer.COMING)
        guests.answer(meeting, 7001, Answer.NOT_COMING)
        guests.answer(meeting, 7001, Answer.COMING)
        with refused("same-answer"):
            guests.answer(meeting, 7001, Answer.COMING)
        kept = read(written(meeting))
        assert kept.said(None, 7001) is Answer.COMING and kept.coming() == meeting.coming()
        convening.postpone(meeting, START + timedelta(days=1), HEAD, START - timedelta(days=1))
        assert meeting.said(None, 7001) is None

    def test_in_a_meeting_convened_before_marks_were_kept_all_invited_are_named_as_before(self) -> None:
        meeting = convened()
        meeting.guests, meeting.guests_came = [7001, 7002], None
        assert guests.came(meeting) == ([7001, 7002], [])
        guests.mark_guest(meeting, 7001, START, PROFILE)
        assert guests.came(meeting) == ([7002], [])

    def test_marks_wait_for_the_gathering_and_lapse_when_it_is_postponed(self) -> None:
        meeting = convened()
        guests.invite(meeting, "Ветров Глеб Ильич", "директор")
        with refused("guest-named-already"):
            guests.invite(meeting, "Ветров Глеб Ильич", "")
        with refused("too-early-to-check-in"):
            guests.mark_visitor(meeting, 1, START - timedelta(hours=5), PROFILE)
        with refused("no-such-guest"):
            guests.mark_visitor(meeting, 9, START, PROFILE)
        with refused("no-such-guest"):
            guests.mark_guest(meeting, 9, START, PROFILE)
        guests.mark_visitor(meeting, 1, START, PROFILE)
        convening.postpone(meeting, START + timedelta(days=5), HEAD, START)
        assert guests.came(meeting) == ([], [])

    def test_a_speaker_who_is_not_there_is_known(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        meeting.item(1).speaker_seat, meeting.item(1).speaker = 8, ""
        assert meeting.item(1) in presence.absent_speakers(meeting, roster())
        guests.invite(meeting, "Ветров", "")
        meeting.item(1).speaker_seat, meeting.item(1).speaker = None, "Ветров"
        assert meeting.item(1) in presence.absent_speakers(meeting, roster())
        guests.mark_visitor(meeting, 1, START, PROFILE)
        assert meeting.item(1) not in presence.absent_speakers(meeting, roster())


class TestPuttingAgain:
    def test_both_votes_stay_and_the_last_counts(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        with refused("item-not-decided"):
            floor.put_again(meeting, 1, "Новые данные", HEAD, START)
        decided(meeting, 1, 2, 3)
        with refused("item-decided"):
            votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        floor.put_again(meeting, 1, "Новые данные", HEAD, START)
        with refused("item-reopened"):
            floor.put_again(meeting, 1, "Ещё раз", HEAD, START)
        with refused("item-decided"):
            floor.take_off(meeting, 1, Removal.DROPPED, HEAD, START)
        item = meeting.item(1)
        assert item.pending and item.decided
        floor.amend(meeting, 1, "Иное", HEAD, START)
        decided(meeting, 1)
        assert [vote.again for vote in item.votes] == ["", "Новые данные"]
        assert item.result is not None and item.result.outcome is Outcome.NOT_ADOPTED
        assert item.standing.words == "Иное" and not item.pending

    def test_until_the_new_vote_decides_the_former_decision_stands_as_it_was_voted(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        words = meeting.item(1).draft_decision
        decided(meeting, 1, 2, 3)
        floor.put_again(meeting, 1, "Новые данные", HEAD, START)
        floor.amend(meeting, 1, "Иное", HEAD, START)
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
        presence.leave(meeting, roster(), 5, START)
        votes.close_vote(meeting, 1, HEAD, START, PROFILE)
        item = meeting.item(1)
        assert item.votes[-1].result is not None
        assert item.votes[-1].result.outcome is Outcome.VOID
        assert item.result is not None and item.result.outcome is Outcome.ADOPTED
        assert item.standing.words == words and item.pending


class TestPoints:
    def test_they_are_part_of_what_is_voted_and_known_to_their_executors(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        points = [Point("Вывезти", ("zhkh",), (), date(2026, 12, 5)), Point("Проверить", (), (3,))]
        floor.set_points(meeting, 1, points, HEAD, START)
        decided(meeting, 1, 2, 3)
        standing = meeting.item(1).standing
        assert standing.points == tuple(points)
        assert "zhkh" in standing.units and 3 in standing.seats
        with refused("item-decided"):
            floor.set_points(meeting, 1, [], HEAD, START)

    def test_a_meeting_is_read_back_with_all_of_it(self) -> None:
        meeting = opened(1, 2, 3, 4, 5)
        floor.set_points(meeting, 1, [Point("Вывезти", ("zhkh",), (4,), date(2026, 12, 5))], HEAD, START)
        decided(meeting, 1, 2, 3)
        floor.put_again(meeting, 1, "Новые данные", HEAD, START)
        guests.invite(meeting, "Ветров Глеб Ильич", "директор")
        assert read(written(meeting)) == meeting
