"""Past meetings are found and counted by SQL, the same on both engines."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.storage.database import Database
from domain.figures.period import month_of, quarter_of
from domain.meetings import convening, votes
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.participation import MemberFigures
from domain.meetings.search import read_search
from domain.meetings.voting import Choice
from domain.office.profile import OfficeProfile
from domain.people.roster import Duties

CHAIR = Duties(1, acting=False)


def convened(
    profile: OfficeProfile, number: int, starts_at: datetime, question: str, draft: str = ""
) -> Meeting:
    """A convened meeting with one question."""
    meeting = Meeting(0, 9, starts_at=starts_at, participants=list(range(1, 9)), place="каб. 12")
    meeting.agenda.add(AgendaItem(0, question, draft_decision=draft))
    convening.convene(meeting, CHAIR, number, starts_at - timedelta(days=2))
    return meeting


def held(
    profile: OfficeProfile,
    meeting: Meeting,
    present: list[int],
    late: list[int],
    said: dict[int, Choice],
    aloud: tuple[int, ...] = (),
) -> Meeting:
    """Open the meeting, vote once, close it."""
    assert meeting.starts_at is not None
    start = meeting.starts_at
    for seat in present:
        meeting.check_in(seat, start - timedelta(minutes=5), profile)
    meeting.open(CHAIR, start, profile)
    for seat in late:
        meeting.check_in(seat, start + timedelta(minutes=5), profile)
    votes.open_vote(meeting, 1, CHAIR, start + timedelta(minutes=6), profile)
    for seat, choice in said.items():
        votes.cast(meeting, 1, seat, choice, start + timedelta(minutes=7), aloud=seat in aloud)
    votes.close_vote(meeting, 1, CHAIR, start + timedelta(minutes=8), profile)
    meeting.close(CHAIR, start + timedelta(minutes=9))
    return meeting


@pytest.fixture
async def past(database: Database, profile: OfficeProfile) -> Database:
    """Three meetings of the autumn: held, not held, cancelled; and one ahead."""
    zone = profile.time_zone
    first = convened(
        profile, 7, datetime(2026, 10, 5, 15, 0, tzinfo=zone), "Ёлочный базар", "ЗАПРЕТИТЬ 100% торговли"
    )
    said = {1: Choice.FOR, 2: Choice.FOR, 3: Choice.ABSTAIN, 4: Choice.AGAINST}
    held(profile, first, [1, 2, 3, 4, 5], [6], said, aloud=(4,))
    second = convened(profile, 8, datetime(2026, 11, 9, 11, 0, tzinfo=zone), "Уборка снега")
    second.check_in(1, datetime(2026, 11, 9, 10, 50, tzinfo=zone), profile)
    second.not_held(CHAIR, datetime(2026, 11, 9, 11, 30, tzinfo=zone))
    third = convened(profile, 9, datetime(2026, 11, 16, 11, 0, tzinfo=zone), "Снегоплавильный пункт")
    convening.cancel(third, "Карантин", CHAIR)
    ahead = convened(profile, 10, datetime(2026, 12, 1, 11, 0, tzinfo=zone), "Снег в декабре")
    async with database.write() as uow:
        for seat in range(1, 9):
            await uow.roster.seat_holder(seat, f"Член {seat}", date(2024, 1, 9))
        await uow.roster.seat_holder(3, "Новый 3", date(2026, 11, 1))
        for meeting in (first, second, third, ahead):
            await uow.meetings.add(meeting)
    return database


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("", [9, 8, 7]),
        ("7", [7]),
        ("№ 8", [8]),
        ("10", []),
        ("СНЕГ", [9, 8]),
        ("снег уборк", [8]),
        ("елочный", [7]),
        ("запретить", [7]),
        ("100%", [7]),
        ("%", [7]),
        ("_", []),
        ("карантин", [9]),
        ("09.11.2026", [8]),
        ("9.11.26", [8]),
        ("11.2026", [9, 8]),
        ("каб. 12", [9, 8, 7]),
        ("метро", []),
    ],
)
async def test_past_meetings_are_found(past: Database, said: str, numbers: list[int]) -> None:
    search = read_search(said)
    async with past.read() as uow:
        assert [one.number for one in await uow.past.page(search, 10, 0)] == numbers
        assert await uow.past.count(search) == len(numbers)


async def test_a_page_begins_where_the_one_before_ended(past: Database) -> None:
    async with past.read() as uow:
        everything = read_search("")
        pages = [await uow.past.page(everything, 2, offset) for offset in (0, 2)]
    assert [[one.number for one in page] for page in pages] == [[9, 8], [7]]


async def test_figures_by_member_as_counted_by_hand(past: Database) -> None:
    async with past.read() as uow:
        quarter = list(await uow.past.figures(quarter_of(date(2026, 11, 1))))
        november = list(await uow.past.figures(month_of(date(2026, 11, 1))))
        assert await uow.past.meetings_in(quarter_of(date(2026, 11, 1))) == 2
        assert list(await uow.past.figures(quarter_of(date(2026, 8, 1)))) == []
    #                        seat, name,     invited, present, late, held, voted, abstained, aloud
    expected = [
        MemberFigures(1, "Член 1", 2, 2, 0, 1, 1, 0, 0),
        MemberFigures(2, "Член 2", 2, 1, 0, 1, 1, 0, 0),
        MemberFigures(3, "Новый 3", 1, 0, 0, 0, 0, 0, 0),
        MemberFigures(3, "Член 3", 1, 1, 0, 1, 1, 1, 0),
        MemberFigures(4, "Член 4", 2, 1, 0, 1, 1, 0, 1),
        MemberFigures(5, "Член 5", 2, 1, 0, 1, 0, 0, 0),
        MemberFigures(6, "Член 6", 2, 1, 1, 1, 0, 0, 0),
        MemberFigures(7, "Член 7", 2, 0, 0, 0, 0, 0, 0),
        MemberFigures(8, "Член 8", 2, 0, 0, 0, 0, 0, 0),
    ]
    assert quarter == expected
    assert [(one.seat, one.name, one.invited, one.present) for one in november] == [
        (seat, "Новый 3" if seat == 3 else f"Член {seat}", 1, int(seat == 1)) for seat in range(1, 9)
    ]


async def test_a_meeting_saved_again_is_counted_once(past: Database) -> None:
    async with past.write() as uow:
        [first] = await uow.past.page(read_search("7"), 1, 0)
        await uow.meetings.save(first)
    async with past.read() as uow:
        figures = await uow.past.figures(month_of(date(2026, 10, 1)))
        assert [one.invited for one in figures] == [1] * 8
