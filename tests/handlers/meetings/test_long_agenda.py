"""Forty questions with the longest words: every card pages, every page fits, nothing is lost or cut."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.meetings import convening, votes
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.remark import Remark
from domain.meetings.voting import Point
from domain.office.outbox import Card, Screen
from domain.office.wording import plain, shown_length
from handlers.chat.view import View
from handlers.meetings import drafts_card, meeting_card
from handlers.meetings.convening import card as wizard
from tests.handlers.shown.office import BLOCK_HEAD, CHAIR, HEAD, NOW, make, office_of
from tests.templates import Templates

COUNT = 40
GROUP = -100


def words(length: int, number: int) -> str:
    """Words of their own for a question, with what HTML and UTF-16 count otherwise."""
    unit = f"слово{number} <b>&amp; 🏗 "
    return (unit * (length // len(unit) + 1))[: length - 1].rstrip() + "."


def long_meeting() -> Meeting:
    """A draft of forty questions, each as long as one may be, with executors and long decisions."""
    meeting = Meeting(0, 9, participants=list(range(1, 10)), starts_at=NOW + timedelta(days=3))
    meeting.place = "п" * 200
    for number in range(1, COUNT + 1):
        draft = words(8000 if number % 10 == 0 else 700, number)
        item = AgendaItem(0, words(500, number), speaker="д" * 150, draft_decision=draft)
        item.executor_units, item.executor_seats = ["zhkh", "dorogi"], [2, 3, 4, 5, 6, 7]
        meeting.agenda.add(item)
    return meeting


@pytest.fixture
async def office(templates: Templates, tmp_path: Path) -> AsyncIterator[Runtime]:
    """An office of which the card of any chat can be rendered."""
    opened = office_of(await templates.copy(None, "shown", make, tmp_path / "office.db"))
    yield opened
    await opened.close()


async def pages(
    office: Runtime,
    uow: StoredUnitOfWork,
    render: Callable[[View], Awaitable[Screen | None]],
    card: Card,
    turned: Callable[[str], dict[str, Any]],
) -> list[str]:
    """The texts of all pages, come to by «›»; each fits a message and its keyboard."""
    found: list[str] = []
    content = dict(card.content)
    while True:
        shown = Card(card.id, card.chat_id, card.kind, card.subject, content)
        screen = await render(View(office.shared, uow, await uow.roster.load(), NOW, shown))
        assert screen is not None
        assert shown_length(screen.text) <= 4096
        assert sum(len(row) for row in screen.rows) <= 100 and all(row for row in screen.rows)
        found.append(plain(screen.text))
        onward = [one.data for row in screen.rows for one in row if one.text == "›"]
        if not onward:
            return found
        content = {**card.content, **turned(onward[0].rpartition(":")[2])}


def assert_whole(texts: list[str], meeting: Meeting) -> None:
    """Every question stands on exactly one page, in full, in its order."""
    assert len(texts) > 1
    together = "\n".join(texts)
    places = [together.find(f"{item.number}. {item.question}") for item in meeting.agenda]
    assert -1 not in places and places == sorted(places)
    assert sum(text.count(f"\n{item.number}. слово") for text in texts for item in meeting.agenda) == COUNT


@pytest.mark.long
async def test_every_card_of_a_long_meeting_pages_and_loses_nothing(office: Runtime) -> None:
    meeting = long_meeting()
    async with office.database.write() as uow:
        await uow.meetings.add(meeting)
        name = meeting.entity
        for place, act in (("preview", {}), ("agenda", {"page": "agenda"})):
            card = Card(1, HEAD, "convening", name, act)

            def turned(value: str, place: str = place) -> dict[str, Any]:
                assert value.startswith(f"{place}-")
                return {"page": place, "rest": value.removeprefix(f"{place}-")}

            texts = await pages(office, uow, wizard.render, card, turned)
            assert_whole(texts, meeting)
            if place == "preview":
                executors = view_executors(texts[0])
                assert all(executors in text for text in texts), "executors are named in full"

        convening.convene(meeting, CHAIR, 9, NOW)
        meeting.remarks += [Remark(1, seat, words(1000, seat), NOW, seat) for seat in range(1, 10)]
        for state in (MeetingState.CONVENED, MeetingState.OPEN):
            meeting.state, meeting.opened_at = state, NOW
            await uow.meetings.save(meeting)
            for chat in (HEAD, BLOCK_HEAD, GROUP):
                card = Card(1, chat, "meeting", name, {"agenda": 1})
                texts = await pages(office, uow, meeting_card.render, card, lambda to: {"agenda": int(to)})
                assert_whole(texts, meeting)
            panel = Card(1, HEAD, "meeting", name, {"page": "item", "item": 1})
            await pages(office, uow, meeting_card.render, panel, lambda to: {"agenda": int(to)})

        card = Card(1, HEAD, "drafts", name)
        texts = await pages(office, uow, drafts_card.render, card, lambda to: {"page": int(to)})
        said = "".join("".join(text.partition("\n")[2] for text in texts).split())
        assert all("".join(item.draft_decision.split()) in said for item in meeting.agenda)
        assert all("".join(one.text.split()) in said for one in meeting.remarks)


def view_executors(text: str) -> str:
    """What the preview says of the executors of its first question."""
    return next(line for line in text.splitlines() if line.lstrip().startswith("исполн")).strip()


async def test_an_open_meeting_shows_the_page_of_the_question_it_is_at(office: Runtime) -> None:
    meeting = long_meeting()
    meeting.state, meeting.number, meeting.opened_at = MeetingState.OPEN, 9, NOW
    meeting.agenda.hear(meeting.item(30), NOW)
    async with office.database.write() as uow:
        await uow.meetings.add(meeting)
        card = Card(1, HEAD, "meeting", meeting.entity)
        screen = await meeting_card.render(View(office.shared, uow, await uow.roster.load(), NOW, card))
        assert screen is not None and "\n30. слово30" in plain(screen.text)


async def test_points_stand_on_the_card_under_however_long_a_decision(office: Runtime) -> None:
    meeting = long_meeting()
    meeting.state, meeting.number, meeting.opened_at = MeetingState.OPEN, 9, NOW
    item = meeting.item(10)
    item.points = [Point(f"Пункт <{number}> решения") for number in (1, 2)]
    for seat in meeting.participants:
        meeting.attendance.come(seat, NOW, remote=False, marked=False)
    for alone in (False, True):
        votes.open_vote(meeting, 10, CHAIR, NOW, office.profile, by_points=alone)
        async with office.database.write() as uow:
            await uow.meetings.add(meeting)
            card = Card(1, GROUP, "meeting", meeting.entity)
            screen = await meeting_card.render(View(office.shared, uow, await uow.roster.load(), NOW, card))
        assert screen is not None
        assert ("Пункт <2> решения" in plain(screen.text)) != alone
        assert "Пункт <1> решения" in plain(screen.text)
        item.votes.clear()
