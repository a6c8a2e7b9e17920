"""How long answers took, out of counts by hours."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from domain.figures.hours import hours_within


@given(st.lists(st.integers(0, 20), min_size=1))
def test_so_many_were_answered_within_them_and_not_within_an_hour_less(took: list[int]) -> None:
    for share, of in ((1, 2), (9, 10)):
        found = hours_within(Counter(took), share, of)
        assert found is not None
        assert of * sum(one <= found for one in took) >= share * len(took)
        assert of * sum(one < found for one in took) < share * len(took)


def test_of_nobody_answered_nothing_is_said() -> None:
    assert hours_within({}, 1, 2) is None
