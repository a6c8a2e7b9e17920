"""Topics and texts are kept without personal data, and as they came beside it"""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.names import masked

revision = "0035"
down_revision = "0034"

_BATCH = 1000
_TEXTS = ("topic", "text")
_ALSO = {
    "messages": ("settlement", "delay_reason"),
    "import_rows": ("settlement",),
    "import_before": ("settlement", "delay_reason"),
}


def upgrade() -> None:
    """What came before is hidden too; the triggers and the indexes of the search follow by themselves."""
    for table in _ALSO:
        for name in _TEXTS:
            op.add_column(table, _whole(table, name))
        _hide(table)


def _whole(table: str, name: str) -> sa.Column[str]:
    """What was before an import says nothing of messages that the import brought."""
    if table == "import_before":
        return sa.Column(f"whole_{name}", sa.Text(), nullable=True)
    return sa.Column(f"whole_{name}", sa.Text(), nullable=False, server_default="")


def _hide(table: str) -> None:
    names = (*_TEXTS, *_ALSO[table])
    whole = tuple(f"whole_{name}" for name in _TEXTS)
    rows_of = sa.table(table, sa.column("id", sa.BigInteger), *(sa.column(name) for name in (*names, *whole)))
    change = (
        sa.update(rows_of)
        .where(rows_of.c.id == sa.bindparam("of"))
        .values({name: sa.bindparam(f"new_{name}") for name in (*names, *whole)})
    )
    for rows in _batches(rows_of, names):
        changes = [changed for row in rows if (changed := _hidden(row, names))]
        if changes:
            op.get_bind().execute(change, changes)


def _hidden(row: Any, names: Sequence[str]) -> dict[str, Any] | None:
    """What a row becomes; None where nothing in it is to be hidden."""
    said = {name: getattr(row, name) for name in names}
    shown = {name: masked(value) if value else value for name, value in said.items()}
    if shown == said:
        return None
    whole = {f"new_whole_{name}": said[name] if shown[name] != said[name] else "" for name in _TEXTS}
    return {"of": row.id, **{f"new_{name}": value for name, value in shown.items()}, **whole}


def _batches(rows_of: sa.TableClause, names: Sequence[str]) -> Iterator[Sequence[Any]]:
    last = 0
    while True:
        some = (
            sa.select(rows_of.c.id, *(rows_of.c[name] for name in names))
            .where(rows_of.c.id > last)
            .order_by(rows_of.c.id)
            .limit(_BATCH)
        )
        rows = op.get_bind().execute(some).all()
        if not rows:
            return
        yield rows
        last = rows[-1].id
