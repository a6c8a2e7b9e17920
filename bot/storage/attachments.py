"""Files that people gave the bot: the messenger keeps the bytes, we keep its name for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    delete,
    false,
    insert,
    select,
    update,
)

from bot.storage.columns import Identifier, Moment, key_column, metadata
from bot.storage.transaction import Store
from domain.office.attachment import Attachment

attachments = Table(
    "attachments",
    metadata,
    key_column(),
    Column("entity", String(60), nullable=False),
    Column("file_id", String(300), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_photo", Boolean, nullable=False, server_default=false()),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("document_id", Identifier, ForeignKey("documents.id")),
    Index(None, "entity"),
)

_UNMADE = attachments.c.file_id.startswith("made:") & attachments.c.document_id.is_(None)


class StoredAttachments(Store):
    """Attachments in the database."""

    async def add(
        self, entity: str, file_id: str, file_name: str, size: int, user_id: int, *, photo: bool
    ) -> int:
        self._changed(entity)
        values = {
            "entity": entity,
            "file_id": file_id,
            "file_name": file_name[:300],
            "size": size,
            "is_photo": photo,
            "added_by": user_id,
            "added_at": self.clock.now(),
        }
        result = await self.connection.execute(
            insert(attachments).values(**values).returning(attachments.c.id)
        )
        return int(result.scalar_one())

    async def add_made(self, entity: str, maker: str, file_name: str, user_id: int) -> int:
        self.ask_work()
        return await self.add(entity, maker, file_name, 0, user_id, photo=False)

    async def unmade(self) -> Attachment | None:
        """The oldest file that the bot has still to make."""
        oldest = _attachments().where(_UNMADE).order_by(attachments.c.id).limit(1)
        rows = await self.connection.execute(oldest)
        return next((Attachment(**row._mapping) for row in rows), None)

    async def made(self, attachment_id: int, document_id: int, size: int) -> None:
        """The file is a stored document now; `size` in bytes."""
        result = await self.connection.execute(
            update(attachments)
            .where(attachments.c.id == attachment_id)
            .values(document_id=document_id, size=size)
            .returning(attachments.c.entity)
        )
        self._changed(result.scalar_one())

    async def get(self, attachment_id: int) -> Attachment | None:
        found = await self._found(attachments.c.id == attachment_id)
        return found[0] if found else None

    async def of(self, entity: str) -> Sequence[Attachment]:
        return await self._found(attachments.c.entity == entity)

    async def move(self, entity: str, to: str) -> None:
        self._changed(entity)
        self._changed(to)
        await self.connection.execute(
            update(attachments).where(attachments.c.entity == entity).values(entity=to)
        )

    async def remove(self, attachment_id: int) -> None:
        gone = delete(attachments).where(attachments.c.id == attachment_id).returning(attachments.c.entity)
        for entity in await self.connection.scalars(gone):
            self._changed(entity)

    def _changed(self, entity: str) -> None:
        """Files of a step or an answer («task:5:1») are shown with the whole of it."""
        self.changed(entity, ":".join(entity.split(":")[:2]))

    async def _found(self, condition: Any) -> list[Attachment]:
        rows = await self.connection.execute(
            _attachments().where(condition, ~_UNMADE).order_by(attachments.c.id)
        )
        return [Attachment(**row._mapping) for row in rows]


def _attachments() -> Any:
    return select(*(attachments.c[name] for name in Attachment.__dataclass_fields__))
