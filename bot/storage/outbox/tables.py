"""What goes out to chats, and the updates that came in."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, String, Table, Text, false, true

from bot.storage.columns import Moment, key_column, metadata

outbox = Table(
    "outbox",
    metadata,
    key_column(),
    Column("unique_key", String(120), unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("content", JSON, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("shown_version", Integer, nullable=False, server_default="0"),
    Column("shown_hash", String(32)),
    Column("message_id", BigInteger),
    Column("topic", BigInteger),
    Column("live", Boolean, nullable=False, server_default=true()),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("failure", Text),
    Column("created_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("renew_at", Moment),
    Column("urgent", Boolean, nullable=False, server_default=false()),
    Index(None, "subject"),
    Index(
        "ix_outbox_live_kind",
        "kind",
        sqlite_where=Column("live", Boolean),
        postgresql_where=Column("live", Boolean),
    ),
    Index(
        "ix_outbox_waiting",
        "id",
        sqlite_where=Column("version") > Column("shown_version"),
        postgresql_where=Column("version") > Column("shown_version"),
    ),
    Index(
        "ix_outbox_renewed",
        "renew_at",
        sqlite_where=Column("renew_at", Moment).is_not(None),
        postgresql_where=Column("renew_at", Moment).is_not(None),
    ),
    Index(None, "chat_id", "message_id"),
)

unreachable_chats = Table(
    "unreachable_chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("try_again_at", Moment, nullable=False),
)
