"""Messages found by words in any of their forms (Russian); each engine keeps its index by itself.

PostgreSQL stems by its own 'russian' configuration in an index of an expression. SQLite has an FTS5 index
over the messages' own columns, which triggers keep in the same transaction; it knows no morphology, so a word
is asked for in all its forms. Addresses and names of applicants are not searched: they are hidden in chats.

A number is found by its beginning too, in whatever spelling: by the index of what numbers are compared by.

SQLite's index stands in the order in which messages were received: a row of it has the minute in the upper
bits of its key and the message in the lower ones. What most messages have is read from the newest on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    exists,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import Moment
from bot.storage.messages.tables import messages
from bot.word_forms import WordForms
from domain.messages.number import canonical_number
from domain.messages.words import normalise

SEARCHED = ("number", "topic", "text", "executor")
# What the migration makes of its own accord, apart from the described tables.
OWN_OBJECTS = ("message_words", "ix_messages_words", "ix_messages_number_begins")
# PostgreSQL would read what joins the parts of a number: «59-17» as 59 and a negative 17.
_PARTED = "translate(messages.number, '-/', '  ')"
_DOCUMENT = " || ' ' || ".join((_PARTED, *(f"messages.{name}" for name in SEARCHED[1:])))

# SQLite's index of words only notes that a word is gone, and holds it until its parts are made one: some
# pages of it a step (FTS5, 6.11: «merge» of a negative number begins or goes on).
_JOIN_PARTS = text("INSERT INTO message_words (message_words, rank) VALUES ('merge', -50)")
_CHANGES = text("SELECT total_changes()")

_MOST_WORDS = 8
_WORDS = table("message_words", column("rowid"), column("message_words"))
# Found messages of the first slice; each next one has four times as many. What is larger than a few thousand
# is not fetched one by one: the list's own index is read, within the slice.
_FIRST, _FOURFOLD, _ONE_BY_ONE = 300, 4, 4_800
_NOTHING: ColumnElement[str] = literal_column("''")
# SQLite takes no index for it: where many are meant, the list's own is read.
_UNINDEXED: ColumnElement[str] = literal_column("+messages.number_key")
_LAST = "\U0010ffff"  # after all that numbers are written by
_JOINTS = ("-", "/")
_MESSAGE_BITS = 30
_YEAR_0 = timedelta(seconds=62_167_219_200)  # before 1970
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


async def forget_deleted_words(connection: AsyncConnection) -> bool:
    """Take a step towards an index of words that holds nothing of what was deleted; False where it does not.

    PostgreSQL's own vacuum does so with its index.
    """
    if connection.dialect.name != "sqlite":
        return False
    before = await connection.scalar(_CHANGES)
    await connection.execute(_JOIN_PARTS)
    return int(await connection.scalar(_CHANGES) or 0) - int(before or 0) > 1  # one is that statement itself


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
        number = canonical_number(words)
        self._number = number if number.endswith(_JOINTS) or any(map(str.isdigit, number)) else ""
        self._forms = forms

    async def found(self) -> ColumnElement[bool]:
        """The condition that a message has all of these words, in whatever order messages are read."""
        numbered = await self._numbered()
        if numbered is not None:
            return numbered
        if self._connection.dialect.name == "postgresql":
            return self._stemmed()
        match = await self._match()
        rare = await self._place(match, None, _ONE_BY_ONE) is None
        return self._among(_rows(match), by_their_ids=rare)

    async def newest_first(self, before: datetime | None = None) -> AsyncIterator[ColumnElement[bool]]:
        """Conditions that part these messages, received not after this: the newest ones, then older ones.

        Where they are rare, or on PostgreSQL, there is but one.
        """
        numbered = await self._numbered()
        if numbered is not None:
            yield numbered
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
        return or_(one.in_(ids), self._begun(by_their_index=by_their_ids))

    async def _numbered(self) -> ColumnElement[bool] | None:
        """The messages that nothing but a number is meant by; None where words may be.

        It is the whole number of one of them, else with letters or dashes the beginning of some.
        """
        if not self._number:
            return None
        # Without the second condition its index, of those that have one, is not taken.
        whole = and_(messages.c.number_key == self._number, messages.c.number_key != _NOTHING)
        if await self._any(whole):
            return whole
        if self._figures or not await self._any(self._beginning(messages.c.number_key)):
            return None
        many = select(messages.c.id).where(self._beginning(messages.c.number_key)).offset(_ONE_BY_ONE)
        few = await self._connection.scalar(many.limit(1)) is None
        return self._beginning(messages.c.number_key if few else _UNINDEXED)

    async def _any(self, condition: ColumnElement[bool]) -> bool:
        return bool(await self._connection.scalar(select(exists().where(condition, self._own))))

    @property
    def _figures(self) -> bool:
        """Whether figures alone are asked for, which may stand in a text as well."""
        return self._number.isdecimal()

    def _begun(self, *, by_their_index: bool) -> ColumnElement[bool]:
        """Messages whose number begins with the figures that are asked for, besides those that say them."""
        if not self._figures:
            return false()
        return self._beginning(messages.c.number_key if by_their_index else _UNINDEXED)

    def _beginning(self, key: ColumnElement[str]) -> ColumnElement[bool]:
        bounds = literal(self._number), literal(self._number + _LAST)
        if self._connection.dialect.name != "postgresql":
            return and_(key >= bounds[0], key < bounds[1])
        # By their characters' codes, whatever the database's collation: as the index stands.
        at_least, before = (messages.c.number_key.op(one, is_comparison=True) for one in ("~>=~", "~<~"))
        return and_(at_least(bounds[0]), before(bounds[1]))

    def _stemmed(self) -> ColumnElement[bool]:
        russian: ColumnElement[str] = literal_column("'russian'")
        words = " ".join(one for one in self._asked if not one.isdecimal())
        query: ColumnElement[Any] = func.plainto_tsquery(russian, words)
        for number in filter(str.isdecimal, self._asked):
            query = query.op("&&")(func.to_tsquery(russian, f"{number}:*"))
        said = literal_column(f"to_tsvector('russian', {_DOCUMENT})").op("@@", is_comparison=True)(query)
        return or_(said, self._begun(by_their_index=True))


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
