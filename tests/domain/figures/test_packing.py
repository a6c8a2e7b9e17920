"""Which months are packed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.figures.figures import Scope
from domain.figures.packing import months_to_pack, packed_scopes
from domain.office.profile import OfficeProfile

ZONE = ZoneInfo("Asia/Yekaterinburg")


def test_a_month_is_packed_a_fortnight_after_its_end() -> None:
    for day, newest in ((14, date(2026, 9, 1)), (15, date(2026, 10, 1))):
        months = list(months_to_pack(datetime(2026, 11, day, tzinfo=ZONE), ZONE))
        assert months[0].first == newest and months[-1].first == date(2024, 1, 1)


def test_in_january_the_years_before_are_there() -> None:
    months = list(months_to_pack(datetime(2027, 1, 3, tzinfo=ZONE), ZONE))
    assert months[0].first == date(2026, 11, 1) and months[-1].first == date(2025, 1, 1)


def test_scopes_are_those_of_seats_each_once(profile: OfficeProfile) -> None:
    scopes = packed_scopes(profile)
    assert Scope() in scopes and len(set(scopes)) == len(scopes)
    assert packed_scopes(replace(profile, seats=profile.seats * 2)) == scopes
