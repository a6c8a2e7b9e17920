"""What is wrong in a profile's file is named by its place, all of it at once."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.commands.words import command_texts
from bot.profiles import ProfileError, load_profile, notes
from bot.profiles.loading import profile_text, read_profile

SHIPPED = profile_text()
TEXTS = command_texts()


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
    ("[quorum]", "[secretary]\nseat = 12\n[quorum]", "secretary.seat: no-such-seat"),
    ("[quorum]", '[secretary]\nseat = 3\nname = "Имя"\n[quorum]', "secretary: seat-or-name"),
    ("[quorum]", "[secretary]\n[quorum]", "secretary: seat-or-name"),
    ("[quorum]", '[secretary]\nname = "Имя"\nsalary = 1\n[quorum]', "secretary.salary: unknown-key"),
    ("lunch_to = 13:00:00", "lunch_to = 11:00:00", "working_time: hours-order"),
    ("short_day_hours = 1 ", "short_day_hours = 5 ", "working_time.short_day_hours: wrong-value"),
    ("days_off = []", "days_off = [1]", "calendar.days_off.1: wrong-value"),
    ("reveal_to = []", "reveal_to = [1, 12]", "keeping.reveal_to: no-such-seat"),
    ("on_page = [1, 8, 9]", "on_page = [1, 12]", "keeping.on_page: no-such-seat"),
    ('in_chat = "masked"', 'in_chat = "whole"', "keeping.in_chat: wrong-value"),
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
    ("[decree]", "[decree]\n[decree]", "toml: bad-toml"),
    ("\nsocial = [", '\nsocial = [ "дороги", ', "topics.infrastructure: topic-in-two"),
    ('aliases = ["инцидент", ', 'aliases = ["ПОС", ', "channels.incident.aliases: alias-of-two"),
    (
        'signature = ["Номер публикации", "Сообщество"]',
        'signature = ["аккаунт губернатора", "Номер комментария"]',
        "channels.social.registry.signature: signature-of-two",
    ),
    ('number = ["Номер публикации"]\n', "", "channels.social.registry.headers: no-number"),
    (
        'answered = ["Готово", ',
        'date_formats = ["ДД.ММ.ГГГГ"]\nanswered = ["Готово", ',
        "channels.incident.registry.date_formats: bad-date-format",
    ),
    (
        'answered = ["Готово", ',
        'date_formats = ["%d.%m"]\nanswered = ["Готово", ',
        "channels.incident.registry.date_formats: bad-date-format",
    ),
    ('answered = ["Готово", ', 'answered = ["в работе", ', "channels.incident.registry.open: status-of-two"),
    ('aliases = ["отдел торговли"]', 'aliases = ["жкх"]', "units.zhkh: alias-of-two"),
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


def test_a_key_is_one_seats_alone() -> None:
    """By it a seat is known when its number has changed."""
    keyed = '[[seats]]\nkey = "one"\n'
    assert read_profile(SHIPPED.replace("[[seats]]\n", keyed, 1)).seats[0].key == "one"
    assert mistakes(SHIPPED.replace("[[seats]]\n", keyed, 2)) == ["seats: seat-keys"]


def test_a_wrong_value_hides_no_disagreement() -> None:
    """What sections say of each other is checked although a value of theirs is of the wrong type."""
    content = SHIPPED.replace("{ amount = 9, ", '{ amount = "девять", ', 1).replace('"pos", "upr', '"upr', 1)
    content = content.replace('занятости", block = "economy"', 'занятости", block = "work"', 1)
    assert mistakes(content) == [
        "channels.incident.deadline.amount: wrong-value",
        "units.trud.block: no-such-block",
        "channels.pos: one-officer",
    ]


def test_what_is_hardly_meant_is_noted() -> None:
    """Neither stops the office: an export may know topics that no block has."""
    assert {note.key for note in notes(read_profile(SHIPPED))} == {"confirm", "law-files"}
    late = SHIPPED.replace("digest_at = 08:30:00", "digest_at = 23:00:00", 1)
    strange = late.replace('"Сосульки и снег на крышах" = {', '"Сосульки" = {', 1)
    noted = {(note.place, note.key) for note in notes(read_profile(strange))}
    shown = SHIPPED.replace("reveal_to = []", "reveal_to = [1]", 1)
    assert "law-reveal" in {note.key for note in notes(read_profile(shown))}
    kept = SHIPPED.replace("registries_in_chat = true", "registries_in_chat = false", 1)
    assert {note.key for note in notes(read_profile(kept))} == {"confirm"}
    assert {("digest_at", "late-digest"), ("channels.upravlyaem.topic_deadlines", "unknown-topic")} <= noted


def test_files_are_read_as_editors_leave_them(tmp_path: Path) -> None:
    """A mark of byte order is passed over; another code page, a missing file, what is no file are named."""
    marked, windows = tmp_path / "marked.toml", tmp_path / "windows.toml"
    marked.write_text(SHIPPED, "utf-8-sig")
    windows.write_bytes(SHIPPED.encode("cp1251", "ignore"))
    assert load_profile(marked) == read_profile(SHIPPED)
    found = []
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (windows, tmp_path / "none.toml", tmp_path, tmp_path / "pipe.toml"):
        with pytest.raises(ProfileError) as refused:
            load_profile(path)
        found += [mistake.key for mistake in refused.value.mistakes]
    assert found == ["not-utf8", "no-file", "no-such-file", "no-such-file"]


@pytest.mark.parametrize(("said", "instead", "mistake"), CASES)
def test_no_english_stands_in_a_russian_sentence(said: str, instead: str, mistake: str) -> None:
    """Latin letters are only what the file itself is written in."""
    with pytest.raises(ProfileError) as refused:
        read_profile(SHIPPED.replace(said, instead, 1))
    for one in refused.value.mistakes:
        given = [str(value) for value in one.arguments.values()]
        sentence = TEXTS(f"profile-{one.key}", **one.arguments)
        for word in (*given, "Asia/Yekaterinburg", "TOML", "blocks", "channels", "number", "true", "false"):
            sentence = sentence.replace(word, "")
        sentence = re.sub(r"%\w", "", sentence)
        assert not re.search("[A-Za-z]{2}", sentence), sentence


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
