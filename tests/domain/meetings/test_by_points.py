"""Points of a decision voted on together or one by one, each with its own result (п. 4.6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.documents.sheet import ItemBlock, protocol_sheet
from bot.works.protocols.record import MeetingRecorder
from domain.meetings import floor, votes
from domain.meetings.agenda import Removal
from domain.meetings.leftovers import carry_over, left_over
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice, Outcome, Point
from domain.office.act import Act
from domain.protocols.dispatch import concerned_items
from domain.protocols.record import ProtocolRecord
from domain.tasks.task import tasks_of
from tests.documents.test_documents_sample import CHECK_URL, translator
from tests.domain.meetings.test_floor import roster
from tests.domain.meetings.test_meeting import HEAD, PROFILE, START, opened, refused

UNITS = [unit.key for unit in PROFILE.units[:2]]
POINTS = [
    Point("Вывезти снег", (UNITS[0],), (), date(2026, 12, 1)),
    Point("Посыпать дороги", (UNITS[1],)),
    Point("Доложить", (), (4,)),
]


def room() -> Meeting:
    meeting = opened(1, 2, 3, 4, 5)
    floor.set_points(meeting, 1, POINTS, HEAD, START)
    return meeting


def vote(meeting: Meeting, ayes: int, *, by_points: bool = True) -> Outcome:
    votes.open_vote(meeting, 1, HEAD, START, PROFILE, by_points=by_points)
    for seat in range(1, ayes + 1):
        votes.cast(meeting, 1, seat, Choice.FOR, START)
    votes.close_vote(meeting, 1, HEAD, START, PROFILE)
    result = meeting.item(1).votes[-1].result
    assert result is not None
    return result.outcome


def printed(record: ProtocolRecord) -> ItemBlock:
    return protocol_sheet(record, translator(), "0" * 64, CHECK_URL).items[0]


def drawn_up(meeting: Meeting) -> ProtocolRecord:
    meeting.close(HEAD, START)
    return MeetingRecorder(meeting, PROFILE, roster(), {}).protocol(1)


def test_each_point_has_its_own_result_and_what_fell_is_nobodys_task() -> None:
    meeting = room()
    assert [vote(meeting, ayes) for ayes in (3, 1, 5)] == [
        Outcome.ADOPTED,
        Outcome.NOT_ADOPTED,
        Outcome.ADOPTED,
    ]
    item = meeting.item(1)
    assert item.decided and item.result is not None and item.result.outcome is Outcome.ADOPTED
    assert [point.words for point in item.standing.points] == ["Вывезти снег", "Доложить"]
    assert concerned_items(meeting, PROFILE) == {UNITS[0]: (1,)}
    record = drawn_up(meeting)
    assert [(one.unit, one.seat, one.point) for one in tasks_of(1, record, meeting)] == [
        (UNITS[0], None, 1),
        (None, 4, 3),
    ]
    block = printed(record)
    assert [one.heading.split(",")[0] for one in block.votes] == [
        f"по пункту 1.{place}" for place in (1, 2, 3)
    ]
    decided = block.decided.splitlines()
    assert [line[:4] for line in decided[1:]] == ["1.1.", "1.3.", "Пунк"]
    assert decided[-1] == "Пункт 1.2 не принят."
    assert block.draft.startswith("1.2. Посыпать дороги.")


def test_together_is_one_vote_on_all_of_them() -> None:
    meeting = room()
    assert vote(meeting, 3, by_points=False) is Outcome.ADOPTED
    assert len(meeting.item(1).standing.points) == 3
    with refused("item-decided"):
        votes.open_vote(meeting, 1, HEAD, START, PROFILE, by_points=True)
    record = drawn_up(meeting)
    assert not record.items[0].by_points and "по пункту" not in printed(record).votes[0].heading


def test_what_is_voted_point_by_point_stays_as_it_is_and_goes_to_its_end() -> None:
    meeting = room()
    vote(meeting, 3)
    item = meeting.item(1)
    assert item.pending and item.points_begun and item.next_point == 2
    with refused("points-begun"):
        votes.open_vote(meeting, 1, HEAD, START, PROFILE)
    changes: tuple[Callable[[], Act], ...] = (
        lambda: floor.amend(meeting, 1, "Иначе", HEAD, START),
        lambda: floor.set_points(meeting, 1, [], HEAD, START),
        lambda: floor.set_executors(meeting, 1, [], [3], HEAD, START),
        lambda: floor.set_due(meeting, 1, None, HEAD, START, PROFILE),
        lambda: floor.take_off(meeting, 1, Removal.DROPPED, HEAD, START),
    )
    for change in changes:
        with refused("points-begun"):
            change()
    vote(meeting, 3)
    vote(meeting, 3)
    assert not item.pending


def test_a_decision_without_points_is_voted_as_a_whole() -> None:
    with refused("no-points"):
        votes.open_vote(opened(1, 2, 3, 4, 5), 1, HEAD, START, PROFILE, by_points=True)


def test_a_void_vote_on_a_point_is_held_again() -> None:
    meeting = room()
    votes.open_vote(meeting, 1, HEAD, START, PROFILE, by_points=True)
    meeting.check_out(5, START)
    votes.close_vote(meeting, 1, HEAD, START, PROFILE)
    item = meeting.item(1)
    assert not item.points_begun and item.next_point == 1 and not item.decided
    meeting.check_in(5, START, PROFILE)
    assert vote(meeting, 3) is Outcome.ADOPTED
    assert item.next_point == 2


def test_points_left_over_go_to_the_next_meeting_and_what_was_voted_stands() -> None:
    meeting = room()
    vote(meeting, 3)
    record = drawn_up(meeting)
    assert printed(record).decided.endswith("Пункты 1.2, 1.3 на голосование не ставились.")
    assert [item.number for item in left_over(meeting)] == [1, 2, 3]
    other = Meeting(id=2, established=9, state=MeetingState.DRAFT)
    carry_over(meeting, other)
    assert [point.words for point in other.agenda[0].points] == ["Посыпать дороги", "Доложить"]


@pytest.mark.parametrize("by_points", [True, False])
def test_put_again_the_former_decision_stands_until_the_new_one_is_whole(by_points: bool) -> None:
    meeting = room()
    vote(meeting, 3, by_points=False)
    floor.put_again(meeting, 1, "Новые сведения", HEAD, START)
    item = meeting.item(1)
    if by_points:
        vote(meeting, 1)
        assert len(item.standing.points) == 3 and item.reopened
        vote(meeting, 3)
        vote(meeting, 1)
        assert [point.words for point in item.standing.points] == ["Посыпать дороги"]
    else:
        vote(meeting, 1, by_points=False)
        assert item.result is not None and item.result.outcome is Outcome.NOT_ADOPTED
    assert not item.reopened and item.decided
