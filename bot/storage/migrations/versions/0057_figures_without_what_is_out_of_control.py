"""Figures leave out what is out of control: packed months are counted anew, and again when that changes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"

# All that figures look at.
_LOOKED_AT = (
    "received_at", "channel", "block", "block_presumed", "unit", "topic", "settlement", "address",
    "deadline_at", "answered_at", "delay_reason", "important", "interim_at", "refuted_at", "outside",
)  # fmt: skip


def upgrade() -> None:
    """What was packed is let go of; the trigger of changed days looks at one column more."""
    for name in ("packed_tallies", "packed_messages", "packed_months"):
        op.execute(sa.delete(sa.table(name)))
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def _on_sqlite() -> None:
    def note(row: str) -> str:
        day = f"substr({row}.received_at, 1, 10)"
        return (
            f"INSERT INTO changed_days (day) SELECT {day} "  # noqa: S608 — names of ours
            f"WHERE NOT EXISTS (SELECT 1 FROM changed_days WHERE day = {day});"
        )

    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _LOOKED_AT)
    op.execute("DROP TRIGGER changed_days_changed")
    op.execute(
        f"CREATE TRIGGER changed_days_changed AFTER UPDATE OF {', '.join(_LOOKED_AT)} ON messages "
        f"WHEN {differs} BEGIN {note('old')} {note('new')} END"
    )


def _on_postgresql() -> None:
    old, new = (", ".join(f"{row}.{name}" for name in _LOOKED_AT) for row in ("o", "n"))
    op.execute(
        "CREATE OR REPLACE FUNCTION changed_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608
        "INSERT INTO changed_days (day) SELECT DISTINCT (received_at AT TIME ZONE 'UTC')::date FROM "
        "(SELECT unnest(ARRAY[o.received_at, n.received_at]) AS received_at FROM gone o "
        f"JOIN come n ON n.id = o.id WHERE ({old}) IS DISTINCT FROM ({new})) AS changed; "
        "RETURN NULL; END $$"
    )
