"""Points of a decision on paper: each on its line, with its executors and day (п. 4.6)."""

from __future__ import annotations

from bot.documents.wording import Wording, printable
from domain.protocols.record import ItemRecord, PointRecord


def with_points(decided: str, item: ItemRecord, wording: Wording) -> str:
    """What was decided, with the points below it."""
    return "\n".join(filter(None, [decided, *(_line(point, wording) for point in item.points)]))


def _line(point: PointRecord, wording: Wording) -> str:
    sentences = [printable(point.words)]
    if point.executors:
        sentences.append(
            f"{wording.text('protocol-caption-executors')}: {wording.executors(point.executors)}"
        )
    if point.due:
        sentences.append(f"{wording.text('protocol-caption-due')}: {wording.date(point.due)}")
    said = " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in sentences)
    return f"{point.number}. {said}"
