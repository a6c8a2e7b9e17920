"""Citizens' messages, and what the office decided about them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
)

from bot.storage.columns import Identifier, Moment, key_column, metadata

_OPEN = Column("answered_at").is_(None)
_OUTSIDE = Column("outside") != ""


def _partial(name: str, *columns: str, of: ColumnElement[bool]) -> Index:
    """An index of those rows alone, on either engine."""
    return Index(name, *columns, sqlite_where=of, postgresql_where=of)


messages = Table(
    "messages",
    metadata,
    key_column(),
    Column("channel", String(40), nullable=False),
    Column("number", String(80), nullable=False),
    Column("number_key", String(80), nullable=False, server_default=""),
    Column("received_at", Moment, nullable=False),
    Column("registered_at", Moment),
    Column("topic", Text, nullable=False),
    Column("topic_group", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False),
    # As they came, where something in them is hidden; empty where nothing is.
    Column("whole_topic", Text, nullable=False, server_default=""),
    Column("whole_text", Text, nullable=False, server_default=""),
    Column("whole_executor", Text, nullable=False, server_default=""),
    Column("executor", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("settlement", String(120), nullable=False, server_default=""),
    Column("address", String(120), nullable=False, server_default=""),
    Column("registry_hash", String(32), nullable=False),
    Column("block", String(40)),
    Column("block_by_hand", Boolean, nullable=False, server_default=false()),
    Column("block_presumed", Boolean, nullable=False, server_default=false()),
    Column("unit", String(60)),
    Column("unit_by_hand", Boolean, nullable=False, server_default=false()),
    Column("deadline_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("answered_by_hand", Boolean, nullable=False, server_default=false()),
    Column("answer_noted_at", Moment),
    Column("delay_reason", Text, nullable=False, server_default=""),
    Column("extended_by", Integer, nullable=False, server_default="0"),
    Column("as_appeal", Boolean, nullable=False, server_default=false()),
    Column("forwarded_to", Text, nullable=False, server_default=""),
    Column("result", String(20), nullable=False, server_default=""),
    Column("quality", String(20), nullable=False, server_default=""),
    Column("registered_by_hand", Boolean, nullable=False, server_default=false()),
    Column("said_status", String(80), nullable=False, server_default=""),
    Column("outside", String(20), nullable=False, server_default=""),
    Column("imported_at", Moment, nullable=False),
    Column("incident_id", Identifier),
    Column("important", Boolean, nullable=False, server_default=false()),
    Column("interim_at", Moment),
    Column("refuted_at", Moment),
    Column("staged_by_hand", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("channel", "number"),
    Index(
        "ix_messages_number_key",
        "number_key",
        "channel",
        unique=True,
        sqlite_where=Column("number_key") != "",
        postgresql_where=Column("number_key") != "",
    ),
    Index("ix_messages_same_number", "number_key", "channel"),
    _partial("ix_messages_open_by_block", "block", "deadline_at", of=_OPEN),
    _partial("ix_messages_open_by_channel", "channel", "deadline_at", of=_OPEN),
    _partial("ix_messages_open_by_topic", "topic", "deadline_at", "id", "answered_at", of=_OPEN),
    _partial("ix_messages_open", "deadline_at", of=_OPEN),
    _partial("ix_messages_answered", "answered_at", of=Column("answered_at").is_not(None)),
    _partial(
        "ix_messages_unregistered",
        "channel",
        "received_at",
        of=and_(Column("answered_at").is_(None), Column("registered_at").is_(None)),
    ),
    Index("ix_messages_received", "received_at"),
    # Lists of what was answered too: newest first within what one chose.
    Index("ix_messages_block_received", "block", "received_at", "id"),
    Index("ix_messages_unit_received", "unit", "received_at", "id"),
    Index("ix_messages_topic_received", "topic", "received_at", "id"),
    _partial("ix_messages_outside", "received_at", "id", of=_OUTSIDE),
    _partial("ix_messages_outside_by_block", "block", "received_at", "id", of=_OUTSIDE),
    _partial("ix_messages_outside_by_channel", "channel", "received_at", "id", of=_OUTSIDE),
    _partial("ix_messages_outside_by_unit", "unit", "received_at", "id", of=_OUTSIDE),
    _partial("ix_messages_open_received", "received_at", "id", of=_OPEN),
    _partial("ix_messages_open_received_by_block", "block", "received_at", "id", of=_OPEN),
    _partial("ix_messages_open_received_by_unit", "unit", "received_at", "id", of=_OPEN),
    Index("ix_messages_answer_noted", "answer_noted_at"),
    # Of an incident's messages a digest shows the one that is due first.
    _partial(
        "ix_messages_incident", "incident_id", "deadline_at", "id", of=Column("incident_id").is_not(None)
    ),
    _partial("ix_messages_open_imported", "imported_at", of=_OPEN),
)

extensions = Table(
    "extensions",
    metadata,
    key_column(),
    Column("message_id", Identifier, ForeignKey("messages.id"), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("told_on", Date),
    Column("seat", Integer, nullable=False),
    Column("extended_at", Moment, nullable=False),
    Index(None, "message_id"),
)

topic_choices = Table(
    "topic_choices",
    metadata,
    Column("topic", String(400), primary_key=True),
    Column("block", String(40), nullable=False),
    Column("chosen_by", BigInteger, nullable=False),
    Column("chosen_at", Moment, nullable=False),
)


# Messages that were one and the same under two spellings of their number, as they were when they were merged.
merged_messages = Table(
    "merged_messages",
    metadata,
    key_column(),
    Column("message_id", Identifier, nullable=False),
    Column("merged_id", Identifier, nullable=False),
    Column("number", String(80), nullable=False),
    Column("was", JSON, nullable=False),
)
