"""Digests that were made, who wants no empty ones, and lists asked for as tables."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, Integer, String, Table, false

from bot.storage.columns import Moment, key_column, metadata

digests = Table(
    "digests",
    metadata,
    Column("seat", Integer, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("made_at", Moment, nullable=False),
)

muted_digests = Table(
    "muted_digests",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("muted_at", Moment, nullable=False),
)

exports = Table(
    "exports",
    metadata,
    key_column(),
    Column("chat_id", BigInteger, nullable=False),
    Column("section", String(20), nullable=False),
    Column("chosen", JSON, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("made", Boolean, nullable=False, server_default=false()),
    Index("ix_exports_waiting", "id", sqlite_where=~Column("made"), postgresql_where=~Column("made")),
)
