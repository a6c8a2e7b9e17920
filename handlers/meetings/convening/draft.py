"""What the wizard works on: a draft, or a convened meeting until it is opened (п. 3.2)."""

from __future__ import annotations

from collections.abc import Iterable

from domain.meetings import preparing
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.programme import Programme
from domain.office import reading
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.meetings.meeting import load

WORDS_KIND, FILES_KIND = "draft", "materials"


async def new_draft(request: Request) -> Meeting:
    """A meeting with every member among its participants, kept as a draft."""
    return await preparing.begin(request.uow, await request.roster(), request.actor)


async def editable(request: Request, meeting_id: int) -> Meeting:
    """The meeting, for one who may prepare it, until it is opened."""
    meeting = await load(request, meeting_id)
    preparing.require_editing(meeting, await request.roster(), request.actor)
    return meeting


async def keep_edit(request: Request, meeting: Meeting, before: Programme) -> None:
    """Save what was edited, with its audit entry."""
    await preparing.keep_edit(request.uow, request.actor, meeting, before)


def page_of(meeting: Meeting, content: dict[str, object]) -> dict[str, object]:
    """The wizard's page; of a convened meeting it says that changes are made."""
    return {**content, "changing": True} if meeting.state is MeetingState.CONVENED else content


async def show_wizard(request: Request, meeting: Meeting, content: dict[str, object] | None = None) -> None:
    """The wizard's card anew, below everything; nothing is asked."""
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "convening", meeting.entity, page_of(meeting, content or {}))


async def asking(request: Request, meeting: Meeting, what: str, of: str = "") -> dict[str, object]:
    """The page that asks for words: a place, a speaker `of` an item, a time `of` a day."""
    await request.uow.expect(
        request.actor.user_id,
        Expectation(WORDS_KIND, {"meeting": meeting.id, "what": what, "number": of}),
    )
    return {"page": "ask", "rest": f"{what}-{of}" if of else what}


def item_of(meeting: Meeting, number: str) -> AgendaItem:
    """The item with the number that a card or an expectation keeps."""
    return meeting.item(reading.whole(number) or 0)


async def release(request: Request, meeting: Meeting, items: Iterable[AgendaItem]) -> None:
    """Proposals among questions that were not considered wait for the head again, with their files."""
    await preparing.release(request.uow, request.actor, meeting, items)


def expect_private(request: Request) -> None:
    """Preparing is done in a private chat: a refusal in the group."""
    if not request.private:
        raise Refusal("private-only")
