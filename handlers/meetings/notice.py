"""What a notice of a meeting offers besides the answers: draft decisions, materials, calendar, video."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, MeetingState, opens
from domain.office.outbox import Button, Screen
from handlers.chat.parts import Rows, button, turning
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.meetings.execution import decision_text
from handlers.meetings.taps import MeetingTap

_FITS = 3500
_PART = 2900


def _tap(meeting: Meeting, act: str, value: int = 0) -> str:
    return MeetingTap(act=act, meeting=meeting.id, value=value).pack()


def notice_rows(view: View, meeting: Meeting) -> Rows:
    """[Проекты решений] [Материалы] [В календарь] in a private chat, and the video link everywhere."""
    if meeting.state not in MEETING_AHEAD:
        return []
    rows: Rows = []
    if opens(meeting.link):  # one typed before links were checked strictly would lose the whole card
        rows.append((Button(view.texts("button-video"), url=meeting.link),))
    if view.in_group:
        return rows
    papers = []
    if any(item.draft_decision for item in meeting.agenda):
        papers.append(button(view, "drafts", _tap(meeting, "drafts")))
    if any(item.materials for item in meeting.agenda):
        papers.append(button(view, "materials", _tap(meeting, "files")))
    if meeting.state in (MeetingState.CONVENED, MeetingState.ADJOURNED):
        papers.append(button(view, "calendar", _tap(meeting, "calendar")))
    past = () if view.seat is None else (button(view, "past", CommandTap(name="past").pack()),)
    return [*rows, tuple(papers), past]


async def render_drafts(view: View) -> Screen | None:
    """Draft decisions, as many questions a page as fit."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    pages, first = _pages(view, meeting.agenda)
    wanted = view.card.content.get("page", first.get(view.card.content.get("item")))
    page = wanted if isinstance(wanted, int) and 0 <= wanted < len(pages) else 0
    heading = view.texts("drafts-heading", number=meeting.number or 0, page=page + 1, pages=len(pages))
    moves = turning(page, page + 1 < len(pages), lambda to: _tap(meeting, "drafts", to))
    return Screen("\n".join([heading, *pages[page]]), (moves,) if moves else ())


def whole_draft(view: View, meeting: Meeting, item: AgendaItem, shown: int) -> Rows:
    """The way to the whole of a draft decision of which a private card shows so many characters."""
    if view.in_group or len(decision_text(view, item)) <= shown:
        return []
    return [(button(view, "whole-draft", _tap(meeting, "draft", item.number)),)]


def _pages(view: View, agenda: Iterable[AgendaItem]) -> tuple[list[list[str]], dict[object, int]]:
    """Pages of lines, and on which of them each question begins."""
    pages: list[list[str]] = [[]]
    first: dict[object, int] = {}
    room = _FITS
    for item in agenda:
        draft = decision_text(view, item) or view.texts("draft-none", what="decision")
        title = f"<b>{item.number}. {escape(item.question)}</b>"
        for number, part in enumerate(_parts(draft)):
            size = len(part) + (0 if number else len(item.question)) + 40
            if size > room and pages[-1]:
                pages.append([])
                room = _FITS
            first.setdefault(item.number, len(pages) - 1)
            pages[-1] += ["", *([] if number else [title]), str(escape(part))]
            room -= size
    return pages, first


def _parts(draft: str) -> Iterable[str]:
    """The draft in parts that fit a page, cut at the ends of lines or of words."""
    while len(draft) > _PART:
        ends = (draft.rfind("\n", _PART // 2, _PART), draft.rfind(" ", _PART // 2, _PART), _PART)
        cut = next(end for end in ends if end > 0)
        yield draft[:cut]
        draft = draft[cut:].lstrip()
    yield draft
