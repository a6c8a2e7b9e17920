"""Proposals for the agenda, and the files people attach."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

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
