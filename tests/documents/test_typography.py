"""Whatever a meeting was like, its papers have no slip that a typesetter would mend: told by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.act import not_held_sheet
from bot.documents.correction import correction_sheet
from bot.documents.extract import extract_sheet
from bot.documents.paper import content
from bot.documents.sheet import protocol_sheet
from domain.meetings.opinion import Opinion
from domain.meetings.voting import Outcome
from domain.protocols.correction import correction
from domain.protocols.record import (
    AmendmentRecord,
    ChairRecord,
    Invited,
    ItemRecord,
    NotHeldRecord,
    Person,
    PointRecord,
    ProtocolRecord,
    SittingRecord,
    SpanRecord,
    fingerprint,
)
from tests.documents.test_documents_sample import (
    CHECK_URL,
    MAJORITY,
    NAMES,
    POSITIONS,
    REFUSED,
    SIGNATURE,
    TIE,
    VOID,
    at,
    item,
    member,
    record,
    translator,
)

SLIPS = {
    "two full stops": r"(?<!\.)\.\.(?!\.)|[;:,]\.|\.[;,](?<!г\.;)(?<!Е\.;)(?<!\w\.[;,])",
    "a blank before a sign": r"\s[,.;:!?)»](?!\.)",
    "a blank after an opening one": r"[(«]\s",
    "nothing in brackets": r"\(\s*\)|«\s*»",
    "two blanks": r"[ \u00a0]{2}",
    "signs in a row": r",\s*[,;]|;\s*;|:\s*[;,:]|—\s*—",
    "a word of the program": r"\bNone\b|\bnone\b|\bTrue\b|\bFalse\b|[{}$]|protocol-|�",
    "a word twice": r"\b(?!(?:за|от|до|по)\b)([А-Яа-яё]{2,}) \1\b",
    "a dangling sign": r"^[,;:.)»—–-]|(?<![.\d])[,—–-]$",
    "a place for a name": r"\b[Мм]ест[оау] \d",
    "a capital after a semicolon": r"; (?!(?:МУП|МКУ)\b)[А-ЯЁ][а-яё]+ (?![А-ЯЁ]\.)",
    "a time from itself to itself": r"с (\d\d:\d\d) до \1\b",
}
SAID = translator()
SENTENCES = (
    *(".heard", ".speaker", ".spoke", ".draft", ".decided", ".execution", ".note"),
    *("votes.result", "votes.chair", "annexes.text", "sheet.text"),
)

words = st.sampled_from(
    [
        "Усилить контроль подрядчика",
        "Усилить контроль подрядчика.",
        "Принять к сведению до 1 декабря 2026 г.",
        "Выделить 5 млн руб.",
        "Утвердить план «Снег»",
        "Утвердить план «Снег».",
        "Доложить:\n1) о снеге;\n2) о дорогах",
        "Решить вопрос о свалке, мусоре и т. д.",
        "Согласны ли?",
    ]
)
speakers = st.sampled_from(
    [
        "",
        *(f"{name}, {position}" for name, position in zip(NAMES, POSITIONS, strict=True)),
        "Мельник С. И., и.о. начальника отдела",
        "Женя Иванов, Технический директор",
        "Заяц Пётр Ильич",
        "Мамедов Эльчин Аслан оглы, И.о. директора",
        "место вакантно",
    ]
)
executors = st.lists(
    st.sampled_from(["Управление ЖКХ", "Отдел культуры", "МУП «Водоканал»", f"{NAMES[3]}, {POSITIONS[3]}"]),
    max_size=3,
    unique=True,
).map(tuple)
dues = st.sampled_from([None, date(2026, 12, 1), date(2027, 1, 31)])
moments = st.integers(0, 80).map(lambda minutes: at(15) + timedelta(minutes=minutes))
spans = st.tuples(moments, moments).map(lambda pair: SpanRecord(min(pair), max(pair)))
turns = st.sampled_from(
    [
        (),
        (MAJORITY,),
        (TIE,),
        (REFUSED,),
        (VOID,),
        (VOID, TIE),
        (TIE, replace(REFUSED, again="Новые данные.")),
    ]
)


@st.composite
def items(draw: Any, number: int) -> ItemRecord:
    votes = draw(turns)
    by_points = bool(votes) and draw(st.booleans())
    points = tuple(
        PointRecord(
            f"{number}.{place}",
            draw(words),
            draw(executors),
            draw(dues),
            draw(st.sampled_from([Outcome.ADOPTED, Outcome.NOT_ADOPTED])) if by_points else None,
        )
        for place in range(1, draw(st.integers(0, 3)) + 1)
    )
    voted = draw(words)
    gone = not votes and draw(st.booleans())
    return item(
        number,
        *votes,
        speaker=draw(speakers),
        speaker_absent=draw(st.booleans()),
        heard=draw(st.one_of(st.just(""), words)),
        spoke=draw(st.one_of(st.just(""), words)),
        draft_decision=draw(st.sampled_from([voted, voted, ""])),
        decision=draw(st.one_of(st.just(voted), words)) if votes else "",
        executors=draw(executors),
        due=draw(dues),
        points=points,
        heard_at=tuple(draw(st.lists(spans, max_size=2))),
        amendments=tuple(
            AmendmentRecord(draw(st.one_of(st.just(""), words)), draw(moments), NAMES[1], draw(st.booleans()))
            for _ in range(draw(st.integers(0, 2)))
        ),
        added_at=draw(st.one_of(st.none(), moments)),
        dropped_at=at(15, 4) if gone and draw(st.booleans()) else None,
        postponed_at=at(15, 5) if gone else None,
    )


@st.composite
def attended(draw: Any) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who was there and who was not, with whatever may be said of them."""
    away = draw(st.sets(st.integers(1, 9), max_size=4))
    there = tuple(
        member(
            seat,
            acting=draw(st.booleans()),
            remote=draw(st.booleans()),
            marked=draw(st.booleans()),
            came_at=draw(st.one_of(st.none(), moments)),
            left_at=draw(st.one_of(st.none(), moments)),
            away=tuple(draw(st.lists(spans, max_size=1))),
        )
        for seat in range(1, 10)
        if seat not in away
    )
    reasons = st.sampled_from(["", "в отпуске", "болен.", "на совещании у губернатора"])
    periods = st.sampled_from([None, (date(2026, 11, 20), date(2026, 11, 30))])
    vacant = Person(9, "", "")
    missing = tuple(
        vacant
        if seat == 9 and draw(st.booleans())
        else member(seat, reason=draw(reasons), absence=draw(periods))
        for seat in sorted(away)
    )
    return there, missing


