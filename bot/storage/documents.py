"""Documents, each kept as it was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    cast,
    delete,
    or_,
    select,
    update,
)

from bot.storage.columns import Moment, key_column, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.office.ports import StoredDocument

documents = Table(
    "documents",
    metadata,
    key_column(),
    Column("entity", String(60), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("file_name", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("entity", "kind"),
    Index(None, "sha256"),
)

# Tables of citizens' messages: whoever asked for one has it in the chat, and can ask again.
_LISTS = ("export:", "recount:")


class StoredDocuments(Store):
    """Documents in the database."""

    async def add(self, entity: str, kind: str, file_name: str, content: bytes) -> int:
        self.changed(entity)
        values = {
            "file_name": file_name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "content": content,
            "made_at": self.clock.now(),
        }
        statement = upsert(self.connection, documents).values(entity=entity, kind=kind, **values)
        result = await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["entity", "kind"], set_=values).returning(
                documents.c.id
            )
        )
        return int(result.scalar_one())

    async def get(self, entity: str, kind: str) -> StoredDocument | None:
        return await self._found((documents.c.entity == entity) & (documents.c.kind == kind))

    async def by_hash(self, sha256: str) -> StoredDocument | None:
        return await self._found(documents.c.sha256.startswith(sha256.lower(), autoescape=True))

    async def signatures(self, entity: str) -> Mapping[int, datetime]:
        statement = (
            select(documents.c.kind, documents.c.made_at)
            .where(documents.c.entity == entity, documents.c.kind.like("sig_"))
            .order_by(documents.c.kind)
        )
        rows = await self.connection.execute(statement)
        return {int(row.kind.removeprefix("sig")): row.made_at for row in rows}

    async def take_off(self, entity: str, number: int) -> bool:
        self.changed(entity)
        taken = "off" + cast(documents.c.id, String)
        statement = update(documents).where(documents.c.entity == entity, documents.c.kind == f"sig{number}")
        return (await self.connection.execute(statement.values(kind=taken))).rowcount > 0

    async def forget_lists(self, before: datetime) -> int:
        lists = or_(*(documents.c.entity.startswith(begins) for begins in _LISTS))
        gone = delete(documents).where(lists, documents.c.made_at < before)
        return (await self.connection.execute(gone)).rowcount

    async def content(self, document_id: int) -> tuple[str, bytes]:
        """File name and bytes of a document."""
        row = (
            await self.connection.execute(
                select(documents.c.file_name, documents.c.content).where(documents.c.id == document_id)
            )
        ).one()
        return row.file_name, row.content

    async def _found(self, condition: ColumnElement[bool]) -> StoredDocument | None:
        columns = [documents.c[name] for name in StoredDocument.__dataclass_fields__]
        row = (
            await self.connection.execute(select(*columns).where(condition).order_by(documents.c.id))
        ).first()
        return StoredDocument(*row) if row else None
