"""What goes out to chats. A row is a notice or a live card; it waits while `version > shown_version`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, case, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.quiet import StoredQuietHours
from bot.storage.tables import outbox, unreachable_chats
from bot.storage.upsert import upsert
from domain.attachment import Attachment
from domain.ports import Button, Card, Clock, Fate, Screen

TEXT, DOCUMENT, PICTURE, FILE, MENU = "text", "document", "picture", "file", "menu"
# A vote is now or never; a menu makes no sound.
_AT_ONCE = ("vote", MENU)

# A statement of every tap: built once.
_TOUCH = (
    update(outbox)
    .where(outbox.c.subject.in_(bindparam("subjects", expanding=True)), outbox.c.live)
    .values(version=outbox.c.version + 1, tries=0)
)


_TRY_NOW = ~exists().where(
    unreachable_chats.c.chat_id == outbox.c.chat_id, unreachable_chats.c.try_again_at > bindparam("now")
)
_WAITING = (
    select(outbox.c.id, outbox.c.chat_id)
    .where(
        outbox.c.version > outbox.c.shown_version,
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now")),
        _TRY_NOW,
    )
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that waits to be sent or shown anew."""

    card: Card
    version: int
    shown_hash: str | None
    tries: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is not shown yet: how many rows wait, and since when the oldest was never sent."""

    waiting: int
    oldest: datetime | None


class StoredOutbox:
    """The outbox in the database."""

    def __init__(
        self, connection: AsyncConnection, clock: Clock, zone: ZoneInfo, quiet: StoredQuietHours
    ) -> None:
        self.connection = connection
        self.clock = clock
        self.zone = zone
        self.quiet = quiet
        self.holds = False
        self.answering: int | None = None

    def hold(self, answering: int | None = None) -> None:
        """From here on notices wait for the end of quiet hours, save those to the chat that is answered."""
        self.holds, self.answering = True, answering

    # For conversations

    async def text(
        self, chat_id: int, screen: Screen, *, key: str | None = None, urgent: bool = False
    ) -> None:
        """Send a text that will not change; the same `key` is sent once, an `urgent` one at any hour."""
        await self._add(chat_id, TEXT, "", screen_content(screen), key, live=False, urgent=urgent)

    async def card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> int:
        """Send a live card; its id. A second card with the same `key` is the first."""
        return await self._add(chat_id, kind, subject, content or {}, key)

    async def document(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        screen: Screen | None = None,
        key: str | None = None,
    ) -> None:
        """Send a stored document."""
        await self._stored(DOCUMENT, chat_id, document_id, caption, screen, key)

    async def picture(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        screen: Screen | None = None,
        key: str | None = None,
        subject: str = "",
    ) -> None:
        """Send a stored PNG so that the chat shows it; sent or given up, it touches the subject."""
        await self._stored(PICTURE, chat_id, document_id, caption, screen, key, subject)

    async def _stored(
        self,
        kind: str,
        chat_id: int,
        document_id: int,
        caption: str,
        screen: Screen | None,
        key: str | None,
        subject: str = "",
    ) -> None:
        kept = screen_content(screen or Screen(""))
        content = {**kept, "document": document_id, "text": caption}
        await self._add(chat_id, kind, subject, content, key, live=False)

    async def file(self, chat_id: int, attachment: Attachment, caption: str) -> None:
        """Send a file that a person gave the bot, or that the bot made."""
        if attachment.document_id is not None:
            await self.document(chat_id, attachment.document_id, caption)
            return
        content = {
            **screen_content(Screen(caption)),
            "file_id": attachment.file_id,
            "photo": attachment.is_photo,
        }
        await self._add(chat_id, FILE, "", content, None, live=False)

    async def menu(self, chat_id: int, menu: str) -> None:
        """Set the chat's menu of commands; the latest wins."""
        content = {"menu": menu}
        key = f"menu:{chat_id}"
        statement = upsert(self.connection, outbox).values(
            unique_key=key,
            chat_id=chat_id,
            kind=MENU,
            subject="",
            content=content,
            live=False,
            created_at=self.clock.now(),
        )
        await self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["unique_key"],
                set_={"content": content, "version": outbox.c.version + 1, "tries": 0},
            )
        )

    async def shown_menu(self, chat_id: int) -> str | None:
        """The menu that was set last in the chat, if any was."""
        content = await self.connection.scalar(
            select(outbox.c.content).where(outbox.c.unique_key == f"menu:{chat_id}")
        )
        return content["menu"] if content else None

    async def _add(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any],
        key: str | None,
        *,
        live: bool = True,
        urgent: bool = False,
    ) -> int:
        values = {
            "unique_key": key,
            "chat_id": chat_id,
            "kind": kind,
            "subject": subject,
            "content": dict(content),
            "live": live,
            "created_at": self.clock.now(),
        }
        if self.holds and chat_id != self.answering and chat_id > 0 and not urgent and kind not in _AT_ONCE:
            hours = await self.quiet.of(chat_id)
            values["not_before"] = hours.end_of(self.clock.now(), self.zone) if hours else None
        if key is None:
            result = await self.connection.execute(insert(outbox).values(**values).returning(outbox.c.id))
            return int(result.scalar_one())
        statement = upsert(self.connection, outbox).values(**values).on_conflict_do_nothing()
        await self.connection.execute(statement)
        return int(
            (
                await self.connection.execute(select(outbox.c.id).where(outbox.c.unique_key == key))
            ).scalar_one()
        )

    async def known(self, key: str) -> bool:
        """Whether something with this key was put in before."""
        found = await self.connection.scalar(select(outbox.c.id).where(outbox.c.unique_key == key))
        return found is not None

    async def fate(self, key: str) -> Fate | None:
        """What came of the row with this key; None when there is none."""
        row = (
            await self.connection.execute(
                select(outbox.c.message_id, outbox.c.failure).where(outbox.c.unique_key == key)
            )
        ).first()
        return Fate(row.message_id, row.failure) if row else None

    async def find(self, chat_id: int, message_id: int) -> Card | None:
        """The live card that stands behind a message."""
        return await self._card(
            (outbox.c.chat_id == chat_id) & (outbox.c.message_id == message_id) & outbox.c.live
        )

    async def of_subject(self, chat_id: int, kind: str, subject: str) -> Card | None:
        """The newest live card of this kind and subject in a chat."""
        return await self._card(
            (outbox.c.chat_id == chat_id)
            & (outbox.c.kind == kind)
            & (outbox.c.subject == subject)
            & outbox.c.live
        )

    async def turn(self, card: Card, content: Mapping[str, Any]) -> None:
        """Change the view's own state of a card; it is shown anew."""
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == card.id)
            .values(content=dict(content), version=outbox.c.version + 1, tries=0)
        )

    async def touch(self, *subjects: str) -> None:
        """These subjects changed: every live card of theirs is shown anew."""
        await self.connection.execute(_TOUCH, {"subjects": subjects})

    async def retire(self, card: Card) -> None:
        """The card stays in the chat as it is and is live no more."""
        await self._retire(outbox.c.id == card.id)

    async def retire_kind(self, chat_id: int, kind: str) -> None:
        """Every card of this kind in the chat is live no more."""
        await self._retire((outbox.c.chat_id == chat_id) & (outbox.c.kind == kind))

    async def _retire(self, condition: Any) -> None:
        await self.connection.execute(
            update(outbox).where(condition, outbox.c.live).values(live=False, shown_version=outbox.c.version)
        )

    async def _card(self, condition: Any) -> Card | None:
        row = (
            await self.connection.execute(
                select(outbox).where(condition).order_by(outbox.c.id.desc()).limit(1)
            )
        ).first()
        return _card(row) if row else None

    # For delivery

    async def waiting(self, limit: int) -> Sequence[tuple[int, int]]:
        """Ids and chats of rows that wait and may be sent now, oldest first."""
        rows = await self.connection.execute(_WAITING, {"now": self.clock.now(), "limit": limit})
        return [(row.id, row.chat_id) for row in rows]

    async def released(self) -> bool:
        """Whether something that was held back may go out now."""
        found = await self.connection.scalar(
            select(outbox.c.id)
            .where(
                outbox.c.version > outbox.c.shown_version,
                outbox.c.not_before.is_not(None),
                outbox.c.not_before <= self.clock.now(),
            )
            .limit(1)
        )
        return found is not None

    async def take(self, row_id: int) -> Waiting | None:
        """A waiting row as it stands now; None when it waits no more."""
        row = (
            await self.connection.execute(
                select(outbox).where(outbox.c.id == row_id, outbox.c.version > outbox.c.shown_version)
            )
        ).first()
        return Waiting(_card(row), row.version, row.shown_hash, row.tries) if row else None

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

    async def shown(
        self, row_id: int, version: int, shown_hash: str | None, message_id: int | None = None
    ) -> None:
        """The chat shows this version now."""
        values: dict[str, Any] = {
            "shown_version": version,
            "shown_hash": shown_hash,
            "failure": None,
            "tries": 0,
        }
        if message_id is not None:
            values["message_id"] = message_id
        await self.connection.execute(update(outbox).where(outbox.c.id == row_id).values(**values))

    async def forget_message(self, row_id: int) -> None:
        """People deleted the message: the card is sent anew."""
        await self.connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(message_id=None, shown_hash=None, tries=0)
        )

    async def undeliverable(self, row_id: int, failure: str) -> None:
        """The chat cannot get it; kept with the reason."""
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == row_id)
            .values(shown_version=outbox.c.version, live=False, failure=failure)
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


def screen_content(screen: Screen) -> dict[str, Any]:
    """A screen as it is kept."""
    rows = [[[button.text, button.data, button.url] for button in row] for row in screen.rows]
    return {"text": screen.text, "rows": rows}


def kept_screen(content: Mapping[str, Any]) -> Screen:
    """The screen that `screen_content` kept."""
    return Screen(content["text"], tuple(tuple(Button(*button) for button in row) for row in content["rows"]))


def _card(row: Any) -> Card:
    return Card(row.id, row.chat_id, row.kind, row.subject, row.content, row.message_id)