@st.composite
def protocols(draw: Any) -> ProtocolRecord:
    questions = [draw(items(number)) for number in range(1, draw(st.sampled_from([1, 1, 5, 20])) + 1)]
    present, absent = draw(attended())
    chair = draw(st.sampled_from([member(1), member(2, acting=True)]))
    chairs = tuple(
        ChairRecord(member(1 + place % 2, acting=place % 2 == 1), at(15, 10 * place))
        for place in range(draw(st.sampled_from([0, 2, 3])))
    )
    next_day = timedelta(days=1)
    sittings = (
        SittingRecord(at(15), at(16), present, absent),
        SittingRecord(at(15) + next_day, at(16, 20) + next_day, present, absent),
    )
    several = draw(st.booleans())
    return record(
        *questions,
        present=present,
        absent=absent,
        chair=chair,
        chairs=chairs,
        closed_at=at(16, 20) + next_day * several,
        sittings=sittings if several else (),
        breaks=tuple(draw(st.lists(spans, max_size=2))),
        guests=draw(st.sampled_from([(), (Invited("Дальний Савва Егорович", ""),)])),
        place=draw(st.sampled_from(["каб. 12", "", "зал заседаний"])),
        secretary=draw(st.sampled_from([None, Person(0, "главный специалист", "Неволина Инга Марковна")])),
    )


def slips(paper: Any) -> list[tuple[str, str, str]]:
    """Each slip with where it stands and what stands there."""
    texts = list(strings(content(paper), "sheet"))
    found = [
        (name, where, line)
        for where, text in texts
        for line in text.split("\n")
        for name, rule in SLIPS.items()
        if re.search(rule, line)
    ]
    return found + [
        ("no full stop", where, text)
        for where, text in texts
        if where.endswith(SENTENCES) and text and not re.search("[.!?]»?$", text)
    ]


def strings(part: Any, where: str) -> Iterator[tuple[str, str]]:
    """All texts of a paper with the names that lead to them."""
    if isinstance(part, dict):
        for name, inner in part.items():
            if name not in ("captions", "check_url", "check_picture", "moment", "fingerprint", "language"):
                yield from strings(inner, f"{where}.{name}")
    elif isinstance(part, list):
        for inner in part:
            yield from strings(inner, where)
    elif isinstance(part, str):
        yield where, part


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(of=protocols(), signed=st.booleans(), opinion=st.integers(0, 1))
def test_no_protocol_and_no_extract_has_a_slip(of: ProtocolRecord, signed: bool, opinion: int) -> None:
    signature = replace(SIGNATURE, instead_of=NAMES[0], name=NAMES[1], acting=True) if signed else None
    opinions = [Opinion(of.present[-1].seat, opinion, "Против строительства", at(17))]
    page = protocol_sheet(
        of, SAID, fingerprint(of), CHECK_URL, signature, opinions, countersignature=signature
    )
    assert slips(page) == []
    extract = extract_sheet(of, SAID, fingerprint(of), CHECK_URL, SIGNATURE, numbers=(1,))
    assert slips(extract) == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(who=attended(), place=st.sampled_from(["", "каб. 12"]), nobody=st.booleans(), text=words)
def test_no_act_and_no_correction_has_a_slip(who: Any, place: str, nobody: bool, text: str) -> None:
    of = record(item(1, TIE))
    act = NotHeldRecord(
        office=of.office,
        city=of.city,
        decree_number=of.decree_number,
        decree_date=of.decree_date,
        appointed_at=at(15),
        closed_at=at(16),
        place=place,
        established=9,
        quorum_needed=5,
        chair=None if nobody else member(2, acting=True),
        present=who[0],
        absent=who[1],
        number=7,
        body=of.body,
    )
    assert slips(not_held_sheet(act, SAID, "0" * 64, CHECK_URL, SIGNATURE)) == []
    mended = correction(of, "0" * 64, 1, text, at(17))
    assert slips(correction_sheet(mended, SAID, "0" * 64, CHECK_URL, SIGNATURE)) == []
