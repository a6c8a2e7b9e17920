"""What goes out to chats. A row is a notice or a live card; it waits while `version > shown_version`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import astuple
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, update

from bot.storage.outbox.delivery import (
    DOCUMENT,
    FILE,
    MENU,
    NOTED,
    PICTURE,
    PIN,
    REMOVED,
    TAG,
    TEXT,
    OutboxDelivery,
    known_card,
    pin_key,
)
from bot.storage.outbox.tables import outbox
from bot.storage.outbox.turned import TurnedCards
from bot.storage.people.quiet_hours import StoredQuietHours
from bot.storage.people.tables import office_chats
from bot.storage.upsert import upsert
from domain.office.attachment import Attachment
from domain.office.outbox import Button, Card, Fate, Screen


def _marking(condition: Any) -> Any:
    return update(outbox).where(condition, outbox.c.live).values(version=outbox.c.version + 1)


# Statements of every tap: built once.
_OF_SUBJECTS = _marking(outbox.c.subject.in_(bindparam("subjects", expanding=True)))
_OF_TIME = _marking(outbox.c.renew_at <= bindparam("now")).values(renew_at=None)
_OF_KINDS = _marking(outbox.c.kind.in_(bindparam("kinds", expanding=True)))


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


class StoredOutbox(OutboxDelivery):
    """The outbox in the database."""

    holds = False
    answering: int | None = None
    answering_in: int | None = None
    once_to: int | None = None
    in_line = False
    album = ""

    @cached_property
    def turned(self) -> TurnedCards:
        """Cards that this transaction has turned or sent."""
        return TurnedCards()

    def hold(self, answering: int | None = None, topic: int | None = None) -> None:
        """From here on notices wait for the end of quiet hours, save those to the chat that is answered.

        What goes to that chat goes into the topic where the question came from.
        """
        self.holds, self.answering, self.answering_in = True, answering, topic

    def answer_once(self, chat_id: int, *, in_line: bool = False, album: str = "") -> None:
        """From here on this chat is not told the same words twice over.

        In a line of its updates: while the first wait to be sent, for a flood would be answered for an hour
        (Bot API FAQ: a message a second). To an album: whatever number of pictures it has.
        """
        self.once_to, self.in_line, self.album = chat_id, in_line, album

    async def text(
        self,
        chat_id: int,
        screen: Screen,
        *,
        key: str | None = None,
        urgent: bool = False,
        aside_to: int | None = None,
    ) -> None:
        content = screen_content(screen) | ({"aside_to": aside_to} if aside_to is not None else {})
        if key is None and chat_id == self.once_to:
            if self.in_line and await self._is_on_its_way(chat_id, content):
                return
            key = f"album:{chat_id}:{self.album}:{_digest(content)}" if self.album else None
        await self._add(chat_id, TEXT, "", content, key, live=False, urgent=urgent)

    async def _is_on_its_way(self, chat_id: int, content: Mapping[str, Any]) -> bool:
        """Whether the same words wait to be sent there already."""
        waiting = select(outbox.c.content).where(
            outbox.c.version > outbox.c.shown_version,
            outbox.c.chat_id == chat_id,
            outbox.c.kind == TEXT,
            outbox.c.tries == 0,
        )
        words = _digest(content)
        return any(_digest(one) == words for one in await self.connection.scalars(waiting))

    async def card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        urgent: bool = False,
    ) -> int:
        row = await self._add(chat_id, kind, subject, content or {}, key, urgent=urgent)
        self.turned.note(row, chat_id, kind, subject, now=content or {})
        return row

    async def card_anew(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> int:
        await self.remove_subject(chat_id, kind, subject)
        return await self.card(chat_id, kind, subject, content, key=key)

    async def pinned_card(
        self,
        chat_id: int,
        kind: str,
        subject: str,
        content: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> None:
        await self.remove_subject(chat_id, kind, subject)
        row = await self.card(chat_id, kind, subject, content, key=key, urgent=True)
        await self._add(chat_id, PIN, "", {"row": row, "pinned": True}, pin_key(row), live=False, urgent=True)

    async def unpin(self, subject: str) -> None:
        """No card of this subject is pinned any longer."""
        self.ask_sending()
        live = await self.connection.scalars(
            select(outbox.c.id).where(outbox.c.subject == subject, outbox.c.live)
        )
        keys = [pin_key(row) for row in live]
        pins = await self.connection.execute(
            select(outbox.c.id, outbox.c.content).where(outbox.c.unique_key.in_(keys))
        )
        for pin in pins.all():
            if pin.content["pinned"]:
                await self.connection.execute(
                    update(outbox)
                    .where(outbox.c.id == pin.id)
                    .values(content={**pin.content, "pinned": False}, version=outbox.c.version + 1)
                )

    async def noted(self, chat_id: int, message_id: int, screen: Screen) -> None:
        content = {**screen_content(screen), "message": message_id}
        await self._add(chat_id, NOTED, "", content, None, live=False)

    async def tag(self, chat_id: int, tags: Mapping[int, str], day: date) -> bool:
        rows = await self.connection.execute(
            select(outbox.c.content).where(outbox.c.chat_id == chat_id, outbox.c.kind == TAG)
        )
        known = {content["user"]: content for (content,) in rows}
        bare = {user: "" for user, content in known.items() if content["tag"] and user not in tags}
        changed = False
        for user, tag in {**bare, **tags}.items():
            content = {"user": user, "tag": tag, "day": day.isoformat()}
            if known.get(user) != content:
                await self._replace(f"tag:{chat_id}:{user}", chat_id, TAG, content)
                changed = True
        return changed

    async def without_button(self, chat_id: int, data: str) -> None:
        documents = select(outbox.c.id, outbox.c.content).where(
            outbox.c.chat_id == chat_id, outbox.c.kind == DOCUMENT, outbox.c.message_id.is_not(None)
        )
        for row, content in (await self.connection.execute(documents)).all():
            screen = kept_screen(content)
            left = tuple(filter(None, (_but(one, data) for one in screen.rows)))
            if left == screen.rows:
                continue
            self.ask_sending()
            kept = {**content, **screen_content(Screen(screen.text, left))}
            values = {"content": kept, "version": outbox.c.version + 1}
            await self.connection.execute(update(outbox).where(outbox.c.id == row).values(**values))

    async def remove_subject(self, chat_id: int, kind: str, subject: str) -> None:
        await self._remove(chat_id, kind, outbox.c.subject == subject)

    async def remove_kind(self, chat_id: int, kind: str) -> None:
        await self._remove(chat_id, kind)

    async def _remove(self, chat_id: int, kind: str, *which: Any) -> None:
        """What was tried may be in the chat, though its number is not known yet: it goes like the others."""
        self.ask_sending()
        stands = (outbox.c.chat_id == chat_id, outbox.c.kind == kind, *which)
        await self.connection.execute(
            update(outbox)
            .where(*stands, outbox.c.live, or_(outbox.c.message_id.is_not(None), outbox.c.tries > 0))
            .values(kind=REMOVED, content={"kind": kind}, live=False, version=outbox.c.version + 1)
        )
        await self._retire(*stands)

    async def document(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        screen: Screen | None = None,
        key: str | None = None,
    ) -> None:
        await self._stored(DOCUMENT, chat_id, document_id, caption, screen, key)

    async def picture(
        self,
        chat_id: int,
        document_id: int,
        caption: str,
        *,
        key: str | None = None,
        subject: str = "",
    ) -> None:
        await self._stored(PICTURE, chat_id, document_id, caption, None, key, subject)

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
        if attachment.document_id is not None:
            await self.document(chat_id, attachment.document_id, caption)
            return
        content = {
            **screen_content(Screen(caption)),
            "file_id": attachment.file_id,
            "photo": attachment.is_photo,
        }
        await self._add(chat_id, FILE, "", content, None, live=False)

    async def menu(self, chat_id: int, menu: str, language: str = "") -> None:
        self.ask_sending()
        content = {"menu": menu, "language": language}
        key = f"menu:{chat_id}"
        if await self._menu(key) not in (None, content):
            # Whoever's menu is another one may do other things, or reads another language.
            await self.connection.execute(_marking(outbox.c.chat_id == chat_id))
        await self._replace(key, chat_id, MENU, content)

    async def _replace(self, key: str, chat_id: int, kind: str, content: Mapping[str, Any]) -> None:
        """What is said of the chat itself, in place of what was said before."""
        self.ask_sending()
        statement = upsert(self.connection, outbox).values(
            unique_key=key,
            chat_id=chat_id,
            kind=kind,
            subject="",
            content=dict(content),
            live=False,
            created_at=self.clock.now(),
        )
        await self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["unique_key"],
                set_={"content": dict(content), "version": outbox.c.version + 1},
            )
        )

    async def shown_menu(self, chat_id: int) -> str | None:
        content = await self._menu(f"menu:{chat_id}")
        return content["menu"] if content else None

    async def _menu(self, key: str) -> dict[str, str] | None:
        content: dict[str, str] | None = await self.connection.scalar(
            select(outbox.c.content).where(outbox.c.unique_key == key)
        )
        return content

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
        self.ask_sending()
        values = {
            "unique_key": key,
            "chat_id": chat_id,
            "kind": kind,
            "subject": subject,
            "content": dict(content),
            "topic": await self._topic(chat_id),
            "live": live,
            "urgent": urgent,
            "created_at": self.clock.now(),
        }
        if self.holds and chat_id != self.answering and chat_id > 0 and not urgent:
            hours = await StoredQuietHours(self.transaction).of(chat_id)
            values["not_before"] = hours.end_of(self.clock.now(), self.profile.time_zone) if hours else None
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

    async def _topic(self, chat_id: int) -> int | None:
        """The topic of a group: where it was asked, else the one that is the office's chat."""
        if chat_id >= 0:
            return None
        if chat_id == self.answering:
            return self.answering_in
        topic: int | None = await self.connection.scalar(
            select(office_chats.c.topic).where(
                office_chats.c.chat_id == chat_id, office_chats.c.unbound_at.is_(None)
            )
        )
        return topic

    async def renewed(self) -> bool:
        due = await self.connection.execute(_OF_TIME, {"now": self.clock.now()})
        if due.rowcount:
            self.ask_sending()
        return due.rowcount > 0

    async def known(self, key: str) -> bool:
        found = await self.connection.scalar(select(outbox.c.id).where(outbox.c.unique_key == key))
        return found is not None

    async def fate(self, key: str) -> Fate | None:
        row = (
            await self.connection.execute(
                select(outbox.c.message_id, outbox.c.failure).where(outbox.c.unique_key == key)
            )
        ).first()
        return Fate(row.message_id, row.failure) if row else None

    async def find(self, chat_id: int, message_id: int) -> Card | None:
        return await self._card(
            (outbox.c.chat_id == chat_id) & (outbox.c.message_id == message_id) & outbox.c.live
        )

    async def of_subject(self, chat_id: int, kind: str, subject: str) -> Card | None:
        return await self._card(
            (outbox.c.chat_id == chat_id)
            & (outbox.c.kind == kind)
            & (outbox.c.subject == subject)
            & outbox.c.live
        )

    async def turn(self, card: Card, content: Mapping[str, Any]) -> None:
        self.ask_sending()
        self.turned.note(card.id, card.chat_id, card.kind, card.subject, now=content, was=card.content)
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.id == card.id)
            .values(content=dict(content), version=outbox.c.version + 1)
        )

    async def rest(self, row: int, content: Mapping[str, Any]) -> None:
        """A card goes back to what it was, if it still stands in its chat."""
        self.ask_sending()
        await self.connection.execute(_marking(outbox.c.id == row).values(content=dict(content)))

    async def touch(self, *subjects: str) -> None:
        self.ask_sending()
        await self.connection.execute(_OF_SUBJECTS, {"subjects": subjects})

    async def show_changes(self, changes: Collection[str], shown_in: Mapping[str, Collection[str]]) -> None:
        """Every live card of what was changed is shown anew, and of a kind that shows a part of it."""
        self.ask_sending()
        await self.connection.execute(_OF_SUBJECTS, {"subjects": sorted(changes)})
        kinds = {kind for thing in changes for kind in shown_in.get(thing, ())}
        if kinds:
            await self.connection.execute(_OF_KINDS, {"kinds": sorted(kinds)})

    async def retire(self, card: Card) -> None:
        await self._retire(outbox.c.id == card.id)

    async def retire_subject(self, chat_id: int, kind: str, subject: str) -> None:
        await self._retire(
            (outbox.c.chat_id == chat_id) & (outbox.c.kind == kind) & (outbox.c.subject == subject)
        )

    async def revive(self, chat_id: int, message_id: int, kind: str) -> bool:
        self.ask_sending()
        result = await self.connection.execute(
            update(outbox)
            .where(
                outbox.c.chat_id == chat_id,
                outbox.c.message_id == message_id,
                outbox.c.kind == kind,
                ~outbox.c.live,
                outbox.c.failure.is_(None),
            )
            .values(live=True, content={}, version=outbox.c.version + 1, tries=0)
        )
        return result.rowcount > 0

    async def retire_kind(self, chat_id: int, kind: str) -> None:
        await self._retire((outbox.c.chat_id == chat_id) & (outbox.c.kind == kind))

    async def retire_chat(self, chat_id: int) -> None:
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.chat_id == chat_id, or_(outbox.c.live, outbox.c.version > outbox.c.shown_version))
            .values(live=False, shown_version=outbox.c.version)
        )

    async def blank(self, chat_id: int, kinds: Collection[str], screen: Screen) -> None:
        self.ask_sending()
        await self.connection.execute(
            update(outbox)
            .where(outbox.c.chat_id == chat_id, outbox.c.kind.in_(kinds), outbox.c.message_id.is_not(None))
            .values(kind=TEXT, content=screen_content(screen), live=False, version=outbox.c.version + 1)
        )

    async def _retire(self, *conditions: Any) -> None:
        await self.connection.execute(
            update(outbox)
            .where(*conditions, outbox.c.live)
            .values(live=False, shown_version=outbox.c.version)
        )

    async def _card(self, condition: Any) -> Card | None:
        row = (
            await self.connection.execute(
                select(outbox).where(condition).order_by(outbox.c.id.desc()).limit(1)
            )
        ).first()
        return known_card(row) if row else None


def _but(row: tuple[Button, ...], data: str) -> tuple[Button, ...]:
    return tuple(button for button in row if button.data != data)


def screen_content(screen: Screen) -> dict[str, Any]:
    """A screen as it is kept."""
    rows = [[astuple(button) for button in row] for row in screen.rows]
    return {"text": screen.text, "rows": rows}


def kept_screen(content: Mapping[str, Any]) -> Screen:
    """The screen that `screen_content` kept."""
    return Screen(content["text"], tuple(tuple(Button(*button) for button in row) for row in content["rows"]))
