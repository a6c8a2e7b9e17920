"""Tasks, recommendations and requests come back as they were kept, counted and found, on both engines."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from bot.storage.database import Database
from bot.storage.meetings.tables import meetings
from bot.storage.protocols.tables import protocols
from domain.office.refusal import Refusal
from domain.people.roster import Duties
from domain.requests.centre import CentreRequest, read_centre_request
from domain.requests.materials import MaterialRequest, RequestState
from domain.requests.recommendation import Recommendation, RecommendationState
from domain.tasks.lists import TaskFilter, TaskSection
from domain.tasks.task import Step, StepKind, Task, TaskState
from handlers.chat.dates import read_day

TODAY = date(2026, 11, 25)


async def protocol(database: Database) -> int:
    """A protocol for tasks to refer to."""
    async with database.write() as uow:
        meeting = {"state": "closed", "content": "{}", "starts_at": uow.now()}
        meeting_id = await uow.connection.scalar(insert(meetings).values(**meeting).returning(meetings.c.id))
        values = {"meeting_id": meeting_id, "year": 2026, "number": 1, "record": "{}", "sha256": "0" * 64}
        statement = insert(protocols).values(**values, drawn_at=uow.now()).returning(protocols.c.id)
        return int(await uow.connection.scalar(statement) or 0)


async def test_a_task_comes_back_with_its_history(database: Database) -> None:
    task = Task(0, await protocol(database), 1, TODAY, 2, "Усилить", unit="zhkh", due=TODAY)
    async with database.write() as uow:
        await uow.tasks.add(task)
        step = Step(StepKind.EXTENSION_ASKED, uow.now(), unit="zhkh", text="нет «техники»", until=TODAY)
        task.history.append(step)
        task.asked_until = TODAY
        await uow.tasks.save(task)
    async with database.read() as uow:
        assert await uow.tasks.get(task.id) == task
        assert await uow.tasks.of_decision(task.protocol_id, 2) == [task]
        assert await uow.tasks.of_decision(task.protocol_id, 1) == []


async def test_sections_hold_what_a_plain_reading_of_the_rules_puts_in_them(database: Database) -> None:
    protocol_id = await protocol(database)
    whose = [(4, None), (None, "zhkh"), (None, "dorogi")]
    dues = [None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=2), TODAY + timedelta(days=9)]
    known: list[Task] = []
    async with database.write() as uow:
        for (seat, unit), due, state in itertools.product(whose, dues, TaskState):
            done = TODAY if state in (TaskState.REPORTED, TaskState.ACCEPTED) else None
            task = Task(0, protocol_id, 1, TODAY, 1, "Решение", seat, unit, due, state, done_on=done)
            await uow.tasks.add(task)
            known.append(task)
    soon = TODAY + timedelta(days=2)
    filters: list[tuple[TaskFilter, Callable[[Task], bool]]] = [
        (TaskFilter(TODAY, soon, everyone=True), lambda task: True),
        (
            TaskFilter(TODAY, soon, seat=4, units=("zhkh",)),
            lambda task: task.seat == 4 or task.unit == "zhkh",
        ),
        (TaskFilter(TODAY, soon, units=("dorogi",)), lambda task: task.unit == "dorogi"),
        (TaskFilter(TODAY, soon, seat=9), lambda task: False),
    ]

    def belongs(task: Task, section: TaskSection) -> bool:
        open_ = task.state in (TaskState.OPEN, TaskState.RETURNED)
        if section is TaskSection.WAITING:
            return task.state is TaskState.REPORTED
        if section is TaskSection.DONE:
            return not open_
        if section is TaskSection.OPEN:
            return open_
        if task.due is None or not open_:
            return False
        return task.due < TODAY if section is TaskSection.LATE else TODAY <= task.due <= soon

    async with database.read() as uow:
        for chosen, mine in filters:
            counts = await uow.tasks.counts(chosen)
            for section in TaskSection:
                expected = {task.id for task in known if mine(task) and belongs(task, section)}
                found = await uow.tasks.page(chosen, section, 500)
                assert {task.id for task in found} == expected, section
                assert counts[section] == len(expected), section
        late = await uow.tasks.unfinished_by(TODAY)
        assert [task.due for task in late] == sorted(task.due for task in late if task.due)
        assert {task.id for task in late} == {
            task.id for task in known if task.unfinished and task.due and task.due <= TODAY
        }


async def test_words_are_found_whatever_their_case(database: Database) -> None:
    protocol_id = await protocol(database)
    async with database.write() as uow:
        for item, text in enumerate(["Ёлки убрать до 15 января", "Усилить контроль 100% дворов"], start=1):
            await uow.recommendations.add(Recommendation(0, protocol_id, 7, item, TODAY, text))
    async with database.write() as uow:
        found = {
            words: [one.item for one in await uow.recommendations.page(words, 10)]
            for words in ("ЕЛКИ", "контроль УСИЛ", "%", "100_", "7.2", "снег", "")
        }
        # What is no letter separates words: «%» alone asks for nothing, so everything is found.
        assert found == {
            "ЕЛКИ": [1],
            "контроль УСИЛ": [2],
            "%": [2, 1],
            "100_": [],
            "7.2": [2],
            "снег": [],
            "": [2, 1],
        }
        second = (await uow.recommendations.page("дворов", 1))[0]
        second.move(RecommendationState.WITHDRAWN, TODAY)
        with pytest.raises(Refusal, match="recommendation-is-so"):
            second.move(RecommendationState.WITHDRAWN, TODAY)
        await uow.recommendations.save(second)
        assert [one.item for one in await uow.recommendations.page("", 10)] == [1, 2]
        assert await uow.recommendations.count("контроль") == 1
        assert await uow.recommendations.entered(protocol_id) == [1, 2]


async def test_requests_come_back_as_they_were_kept(database: Database) -> None:
    asked = MaterialRequest(0, "Сведения", TODAY, [3, 4])
    theirs = CentreRequest(0, False, "12-34", TODAY, "Сведения за ноябрь", TODAY)
    ours = CentreRequest(0, True, "5", TODAY, "Методика")
    async with database.write() as uow:
        await uow.materials.add(asked)
        asked.send(Duties(2, acting=True), uow.now(), TODAY)
        asked.reply(4, "вот", 0, uow.now())
        await uow.materials.save(asked)
        for request in (ours, theirs):
            await uow.centre_requests.add(request)
    async with database.read() as uow:
        kept = await uow.materials.get(asked.id)
        assert kept == asked and kept.waiting == [3] and kept.state is RequestState.SENT
        assert [one.id for one in await uow.materials.sent()] == [asked.id]
        assert await uow.centre_requests.page(10) == [theirs, ours]
        assert await uow.centre_requests.unanswered_by(TODAY) == [theirs]
    async with database.write() as uow:
        theirs.give_answer("", 1, TODAY)
        await uow.centre_requests.save(theirs)
        assert await uow.centre_requests.page(10) == [ours, theirs]
        assert await uow.centre_requests.unanswered_by(TODAY) == []
        wrong = CentreRequest(0, True, "14", TODAY, "Лишний", TODAY)
        await uow.centre_requests.add(wrong)
        assert await uow.centre_requests.unanswered_by(TODAY) == [wrong]
        wrong.withdraw("Ошибка", TODAY)
        await uow.centre_requests.save(wrong)
        assert await uow.centre_requests.get(wrong.id) == wrong
        assert await uow.centre_requests.unanswered_by(TODAY) == []
        assert (await uow.centre_requests.page(10))[0] == ours


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Сведения", "centre-unreadable"),
        ("|24.11.2026||Сведения", "centre-unreadable"),
        ("5|24.11.2026||", "centre-unreadable"),
        ("5|32.11.2026||Сведения", "centre-day-unreadable"),
        ("5|24.11.2026|скоро|Сведения", "centre-day-unreadable"),
        ("5|26.11.2026||Сведения", "centre-day-ahead"),
        ("5|24.11.2026|23.11.2026|Сведения", "centre-due-before"),
        ("5" * 41 + "|24.11.2026||Сведения", "too-long"),
        ("5|24.11.2026||" + "а" * 1001, "too-long"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(text: str, key: str) -> None:
    with pytest.raises(Refusal, match=f"^{key}$"):
        read_centre_request(text, False, TODAY, read_day)


def test_a_line_is_read_with_its_bars(text: str = "12-34 | 24.11.2026 |  | О чём | и ещё") -> None:
    read = read_centre_request(text, True, TODAY, read_day)
    assert read == CentreRequest(0, True, "12-34", date(2026, 11, 24), "О чём | и ещё")
