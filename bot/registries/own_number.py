"""A message's own number out of its cell, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from bot.names import masked
from bot.registries.cells import WHOLE_NUMBER_LIMIT, Cell, is_empty, line_of, number_of
from bot.registries.moments import date_inside, without_dates
from bot.registries.result import RowProblem
from domain.messages.number import may_name

LONGEST_NUMBER = 80
_LOOKED_AT = 1_000  # characters of a cell: more are no number and its date
_ROUNDED = re.compile(r"\d(?:[.,]\d+[EЕ]\+?|[EЕ]\+)\d+", re.IGNORECASE)
_NONE = re.compile(r"(?:б\s?[/\\.-]\s?н\.?|без\s(?:номера|№)|не\sприсвоен)", re.IGNORECASE)
_NOT_KNOWN = re.compile(r"нет|да|н\s?/\s?д|отсутствует|неизвестно|не\sуказан\w?|null|none|nan", re.IGNORECASE)
_REMARK = re.compile(r"\s{0,9}\([^()\d]*+\)")
_MARKS_AROUND = re.compile(r"^[«\"“#]+\s*(?=\w)|(?<=\w)[\s»\"”;,.]+$")
_SIGN = re.compile(r"№\s{0,9}")
_SEVERAL = re.compile(r"[^\s,;]*\d[^\s,;]*(?:(?:\s*[,;]\s*|\sи\s)[^\s,;]*\d[^\s,;]*)+")
_WHOLE = re.compile(r"\d+,0{1,2}")  # as a spreadsheet writes a whole number as a fraction
_BROKEN = ("-", "/", "–")
_JOINTS = ("-", "/", "\\", "_")
# How a system calls a document before its number: «Обращение гражданина 000000015 от 02.11.2026».
_KIND = re.compile(r"^(?:[А-Яа-яЁё]{4,30}\s+){1,4}(?=(?:№\s?)?[^\s№]{0,30}\d)")
_AROUND = re.compile(r"^(?:№|N|от|г\.?|[\s,;./-])+|(?:[\s,;/-]|\bот|\bг\.?|№)+$")


def has_none(cell: Cell) -> bool:
    """Whether a message is said to have no number: «б/н»."""
    return isinstance(cell, str) and _NONE.fullmatch(line_of(cell)) is not None


def number_in(cell: Cell, header: str) -> str:
    """The number as it is written, without a date or a remark beside it; RowProblem when there is not one."""
    number = _REMARK.sub("", number_of(cell)[:_LOOKED_AT])
    if not number.startswith("="):  # how a system keeps a number as a text
        number = _MARKS_AROUND.sub("", number)
    if isinstance(cell, datetime):
        raise RowProblem("row-number-is-date", value=number)
    if (isinstance(cell, float) and abs(cell) >= WHOLE_NUMBER_LIMIT) or _ROUNDED.fullmatch(number):
        raise RowProblem("row-number-rounded", value=number)
    if isinstance(cell, str) and _is_dated(number):
        return number_of_both(number, header)
    several = _SEVERAL.fullmatch(_SIGN.sub("", number).strip()) and not _WHOLE.fullmatch(number)
    if len(number) <= LONGEST_NUMBER and (several or _of_several_lines(cell)):
        raise RowProblem("row-several-numbers", value=number)
    return _checked(number, header)


def _is_dated(number: str) -> bool:
    """Whether a date stands beside the number; in «02.11.2026/5» it is a part of it."""
    date = date_inside(number)
    if not date:
        return False
    before, _, after = number.partition(date)
    return not before.endswith(_JOINTS) and not after.startswith(_JOINTS)


def _of_several_lines(cell: Cell) -> bool:
    """Numbers one below another; «59-» and «17» are one that was broken."""
    if not isinstance(cell, str) or "\n" not in cell:
        return False
    lines = [line for line in map(str.strip, cell.splitlines()) if any(map(str.isdigit, line))]
    return any(
        not line.endswith(_BROKEN) and not after.startswith(_BROKEN) for line, after in pairwise(lines)
    )


def number_of_both(combined: str, header: str) -> str:
    """«№ 15-О от 20.10.2026» without its date; RowProblem when nothing else is there."""
    number = _AROUND.sub("", without_dates(combined[:_LOOKED_AT]).strip())
    return _checked(_AROUND.sub("", _KIND.sub("", number)), header)


def holds_both(cells: Iterable[Cell]) -> bool:
    """Whether each of the cells that say something has a number and its date: «Жалоба 15 от 02.11.2026»."""
    said = [line_of(cell) if isinstance(cell, str) else "" for cell in cells if not is_empty(cell)]
    return bool(said) and all(map(_is_both, said))


def _is_both(text: str) -> bool:
    if len(text) > LONGEST_NUMBER or not _is_dated(text):
        return False
    try:
        number = number_of_both(text, "")
    except RowProblem:
        return False
    return " " not in number and any(map(str.isdigit, number))


def _checked(number: str, header: str) -> str:
    if not any(map(str.isalnum, number)) or _NOT_KNOWN.fullmatch(number):
        raise RowProblem("row-no-number", header=header)
    if len(number) > LONGEST_NUMBER:
        raise RowProblem("row-number-too-long", value=number)
    if may_name(number) and masked(number) != number:
        raise RowProblem("row-number-personal", header=header)
    return number
