"""A table's header row: where it stands and which column holds which field."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.registries.cells import Cell, raw_text
from domain.office.profile import RegistryMapping

HEADER_WITHIN_ROWS = 20
_FEWEST_KNOWN = 2
# A registry's date of receipt may stand in either: journals of appeals know the registration alone.
_DATES = ("received_at", "registered_at")


def normalise_words(text: str) -> str:
    """A header or a word of a column to compare by: no case, punctuation, repeated spaces; «ё» is «е»."""
    text = unicodedata.normalize("NFKC", text.replace("№", " номер ")).casefold().replace("ё", "е")
    return " ".join("".join(char if char.isalnum() else " " for char in text if char != "\xad").split())


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold a field, the most wanted first, in a table read by one mapping."""

    mapping: RegistryMapping
    fields: Mapping[str, tuple[int, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without which no message can be kept and for which there is no column."""
        number = () if "number" in self.fields else ("number",)
        return number if any(date in self.fields for date in _DATES) else (*number, "received_at")

    def unread(self, headers: Sequence[str]) -> tuple[int, ...]:
        """Columns with a (normalised) header in which no field was found."""
        read = {index for indexes in self.fields.values() for index in indexes}
        return tuple(index for index, header in enumerate(headers) if header and index not in read)

    @property
    def rank(self) -> tuple[int, int]:
        """For choosing between mappings: whether a message can be read at all, then how many fields."""
        return (-len(self.missing), len(self.fields))


def columns_by(mapping: RegistryMapping, headers: Sequence[str]) -> Columns:
    """The columns under the mapping's headers; `headers` are normalised."""
    fields = {}
    for field, synonyms in mapping.headers.items():
        wanted = dict.fromkeys(normalise_words(synonym) for synonym in synonyms)
        found = [
            index for synonym in wanted for index, header in enumerate(headers) if header == synonym != ""
        ]
        if found:
            fields[field] = tuple(found)
    return Columns(mapping, fields)


def best_columns(mappings: Sequence[RegistryMapping], headers: Sequence[str]) -> Columns:
    """The columns by the mapping that knows this table best; the first one among equals."""
    return max((columns_by(mapping, headers) for mapping in mappings), key=lambda columns: columns.rank)


def find_header_row(rows: Sequence[Sequence[Cell]], mappings: Sequence[RegistryMapping]) -> int | None:
    """Index of the row that most looks like headers, the first among equals; None when no row does."""
    best, best_rank = None, (-9, _FEWEST_KNOWN - 1)
    for index, row in enumerate(rows):
        columns = best_columns(mappings, normalised_headers(row))
        if len(columns.fields) >= _FEWEST_KNOWN and columns.rank > best_rank:
            best, best_rank = index, columns.rank
    return best


def normalised_headers(row: Sequence[Cell]) -> tuple[str, ...]:
    """The row's cells as headers to compare by."""
    return tuple(normalise_words(raw_text(cell)[:200]) for cell in row)
