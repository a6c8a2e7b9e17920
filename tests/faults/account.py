"""After the faults: what was due, what came, what came twice. Read from the database and from the chats."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import select, text

from bot.delivery.arranging import OF_THE_CHAT
from bot.sandbox.chatting import Message
from bot.sandbox.people import BOT_ID
from bot.sandbox.world import World
from bot.storage.audit import audit
from bot.storage.database import Database
from bot.storage.outbox.delivery import DOCUMENT, PICTURE, REMOVED, TEXT
from bot.storage.outbox.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.storage.updates import processed_updates
from domain.office.wording import plain
from tests.faults.witness import Witness

# What is said while nothing can be written down: `bot/updates/unwritable.py`.
PAST_THE_OUTBOX = ("В базу сейчас ничего не записать", "На диске с ", "База ")

Acts = Counter[tuple[str, str, int | None]]


@dataclass
class Account:
    """Figures of one run. `losses`, `mistakes` and `violations` are told in words and must be empty.

    `expired` are updates that the messenger forgot before the bot was back, as Telegram does.
    `copies` are messages that came twice, `marked` those that said so: a send that was cut off may
    have arrived or not, so there may be more marks than copies, never fewer.
    """

    updates: int = 0
    processed: int = 0
    expired: int = 0
    due: int = 0
    delivered: int = 0
    marked: int = 0
    copies: int = 0
    losses: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


async def settle_accounts(database: Database, world: World, witness: Witness) -> Account:
    """Compare what the database says was to be sent with what stands in the chats."""
    account = Account(updates=world.updates.made)
    async with database.read() as uow:
        rows = [dict(row._mapping) for row in await uow.connection.execute(select(outbox))]
        taken = (await uow.connection.execute(select(processed_updates.c.update_id))).scalars().all()
        broken = await uow.audit.broken_entry()
        if database.sqlite:
            whole = (await uow.connection.execute(text("PRAGMA integrity_check"))).scalars().all()
            orphans = (await uow.connection.execute(text("PRAGMA foreign_key_check"))).all()
            if list(whole) != ["ok"] or orphans:
                account.mistakes.append(f"database: {whole}, {orphans}")
        account.processed, account.expired = len(set(taken)), len(world.updates.expired.keys() - set(taken))
        if broken is not None:
            account.mistakes.append(f"audit chain broken at {broken}")
        if account.processed + account.expired != account.updates:
            account.losses.append(
                f"{account.updates} updates made, {account.processed} processed, {account.expired} expired"
            )
        await _compare(account, uow, rows, world)
    account.marked = witness.marked
    account.mistakes += _out_of_order(rows)
    account.mistakes += [
        f"came again unmarked: message {message_id} in chat {chat}: {witness.said[chat][message_id][:60]}"
        for chat, message_id in _copies(rows, world)
        if not witness.next_is_marked(chat, message_id)
    ]
    account.copies = len(_copies(rows, world))
    account.violations = [str(vars(one)) for one in world.violations]
    return account


async def _compare(account: Account, uow: StoredUnitOfWork, rows: list[dict[str, Any]], world: World) -> None:
    for row in rows:
        where = f"{row['kind']} {row['subject']} {row['unique_key'] or ''} in chat {row['chat_id']}"
        due = row["kind"] not in OF_THE_CHAT and (
            row["live"] or row["message_id"] is not None or bool(row["failure"])
        )
        account.due += due
        if row["failure"] or row["version"] > row["shown_version"]:
            account.losses.append(f"not delivered: {where}: {row['failure']}")
        elif row["message_id"] is not None:
            shown = world.messages[row["chat_id"]].get(row["message_id"])
            if row["kind"] == REMOVED:
                account.delivered += 1
                account.mistakes += [f"still in the chat: {where}"] if shown is not None else []
                continue
            if shown is None:
                account.losses.append(f"not in the chat: {where}")
                continue
            account.delivered += 1
            account.mistakes += [
                f"{what}: {where}" for what in await _other_than_written(uow, row, shown, world)
            ]
        elif due:
            account.losses.append(f"never sent: {where}")


async def _other_than_written(
    uow: StoredUnitOfWork, row: dict[str, Any], shown: Message, world: World
) -> list[str]:
    if row["kind"] == TEXT and plain(row["content"]["text"], 10_000).strip() not in shown.text:
        return ["another text"]
    if row["kind"] in (DOCUMENT, PICTURE):
        name, content = await uow.documents.content(int(row["content"]["document"]))
        file = world.files[shown.file_id or ""]
        return [] if (file.name, file.content) == (name, content) else ["another file"]
    return []


def _copies(rows: list[dict[str, Any]], world: World) -> list[tuple[int, int]]:
    """Messages that no row stands behind: their number was never noted, so they were sent again."""
    noted = {(row["chat_id"], row["message_id"]) for row in rows}
    return [
        (chat, message.message_id)
        for chat, kept in world.messages.items()
        for message in kept.values()
        if message.sender_id == BOT_ID
        and (chat, message.message_id) not in noted
        and not message.text.startswith(PAST_THE_OUTBOX)
    ]


def _out_of_order(rows: list[dict[str, Any]]) -> list[str]:
    """In each chat what was written first came first."""
    chats: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["id"]):
        if row["message_id"] is not None and row["not_before"] is None:
            chats[row["chat_id"]].append(row)
    return [
        f"out of order in chat {chat}: row {later['id']} before row {earlier['id']}"
        for chat, sent in chats.items()
        for earlier, later in pairwise(sent)
        if earlier["message_id"] > later["message_id"]
    ]


async def acts(database: Database) -> Acts:
    """How often each act of each seat stands in the audit log: kind, entity, seat."""
    async with database.read() as uow:
        found = await uow.connection.execute(select(audit.c.kind, audit.c.entity, audit.c.seat))
    return Counter((row.kind, row.entity, row.seat) for row in found)
