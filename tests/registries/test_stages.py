"""Columns of importance, of interim answers and of refutations, by their sense and by the profile's words."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.registries.headers import normalise_words
from bot.registries.meanings import meanings_of
from bot.registries.reading import read_registry
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Важность", "important"),
        ("Степень важности", "important"),
        ("Приоритет обращения", "important"),
        ("Дата промежуточного ответа", "interim_at"),
        ("Промежуточный ответ дан", "interim_at"),
        ("Дата опровержения", "refuted_at"),
        ("Дата и время опровержения ответа автором", "refuted_at"),
        ("Дата ответа", "answered_at"),
        ("Дата первого ответа", "answered_at"),
    ],
)
def test_columns_are_known_by_their_sense(header: str, field: str) -> None:
    assert meanings_of(normalise_words(header))[0] == field


def rows_of(profile: OfficeProfile, channel: str, *lines: str) -> list[RegistryRow]:
    now = datetime(2026, 11, 24, 12, 0, tzinfo=profile.time_zone)
    reading = read_registry("\n".join(lines).encode(), "a.csv", profile, now, channel)
    assert reading.unreadable == []
    return list(reading.rows)


def test_importance_and_an_interim_answer_leave_a_message_open(profile: OfficeProfile) -> None:
    usual, important = rows_of(
        profile,
        "incident",
        "Номер инцидента;Дата создания;Тема;Приоритет;Дата промежуточного ответа;Статус",
        "1;23.11.2026 09:00;Отопление;обычная;;В работе",
        "2;23.11.2026 09:00;Отопление;Высокая;23.11.2026 11:00;Промежуточный ответ",
    )
    assert (usual.important, usual.interim_at, usual.status) == (False, None, Status.OPEN)
    assert (important.important, important.status, important.said_status) == (True, Status.OPEN, "")
    assert important.interim_at == datetime(2026, 11, 23, 11, 0, tzinfo=profile.time_zone)


def test_a_refuted_answer_is_none_until_the_next(profile: OfficeProfile) -> None:
    refuted, again, undated = rows_of(
        profile,
        "upravlyaem",
        "Номер проблемы;Дата публикации;Тема проблемы;Состояние;Дата официального ответа;Дата опровержения",
        "1;02.11.2026;Дворы;Опровергнута;10.11.2026;12.11.2026",
        "2;02.11.2026;Дворы;Решена;20.11.2026;12.11.2026",
        "3;02.11.2026;Дворы;На доработке;10.11.2026;",
    )
    assert (refuted.status, refuted.answered_at, refuted.said_status) == (Status.OPEN, None, "")
    assert refuted.refuted_at == datetime(2026, 11, 12, tzinfo=profile.time_zone)
    assert again.status is Status.ANSWERED
    assert (undated.status, undated.refuted_at, undated.said_status) == (Status.OPEN, None, "На доработке")
