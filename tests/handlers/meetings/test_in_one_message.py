"""`/convene` in one message: what is read, and which line is named when it cannot be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.profiles import load_profile
from domain.people.roster import Holder, Roster
from handlers.chat.dates import read_day, read_moment
from handlers.meetings.convening.in_one_message import read_convening, read_questions

PROFILE = load_profile()
NOW = datetime(2026, 11, 24, 8, 25, tzinfo=PROFILE.time_zone)
NAMES = ((3, "Нина Павловна Ожегова"), (4, "Роман Игоревич Чудинов"))
HOLDERS = tuple(Holder(seat, seat, name, date(2024, 1, 9)) for seat, name in NAMES)
ROSTER = Roster(PROFILE, NOW.date(), HOLDERS, (), ())


def named(text: str) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.key) for mistake in read_convening(text, NOW, ROSTER).mistakes]


def test_a_term_before_the_meeting_is_named_with_its_line() -> None:
    questions = "\n1. Дороги | | Починить | | {}\n2. Мосты"
    assert named("25.11.2026 15:00" + questions.format("24.11.2026")) == [(2, "convene-due-before-meeting")]
    assert named("25.11.2026 15:00" + questions.format("25.11.2026")) == []


def test_a_time_that_is_past_is_named_at_once() -> None:
    assert named("24.11.2026 08:20\n1. Дороги") == [(1, "convene-past")]
    assert named("24.11.2026 08:30\n1. Дороги") == []


def test_questions_alone_know_the_meetings_day() -> None:
    line = "Дороги | | Починить | | 30.11.2026"
    late = datetime(2026, 12, 1, 15, 0, tzinfo=PROFILE.time_zone)
    assert [one.key for one in read_questions(line, NOW, ROSTER, late).mistakes] == [
        "convene-due-before-meeting"
    ]
    assert read_questions(line, NOW, ROSTER, None).agenda[0].due == date(2026, 11, 30)


def test_the_whole_message() -> None:
    unit = PROFILE.units[0]
    read = read_convening(
        "25.11.2026 15:00 каб. 12\n"
        "1. Уборка снега | место 4 | Усилить контроль | "
        f"{unit.title}, место 4 | 01.12.2026\n"
        "Итоги | Нина Павловна Ожегова | \n"
        "3) Разное",
        NOW,
        ROSTER,
    )
    assert read.mistakes == []
    assert read.starts_at == datetime(2026, 11, 25, 15, 0, tzinfo=PROFILE.time_zone)
    assert read.place == "каб. 12"
    first, second, third = read.agenda
    assert (first.number, first.question, first.speaker_seat) == (1, "Уборка снега", 4)
    assert (first.draft_decision, first.due) == ("Усилить контроль", date(2026, 12, 1))
    assert (first.executor_units, first.executor_seats) == ([unit.key], [4])
    assert (second.question, second.speaker_seat) == ("Итоги", 3)
    assert (third.number, third.question, third.speaker) == (3, "Разное", "")


def test_executors_joined_by_and_are_both_read() -> None:
    (item,) = read_convening("25.11.2026 15:00\nДороги | | Починить | Чудинов и Ожегова", NOW, ROSTER).agenda
    assert item.executor_seats == [4, 3]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("| место 4", "convene-no-question"),
        ("Вопрос | место 10", "convene-no-such-seat"),
        ("Вопрос | место 0", "convene-no-such-seat"),
        ("Вопрос | Чудинов Р.И., Ожегова Н.П.", "convene-one-speaker"),
        ("Вопрос | | | Никто такой", "convene-unknown-executor"),
        ("Вопрос | | | | завтра", "convene-bad-due"),
        ("а|б|в|г|д|е", "convene-too-many-parts"),
        ("В" * 501, "convene-too-long"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_number(line: str, key: str) -> None:
    read = read_convening(f"25.11.2026 15:00\nХороший вопрос\n{line}", NOW, ROSTER)
    assert [(mistake.line, mistake.key) for mistake in read.mistakes] == [(3, key)]


@pytest.mark.parametrize(
    "text", ["", "завтра в 15:00", "31.02.2026 15:00", "25.11.2026", "25.11.2026 25:00", "25.13.2026 10:00"]
)
def test_a_first_line_without_date_and_time_is_refused(text: str) -> None:
    assert read_moment(text, NOW) is None
    assert read_convening(text, NOW, ROSTER).mistakes[0].line == 1


def test_a_day_without_a_year_is_the_next_such_day() -> None:
    assert read_day("01.12", NOW.date()) == date(2026, 12, 1)
    assert read_day("15.01", NOW.date()) == date(2027, 1, 15)
    assert read_day("29.02", NOW.date()) is None


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_or_named(text: str) -> None:
    read = read_convening(text, NOW, ROSTER)
    assert read.mistakes or read.starts_at is not None
