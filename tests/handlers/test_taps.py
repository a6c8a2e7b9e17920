"""What buttons carry is checked at the door, and nothing is named twice."""

from __future__ import annotations

from datetime import date

import pytest

from domain.office.reading import MOST
from handlers import CONVERSATIONS
from handlers.chat.feature import Taps
from handlers.chat.taps import Day, Id, Month, Number, Tap

HOSTILE = ("²", "١", "1_0", " 1", "01", "1.0", "+1", "-1", "1e3", "99999999999999999999", "９")


class _Numbers(Tap, prefix="numbers"):
    key: Id
    place: Number


class _Days(Tap, prefix="days"):
    value: Day | Month


@pytest.mark.parametrize("text", HOSTILE)
def test_only_what_we_write_ourselves_is_a_number(text: str) -> None:
    for data in (f"numbers:{text}:1", f"numbers:1:{text}"):
        with pytest.raises(ValueError, match="validation error"):
            _Numbers.unpack(data)


@pytest.mark.parametrize("text", ["2026-13", "2026-02-30", "20261125", "²026-11", "0", ""])
def test_only_a_day_or_a_month_is_one(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        _Days.unpack(f"days:{text}")


def test_what_was_packed_is_unpacked() -> None:
    assert _Numbers.unpack(_Numbers(key=MOST, place=99_999).pack()) == _Numbers(key=MOST, place=99_999)
    for value in (date(2026, 11, 25), "2026-11"):
        assert _Days.unpack(_Days(value=value).pack()) == _Days(value=value)


def test_no_room_takes_what_another_takes() -> None:
    features = CONVERSATIONS.features
    taps: list[Taps] = [one for feature in features for one in feature.taps]
    assert len(CONVERSATIONS.taps) == sum(len(one.acts) for one in taps)
    assert len(CONVERSATIONS.commands) == sum(len(feature.commands) for feature in features)
    assert len(CONVERSATIONS.cards) == sum(len(feature.cards) for feature in features)
    assert len(CONVERSATIONS.words) == sum(len(feature.words) for feature in features)
    assert len(CONVERSATIONS.files) == sum(len(feature.files) for feature in features)
