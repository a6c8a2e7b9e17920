"""What a value should have been, for `profile-wrong-value` of the locale: the schema's words are English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.profiles.schema import CODE, KEY

# By what the kind of a mistake begins with (pydantic, «Validation Errors»).
_KINDS = {
    "string_type": "text",
    "string_too_short": "filled",
    "string_too_long": "shorter",
    "greater_than": "more",
    "less_than": "less",
    "literal_error": "one-of",
    "enum": "one-of",
    "int": "whole",
    "date": "day",
    "time": "hour",
    "bool": "yes-no",
    "tuple": "list",
    "list": "list",
    "frozen_set": "list",
    "too_short": "filled",
    "dict": "section",
    "mapping": "section",
    "dataclass": "section",
    "string_pattern_mismatch": "other",
}
_PATTERNS = {KEY: "key", CODE: "code"}
_BOUNDS = ("max_length", "ge", "gt", "le", "lt", "expected")


def expected(detail: Mapping[str, Any]) -> dict[str, Any]:
    """`expected` chooses the words, `bound` stands in them."""
    kind, said = str(detail["type"]), detail.get("ctx", {})
    found = next((words for begins, words in _KINDS.items() if kind.startswith(begins)), "other")
    bound = next((said[name] for name in _BOUNDS if name in said), "")
    if "gt" in said:  # more than 0 is 1 and more
        bound = said["gt"] + 1
    return {"expected": _PATTERNS.get(str(said.get("pattern")), found), "bound": _listed(bound)}


def _listed(bound: Any) -> Any:
    return bound.replace("'", "").replace(" or ", ", ") if isinstance(bound, str) else bound
