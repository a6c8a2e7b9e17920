"""An office that is set back after every act, so that each person finds the state as it was."""

from __future__ import annotations

import asyncio
import hashlib
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.sandbox.world import World
from bot.storage.columns import metadata
from handlers import CONVERSATIONS
from tests.e2e.authority.table import FORMER, HEADS_ASSISTANT, OFFICERS_ASSISTANT, PEOPLE, Role
from tests.e2e.conftest import Town, town

_PATIENCE = 30.0  # seconds
TAP = re.compile(r"[a-z]+:\S*|none", re.DOTALL)
# Seats whose people play other parts here.
_PLAYED_BY = {FORMER: 3, OFFICERS_ASSISTANT: 5, HEADS_ASSISTANT: 7}
_ANSWERS = {
    *("outbox", "processed_updates", "poison_updates", "parked_updates", "alembic_version"),
    "expectations",  # a command puts off the words that the person was asked for
    "listening",  # written twice a minute, whatever people do
}
KEPT = [table.name for table in metadata.sorted_tables if table.name not in _ANSWERS]


class Ledger(Protocol):
    """The office's database from outside: copied, put back, looked into."""

    async def copy(self) -> Any:
        """All of it as it is."""

    async def put_back(self, kept: Any) -> None:
        """All of it as it was."""

    async def query(self, statement: str) -> list[tuple[Any, ...]]:
        """Rows of a statement."""

    async def change(self, statement: str) -> None:
        """Do what no person can."""

    async def close(self) -> None:
        """Let go."""


class SqliteLedger:
    """SQLite copies a live database page by page."""

    def __init__(self, url: str) -> None:
        self._live = sqlite3.connect(url.partition(":///")[2], isolation_level=None, check_same_thread=False)
        self._live.execute("PRAGMA synchronous=OFF")

    async def copy(self) -> Any:
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        await asyncio.to_thread(self._live.backup, kept)
        return kept

    async def put_back(self, kept: Any) -> None:
        await asyncio.to_thread(kept.backup, self._live)

    async def query(self, statement: str) -> list[tuple[Any, ...]]:
        return self._live.execute(statement).fetchall()

    async def change(self, statement: str) -> None:
        self._live.execute(statement)

    async def close(self) -> None:
        self._live.close()


class PostgresqlLedger:
    """PostgreSQL keeps copies of the tables beside them."""

    def __init__(self, url: str) -> None:
        self._engine: AsyncEngine = create_async_engine(url)
        self._copies = 0

    async def copy(self) -> Any:
        self._copies += 1
        schema = f"kept_{self._copies}"
        await self._run(
            f"CREATE SCHEMA {schema}",
            *(f"CREATE TABLE {schema}.{name} AS TABLE {name}" for name in metadata.tables),
        )
        return schema

    async def put_back(self, kept: Any) -> None:
        tables = metadata.tables.values()
        counted = [one for one in tables if one.autoincrement_column is not None]
        await self._run(
            "SET LOCAL session_replication_role = replica",
            f"TRUNCATE {', '.join(metadata.tables)}",
            *(f"INSERT INTO {one.name} SELECT * FROM {kept}.{one.name}" for one in tables),
            *(
                f"SELECT setval(pg_get_serial_sequence('{one.name}', '{one.autoincrement_column.name}'), "
                f"greatest(coalesce(max({one.autoincrement_column.name}), 0) + 1, 1), false) FROM {one.name}"
                for one in counted
                if one.autoincrement_column is not None
            ),
        )

    async def change(self, statement: str) -> None:
        await self._run(statement)

    async def _run(self, *statements: str) -> None:
        async with self._engine.begin() as connection:
            for statement in statements:
                await connection.exec_driver_sql(statement)

    async def query(self, statement: str) -> list[tuple[Any, ...]]:
        async with self._engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(statement))]

    async def close(self) -> None:
        await self._engine.dispose()


