"""The statement that counts a cohort, built once for all cohorts of its shape: only its values differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, Subquery, bindparam, select, union_all

from bot.storage.columns import Identifier, Moment
from bot.storage.figures.counting import REASON, base_of, counted
from bot.storage.figures.pieces import Pieces
from domain.figures.figures import Cohort, Scope

_MOST_KEYS, _MOST_CAUSES = 300, 30
_SHAPES = 64


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many of each a statement names; `of` are the dimensions."""

    block: bool
    channels: int
    months: int
    gaps: int
    of: tuple[str, ...]


def counts_asked(
    cohort: Cohort, pieces: Pieces, of: Sequence[str]
) -> tuple[CompoundSelect[Any], Mapping[str, Any]]:
    """Each of these dimensions of a cohort, and the values that the statement is executed with."""
    scope = cohort.scope
    shape = _Shape(
        scope.block is not None, len(scope.channels), len(pieces.months), len(pieces.gaps), tuple(of)
    )
    values: dict[str, Any] = {"as_of": cohort.as_of}
    if scope.block is not None:
        values["block"] = scope.block
    values |= {f"channel_{number}": one for number, one in enumerate(scope.channels)}
    values |= {f"month_{number}": one for number, one in enumerate(pieces.months)}
    for number, (since, until) in enumerate(pieces.gaps):
        values |= {f"since_{number}": since, f"until_{number}": until}
    return _built(shape), values


@lru_cache(_SHAPES)
def _built(shape: _Shape) -> CompoundSelect[Any]:
    channels: Any = tuple(bindparam(f"channel_{number}") for number in range(shape.channels))
    months: Any = [bindparam(f"month_{number}", type_=Identifier) for number in range(shape.months)]
    gaps: Any = [(_moment(f"since_{number}"), _moment(f"until_{number}")) for number in range(shape.gaps)]
    block: Any = bindparam("block") if shape.block else None
    at = _moment("as_of")
    base = base_of(Cohort(at, at, at, Scope(block, channels)), pieces := Pieces(months, gaps))
    asked = [_largest(counted(base, pieces, dimension), dimension) for dimension in shape.of]
    return union_all(*(select(one.subquery()) for one in asked))


def _moment(name: str) -> Any:
    return bindparam(name, type_=Moment())


def _largest(rows: Subquery, dimension: str) -> Select[Any]:
    """The keys of a dimension that most messages have; of reasons those of what was late or is overdue."""
    if dimension != REASON:
        return select(rows).order_by(rows.c.received.desc(), rows.c.key).limit(_MOST_KEYS)
    behind = rows.c.late + rows.c.overdue
    return select(rows).where(behind > 0).order_by(behind.desc(), rows.c.key).limit(_MOST_CAUSES)
