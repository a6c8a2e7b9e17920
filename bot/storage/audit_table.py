"""The audit log: append-only, each entry with the hash of the one before."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text, false

from bot.storage.columns import Moment, key_column, metadata

audit = Table(
    "audit",
    metadata,
    key_column(),
    Column("at", Moment, nullable=False),
    Column("user_id", BigInteger),
    Column("seat", Integer),
    Column("acting", Boolean, nullable=False, server_default=false()),
    Column("kind", String(40), nullable=False),
    Column("entity", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "entity"),
)
