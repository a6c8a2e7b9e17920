"""Messages found by words: FTS5 kept by triggers on SQLite, an index of an expression on PostgreSQL

A migration that copies the table of messages has to make the triggers anew.
"""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"

_COLUMNS = ("number", "topic", "text", "executor")
_LIST = ", ".join(_COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in _COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in _COLUMNS)
_CHANGED = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _COLUMNS)
_FORGET = f"INSERT INTO message_words(message_words, rowid, {_LIST}) VALUES ('delete', old.id, {_OLD});"  # noqa: S608 — names of ours
_KEEP = f"INSERT INTO message_words(rowid, {_LIST}) VALUES (new.id, {_NEW});"  # noqa: S608 — names of ours


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        words = " || ' ' || ".join(_COLUMNS)
        op.execute(f"CREATE INDEX ix_messages_words ON messages USING gin (to_tsvector('russian', {words}))")
    else:
        op.execute(
            f"CREATE VIRTUAL TABLE message_words USING fts5({_LIST}, content='messages', content_rowid='id', "
            "tokenize='unicode61', detail='none')"
        )
        op.execute("INSERT INTO message_words(message_words) VALUES ('rebuild')")
        op.execute(f"CREATE TRIGGER message_words_new AFTER INSERT ON messages BEGIN {_KEEP} END")
        op.execute(f"CREATE TRIGGER message_words_gone AFTER DELETE ON messages BEGIN {_FORGET} END")
        op.execute(
            f"CREATE TRIGGER message_words_changed AFTER UPDATE OF {_LIST} ON messages "
            f"WHEN {_CHANGED} BEGIN {_FORGET} {_KEEP} END"
        )
