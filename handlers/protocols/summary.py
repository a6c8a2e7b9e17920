"""What a meeting decided, in the words of a message under its protocol."""

from __future__ import annotations

from domain.meetings.voting import Outcome
from domain.office.ports import Texts
from domain.office.wording import clipped
from domain.protocols.record import ItemRecord, ProtocolRecord

_LONGEST = 800
"""Of the whole, in characters: a caption holds 1024 with what stands before."""
_WORDS = 160
"""Of one decision, in characters."""


def decisions(texts: Texts, record: ProtocolRecord) -> str:
    """A line for each question that was voted: what was decided, or that it was not; the rest counted."""
    voted = [item for item in record.items if item.votes]
    lines: list[str] = []
    for item in voted:
        line = _line(texts, item)
        if sum(map(len, lines)) + len(line) > _LONGEST:
            lines.append(texts("summary-more", count=len(voted) - len(lines)))
            break
        lines.append(line)
    return "\n".join(lines)


def _line(texts: Texts, item: ItemRecord) -> str:
    outcome = item.outcome or Outcome.VOID  # only what was voted is told
    words = item.decision if outcome is Outcome.ADOPTED else item.question
    key = outcome.value.replace("_", "-")
    line = texts(f"summary-{key}", number=item.number, words=clipped(words or item.question, _WORDS))
    return line + but_fell(texts, item)


def but_fell(texts: Texts, item: ItemRecord) -> str:
    """Which points of an adopted decision were not adopted; empty where none."""
    return texts("points-fell", numbers=", ".join(item.fell), count=len(item.fell)) if item.fell else ""