class Stage:
    """The people, the names that rows speak of, and the state to which everything is set back."""

    def __init__(self, people: Town, world: World, ledger: Ledger) -> None:
        self.people, self.world, self.ledger = people, world, ledger
        self.names: dict[str, Any] = {}
        self._kept: Any = None
        self._chats: dict[int, dict[int, Any]] = {}
        self._newest = 0

    def person(self, role: Role) -> int:
        """The account of a role."""
        if isinstance(role, int):
            return self.people.seat[role]
        if role in _PLAYED_BY:
            return self.people.seat[_PLAYED_BY[role]]
        return self.people.people[role]

    # Back to the state

    async def keep(self) -> None:
        """This is the state from here on."""
        await self.people.settle()
        self._kept = await self.ledger.copy()
        messages = self.world.messages.items()
        self._chats = {chat: {key: copy(one) for key, one in kept.items()} for chat, kept in messages}
        self._newest = self.world.newest_id

    async def set_back(self) -> None:
        """Everything as it was when it was kept, once all is quiet; the clock and the files stay."""
        await self.ledger.put_back(self._kept)
        for chat, kept in self._chats.items():
            self.world.messages[chat] = {key: copy(one) for key, one in kept.items()}
        self.world.newest_id = self._newest

    async def mark(self) -> str:
        """A hash of all that the office keeps, save what it has answered."""
        digest = hashlib.sha256()
        for name in KEPT:
            # One text a row, in any order: the engines tell rows in their own.
            found = await self.ledger.query(f"SELECT * FROM {name}")
            digest.update("\n".join(sorted(map(repr, found))).encode())
        return digest.hexdigest()

    # What people do

    async def do(self, role: Role, act: str, *, group: bool = False) -> str:
        """Say or tap; what the person is answered, in plain spaces, once it is there."""
        said = await self.begin(role, act, group=group)
        await self.shown()
        return await self.answers(role, group=group) if said is None else said

    async def shown(self) -> None:
        """Wait until everything was taken in, and every card that it asks for stands in its chat."""
        waiting = "SELECT 1 FROM outbox WHERE version > shown_version AND not_before IS NULL LIMIT 1"
        async with asyncio.timeout(_PATIENCE):
            while self.world.updates.pending:  # noqa: ASYNC110
                await asyncio.sleep(0.002)
            while await self.ledger.query(waiting):  # noqa: ASYNC110 — the outbox rings no bell outside
                await asyncio.sleep(0.002)

    async def begin(self, role: Role, act: str, *, group: bool = False) -> str | None:
        """Say or tap and wait for a tap's answer only; None where the answer is in the chat."""
        person = self.person(role)
        chat = self.people.group if group else person
        act = act.format(**self.names) if "{" in act else act
        if not TAP.fullmatch(act):
            body = {"from": person, "chat": chat, "text": act}
            await self.people.call("POST", "/api/messages", json=body)
            return None
        body = {"from": person, "chat": chat, "message_id": await self._under(chat, act), "button": act}
        shown = await self.people.call("POST", "/api/taps", json=body)
        assert shown["answer"] is not None, f"{role} got no answer to {act}"
        return str(shown["answer"]).replace("\u00a0", " ")

    async def answers(self, role: Role, *, group: bool = False) -> str:
        """What the bot said in the chat after the person's last words."""
        person = self.person(role)
        chat = self.people.group if group else person
        messages = await self.people.messages(chat)
        last = max(one["message_id"] for one in messages if one["from"] == person)
        fresh = [one["text"] for one in messages if one["message_id"] > last and one["from"] != person]
        return "\n".join(fresh).replace("\u00a0", " ")

    async def _under(self, chat: int, data: str) -> int:
        """The newest live card that has such buttons; where there is none, the newest message."""
        found = await self.ledger.query(
            f"SELECT kind, live, message_id FROM outbox WHERE chat_id = {chat} AND message_id IS NOT NULL "
            "ORDER BY message_id DESC"
        )
        there = [one for one in found if one[2] in self.world.messages[chat]]  # others have left the chat
        cards = [number for kind, live, number in there if live and kind in CONVERSATIONS.stands_on(data)]
        return int((cards or [number for _, _, number in there])[0])

    async def one(self, statement: str) -> Any:
        """A single value of the database."""
        found = await self.ledger.query(statement)
        assert found, statement
        return found[0][0]

    async def done_by(self, role: Role, kind: str, since: int) -> bool:
        """Whether the log holds a newer entry of this kind by this person."""
        user = self.person(role)
        statement = f"SELECT 1 FROM audit WHERE id > {since} AND user_id = {user} AND kind LIKE '{kind}'"
        return bool(await self.ledger.query(statement))


@asynccontextmanager
async def stage(folder: Path, now: datetime) -> AsyncIterator[Stage]:
    """A seeded office on a stage, where everyone of `PEOPLE` has a part."""
    async with town(folder, now) as people:
        assert people.world is not None
        sqlite = people.database.startswith("sqlite")
        ledger: Ledger = SqliteLedger(people.database) if sqlite else PostgresqlLedger(people.database)
        made = Stage(people, people.world, ledger)
        try:
            await _cast(made)
            yield made
        finally:
            await ledger.close()


async def _cast(made: Stage) -> None:
    """Seats 3, 5 and 7 are unbound; two of their people come back as assistants."""
    for role in PEOPLE:
        await made.do(role, "/start")
    await made.do(FORMER, "/digest")
    for seat in sorted(_PLAYED_BY.values()):
        await made.do(1, f"seat:unbound:{seat}")
    for holder, role in ((1, HEADS_ASSISTANT), (9, OFFICERS_ASSISTANT)):
        await made.do(holder, "/assistant")
        await made.do(holder, "assist:invite:0")
        link = await made.people.last(made.person(holder))
        token = re.findall(r"\?start=([\w-]+)", link)[0]
        await made.do(role, f"/start {token}")
        await made.do(role, "Помощников Семён Ильич")
        claim = await made.one("SELECT max(id) FROM invitations")
        await made.do(holder, f"claim:confirm:{claim}")
    await made.do(1, "/start")
