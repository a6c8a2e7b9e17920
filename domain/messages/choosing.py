"""Which messages a list shows: what somebody chose, within what their seat answers for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.messages.sections import MessageFilter, Section, narrowed, seat_filter
from domain.office.profile import OfficeProfile, Role
from domain.people.roster import Roster
from domain.unit_of_work import Office

FILTERS = ("section", "block", "channel", "unit", "topic")


def chosen_by(
    office: Office, roster: Roster, seat: int, content: Mapping[str, Any], now: datetime
) -> tuple[MessageFilter, Section]:
    """The filter and the section that `content` names, within the scope of this seat."""
    profile, duties = office.profile, roster.duties()
    heads = duties is not None and duties.seat == seat
    place = profile.seat(profile.head_seat if heads else seat)
    scope = seat_filter(profile, office.calendar, now, place)
    chosen = narrowed(scope, content.get("block"), content.get("channel"))
    chosen = replace(
        chosen,
        unit=content.get("unit"),
        topic=content.get("topic"),
        words=str(content.get("words") or ""),
    )
    return chosen, Section(content.get("section") or Section.OPEN.value)


def choices(
    profile: OfficeProfile, seat: int, name: str, *, heads: bool, block: str | None = None
) -> list[str]:
    """What this seat may choose of a filter other than the topic: keys of the profile, or sections.

    A head of a block has but one block; units are those of the block that was chosen.
    """
    place = profile.seat(seat)
    head = heads or place.role is Role.HEAD
    match name:
        case "section":
            hidden = {Section.UNASSIGNED, Section.UNREGISTERED} if place.block and not head else set()
            return [section.value for section in Section if section not in hidden]
        case "block":
            return profile.block_keys if head or place.block is None else []
        case "channel":
            return list(place.channels) if place.channels and not head else [c.key for c in profile.channels]
    only = block or (None if head else place.block)
    return [unit.key for unit in profile.units if only in (None, unit.block)]
