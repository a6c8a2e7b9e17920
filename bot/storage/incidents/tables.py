"""Incidents of many messages; which messages are of one stands with the messages."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from bot.storage.columns import Identifier, Moment, key_column, metadata

incidents = Table(
    "incidents",
    metadata,
    key_column(),
    Column("topic", Text, nullable=False),
    Column("settlement", String(120), nullable=False),
    Column("street", String(120), nullable=False),
    Column("houses", String(20), nullable=False),
    Column("block", String(40)),
    Column("unit", String(60), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("channels", JSON, nullable=False),
    Column("offered", JSON, nullable=False),
    Column("last_message", Identifier, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("grown", Integer, nullable=False),
    Index(None, "seen_at"),
)
