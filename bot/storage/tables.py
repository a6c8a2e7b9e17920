"""The tables. Moments are stored in UTC; a meeting and a protocol are kept whole, as one document each."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    true,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Identifier = BigInteger().with_variant(Integer, "sqlite")


def _key() -> Column[int]:
    return Column("id", Identifier, primary_key=True, autoincrement=True)


profiles = Table(
    "profiles",
    metadata,
    _key(),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("decree_number", String(50), nullable=False),
    Column("decree_date", Date, nullable=False),
    Column("content", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
)

holders = Table(
    "holders",
    metadata,
    _key(),
    Column("seat", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Index(None, "seat"),
)

bindings = Table(
    "bindings",
    metadata,
    _key(),
    Column("user_id", BigInteger, nullable=False),
    Column("standing", String(20), nullable=False),
    Column("name", String(200), nullable=False),
    Column("position", String(300), nullable=False, server_default=""),
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
    _key(),
    Column("holder_id", Identifier, ForeignKey("holders.id"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

invitations = Table(
    "invitations",
    metadata,
    _key(),
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
    Column("bound_at", Moment, nullable=False),
    Column("unbound_at", Moment),
)

meetings = Table(
    "meetings",
    metadata,
    _key(),
    Column("state", String(20), nullable=False),
    Column("year", Integer),
    Column("number", Integer),
    Column("starts_at", Moment),
    Column("content", Text, nullable=False),
    UniqueConstraint("year", "number"),
    Index(None, "state", "starts_at"),
)

protocols = Table(
    "protocols",
    metadata,
    _key(),
    Column("meeting_id", Identifier, ForeignKey("meetings.id"), nullable=False, unique=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("drawn_at", Moment, nullable=False),
    Column("signature", Text),
    Column("signed_at", Moment),
    UniqueConstraint("year", "number"),
    Index(None, "sha256"),
)

documents = Table(
    "documents",
    metadata,
    _key(),
    Column("entity", String(60), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("file_name", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("entity", "kind"),
    Index(None, "sha256"),
)

receipts = Table(
    "receipts",
    metadata,
    Column("protocol_id", Identifier, ForeignKey("protocols.id"), primary_key=True),
    Column("unit", String(60), primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("confirmed_at", Moment, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    _key(),
    Column("channel", String(40), nullable=False),
    Column("number", String(80), nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("registered_at", Moment),
    Column("topic", Text, nullable=False),
    Column("topic_group", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False),
    Column("executor", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("registry_hash", String(32), nullable=False),
    Column("block", String(40)),
    Column("block_by_hand", Boolean, nullable=False, server_default=false()),
    Column("unit", String(60)),
    Column("deadline_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("answered_by_hand", Boolean, nullable=False, server_default=false()),
    Column("delay_reason", Text, nullable=False, server_default=""),
    Column("imported_at", Moment, nullable=False),
    UniqueConstraint("channel", "number"),
    Index(
        "ix_messages_open_by_block",
        "block",
        "deadline_at",
        sqlite_where=Column("answered_at").is_(None),
        postgresql_where=Column("answered_at").is_(None),
    ),
    Index(
        "ix_messages_open_by_channel",
        "channel",
        "deadline_at",
        sqlite_where=Column("answered_at").is_(None),
        postgresql_where=Column("answered_at").is_(None),
    ),
    Index("ix_messages_answered", "answered_at"),
)

topic_choices = Table(
    "topic_choices",
    metadata,
    Column("topic", String(400), primary_key=True),
    Column("block", String(40), nullable=False),
    Column("chosen_by", BigInteger, nullable=False),
    Column("chosen_at", Moment, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    _key(),
    Column("user_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("file_id", String(300), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("channel", String(40)),
    Column("state", String(20), nullable=False),
    Column("counts", JSON, nullable=False),
    Column("problem", JSON),
    Column("file", LargeBinary),
    Column("unreadable", LargeBinary),
    Column("created_at", Moment, nullable=False),
    Index(None, "state"),
)

outbox = Table(
    "outbox",
    metadata,
    _key(),
    Column("unique_key", String(120), unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("content", JSON, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("shown_version", Integer, nullable=False, server_default="0"),
    Column("shown_hash", String(32)),
    Column("message_id", BigInteger),
    Column("live", Boolean, nullable=False, server_default=true()),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("failure", Text),
    Column("created_at", Moment, nullable=False),
    Index(None, "subject"),
    Index(
        "ix_outbox_waiting",
        "id",
        sqlite_where=Column("version") > Column("shown_version"),
        postgresql_where=Column("version") > Column("shown_version"),
    ),
    Index(None, "chat_id", "message_id"),
)

expectations = Table(
    "expectations",
    metadata,
    Column("user_id", BigInteger, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("content", JSON, nullable=False),
    Column("since", Moment, nullable=False),
)

processed_updates = Table(
    "processed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("processed_at", Moment, nullable=False),
)

poison_updates = Table(
    "poison_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("failure", Text, nullable=False),
    Column("set_aside_at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    _key(),
    Column("at", Moment, nullable=False),
    Column("user_id", BigInteger),
    Column("seat", Integer),
    Column("acting", Boolean, nullable=False, server_default=false()),
    Column("kind", String(40), nullable=False),
    Column("entity", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "entity"),
)
