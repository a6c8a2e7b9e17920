"""What is wrong in a profile's file is named by its place, all of it at once."""

from __future__ import annotations

import re

import pytest

from bot.profiles import ProfileError
from bot.profiles.loading import profile_text, read_profile

SHIPPED = profile_text()


def mistakes(content: str) -> list[str]:
    """Places and kinds of all that is refused."""
    with pytest.raises(ProfileError) as refused:
        read_profile(content)
    return [f"{mistake.place}: {mistake.key}" for mistake in refused.value.mistakes]


CASES = [
    ('city = "Чайковский"', "", "city: missing"),
    ('city = "Чайковский"', 'city = ""', "city: wrong-value"),
    ('key = "chaikovsky"', 'key = "Чайковский"', "key: wrong-value"),
    ('time_zone = "Asia/Yekaterinburg"', 'time_zone = "Europe"', "time_zone: unknown-zone"),
    ('locale = "ru"', 'locale = "de"', "locale: wrong-value"),
    ("due_soon_days = 2", "due_soon_day = 2", "due_soon_days: missing"),
    ("due_soon_days = 2", "due_soon_days = 31", "due_soon_days: wrong-value"),
    ("acting_seat = 2", "acting_seat = 1", "acting_seat: bad-acting-seat"),
    ("date = 2024-01-09", 'date = "вчера"', "decree.date: wrong-value"),
    ('number = "5"\n', 'number = "5"\nissued = "там"\n', "decree.issued: unknown-key"),
    ('share = "1/2"', 'share = "3/2"', "quorum.share: bad-share"),
    ('of = "established"', 'of = "present"', "quorum.of: wrong-value"),
    ('decided_by = "chair"', 'decided_by = "coin"', "tie.decided_by: wrong-value"),
    ("lunch_to = 13:00:00", "lunch_to = 11:00:00", "working_time: hours-order"),
    ("short_day_hours = 1 ", "short_day_hours = 5 ", "working_time.short_day_hours: wrong-value"),
    ("days_off = []", "days_off = [1]", "calendar.days_off.1: wrong-value"),
    ("reveal_to = [1, 8, 9]", "reveal_to = [1, 12]", "keeping.reveal_to: no-such-seat"),
    ("blank_after_years = 5", "blank_after_years = 0", "keeping.blank_after_years: wrong-value"),
    ("repeat_days = 30", "repeat_days = 0", "figures.repeat_days: wrong-value"),
    ('finance = "Управление финансами"', 'finance = ""', "blocks.finance: wrong-value"),
    ('finance = "Управление финансами"', "", "seats.5.block: no-such-block"),
    ("number = 6\n", "number = 7\n", "seats: seat-numbers"),
    ("number = 6\n", "number = 0\n", "seats.6.number: wrong-value"),
    ('role = "head"', 'role = "boss"', "seats.1.role: wrong-value"),
    ('role = "head"', 'role = "officer"', "seats: one-head"),
    ('block = "social"\n\n', 'block = "economy"\n\n', "blocks.social: no-block-head"),
    ('block = "social"\n\n', "\n\n", "seats.3.block: block-of-block-head"),
    ('"pos", "upravlyaem"', '"upravlyaem"', "channels.pos: one-officer"),
    ('"pos", "upravlyaem"', '"pos", "fax", "upravlyaem"', "seats.8.channels: no-such-channel"),
    ('key = "social"', 'key = "monitoring"', "channels.monitoring: repeated"),
    ("{ amount = 9, ", "{ ", "channels.incident.deadline.amount: missing"),
    ("{ amount = 9, ", "{ amount = 0, ", "channels.incident.deadline.amount: wrong-value"),
    ("{ amount = 9, ", "{ amount = 9, sum = 1, ", "channels.incident.deadline.sum: unknown-key"),
    ("{ amount = 8, ", '{ amount = "много", ', "channels.upravlyaem.deadline.amount: wrong-value"),
    (
        'наледи" = { amount = 3',
        'наледи" = { amount = -3',
        "channels.upravlyaem.topic_deadlines.Уборка дорог от снега и наледи.amount: wrong-value",
    ),
    ("times = 1, ", "times = 0, ", "channels.pos.appeal_deadline.extension.times: wrong-value"),
    (
        'number = ["Рег. номер", ',
        'numbers = ["Рег. номер", ',
        "channels.appeal.registry.headers.numbers: unknown-field",
    ),
    ('channel = ["канал", ', 'chanel = ["канал", ', "generic_registry.headers.chanel: unknown-field"),
    ('trud = { title = "Отдел труда и занятости", ', "trud = { ", "units.trud.title: missing"),
    ("trud = { ", 'trud = { head = "он", ', "units.trud.head: unknown-key"),
    ('занятости", block = "economy"', 'занятости", block = "work"', "units.trud.block: no-such-block"),
    ("\nsocial = [", "\nculture = [", "topics.culture: no-such-block"),
    ("[decree]", "[decree", "toml: bad-toml"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "instead", "mistake"), CASES)
def test_a_mistake_is_named_by_its_place(said: str, instead: str, mistake: str) -> None:
    """One wrong word is one refusal that an administrator finds in the file."""
    assert said in SHIPPED, said
    assert mistake in mistakes(SHIPPED.replace(said, instead, 1))


def test_all_mistakes_are_named_at_once() -> None:
    """Whoever writes a profile mends it in one go."""
    content = SHIPPED.replace('locale = "ru"', 'locale = "de"').replace("times = 1, ", "times = 0, ", 1)
    assert mistakes(content) == [
        "locale: wrong-value",
        "channels.pos.appeal_deadline.extension.times: wrong-value",
    ]


def test_a_tenth_seat_is_refused() -> None:
    """Never more than nine members (п. 3.1)."""
    tenth = '[[seats]]\nnumber = 9\nposition = "Ещё один"\nrole = "officer"\nduty = "другое"\n\n[[seats]]'
    assert "seats: too-many-seats" in mistakes(SHIPPED.replace("[[seats]]", tenth, 1))


def test_what_is_read_is_in_order() -> None:
    """Seats stand by number and topics are found in any case, however the file has them."""
    first, second = re.findall(r"\[\[seats]].*?(?=\n\[\[seats)", SHIPPED, re.DOTALL)[:2]
    swapped = SHIPPED.replace(first, "@").replace(second, first).replace("@", second)
    assert read_profile(swapped) == read_profile(SHIPPED)
    office = read_profile(SHIPPED)
    assert [seat.number for seat in office.seats] == list(range(1, 10))
    portal = office.channel("upravlyaem")
    assert portal.rule_for(" УБОРКА дорог от снега и наледи").amount == 3
    assert (portal.rule_for("Дороги").amount, office.topics["Школы"], office.unit("trud").block) == (
        8,
        "social",
        "economy",
    )
