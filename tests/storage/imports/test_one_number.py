"""One number, one message: what came twice before is merged by the migration, what comes now is known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import MetaData, insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.migrating import migrate, upgrade

SPELLINGS = ("№ 4 815 162", "4815162.0", "4815162")
MOMENT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def message(number: str, **also: Any) -> dict[str, Any]:
    words = dict.fromkeys(("topic", "topic_group", "text", "executor", "author", "place", "url"), "")
    moments = dict.fromkeys(("received_at", "deadline_at", "imported_at"), MOMENT)
    return {"channel": "pos", "number": number, "registry_hash": "", **words, **moments, **also}


async def test_what_was_several_becomes_one_and_nothing_is_lost(database_url: str) -> None:
    url = make_url(database_url)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: upgrade(sync, "0036"))
        tables = MetaData()
        await connection.run_sync(tables.reflect)
        messages = tables.tables["messages"]
        for number, values in enumerate(
            (
                message(SPELLINGS[0], answered_at=MOMENT, answered_by_hand=True, delay_reason="Ждём"),
                message(SPELLINGS[1], text="Первый текст", block="social", block_by_hand=True),
                message(SPELLINGS[2], text="Последний текст", imported_at=MOMENT.replace(hour=9)),
                message("4815163"),
                message(SPELLINGS[2], channel="appeal"),
            ),
            start=1,
        ):
            await connection.execute(insert(messages).values(id=number, **values))
        await connection.execute(
            insert(tables.tables["extensions"]).values(
                message_id=2, amount=5, reason="Запрос", seat=8, extended_at=MOMENT
            )
        )
    await migrate(url)
    async with engine.connect() as connection:
        now = MetaData()
        await connection.run_sync(now.reflect)
        kept = (await connection.execute(select(now.tables["messages"]).order_by("id"))).mappings().all()
        assert [(row["id"], row["number"], row["number_key"]) for row in kept] == [
            (1, "№ 4 815 162", "4815162"),
            (4, "4815163", "4815163"),
            (5, "4815162", "4815162"),
        ]
        merged = kept[0]
        assert (merged["text"], merged["block"], merged["delay_reason"]) == (
            "Последний текст",
            "social",
            "Ждём",
        )
        assert merged["answered_at"] is not None and merged["answered_by_hand"]
        report = (await connection.execute(select(now.tables["merged_messages"]))).mappings().all()
        assert [(row["message_id"], row["merged_id"], row["number"]) for row in report] == [
            (1, 2, "4815162.0"),
            (1, 3, "4815162"),
        ]
        assert report[0]["was"]["text"] == "Первый текст"
        extended = (await connection.execute(select(now.tables["extensions"]))).mappings().one()
        assert extended["message_id"] == 1
    await engine.dispose()
