"""A request that was sent is changed or withdrawn; what was answered stays (п. 3.2, 3.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from domain.office.refusal import Refusal
from domain.people.roster import Duties
from domain.requests.centre import CentreRequest
from domain.requests.materials import MaterialRequest, RequestState

TODAY, NOW = date(2026, 11, 24), datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def sent() -> MaterialRequest:
    """A request to seats 3 and 4 by the 26th, that seat 3 has answered."""
    asked = MaterialRequest(1, "Причины", date(2026, 11, 26), [3, 4])
    asked.send(Duties(1, False), NOW, TODAY)
    asked.reply(3, "Кадры", 0, NOW)
    return asked


def test_other_words_and_another_day_leave_answers_as_they_are() -> None:
    asked = sent()
    replies, before = dict(asked.replies), asked.reminded_as
    assert asked.rewrite("Сроки").data["before"] != asked.move(date(2026, 11, 30), TODAY).data["before"]
    assert (asked.text, asked.due, asked.replies) == ("Сроки", date(2026, 11, 30), replies)
    assert asked.reminded_as != before, "the new day is reminded of, though the old one was"


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 26)])
def test_a_day_that_is_past_or_the_same_changes_nothing(day: date) -> None:
    asked = sent()
    with pytest.raises(Refusal):
        asked.move(day, TODAY)
    assert asked == sent()


def test_what_is_withdrawn_takes_no_answer_and_keeps_those_given() -> None:
    asked = sent()
    asked.withdraw("Нашлось")
    acts: list[Callable[[], object]] = [
        lambda: asked.reply(4, "Поздно", 0, NOW),
        lambda: asked.rewrite("Иное"),
        lambda: asked.move(date(2026, 12, 1), TODAY),
        lambda: asked.withdraw("Ещё раз"),
        asked.close,
    ]
    for act in acts:
        with pytest.raises(Refusal, match="request-is-withdrawn"):
            act()
    assert asked.state is RequestState.WITHDRAWN and list(asked.replies) == [3]
    assert asked.ask_archive(1).kind == "materials-archive-asked"


def test_a_request_of_the_centre_is_changed_until_it_is_answered_or_withdrawn() -> None:
    found = CentreRequest(1, True, "12", TODAY, "Сведения", TODAY)
    assert found.reminded_as == "centre:1"
    found.change(CentreRequest(0, True, "12-А", TODAY, "Сведения за ноябрь", date(2026, 11, 30)))
    assert (found.id, found.number, found.due, found.moved) == (1, "12-А", date(2026, 11, 30), True)
    assert found.reminded_as == "centre:1:2026-11-30"
    found.withdraw("Ошибка", TODAY)
    with pytest.raises(Refusal, match="centre-is-withdrawn"):
        found.give_answer("Ответ", 0, TODAY)
    assert not found.open and found.answered_on is None
