"""«Об исполнении решений»: the opening question of the next meeting, with the table of tasks (п. 4.4.3)."""

from __future__ import annotations

from html import unescape

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.office.attachment import TASK_TABLE
from domain.office.refusal import Refusal
from domain.tasks.lists import execution_of
from handlers.chat.request import Request
from handlers.meetings.convening.draft import editable, keep_edit, new_draft, page_of, show_wizard
from handlers.meetings.taps import DraftTap
from handlers.tasks.taps import TasksTap


async def into_draft(request: Request, tap: DraftTap) -> None:
    """The wizard's «Об исполнении решений»."""
    meeting = await editable(request, tap.meeting)
    await add_follow_up(request, meeting)
    await request.uow.outbox.turn(await request.card(), page_of(meeting, {}))


async def from_list(request: Request, tap: TasksTap) -> None:
    """«В повестку» under the list: the draft begun before, else a new one."""
    await request.duties("convene")
    meeting = await request.uow.meetings.draft_of(request.chat_id, "convening") or await new_draft(request)
    await add_follow_up(request, meeting)
    await show_wizard(request, meeting)


async def add_follow_up(request: Request, meeting: Meeting) -> None:
    """Put the question first, with its figures and the table, which the bot makes, as its material."""
    question = unescape(request.texts("follow-up-question"))
    if any(item.question == question for item in meeting.agenda):
        raise Refusal("follow-up-is-there")
    tasks = await request.uow.tasks.to_account_for()
    if not tasks:
        raise Refusal("no-tasks-to-follow")
    figures = execution_of(tasks, request.today, request.office.calendar)
    late = [task.number for task in tasks if task.unfinished and task.due and task.due < request.today]
    draft = request.texts(
        "follow-up-draft",
        total=figures.total,
        done=figures.done,
        in_time=figures.in_time,
        open=figures.open + figures.waiting,
        late=figures.late,
        numbers=", ".join(dict.fromkeys(late)),
    )
    before = meeting.programme()
    head = request.office.profile.head_seat
    item = meeting.agenda.add(AgendaItem(0, question, speaker_seat=head, draft_decision=unescape(draft)))
    while item.number > 1:
        meeting.agenda.raise_item(item.number)
    name = unescape(request.texts("task-table-file", day=request.today))
    await request.uow.attachments.add_made(meeting.materials(item), TASK_TABLE, name, request.actor.user_id)
    item.materials = 1
    await keep_edit(request, meeting, before)
    request.reply("toast-follow-up", count=figures.total)
