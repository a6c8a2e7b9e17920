"""«Об исполнении решений»: when the wizard offers it as the opening question."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.tasks.lists import TaskFilter, TaskSection
from handlers.chat.view import View


async def offers_follow_up(view: View, meeting: Meeting) -> bool:
    """Whether there are tasks to speak of and the agenda does not have the question yet."""
    if any(item.question == view.texts("follow-up-question") for item in meeting.agenda):
        return False
    today = view.now.date()
    counts = await view.uow.tasks.counts(TaskFilter(today, today, everyone=True))
    return bool(counts[TaskSection.OPEN] or counts[TaskSection.DONE])
