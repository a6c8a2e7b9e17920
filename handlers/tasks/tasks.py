"""Tasks that decisions gave: reported, accepted or returned, extended (п. 4.4.3, 4.7, 3.2)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import date

from domain.office.act import Act, text_hash
from domain.office.attachment import SentFile
from domain.office.ports import Expectation
from domain.office.refusal import Refusal, required
from domain.office.typed import said
from domain.people.roster import Standing
from domain.protocols.store import StoredProtocol
from domain.tasks.task import Task, executor_accounts, head_account, tasks_of
from handlers.chat.cards import turn_or_show
from handlers.chat.files import attach
from handlers.chat.request import Request
from handlers.chat.typed import still_awaited
from handlers.tasks.taps import TaskDayTap, TaskTap

# Given


async def give_tasks(request: Request, protocol: StoredProtocol) -> None:
    """In the transaction of the signature: a task for each executor (п. 4.7), each told by its card.

    A unit's contacts find theirs on the extract, which comes once it is printed.
    """
    meeting = await request.uow.meetings.get(protocol.meeting_id)
    assert meeting is not None  # a protocol refers to its meeting
    roster = await request.roster()
    for task in tasks_of(protocol.id, protocol.record, meeting):
        await request.uow.tasks.add(task)
        data = {
            "protocol": protocol.id,
            "item": task.item,
            **({"point": task.point} if task.point else {}),
            "seat": task.seat,
            "unit": task.unit,
            "due": task.due.isoformat() if task.due else None,
            "decision": text_hash(task.decision),
        }
        await request.record(Act("task-given", task.entity, data))
        executors = executor_accounts(task, roster)
        if task.unit is not None and executors:
            continue
        for chat_id in executors or head_account(roster):
            await request.uow.outbox.card(chat_id, "task", task.entity)


# Shown


def draft_entity(task: Task, user_id: int) -> str:
    """What the files of a report belong to while it is being written."""
    return f"{task.entity}:by:{user_id}"


async def find_task(request: Request, task_id: int) -> Task:
    """The task, for someone who may see it; a refusal otherwise."""
    actor = request.actor
    if actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    if actor.seat is None and actor.unit is None:
        raise Refusal("members-only")
    task = required(await request.uow.tasks.get(task_id), "no-such-task")
    if not task.seen_by(actor, request.office.profile, (await request.roster()).duties()):
        raise Refusal("not-your-task", number=task.number)
    return task


async def show_task(request: Request, chat_id: int, task: Task, **content: object) -> None:
    """The task's card below everything else in a chat; an earlier one goes."""
    await request.uow.outbox.card_anew(chat_id, "task", task.entity, content)


async def tapped(request: Request, tap: TaskTap) -> None:
    """One act of `ACTS`, by someone who may see the task; the domain says who may do it."""
    act = ACTS[tap.act]
    task = await find_task(request, tap.task)
    await act(request, task, tap.value)


async def _keep(request: Request, task: Task, act: Act, *, acting: bool = False) -> None:
    await request.uow.tasks.save(task)
    await request.record(act, acting=acting)


async def _tell(request: Request, task: Task, chats: Iterable[int]) -> None:
    for chat_id in chats:
        if chat_id != request.chat_id:
            await show_task(request, chat_id, task)


async def _ask(request: Request, task: Task, kind: str, page: str, **content: object) -> None:
    await request.uow.expect(request.actor.user_id, Expectation(kind, {"task": task.id, **content}))
    await turn_or_show(request, "task", task.entity, {"page": page, **content})


async def _main_page(request: Request, task: Task, _: str) -> None:
    card = await request.card()
    await request.uow.expect(request.actor.user_id, None)
    for file in await request.uow.attachments.of(draft_entity(task, request.actor.user_id)):
        await request.uow.attachments.remove(file.id)
    await request.uow.outbox.turn(card, {})


async def _open(request: Request, task: Task, _: str) -> None:
    await show_task(request, request.chat_id, task)


async def _send_files(request: Request, task: Task, _: str) -> None:
    sent = 0
    for number in range(len(task.history)):
        for file in await request.uow.attachments.of(f"{task.entity}:{number}"):
            await request.uow.outbox.file(
                request.chat_id, file, request.texts("task-file", number=task.number)
            )
            sent += 1
    if not sent:
        raise Refusal("task-without-files", number=task.number)


# The executor


async def _begin_report(request: Request, task: Task, _: str) -> None:
    task.require_report(request.actor, (await request.roster()).duties())
    await _ask(request, task, "task-report", "report", note="")


