"""Tasks that decisions gave, each with its history."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from bot.storage.columns import Identifier, key_column, metadata

tasks = Table(
    "tasks",
    metadata,
    key_column(),
    Column("protocol_id", Identifier, ForeignKey("protocols.id"), nullable=False),
    Column("protocol_number", Integer, nullable=False),
    Column("protocol_day", Date, nullable=False),
    Column("item", Integer, nullable=False),
    Column("point", Integer, nullable=False, server_default="0"),
    Column("decision", Text, nullable=False),
    Column("seat", Integer),
    Column("unit", String(60)),
    Column("due", Date),
    Column("state", String(20), nullable=False),
    Column("asked_until", Date),
    Column("done_on", Date),
    Column("history", Text, nullable=False),
    Index(None, "protocol_id"),
    Index(None, "state", "due"),
    Index(None, "seat"),
    Index(None, "unit"),
)
