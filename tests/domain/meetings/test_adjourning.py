"""A meeting that goes on another day: one protocol, both days, each with its people (п. 3.2, 4.3.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.works.protocols.record import MeetingRecorder
from domain.meetings import adjourning, presence, votes
from domain.meetings.meeting import Meeting
from domain.meetings.participation import participations
from domain.meetings.preparation import Answer, MeetingState
from domain.meetings.voting import Choice, Outcome
from tests.domain.meetings.test_floor import roster
from tests.domain.meetings.test_meeting import ACTING, HEAD, PROFILE, START, convened, opened, refused
from tests.rebuilding import agrees, rebuild

LATER = START + timedelta(hours=1)
NEXT = START + timedelta(days=1)
ENDS = NEXT + timedelta(hours=1)


def interrupted() -> Meeting:
    """The first question decided by five of nine, the rest left to the next day."""
    meeting = opened(1, 2, 3, 4, 5)
    meeting.reasons[9] = "болезнь"
    votes.open_vote(meeting, 1, HEAD, START, PROFILE)
    for seat in (1, 2, 3):
        votes.cast(meeting, 1, seat, Choice.FOR, START)
    votes.close_vote(meeting, 1, HEAD, LATER, PROFILE)
    adjourning.adjourn(meeting, NEXT, HEAD, LATER, PROFILE)
    return meeting


def gone_on(*seats: int) -> Meeting:
    meeting = interrupted()
    for seat in seats:
        meeting.check_in(seat, NEXT, PROFILE)
    adjourning.go_on(meeting, HEAD, NEXT, PROFILE)
    return meeting


def test_nobody_is_there_in_between_and_answers_are_taken_anew() -> None:
    meeting = opened(1, 2, 3, 4, 5)
    meeting.answers[3] = Answer.COMING
    acts = adjourning.adjourn(meeting, NEXT, HEAD, LATER, PROFILE)
    assert [act.kind for act in acts] == ["meeting-checked-out"] * 5 + ["meeting-adjourned"]
    assert (meeting.state, meeting.present(), meeting.answers) == (MeetingState.ADJOURNED, [], {})
    assert meeting.check_in_opens(PROFILE) == NEXT - timedelta(minutes=30)
    with refused("too-early-to-check-in"):
        meeting.check_in(1, LATER, PROFILE)
    with refused("meeting-is-adjourned"):
        votes.open_vote(meeting, 2, HEAD, LATER, PROFILE)


def test_it_goes_on_that_day_alone_with_its_chair_and_a_quorum() -> None:
    meeting = interrupted()
    for seat in (1, 6, 7, 8):
        meeting.check_in(seat, NEXT, PROFILE)
    with refused("no-quorum"):
        adjourning.go_on(meeting, HEAD, NEXT, PROFILE)
    meeting.check_in(9, NEXT, PROFILE)
    with refused("chair-not-present"):
        adjourning.go_on(meeting, ACTING, NEXT, PROFILE)
    with refused("meeting-day-is-over"):
        adjourning.go_on(meeting, HEAD, NEXT + timedelta(days=1), PROFILE)
    adjourning.go_on(meeting, HEAD, NEXT, PROFILE)
    with refused("item-decided"):
        votes.open_vote(meeting, 1, HEAD, NEXT, PROFILE)
    votes.open_vote(meeting, 2, HEAD, NEXT, PROFILE)


@pytest.mark.parametrize(
    ("until", "key"),
    [
        (LATER, "adjourn-to-another-day"),
        (LATER + timedelta(hours=2), "adjourn-to-another-day"),
        (START - timedelta(days=1), "adjourn-to-another-day"),
    ],
)
def test_the_other_day_is_another_day(until: datetime, key: str) -> None:
    with refused(key):
        adjourning.adjourn(opened(1, 2, 3, 4, 5), until, HEAD, LATER, PROFILE)


def test_a_meeting_with_nothing_left_is_not_interrupted() -> None:
    meeting = interrupted()
    del meeting.agenda.items[1:]
    with refused("nothing-left-to-adjourn"):
        adjourning.adjourn(meeting, NEXT + timedelta(days=1), HEAD, LATER, PROFILE)


def test_the_other_day_may_be_moved_and_check_ins_lapse() -> None:
    meeting = interrupted()
    meeting.check_in(1, NEXT, PROFILE)
    adjourning.adjourn(meeting, NEXT + timedelta(days=1), HEAD, NEXT, PROFILE)
    assert meeting.present() == [] and meeting.due_at == NEXT + timedelta(days=1)
    assert len(meeting.interruptions) == 1


def test_the_protocol_is_one_with_both_days_and_who_was_there_on_each() -> None:
    meeting = gone_on(1, 2, 6, 7, 8, 9)
    meeting.close(HEAD, ENDS)
    recorder = MeetingRecorder(meeting, PROFILE, roster(), {})
    record = recorder.protocol(1)
    seats = [[person.seat for person in one.present] for one in record.sittings]
    assert seats == [[1, 2, 3, 4, 5], [1, 2, 6, 7, 8, 9]]
    absent = [{person.seat: person.reason for person in one.absent} for one in record.sittings]
    assert absent == [{6: "", 7: "", 8: "", 9: "болезнь"}, {3: "", 4: "", 5: ""}]
    assert [entry.seat for entry in record.items[0].votes[0].roll_call] == [1, 2, 3, 4, 5]
    assert [one.opened_at for one in record.sittings] == [START, NEXT]
    assert [one.closed_at for one in record.sittings] == [LATER, ENDS]
    assert [person.seat for person in record.present] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert all(person.came_at is None for one in record.sittings for person in one.present)
    late = {one.seat: one.late for one in participations(meeting)}
    assert not any(late.values())


def test_who_came_to_a_day_that_was_not_gone_on_with_was_not_there() -> None:
    meeting = interrupted()
    meeting.check_in(9, NEXT, PROFILE)
    meeting.close(HEAD, ENDS)
    assert not meeting.took_part(9, None) and meeting.took_part(3, None)
    record = MeetingRecorder(meeting, PROFILE, roster(), {}).protocol(1)
    assert [[person.seat for person in one.present] for one in record.sittings] == [[1, 2, 3, 4, 5]]


def left_open() -> Meeting:
    """The first question decided, the second put to the vote and never closed; the last word is seat 3's."""
    meeting = opened(1, 2, 3, 4, 5)
    votes.open_vote(meeting, 1, HEAD, START, PROFILE)
    for seat in (1, 2, 3):
        votes.cast(meeting, 1, seat, Choice.FOR, START)
    votes.close_vote(meeting, 1, HEAD, START, PROFILE)
    votes.open_vote(meeting, 2, HEAD, START, PROFILE)
    votes.cast(meeting, 2, 3, Choice.FOR, LATER)
    return meeting


