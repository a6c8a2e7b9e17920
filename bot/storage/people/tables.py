"""The profile, holders, accounts, absences, invitations, the office's chat, personal settings, the page."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table, Time

from bot.storage.columns import Identifier, Moment, key_column, metadata

holders = Table(
    "holders",
    metadata,
    key_column(),
    Column("seat", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("ended_at", Moment),
    Index(None, "seat"),
)

bindings = Table(
    "bindings",
    metadata,
    key_column(),
    Column("user_id", BigInteger, nullable=False),
    Column("standing", String(20), nullable=False),
    Column("name", String(200), nullable=False),
    Column("position", String(300), nullable=False, server_default=""),
    Column("language", String(8), nullable=False, server_default=""),
    Column("holder_id", Identifier, ForeignKey("holders.id")),
    Column("unit", String(60)),
    Column("bound_at", Moment, nullable=False),
    Column("unbound_at", Moment),
    Index(
        "uq_bindings_active_user",
        "user_id",
        unique=True,
        sqlite_where=Column("unbound_at").is_(None),
        postgresql_where=Column("unbound_at").is_(None),
    ),
)

absences = Table(
    "absences",
    metadata,
    key_column(),
    Column("holder_id", Identifier, ForeignKey("holders.id"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

invitations = Table(
    "invitations",
    metadata,
    key_column(),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("standing", String(20), nullable=False),
    Column("seat", Integer),
    Column("unit", String(60)),
    Column("meeting_id", Identifier),
    Column("invited_by", BigInteger),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("user_id", BigInteger),
    Column("name", String(200)),
)

office_chats = Table(
    "office_chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    Column("title", String(300), nullable=False),
    Column("topic", BigInteger),
    Column("bound_at", Moment, nullable=False),
    Column("unbound_at", Moment),
)

quiet_hours = Table(
    "quiet_hours",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("begin", Time, nullable=False),
    Column("end", Time, nullable=False),
)

# Of a link's and a session's token only the SHA-256.
page_links = Table(
    "page_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("taken_at", Moment),
)

page_sessions = Table(
    "page_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Index(None, "user_id"),
)
