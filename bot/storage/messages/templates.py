"""Answer templates in the database, one a topic."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String, Table, Text, select

from bot.storage.columns import Moment, metadata
from bot.storage.transaction import Store
from bot.storage.upsert import upsert
from domain.office.shown import Thing

answer_templates = Table(
    "answer_templates",
    metadata,
    Column("topic", String(400), primary_key=True),
    Column("text", Text, nullable=False),
    Column("changed_by", BigInteger, nullable=False),
    Column("changed_at", Moment, nullable=False),
)


class StoredTemplates(Store):
    """Templates of answers."""

    async def of_topic(self, topic: str) -> str:
        found = await self.connection.scalar(
            select(answer_templates.c.text).where(answer_templates.c.topic == topic)
        )
        return str(found or "")

    async def keep(self, topic: str, text: str, user_id: int) -> None:
        values = {"text": text, "changed_by": user_id, "changed_at": self.clock.now()}
        put = upsert(self.connection, answer_templates).values(topic=topic, **values)
        await self.connection.execute(put.on_conflict_do_update(index_elements=["topic"], set_=values))
        self.changed(Thing.TEMPLATES)
