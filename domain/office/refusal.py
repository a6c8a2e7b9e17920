"""A refusal: what was tried, why not (with the clause) and what to do instead."""

from __future__ import annotations

from typing import Any, TypeVar

T = TypeVar("T")


class Refusal(Exception):
    """Raised by a rule that forbids an act. `key` names the locale's sentence `refusal-<key>`."""

    def __init__(self, key: str, **arguments: Any) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments

    def __repr__(self) -> str:
        return f"Refusal({self.key!r}, {self.arguments!r})"


class Already(Refusal):
    """What was tried is so already: nothing is wrong, so a line that passes says it."""


def required(found: T | None, key: str) -> T:
    """What was found; a refusal by this key where there is none."""
    if found is None:
        raise Refusal(key)
    return found
