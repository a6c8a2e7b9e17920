"""`/page` in the chat: a link that lets this account in, and nobody twice."""

from __future__ import annotations

import aiohttp

from tests.e2e.conftest import Town


async def link(people: Town, person: int) -> str:
    """The address under the newest button that opens one."""
    shown = await people.messages(person)
    urls = [button["url"] for one in shown for row in one["buttons"] or [] for button in row if button["url"]]
    return str(urls[-1])


async def test_the_bot_gives_a_way_to_the_page(seeded: Town) -> None:
    for person in (seeded.seat[4], seeded.people["admin"]):
        await seeded.say(person, "/page")
        url = await link(seeded, person)
        origin = url.partition("/office/")[0]
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
            entered = await browser.post(url, data={"to": "/roster"}, headers={"Origin": origin})
            assert entered.status == 200
            assert str(entered.url) == f"{origin}/office/roster"
            assert (await browser.post(url, headers={"Origin": origin})).status == 404
    for role in ("unit", "guest", "stranger"):
        await seeded.say(seeded.people[role], "/page")
        assert "/office/" not in str(await seeded.messages(seeded.people[role]))
    assert await seeded.violations() == []
