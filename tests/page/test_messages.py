"""The list of messages and a message whole: the same rights and the same log as in the chat."""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Callable, Iterable
from html import unescape
from itertools import groupby
from typing import Any

import aiohttp
import openpyxl
import pytest
from sqlalchemy import Row, select, update

from bot.page.messages.arranging import _parts
from bot.registries.text_table import TextSheet, write_text_table
from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from domain.messages.listing import PARTED
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


async def test_the_collector_does_not_go_through_the_rows_of_a_list(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred thousand of them held everybody up each time."""
    paused = []

    def written(sheets: Iterable[TextSheet]) -> bytes:
        paused.append(not gc.isenabled())
        return write_text_table(sheets)

    monkeypatch.setattr("bot.works.messages.exporting.write_text_table", written)
    async with await pages.came_in(SEAT[1]) as head:
        await head.post("/messages/table", section="overdue")
    assert paused == [True] and gc.isenabled()


@pytest.mark.parametrize("sorting", ["term", "-term", "received", "-received"])
async def test_pages_go_on_without_a_gap_or_a_repeat(pages: Pages, sorting: str) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        path, found = f"/messages?sorting={sorting}", list[int]()
        while path:
            answer = await head.get(path)
            found += ids(answer.html)
            path = onward(answer.html)
    async with pages.runtime.database.read() as uow:
        column = messages.c.deadline_at if "term" in sorting else messages.c.received_at
        order = (column.desc(), messages.c.id.desc()) if sorting[0] == "-" else (column, messages.c.id)
        waiting = select(messages.c.id).where(messages.c.answered_at.is_(None)).order_by(*order)
        assert found == list(await uow.connection.scalars(waiting))
    assert len(found) > 50


@pytest.mark.parametrize("column", ["state", "term", "topic", "block", "unit", "channel", "number"])
async def test_every_column_orders_what_is_not_too_much(
    pages: Pages, column: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All messages: no index has them by any of these. What is written decides, the empty comes last."""
    profile = pages.runtime.profile

    def written(one: Row[Any]) -> Any:
        late = one.answered_at is not None and one.answered_at > one.deadline_at
        open_ = one.answered_at is None
        stands = 4 if one.outside else 2 if late else 3
        unit = profile.unit(one.unit).title if one.unit else one.executor
        block = profile.block(one.block).title if one.block else ""
        words = {"topic": one.topic, "block": block, "unit": unit}.get(column)
        if words is not None:
            return words.casefold().replace("ё", "е")
        return {
            "state": (one.deadline_at >= pages.clock.now()) if open_ and not one.outside else stands,
            "term": one.deadline_at,
            "channel": profile.channel(one.channel).short_title.casefold(),
            "number": [(int(part), "") if part.isdecimal() else (-1, part) for part in _parts(one.number)],
        }[column]

    async with await pages.came_in(SEAT[1]) as head:
        orders = []
        for sorting in (column, f"-{column}"):
            path, found = f"/messages?section=all&sorting={sorting}", list[int]()
            while path:
                answer = await head.get(path)
                found += ids(answer.html)
                path = onward(answer.html)
            orders.append(found)
        async with pages.runtime.database.read() as uow:
            rows = {one.id: one for one in await uow.connection.execute(select(messages))}
        for order, found in zip(("ascending", "descending"), orders, strict=True):
            assert sorted(found) == sorted(rows) and len(found) > 200, order
            said = [written(rows[one]) for one in found]
            full = [one for one in said if one != ""]
            assert said == sorted(full, reverse=order == "descending") + [""] * said.count("")
        monkeypatch.setattr("bot.page.messages.listing.ARRANGED", 100)
        if column in PARTED:
            await through_its_parts(head, column, rows, written)
            return
        many = await head.get(f"/messages?section=all&sorting={column}")
        assert "сузьте отбор" in many.text
        assert ids(many.html) == ids((await head.get("/messages?section=all")).html)


async def through_its_parts(
    head: Browser, column: str, rows: dict[int, Row[Any]], written: Callable[[Row[Any]], Any]
) -> None:
    """However many there are: name after name, the newest first within each, nothing lost or said twice."""
    for sorting in (column, f"-{column}"):
        path, found = f"/messages?section=all&sorting={sorting}", list[int]()
        while path:
            answer = await head.get(path)
            assert "сузьте отбор" not in answer.text
            found += ids(answer.html)
            path = onward(answer.html)
        assert sorted(found) == sorted(rows)
        each = groupby((rows[one] for one in found), lambda one: one._mapping[column])
        parts = [list(part) for _, part in each]
        said = [written(part[0]) if part[0]._mapping[column] else "" for part in parts]
        named = [one for one in said if one]
        assert named == sorted(set(named), reverse=sorting[0] == "-") and said in (named, [*named, ""])
        for part in parts:
            moments = [(one.received_at, one.id) for one in part]
            assert moments == sorted(moments, reverse=True)


async def test_what_is_open_stands_by_its_state_however_much_there_is(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.page.messages.listing.ARRANGED", 5)
    async with await pages.came_in(SEAT[1]) as head:
        for state, term in (("state", "term"), ("-state", "-term")):
            by_state = await head.get(f"/messages?sorting={state}")
            assert ids(by_state.html) == ids((await head.get(f"/messages?sorting={term}")).html)
            assert "сузьте отбор" not in by_state.text


def onward(html: str) -> str:
    """Where the next page is; empty on the last."""
    found = re.search(r'rel="next" href="([^"]+)"', html)
    return unescape(found[1]).removeprefix("/office") if found else ""


async def test_what_the_figures_count_is_what_they_lead_to(pages: Pages) -> None:
    """Each number of the page is as many messages as the list has behind it; so is each cause."""
    async with pages.runtime.database.write() as uow:
        behind = select(messages.c.id).where(messages.c.answered_at > messages.c.deadline_at).limit(3)
        some = list(await uow.connection.scalars(behind))
        changed = update(messages).where(messages.c.id.in_(some))
        await uow.connection.execute(changed.values(delay_reason="ждём подрядчика, «Север» & Ко"))
        gone = select(messages.c.id).where(messages.c.answered_at.is_not(None)).order_by(messages.c.id.desc())
        changed = update(messages).where(messages.c.id.in_(gone.limit(2)))
        await uow.connection.execute(changed.values(outside="withdrawn"))
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[4]) as block:
        for browser in (head, block):
            shown = await browser.get("/figures?period=2026-10-15..2026-11-23")
            counted = re.findall(r'<a href="([^"]+)">(\d+)</a>', shown.html)
            causes = re.findall(r'<a href="([^"]+)">[^<]+</a>: <b>(\d+)</b>', shown.html)
            assert len(counted) > 20 and causes
            for way, number in {*counted, *causes}:
                listed = await browser.get(unescape(way).removeprefix("/office"))
                assert f"Найдено: {number} " in f"{listed.text} ", way
            assert "tabindex" in shown.html  # a bar leads there by the mouse


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


async def test_what_left_the_list_meanwhile_is_left_alone(pages: Pages) -> None:
    """Ticked in a block's list; a colleague gave it to another block."""
    one = await open_message(pages, "social")
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages?block=social")
        async with pages.runtime.database.write() as uow:
            await uow.messages.assign_block(one, "finance")
        fields = {"back": "/messages?block=social", "act": "block", "block": "economy"}
        assert "В этом списке его уже нет" in await act(head, one, **fields)
        async with pages.runtime.database.read() as uow:
            assert [found.block for found in await uow.messages.several([one])] == ["finance"]
        assert "Сделано: 1" in await act(head, one, **{**fields, "back": "/messages?block=finance"})


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


async def test_the_list_as_a_table(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        await head.get("/messages")
        answer = await head.post("/messages/table", section="overdue")
        assert answer.headers["Content-Disposition"].startswith("attachment")
        monkeypatch.setattr("bot.works.messages.exporting.MOST_ROWS", 3)
        cut = await head.post("/messages/table", section="overdue")
    whole, first = (openpyxl.load_workbook(io.BytesIO(one.body)).active.values for one in (answer, cut))
    assert all(row[1] for row in whole)
    assert [row[0] for row in first][-1] == "Показаны первые 3."
    assert (await kinds(pages))[-1] == "messages-exported"


async def test_a_table_with_addresses_is_for_who_may_and_each_look_is_recorded(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await open_message(pages, "social")
    async with await pages.came_in(SEAT[1]) as head:
        button = "Все с адресами и ссылками, XLSX"
        assert button in (await head.get("/messages?block=social")).html
        answer = await head.post("/messages/table", block="social", whole="yes")
        rows = list(openpyxl.load_workbook(io.BytesIO(answer.body)).active.values)
        assert rows[0][-2:] == ("Адрес", "Ссылка") and PLACE in {row[-2] for row in rows}
        looks = [one for one in await kinds(pages) if one == "applicant-looked-at"]
        assert len(looks) == len(rows) - 1
        plain = await head.post("/messages/table", block="social")
        assert "Адрес" not in next(openpyxl.load_workbook(io.BytesIO(plain.body)).active.values)
        monkeypatch.setattr("bot.page.messages.listing.LOOKED_AT", 1)
        assert (
            "не больше 1 сообщений" in (await head.post("/messages/table", block="social", whole="yes")).html
        )
    async with await pages.came_in(SEAT[3]) as other:
        assert button not in (await other.get("/messages")).html
        assert "только те" in (await other.post("/messages/table", whole="yes")).html
    assert len([one for one in await kinds(pages) if one == "applicant-looked-at"]) == len(looks)
    assert found


async def test_an_administrator_reads_no_messages(pages: Pages) -> None:
    async with await pages.came_in(ROLE["admin"]) as admin:
        assert (await admin.get("/messages")).status == 403
        assert (await admin.get("/messages/1")).status == 403
        assert (await admin.get("/profile")).status == 200
