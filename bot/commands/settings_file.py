"""What a file of settings and the environment hold that the settings themselves do not tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from dotenv.parser import parse_stream

from bot.commands.command import Refused
from bot.localisation import Locale
from bot.settings import Settings

_PREFIX = "BOT_"
_KNOWN = {f"{_PREFIX}{name.upper()}" for name in Settings.model_fields} | {"BOT_DATABASE_URL"}
# Read by compose.yaml, from the same file.
_OF_OTHERS = {"BOT_DOMAIN"}


def named_in(file: Path, texts: Locale) -> list[str]:
    """The names that a file gives values to, in its order.

    Raises Refused with every line that is none: a value without a name, a quotation mark left open.
    """
    with file.open(encoding="utf-8-sig") as stream:
        lines = list(parse_stream(stream))
    wrong = [one for one in lines if one.error or (one.key is not None and one.value is None)]
    if wrong:
        numbers = [_number(one.original.string, one.original.line) for one in wrong]
        raise Refused("\n".join(texts("cli-env-line", name=str(file), line=str(n)) for n in numbers))
    return [one.key.upper() for one in lines if one.key is not None]


def _number(string: str, first: int) -> int:
    """The parser counts the empty lines before a statement to it."""
    return first + len(string) - len(string.lstrip("\n"))


def oddities(file: Path, texts: Locale) -> Iterator[str]:
    """A sentence for each name that is given twice in the file, or that no setting has. Raises Refused."""
    named = named_in(file, texts) if file.is_file() else []
    for name in sorted({one for one in named if named.count(one) > 1}):
        yield texts("cli-env-twice", name=str(file), variable=name)
    given = {*named, *(one.upper() for one in os.environ)}
    for name in sorted(one for one in given if one.startswith(_PREFIX)):
        if name not in _KNOWN | _OF_OTHERS:
            alike = get_close_matches(name, _KNOWN, 1, 0.8)
            yield texts("cli-unknown-setting", variable=name, alike=(*alike, "none")[0])
