"""Twelve messages whose terms were counted by hand, for Tuesday, 24 November 2026, 08:30.

Working days of the weeks concerned: Monday to Friday, but Wednesday 4 November (a holiday). Working hours
8:30–12:00 and 13:00–17:30.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Yekaterinburg")
FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=ZONE)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=ZONE)
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Written:
    """A message and what was counted by hand: `term` the last day or minute."""

    number: str
    channel: str
    received: str
    topic: str
    term: str
    answered: str = ""


WRITTEN = (
    # 26–30 October are five, 2–3 November seven, 5–6 nine, 9 November ten. On the 24th late by 10–13 (four),
    # 16–20 (nine), 23–24: eleven working days.
    Written("4001", "ПОС", "23.10.2026 10:00", "Ямы на дорогах", "09.11.2026"),
    # 20, 23, 24 November: today.
    Written("4002", "Соцсети", "19.11.2026 11:00", "Вывоз мусора", "24.11.2026"),
    # 19, 20, 23 November: it expired yesterday at midnight, late by one working day.
    Written("4003", "Соцсети", "18.11.2026 11:00", "Освещение улиц", "23.11.2026"),
    # 13, 16–20, 23, 24 November are eight: today.
    Written("4004", "Управляем вместе", "12.11.2026 09:00", "Детские сады", "24.11.2026"),
    # Monday 14:00–17:30 is three hours and a half, the morning as much, two more after lunch: till 15:00
    # today.
    Written("4005", "Инцидент", "23.11.2026 14:00", "Земельные участки", "24.11.2026 15:00"),
    # Thirty days after 23 October is Sunday 22 November; the working day before is the 20th: four days ago.
    Written("4006", "59-ФЗ", "23.10.2026 10:00", "Ярмарки и рынки", "20.11.2026"),
    # 23, 24, 25 November: soon.
    Written("4007", "Мониторинг", "20.11.2026 09:00", "Нарушение строительных норм", "25.11.2026"),
    # 13, 16–20, 23–26 November: Thursday, the second working day from today: soon.
    Written("4008", "ПОС", "12.11.2026 10:00", "Налоги", "26.11.2026"),
    # A day later: Friday, neither today nor soon.
    Written("4009", "ПОС", "13.11.2026 10:00", "Автобусы", "27.11.2026"),
    # Today; nobody's topic.
    Written("4010", "Соцсети", "19.11.2026 12:00", "Летопись города", "24.11.2026"),
    # Answered in time before it was ever put in: it is in no digest.
    Written("4011", "Соцсети", "17.11.2026 12:00", "Отопление", "20.11.2026", "19.11.2026 12:00"),
    # Expires as 4003 does, but is answered on Monday.
    Written("4012", "Соцсети", "18.11.2026 12:00", "Водоснабжение", "23.11.2026"),
)
LATE_COMER = "4005"  # the only one that comes after Monday's digest
ANSWERED_ON_MONDAY = "4012"

# Tuesday's digests: overdue, due today, due soon. Blocks in the order of seats 2–7, officers 8 and 9.
COUNTED = {
    1: (3, 4, 2),  # 4001 4003 4006 · 4002 4004 4005 4010 · 4007 4008
    2: (1, 0, 0),  # 4006
    3: (0, 1, 0),  # 4004
    4: (2, 1, 0),  # 4001 4003 · 4002
    5: (0, 0, 1),  # 4008
    6: (0, 0, 1),  # 4007
    7: (0, 1, 0),  # 4005
    8: (2, 1, 1),  # 4001 4006 · 4004 · 4008
    9: (1, 3, 1),  # 4003 · 4002 4005 4010 · 4007
}
# On Monday at 08:30 4001 and 4006 were overdue; since then 4005 came, 4003 expired, 4012 was answered.
HEADS_CHANGES = {
    "overdue_before": 2,
    "arrived": 1,
    "expired": 1,
    "answered": 1,
    "escalated": 1,
    "unassigned": 1,
}
