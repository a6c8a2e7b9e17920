"""What a reader stumbles over in any sentence: found by rules, in English the marks of a translation too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from tests.locales.test_locales import LOCALES

# Whole sentences, which end; captions, toasts that are a list's line and the like do not.
_WHOLE = ("refusal-", "toast-", "confirm-", "help-")
_ENDS = re.compile(r"([.?:…]|[.?]”|/[a-z_]+|t\.me/\w+|[0-9])$")
_END_IN_AN_EXAMPLE = {"refusal-file-too-large", "refusal-centre-unreadable"}
_MARKUP = re.compile(r"<[^>]*>|<[^>]*$|^\">")  # an argument may stand within a tag


class _Texts(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.found.append(node.value)


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Each piece of text between arguments, with its key and without markup."""
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                visitor = _Texts()
                visitor.visit(entry.value)
                for text in visitor.found:
                    yield entry.id.name, _MARKUP.sub("", text)


def test_english_has_one_kind_of_apostrophe_and_of_quotes() -> None:
    wrong = {key: text for key, text in texts("en") if re.search("['\"«»„]", text)}
    assert wrong == {}


def test_english_has_russian_words_in_quotes_alone() -> None:
    """They name what stands in an export; a language's own name is its own."""
    quoted = re.compile("“[^”]*”")
    wrong = {key for key, text in texts("en") if re.search("[А-Яа-яЁё]", quoted.sub("", text))}
    assert wrong == {"button-language-ru"}


def test_english_has_one_word_for_one_thing() -> None:
    """The glossary's words, and turns that only a translation has."""
    turns = r"\bclause \d|goes on on|\bItem $|(?<!e-)mail address|reason of the|call(ed)? off"
    assert {key: text for key, text in texts("en") if re.search(turns, text)} == {}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_has_two_spaces_or_a_space_before_its_mark(language: str) -> None:
    wrong = {
        key: text
        for key, text in texts(language)
        if re.search(r"\S  +\S| [,.;:?](\s|$)|,,|\.\.(?!\.)(?!\d)|\(\s|\s\)", text)
    }
    assert wrong == {}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whole_sentences_end(language: str) -> None:
    wrong = {}
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if not isinstance(entry, ast.Message) or entry.value is None:
                continue
            last = entry.value.elements[-1]
            if entry.id.name.startswith(_WHOLE) and isinstance(last, ast.TextElement):
                text = _MARKUP.sub("", last.value).rstrip()
                if not _ENDS.search(text) and entry.id.name not in _END_IN_AN_EXAMPLE:
                    wrong[entry.id.name] = text
    assert wrong == {}


class _Joined(Visitor):
    """Ends of the variants after which another sentence begins."""

    def __init__(self) -> None:
        self.ends: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:
        for one, after in pairwise(node.elements):
            if not isinstance(one, ast.Placeable) or not isinstance(one.expression, ast.SelectExpression):
                continue
            if isinstance(after, ast.TextElement) and re.match(r" (?!No\.)[A-ZА-ЯЁ]", after.value):
                lasts = [variant.value.elements[-1] for variant in one.expression.variants]
                texts_of = [last.value for last in lasts if isinstance(last, ast.TextElement)]
                self.ends += [_MARKUP.sub("", text).rstrip() for text in texts_of]
        self.generic_visit(node)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_variant_before_a_new_sentence_ends(language: str) -> None:
    wrong = {}
    for path in sorted((LOCALES / language).rglob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if not isinstance(entry, ast.Message):
                continue
            visitor = _Joined()
            visitor.visit(entry)
            if unended := [end for end in visitor.ends if end and not end.endswith((".", "?", ":", ")"))]:
                wrong[entry.id.name] = unended
    assert wrong == {}
