"""Invented meetings for the tests of documents."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.documents.sheet import ProtocolSheet, protocol_sheet
from domain.meetings.voting import Choice, Outcome
from domain.protocols.record import (
    Invited,
    ItemRecord,
    Person,
    ProtocolRecord,
    RollCallEntry,
    Signature,
    VoteRecord,
    fingerprint,
)

ROOT = Path(__file__).parents[2]
ZONE = timezone(timedelta(hours=5))
CHECK_URL = "https://t.me/office_bot?start=check_0123456789abcdef"

NAMES = (
    "Ветров Глеб Ильич",
    "Полянская Вера Андреевна",
    "Сосновский Марк Олегович",
    "Речной Пётр Ефимович",
    "Луговая Анна Макаровна",
    "Каменский Захар Львович",
    "Берёзкина Нина Тарасовна",
    "Озёрный Юрий Никитич",
    "Заречная-Верхнеполянская Александра Константиновна",
)
POSITIONS = (
    "Заместитель главы администрации городского округа, руководитель аппарата",
    "Первый заместитель главы администрации городского округа по экономической политике и развитию "
    "территории, начальник управления",
    "Заместитель главы администрации городского округа по социальным вопросам",
    "Заместитель главы администрации городского округа по инфраструктуре, начальник управления",
    "Начальник управления финансов администрации городского округа",
    "Начальник управления строительства и архитектуры администрации городского округа",
    "Начальник управления земельно-имущественных отношений администрации городского округа",
    "Начальник управления делами администрации городского округа",
    "Начальник отдела пресс-службы администрации городского округа",
)


def translator(language: str = "ru") -> Any:
    bundle = FluentBundle([language], use_isolating=False)
    path = ROOT / "locales" / language / "protocols.ftl"
    bundle.add_resource(FluentResource(path.read_text("utf-8")))

    def translate(key: str, arguments: dict[str, Any]) -> str:
        pattern = bundle.get_message(key).value
        assert pattern is not None, key
        text, errors = bundle.format_pattern(pattern, arguments)
        assert not errors, (key, errors)
        return str(text)

    return translate


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=ZONE)


def member(seat: int, **other: Any) -> Person:
    return Person(seat, POSITIONS[seat - 1], NAMES[seat - 1], **other)


def voted(choices: str, ground: str, outcome: Outcome, *, aloud: int = 0, chair: int = 1) -> VoteRecord:
    """A vote by a letter for each seat from 1: f, a, s (abstained), n (not voted)."""
    words = {"f": Choice.FOR, "a": Choice.AGAINST, "s": Choice.ABSTAIN, "n": None}
    return VoteRecord(
        closed_at=at(15, 12),
        established=9,
        present=len(choices),
        votes_for=choices.count("f"),
        votes_against=choices.count("a"),
        abstained=choices.count("s"),
        not_voted=choices.count("n"),
        outcome=outcome,
        ground=ground,
        chair=chair,
        roll_call=tuple(
            RollCallEntry(seat, NAMES[seat - 1], words[letter], aloud=seat == aloud)
            for seat, letter in enumerate(choices, 1)
        ),
    )


MAJORITY = voted("ffffsfffa", "majority", Outcome.ADOPTED)
TIE = voted("fafafafa", "casting_for", Outcome.ADOPTED, aloud=4)
REFUSED = voted("aaaafffss", "no_majority", Outcome.NOT_ADOPTED)
VOID = voted("ffff", "no_quorum", Outcome.VOID)


def item(number: int, *votes: VoteRecord, **other: Any) -> ItemRecord:
    said: dict[str, Any] = {
        "question": "Уборка снега во дворах",
        "speaker": f"{NAMES[3]}, {POSITIONS[3].lower()}",
        "heard": "О ходе зимней уборки и о повторных обращениях жителей по дворам микрорайонов.",
        "draft_decision": "Усилить контроль подрядчика; отчёт представить на следующем заседании.",
        "spoke": "Луговая А. М., Речной П. Е.",
        "decision": "Усилить контроль подрядчика; отчёт представить на следующем заседании.",
        "executors": ("Управление жилищно-коммунального хозяйства",),
        "due": date(2026, 12, 1),
    }
    return ItemRecord(number=number, votes=votes, **{**said, **other})


def record(*items: ItemRecord, **other: Any) -> ProtocolRecord:
    said: dict[str, Any] = {
        "number": 5,
        "office": "Проектный офис «Муниципальный центр управления городского округа»",
        "city": "Озёрск-на-Взгорье",
        "decree_number": "5",
        "decree_date": date(2024, 1, 9),
        "opened_at": at(15),
        "closed_at": at(16, 20),
        "place": "каб. 12",
        "form": "mixed",
        "established": 9,
        "quorum_needed": 5,
        "chair": member(1),
        "present": (
            *(member(seat, came_at=at(14, 45)) for seat in range(1, 7)),
            member(7, remote=True, came_at=at(15, 10)),
            member(8, came_at=at(14, 50), left_at=at(16)),
        ),
        "absent": (member(9),),
        "guests": (Invited("Дальний Савва Егорович", "директор подрядной организации"),),
        "items": items,
        "body": "Администрация Озёрского городского округа",
    }
    return ProtocolRecord(**{**said, **other})


SIGNATURE = Signature(NAMES[0], POSITIONS[0], False, datetime(2026, 11, 24, 11, 25, tzinfo=UTC), 700000001)
SMALL = record(item(1, TIE))
LARGE = record(
    item(1, VOID, TIE),
    item(2, REFUSED),
    item(3, VOID),
    item(4, decision="", executors=()),
    *(
        item(
            number, voted("fffffffff", "majority", Outcome.ADOPTED, aloud=2), question="О сроках ответов " * 9
        )
        for number in range(5, 21)
    ),
    present=tuple(member(seat, remote=seat > 6) for seat in range(1, 10)),
    absent=(),
)


def sheet(of: ProtocolRecord, signature: Signature | None = None, language: str = "ru") -> ProtocolSheet:
    return protocol_sheet(of, translator(language), fingerprint(of), CHECK_URL, signature)
