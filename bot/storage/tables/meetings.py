"""Meetings, each kept whole."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint

from bot.storage.tables.base import Moment, key_column, metadata

meetings = Table(
    "meetings",
    metadata,
    key_column(),
    Column("state", String(20), nullable=False),
    Column("year", Integer),
    Column("number", Integer),
    Column("starts_at", Moment),
    Column("content", Text, nullable=False),
    UniqueConstraint("year", "number"),
    Index(None, "state", "starts_at"),
)
