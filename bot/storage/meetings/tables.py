"""Meetings, each kept whole, and what is looked up in those that are over: their words, who took part."""

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

from bot.storage.columns import Identifier, Moment, key_column, metadata

meeting_words = Table(
    "meeting_words",
    metadata,
    Column("meeting_id", Identifier, ForeignKey("meetings.id"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
)

participations = Table(
    "participations",
    metadata,
    key_column(),
    Column("meeting_id", Identifier, ForeignKey("meetings.id"), nullable=False, index=True),
    Column("seat", Integer, nullable=False),
    Column("holder_id", Identifier, ForeignKey("holders.id")),
    Column("starts_at", Moment, nullable=False),
    Column("invited", Boolean, nullable=False),
    Column("present", Boolean, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("votes_held", Integer, nullable=False),
    Column("voted", Integer, nullable=False),
    Column("abstained", Integer, nullable=False),
    Column("aloud", Integer, nullable=False),
    Index(None, "starts_at"),
)

participation_exports = Table(
    "participation_exports",
    metadata,
    key_column(),
    Column("chat_id", BigInteger, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("made", Boolean, nullable=False, server_default=false()),
)

regular_meetings = Table(
    "regular_meetings",
    metadata,
    key_column(),
    Column("active", Boolean, nullable=False),
    Column("content", Text, nullable=False),
)

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
