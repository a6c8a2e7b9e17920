"""Proposals for the agenda, and the files people attach."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, false

from bot.storage.columns import Identifier, Moment, key_column, metadata

proposals = Table(
    "proposals",
    metadata,
    key_column(),
    Column("seat", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("draft_decision", Text, nullable=False, server_default=""),
    Column("ground", Text, nullable=False, server_default=""),
    Column("message_id", Identifier),
    Column("state", String(20), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("meeting_id", Identifier),
    Column("prepared_by", BigInteger),
    Column("brought_at", Moment, nullable=False),
    Index(None, "state"),
    Index(None, "seat"),
)

attachments = Table(
    "attachments",
    metadata,
    key_column(),
    Column("entity", String(60), nullable=False),
    Column("file_id", String(300), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_photo", Boolean, nullable=False, server_default=false()),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("document_id", Identifier, ForeignKey("documents.id")),
    Index(None, "entity"),
)
