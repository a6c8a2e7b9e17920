"""The outbox as delivery works through it: what waits, what was tried, what the chat shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, case, exists, func, or_, select, update

from bot.storage.outbox.tables import outbox, unreachable_chats
from bot.storage.transaction import Store
from domain.office.outbox import Card

# Kinds of rows that are no live cards.
TEXT, DOCUMENT, PICTURE, FILE, MENU = "text", "document", "picture", "file", "menu"
PIN, REMOVED, TAG, NOTED = "pin", "removed", "tag", "noted"

# Quiet hours end within a day, and no other pause is longer: what waits for more was put off by a clock that
# ran ahead, and would wait until then.
_LONGEST_PAUSE = timedelta(days=1)
_TRY_NOW = ~exists().where(
    unreachable_chats.c.chat_id == outbox.c.chat_id,
    unreachable_chats.c.try_again_at > bindparam("now"),
    unreachable_chats.c.try_again_at <= bindparam("latest"),
)
_CARD = (
    outbox.c.id,
    outbox.c.chat_id,
    outbox.c.kind,
    outbox.c.subject,
    outbox.c.content,
    outbox.c.message_id,
    outbox.c.topic,
    outbox.c.urgent,
)
_WAITING = (
    select(*_CARD)
    .where(
        outbox.c.version > outbox.c.shown_version,
        or_(
            outbox.c.not_before.is_(None),
            outbox.c.not_before <= bindparam("now"),
            outbox.c.not_before > bindparam("latest"),
        ),
        _TRY_NOW,
    )
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)
_TAKE = select(*_CARD, outbox.c.version, outbox.c.shown_hash, outbox.c.tries).where(
    outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.version > outbox.c.shown_version
)
_SHOWN = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        shown_version=bindparam("now_version"),
        shown_hash=bindparam("now_hash"),
        renew_at=bindparam("until"),
        failure=None,
        tries=0,
    )
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that waits to be sent or shown anew."""

    card: Card
    version: int
    shown_hash: str | None
    tries: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that its chat shows in this version now, `until` time changes it."""

    row_id: int
    version: int
    shown_hash: str | None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is not shown yet: how many rows wait, and since when the oldest was never sent."""

    waiting: int
    oldest: datetime | None


