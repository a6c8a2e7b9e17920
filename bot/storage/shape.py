"""How things are kept as JSON."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

Thing = TypeVar("Thing")


class Shape(Generic[Thing]):
    """What a kind of thing consists of. Working it out takes some ms: it is done when first asked for.

    Reading raises pydantic's ValidationError where what is kept is another thing.
    """

    def __init__(self, kind: type[Thing]) -> None:
        self._kind = kind

    def read(self, kept: str) -> Thing:
        """The thing that was kept."""
        return self._adapter.validate_json(kept)

    def made(self, values: Any) -> Thing:
        """The thing with these values, by the names of its fields."""
        return self._adapter.validate_python(values)

    def written(self, thing: Thing) -> str:
        """The thing as it is kept."""
        return self._adapter.dump_json(thing).decode()

    @cached_property
    def _adapter(self) -> TypeAdapter[Thing]:
        return TypeAdapter(self._kind)
