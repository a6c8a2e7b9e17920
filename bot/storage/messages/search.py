"""Messages found by words in any of their forms (Russian); each engine keeps its index by itself.

PostgreSQL stems by its own 'russian' configuration in an index of an expression. SQLite has an FTS5 index
over the messages' own columns, which triggers keep in the same transaction; it knows no morphology, so a word
is asked for in all its forms. Addresses and names of applicants are not searched: they are hidden in chats.

SQLite's index stands in the order in which messages were received: a row of it has the minute in the upper
bits of its key and the message in the lower ones. What most messages have is read from the newest on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    exists,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import Moment
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
# Found messages of the first slice; each next one has four times as many. What is larger than a few thousand
# is not fetched one by one: the list's own index is read, within the slice.
_FIRST, _FOURFOLD, _ONE_BY_ONE = 300, 4, 4_800
_NOTHING: ColumnElement[str] = literal_column("''")
_MESSAGE_BITS = 30
_YEAR_0 = timedelta(seconds=62_167_219_200)  # before 1970
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


class Words:
    """What is looked for among these messages, on one connection."""

    def __init__(
        self, connection: AsyncConnection, words: str, forms: WordForms, among: ColumnElement[bool]
    ) -> None:
        self._connection = connection
        self._own = among
        # To FTS5 an underscore parts words, and its index of words alone («detail») knows no phrases.
        self._asked = normalise(words).replace("_", " ").split()[:_MOST_WORDS]
        # A number is found in whatever spelling it is asked for, and alone.
        self._number = canonical_number(words) if any(char.isdigit() for char in words) else ""
        self._forms = forms

    async def found(self) -> ColumnElement[bool]:
        """The condition that a message has all of these words, in whatever order messages are read."""
        if await self._names_a_message():
            return self._numbered()
        if self._connection.dialect.name == "postgresql":
            return self._stemmed()
        match = await self._match()
        rare = await self._place(match, None, _ONE_BY_ONE) is None
        return self._among(_rows(match), by_their_ids=rare)

    async def newest_first(self, before: datetime | None = None) -> AsyncIterator[ColumnElement[bool]]:
        """Conditions that part these messages, received not after this: the newest ones, then older ones.

        Where they are rare, or on PostgreSQL, there is but one.
        """
        if await self._names_a_message():
            yield self._numbered()
            return
        if self._connection.dialect.name == "postgresql":
            yield self._stemmed()
            return
        match = await self._match()
        until = None if before is None else (_minute_of(before) + 1) << _MESSAGE_BITS
        many = _FIRST
        while (last := await self._place(match, until, many)) is not None:
            since = last >> _MESSAGE_BITS << _MESSAGE_BITS  # a minute is never parted
            yield self._slice(match, since, until, by_their_ids=many <= _ONE_BY_ONE)
            until, many = since, _FOURFOLD * many
        yield self._slice(match, None, until, by_their_ids=many <= _ONE_BY_ONE)

    async def _match(self) -> str:
        return await asyncio.to_thread(fts_query, self._asked, self._forms)

    async def _place(self, match: str, until: int | None, many: int) -> int | None:
        """The key of the last of so many, from the newest on; None where there are fewer."""
        rows = _rows(match, None, until).order_by(_WORDS.c.rowid.desc())
        place: int | None = await self._connection.scalar(rows.limit(1).offset(many - 1))
        return place

    def _slice(
        self, match: str, since: int | None, until: int | None, *, by_their_ids: bool
    ) -> ColumnElement[bool]:
        within: list[ColumnElement[bool]] = []
        if since is not None:
            within.append(messages.c.received_at >= literal(_moment_of(since), Moment()))
        if until is not None:
            within.append(messages.c.received_at < literal(_moment_of(until), Moment()))
        rows = _rows(match, since, until)
        here = self._among(rows, by_their_ids=by_their_ids)
        return here if by_their_ids else and_(here, *within)

    def _among(self, rows: Select[int], *, by_their_ids: bool) -> ColumnElement[bool]:
        """Messages of these keys.

        Many are not fetched one by one: an index of the list is read, and each looked up among the keys.
        """
        ids = rows.with_only_columns(_WORDS.c.rowid.op("&")(literal((1 << _MESSAGE_BITS) - 1)))
        one = messages.c.id if by_their_ids else literal_column("+messages.id")
        return one.in_(ids)

    async def _names_a_message(self) -> bool:
        """Whether what is asked for is the number of one of them: then nothing else is meant by it."""
        named = select(exists().where(self._numbered(), self._own))
        return bool(self._number) and bool(await self._connection.scalar(named))

    def _numbered(self) -> ColumnElement[bool]:
        # Without the second condition its index, of those that have one, is not taken.
        return and_(messages.c.number_key == self._number, messages.c.number_key != _NOTHING)

    def _stemmed(self) -> ColumnElement[bool]:
        query = func.plainto_tsquery(literal_column("'russian'"), " ".join(self._asked))
        return literal_column(f"to_tsvector('russian', {_DOCUMENT})").op("@@", is_comparison=True)(query)


def _rows(match: str, since: int | None = None, until: int | None = None) -> Select[int]:
    """Keys of the index of words, from one on and before another."""
    rows = select(_WORDS.c.rowid).where(_WORDS.c.message_words.op("MATCH")(match))
    if since is not None:
        rows = rows.where(_WORDS.c.rowid >= since)
    return rows if until is None else rows.where(_WORDS.c.rowid < until)


def _minute_of(moment: datetime) -> int:
    return (moment - _EPOCH + _YEAR_0) // _MINUTE


def _moment_of(place: int) -> datetime:
    return _EPOCH + ((place >> _MESSAGE_BITS) * _MINUTE - _YEAR_0)


def fts_query(words: Iterable[str], forms: WordForms) -> str:
    """The words as FTS5 is asked for them: each in any of its forms, a number by its beginning."""
    groups = []
    for word in words:
        if word.isdecimal():
            groups.append(f'"{word}"*')
        elif not forms.auxiliary(word):
            groups.append("(" + " OR ".join(f'"{form}"' for form in forms.of(word)) + ")")
    return " AND ".join(groups) or '""'
