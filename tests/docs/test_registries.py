"""The page on registries names what is read: forms, fields with headers that mean them, limits, questions."""

from __future__ import annotations

import pytest

from bot.registries.headers import HEADER_WITHIN_ROWS, normalise_words
from bot.registries.meanings import MEANINGS, meanings_of
from bot.works.imports.inbox import LARGEST
from domain.imports.understanding import Asked
from tests.docs.pages import ROOT, table
from tests.e2e.imports.test_many_files import FORMS

PAGE = (ROOT / "docs" / "registries.md").read_text()
FIELDS = {field.strip("`"): examples for field, examples in table(PAGE, "field")[1:]}


def test_every_field_is_named_with_headers_that_mean_it() -> None:
    assert set(FIELDS) <= {field for field, *_ in MEANINGS}
    times = {"answered_time", "registered_time"}  # as the one that is named
    assert {field for field, *_ in MEANINGS} - times == set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_the_examples_mean_their_field(field: str) -> None:
    for header in FIELDS[field].split(", "):
        assert field in meanings_of(normalise_words(header)), header


def test_the_forms_are_those_of_the_sandbox_test() -> None:
    said = {one.strip().casefold() for row in table(PAGE, "form")[1:] for one in row[0].split(",")}
    assert said == {
        "xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "html", "mhtml", "xml 2003", "csv", "txt", "zip"
    }  # fmt: skip
    for form in said - {"xls", "html", "csv", "txt"}:
        assert any(name.startswith(form.replace(" ", "")) for name in FORMS), form
    for encoding in ("UTF-8", "UTF-16", "CP1251", "CP866", "KOI8-R"):
        assert encoding in PAGE and any(encoding.casefold() in name for name in FORMS), encoding


def test_the_limits_and_questions_are_as_said() -> None:
    assert f"the first {HEADER_WITHIN_ROWS} rows" in PAGE
    assert f"{LARGEST // (1024 * 1024)} MB at most" in PAGE
    asked = {
        Asked.FIELD: "needed and not found", Asked.COLUMN: "was not understood", Asked.DATES: "comes first",
        Asked.STATUS: "status's word", Asked.NUMBERING: "numbers of messages or of rows",
        Asked.UNDATED: "answer that has none", Asked.ANSWER: "may be of answers",
        Asked.PLANNED: "days that have not come yet",
        Asked.IMPORTANCE: "word of importance", Asked.CHANNEL: "channel that a row names",
    }  # fmt: skip
    assert set(asked) == set(Asked) and all(words in PAGE for words in asked.values())
