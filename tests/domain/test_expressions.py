"""Whatever expression reads text from outside takes time by the text's length and no faster.

Each is given what its own repetitions like best, and what any text may be full of; time is compared within
one run, generously. Those that hide personal data have `masking/test_linear.py`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from re import _constants as said  # type: ignore[attr-defined]  # nothing else sees into an expression
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import bot
import domain
import handlers

Found = dict[str, re.Pattern[Any]]

_ELSEWHERE = ("bot.sandbox", "bot.commands", "bot.localisation", "bot.storage", "domain.messages.masking")
# What they read is short already, and what is short.
SHORT = {
    "domain.messages.place:_OF_A_KIND": "400 characters of a place",
    "bot.registries.meanings:MEANINGS": "headers with each run of blanks made one",
    "bot.registries.opening.formulas:_ATTRIBUTE": "3,000 bytes of a tag",
    "bot.registries.own_number:_SEVERAL": "80 characters of a number",
}
_SHORTER, _LONGER = 1_024, 4_096
_FASTER_THAN_SQUARE = 10  # four times as long; a square would take sixteen times the time
_LITTLE = 0.003  # seconds that say nothing
_ANY = (
    " ",
    "7",
    "а",
    "А",
    "a",
    "-",
    ".",
    "\n",
    "\u00a0",
    "_",
    "(",
    "«",
    "a@",
    "1 ",
    "1-",
    "а ",
    "<a ",
    ",",
    "№ ",
)
_WIDE = "а1a. -,АA:/\n\t_@№\"«'<>()=\\|"
_REPEATS = (said.MAX_REPEAT, said.MIN_REPEAT, said.POSSESSIVE_REPEAT)


def _every() -> Found:
    """Expressions of all modules, alone or in what is kept of several, by module and name."""
    found: Found = {}

    def look(where: str, value: Any) -> None:
        if isinstance(value, re.Pattern):
            found.setdefault(where if where not in found else f"{where} {len(found)}", value)
        elif isinstance(value, tuple | list | frozenset | dict):
            for one in value.values() if isinstance(value, dict) else value:
                look(where, one)

    for package in (domain, handlers, bot):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_ELSEWHERE) and not module.name.endswith("__main__"):
                for name, value in vars(importlib.import_module(module.name)).items():
                    if not name.startswith("__"):
                        look(f"{module.name}:{name}", value)
    return found


def _like(tree: Iterable[Any]) -> str:
    """Something that the parsed expression likes; lookarounds and references aside."""
    return "".join(map(_like_one, tree))


def _like_one(node: Any) -> str:
    kind, value = node
    if kind is said.LITERAL:
        return chr(value)
    if kind in (said.IN, said.ANY, said.NOT_LITERAL):
        return next((one for one in _WIDE if _fits(kind, value, one)), "")
    if kind is said.BRANCH:
        return max(map(_like, value[1]), key=len)
    if kind in (said.SUBPATTERN, said.ATOMIC_GROUP):
        return _like(value[-1] if kind is said.SUBPATTERN else value)
    return _like(value[2]) * max(value[0], 1) if kind in _REPEATS else ""


def _fits(kind: Any, value: Any, sign: str) -> bool:
    if kind is not said.IN:
        return kind is said.ANY or chr(value) != sign
    fits = False
    for one, of in value:
        if one is said.LITERAL:
            fits |= chr(of) == sign
        elif one is said.RANGE:
            fits |= of[0] <= ord(sign) <= of[1]
        elif one is said.CATEGORY:
            among = {"DIGIT": sign.isdigit(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}
            fits |= among[str(of).rpartition("_")[2]] != ("_NOT_" in str(of))
    return fits != (value[0][0] is said.NEGATE)


def _repeated(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What is repeated without an end, and what stands before it."""
    for at, (kind, value) in enumerate(tree):
        begun = before + _like(tree[:at])
        if kind in _REPEATS:
            if value[1] > 30:
                yield begun, _like(value[2])
            yield from _repeated(value[2], begun)
        elif kind is said.BRANCH:
            for one in value[1]:
                yield from _repeated(one, begun)
        elif kind in (said.SUBPATTERN, said.ASSERT, said.ASSERT_NOT):
            yield from _repeated(value[-1], begun)
        elif kind is said.ATOMIC_GROUP:
            yield from _repeated(value, begun)


def _shapes(expression: re.Pattern[Any]) -> set[tuple[str, str]]:
    text = expression.pattern if isinstance(expression.pattern, str) else expression.pattern.decode("latin-1")
    tree = list(_parser.parse(text, expression.flags & (re.IGNORECASE | re.VERBOSE)))
    own, whole = set(_repeated(tree)), _like(tree)
    alone = (whole, f"{whole} ", *_ANY, *(body for _, body in own))
    return {(begun, body) for begun, body in (*own, *(("", body) for body in alone)) if body}


def _ways(name: str, source: str) -> set[str]:
    """How the module asks the expression: from each place of a text, or from its beginning alone."""
    asked = set(re.findall(rf"\b{name}\.(match|fullmatch|search|sub|split|findall|finditer)\b", source))
    from_each = {"search"} if asked - {"match", "fullmatch"} or not asked else set()
    return from_each | (asked & {"match", "fullmatch"})


def _seconds(expression: re.Pattern[Any], way: str, text: str) -> float:
    whole: Any = text if isinstance(expression.pattern, str) else text.encode("latin-1", "replace")
    started = time.process_time()
    if way == "search":
        for _ in expression.finditer(whole):
            pass
    else:
        getattr(expression, way)(whole)
    return time.process_time() - started


def test_every_expression_reads_a_text_in_its_length() -> None:
    slow = set()
    for where, expression in _every().items():
        module, _, name = where.partition(" ")[0].partition(":")
        source = Path(importlib.import_module(module).__file__ or "").read_text("utf-8")
        if f"{module}:{name}" in SHORT:
            continue
        for (begun, body), way in product(_shapes(expression), _ways(name, source)):
            short, longer = (
                f"{begun}{(body * (length // len(body) + 1))[:length]}\0!" for length in (_SHORTER, _LONGER)
            )
            if (
                _seconds(expression, way, longer) > _LITTLE
                and _grows(expression, way, short, longer) > _FASTER_THAN_SQUARE
            ):
                slow.add((where, way, begun, body))
    assert slow == set()


def _grows(expression: re.Pattern[Any], way: str, short: str, longer: str) -> float:
    """How many times longer the longer text takes, at the best of three tries."""
    return min(
        _seconds(expression, way, longer) / max(_seconds(expression, way, short), 1e-6) for _ in range(3)
    )
