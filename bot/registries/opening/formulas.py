"""Formulas that nobody has computed: programs write them into a workbook, Excel computes when it saves.

Read as they are, such cells would be empty, or zero, and nobody would know (ECMA-376, 18.3.1.40, 18.3.1.96).
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]{0,1000}>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]{0,3000}>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_COMPUTED_WHEN_OPENED = re.compile(
    rb"<(?:\w+:)?calcPr\b[^>]{0,1000}\bfullCalcOnLoad\s*=\s*[\"'](?:1|true)[\"']"
)
_FORMULA = re.compile(rb"<f\b[^>]{0,500}?(?:/>|>([^<]{0,9000}))")
_VALUE = re.compile(rb"<v\b[^>]*>([^<]*)</v>")
_AT = re.compile(rb"\br\s*=\s*\"([A-Z]{1,3})(\d{1,7})\"")
_OF_TEXT = re.compile(rb"\bt\s*=\s*\"(?:str|e|b|s|inlineStr)\"")
# An error that was pasted as a value: there is no formula in its cell.
_ERROR_ALONE = re.compile(rb"<c\s([^<>]*+)>\s*+<v>([^<]{1,40})</v>")
_OF_ERROR = re.compile(rb"\bt\s*=\s*\"e\"")
# ODF 1.2, 19.385: what has been computed says of what type it is.
_OPEN_CELL = re.compile(
    rb"<table:table-cell\b(?=[^>]{0,9000}\btable:formula=)"
    rb"(?![^>]{0,9000}\b(?:office|calcext):value-type=)[^>]{0,9000}>"
)
_OPEN_ERROR, _NO_TEXT = b'calcext:value-type="error"', b'office:string-value=""'
_OPEN_TAG = re.compile(rb"<table:table-cell\b[^<>]*+>")
_LONGEST_TAG, _LONGEST_VALUE = 1_000, 200_000  # bytes
# What these show stands in them.
_LITERAL = re.compile(
    r'=\s*(?:"[^"]*"|(?:HYPERLINK|ГИПЕРССЫЛКА)\("[^"]*"\s*[;,]\s*"[^"]*"\))\s*', re.IGNORECASE
)

Formulas = Mapping[int, Mapping[int, Any]]
"""By row and column, both counted from 0: what stands there."""


def without_values(book: ZipFile) -> Mapping[str, Formulas]:
    """By the sheet's name, its formulas without a value, and errors in place of one."""
    names = set(book.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    about = book.read("xl/workbook.xml")
    zero_is_none = _COMPUTED_WHEN_OPENED.search(about) is not None
    parts = dict(_parts(book.read("xl/_rels/workbook.xml.rels")))
    found = {}
    for tag in _SHEET.findall(about):
        said = dict(_ATTRIBUTE.findall(tag))
        part = parts.get(next((value for key, value in said.items() if key.endswith(b":id")), b""), "")
        if part in names:
            name = html.unescape(said.get(b"name", b"").decode("utf-8", "replace"))
            found[name] = _in_sheet(book.read(part), zero_is_none=zero_is_none)
    return found


def open_document_lacks_values(book: ZipFile) -> bool:
    """Whether an OpenDocument table has such formulas."""
    return "content.xml" in book.namelist() and _OPEN_CELL.search(book.read("content.xml")) is not None


def with_errors_shown(content: bytes) -> bytes:
    """An OpenDocument table in which a cell with an error says so: its value is kept as an empty text."""
    with ZipFile(io.BytesIO(content)) as book:
        names = book.namelist()
        if "content.xml" not in names or _OPEN_ERROR not in (cells := book.read("content.xml")):
            return content
        shown = _OPEN_TAG.sub(_with_its_text, cells)
        changed = io.BytesIO()
        with ZipFile(changed, "w") as written:
            for name in names:
                written.writestr(name, shown if name == "content.xml" else book.read(name))
    return changed.getvalue()


def _with_its_text(tag: re.Match[bytes]) -> bytes:
    return tag[0].replace(_NO_TEXT, b"") if _OPEN_ERROR in tag[0] else tag[0]


def uncomputed(formula: str) -> Any:
    """What stands for such a formula: the formula itself where it is plain what it shows."""
    return formula if _LITERAL.fullmatch(formula) else {"formula": formula}


def _parts(relations: bytes) -> Iterator[tuple[bytes, str]]:
    for tag in _RELATION.findall(relations):
        said = dict(_ATTRIBUTE.findall(tag))
        target = said.get(b"Target", b"").decode("utf-8", "replace")
        yield said.get(b"Id", b""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _in_sheet(content: bytes, *, zero_is_none: bool) -> Formulas:
    found: dict[int, dict[int, Any]] = {}
    for formula in _FORMULA.finditer(content):
        begins = content.rfind(b"<c ", max(formula.start() - _LONGEST_TAG, 0), formula.start())
        ends = content.find(b"</c>", formula.end(), formula.end() + _LONGEST_VALUE)
        opening = content[begins : formula.start()]
        at = _AT.search(opening)
        if min(begins, ends) < 0 or at is None:
            continue
        value = _VALUE.search(content, formula.end(), ends)
        if _OF_ERROR.search(opening) and value is not None:
            found.setdefault(int(at[2]) - 1, {})[_column(at[1])] = value[1].decode("utf-8", "replace")
            continue
        if _OF_TEXT.search(opening):
            continue
        if value is not None and value[1] and not (zero_is_none and value[1] == b"0"):
            continue
        written = html.unescape((formula[1] or b"").decode("utf-8", "replace"))
        found.setdefault(int(at[2]) - 1, {})[_column(at[1])] = uncomputed(f"={written}")
    for error in _ERROR_ALONE.finditer(content) if b't="e"' in content else ():
        if _OF_ERROR.search(error[1]) and (at := _AT.search(error[1])):
            found.setdefault(int(at[2]) - 1, {})[_column(at[1])] = error[2].decode("utf-8", "replace")
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
