"""Is this file, or this code, the signed original: the answers, and the codes that a file names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

SHORTEST_CODE = 16
"""Hexadecimal digits of a record's SHA-256 that are enough to name it."""

_NAMED = re.compile(rb"(?<![0-9a-f])(?:[0-9a-f]{64}|(?:(?<=verify_)|(?<=/v/))[0-9a-f]{32})(?![0-9a-f])")
_TYPED = re.compile(rf"[0-9a-f]{{{SHORTEST_CODE},64}}")
_MOST_CODES = 50


class Verdict(StrEnum):
    """What a file is.

    `ALTERED`: it names a record of ours, by the code printed in it, and its bytes are of no document that
    was made from that record. A file without any such code cannot be attributed: `UNKNOWN`.
    """

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    FORMER = "former"
    COPY = "copy"
    EXTRACT = "extract"
    CORRECTION = "correction"
    ACT = "act"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """What a stored document's kind says of it; `version` of a former one, else None."""

    verdict: Verdict
    version: int | None = None


def made_document(kind: str) -> MadeDocument:
    """What a document of this kind is: `signed`, `pdf`, `docx`, `extract`, or a former `pdf-1`."""
    name, _, version = kind.partition("-")
    if version:
        return MadeDocument(Verdict.FORMER, int(version))
    known = {
        "signed": Verdict.SIGNED,
        "pdf": Verdict.UNSIGNED,
        "picture": Verdict.UNSIGNED,
        "docx": Verdict.COPY,
        "extract": Verdict.EXTRACT,
    }
    return MadeDocument(known.get(name, Verdict.UNKNOWN))


def codes_in(parts: Iterable[bytes]) -> Sequence[str]:
    """Codes of records that a file's parts name, in order, each once."""
    found = dict.fromkeys(match.group().decode() for part in parts for match in _NAMED.finditer(part))
    return list(found)[:_MOST_CODES]


def typed_code(text: str) -> str | None:
    """The code as a person typed or copied it, spaces and case aside; None when it is none."""
    code = re.sub(r"\s", "", text).lower()
    return code if _TYPED.fullmatch(code) else None
