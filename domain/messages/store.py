"""What is kept of citizens' messages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.messages.listing import Mark, Outline, Sorting
from domain.messages.message import KnownMessage, RegistryRow
from domain.messages.routing import Place
from domain.messages.sections import Breakdown, DigestCounts, MessageFilter, Section
from domain.messages.stages import Stages
from domain.messages.terms import Extended


class MessageStore(Protocol):
    """Citizens' messages."""

    async def get(self, message_id: int) -> KnownMessage | None:
        """The message with this id, locked until the transaction ends when it writes."""

    async def several(self, message_ids: Sequence[int]) -> Sequence[KnownMessage]:
        """The messages with these ids, by id; locked as one is."""

    async def still_in(
        self, chosen: MessageFilter, section: Section, message_ids: Sequence[int]
    ) -> Collection[int]:
        """Which of these messages a section has now; words that are looked for are passed over."""

    async def counts(self, chosen: MessageFilter, since: datetime) -> DigestCounts:
        """What waits by section, and what changed since a moment."""

    async def open_stages(self, chosen: MessageFilter) -> Stages:
        """How many of the open messages stand at each stage of their term."""

    async def count(self, chosen: MessageFilter, section: Section, limit: int) -> int:
        """How many there are in a section, but never more than `limit`."""

    async def topics(self, chosen: MessageFilter, section: Section, limit: int) -> Sequence[str]:
        """Topics that most of these messages have, the commonest first; of many, the newest are asked."""

    async def every_topic(self) -> Sequence[str]:
        """Each topic that any message has, in no order; the empty one too."""

    async def page(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        """Messages of a section: open ones by deadline, the oldest first; others newest first."""

    async def page_after(
        self, chosen: MessageFilter, section: Section, sorting: Sorting, after: Mark | None, limit: int
    ) -> Sequence[KnownMessage]:
        """Messages of a section in this order, those that follow the mark."""

    async def outlines(self, chosen: MessageFilter, section: Section, limit: int) -> Sequence[Outline]:
        """What messages of a section are ordered by, in no order; at most so many."""

    async def lines(
        self, chosen: MessageFilter, section: Section, limit: int, offset: int
    ) -> Sequence[KnownMessage]:
        """The same as lines of a digest: of an incident's messages the one that is due first."""

    async def folded_away(self, chosen: MessageFilter, section: Section) -> int:
        """How many messages of a section stand behind the first one of their incident."""

    async def breakdown(self, chosen: MessageFilter) -> Breakdown:
        """Overdue, due today and soon by blocks and by channels."""

    async def answer(self, message_id: int, at: datetime | None) -> None:
        """Record by hand that the citizen was answered; None takes it back."""

    async def assign_block(self, message_id: int, block: str) -> None:
        """Assign the message to a block by hand; an import never undoes it."""

    async def assign_blocks(self, message_ids: Sequence[int], block: str) -> None:
        """Assign several messages at once."""

    async def remember_topic(self, topic: str, block: str, user_id: int) -> int:
        """Messages with this topic belong to the block from now on; how many moved."""

    async def blank_answered(self, before: datetime, limit: int) -> int:
        """Blank texts, names and addresses of messages answered before this; how many, at most `limit`."""

    async def forget_deleted_words(self) -> bool:
        """Take a step towards an index of words without those of what was blanked; False at its end."""

    async def give_unit(self, message_id: int, unit: str) -> None:
        """Which unit answers; an import never undoes it."""

    async def note_result(self, message_id: int, result: str) -> None:
        """What the citizen was answered."""

    async def judge(self, message_id: int, quality: str) -> None:
        """What is wrong with the answer; empty: nothing."""

    async def give_reason(self, message_id: int, reason: str) -> None:
        """Why the answer is late."""

    async def remembered_topics(self) -> Mapping[str, str]:
        """Topics whose block was chosen by hand: normalised topic → block."""

    async def next_hand_number(self, channel: str, year: int) -> str:
        """The next number of the office's own in a channel: «В-2026-0001»."""

    async def renumber(self, message: KnownMessage, number: str) -> bool:
        """Give the message another number; False where its channel has that one already."""

    async def add(self, row: RegistryRow, place: Place, deadline_at: datetime, settlement: str) -> int | None:
        """Keep a message brought in by hand; its id, None where the channel has this number already."""

    async def change_term(self, message: KnownMessage, deadline_at: datetime) -> None:
        """Keep what the office decided about the message's term, with the deadline that follows."""

    async def change_stage(self, message: KnownMessage, deadline_at: datetime) -> None:
        """Keep the stage of the message's term that a person told of, with the deadline that follows."""

    async def add_extension(self, message_id: int, extended: Extended) -> None:
        """Keep an extension with its reason."""

    async def extensions(self, message_id: int) -> Sequence[Extended]:
        """The message's extensions, the first one first."""
