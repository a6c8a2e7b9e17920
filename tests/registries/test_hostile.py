"""Files that are no registry, or mean harm: each is refused in words, and the bot stays up."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.localisation import Locale
from bot.registries import reading as reading_module
from bot.registries.opening.archive import Kind, kind_of
from bot.registries.result import RegistryRefused
from domain.office.profile import OfficeProfile
from tests.registries.test_sample import (
    HEADERS,
    ROWS,
    ZONE,
    archive,
    changed,
    ods,
    protected_xlsx,
    read_on_the_day,
    saved,
    separated,
    xls,
    xlsx,
)

ROOT = Path(__file__).parents[2]
GOOD = xlsx([HEADERS, *ROWS])
QUOTE = "file-quote-not-closed"
SHEET = "xl/worksheets/sheet1.xml"


def sheet_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(SHEET).decode()


def zip_bomb() -> bytes:
    """An XLSX whose sheet unpacks into 400 MB of spaces."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        with packed.open(SHEET, "w", force_zip64=True) as sheet:
            for _ in range(400):
                sheet.write(b" " * 1024 * 1024)
    return content.getvalue()


def encrypted_zip() -> bytes:
    """The mark of encryption set on every part, in its own header and in the directory."""
    content = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 1)
    return bytes(content)


def entities(kind: str) -> bytes:
    """A sheet with a document type that names entities."""
    declared = {
        "outside": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        "laughs": '<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;">]>',
    }[kind]
    source = changed(GOOD, {})
    sheet = sheet_of(source)
    sheet = sheet[sheet.index("<worksheet") :]
    inline = '<row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c>'
    return changed(source, {SHEET: declared + sheet.replace('<row r="2">', inline, 1)})


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "file-empty"),
        (b" \r\n\t ", "file-empty"),
        (b"MZ\x90\x00" + bytes(600), "file-not-table"),
        (b"\x7fELF" + bytes(600), "file-not-table"),
        (b"%PDF-1.7\n1 0 obj\n<<>>\n%%EOF", "file-document"),
        (random.Random(5).randbytes(5000), "file-not-table"),
        (b"PK\x03\x04" + bytes(50), "file-broken"),
        (GOOD[:-200], "file-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "file-broken"),
        (xls([HEADERS])[:1600], "file-broken"),
        (archive({"word/document.xml": "<a/>"}), "file-document"),
        (archive({"xl/workbook.xml": "<workbook/>"}), "file-broken"),
        (changed(GOOD, {SHEET: "<worksheet><sheetData><row"}), "file-broken"),
        (protected_xlsx(), "file-protected"),
        (encrypted_zip(), "file-protected"),
        (b"<html><table><tr><td>x", "file-no-headers"),
        (b"<html><body>x", "file-web-page"),
        ("\ufeff<?xml version='1.0'?><Workbook/>".encode(), "file-not-table"),
        ("Просто письмо, без всякой таблицы.\nС уважением".encode(), "file-no-headers"),
        (separated([HEADERS]), "file-no-rows"),
        (xlsx([HEADERS]), "file-no-rows"),
        (xlsx([]), "file-empty"),
        (separated([("Номер", "Тема"), ("1", "Дороги")]), "file-no-column"),
        (separated([("Дата", "Тема"), ("25.12.2025", "Дороги")]), "file-no-column"),
        ("Номер;Канал;Дата\n1;ПОС;25.12.2025\n2;ПОС;\"25.12.2025\n3;ПОС;25.12.2025\n".encode(), QUOTE),
        (("Номер;Канал;Дата\n1;ПОС;\"" + "25.12.2025\n" * 20_000).encode(), QUOTE),
    ],
)  # fmt: skip
def test_what_is_no_registry_is_refused(content: bytes, key: str, profile: OfficeProfile) -> None:
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(content, "реестр.xlsx", profile)
    assert refused.value.key == key
    for language in ("ru", "en"):
        assert Locale(language, ZONE)(key, **refused.value.arguments)


def test_a_zip_bomb_is_not_unpacked(profile: OfficeProfile) -> None:
    content = zip_bomb()
    assert len(content) < 1024 * 1024
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(content, "", profile)
    assert refused.value.key == "file-unpacks-too-large"


def test_two_cells_far_apart_do_not_take_the_bot_down(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Номер", "Дата"
    with pytest.raises(RegistryRefused) as refused:
        read_on_the_day(saved(book), "", profile)
    assert refused.value.key == "file-too-heavy"


def test_one_stray_cell_far_below_does_not_matter(profile: OfficeProfile) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADERS, *ROWS):
        sheet.append(row)
    sheet["A300000"] = " "
    reading = read_on_the_day(saved(book), "", profile)
    assert len(reading.rows) == 3 and reading.unreadable == []


