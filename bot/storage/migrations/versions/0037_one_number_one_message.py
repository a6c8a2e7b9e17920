"""One number, one message: numbers in the one form they are compared in, and what was two becomes one"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from domain.messages.number import canonical_number

revision = "0037"
down_revision = "0036"

_BATCH = 1000
_TABLES = ("messages", "import_rows", "import_before")


def upgrade() -> None:
    """A column filled, doubles merged into the one that came first, kept whole in a table of their own."""
    connection = op.get_bind()
    for table in _TABLES:
        nullable = table == "import_before"
        op.add_column(
            table,
            sa.Column(
                "number_key", sa.String(80), nullable=nullable, server_default=None if nullable else ""
            ),
        )
        _fill(connection, table)
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "merged_messages",
        sa.Column("id", key, nullable=False),
        sa.Column("message_id", key, nullable=False),
        sa.Column("merged_id", key, nullable=False),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("was", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merged_messages")),
    )
    _merge_doubles(connection)
    op.create_index(
        "ix_messages_number_key",
        "messages",
        ["number_key", "channel"],
        unique=True,
        sqlite_where=sa.column("number_key") != "",
        postgresql_where=sa.column("number_key") != "",
    )


def _fill(connection: sa.Connection, name: str) -> None:
    table = sa.table(name, sa.column("id"), sa.column("number"), sa.column("number_key"))
    change = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("row"))
        .values(number_key=sa.bindparam("key", type_=sa.String))
    )
    last = 0
    while True:
        rows = connection.execute(
            sa.select(table.c.id, table.c.number).where(table.c.id > last).order_by(table.c.id).limit(_BATCH)
        ).all()
        if not rows:
            return
        connection.execute(
            change, [{"row": row.id, "key": canonical_number(row.number or "")} for row in rows]
        )
        last = rows[-1].id


def _merge_doubles(connection: sa.Connection) -> None:
    messages = sa.Table("messages", sa.MetaData(), autoload_with=connection)
    doubled = connection.execute(
        sa.select(messages.c.channel, messages.c.number_key)
        .where(messages.c.number_key != "")
        .group_by(messages.c.channel, messages.c.number_key)
        .having(sa.func.count() > 1)
    ).all()
    for channel, number_key in doubled:
        rows = connection.execute(
            sa.select(messages)
            .where(messages.c.channel == channel, messages.c.number_key == number_key)
            .order_by(messages.c.id)
        ).mappings()
        _merge(connection, messages, [dict(row) for row in rows])


def _merge(connection: sa.Connection, messages: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """The first keeps its number and its place in lists, says what the last import said, and all acts."""
    kept, *others = rows
    newest = max(rows, key=lambda row: (row["imported_at"], row["id"]))
    values = {**newest, "id": kept["id"], "number": kept["number"], "imported_at": kept["imported_at"]}
    for names, done in _ACTS:
        author = next((row for row in reversed(rows) if row[done]), None)
        if author is not None:
            values |= {name: author[name] for name in names}
    report = sa.table(
        "merged_messages",
        *(sa.column(name) for name in ("message_id", "merged_id", "number")),
        sa.column("was", sa.JSON),
    )
    for other in others:
        was = {
            name: value if isinstance(value, int | str | None) else str(value)
            for name, value in other.items()
        }
        connection.execute(
            sa.insert(report).values(
                message_id=kept["id"], merged_id=other["id"], number=other["number"], was=was
            )
        )
        _point(connection, other["id"], kept["id"])
        connection.execute(sa.delete(messages).where(messages.c.id == other["id"]))
    connection.execute(sa.update(messages).where(messages.c.id == kept["id"]).values(values))


# What people did, each by what tells that they did.
_ACTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("answered_at", "answered_by_hand", "answer_noted_at", "forwarded_to"), "answered_by_hand"),
    (("block", "block_by_hand", "block_presumed"), "block_by_hand"),
    (("unit", "unit_by_hand"), "unit_by_hand"),
    (("registered_at", "registered_by_hand"), "registered_by_hand"),
    (("deadline_at", "extended_by"), "extended_by"),
    (("deadline_at", "as_appeal"), "as_appeal"),
    (("delay_reason",), "delay_reason"),
    (("result",), "result"),
    (("quality",), "quality"),
)


def _point(connection: sa.Connection, merged: int, kept: int) -> None:
    """What belonged to the merged message belongs to the kept one. The audit log stays as it was written."""
    extensions = sa.table("extensions", sa.column("message_id"))
    connection.execute(sa.update(extensions).where(extensions.c.message_id == merged).values(message_id=kept))
    for name, column in (("attachments", "entity"), ("outbox", "subject")):
        table = sa.table(name, sa.column(column))
        connection.execute(
            sa.update(table).where(table.c[column] == f"message:{merged}").values({column: f"message:{kept}"})
        )
