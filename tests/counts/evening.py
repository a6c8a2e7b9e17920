"""The first evening: the head brings everybody into the office by links from one card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from tests.counts.people import Count, Counted


async def play_evening(people: Counted) -> Mapping[str, Count]:
    """What it took the head from `/start` until all eight others are there; what one of them got."""
    everyone = await people.call("GET", "/api/people")
    names = {one["id"]: one["name"] for one in everyone}
    admin = next(one["id"] for one in everyone if one["role"] == "admin")
    head = next(one["id"] for one in everyone if one["role"] == "head")
    others = [one["id"] for one in everyone if one["role"] in ("block_head", "officer")]

    async def come(person: int, token: str) -> None:
        """Follow the link that was shared, and say one's name."""
        await people.say(person, f"/start {token}")
        await people.say(person, names[person])

    await people.say(admin, "/invite 1")
    await come(head, re.findall(r"\?start=([\w-]+)", (await people.messages(admin))[-1]["text"])[0])
    await people.press(admin, "Подтвердить")
    await people.begin(head, others[0])
    await people.say(head, "/start")
    await people.look()
    await people.press(head, "Пригласить")
    await people.press(head, f"Пригласить всех: {len(others)}")
    links = await people.links(head)
    for caption, _ in links:
        await people.follow(head, caption)
    for person, (_, address) in zip(others, links, strict=True):
        shared = parse_qs(urlsplit(address).query)["url"][0]
        await come(person, parse_qs(urlsplit(shared).query)["start"][0])
    await people.look()
    await people.press(head, f"Подтвердить всех: {len(others)}")
    await people.look()
    assert all(one["bound"] for one in await people.call("GET", "/api/people") if one["id"] in others)
    return {"руководитель": people.counts[head], "новый член офиса": people.counts[others[0]]}
