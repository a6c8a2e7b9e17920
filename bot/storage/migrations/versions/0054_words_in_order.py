"""SQLite: the index of words stands in the order of receipt, so that the newest are found first

A row of it is told by the minute and the message: what is found is read from the newest on, and no further
than is shown. A migration that copies the table of messages has to make the triggers anew.
"""

from __future__ import annotations

from alembic import op

revision = "0054"
down_revision = "0053"

_COLUMNS = ("number", "topic", "text", "executor")
_LIST = ", ".join(_COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in _COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in _COLUMNS)
_CHANGED = " OR ".join(f"old.{name} IS NOT new.{name}" for name in (*_COLUMNS, "received_at"))


def _place(row: str) -> str:
    """Minutes since the year 0, and in the lower thirty bits the message."""
    minute = f"strftime('%s', substr({row}received_at, 1, 16)) + 62167219200"
    return f"coalesce({minute}, 0) / 60 * 1073741824 + {row}id"


_FORGET = (
    f"INSERT INTO message_words(message_words, rowid, {_LIST}) VALUES ('delete', {_place('old.')}, {_OLD});"  # noqa: S608 — names of ours
)
_KEEP = f"INSERT INTO message_words(rowid, {_LIST}) VALUES ({_place('new.')}, {_NEW});"  # noqa: S608 — names of ours
_ALL = f"INSERT INTO message_words(rowid, {_LIST}) SELECT {_place('')}, {_LIST} FROM messages ORDER BY 1"  # noqa: S608 — names of ours


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        return
    for name in ("new", "gone", "changed"):
        op.execute(f"DROP TRIGGER IF EXISTS message_words_{name}")
    op.execute("DROP TABLE message_words")
    op.execute(
        f"CREATE VIRTUAL TABLE message_words USING fts5({_LIST}, content='', "
        "tokenize='unicode61', detail='none')"
    )
    op.execute(_ALL)
    op.execute(f"CREATE TRIGGER message_words_new AFTER INSERT ON messages BEGIN {_KEEP} END")
    op.execute(f"CREATE TRIGGER message_words_gone AFTER DELETE ON messages BEGIN {_FORGET} END")
    op.execute(
        f"CREATE TRIGGER message_words_changed AFTER UPDATE OF {_LIST}, received_at ON messages "
        f"WHEN {_CHANGED} BEGIN {_FORGET} {_KEEP} END"
    )
