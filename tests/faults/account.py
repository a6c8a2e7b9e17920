"""After the faults: what was due, what came, what came twice. Read from the database and from the chats."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, text

from bot.delivery.calls import plain
from bot.sandbox.people import BOT_ID
from bot.sandbox.world import World
from bot.storage.database import Database
from bot.storage.tables import audit, outbox, processed_updates

MARK = re.compile(r"^\(повтор")
_ONCE = ("meeting-answered", "meeting-checked-in", "meeting-voted")


@dataclass
class Account:
    """Figures of one run. `losses` and `mistakes` are told in words and must be empty."""

    updates: int = 0
    processed: int = 0
    due: int = 0
    delivered: int = 0
    marked: int = 0
    copies: int = 0
    losses: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)


async def settle_accounts(database: Database, world: World) -> Account:
    """Compare what the database says was to be sent with what stands in the chats."""
    account = Account(updates=world.updates.made)
    async with database.read() as uow:
        rows = [dict(row._mapping) for row in await uow.connection.execute(select(outbox))]
        taken = (await uow.connection.execute(select(processed_updates.c.update_id))).scalars().all()
        broken = await uow.broken_audit_entry()
        if database.sqlite:
            whole = (await uow.connection.execute(text("PRAGMA integrity_check"))).scalars().all()
            orphans = (await uow.connection.execute(text("PRAGMA foreign_key_check"))).all()
            if list(whole) != ["ok"] or orphans:
                account.mistakes.append(f"database: {whole}, {orphans}")
    account.processed = len(set(taken))
    if broken is not None:
        account.mistakes.append(f"audit chain broken at {broken}")
    if account.processed != account.updates:
        account.losses.append(f"{account.updates} updates made, {account.processed} processed")
    _compare(account, rows, world)
    account.mistakes += [f"violation: {vars(one)}" for one in world.violations]
    return account


def _compare(account: Account, rows: list[dict[str, Any]], world: World) -> None:
    said = {
        (chat, message.message_id): message.text
        for chat, kept in world.messages.items()
        for message in kept.values()
        if message.sender_id == BOT_ID
    }
    account.due = sum(row["kind"] != "menu" for row in rows)
    for row in rows:
        where = f"{row['kind']} {row['subject']} {row['unique_key'] or ''} in chat {row['chat_id']}"
        if row["failure"] or row["version"] > row["shown_version"]:
            account.losses.append(f"not delivered: {where}: {row['failure']}")
        elif row["message_id"] is not None:
            shown = said.pop((row["chat_id"], row["message_id"]), None)
            if shown is None:
                account.losses.append(f"not in the chat: {where}")
                continue
            account.delivered += 1
            account.marked += bool(MARK.match(shown))
            if row["kind"] == "text" and plain(row["content"]["text"], 10_000).strip() not in shown:
                account.mistakes.append(f"another text: {where}")
        elif row["kind"] not in ("menu",) and row["live"]:
            account.losses.append(f"never sent: {where}")
    # What no row stands behind came before a kill that kept its number from being noted.
    account.copies = len(said)


async def acts(database: Database) -> Counter[tuple[str, str, int | None]]:
    """How often each act of each seat stands in the audit log: kind, entity, seat."""
    async with database.read() as uow:
        found = await uow.connection.execute(select(audit.c.kind, audit.c.entity, audit.c.seat))
    return Counter((row.kind, row.entity, row.seat) for row in found)