class OutboxDelivery(Store):
    """What delivery asks of the outbox and tells it."""

    async def waiting(self, limit: int) -> Sequence[Card]:
        """Rows that wait and may be sent now, oldest first."""
        now = self.clock.now()
        asked = {"now": now, "latest": now + _LONGEST_PAUSE, "limit": limit}
        rows = await self.connection.execute(_WAITING, asked)
        return [known_card(row) for row in rows]

    async def released(self) -> bool:
        now = self.clock.now()
        found = await self.connection.scalar(
            select(outbox.c.id)
            .where(
                outbox.c.version > outbox.c.shown_version,
                or_(outbox.c.not_before <= now, outbox.c.not_before > now + _LONGEST_PAUSE),
            )
            .limit(1)
        )
        if found is not None:
            self.ask_sending()
        return found is not None

    async def take(self, *row_ids: int) -> Mapping[int, Waiting]:
        """These rows as they stand now, without those that wait no more."""
        rows = await self.connection.execute(_TAKE, {"ids": row_ids})
        return {row.id: Waiting(known_card(row), row.version, row.shown_hash, row.tries) for row in rows}

    async def trying(self, row_id: int, tries: int) -> bool:
        """About to send for the first time after so many tries: should it fail halfway, the next is a repeat.

        False when somebody else has tried meanwhile.
        """
        result = await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == row_id, outbox.c.tries == tries, outbox.c.message_id.is_(None))
            .values(tries=outbox.c.tries + 1)
        )
        return result.rowcount > 0

    async def not_sent(self, row_id: int) -> None:
        """The messenger said no: the last try does not count."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id, outbox.c.tries > 0).values(tries=outbox.c.tries - 1)
        )

    async def text_instead(self, row_id: int, content: Mapping[str, Any]) -> None:
        """What was to be a file goes as a text."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(kind=TEXT, content=dict(content), tries=0)
        )

    async def move_chat(self, old: int, new: int) -> None:
        """The chat has another id now; what stood in the former one cannot be edited, so cards go anew."""
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.chat_id == old, outbox.c.live)
            .values(chat_id=new, message_id=None, shown_hash=None, tries=0)
        )
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.chat_id == old, outbox.c.version > outbox.c.shown_version)
            .values(chat_id=new)
        )

    async def shown(self, *rows: Shown, wait: bool = False) -> Sequence[Shown]:
        """The chats show these versions now. Returns those whose row somebody is changing at this moment.

        They are passed over, so that this waits for nobody while it holds the other rows, and two that write
        to the same rows cannot lock each other out; one alone may `wait`.
        """
        ids = select(outbox.c.id).where(outbox.c.id.in_(row.row_id for row in rows))
        free = set(await self.connection.scalars(ids.with_for_update(skip_locked=not wait)))
        if marks := [row for row in rows if row.row_id in free]:
            await self.connection.execute(
                _SHOWN,
                [
                    {
                        "row": row.row_id,
                        "now_version": row.version,
                        "now_hash": row.shown_hash,
                        "until": row.until,
                    }
                    for row in marks
                ],
            )
        return [row for row in rows if row.row_id not in free]

    async def sent(self, row: Shown, message_id: int) -> None:
        """The chat has it as a message of this number."""
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == row.row_id)
            .values(
                message_id=message_id,
                shown_version=row.version,
                shown_hash=row.shown_hash,
                renew_at=row.until,
                failure=None,
                tries=0,
            )
        )

    async def forget_message(self, row_id: int) -> None:
        """People deleted the message: the card is sent anew, and pinned anew if it was."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(message_id=None, shown_hash=None, tries=0)
        )
        pinning = outbox.c.unique_key == pin_key(row_id)
        await self.connection.execute(update(outbox).where(pinning).values(version=outbox.c.version + 1))

    async def repeated_in_place_of(self, card: Card) -> None:
        """What comes in the place of a card that went nobody knows whither is marked as a repeat."""
        await self.connection.execute(
            update(outbox)
            .where(
                outbox.c.chat_id == card.chat_id,
                outbox.c.kind == card.content.get("kind"),
                outbox.c.id > card.id,
                outbox.c.live,
                outbox.c.message_id.is_(None),
            )
            .values(tries=outbox.c.tries + 1)
        )

    async def since(self, row_id: int) -> datetime | None:
        """When this row was put in."""
        moment: datetime | None = await self.connection.scalar(
            select(outbox.c.created_at).where(outbox.c.id == row_id)
        )
        return moment

    async def message_of(self, row_id: int) -> int | None:
        """The number of the message that this row is in its chat; None where it is not there."""
        number: int | None = await self.connection.scalar(
            select(outbox.c.message_id).where(outbox.c.id == row_id)
        )
        return number

    async def to_topic(self, row_id: int, topic: int | None) -> None:
        """It goes into another topic of its chat."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(topic=topic, tries=0)
        )

    async def undeliverable(self, row_id: int, failure: str) -> None:
        """The chat cannot get it; kept with the reason."""
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == row_id)
            .values(shown_version=outbox.c.version, live=False, failure=failure)
        )

    async def put_off(self, row_id: int, failure: str, until: datetime) -> None:
        """The chat did not take it now; it waits until this moment, with the reason."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(not_before=until, failure=failure)
        )

    async def backlog(self) -> Backlog:
        """What is not shown yet."""
        waiting = outbox.c.version > outbox.c.shown_version
        since = func.coalesce(outbox.c.not_before, outbox.c.created_at)
        unsent = case((outbox.c.message_id.is_(None), since))
        row = (
            await self.connection.execute(
                select(func.count().label("waiting"), func.min(unsent).label("oldest")).where(waiting)
            )
        ).one()
        return Backlog(row.waiting, row.oldest)

    async def newest(self, beginning: str) -> datetime | None:
        """When the newest row was put in whose key begins so."""
        moment: datetime | None = await self.connection.scalar(
            select(func.max(outbox.c.created_at)).where(
                outbox.c.unique_key.startswith(beginning, autoescape=True)
            )
        )
        return moment

    async def failures(self) -> Sequence[tuple[int, str, str]]:
        """What could not be delivered: chat, kind, reason."""
        rows = await self.connection.execute(
            select(outbox.c.chat_id, outbox.c.kind, outbox.c.failure).where(outbox.c.failure.is_not(None))
        )
        return [(row.chat_id, row.kind, row.failure) for row in rows]


def known_card(row: Any) -> Card:
    """The card that a row is."""
    return Card(
        row.id, row.chat_id, row.kind, row.subject, row.content, row.message_id, row.topic, row.urgent
    )


def pin_key(row_id: int) -> str:
    """The key of the row that pins this one's message."""
    return f"pin:{row_id}"
