"""Extensions, appeals and messages sent on: what the law allows, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.production_calendar import ProductionCalendar
from bot.profiles import load_profile
from domain.messages.message import KnownMessage
from domain.messages.terms import (
    Extended,
    call_back,
    deadline_of,
    extend,
    forward,
    handle_as_appeal,
    register,
    registration_due,
)
from domain.office.refusal import Refusal

PROFILE = load_profile()
CALENDAR = ProductionCalendar(PROFILE)
ZONE = ZoneInfo("Asia/Yekaterinburg")
TODAY = date(2026, 10, 20)
NOW = datetime(2026, 10, 20, 12, tzinfo=ZONE)


def known(channel: str, **said: object) -> KnownMessage:
    registered = datetime(2026, 10, 1, 9, tzinfo=ZONE)
    message = KnownMessage(
        id=7, channel=channel, number="331-А", received_at=registered, registered_at=registered, topic="",
        text="", executor="", author="", place="", url="", block=None, unit=None, deadline_at=registered,
        answered_at=None,
    )  # fmt: skip
    changed = replace(message, **said)  # type: ignore[arg-type]
    return replace(changed, deadline_at=deadline_of(PROFILE, CALENDAR, changed))


def last_day(message: KnownMessage) -> date:
    return deadline_of(PROFILE, CALENDAR, message).astimezone(ZONE).date()


def refusal_of(call: object, *arguments: object) -> str:
    with pytest.raises(Refusal) as refused:
        call(*arguments)  # type: ignore[operator]
    return refused.value.key


EXTENDED = Extended(30, "Запрошены сведения", date(2026, 10, 20), 8)


def test_an_appeal_is_extended_once_by_thirty_days_when_the_citizen_was_told() -> None:
    appeal = known("appeal")
    assert last_day(appeal) == date(2026, 10, 30)  # 31 Oct is a Saturday
    longer, act = extend(PROFILE, appeal, 0, EXTENDED, TODAY)
    assert last_day(longer) == date(2026, 11, 30)  # 60 days from 1 October
    assert act.kind == "term-extended" and "Запрошены" not in repr(act)
    assert refusal_of(extend, PROFILE, longer, 1, EXTENDED, TODAY) == "term-extended-before"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"amount": 31}, "term-too-long"),
        ({"amount": 0}, "term-too-long"),
        ({"reason": ""}, "too-long"),
        ({"reason": "а" * 301}, "too-long"),
        ({"told_on": None}, "term-citizen-not-told"),
        ({"told_on": date(2026, 10, 21)}, "term-day-to-come"),
        ({"told_on": date(2026, 9, 30)}, "term-day-too-early"),
    ],
)
def test_an_extension_beyond_the_law_is_refused(changes: dict[str, object], key: str) -> None:
    asked = replace(EXTENDED, **changes)  # type: ignore[arg-type]
    assert refusal_of(extend, PROFILE, known("appeal"), 0, asked, TODAY) == key


def test_what_was_done_in_time_may_be_recorded_later_and_not_the_other_way_round() -> None:
    appeal, later = known("appeal"), date(2026, 11, 5)
    in_time, too_late = (replace(EXTENDED, told_on=date(2026, *day)) for day in ((10, 30), (10, 31)))
    assert last_day(extend(PROFILE, appeal, 0, in_time, later)[0]) == date(2026, 11, 30)
    assert refusal_of(extend, PROFILE, appeal, 0, too_late, later) == "term-told-late"


def test_what_is_answered_or_has_no_such_rule_is_not_extended() -> None:
    answered = known("appeal", answered_at=NOW)
    assert refusal_of(extend, PROFILE, answered, 0, EXTENDED, TODAY) == "term-answered"
    for channel in ("pos", "incident", "upravlyaem", "monitoring", "social"):
        assert refusal_of(extend, PROFILE, known(channel), 0, EXTENDED, TODAY) == "term-not-extended"


def test_a_message_of_the_platform_is_handled_as_an_appeal_and_back() -> None:
    message = known("pos")
    assert last_day(message) == date(2026, 10, 15)  # 10 working days
    appeal, _ = handle_as_appeal(PROFILE, message)
    assert last_day(appeal) == date(2026, 10, 30)
    longer, _ = extend(
        PROFILE, replace(appeal, deadline_at=deadline_of(PROFILE, CALENDAR, appeal)), 0, EXTENDED, TODAY
    )
    assert last_day(longer) == date(2026, 11, 30)
    assert refusal_of(handle_as_appeal, PROFILE, longer) == "term-extended-as-appeal"
    assert last_day(handle_as_appeal(PROFILE, appeal)[0]) == date(2026, 10, 15)
    for channel in ("appeal", "social"):
        assert refusal_of(handle_as_appeal, PROFILE, known(channel)) == "term-no-appeal"


def test_an_appeal_is_sent_on_within_seven_days_of_its_registration() -> None:
    appeal = known("appeal")
    sent, act = forward(PROFILE, appeal, "Министерство", date(2026, 10, 8), NOW)
    assert last_day(sent) == date(2026, 10, 8)  # Thursday + 7
    assert sent.answered_at is not None and sent.answered_at <= deadline_of(PROFILE, CALENDAR, sent)
    assert "Министерство" not in repr(act)
    late, _ = forward(PROFILE, appeal, "Министерство", date(2026, 10, 9), NOW)
    assert late.answered_at is not None and late.answered_at > deadline_of(PROFILE, CALENDAR, late)
    back = call_back(sent)
    assert (back.answered_at, last_day(back)) == (None, date(2026, 10, 30))


def test_sent_on_today_is_sent_on_now() -> None:
    assert forward(PROFILE, known("appeal"), "Министерство", TODAY, NOW.astimezone(UTC))[0].answered_at == NOW


def test_who_is_not_sent_on() -> None:
    day = date(2026, 10, 8)
    assert refusal_of(forward, PROFILE, known("pos"), "Куда", day, NOW) == "term-not-forwarded"
    assert refusal_of(forward, PROFILE, known("social"), "Куда", day, NOW) == "term-not-forwarded"
    assert refusal_of(forward, PROFILE, known("appeal"), "", day, NOW) == "too-long"
    assert (
        refusal_of(forward, PROFILE, known("appeal"), "Куда", date(2026, 10, 21), NOW) == "term-day-to-come"
    )
    assert refusal_of(forward, PROFILE, known("appeal", answered_at=NOW), "К", day, NOW) == "term-answered"
    sent, _ = forward(PROFILE, known("appeal"), "Министерство", day, NOW)
    assert refusal_of(forward, PROFILE, sent, "К", day, NOW) == "forwarded-before"
    assert refusal_of(extend, PROFILE, sent, 0, EXTENDED, TODAY) == "forwarded-before"
    as_appeal = known("pos", as_appeal=True)
    assert forward(PROFILE, as_appeal, "Куда", day, NOW)[0].forwarded_to == "Куда"


@pytest.mark.parametrize(
    ("came", "last"),
    [
        (datetime(2026, 10, 12, 9, tzinfo=ZONE), date(2026, 10, 15)),  # Monday, Thursday
        (datetime(2026, 10, 14, 23, 50, tzinfo=ZONE), date(2026, 10, 19)),  # the third day is a Saturday
        (datetime(2026, 10, 31, 10, tzinfo=ZONE), date(2026, 11, 3)),
        (datetime(2026, 11, 1, 10, tzinfo=ZONE), date(2026, 11, 5)),  # 4 November is a holiday
        (datetime(2025, 12, 30, 10, tzinfo=ZONE), date(2026, 1, 12)),  # the New Year's holidays
    ],
)
def test_an_appeal_is_registered_within_three_days_since_it_came(came: datetime, last: date) -> None:
    appeal = known("appeal", received_at=came, registered_at=None)
    found = registration_due(PROFILE, CALENDAR, appeal)
    assert found is not None and found[0].source == "59-ФЗ, ст. 8 ч. 2"
    assert found[1].astimezone(ZONE).date() == last
    assert registration_due(PROFILE, CALENDAR, replace(appeal, registered_at=came)) is None
    assert registration_due(PROFILE, CALENDAR, replace(appeal, answered_at=came)) is None


def test_the_term_counts_from_the_day_of_registration_and_a_slip_is_mended() -> None:
    came = datetime(2026, 10, 12, 9, tzinfo=ZONE)
    appeal = known("appeal", received_at=came, registered_at=None)
    assert last_day(appeal) == date(2026, 11, 11)
    registered, act = register(PROFILE, appeal, date(2026, 10, 15), NOW)
    assert last_day(registered) == date(2026, 11, 13)  # 14 November is a Saturday
    assert (act.kind, act.data) == ("message-registered", {"day": "2026-10-15"})
    mended, _ = register(PROFILE, registered, TODAY, NOW)
    assert last_day(mended) == date(2026, 11, 19) and mended.registered_at == NOW


def test_what_a_registry_registered_and_what_needs_none_is_not_registered_by_hand() -> None:
    assert refusal_of(register, PROFILE, known("appeal"), TODAY, NOW) == "term-registered-before"
    assert refusal_of(register, PROFILE, known("incident"), TODAY, NOW) == "term-not-registered"
    appeal = known("appeal", registered_at=None)
    assert refusal_of(register, PROFILE, appeal, date(2026, 10, 21), NOW) == "term-day-to-come"
    assert refusal_of(register, PROFILE, appeal, date(2026, 9, 30), NOW) == "term-day-too-early"
    answered = replace(appeal, answered_at=NOW)
    assert refusal_of(register, PROFILE, answered, TODAY, NOW) == "term-answered"
