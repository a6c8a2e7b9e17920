"""Executors, and rows that could not be read, without personal data beside what came"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.names import masked

revision = "0059"
down_revision = "0057"

_BATCH = 1000


def upgrade() -> None:
    """The same few executors stand under many messages: each is looked at once."""
    op.add_column("imports", sa.Column("unreadable_in_chat", sa.LargeBinary(), nullable=True))
    for table in ("messages", "import_rows", "import_before"):
        if table == "import_before":  # says nothing of messages that the import brought
            op.add_column(table, sa.Column("whole_executor", sa.Text(), nullable=True))
        else:
            op.add_column(table, sa.Column("whole_executor", sa.Text(), nullable=False, server_default=""))
        _hide(sa.table(table, *map(sa.column, ("id", "executor", "whole_executor"))))


def _hide(rows: sa.TableClause) -> None:
    named = op.get_bind().scalars(sa.select(rows.c.executor).distinct()).all()
    hidden = {one: shown for one in named if one and (shown := masked(one)) != one}
    change = (
        sa.update(rows)
        .where(rows.c.id == sa.bindparam("of"))
        .values(executor=sa.bindparam("shown"), whole_executor=sa.bindparam("came"))
    )
    last = 0
    while hidden:
        some = sa.select(rows.c.id, rows.c.executor).where(rows.c.id > last).order_by(rows.c.id).limit(_BATCH)
        found = op.get_bind().execute(some).all()
        if not found:
            return
        changes = [
            {"of": row.id, "came": row.executor, "shown": hidden[row.executor]}
            for row in found
            if row.executor in hidden
        ]
        if changes:
            op.get_bind().execute(change, changes)
        last = found[-1].id
