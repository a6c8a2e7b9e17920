"""What the administrators' table says of states of the machine is what the program says."""

from __future__ import annotations

import re

from tests.docs.pages import ROOT, table


def test_each_row_is_in_the_words_of_the_program() -> None:
    _, *rows = table((ROOT / "docs" / "ru" / "states.md").read_text("utf-8"), "состояние")
    said = " ".join(file.read_text("utf-8") for file in (ROOT / "locales" / "ru").glob("*.ftl"))
    said = re.sub(r"\s+", " ", said)
    assert rows and [words for _, words in rows if words not in said] == []
