"""Separate opinions on the card of a closed meeting."""

from __future__ import annotations

from domain.meetings import opining
from domain.meetings.meeting import Meeting
from domain.meetings.opining import opinions_until
from domain.office.outbox import Button
from domain.office.refusal import Refusal
from domain.people.names import listed_name
from domain.people.roster import holder_id
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import tap

_IN_A_ROW = 4


def opinion_lines(view: View, meeting: Meeting) -> list[str]:
    """Who holds a separate opinion on what."""
    return [
        view.texts("opinion-line", who=view.did(one.seat, one.at), item=one.item) for one in meeting.opinions
    ]


def _preview(view: View, meeting: Meeting, seat: int) -> tuple[list[str], Rows]:
    """The annex as it will stand there, and the way on or out; another text replaces it."""
    content, holder = view.card.content, view.roster.holder(seat)
    item = int(content["item"])
    lines = [
        "",
        view.texts(
            "opinion-preview",
            name=listed_name(holder.name) if holder else "",
            item=item,
            text=content["text"] or view.texts("opinion-in-file"),
            file=content["file"]["file_name"] if content["file"] else "none",
        ),
    ]
    confirm = button(view, "confirm", tap(meeting, "opined", item))
    return lines, [(confirm, button(view, "cancel", tap(meeting, "back")))]


def opinion_rows(view: View, meeting: Meeting) -> tuple[list[str], Rows]:
    """For a member who was present, within the term: the button, then the questions, then what to write."""
    seat = view.seat
    if view.in_group or seat is None:
        return [], []
    view.until(opinions_until(meeting, view.office.profile))
    try:
        opining.expect_may_opine(meeting, seat, holder_id(view.roster, seat), view.now, view.office.profile)
    except Refusal:
        return [], []
    page, back = view.card.content.get("page"), (button(view, "back", tap(meeting, "back")),)
    if page == "ask-opinion":
        asked = view.texts(
            "opinion-ask",
            item=view.card.content.get("item") or 0,
            until=opinions_until(meeting, view.office.profile),
        )
        return ["", asked], [back]
    if page == "opinion-preview":
        return _preview(view, meeting, seat)
    if page != "opinion":
        return [], [(button(view, "opinion", tap(meeting, "opinion")),)]
    items = [
        Button(view.texts("button-opinion-item", item=item.number), tap(meeting, "opine", item.number))
        for item in meeting.agenda
        if item.decided
    ]
    rows: Rows = [tuple(items[start : start + _IN_A_ROW]) for start in range(0, len(items), _IN_A_ROW)]
    rows.append((button(view, "opinion-whole", tap(meeting, "opine")),))
    return ["", view.texts("opinion-choose")], [*rows, back]
