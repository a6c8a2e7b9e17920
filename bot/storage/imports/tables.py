"""Registry files on their way in, and their rows."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
)

from bot.storage.columns import Identifier, Moment, key_column, metadata
from bot.storage.messages.tables import messages

imports = Table(
    "imports",
    metadata,
    key_column(),
    Column("user_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("file_id", String(300), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("message_id", BigInteger),
    Column("channel", String(40)),
    Column("state", String(20), nullable=False),
    Column("counts", JSON, nullable=False),
    Column("problem", JSON),
    Column("unread", JSON),
    Column("skipped", JSON),
    Column("questions", JSON),
    Column("gone", JSON),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("file", LargeBinary),
    Column("unreadable", LargeBinary),
    Column("unreadable_in_chat", LargeBinary),
    Column("created_at", Moment, nullable=False),
    Column("applied_at", Moment),
    Index(None, "state"),
)


# Rows of a file on their way in: as they will stand among the messages, once applied.
import_rows = Table(
    "import_rows",
    metadata,
    key_column(),
    Column("import_id", Identifier, nullable=False),
    Column("channel", String(40), nullable=False),
    Column("number", String(80), nullable=False),
    Column("number_key", String(80), nullable=False, server_default=""),
    Column("received_at", Moment, nullable=False),
    Column("registered_at", Moment),
    Column("topic", Text, nullable=False),
    Column("topic_group", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("whole_topic", Text, nullable=False, server_default=""),
    Column("whole_text", Text, nullable=False, server_default=""),
    Column("whole_executor", Text, nullable=False, server_default=""),
    Column("executor", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("settlement", String(120), nullable=False),
    Column("address", String(120), nullable=False),
    Column("registry_hash", String(32), nullable=False),
    Column("block", String(40)),
    Column("block_presumed", Boolean, nullable=False),
    Column("unit", String(60)),
    Column("deadline_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("said_status", String(80), nullable=False, server_default=""),
    Column("outside", String(20), nullable=False, server_default=""),
    Column("important", Boolean, nullable=False, server_default=false()),
    Column("interim_at", Moment),
    Column("refuted_at", Moment),
    Column("conflict", String(40), nullable=False, server_default=""),
    Column("taken", Boolean, nullable=False, server_default=false()),
    Index(None, "import_id"),
)


# What people said of a channel's files: which column is what, how dates and statuses are meant.
understandings = Table(
    "understandings",
    metadata,
    Column("channel", String(40), primary_key=True),
    Column("said", JSON, nullable=False),
    Column("changed_at", Moment, nullable=False),
)


# Messages as they were before a file that may still be undone; without a number, one that it brought.
import_before = Table(
    "import_before",
    metadata,
    key_column(),
    Column("import_id", Identifier, nullable=False),
    Column("message_id", Identifier, nullable=False),
    *(Column(column.name, column.type) for column in messages.columns if column.name != "id"),
    Index(None, "import_id", "message_id"),
)
