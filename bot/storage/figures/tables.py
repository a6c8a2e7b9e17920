"""Reports on their way."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table

from bot.storage.columns import Moment, key_column, metadata

reports = Table(
    "reports",
    metadata,
    key_column(),
    Column("kind", String(20), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("step", String(20), nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("created_at", Moment, nullable=False),
    Index(None, "state"),
)
