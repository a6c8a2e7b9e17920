"""One cell's value: numbers as people write them, texts without markup, what is empty."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime, time

from bot.registries.characters import UNFIT


@dataclass(frozen=True, slots=True)
class Uncomputed:
    """A formula whose value the file does not hold."""

    formula: str


# What a cell may hold: CSV knows texts alone, spreadsheets the rest.
Cell = str | int | float | bool | datetime | Uncomputed | None

# What a spreadsheet shows in place of a value that it could not compute, and of one too wide for its column;
# dashes and words put for «nothing».
_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|"
    r"Н/Д|ССЫЛКА!|ССЫЛ!|ЗНАЧ(?:ЕН)?!|ИМЯ\?|ДЕЛ/0!|ПУСТО!|ЧИСЛО!|ПЕРЕНОС!|ВЫЧИСЛ!|ОЖИДАНИЕ_ДАННЫХ|ПОЛЕ!|"
    r"ЗАБЛОКИРОВАНО!|ПОДКЛЮЧИТЬ!|ЗАНЯТО!)|#{3,}|(?:Err|Ошибка):\s?\d{3}"
)
_ERROR_BEGINS = ("#", "E", "О")
_NOTHING = re.compile(
    rf"[-–—_\s]+|{_ERROR.pattern}"
    r"|(?i:[нб]/д|нет данных|не указан[ао]?)"
)
_LONGEST_NOTHING = 10
_LONGEST_DITTO = 20
_SUSPECT = re.compile(
    f"[<&{UNFIT}\\n\\r\\t\\x7f-\\xa0\\xad\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u2028]"
)
_INVISIBLE = re.compile(f"[{UNFIT}\\r\\x7f-\\x9f\\xad\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff]")
# Each of these always ends where it began to match, so that no text can make it slow.
_COMMENT = re.compile(r"<!--(?:(?!-->).)*+(?:-->|\Z)", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b(?:(?!</\1).)*+(?:</\1[^>]*+>?|\Z)", re.DOTALL | re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\b[^<>]*+>|</(?:p|div|li|tr|h[1-6])\s*+>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*+>|<[!?][^<>]*+>", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_LINK = re.compile(r'=\s*+(?:HYPERLINK|ГИПЕРССЫЛКА)\("([^"]*+)"\s*+[;,]\s*+"?([^"()]*+)"?\)', re.IGNORECASE)
# Put for «the same as in the row above».
_DITTO = re.compile(
    r"[-–—_\s]*(?:[\"″”“„«»']{1,4}|//)[-–—_\s]*|(?:то|та|тот|те|там|он|она|они|тому|туда) же"
    r"(?: сам\w\w)?|аналогично|см\.? выше",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'=\s*+"((?:[^"]|"")*+)"')
_WHOLE_WRITTEN_AS_FRACTION = re.compile(r"\d+\.0")

# Above this a spreadsheet's number (a double) has already lost digits.
WHOLE_NUMBER_LIMIT = 10**15


def text_of(cell: Cell) -> str:
    """A cell as a text of one or several lines: no markup, no control characters, trimmed."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return raw_text(cell)
    text = cell.strip()
    if text.startswith("="):
        text = _shown(text)
    if text.startswith("'"):  # how spreadsheets mark «this is a text»
        text = text[1:].lstrip()
    if _SUSPECT.search(text):
        text = _plain(text)
    return "" if len(text) <= _LONGEST_NOTHING and _NOTHING.fullmatch(text) else text


def line_of(cell: Cell) -> str:
    """A cell as a text of one line."""
    text = text_of(cell)
    return " ".join(text.split()) if "\n" in text or "  " in text or "\t" in text else text


def number_of(cell: Cell) -> str:
    """A message's number as people write it: 717499.0 → «717499»."""
    if isinstance(cell, str) and _QUOTED.fullmatch(cell.strip()):
        return cell.strip()  # a number is shown as it was first received
    text = line_of(cell)
    return text[:-2] if _WHOLE_WRITTEN_AS_FRACTION.fullmatch(text) else text


def link_of(cell: Cell) -> str:
    """The address of a formula that shows a link; empty where the cell holds none."""
    link = _LINK.fullmatch(cell.strip()) if isinstance(cell, str) and cell.lstrip().startswith("=") else None
    return link[1] if link else ""


def _shown(formula: str) -> str:
    """What a formula shows where that stands in it: a link, a text that a system keeps as a text."""
    if quoted := _QUOTED.fullmatch(formula):
        return quoted[1].replace('""', '"').strip()
    link = _LINK.fullmatch(formula)
    return link[2].strip() if link else formula


def raw_text(cell: Cell) -> str:
    """A cell as it was read, as a text, for handing it back to whoever sent the file."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Uncomputed():
            return cell.formula
        case bool():
            return "Да" if cell else "Нет"
        case datetime():
            return f"{cell:%d.%m.%Y}" if cell.time() == time() else f"{cell:%d.%m.%Y %H:%M:%S}"
        case float() if cell.is_integer() and abs(cell) < WHOLE_NUMBER_LIMIT:
            return str(int(cell))
        case _:
            return str(cell)


def is_error(cell: Cell) -> bool:
    """Whether a spreadsheet could not compute what would stand in the cell: «#Н/Д»."""
    if not isinstance(cell, str) or not cell.lstrip().startswith(_ERROR_BEGINS):
        return False
    return _ERROR.fullmatch(cell.strip()) is not None


def is_ditto(cell: Cell) -> bool:
    """Whether a cell says that it holds what the one above does: «-//-», «то же»."""
    return (
        isinstance(cell, str) and len(cell) <= _LONGEST_DITTO and _DITTO.fullmatch(cell.strip()) is not None
    )


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds nothing that one can see."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    if "<" in text:
        text = _SCRIPT.sub("", _COMMENT.sub("", text))
        text = _TAG.sub("", _LINE_BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = _INVISIBLE.sub("", text.replace("\xa0", " "))
    return _EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()
