"""Receipts that are waited for, of papers sent before there were dispatches"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_SENT = re.compile(r"(protocol:\d+):unit:(\d+)")


def upgrade() -> None:
    """Schema 0016 took over what was confirmed; what was only sent stands in the outbox alone."""
    found = sa.MetaData()
    found.reflect(op.get_bind(), only=["outbox", "bindings", "dispatches"])
    outbox, bindings, dispatches = (found.tables[name] for name in ("outbox", "bindings", "dispatches"))
    connection = op.get_bind()
    of_units = sa.select(bindings.c.user_id, bindings.c.unit).where(bindings.c.unit.is_not(None))
    unit_of = {row.user_id: row.unit for row in connection.execute(of_units.order_by(bindings.c.id))}
    known = {
        (row.entity, row.unit)
        for row in connection.execute(sa.select(dispatches.c.entity, dispatches.c.unit))
    }
    sent = sa.select(outbox.c.unique_key, outbox.c.created_at).where(
        outbox.c.unique_key.like("protocol:%:unit:%")
    )
    for row in connection.execute(sent.order_by(outbox.c.id)).all():
        named = _SENT.fullmatch(row.unique_key)
        unit = unit_of.get(int(named[2])) if named else None
        if named is None or unit is None or (named[1], unit) in known:
            continue
        known.add((named[1], unit))
        connection.execute(
            sa.insert(dispatches).values(entity=named[1], unit=unit, by_hand=False, sent_at=row.created_at)
        )
