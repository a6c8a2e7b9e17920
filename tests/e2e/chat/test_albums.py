"""Pictures that come together are answered together, and a command under one of them is done."""

from __future__ import annotations

import asyncio
from itertools import count

import aiohttp

from bot.sandbox.pictures import PNG
from tests.e2e.conftest import Town

PICTURE = PNG + b"\0\0\0\rIHDR" + (100).to_bytes(4) * 2
_ALBUMS = count(1)


async def album(people: Town, person: int, text: str = "") -> list[str]:
    """Send ten pictures together, words under the first; what is said to them."""
    before, name = await people.newest(person), str(next(_ALBUMS))

    async def send(number: int) -> None:
        said = {"from": str(person), "chat": str(person), "album": name, "photo": "1"}
        form = aiohttp.FormData({**said, "text": text if number == 0 else ""})
        form.add_field("file", PICTURE, filename=f"{number}.png")
        await people.call("POST", "/api/messages", data=form)

    await asyncio.gather(*map(send, range(10)))
    await people.settle()
    return await people.read(person, before)


async def test_an_album_that_nobody_waits_for_is_answered_once(seeded: Town) -> None:
    people, member, officer = seeded, seeded.seat[4], seeded.seat[9]
    for _ in range(2):
        (said,) = await album(people, member)
        assert said.startswith("Не понял")
    (said,) = await album(people, officer)
    assert said.startswith("Картинка — не выгрузка")
    (said,) = await album(people, people.people["stranger"])
    assert "для членов проектного офиса" in said
    digest, rest = sorted(await album(people, member, "/digest"), key=len, reverse=True)
    assert "Просрочено" in digest and rest.startswith("Не понял")
    assert await people.violations() == []
