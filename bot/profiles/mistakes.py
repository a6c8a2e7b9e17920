"""What is said of a profile's file: mistakes, for which it is refused, and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake by its place in the file; `key` names the locale's `profile-*` sentence."""

    place: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """Something `mcu check` reminds of: a number to be confirmed, a value that is hardly meant."""

    place: str
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


class ProfileError(Exception):
    """The profile is refused; `mistakes` are all of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(f"{mistake.place}: {mistake.key}" for mistake in mistakes))
        self.mistakes = mistakes
