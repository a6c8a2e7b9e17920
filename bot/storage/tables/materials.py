"""Requests for materials, each kept whole."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, String, Table, Text

from bot.storage.tables.base import key_column, metadata

material_requests = Table(
    "material_requests",
    metadata,
    key_column(),
    Column("state", String(20), nullable=False),
    Column("due", Date),
    Column("archive_for", BigInteger),
    Column("content", Text, nullable=False),
    Index(None, "state", "due"),
    Index(None, "archive_for"),
)
