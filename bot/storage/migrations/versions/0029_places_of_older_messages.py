"""Settlements and houses of messages that came before there were any"""

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from domain.messages.place import address_of, settlement_of

revision = "0029"
down_revision = "0028"

_BATCH = 1000
_MESSAGES = sa.table(
    "messages",
    sa.column("id", sa.BigInteger),
    sa.column("place", sa.Text),
    sa.column("settlement", sa.String),
    sa.column("address", sa.String),
)


def upgrade() -> None:
    city = _city()
    if city:
        _name_places(city)


def _city() -> str:
    """The office's city by the newest profile that was kept."""
    profiles = sa.table("profiles", sa.column("id", sa.BigInteger), sa.column("content", sa.Text))
    content = op.get_bind().scalar(sa.select(profiles.c.content).order_by(profiles.c.id.desc()).limit(1))
    try:
        return str(tomllib.loads(content or "").get("city", ""))
    except tomllib.TOMLDecodeError:
        return ""


def _name_places(city: str) -> None:
    """Schema 0005 brought the columns, and only what came in after it filled them."""
    change = (
        sa.update(_MESSAGES)
        .where(_MESSAGES.c.id == sa.bindparam("of"))
        .values(settlement=sa.bindparam("named"), address=sa.bindparam("house"))
    )
    for rows in _unnamed():
        named = [
            {"of": row.id, "named": settlement_of(row.place, city), "house": address_of(row.place)}
            for row in rows
        ]
        op.get_bind().execute(change, named)


def _unnamed() -> Iterator[Sequence[Any]]:
    """Ids and places of messages without a settlement, some at a time."""
    last = 0
    while True:
        some = (
            sa.select(_MESSAGES.c.id, _MESSAGES.c.place)
            .where(_MESSAGES.c.id > last, _MESSAGES.c.settlement == "", _MESSAGES.c.place != "")
            .order_by(_MESSAGES.c.id)
            .limit(_BATCH)
        )
        rows = op.get_bind().execute(some).all()
        if not rows:
            return
        yield rows
        last = rows[-1].id
