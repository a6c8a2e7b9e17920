"""What is told of a changed meeting: every edit once, an edit taken back not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meetings import convening
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, Form, MeetingState, video_link
from domain.meetings.programme import ChangeKind
from domain.office.refusal import Refusal
from domain.people.roster import Duties

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
STARTS = NOW + timedelta(days=2)
CHAIR = Duties(1, acting=False)


def convened() -> Meeting:
    """A convened meeting with three questions."""
    meeting = Meeting(1, 9, starts_at=STARTS, place="каб. 12", participants=[1, 2, 3, 4, 5])
    for question in ("Снег", "Сады", "Бюджет"):
        meeting.agenda.add(AgendaItem(0, question))
    convening.convene(meeting, CHAIR, 1, NOW)
    return meeting


def _set(name: str, value: object) -> Callable[[Meeting], None]:
    return lambda meeting: setattr(meeting, name, value)


def _of_item(name: str, value: object) -> Callable[[Meeting], None]:
    return lambda meeting: setattr(meeting.item(2), name, value)


@pytest.mark.parametrize(
    ("edit", "kinds"),
    [
        (_set("place", "каб. 7"), [ChangeKind.PLACE]),
        (_set("form", Form.MIXED), [ChangeKind.FORM]),
        (_set("link", "https://a.b"), [ChangeKind.LINK]),
        (_set("participants", [1, 2, 3, 4, 6]), [ChangeKind.PEOPLE_ADDED, ChangeKind.PEOPLE_REMOVED]),
        (_of_item("question", "Детские сады"), [ChangeKind.REWORDED]),
        (_of_item("speaker_seat", 3), [ChangeKind.SPEAKER]),
        (_of_item("draft_decision", "Отремонтировать"), [ChangeKind.DECISION]),
        (_of_item("due", date(2026, 12, 1)), [ChangeKind.EXECUTION]),
        (_of_item("executor_seats", [4]), [ChangeKind.EXECUTION]),
        (_of_item("materials", 1), [ChangeKind.MATERIALS]),
        (lambda meeting: meeting.agenda.add(AgendaItem(0, "Дороги")), [ChangeKind.ADDED]),
        (lambda meeting: meeting.agenda.withdraw(1), [ChangeKind.REMOVED]),
        (lambda meeting: meeting.agenda.raise_item(3), [ChangeKind.ORDER]),
        (lambda meeting: meeting.agenda.raise_item(1), []),
    ],
)
def test_an_edit_is_told_as_what_it_is(edit: Callable[[Meeting], object], kinds: list[ChangeKind]) -> None:
    meeting = convened()
    before = meeting.programme()
    edit(meeting)
    assert [change.kind for change in meeting.untold()] == kinds
    assert (convening.changed_since(meeting, before) is None) == (not kinds)
    if kinds:
        convening.announce(meeting, NOW)
    assert meeting.untold() == []
    with pytest.raises(Refusal, match=r"^nothing-to-announce$"):
        convening.announce(meeting, NOW)


@given(st.lists(st.tuples(st.sampled_from("aru"), st.integers(1, 6)), max_size=12))
def test_questions_keep_their_keys_and_numbers_follow_their_places(steps: list[tuple[str, int]]) -> None:
    meeting = convened()
    texts = {item.key: item.question for item in meeting.agenda}
    plain = [1, 2, 3]  # keys in order, as a list of one's own would have them
    for step, number in steps:
        if step == "a":
            key = meeting.agenda.add(AgendaItem(0, f"Вопрос {number}")).key
            assert key not in texts
            texts[key] = f"Вопрос {number}"
            plain.append(key)
        elif number <= len(plain) and step == "r":
            meeting.agenda.withdraw(number)
            del plain[number - 1]
        elif number <= len(plain) and number > 1:
            meeting.agenda.raise_item(number)
            plain[number - 2 : number] = [plain[number - 1], plain[number - 2]]
        elif number > len(plain):
            with pytest.raises(Refusal, match=r"^no-such-item$"):
                meeting.agenda.raise_item(number)
    assert [item.key for item in meeting.agenda] == plain
    assert [item.number for item in meeting.agenda] == list(range(1, len(plain) + 1))
    assert all(texts[item.key] == item.question for item in meeting.agenda)


def test_the_last_question_and_the_last_participant_stay() -> None:
    meeting = convened()
    before = meeting.programme()
    meeting.participants = []
    with pytest.raises(Refusal, match=r"^no-participants$"):
        convening.changed_since(meeting, before)
    meeting = convened()
    for _ in range(3):
        meeting.agenda.withdraw(1)
    with pytest.raises(Refusal, match=r"^no-agenda$"):
        convening.changed_since(meeting, before)


def test_postponing_calls_everyone_anew() -> None:
    meeting = convened()
    convening.answer(meeting, 2, Answer.COMING)
    convening.answer(meeting, 3, Answer.NOT_COMING)
    convening.give_reason(meeting, 3, "отпуск")
    with pytest.raises(Refusal, match=r"^same-moment$"):
        convening.postpone(meeting, STARTS, CHAIR, NOW)
    with pytest.raises(Refusal, match=r"^date-is-past$"):
        convening.postpone(meeting, NOW, CHAIR, NOW)
    assert meeting.edition == 0 and meeting.answers
    convening.postpone(meeting, STARTS + timedelta(days=40), CHAIR, NOW)
    assert (meeting.edition, meeting.answers, meeting.reasons, meeting.present()) == (1, {}, {}, [])
    assert (meeting.number, meeting.year) == (1, 2026)
    assert meeting.untold() == []


def test_a_meeting_moved_to_another_year_has_its_number_there() -> None:
    meeting = convened()
    act = convening.postpone(meeting, STARTS + timedelta(days=40), CHAIR, NOW, moved=4)
    assert (meeting.number, meeting.year, act.data["number"]) == (4, 2027, 4)


def test_what_is_over_or_open_is_changed_no_more() -> None:
    for state in set(MeetingState) - {MeetingState.CONVENED, MeetingState.DRAFT}:
        meeting = convened()
        meeting.state = state
        refused: tuple[Callable[[Meeting], object], ...] = (
            lambda meeting: convening.postpone(meeting, STARTS + timedelta(days=1), CHAIR, NOW),
            lambda meeting: convening.cancel(meeting, "причина", CHAIR),
            lambda meeting: convening.announce(meeting, NOW),
            lambda meeting: meeting.expect_editable(),
            lambda meeting: convening.changed_since(meeting, meeting.programme()),
        )
        for act in refused:
            with pytest.raises(Refusal, match=r"^meeting-is-"):
                act(meeting)


@pytest.mark.parametrize(
    "text", ["https://telemost.example/j/1", " http://a.b/c?d=e ", "https://вкс.рф:8443/комната"]
)
def test_a_link_is_taken_as_it_is(text: str) -> None:
    assert video_link(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "", "telemost.example", "ftp://a.b", "javascript:alert(1)", "https://", "https://a", "https://a.b c",
        "https://[", "https://a.b/" + "x" * 500, "https://vks/room", "https://a.b\\room", "https://a.b:99999",
        "https://a.b:0/", "https://a.b:/", "https://a.b:x", "https://.", "https://a.b|c", "https://[::1]/",
    ],
)  # fmt: skip
def test_what_no_button_opens_is_no_link(text: str) -> None:
    with pytest.raises(Refusal, match=r"^bad-link$"):
        video_link(text)
