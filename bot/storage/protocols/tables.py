"""Protocols, each kept whole; documents as they were sent; where they went."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.columns import Identifier, Moment, key_column, metadata

protocols = Table(
    "protocols",
    metadata,
    key_column(),
    Column("meeting_id", Identifier, ForeignKey("meetings.id"), nullable=False, unique=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("drawn_at", Moment, nullable=False),
    Column("signature", Text),
    Column("signed_at", Moment),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("countersignature", Text),
    UniqueConstraint("year", "number"),
    Index(None, "sha256"),
)

former_records = Table(
    "former_records",
    metadata,
    Column("protocol_id", Identifier, ForeignKey("protocols.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("replaced_at", Moment, nullable=False),
    Index(None, "sha256"),
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("entity", String(60), primary_key=True),
    Column("unit", String(60), primary_key=True),
    Column("by_hand", Boolean, nullable=False),
    Column("sent_at", Moment),
    Column("sent_by", BigInteger),
    Column("confirmed_at", Moment),
    Column("confirmed_by", BigInteger),
)

received_files = Table(
    "received_files",
    metadata,
    key_column(),
    Column("user_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("file_id", String(300), nullable=False),
    Column("file_name", String(200), nullable=False),
    Column("entity", String(60), nullable=False, server_default=""),
    Column("received_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index(
        "ix_received_files_waiting",
        "id",
        sqlite_where=Column("done_at").is_(None),
        postgresql_where=Column("done_at").is_(None),
    ),
)

acts = Table(
    "acts",
    metadata,
    Column("meeting_id", Identifier, ForeignKey("meetings.id"), primary_key=True, autoincrement=False),
    Column("account", BigInteger, nullable=False),
    Column("record", Text),
    Column("sha256", String(64)),
    Column("signature", Text),
    Index(None, "sha256"),
)

corrections = Table(
    "corrections",
    metadata,
    key_column(),
    Column("protocol_id", Identifier, ForeignKey("protocols.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("signature", Text, nullable=False),
    Column("signed_at", Moment, nullable=False),
    UniqueConstraint("protocol_id", "number"),
    Index(None, "sha256"),
)