def test_a_meeting_left_open_breaks_off_by_the_last_entry_once_its_day_is_over() -> None:
    meeting = left_open()
    at_night = LATER.astimezone(PROFILE.time_zone).replace(hour=23, minute=59)
    assert presence.follow(meeting, roster(), at_night) == []
    acts = presence.follow(meeting, roster(), at_night + timedelta(minutes=1))
    kinds = ["meeting-checked-out"] * 5 + ["meeting-vote-closed", "meeting-left-open"]
    assert [act.kind for act in acts] == kinds
    assert (meeting.state, meeting.present()) == (MeetingState.ADJOURNED, [])
    vote = meeting.item(2).votes[0]
    assert vote.result and (vote.result.outcome, vote.present, vote.closed_at) == (Outcome.VOID, [], LATER)
    assert presence.follow(meeting, roster(), NEXT) == []
    meeting.close(HEAD, NEXT)
    record = MeetingRecorder(meeting, PROFILE, roster(), {}).protocol(1)
    ((since, until, present),) = [(one.opened_at, one.closed_at, one.present) for one in record.sittings]
    assert (since, until, [person.left_at for person in present]) == (START, LATER, [LATER] * 5)


def test_who_sits_on_past_midnight_is_not_disturbed() -> None:
    meeting = opened(1, 2, 3, 4, 5)
    midnight = LATER.astimezone(PROFILE.time_zone).replace(hour=0) + timedelta(days=1)
    votes.open_vote(meeting, 1, HEAD, midnight - timedelta(minutes=1), PROFILE)
    assert presence.follow(meeting, roster(), midnight + timedelta(hours=7)) == []
    assert presence.follow(meeting, roster(), midnight + timedelta(hours=8))


def test_a_meeting_left_open_goes_on_another_day_with_check_ins_of_that_day() -> None:
    meeting = left_open()
    adjourning.lapse(meeting, NEXT, PROFILE)
    with refused("meeting-day-is-over"):
        meeting.check_in(1, NEXT, PROFILE)
    goes_on = NEXT + timedelta(hours=3)
    adjourning.adjourn(meeting, goes_on, HEAD, NEXT, PROFILE)
    assert not meeting.interruptions[-1].left_open
    for seat in (1, 5, 6, 7, 8):
        meeting.check_in(seat, goes_on, PROFILE)
    adjourning.go_on(meeting, HEAD, goes_on, PROFILE)
    assert [one[1] for one in meeting.sittings()] == [LATER, None]


def test_the_log_alone_tells_both_days() -> None:
    meeting = convened()
    acts = [meeting.check_in(seat, START, PROFILE) for seat in (1, 2, 3, 4, 5)]
    acts.append(meeting.open(HEAD, START, PROFILE))
    acts += adjourning.adjourn(meeting, NEXT, HEAD, LATER, PROFILE)
    acts += [meeting.check_in(seat, NEXT, PROFILE) for seat in (2, 3, 4, 5, 6)]
    acts += adjourning.go_on(meeting, ACTING, NEXT, PROFILE)
    established = [("meeting-convened", {"established": 9})]
    agrees(rebuild([*established, *((act.kind, act.data) for act in acts)]), meeting)
    assert [one.duties.seat for one in meeting.chairing.chairs] == [1, 2]
