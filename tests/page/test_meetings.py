"""Meetings on the page: an agenda built and rebuilt, its materials, the hall's screen, every state."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from domain.meetings import convening, votes
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.voting import Choice
from domain.protocols.record import AmendmentRecord, ItemRecord
from tests.browser import Page
from tests.documents.test_documents_sample import record
from tests.page.conftest import SEAT, Answer, Browser, Pages
from tests.page.test_browser import come_in


def fields(answer: Answer) -> dict[str, str]:
    """What the form of an agenda holds, as a browser would send it."""
    inputs = re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', answer.html)
    areas = re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)</textarea>', answer.html)
    return {name: value for name, value in [*inputs, *areas] if name.split("-")[0] in _FIELDS}


_FIELDS = ("state", "place", "question", "speaker", "decision")


async def drafted(head: Browser, *questions: str) -> str:
    """The way to a new draft's agenda with these questions."""
    way = (await head.post("/meetings")).path.removeprefix("/office").partition("?")[0]
    for question in questions:
        form = fields(await head.get(way))
        await head.post(way, **form | {"question-new": question, "decision-new": f"Решить: {question}"})
    return way


async def meeting_at(pages: Pages, way: str) -> Meeting:
    """The meeting whose agenda stands there."""
    async with pages.runtime.database.read() as uow:
        found = await uow.meetings.get(int(way.split("/")[2]))
    assert found is not None
    return found


async def convene(pages: Pages, way: str, **changed: Any) -> Meeting:
    """The draft is sent out, in the past tense of what its chair did in the chat."""
    async with pages.runtime.database.write() as uow:
        meeting = await uow.meetings.get(int(way.split("/")[2]))
        roster = await uow.roster.load()
        duties = roster.duties()
        assert meeting is not None
        assert duties is not None
        meeting.starts_at = pages.clock.now() + timedelta(minutes=10)
        convening.convene(meeting, duties, 7, pages.clock.now())
        for name, value in changed.items():
            setattr(meeting, name, value)
        await uow.meetings.save(meeting)
    return meeting


async def voting(pages: Pages, meeting_id: int) -> None:
    """Ten minutes later all are there; one has voted on the first question, which its chair amended."""
    async with pages.runtime.database.write() as uow:
        roster, now = await uow.roster.load(), pages.clock.now()
        found = await uow.meetings.get(meeting_id)
        duties = roster.duties()
        assert found is not None
        assert duties is not None
        for seat in range(1, 10):
            holder = roster.holder(seat)
            found.check_in(seat, now, pages.runtime.profile, holder=holder.id if holder else None)
        pages.pass_time(minutes=10)
        found.open(duties, pages.clock.now(), pages.runtime.profile)
        found.agenda.item(1).amend("Иначе", duties, pages.clock.now())
        votes.open_vote(found, 1, duties, pages.clock.now(), pages.runtime.profile)
        votes.cast(found, 1, 2, Choice.FOR, pages.clock.now())
        await uow.meetings.save(found)


