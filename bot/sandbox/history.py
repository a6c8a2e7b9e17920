"""What the chats of a seeded office have seen before anybody looks: its people have written to the bot."""

from __future__ import annotations

import aiohttp

from bot.sandbox.play import People

_READS = 4


async def live_through(url: str) -> None:
    """All nine greet the bot; the holder of one seat opens the first message of a digest."""
    async with aiohttp.ClientSession() as session:
        people = People(session, url)
        seats = await people.seats()
        for seat, person in seats.items():
            for command in ("/start", "/digest") if seat == _READS else ("/start",):
                body = {"from": person, "chat": person, "text": command}
                await people.call("POST", "/api/messages", json=body)
        await people.settle()
        await people.press(seats[_READS], "1")
