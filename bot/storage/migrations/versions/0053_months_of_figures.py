"""Months of figures that are counted once, and the days whose messages have changed since

Triggers write the days, so that nothing which changes messages has to think of it. A migration that copies
the table of messages has to make them anew.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"

_COUNTS = ("received", "on_time", "late", "important", "interim", "refuted", "presumed")
# All that figures look at.
_LOOKED_AT = (
    "received_at", "channel", "block", "block_presumed", "unit", "topic", "settlement", "address",
    "deadline_at", "answered_at", "delay_reason", "important", "interim_at", "refuted_at",
)  # fmt: skip


def upgrade() -> None:
    """Empty tables: months are counted when the night or an import asks for it."""
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "packed_months",
        sa.Column("id", key, nullable=False, autoincrement=True),
        sa.Column("scope", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.DateTime(timezone=True), nullable=False)
            for name in ("since", "until", "settled_at")
        ),
        sa.Column("repeat_days", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_packed_months"),
        sa.UniqueConstraint("scope", "since", name="uq_packed_months_scope_since"),
        sqlite_autoincrement=True,
    )
    tables: dict[str, list[sa.Column[Any]]] = {
        "packed_tallies": [
            sa.Column("dimension", sa.String(20), nullable=False),
            sa.Column("key", sa.Text(), nullable=False),
            *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
            sa.Column("hours", sa.Text(), nullable=True),
        ],
        "packed_messages": [
            sa.Column("kind", sa.String(20), nullable=False),
            sa.Column("message_id", key, nullable=False),
        ],
    }
    for name, columns in tables.items():
        op.create_table(
            name,
            sa.Column("id", key, nullable=False, autoincrement=True),
            sa.Column("month_id", key, nullable=False),
            *columns,
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
            sa.ForeignKeyConstraint(
                ["month_id"],
                ["packed_months.id"],
                name=f"fk_{name}_month_id_packed_months",
                ondelete="CASCADE",
            ),
        )
    op.create_index("ix_packed_tallies_month_id_dimension", "packed_tallies", ["month_id", "dimension"])
    op.create_index(
        "ix_packed_messages_month_id_kind_message_id", "packed_messages", ["month_id", "kind", "message_id"]
    )
    op.create_table(
        "changed_days",
        sa.Column("id", key, nullable=False, autoincrement=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changed_days"),
    )
    op.create_index("ix_changed_days_day", "changed_days", ["day"])
    if op.get_bind().dialect.name == "postgresql":
        _triggers_on_postgresql()
    else:
        _triggers_on_sqlite()


def _triggers_on_sqlite() -> None:
    def note(row: str) -> str:
        day = f"substr({row}.received_at, 1, 10)"
        return (
            f"INSERT INTO changed_days (day) SELECT {day} "  # noqa: S608 — names of ours
            f"WHERE NOT EXISTS (SELECT 1 FROM changed_days WHERE day = {day});"
        )

    names = ", ".join(_LOOKED_AT)
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _LOOKED_AT)
    op.execute(f"CREATE TRIGGER changed_days_new AFTER INSERT ON messages BEGIN {note('new')} END")
    op.execute(f"CREATE TRIGGER changed_days_gone AFTER DELETE ON messages BEGIN {note('old')} END")
    op.execute(
        f"CREATE TRIGGER changed_days_changed AFTER UPDATE OF {names} ON messages WHEN {differs} "
        f"BEGIN {note('old')} {note('new')} END"
    )


def _triggers_on_postgresql() -> None:
    """Once a statement. Days only ever come on: two who change one day do not wait for each other."""

    def note(of: str) -> str:
        day = "(received_at AT TIME ZONE 'UTC')::date"
        return f"INSERT INTO changed_days (day) SELECT DISTINCT {day} FROM {of};"  # noqa: S608 — names of ours

    old, new = (", ".join(f"{row}.{name}" for name in _LOOKED_AT) for row in ("o", "n"))
    changed = (
        "(SELECT unnest(ARRAY[o.received_at, n.received_at]) AS received_at FROM gone o "  # noqa: S608
        f"JOIN come n ON n.id = o.id WHERE ({old}) IS DISTINCT FROM ({new})) AS changed"
    )
    for name, event, seen, of in (
        ("new", "INSERT", "NEW TABLE AS come", "come"),
        ("gone", "DELETE", "OLD TABLE AS gone", "gone"),
        ("changed", "UPDATE", "OLD TABLE AS gone NEW TABLE AS come", changed),
    ):
        op.execute(
            f"CREATE FUNCTION changed_days_{name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {note(of)} RETURN NULL; END $$"
        )
        op.execute(
            f"CREATE TRIGGER changed_days_{name} AFTER {event} ON messages REFERENCING {seen} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION changed_days_{name}()"
        )
