"""Reports on their way; months of figures that were counted once."""

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

from bot.storage.columns import COUNTED_ANEW, Identifier, Moment, key_column, metadata

reports = Table(
    "reports",
    metadata,
    key_column(),
    Column("kind", String(20), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("step", String(20), nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("created_at", Moment, nullable=False),
    Index(None, "state"),
)

# Of some messages (`scope`) those received from `since` until `until`, as they stood at `settled_at`. It
# holds while no message of its days (`first_day` to `last_day`, in UTC) has changed since.
packed_months = Table(
    "packed_months",
    metadata,
    key_column(),
    Column("scope", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("settled_at", Moment, nullable=False),
    Column("repeat_days", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("counted", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("scope", "since"),
    info=COUNTED_ANEW,
    sqlite_autoincrement=True,  # what is counted for a row that is gone must not become another's
)


def _of_month() -> Column[int]:
    return Column("month_id", Identifier, ForeignKey("packed_months.id", ondelete="CASCADE"), nullable=False)


# What was settled then, answered or overdue without an answer, by one key of one dimension. `hours`: begun
# hours and how many were answered in them, «3,12,5,1».
packed_tallies = Table(
    "packed_tallies",
    metadata,
    key_column(),
    _of_month(),
    Column("dimension", String(20), nullable=False),
    Column("key", Text, nullable=False),
    Column("received", Integer, nullable=False),
    Column("on_time", Integer, nullable=False),
    Column("late", Integer, nullable=False),
    Column("overdue", Integer, nullable=False),
    Column("important", Integer, nullable=False),
    Column("interim", Integer, nullable=False),
    Column("refuted", Integer, nullable=False),
    Column("presumed", Integer, nullable=False),
    Column("hours", Text),
    Index(None, "month_id", "dimension"),
    info=COUNTED_ANEW,
)

# Messages of a month that are looked at themselves: what was not settled then, what repeated another.
packed_messages = Table(
    "packed_messages",
    metadata,
    key_column(),
    _of_month(),
    Column("kind", String(20), nullable=False),
    Column("message_id", Identifier, nullable=False),
    Index(None, "month_id", "kind", "message_id"),
    info=COUNTED_ANEW,
)

# Days (UTC) some of whose messages have changed: written by triggers of `messages`, whoever changes them.
changed_days = Table(
    "changed_days",
    metadata,
    key_column(),
    Column("day", Date, nullable=False),
    Index(None, "day"),
    info=COUNTED_ANEW,
)
