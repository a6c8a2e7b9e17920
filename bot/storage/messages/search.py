"""Messages found by words in any of their forms (Russian); each engine keeps its index by itself.

PostgreSQL stems by its own 'russian' configuration in an index of an expression. SQLite has an FTS5 index
over the messages' own columns, which triggers keep in the same transaction; it knows no morphology, so a word
is asked for in all its forms. Addresses and names of applicants are not searched: they are hidden in chats.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from sqlalchemy import ColumnElement, column, false, func, literal_column, or_, select, table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.messages.tables import messages
from bot.word_forms import WordForms
from domain.messages.number import canonical_number
from domain.messages.words import normalise

SEARCHED = ("number", "topic", "text", "executor")
# What the migration makes of its own accord, apart from the described tables.
OWN_OBJECTS = ("message_words", "ix_messages_words")
_DOCUMENT = " || ' ' || ".join(f"messages.{name}" for name in SEARCHED)

_MOST_WORDS = 8
_WORDS = table("message_words", column("rowid"), column("message_words"))


async def having(connection: AsyncConnection, words: str, forms: WordForms) -> ColumnElement[bool]:
    """The condition that a message has all of these words."""
    # To FTS5 an underscore parts words, and its index of words alone («detail») knows no phrases.
    asked = normalise(words).replace("_", " ").split()[:_MOST_WORDS]
    return or_(await _having(connection, asked, forms), _numbered(words))


def _numbered(words: str) -> ColumnElement[bool]:
    """A number is found in whatever spelling it is asked for."""
    key = canonical_number(words) if any(char.isdigit() for char in words) else ""
    return messages.c.number_key == key if key else false()


async def _having(connection: AsyncConnection, asked: list[str], forms: WordForms) -> ColumnElement[bool]:
    if connection.dialect.name == "postgresql":
        query = func.plainto_tsquery(literal_column("'russian'"), " ".join(asked))
        return literal_column(f"to_tsvector('russian', {_DOCUMENT})").op("@@", is_comparison=True)(query)
    match = await asyncio.to_thread(fts_query, asked, forms)
    found = select(_WORDS.c.rowid).where(_WORDS.c.message_words.op("MATCH")(match))
    return messages.c.id.in_(found)


def fts_query(words: Iterable[str], forms: WordForms) -> str:
    """The words as FTS5 is asked for them: each in any of its forms, a number by its beginning."""
    groups = []
    for word in words:
        if word.isdecimal():
            groups.append(f'"{word}"*')
        elif not forms.auxiliary(word):
            groups.append("(" + " OR ".join(f'"{form}"' for form in forms.of(word)) + ")")
    return " AND ".join(groups) or '""'
