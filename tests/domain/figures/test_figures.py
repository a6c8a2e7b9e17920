"""The spike rule against a second reading of its sentence; cohorts that compare like with like."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.figures.figures import Dimension, Scope, cohort_before, cohort_of, spike, spike_weeks
from domain.figures.period import month_of, week_of

ZONE = ZoneInfo("Asia/Yekaterinburg")


def middle(numbers: list[float]) -> float:
    """The median, by sorting."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@given(st.lists(st.integers(0, 30), min_size=9, max_size=9), st.integers(0, 20))
def test_a_spike_is_beyond_three_spreads(counts: list[int], known: int) -> None:
    before = [float(count) for count in counts[1:]][:known]
    expected = False
    if len(before) >= 3 and counts[0] >= 5:
        usual = middle(before)
        spread = middle([abs(count - usual) for count in before])
        expected = counts[0] > usual + 3 * (spread if spread > 1 else 1)
    found = spike(Dimension.TOPIC, "Отопление", counts, known)
    assert (found is not None) == expected
    if found is not None:
        assert (found.count, float(found.usual)) == (counts[0], middle(before))


def test_a_steady_topic_is_no_spike_and_a_doubled_one_is() -> None:
    assert spike(Dimension.TOPIC, "Дороги", [20, 18, 22, 19, 21, 20, 18, 23, 20], 8) is None
    found = spike(Dimension.TOPIC, "Дороги", [41, 18, 22, 19, 21, 20, 18, 23, 20], 8)
    assert found is not None and found.usual == 20


def test_weeks_stand_side_by_side_newest_first() -> None:
    until = datetime(2026, 11, 23, tzinfo=ZONE)
    weeks = spike_weeks(until)
    assert len(weeks) == 9 and weeks[0] == (until - timedelta(days=7), until)
    assert all(later[0] == earlier[1] for later, earlier in pairwise(weeks))


def test_a_running_week_is_compared_with_the_same_days_of_the_week_before() -> None:
    now = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
    period = week_of(date(2026, 11, 24))
    this, before = cohort_of(period, now, ZONE, Scope()), cohort_before(period, now, ZONE, Scope())
    assert (this.until, before.until) == (now, now - timedelta(days=7)) and before.as_of == before.until


def test_a_month_that_ended_is_compared_with_the_one_before_at_the_same_age() -> None:
    now = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
    before = cohort_before(month_of(date(2026, 10, 1)), now, ZONE, Scope())
    assert before.since == datetime(2026, 9, 1, tzinfo=ZONE)
    assert before.until == datetime(2026, 10, 1, tzinfo=ZONE)
    assert before.as_of == datetime(2026, 10, 24, 9, 0, tzinfo=ZONE)
    assert before.since.astimezone(UTC).hour == 19
