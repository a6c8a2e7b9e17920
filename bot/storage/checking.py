"""What `mcu check` looks for in a database: files whose owner is gone, rows of the outbox that are stuck."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import func, select, text, union
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.attachments import attachments
from bot.storage.columns import metadata
from bot.storage.database import Database
from bot.storage.documents import documents
from bot.storage.outbox.tables import outbox
from bot.storage.trouble import read_only
from domain.office import reading
from domain.office.ports import Clock

_STUCK_AFTER = timedelta(hours=1)
_NOTHING_NEW = text("UPDATE alembic_version SET version_num = version_num")


async def orphans(connection: AsyncConnection) -> list[str]:
    """Entities that documents or attachments belong to and that are no longer there.

    `protocol:3` is row 3 of `protocols`; an entity whose name is no table's is left alone.
    """
    owned = union(select(documents.c.entity), select(attachments.c.entity))
    wanted: dict[str, dict[int, str]] = defaultdict(dict)
    for entity in (await connection.execute(owned)).scalars():
        name, _, rest = entity.partition(":")
        number = reading.whole(rest.partition(":")[0])
        if f"{name}s" in metadata.tables and number is not None:
            wanted[f"{name}s"][number] = entity
    missing = []
    for table, entities in wanted.items():
        known = set((await connection.execute(select(metadata.tables[table].c.id))).scalars())
        missing += [entity for number, entity in sorted(entities.items()) if number not in known]
    return missing


async def stuck(connection: AsyncConnection, clock: Clock) -> int:
    """Rows of the outbox never sent though they have waited for more than an hour."""
    count = await connection.scalar(
        select(func.count())
        .select_from(outbox)
        .where(
            outbox.c.version > outbox.c.shown_version,
            outbox.c.message_id.is_(None),
            func.coalesce(outbox.c.not_before, outbox.c.created_at) < clock.now() - _STUCK_AFTER,
        )
    )
    return int(count or 0)


async def is_read_only(database: Database) -> bool:
    """Whether nothing can be written: tried, and taken back. Raises SQLAlchemyError."""
    try:
        async with database.write() as uow:
            await uow.connection.execute(_NOTHING_NEW)
            raise _TakeBack
    except _TakeBack:
        return False
    except SQLAlchemyError as error:
        if read_only(error):
            return True
        raise


class _TakeBack(Exception):
    """What was written is not kept."""
