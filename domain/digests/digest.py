"""The morning digest: its sections, what it tells as new, lists asked for as tables (rules, section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.messages.sections import MessageFilter, Section
from domain.office.profile import OfficeProfile

DIGEST = (
    Section.OVERDUE,
    Section.ESCALATED,
    Section.TODAY,
    Section.SOON,
    Section.UNASSIGNED,
    Section.UNREGISTERED,
)


def changes_since(profile: OfficeProfile, last: datetime | None, now: datetime) -> datetime:
    """Since when a digest tells what changed: since the one before, the first since yesterday's hour."""
    if last is not None:
        return last
    return datetime.combine(now.date() - timedelta(days=1), profile.digest_at, profile.time_zone)


@dataclass(frozen=True, slots=True)
class Export:
    """A list that a person asked for as a table: exactly what the filter and the section gave them."""

    id: int
    chat_id: int
    section: Section
    chosen: MessageFilter
