"""Requests for materials, each kept whole, and the registers that the head keeps."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.storage.columns import Identifier, key_column, metadata

recommendations = Table(
    "recommendations",
    metadata,
    key_column(),
    Column("protocol_id", Identifier, ForeignKey("protocols.id"), nullable=False),
    Column("protocol_number", Integer, nullable=False),
    Column("item", Integer, nullable=False),
    Column("adopted_on", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("changed_on", Date),
    Column("words", Text, nullable=False),
    UniqueConstraint("protocol_id", "item"),
)

centre_requests = Table(
    "centre_requests",
    metadata,
    key_column(),
    Column("outgoing", Boolean, nullable=False),
    Column("number", String(40), nullable=False),
    Column("day", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("due", Date),
    Column("answer", Text, nullable=False, server_default=""),
    Column("answered_on", Date),
    Column("moved", Boolean, nullable=False, server_default=false()),
    Column("withdrawn_on", Date),
    Column("reason", Text, nullable=False, server_default=""),
    Index(None, "answered_on", "due"),
)

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