async def test_an_agenda_is_built_rearranged_and_cut(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег", "Вода", "Свет")
        form = fields(await head.get(way))
        first, second, third = (one.key for one in (await meeting_at(pages, way)).agenda)
        changed = {
            f"place-{first}": "3",
            f"place-{third}": "1",
            f"speaker-{second}": "место 4",
            f"decision-{third}": "Первое\r\nВторое",
            f"question-{first}": "  Уборка   снега ",
        }
        answer = await head.post(way, **form | changed)
        assert "Повестка сохранена" in answer.text
        agenda = (await meeting_at(pages, way)).agenda
        assert [(one.number, one.key, one.question) for one in agenda] == [
            (1, third, "Свет"),
            (2, second, "Вода"),
            (3, first, "Уборка снега"),
        ]
        assert agenda.item(1).draft_decision == "Первое\nВторое"
        assert agenda.item(2).speaker_seat == 4
        form = fields(await head.get(way))
        await head.post(way, **form | {f"out-{second}": "1"})
        assert [one.key for one in (await meeting_at(pages, way)).agenda] == [third, first]


async def test_what_is_wrong_with_an_agenda_changes_nothing(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег", "Вода")
        before = await meeting_at(pages, way)
        form, key = fields(await head.get(way)), before.agenda[0].key
        for changed in (
            {f"place-{key}": "0"},
            {f"place-{key}": "²"},
            {f"question-{key}": " "},
            {f"question-{key}": "щ" * 501},
            {f"decision-{key}": "щ" * 8001},
            {f"speaker-{key}": "место 99"},
            {f"speaker-{key}": "щ" * 200},
            {"state": "another"},
        ):
            answer = await head.post(way, **form | changed)
            assert answer.status in (400, 403), changed
        assert (await meeting_at(pages, way)).programme() == before.programme()
        other = await head.post(way, **form | {"question-new": "Свет"})
        assert "Повестка сохранена" in other.text
        late = await head.post(way, **form | {"question-new": "Ещё"})
        assert "повестку изменили" in late.text


async def test_a_convened_agenda_is_its_chairs_and_says_that_nobody_knows_yet(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[4]) as member:
        assert (await member.post("/meetings")).status == 403
        way = await drafted(head, "Снег")
        assert (await member.get(way)).status == 403
        assert (await member.get(way.removesuffix("/agenda"))).status == 404
        meeting = await convene(pages, way)
        assert (await member.get(way)).status == 403
        form = fields(await head.get(way))
        answer = await head.post(way, **form | {"question-new": "Вода"})
        assert "сообщите им в чате" in answer.text
        assert len((await meeting_at(pages, way)).untold()) == 1
        only = form | {"state": fields(await head.get(way))["state"]}
        out = {f"out-{one.key}": "1" for one in (await meeting_at(pages, way)).agenda}
        rows = fields(await head.get(way)) | only | out
        assert (await head.post(way, **rows)).status == 403, "a convened meeting keeps a question"
        assert meeting.number == 7


async def test_materials_are_given_out_with_their_question_alone(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег")
        meeting = await convene(pages, way)
        item = meeting.agenda[0]
        async with pages.runtime.database.write() as uow:
            uow_meeting = await uow.meetings.get(meeting.id)
            assert uow_meeting is not None
            entity = uow_meeting.materials(uow_meeting.agenda[0])
            file = await uow.attachments.add(entity, "gone", 'смета "1".pdf', 10, SEAT[1], photo=False)
            other = await uow.attachments.add("task:1", "other", "чужое.pdf", 10, SEAT[1], photo=False)
            uow_meeting.agenda[0].materials = 1
            await uow.meetings.save(uow_meeting)
        shown = await head.get(f"/meetings/{meeting.id}")
        assert 'смета "1".pdf' in shown.text
        assert item.key == 1
        assert (await head.get(f"/meetings/{meeting.id}/materials/{other}")).status == 404
        # No messenger listens here: said in words, not as an error of the page.
        refused = await head.get(f"/meetings/{meeting.id}/materials/{file}")
        assert (refused.status, "не удаётся получить" in refused.text) == (403, True)


async def test_a_file_is_given_to_a_question_and_taken_away(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[4]) as member:
        way = await drafted(head, "Снег", "Вода")
        drafts = way.removesuffix("/agenda")
        key = (await meeting_at(pages, way)).agenda[1].key

        async def give(browser: Browser, name: str, content: bytes, item: int = key) -> Answer:
            await browser.get("/roster")
            form = aiohttp.FormData(quote_fields=False)  # as browsers send it
            form.add_field("file", content, filename=name)
            return await browser.post(f"{drafts}/materials", data=form, item=str(item))

        shown = await give(head, "../смета <1>.pdf", b"%PDF-1.7 so many roubles")
        assert "2. Вода: ../смета <1>.pdf" in shown.text
        assert (await meeting_at(pages, way)).agenda[1].materials == 1
        assert (await give(member, "чужое.pdf", b"x")).status == 403
        assert (await give(head, "пустое.pdf", b"")).status == 400
        assert (await give(head, "мимо.pdf", b"x", item=99)).status == 400
        file = re.search(r'name="remove" value="(\d+)"', shown.html)
        assert file
        await convene(pages, way)
        taken = await member.get(f"{drafts}/materials/{file[1]}")
        assert taken.body == b"%PDF-1.7 so many roubles"
        assert taken.headers["Content-Disposition"].startswith("attachment;")
        await head.get(way)
        assert (await head.post(f"{drafts}/materials", item=str(key), remove="999")).status == 403
        await head.post(f"{drafts}/materials", item=str(key), remove=file[1])
        assert (await meeting_at(pages, way)).agenda[1].materials == 0
        assert (await member.get(f"{drafts}/materials/{file[1]}")).status == 404


async def test_the_hall_shows_the_roll_and_the_vote(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег", "Вода")
        meeting = await convene(pages, way)
        hall = f"/meetings/{meeting.id}/hall"
        waiting = await head.get(hall)
        assert "Присутствуют 0 из 9, для кворума нужно 5" in waiting.text
        assert waiting.headers["Refresh"] == f"3;url=/office{hall}"
        assert "Refresh" not in (await head.get(f"{hall}?still=1")).headers
        await voting(pages, meeting.id)
        shown = await head.get(hall)
        assert "Вопрос 1 из 2" in shown.text
        assert "за 1" in shown.text
        assert "Ждём 8" in shown.text
        whole = await head.get(f"/meetings/{meeting.id}")
        assert "Проект решения Иначе Прежний проект Решить: Снег (до 08:35)" in whole.text


@pytest.mark.parametrize("state", sorted(set(MeetingState) - {MeetingState.DISCARDED}))
async def test_a_meeting_in_any_state_opens_or_is_not_there(pages: Pages, state: MeetingState) -> None:
    """One that goes on another day made the whole list fail."""
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег")
        await convene(pages, way, state=state)
        listed = await head.get("/meetings")
        assert listed.status == 200
        assert "page-meeting" not in listed.text
        shown = await head.get(way.removesuffix("/agenda"))
        assert shown.status == (404 if state is MeetingState.DRAFT else 200)
        assert "page-meeting" not in shown.text


async def test_a_protocol_stands_beside_its_draft(pages: Pages) -> None:
    """What was brought, what was adopted; an amended question as it came to the meeting."""
    at = pages.clock.now()
    items = (
        ItemRecord(1, "Снег", "", "доклад о снеге", "Убрать снег", (), "Убрать снег до пятницы"),
        replace(
            ItemRecord(2, "Вода", "", "", "Починить трубу", (), ""),
            amendments=(AmendmentRecord("Посмотреть трубу", at, "Член", acting=False),),
        ),
        ItemRecord(3, "Разное", "", "", "", (), ""),
        replace(ItemRecord(4, "Дорога", "", "", "Чинить", (), ""), dropped_at=at),
    )
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег", "Вода")
        meeting = await convene(pages, way, state=MeetingState.CLOSED)
        assert "Протокол рядом" not in (await head.get(f"/meetings/{meeting.id}")).text
        async with pages.runtime.database.write() as uow:
            await uow.protocols.add(meeting.id, record(*items), 2026)
        shown = await head.get(f"/meetings/{meeting.id}")
    beside = " ".join(shown.text.partition("Протокол рядом с проектом")[2].split())
    for words in (
        "1. Снег Убрать снег Слушали: доклад о снеге Убрать снег до пятницы",
        "2. Вода Посмотреть трубу Не голосовали.",
        "3. Разное — Не рассматривался.",
        "4. Дорога Чинить Снят с рассмотрения.",
    ):
        assert words in beside


async def test_the_wall_turns_its_sheets(pages: Pages) -> None:
    async with await pages.came_in(SEAT[1]) as head, await pages.came_in(SEAT[4]) as block:
        way, seen = "/wall", set()
        for _ in range(6):
            sheet = await head.get(way)
            assert sheet.status == 200
            way = sheet.headers["Refresh"].removeprefix("20;url=/office")
            heading = re.search(r"<h1>([^<]+)</h1>", sheet.html)
            assert heading is not None
            seen.add(heading[1])
        assert len(seen) == 6
        assert way == "/wall?turn=0"
        assert (await head.get("/wall?turn=x")).status == 200
        assert (await block.get("/wall")).text != (await head.get("/wall")).text


@pytest.mark.long
async def test_an_agenda_by_the_mouse_and_by_the_keyboard(pages: Pages, page: Page) -> None:
    async with await pages.came_in(SEAT[1]) as head:
        way = await drafted(head, "Снег", "Вода", "Свет")
    await come_in(pages, page, 1)
    await page.visit(pages.url + way)
    await page.look(1280, 1600, dark=False)
    order = "[...document.querySelectorAll('[data-drag] [name^=question]')].map((i) => i.value).join()"
    assert await page.value(order) == "Снег,Вода,Свет"
    middle = (
        "(() => { const r = document.querySelectorAll('%s')[%d].getBoundingClientRect();"
        " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
    )
    x, y = await page.value(middle % (".handle", 2))
    onto_x, onto_y = await page.value(middle % (".handle", 0))
    for kind, at_x, at_y in (
        ("mousePressed", x, y),
        ("mouseMoved", x, (y + onto_y) / 2),
        ("mouseMoved", onto_x, onto_y),
        ("mouseReleased", onto_x, onto_y),
    ):
        held = {"button": "left", "buttons": 1, "clickCount": 1}
        await page.command("Input.dispatchMouseEvent", type=kind, x=at_x, y=at_y, **held)
    assert await page.value(order) == "Свет,Снег,Вода"
    await page.value("document.querySelectorAll('.handle')[2].focus()")
    await page.command("Input.dispatchKeyEvent", type="keyDown", key="ArrowUp")
    assert await page.value(order) == "Свет,Вода,Снег"
    await page.sees("Вопрос теперь на месте 2", "[role=status]")
    for button in ("Ниже", "Выше"):  # whoever neither drags nor knows of arrows (WCAG 2.5.7)
        await page.click(f"[data-drag]:nth-child(2) button[title={button}]")
        assert await page.value(f"document.activeElement.title === '{button}'")
        assert await page.value(order) == ("Свет,Снег,Вода" if button == "Ниже" else "Снег,Свет,Вода")
    await page.click("[data-drag]:nth-child(1) button[title=Ниже]")
    await page.click("[data-drag]:nth-child(2) button[title=Ниже]")
    assert await page.value(order) == "Свет,Вода,Снег"
    await page.value(
        "window.before = true; document.querySelector('form[action$=agenda] button.main').click()"
    )
    await page.until("!window.before && document.readyState === 'complete'")
    await page.until("document.activeElement.matches('[role=status]')")
    await page.sees("Повестка сохранена", "[autofocus]")
    assert [one.question for one in (await meeting_at(pages, way)).agenda] == ["Свет", "Вода", "Снег"]


@pytest.mark.long
async def test_a_block_is_changed_where_it_stands(pages: Pages, page: Page) -> None:
    await come_in(pages, page, 1)
    await page.visit(f"{pages.url}/messages")
    await page.value("window.before = true; document.querySelector('a[data-opens]').focus()")
    number = await page.value("document.querySelector('input[name=id]').value")
    await page.command("Input.dispatchKeyEvent", type="keyDown", key="b", text="b")
    await page.value(
        "(() => { const s = document.querySelector('td[data-edits] select');"
        " s.selectedIndex = (s.selectedIndex + 1) % s.options.length; window.chosen = s.value;"
        " sessionStorage.chosen = s.value; s.dispatchEvent(new Event('change')); })()"
    )
    await page.until("!window.before && document.readyState === 'complete'")
    assert await page.value("location.pathname") == "/office/messages"
    assert await page.value("document.activeElement.id") == f"row-{number}"
    await page.sees("записано", "tr.changed")
    assert not await page.value("location.search.includes('changed')")
    chosen = await page.value("sessionStorage.chosen")
    async with pages.runtime.database.read() as uow:
        found = await uow.messages.get(int(number))
    assert found is not None
    assert found.block == chosen