async def _send_report(request: Request, task: Task, _: str) -> None:
    card = await request.card()
    if card.content.get("page") != "report":
        raise Refusal("card-outdated")
    roster = await request.roster()
    duties = roster.duties()
    note = str(card.content.get("note", ""))
    act = task.report(request.actor, duties, note, request.now, request.today)
    to = f"{task.entity}:{len(task.history) - 1}"
    await request.uow.attachments.move(draft_entity(task, request.actor.user_id), to)
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, task, act, acting=task.history[-1].acting)
    await request.uow.outbox.turn(card, {})
    if task.executed_by(request.actor):
        await _tell(request, task, head_account(roster))
    else:
        await _tell(request, task, executor_accounts(task, roster))
    request.reply("toast-task-reported", number=task.number, state=task.state.value)


async def report_words(request: Request, expectation: Expectation, text: str) -> None:
    """The note of a report."""
    task = await find_task(request, int(expectation.content["task"]))
    await _continue_report(request, task, text)


async def report_file(request: Request, expectation: Expectation, file: SentFile, caption: str) -> None:
    """A file of a report; its caption is the note."""
    task = await find_task(request, int(expectation.content["task"]))
    await attach(request, draft_entity(task, request.actor.user_id), file)
    await _continue_report(request, task, caption or str(expectation.content.get("note", "")))


async def _continue_report(request: Request, task: Task, note: str) -> None:
    duties = (await request.roster()).duties()
    if not await still_awaited(request, lambda: task.require_report(request.actor, duties)):
        return
    note = said(note) if note else ""
    await request.uow.expect(
        request.actor.user_id, Expectation("task-report", {"task": task.id, "note": note})
    )
    await show_task(request, request.chat_id, task, page="report", note=note)


async def _begin_extension(request: Request, task: Task, value: str) -> None:
    task.require_extension(request.actor)
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(await request.card(), {"page": "extend", "month": value})


async def choose_until(request: Request, tap: TaskDayTap) -> None:
    """The day until which more time is asked for."""
    task = await find_task(request, tap.task)
    task.require_extension(request.actor)
    if isinstance(tap.value, str):
        await request.uow.outbox.turn(await request.card(), {"page": "extend", "month": tap.value})
        return
    task.require_later(tap.value, request.today)
    await _ask(request, task, "task-extension", "extend-reason", until=tap.value.isoformat())


async def extension_words(request: Request, expectation: Expectation, text: str) -> None:
    """Why a later day is asked for."""
    task = await find_task(request, int(expectation.content["task"]))
    until = date.fromisoformat(str(expectation.content["until"]))
    if not await still_awaited(request, lambda: task.require_extension(request.actor)):
        return
    act = task.ask_extension(request.actor, until, said(text), request.now, request.today)
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, task, act)
    await show_task(request, request.chat_id, task)
    await _tell(request, task, head_account(await request.roster()))


# The head


async def _accept(request: Request, task: Task, _: str) -> None:
    duties = await request.duties("task")
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, task, task.accept(duties, request.now), acting=duties.acting)
    await _tell(request, task, executor_accounts(task, await request.roster()))
    request.reply("toast-task-accepted", number=task.number)


async def _begin_return(request: Request, task: Task, _: str) -> None:
    await request.duties("task")
    task.require_reported()
    await _ask(request, task, "task-return", "return")


async def return_words(request: Request, expectation: Expectation, text: str) -> None:
    """Why the report is returned."""
    duties = await request.duties("task")
    task = await find_task(request, int(expectation.content["task"]))
    if not await still_awaited(request, task.require_reported):
        return
    act = task.give_back(duties, said(text), request.now)
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, task, act, acting=duties.acting)
    await show_task(request, request.chat_id, task)
    await _tell(request, task, executor_accounts(task, await request.roster()))


async def _extend(request: Request, task: Task, _: str) -> None:
    duties = await request.duties("task")
    await _keep(request, task, task.extend(duties, request.now), acting=duties.acting)
    await _tell(request, task, executor_accounts(task, await request.roster()))
    assert task.due is not None  # it was just granted
    request.reply("toast-task-extended", number=task.number, due=task.due)


async def _decline(request: Request, task: Task, _: str) -> None:
    duties = await request.duties("task")
    await _keep(request, task, task.decline_extension(duties, request.now), acting=duties.acting)
    await _tell(request, task, executor_accounts(task, await request.roster()))
    request.reply("toast-extension-declined", number=task.number)


ACTS: Mapping[str, Callable[[Request, Task, str], Awaitable[None]]] = {
    "page": _main_page,
    "open": _open,
    "files": _send_files,
    "done": _begin_report,
    "send": _send_report,
    "extend": _begin_extension,
    "accept": _accept,
    "return": _begin_return,
    "grant": _extend,
    "decline": _decline,
}
