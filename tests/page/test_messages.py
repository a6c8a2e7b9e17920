"""The list of messages and a message whole: the same rights and the same log as in the chat."""

from __future__ import annotations

import re

import aiohttp
import pytest
from sqlalchemy import select, update

from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from tests.page.conftest import ROLE, SEAT, Browser, Pages

NAME, PLACE = "Кузнецова Мария Петровна", "ул. Мира, д. 5, кв. 17"


async def kinds(pages: Pages) -> list[str]:
    """What the log says was done, in order."""
    async with pages.runtime.database.read() as uow:
        return list(await uow.connection.scalars(select(audit.c.kind).order_by(audit.c.id)))


async def open_message(pages: Pages, block: str) -> int:
    """An open message of this block, with an applicant."""
    async with pages.runtime.database.write() as uow:
        asked = select(messages.c.id).where(messages.c.block == block, messages.c.answered_at.is_(None))
        found = int(await uow.connection.scalar(asked.order_by(messages.c.id)) or 0)
        values = {"author": NAME, "place": PLACE, "channel": "incident"}
        await uow.connection.execute(update(messages).where(messages.c.id == found).values(**values))
    return found


def ids(html: str) -> list[int]:
    """Messages of a page of the list."""
    return [int(one) for one in re.findall(r'name="id" value="(\d+)"', html)]


@pytest.mark.parametrize("sorting", ["term", "-term", "received", "-received"])
async def test_pages_go_on_without_a_gap_or_a_repeat(pages: Pages, sorting: str) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        path, found = f"/messages?sorting={sorting}", list[int]()
        while path:
            answer = await head.get(path)
            found += ids(answer.html)
            onward = re.search(r'rel="next" href="([^"]+)"', answer.html)
            path = onward[1].replace("&amp;", "&").removeprefix("/office") if onward else ""
    async with pages.runtime.database.read() as uow:
        column = messages.c.deadline_at if "term" in sorting else messages.c.received_at
        order = (column.desc(), messages.c.id.desc()) if sorting[0] == "-" else (column, messages.c.id)
        waiting = select(messages.c.id).where(messages.c.answered_at.is_(None)).order_by(*order)
        assert found == list(await uow.connection.scalars(waiting))
    assert len(found) > 50


async def test_the_address_is_the_state(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[8]) as officer:
        path = "/messages?section=all&channel=pos&words=дорога&sorting=received"
        whole = await head.get(path)
        assert 'value="дорога"' in whole.html
        assert '<option value="pos" selected>' in whole.html
        assert ids((await officer.get(path)).html) == ids(whole.html) != []


async def test_a_block_sees_its_own(pages: Pages) -> None:
    theirs = await open_message(pages, "social")
    async with await pages.came_in(SEAT[4]) as member:
        listed = ids((await member.get("/messages?section=all&block=social")).html)
        assert theirs not in listed
        refused = await member.get(f"/messages/{theirs}")
        assert refused.status == 403
        assert "Социальная сфера" in refused.text