@pytest.mark.parametrize("kind", ["outside", "laughs"])
def test_entities_are_never_followed(kind: str, profile: OfficeProfile) -> None:
    try:
        reading = read_on_the_day(entities(kind), "", profile)
    except RegistryRefused as refused:
        assert refused.key == "file-broken"
    else:
        assert "root:" not in repr(reading) and "хаха" not in repr(reading)


def test_formulas_are_never_computed(profile: OfficeProfile) -> None:
    with_formulas = xlsx(
        [HEADERS, ("1", "ПОС", "25.12.2025", '=HYPERLINK("http://x","Дороги")', "=1+1"), ROWS[0]]
    )
    [aside] = read_on_the_day(with_formulas, "", profile).unreadable
    assert (aside.problem.key, aside.problem.arguments) == ("row-formula", {"header": "Текст"})
    text = separated([HEADERS, ("1", "ПОС", "25.12.2025", "=1+1", "=cmd|'/C calc'!A0")])
    assert read_on_the_day(text, "", profile).rows[0].topic == "=1+1"


def test_only_web_addresses_are_kept(profile: OfficeProfile) -> None:
    headers = (*HEADERS[:3], "Ссылка")
    addresses = (
        "javascript:alert(1)",
        "https://example.org/1",
        "HTTP://example.org",
        "https://x y",
        "data:text/html,x",
    )
    rows = [(str(index), "ПОС", "25.12.2025", one) for index, one in enumerate(addresses)]
    read = read_on_the_day(separated([headers, *rows]), "", profile).rows
    assert [row.url for row in read] == ["", "https://example.org/1", "HTTP://example.org", "", ""]


def test_too_many_rows(profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MOST_ROWS", 2)
    for content in (GOOD, separated([HEADERS, *ROWS]), ods([HEADERS, *ROWS])):
        with pytest.raises(RegistryRefused) as refused:
            read_on_the_day(content, "", profile)
        assert refused.value.problem.key == "file-too-many-rows"
        assert refused.value.problem.arguments == {"limit": "2"}
    assert len(read_on_the_day(xlsx([HEADERS, *ROWS[:2]]), "", profile).rows) == 2


def test_no_secret_goes_where_a_file_is_opened(
    profile: OfficeProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    seen: list[dict[str, str]] = []
    real = subprocess.Popen

    def watched(*arguments: object, **named: object) -> object:
        seen.append(named["env"])  # type: ignore[arg-type]
        return real(*arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    monkeypatch.setattr(subprocess, "Popen", watched)
    read_on_the_day(GOOD, "", profile)
    assert seen and "secret" not in repr(seen)


@settings(max_examples=30, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=300),
        st.text(alphabet="Номер;Канал,Дата\t\n\"ПОС125.'", max_size=300).map(str.encode),
        st.text(max_size=100)
        .map(lambda text: "Номер;Канал;Дата\n" + text)
        .map(lambda text: text.encode("utf-8", "replace")),
    )
)
def test_any_text_is_read_or_refused(content: bytes, profile: OfficeProfile) -> None:
    try:
        read_on_the_day(content, "x.csv", profile)
    except RegistryRefused as refused:
        assert Locale("ru", ZONE).has(refused.key)


@settings(max_examples=25, deadline=None)
@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damaged_workbook_is_read_or_refused(
    at: int, byte: int, cut: bool, profile: OfficeProfile
) -> None:
    content = GOOD[:at] if cut else GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    try:
        read_on_the_day(content, "x.xlsx", profile)
    except RegistryRefused as refused:
        assert Locale("ru", ZONE).has(refused.key)


def test_a_workbook_with_any_one_byte_changed_is_a_workbook_or_refused() -> None:
    for at in range(len(GOOD)):
        for byte in (20, 255):
            with suppress(RegistryRefused):
                assert kind_of(GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]) in Kind


def test_every_reason_in_the_code_is_in_the_locale_and_the_other_way_round() -> None:
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "bot" / "registries").rglob("*.py")))
    for language in ("ru", "en"):
        entries = parse((ROOT / "locales" / language / "imports.ftl").read_text("utf-8")).body
        keys = (entry.id.name for entry in entries if isinstance(entry, ast.Message))
        said = {key for key in keys if key.startswith(("row-", "file-"))}
        assert {key for key in said if f'"{key}"' not in code} == set()
    used = {word for word in code.split('"') if word.startswith(("row-", "file-"))}
    assert used == said
