"""Lists of all messages of a block, a unit, a topic are read in their order"""

from alembic import op

revision = "0040"
down_revision = "0039"

# PostgreSQL counts anew after a tenth of a table has changed: in a million rows that is too late.
_OFTEN = "autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05"


def upgrade() -> None:
    """An index each; PostgreSQL gathers its statistics more often."""
    for chosen in ("block", "unit", "topic"):
        op.create_index(f"ix_messages_{chosen}_received", "messages", [chosen, "received_at", "id"])
    if op.get_bind().dialect.name == "postgresql":
        for table in ("messages", "import_rows", "outbox", "audit"):
            op.execute(f"ALTER TABLE {table} SET ({_OFTEN})")
