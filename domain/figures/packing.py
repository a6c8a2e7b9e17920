"""Which months are packed: counted once as they stood a while after their end, and read from that since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.figures.figures import Cohort, Scope, scope_of
from domain.figures.period import Period, month_of
from domain.office.profile import OfficeProfile

SETTLED_AFTER = timedelta(days=14)
"""So long after its end most of a month's messages are answered: the others stay to be counted one by one."""

_YEARS_BEFORE = 2


def months_to_pack(now: datetime, zone: ZoneInfo) -> Iterator[Period]:
    """Months of this year and the two before it that ended long enough ago, the newest first."""
    today = now.astimezone(zone).date()
    month = month_of(today).before()
    while month.first.year >= today.year - _YEARS_BEFORE:
        if settled_at(month, zone) <= now:
            yield month
        month = month.before()


def settled_at(month: Period, zone: ZoneInfo) -> datetime:
    """The moment as of which a month is packed."""
    return month.ends(zone) + SETTLED_AFTER


def month_cohort(month: Period, zone: ZoneInfo, scope: Scope) -> Cohort:
    """What is packed of a month."""
    return Cohort(month.starts(zone), month.ends(zone), settled_at(month, zone), scope)


def packed_scopes(profile: OfficeProfile) -> list[Scope]:
    """Whose messages are packed: those that a seat sees figures of, each once."""
    return list(dict.fromkeys(scope_of(seat) for seat in profile.seats))
