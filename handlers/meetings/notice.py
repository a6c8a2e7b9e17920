"""What a notice of a meeting offers besides the answers: draft decisions, materials, calendar, video."""

from __future__ import annotations

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, MeetingState, opens
from domain.office.outbox import Button
from domain.people.roster import Standing
from handlers.chat.parts import Rows, button
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.meetings.execution import decision_text
from handlers.meetings.taps import tap


def notice_rows(view: View, meeting: Meeting) -> Rows:
    """[Проекты решений] [Материалы] [В календарь] in a private chat, and the video link everywhere."""
    if meeting.state not in MEETING_AHEAD:
        return []
    rows: Rows = []
    if opens(meeting.link):  # one typed before links were checked strictly would lose the whole card
        rows.append((Button(view.texts("button-video"), url=meeting.link),))
    guest = view.actor is not None and view.actor.standing is Standing.GUEST
    if view.in_group or (guest and view.card.chat_id not in meeting.guests):
        return rows
    papers = []
    if any(item.draft_decision for item in meeting.agenda):
        papers.append(button(view, "drafts", tap(meeting, "drafts")))
    if any(item.materials for item in meeting.agenda):
        papers.append(button(view, "materials", tap(meeting, "files")))
    if meeting.state in (MeetingState.CONVENED, MeetingState.ADJOURNED):
        papers.append(button(view, "calendar", tap(meeting, "calendar")))
    if view.seat is not None:
        papers.append(button(view, "past", CommandTap(name="past").pack()))
    return [*rows, tuple(papers)]


def whole_draft(view: View, meeting: Meeting, item: AgendaItem, shown: int) -> Rows:
    """The way to the whole of a draft decision of which a private card shows so many characters."""
    if view.in_group or len(decision_text(view, item)) <= shown:
        return []
    return [(button(view, "whole-draft", tap(meeting, "draft", item.number)),)]
