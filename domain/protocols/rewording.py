"""Correcting the words of a protocol that is not signed yet (п. 4.7; rules, section 5).

What was heard and spoken may be worded anew. An editorial slip in an adopted decision may be mended: the
words voted stay beside it. Attendance, votes and results never change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from domain.meetings.voting import Outcome
from domain.office.refusal import Refusal
from domain.protocols.record import ItemRecord, ProtocolRecord

LONGEST = 3000
"""Of one passage, in characters."""


class Passage(StrEnum):
    """What of an item the chair may word anew: «слушали», «выступили», «решили»."""

    HEARD = "heard"
    SPOKE = "spoke"
    DECIDED = "decided"


_FIELDS = {Passage.HEARD: "heard", Passage.SPOKE: "spoke", Passage.DECIDED: "decision"}


class Change(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and share their fate."""

    change: Change
    words: tuple[str, ...]


def item_of(record: ProtocolRecord, number: int) -> ItemRecord:
    """The item with this number; a refusal when the protocol has none."""
    for item in record.items:
        if item.number == number:
            return item
    raise Refusal("no-such-item", item=number)


def adopted(item: ItemRecord) -> bool:
    """Whether the item's last vote adopted it: then there are words of a decision."""
    return item.outcome is Outcome.ADOPTED


def words_of(item: ItemRecord, passage: Passage) -> str:
    """The passage as it stands."""
    words: str = getattr(item, _FIELDS[passage])
    return words


def reworded(record: ProtocolRecord, number: int, passage: Passage, text: str) -> ProtocolRecord:
    """The record with one passage worded anew; a refusal when the text is the same, too long or missing."""
    item, text = item_of(record, number), text.strip()
    if len(text) > LONGEST:
        raise Refusal("words-too-long", length=len(text), limit=LONGEST)
    if text == words_of(item, passage):
        raise Refusal("words-same")
    if passage is Passage.DECIDED and not adopted(item):
        raise Refusal("words-not-adopted", item=number)
    if passage is Passage.DECIDED and not text:
        raise Refusal("words-of-decision", item=number)
    changed: ItemRecord = replace(item, **{_FIELDS[passage]: text})  # type: ignore[arg-type]
    return replace(record, items=tuple(changed if one is item else one for one in record.items))


def difference(old: str, new: str) -> list[Run]:
    """Old and new words side by side: runs that are kept, gone and new, in reading order."""
    before, after = _words(old), _words(new)
    runs: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run(Change.KEPT, before[i1:i2]))
            continue
        if i1 < i2:
            runs.append(Run(Change.GONE, before[i1:i2]))
        if j1 < j2:
            runs.append(Run(Change.NEW, after[j1:j2]))
    return runs


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\n|[^\s]+", text))
