"""Posts for citizens, and the channel they go to."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text

from bot.storage.columns import Moment, key_column, metadata

publications = Table(
    "publications",
    metadata,
    key_column(),
    Column("seat", Integer, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "state"),
)

public_channels = Table(
    "public_channels",
    metadata,
    key_column(),
    Column("named", String(64), nullable=False),
    Column("asked_by", BigInteger, nullable=False),
    Column("state", String(20), nullable=False),
    Column("chat_id", BigInteger),
    Column("title", String(300), nullable=False, server_default=""),
    Column("username", String(64), nullable=False, server_default=""),
    Column("asked_at", Moment, nullable=False),
    Index(None, "state"),
)
