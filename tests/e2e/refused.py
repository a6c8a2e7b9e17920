"""What counts as a refusal: the locale's own sentences, and the one line for strangers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fluent.syntax import ast, parse

LOCALE = Path(__file__).parents[2] / "locales" / "ru"
STRANGER = "Этот бот — для членов проектного офиса. Если вас пригласили, откройте ссылку из приглашения."


@cache
def refusals() -> dict[str, re.Pattern[str]]:
    """The locale's refusals, each as a pattern of its whole sentence, by their keys."""
    found = {}
    for path in sorted(LOCALE.rglob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if not isinstance(entry, ast.Message) or entry.value is None:
                continue
            if entry.id.name.startswith("refusal-"):
                words = _pattern(entry.value)
                if len(re.sub(r"\W", "", words)) > 8:
                    found[entry.id.name.removeprefix("refusal-")] = re.compile(words, re.DOTALL)
    return found


def refused(said: str) -> bool:
    """Whether this is one of the locale's refusals."""
    return any(pattern.fullmatch(said.strip()) for pattern in refusals().values())


def _pattern(value: ast.Pattern) -> str:
    """A sentence as a pattern: variants as alternatives, arguments as anything."""
    return "".join(_element(element) for element in value.elements)


def _element(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(element.value.replace("\u00a0", " "))
    if isinstance(element.expression, ast.SelectExpression):
        return f"(?:{'|'.join(_pattern(variant.value) for variant in element.expression.variants)})"
    return ".*"
