"""Whoever sends very much at once is not told the same words for each; nothing else is left out."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.storage.database import Database
from bot.storage.outbox.tables import outbox
from domain.office.outbox import Button, Screen

CHAT, ANOTHER = 1004, 1005


async def say(database: Database, *words: str, chat: int = CHAT, line: bool = False, album: str = "") -> None:
    """Answer each of so many updates in a transaction of its own."""
    for one in words:
        async with database.write() as uow:
            uow.outbox.answer_once(CHAT, in_line=line, album=album)
            await uow.outbox.text(chat, Screen(one, ((Button("Помощь", "go:help"),),)))


async def said(database: Database, chat: int = CHAT) -> list[str]:
    async with database.read() as uow:
        rows = await uow.connection.scalars(
            select(outbox.c.content).where(outbox.c.chat_id == chat).order_by(outbox.c.id)
        )
        return [content["text"] for content in rows]


async def test_a_line_is_not_answered_by_words_that_wait_to_be_sent(database: Database) -> None:
    await say(database, *["не понял", "помощь"] * 5, "поручения", line=True)
    assert await said(database) == ["не понял", "помощь", "поручения"]
    async with database.write() as uow:
        await uow.connection.execute(update(outbox).values(shown_version=outbox.c.version))
    await say(database, "помощь", "помощь", line=True)
    assert await said(database) == ["не понял", "помощь", "поручения", "помощь"]


async def test_out_of_a_line_each_is_answered_and_so_is_another_chat(database: Database) -> None:
    await say(database, "помощь", "помощь")
    await say(database, "весть", "весть", chat=ANOTHER, line=True)
    assert (await said(database), await said(database, ANOTHER)) == (["помощь"] * 2, ["весть"] * 2)


async def test_an_album_is_told_once_and_another_again(database: Database) -> None:
    for album in ("1", "1", "2"):
        await say(database, "не понял", album=album)
    await say(database, "картинка — не выгрузка", album="1")
    assert await said(database) == ["не понял", "не понял", "картинка — не выгрузка"]
