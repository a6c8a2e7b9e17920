"""What the tables of states and troubles quote is what the program says."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import ROOT, table


@pytest.mark.parametrize(("page", "first", "at"), [("states", "состояние", 1), ("troubles", "сказано", 0)])
def test_each_row_is_in_the_words_of_the_program(page: str, first: str, at: int) -> None:
    _, *rows = table((ROOT / "docs" / "ru" / f"{page}.md").read_text("utf-8"), first)
    said = " ".join(file.read_text("utf-8") for file in (ROOT / "locales" / "ru").rglob("*.ftl"))
    said = re.sub(r"\s+", " ", said)
    assert rows and [row[at] for row in rows if row[at] not in said] == []
