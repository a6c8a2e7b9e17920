"""What benchmarks found, as one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HEADS = ("what", "floor", "ours", "ratio", "budget")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: `floor` is the same work done barely, None where there is nothing to compare with."""

    what: str
    ours: float
    unit: str
    floor: float | None = None
    budget: str = ""

    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        floor = "" if self.floor is None else f"{self.floor:.4g} {self.unit}"
        ratio = f"{self.ours / self.floor:.2f}" if self.floor else ""
        return self.what, floor, f"{self.ours:.4g} {self.unit}", ratio, self.budget


def table(lines: Sequence[Line]) -> str:
    """The lines under their heads, as Markdown has it."""
    rows = [_HEADS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    told = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    told.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {row} |" for row in told)
