"""A made-up trouble of the last days: a village without heat writes far more than it ever does."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.production_calendar import ProductionCalendar
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile

_FIRST_HOUR = 8
_APART = timedelta(minutes=13)
_ANSWERED_AFTER = timedelta(hours=4, minutes=20)


def spike_messages(now: datetime, profile: OfficeProfile) -> list[RegistryRow]:
    """A dozen messages of one village on one topic, on the last working day of the week before `now`'s.

    All of them are answered the same day, so that nobody's digest grows by them.
    """
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name("seed_texts.toml").read_text("utf-8"))
    spike = data["spike"]
    calendar, today = ProductionCalendar(profile), now.astimezone(profile.time_zone).date()
    day = today - timedelta(days=today.weekday() + 1)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    rows = []
    for place, (house, text) in enumerate(zip(spike["houses"], spike["texts"], strict=True)):
        received = datetime.combine(day, time(_FIRST_HOUR, 47), profile.time_zone) + place * _APART
        number = spike["first_number"] + 3 * place
        rows.append(
            RegistryRow(
                channel=spike["channel"],
                number=str(number),
                received_at=received,
                topic=spike["topic"],
                topic_group=spike["group"],
                text=text,
                executor=next((unit.title for unit in profile.units if unit.key == spike["unit"]), ""),
                status=Status.ANSWERED,
                answered_at=received + _ANSWERED_AFTER,
                author=data["nicknames"][place % len(data["nicknames"])],
                place=f"{spike['village']}, {house}",
                url=f"https://example.org/{spike['channel']}/{number}",
            )
        )
    return rows
