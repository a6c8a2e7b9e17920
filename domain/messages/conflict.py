"""Where a later export says other than people did: ours stays until someone takes the registry's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConflictKind(StrEnum):
    """What the two disagree on: the answer, the block, the term, or the whole message under this number."""

    ANSWER = "answer"
    BLOCK = "block"
    TERM = "term"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A message in which the office and a registry disagree; `taken`: the registry's word is to be taken."""

    row_id: int
    message_id: int
    channel: str
    number: str
    topic: str
    kinds: tuple[ConflictKind, ...]
    taken: bool
    our_answer: datetime | None
    their_answer: datetime | None
    our_block: str | None
    their_block: str | None
    our_term: datetime
    their_term: datetime
    our_received: datetime
    their_received: datetime
    our_topic: str


@dataclass(frozen=True, slots=True)
class ConflictTally:
    """Conflicts of a file that are still kept: in how many ours stands, in how many its word is taken."""

    open: int
    taken: int
