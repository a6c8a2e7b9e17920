"""The wizard's pages of one question: who speaks, who executes, by when, with which materials."""

from __future__ import annotations

from datetime import date

from markupsafe import escape

from domain.meetings.meeting import Meeting
from domain.office import reading
from domain.office.wording import clipped
from handlers.chat.parts import Rows, button, file_rows, seat_rows
from handlers.chat.view import View
from handlers.meetings.convening.draft import item_of
from handlers.meetings.convening.parts import ask, back, page
from handlers.meetings.execution import decision_opening, due_rows, executor_rows, executors
from handlers.meetings.notice import whole_draft
from handlers.meetings.taps import DraftDueTap, DraftExecutorTap, DraftItemTap, DraftNumberTap

_DRAFT = 2000  # characters of a draft decision on the question's page


async def question(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """The question with all that is known of it."""
    item = item_of(meeting, rest)
    speaker = view.called(item.speaker_seat) if item.speaker_seat else ""
    draft = decision_opening(view, item, item.motion, _DRAFT)
    lines = [
        view.texts("draft-item", number=item.number),
        str(escape(item.question)),
        "",
        view.texts("draft-item-speaker", name=speaker or item.speaker or _none(view, "speaker")),
        view.texts("draft-item-decision", text=draft or _none(view, "decision")),
        view.texts(
            "draft-item-executors", names=", ".join(executors(view, item.motion)) or _none(view, "executors")
        ),
        view.texts("draft-item-due", day=item.due) if item.due else view.texts("draft-item-no-due"),
        view.texts("draft-item-materials", count=item.materials),
    ]

    def to(name: str) -> str:
        return page(meeting, name, item.number)

    def words(name: str) -> str:
        return ask(meeting, name, item.number)

    def does(act: str) -> str:
        return DraftNumberTap(act=act, meeting=meeting.id, value=item.number).pack()

    rows: Rows = [
        (button(view, "item-question", words("question")), button(view, "item-speaker", to("speakers"))),
        (button(view, "item-decision", words("decision")), button(view, "item-executors", to("executors"))),
        (
            button(view, "item-due", to("due")),
            button(view, "item-materials", to("materials")),
        ),
        (button(view, "item-points", words("points")),),
        (button(view, "item-remove", does("remove")),),
        *whole_draft(view, meeting, item, _DRAFT),
    ]
    if item.number > 1:
        rows.append((button(view, "item-up", does("up")),))
    return lines, [*rows, back(view, meeting, "agenda", item.number)]


def _none(view: View, what: str) -> str:
    return view.texts("draft-none", what=what)


async def speakers(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Who may speak."""
    number = item_of(meeting, rest).number

    def chosen(seat: int) -> str:
        return DraftItemTap(act="speaker", meeting=meeting.id, value=(number, seat)).pack()

    rows = seat_rows(view, chosen, set())
    rows.append(
        (
            button(view, "other-speaker", ask(meeting, "speaker", number)),
            button(view, "no-speaker", chosen(0)),
        )
    )
    return [view.texts("draft-choose-speaker")], [*rows, back(view, meeting, "item", number)]


async def executors_page(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Units and seats that may execute, a page of units at a time."""
    of, _, start = rest.partition("-")
    item = item_of(meeting, of)

    def chosen(who: int | str) -> str:
        return DraftExecutorTap(act="executor", meeting=meeting.id, value=(item.number, who)).pack()

    def turn(start: int) -> str:
        return page(meeting, "executors", item.number, start)

    rows = executor_rows(view, item.motion, reading.whole(start) or 0, chosen, turn)
    lines = [view.texts("draft-choose-executors"), *executors(view, item.motion)]
    return lines, [*rows, back(view, meeting, "item", item.number)]


async def due(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """A calendar of the day by which it is to be done."""
    of, _, month = rest.partition("-")
    number = item_of(meeting, of).number

    def chosen(value: date | str) -> str:
        return DraftDueTap(act="due", meeting=meeting.id, value=(number, value)).pack()

    rows = due_rows(view, month, chosen, button(view, "other-date", ask(meeting, "due", number)))
    return [view.texts("draft-choose-due")], [*rows, back(view, meeting, "item", number)]


async def materials(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Files of the question, each of which may be taken off; more are awaited."""
    item = item_of(meeting, rest)
    files = list(await view.uow.attachments.of(meeting.materials(item)))

    def taken_off(file: int) -> str:
        return DraftItemTap(act="unfile", meeting=meeting.id, value=(item.number, file)).pack()

    rows = file_rows(view, files, taken_off)
    lines = [
        view.texts("draft-materials", number=item.number, count=len(files)),
        *(f"· {escape(clipped(file.file_name, 60))}" for file in files),
        view.texts("files-ask"),
    ]
    return lines, [*rows, back(view, meeting, "item", item.number)]
