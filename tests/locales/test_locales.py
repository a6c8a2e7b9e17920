"""Both locales say everything, with the same arguments; no sentence shouts."""

from __future__ import annotations

import ast as python
import html
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.localisation import Locale

LOCALES = Path(__file__).parents[2] / "locales"


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


class _References(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.names.add(f"-{node.id.name}")


def sentences(language: str) -> dict[str, tuple[set[str], str]]:
    """Key → arguments and text, of every file; junk fails."""
    found: dict[str, tuple[set[str], str]] = {}
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        source = path.read_text("utf-8")
        for entry in parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {(entry.content or '')[:80]}"
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


def literal_keys() -> Iterator[tuple[str, str]]:
    """Keys that the code names letter for letter: `Refusal("…")`, `texts("…")`, `say("…")` and the like."""
    calls = {"Refusal": "refusal-", "texts": "", "say": "", "reply": "", "warn": ""}
    for folder in ("bot", "domain", "handlers", "jobs"):
        for path in sorted((LOCALES.parent / folder).rglob("*.py")):
            for node in python.walk(python.parse(path.read_text("utf-8"))):
                if not (isinstance(node, python.Call) and node.args):
                    continue
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                if name in calls and isinstance(first, python.Constant) and isinstance(first.value, str):
                    yield f"{path.name}:{node.lineno}", calls[name] + first.value


def test_every_sentence_that_the_code_names_is_there() -> None:
    known = sentences("ru").keys()
    assert [(place, key) for place, key in literal_keys() if " " not in key and key not in known] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_shouts(language: str) -> None:
    for key, (_, text) in sentences(language).items():
        assert "!" not in text.replace("!=", ""), key


def test_clauses_and_numbers_do_not_part_from_their_signs() -> None:
    for key, (_, text) in sentences("ru").items():
        assert not re.search(r"п\. \d|№ [\d{]", text), key


def test_a_date_that_ends_a_sentence_has_one_full_stop() -> None:
    said = Locale("ru", ZoneInfo("Asia/Yekaterinburg"))
    of = said("verdict-extract", number=7, moment=date(2026, 11, 25))
    assert of.endswith("25 ноября 2026\u00a0г.")


def test_a_day_of_another_year_has_its_year() -> None:
    zone = ZoneInfo("Asia/Yekaterinburg")
    # Half past midnight of the first of January in the office, still December in UTC.
    russian = Locale("ru", zone, now=lambda: datetime(2026, 12, 31, 19, 30, tzinfo=UTC))
    english = Locale("en", zone, now=lambda: datetime(2026, 11, 24, tzinfo=UTC))
    eve, new_year = (datetime(2026, 12, 31, hour, tzinfo=UTC) for hour in (18, 19))
    assert "31 декабря 2026\u00a0г. в" in russian("incident-first-due", moment=eve)
    assert "1 января в" in russian("incident-first-due", moment=new_year)
    assert "25 December 2025" in english("incident-first-due", moment=eve.replace(year=2025, day=25))
    assert russian("page-day", moment=date(2026, 11, 2)) == "02.11.2026"
    assert russian("page-day", moment=date(2027, 11, 2)) == "02.11"
    assert Locale("ru", zone)("page-day", moment=date(2027, 11, 2)) == "02.11"


@pytest.mark.parametrize(("language", "said"), [("ru", "24 ноября в 10:05"), ("en", "24 November at 10:05")])
def test_a_day_without_its_time_is_a_day(language: str, said: str) -> None:
    """A registry that gives days alone is kept as midnights: no card says that something came at 00:00."""
    known = Locale(language, ZoneInfo("Asia/Yekaterinburg"))
    midnight = datetime(2026, 11, 23, 19, tzinfo=UTC)
    for key in ("message-answered", "history-received", "page-moment"):
        assert "00:00" not in known(key, moment=midnight), key
    assert said in known("message-answered", moment=midnight.replace(day=24, hour=5, minute=5))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_file_is_read_when_the_first_of_its_sentences_is_asked_for(language: str) -> None:
    known = Locale(language, ZoneInfo("UTC"))
    assert list(known.keys("")) == list(sentences(language))
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        resource = parse(path.read_text("utf-8"))
        own = {entry.id.name for entry in resource.body if isinstance(entry, ast.Message)}
        visitor = _References()
        visitor.visit(resource)
        assert visitor.names <= own, f"{path.name} refers to sentences of another file"


@pytest.mark.parametrize("sign", ["x", "<", "&", "я"])
def test_a_long_text_stands_whole_in_its_sentence(sign: str) -> None:
    """The library refuses more than 2,500 characters; escaped, 500 may be as many."""
    texts = Locale("ru", ZoneInfo("Asia/Yekaterinburg"))
    for length in (499, 500, 501, 1500, 4096):
        assert html.escape(sign * length) in texts("message-text", text=sign * length)
