"""Stages of terms: the published figures, and any rules against a counter of days and minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.production_calendar import ProductionCalendar
from domain.messages.message import KnownMessage, RegistryRow
from domain.messages.stages import (
    deadline_of_row,
    give_interim,
    mark_important,
    may_be_refuted,
    refute,
    stages_of,
)
from domain.messages.terms import deadline_of
from domain.office.act import Act
from domain.office.profile import CountsFrom, DeadlineRule, OfficeProfile, TermUnit, WorkingTime
from domain.office.refusal import Refusal
from tests.domain.messages.test_deadline_oracle import (
    MINUTE,
    MadeUpCalendar,
    calendars,
    is_worked,
    last_day,
    minutes,
    moments,
    working_times,
    zones,
)

HOLIDAY = date(2026, 11, 4)


def message(profile: OfficeProfile, channel: str, received: datetime) -> KnownMessage:
    known = KnownMessage(1, channel, "1", received, None, "", "", "", "", "", "", None, None, received, None)
    return replace(known, deadline_at=deadline_of(profile, ProductionCalendar(profile), known))


def local(profile: OfficeProfile, known: KnownMessage) -> str:
    deadline = deadline_of(profile, ProductionCalendar(profile), known)
    return f"{deadline.astimezone(profile.time_zone):%d.%m %H:%M}"


def test_the_published_terms_of_incidents(profile: OfficeProfile) -> None:
    monday = datetime(2026, 11, 23, 9, 0, tzinfo=profile.time_zone)
    known = message(profile, "incident", monday)
    assert local(profile, known) == "24.11 10:00"  # 9 working hours: 7.5 of Monday, 1.5 of Tuesday
    important, act = mark_important(profile, known)
    assert local(profile, important) == "23.11 14:00"  # 4: three before lunch, one after
    assert act.data == {"important": True}
    assert local(profile, mark_important(profile, important)[0]) == "24.11 10:00"
    interim, _ = give_interim(profile, important, monday + timedelta(hours=2))
    assert local(profile, interim) == "02.12 23:59"  # 7 working days since Monday
    assert stages_of(interim) == ["important", "interim"]
    with pytest.raises(Refusal):
        give_interim(profile, interim, monday + timedelta(hours=3))


def test_an_answer_is_refuted_within_seven_days_and_reworked_in_eight(profile: OfficeProfile) -> None:
    zone = profile.time_zone
    known = message(profile, "upravlyaem", datetime(2026, 11, 2, 9, 0, tzinfo=zone))
    assert local(profile, known) == "13.11 23:59"  # the 4th is a holiday
    answered = replace(known, answered_at=datetime(2026, 11, 10, 12, 0, tzinfo=zone))
    last = datetime(2026, 11, 17, 23, 59, tzinfo=zone)
    assert may_be_refuted(profile, answered, last)
    refuted, act = refute(profile, answered, last)
    assert (refuted.answered_at, refuted.answered_by_hand) == (None, False)
    assert local(profile, refuted) == "27.11 23:59"
    assert act.kind == "answer-refuted"
    with pytest.raises(Refusal):
        refute(profile, answered, last + timedelta(minutes=1))


def test_snow_is_refuted_within_two_days(profile: OfficeProfile) -> None:
    zone = profile.time_zone
    known = message(profile, "upravlyaem", datetime(2026, 11, 9, 9, 0, tzinfo=zone))
    answered = replace(
        known,
        topic="Уборка дорог от снега и наледи",
        answered_at=datetime(2026, 11, 10, 12, 0, tzinfo=zone),
    )
    last = datetime(2026, 11, 12, 23, 59, tzinfo=zone)
    assert may_be_refuted(profile, answered, last)
    with pytest.raises(Refusal) as refused:
        refute(profile, answered, last + timedelta(minutes=1))
    assert refused.value.arguments["days"] == 2


Step = Callable[[OfficeProfile, KnownMessage, datetime], tuple[KnownMessage, Act]]


@pytest.mark.parametrize("channel", ["pos", "appeal", "social"])
@pytest.mark.parametrize(
    "step", [lambda profile, known, _: mark_important(profile, known), give_interim, refute]
)
def test_other_channels_know_no_stages(profile: OfficeProfile, channel: str, step: Step) -> None:
    known = message(profile, channel, datetime(2026, 11, 2, 9, 0, tzinfo=profile.time_zone))
    with pytest.raises(Refusal):
        step(profile, known, known.received_at)


def test_what_the_law_says_of_an_appeal_goes_before_stages(profile: OfficeProfile) -> None:
    known = message(profile, "pos", datetime(2026, 11, 2, 9, 0, tzinfo=profile.time_zone))
    as_appeal = replace(known, as_appeal=True)
    staged = replace(as_appeal, interim_at=known.received_at, refuted_at=known.received_at, important=True)
    assert local(profile, staged) == local(profile, as_appeal)


hours_rule = st.builds(
    DeadlineRule, st.integers(1, 12), st.just(TermUnit.WORKING_HOURS), st.just(CountsFrom.RECEIVED)
)
days_rule = st.builds(
    DeadlineRule, st.integers(1, 20), st.just(TermUnit.WORKING_DAYS), st.just(CountsFrom.RECEIVED)
)


@settings(max_examples=150, deadline=None)
@given(
    data=st.data(),
    first=hours_rule,
    important=hours_rule,
    final=days_rule,
    rework=days_rule,
    calendar=calendars,
    hours=working_times(),
    zone=zones,
)
def test_each_stage_counts_from_its_own_moment(
    data: st.DataObject,
    first: DeadlineRule,
    important: DeadlineRule,
    final: DeadlineRule,
    rework: DeadlineRule,
    calendar: MadeUpCalendar,
    hours: WorkingTime,
    zone: ZoneInfo,
    profile: OfficeProfile,
) -> None:
    channel = replace(
        profile.channel("incident"), rule=first, important=important, final=final, rework=rework
    )
    office = replace(profile, channels=(channel,), time_zone=zone, working_time=hours)
    received, interim, refuted = (data.draw(moments(zone)) for _ in range(3))
    raised = data.draw(st.booleans())
    in_days = data.draw(st.sampled_from(["", "interim", "refuted", "both"]))
    row = RegistryRow(
        "incident",
        "1",
        received.astimezone(UTC),
        important=raised,
        interim_at=interim if in_days in ("interim", "both") else None,
        refuted_at=refuted if in_days in ("refuted", "both") else None,
    )
    found = deadline_of_row(office, calendar, row).astimezone(zone)
    if in_days in ("refuted", "both"):
        assert found.date() == last_day(refuted.date(), rework, calendar)
    elif in_days == "interim":
        assert found.date() == last_day(interim.date(), final, calendar)
    else:
        left = 60 * (important if raised else first).amount
        for minute in minutes(received):
            left -= is_worked(minute, calendar, hours)
            if left == 0:
                assert found == minute + MINUTE
                break
