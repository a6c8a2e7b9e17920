"""Both locales say everything, with the same arguments; no sentence shouts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

LOCALES = Path(__file__).parents[2] / "locales"


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def sentences(language: str) -> dict[str, tuple[set[str], str]]:
    """Key → arguments and text, of every file; junk fails."""
    found: dict[str, tuple[set[str], str]] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        source = path.read_text("utf-8")
        for entry in parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                visitor = _Arguments()
                visitor.visit(entry)
                assert entry.span is not None
                found[entry.id.name] = (visitor.names, source[entry.span.start : entry.span.end])
    return found


def test_english_says_all_that_russian_says_with_the_same_arguments() -> None:
    russian, english = sentences("ru"), sentences("en")
    assert russian.keys() == english.keys()
    for key, (arguments, _) in russian.items():
        assert english[key][0] <= arguments | {"count"}, key


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_shouts(language: str) -> None:
    for key, (_, text) in sentences(language).items():
        assert "!" not in text.replace("!=", ""), key


def test_clauses_and_numbers_do_not_part_from_their_signs() -> None:
    for key, (_, text) in sentences("ru").items():
        assert not re.search(r"п\. \d|№ [\d{]", text), key