async def test_hostile_addresses_are_answered_in_words(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        for path in (
            *("/messages?section=nowhere", "/messages?after=99999999999999999-1", "/messages?after=x"),
            *("/messages?words=%00", "/messages?words=" + "'" * 300, "/messages?topic=%3Cscript%3E"),
            *("/messages?block=%27%3B--", "/messages?sorting=drop", "/messages?after=-99999999999999999-1"),
        ):
            answer = await head.get(path)
            assert answer.status == 200, path
            assert "<script>" not in answer.html
        for path in ("/messages/0", "/messages/²", "/messages/99999999999999999999", "/messages/-1"):
            assert (await head.get(path)).status == 404


async def test_the_applicant_is_shown_to_who_may_and_each_look_is_in_the_log(pages: Pages) -> None:
    one = await open_message(pages, "infrastructure")
    async with await pages.came_in(SEAT[9]) as officer, await pages.came_in(SEAT[4]) as member:
        assert NAME not in (await officer.get(f"/messages/{one}")).text
        before = (await kinds(pages)).count("applicant-looked-at")
        shown = await officer.post(f"/messages/{one}/applicant")
        assert NAME in shown.text
        assert PLACE in shown.text
        assert (await kinds(pages)).count("applicant-looked-at") == before + 1
        await member.get(f"/messages/{one}")
        refused = await member.post(f"/messages/{one}/applicant")
        assert refused.status == 403
        assert NAME not in refused.text
        assert (await kinds(pages)).count("applicant-looked-at") == before + 1


async def act(browser: Browser, *chosen: int, **fields: str) -> str:
    """Send the form of the list with these ticked; what is said."""
    form = aiohttp.FormData()
    for one in chosen:
        form.add_field("id", str(one))
    return (await browser.post("/messages/act", data=form, **fields)).text


async def test_many_at_once_each_by_its_own_right(pages: Pages) -> None:
    own, theirs = await open_message(pages, "infrastructure"), await open_message(pages, "social")
    async with await pages.came_in(SEAT[4]) as member:
        await member.get("/messages")
        said = await act(member, own, theirs, act="answered")
        assert "Сделано: 1" in said
        assert "Не сделано: 1" in said
        assert (await kinds(pages)).count("message-answered") == 1
        assert "Не сделано: 1" in await act(member, own, act="answered")
        assert (await kinds(pages)).count("message-answered") == 1


async def test_a_message_handed_over_is_told_to_its_new_head(pages: Pages) -> None:
    one = await open_message(pages, "infrastructure")
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages")
        await act(head, one, act="block", block="social")
        await act(head, one, act="unit", unit="obrazovanie")
        await act(head, one, act="reason", reason="own", own="Ждём  подрядчика")
    async with pages.runtime.database.read() as uow:
        message = await uow.messages.get(one)
        assert message is not None
        assert (message.block, message.unit) == ("social", "obrazovanie")
        assert message.delay_reason == "Ждём подрядчика"
    done = await kinds(pages)
    assert {"message-assigned", "delay-explained"} <= set(done)


async def test_from_the_list_one_comes_back_to_it(pages: Pages) -> None:
    one = await open_message(pages, "infrastructure")
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages")
        form = aiohttp.FormData({"id": str(one), "back": "/messages?channel=incident"})
        answer = await head.post("/messages/act", data=form, act="reason", reason="own", own="Ждём")
        assert answer.path == f"/office/messages?channel=incident&changed={one}"
        assert "Сделано: 1" in answer.text
        form = aiohttp.FormData({"id": str(one), "back": "//evil.example"})
        answer = await head.post("/messages/act", data=form, act="reason", reason="own", own="Ждём")
        assert answer.path == f"/office/messages?changed={one}"


async def test_forms_that_say_nonsense_change_nothing(pages: Pages) -> None:
    one = await open_message(pages, "infrastructure")
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages")
        before = await kinds(pages)
        assert "Ничего не отмечено" in await act(head, act="answered")
        assert "не больше 200" in await act(head, *range(1, 202), act="answered")
        for fields in (
            *({"act": "drop"}, {"act": "block", "block": "nowhere"}, {"act": "unit", "unit": ""}),
            *({"act": "answered", "at": "вчера"}, {"act": "answered", "at": "2026-11-24T08:00+03:00"}),
        ):
            assert "Форма не прочитана" in await act(head, one, **fields)
        assert "Не сделано: 1" in await act(head, one, act="answered", at="2030-01-01T00:00")
        assert await kinds(pages) == before


async def test_the_list_as_a_table(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages")
        answer = await head.post("/messages/table", section="overdue")
        assert answer.body[:2] == b"PK"
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert (await kinds(pages))[-1] == "messages-exported"


async def test_an_administrator_reads_no_messages(pages: Pages) -> None:
    async with await pages.came_in(ROLE["admin"]) as admin:
        assert (await admin.get("/messages")).status == 403
        assert (await admin.get("/messages/1")).status == 403
        assert (await admin.get("/profile")).status == 200
