"""The office's own Word template of the protocol: found beside the profile, tried before it is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.documents.docx import BadTemplate, protocol_docx
from bot.documents.filling import LONGEST, filled_apart
from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.documents.wording import Translate
from bot.profiles.loading import DEFAULT
from domain.meetings.voting import Choice, Outcome
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.protocols.record import (
    Invited,
    ItemRecord,
    Person,
    ProtocolRecord,
    RollCallEntry,
    Signature,
    VoteRecord,
)

_MOMENT = datetime(2024, 1, 9, tzinfo=UTC)


def template_path(profile: OfficeProfile, profile_path: Path | None) -> Path | None:
    """Where the office's template is; None when the profile names none."""
    if not profile.protocol_template:
        return None
    return (profile_path or DEFAULT).parent / profile.protocol_template


def template_trouble(
    template: Path | None, translate: Translate, longest: float = LONGEST
) -> BadTemplate | None:
    """Why the template cannot be filled, found by filling it with made-up protocols; None when it can.

    `longest`: seconds that it may take.
    """
    if template is None:
        return None
    sheets = [
        protocol_sheet(record, translate, "0" * 64, "made-up", signature)
        for signature in (None, Signature("Подпись", "Должность", True, _MOMENT, 1))
        for record in (_full(), replace(_full(), present=(), absent=(), guests=(), items=()))
    ]
    try:
        filled_apart(sheets, template, longest)
    except BadTemplate as trouble:
        return trouble
    return None


def filled(
    sheet: ProtocolSheet, template: Path | None, longest: float = LONGEST
) -> tuple[bytes, BadTemplate | None]:
    """The protocol by the office's template; by the shipped one, with the reason, where that is broken."""
    if template is None:
        return protocol_docx(sheet), None
    try:
        return filled_apart((sheet,), template, longest), None
    except BadTemplate as trouble:
        return protocol_docx(sheet), trouble


def trouble_text(texts: Texts, trouble: BadTemplate) -> str:
    """The trouble in a sentence: by the placeholder's name where that is the reason."""
    return texts(
        "template-unknown-name" if trouble.placeholder else f"template-{trouble.kind}",
        file=trouble.file_name,
        limit=trouble.limit,
        name=trouble.placeholder,
        reason=trouble.reason,
    )


def _full() -> ProtocolRecord:
    """A made-up protocol in which every part is there."""
    person = Person(1, "Должность", "Имя", acting=True, came_at=_MOMENT)
    vote = VoteRecord(
        closed_at=_MOMENT,
        established=1,
        present=1,
        votes_for=1,
        votes_against=0,
        abstained=0,
        not_voted=0,
        outcome=Outcome.ADOPTED,
        ground="majority",
        chair=1,
        roll_call=(RollCallEntry(1, "Имя", Choice.FOR, aloud=True),),
    )
    item = ItemRecord(
        number=1,
        question="Вопрос",
        speaker="Докладчик",
        heard="Слушали",
        draft_decision="Проект",
        votes=(vote,),
        decision="Решение",
        executors=("Исполнитель",),
        due=date(2024, 1, 9),
        spoke="Выступили",
    )
    return ProtocolRecord(
        number=1,
        office="Офис",
        city="Город",
        decree_number="1",
        decree_date=date(2024, 1, 9),
        opened_at=_MOMENT,
        closed_at=_MOMENT,
        place="Место",
        form="mixed",
        established=1,
        quorum_needed=1,
        chair=person,
        present=(person,),
        absent=(Person(2, "Должность", ""),),
        guests=(Invited("Имя", "Должность"),),
        items=(item,),
    )
