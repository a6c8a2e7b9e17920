"""Single cells: texts without markup, numbers, moments of many forms."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.registries.cells import Cell, line_of, number_of, raw_text, text_of
from bot.registries.headers import normalise_words
from bot.registries.moments import MomentReader, NotAMoment
from tests.registries.test_sample import ZONE, in_cell, local

MOMENT = local(2025, 12, 25, 11, 43, 54)
MINUTE = local(2025, 12, 25, 11, 43)
DAY = local(2025, 12, 25)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Снег  ", "Снег"),
        ("'Снег во дворе", "Снег во дворе"),
        ("'", ""),
        ("—", ""),
        ("#N/A", ""),
        ("#Н/Д", ""),
        ("Снег<br>Лёд<BR/>Вода<br >", "Снег\nЛёд\nВода"),
        ("<p>Первый</p><p style=`a>b`>Второй</p>", "Первый\nb`>Второй"),
        ("<div class='x'>Двор &quot;А&quot;&nbsp;&amp; Б</div>", 'Двор "А" & Б'),
        ("a < b, c > d и 5 <6", "a < b, c > d и 5 <6"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("До<script>alert('<b>')</script>после", "Допосле"),
        ("До<STYLE type=x>p {}</style >после", "Допосле"),
        ("До<script>без конца", "До"),
        ("До<!--[if mso]> <b>x</b> <![endif]-->после", "Допосле"),
        ("<a href='javascript:x'>Ссылка</a>", "Ссылка"),
        ("а\x00б\x07в\u202eг\ufeff", "абвг"),
        ("а\r\nб\rв\n\n\n\nг  \n  д", "а\nб\nв\n\nг\nд"),
        ("Семья 👨‍👩‍👧", "Семья 👨‍👩‍👧"),
        (717499.0, "717499"),
        (1.5, "1.5"),
        (None, ""),
        (True, "Да"),
    ],
)
def test_text_of_a_cell(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


def test_a_line_has_no_line_breaks() -> None:
    assert line_of(" Уборка\n снега \t и  наледи ") == "Уборка снега и наледи"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (717499.0, "717499"), (717499, "717499"), ("717499.0", "717499"), (" 15-О/2025 ", "15-О/2025"),
        ("'00123", "00123"), ("1.10", "1.10"), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_number_of_a_cell(cell: Cell, number: str) -> None:
    assert number_of(cell) == number


@pytest.mark.parametrize(
    "part", ["<", "<a", "<!--", "<script", "</script", "&", " ", "'", "\n ", "<br", "<p>", "&#"]
)
def test_no_text_is_slow_to_clean(part: str) -> None:
    """What takes steps by the square of the length would not end here."""
    text_of("x" + part * 200_000 + "<")


@given(st.text(max_size=200))
def test_no_control_character_and_no_markup_stays(text: str) -> None:
    cleaned = text_of(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", cleaned)
    assert cleaned == cleaned.strip()
    if "&" not in text:
        assert not re.search(r"</?(?:p|br|script|b)>", cleaned.lower())


@given(st.one_of(st.none(), st.text(), st.booleans(), st.integers(), st.floats(), st.datetimes()))
def test_any_cell_can_be_handed_back(cell: Cell) -> None:
    assert isinstance(raw_text(cell), str)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("  Дата\nпоступления: ", "дата поступления"),
        ("№ обращения", "номер обращения"),
        ("№", "номер"),
        ("«ОТЧЁТ»\u00a0(2025)", "отчет 2025"),
        ("Рег. номер", "рег номер"),
        ("59-ФЗ", "59 фз"),
        ("Испол\u00adнитель", "исполнитель"),
        ("***", ""),
    ],
)
def test_words_to_compare_by(written: str, normal: str) -> None:
    assert normalise_words(written) == normal


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("25.12.2025 11:43", MINUTE),
        ("25.12.2025 11:43:54", MOMENT),
        ("25.12.2025, 11:43", MINUTE),
        ("25.12.2025 в 11:43", MINUTE),
        ("25.12.2025", DAY),
        ("25.12.25", DAY),
        ("25.12.25 11:43", MINUTE),
        ("25.12.2025 г.", DAY),
        ("25.12.2025г", DAY),
        ("25/12/2025", DAY),
        ("25-12-2025", DAY),
        ("5.1.2026 9:05", local(2026, 1, 5, 9, 5)),
        ("2025-12-25 11:43:54", MOMENT),
        ("2025-12-25", DAY),
        ("2025-12-25T11:43:54", MOMENT),
        ("2025-12-25T11:43:54.336000", MOMENT + timedelta(microseconds=336000)),
        ("2025-12-25T06:43:54Z", MOMENT),
        ("2025-12-25T09:43:54+03:00", MOMENT),
        ("2025-12-25 11:43:54+05", MOMENT),
        ("25 декабря 2025", DAY),
        ("25 декабря 2025 г.", DAY),
        ("25 декабря 2025 г. в 11:43", MINUTE),
        ("25 дек. 2025 11:43", MINUTE),
        ("3 мая 2025", local(2025, 5, 3)),
        ("3 марта 2025", local(2025, 3, 3)),
        ("25.12.2025 09:43 (МСК)", MINUTE),
        ("'25.12.2025", DAY),
        ("25.12.2025\n11:43", MINUTE),
        ("46016", DAY),
        ("46016,5", DAY + timedelta(hours=12)),
        (46016, DAY),
        (46016.0, DAY),
        (in_cell(2025, 12, 25, 11, 43, 54), MOMENT),
        (datetime(2025, 12, 25, 6, 43, 54, tzinfo=UTC), MOMENT),
        ("", None),
        ("—", None),
        (None, None),
    ],
)
def test_a_moment_in_any_form(cell: Cell, moment: datetime | None) -> None:
    read = MomentReader(ZONE).read(cell)
    assert read == moment
    assert read is None or read.tzinfo is UTC


@pytest.mark.parametrize(
    "cell",
    [
        "вчера", "32.12.2025", "25.13.2025", "12/25/2025", "25.12.2025 25:00", "25.12.1925", "25.12.2225",
        "2025", "25.12", "11:43", "1:30:00", "4 days, 13:24:54", "25 мартобря 2025", "25 абв 2025", 5, 5.0,
        123456789, 1e300, float("nan"), float("inf"), float("-inf"), True, in_cell(1999, 12, 31),
        in_cell(2100, 1, 1), "9" * 5000, "25.12.2025" + " " * 70 + "x",
    ],
)  # fmt: skip
def test_what_is_no_moment(cell: Cell) -> None:
    with pytest.raises(NotAMoment):
        MomentReader(ZONE).read(cell)


def test_the_profile_may_name_forms_of_its_own() -> None:
    assert MomentReader(ZONE, ("%m/%d/%Y %H:%M",)).read("12/25/2025 11:43") == MINUTE


@given(st.text(alphabet="0123456789.:-/ TZ+декябрямайг,", max_size=30))
def test_any_text_is_a_moment_or_is_not(text: str) -> None:
    try:
        read = MomentReader(ZONE).read(text)
    except NotAMoment:
        return
    assert read is None or 1999 <= read.year <= 2100


@given(st.datetimes(in_cell(2000, 1, 2), in_cell(2099, 12, 30)))
def test_a_serial_number_is_its_moment_to_the_second(moment: datetime) -> None:
    serial = (moment - in_cell(1899, 12, 30)) / timedelta(days=1)
    read = MomentReader(ZONE).read(serial)
    assert read is not None
    assert abs(read - moment.replace(tzinfo=ZONE)) <= timedelta(seconds=1)
