"""The wizard's pages of one question: who speaks, who executes, by when, with which materials."""

from __future__ import annotations

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from domain.office.wording import clipped
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button, file_rows, seat_rows
from handlers.chat.view import View
from handlers.meetings.convening.parts import back, tap

_UNITS_A_PAGE = 8


async def question(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """The question with all that is known of it."""
    item = meeting.item(int(rest))
    speaker = view.texts("seat-name", seat=item.speaker_seat) if item.speaker_seat else ""
    lines = [
        view.texts("draft-item", number=item.number),
        str(escape(item.question)),
        "",
        view.texts("draft-item-speaker", name=speaker or item.speaker or _none(view, "speaker")),
        view.texts("draft-item-decision", text=item.draft_decision or _none(view, "decision")),
        view.texts(
            "draft-item-executors", names=", ".join(executors(view, item)) or _none(view, "executors")
        ),
        view.texts("draft-item-due", day=item.due) if item.due else view.texts("draft-item-no-due"),
        view.texts("draft-item-materials", count=item.materials),
    ]

    def page(name: str) -> str:
        return tap(meeting, "page", f"{name}-{item.number}")

    def ask(name: str) -> str:
        return tap(meeting, "ask", f"{name}-{item.number}")

    rows: Rows = [
        (button(view, "item-question", ask("question")), button(view, "item-speaker", page("speakers"))),
        (button(view, "item-decision", ask("decision")), button(view, "item-executors", page("executors"))),
        (
            button(view, "item-due", page("due")),
            button(view, "item-materials", page("materials")),
        ),
        (button(view, "item-remove", tap(meeting, "remove", rest)),),
    ]
    if item.number > 1:
        rows.append((button(view, "item-up", tap(meeting, "up", rest)),))
    return lines, [*rows, back(view, meeting, "agenda")]


def _none(view: View, what: str) -> str:
    return view.texts("draft-none", what=what)


def executors(view: View, item: AgendaItem) -> list[str]:
    """Who executes: units' titles and seats."""
    profile = view.office.profile
    units = [unit.title for unit in profile.units if unit.key in item.executor_units]
    return [*units, *(view.texts("seat-name", seat=seat) for seat in item.executor_seats)]


async def speakers(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Who may speak."""
    rows = seat_rows(view, lambda seat: tap(meeting, "speaker", f"{rest}-{seat}"), set())
    rows.append(
        (
            button(view, "other-speaker", tap(meeting, "ask", f"speaker-{rest}")),
            button(view, "no-speaker", tap(meeting, "speaker", f"{rest}-0")),
        )
    )
    return [view.texts("draft-choose-speaker")], [*rows, back(view, meeting, f"item-{rest}")]


async def executors_page(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Units and seats that may execute, a page of units at a time."""
    number, _, start = rest.partition("-")
    item = meeting.item(int(number))
    first = int(start or 0)
    units = view.office.profile.units
    rows: Rows = [
        (
            Button(
                f"{'✓ ' if unit.key in item.executor_units else ''}{clipped(unit.title, 50)}",
                tap(meeting, "executor", f"{number}-{unit.key}"),
            ),
        )
        for unit in units[first : first + _UNITS_A_PAGE]
    ]
    moves = []
    if first > 0:
        moves.append(Button("‹", tap(meeting, "page", f"executors-{number}-{first - _UNITS_A_PAGE}")))
    if first + _UNITS_A_PAGE < len(units):
        moves.append(Button("›", tap(meeting, "page", f"executors-{number}-{first + _UNITS_A_PAGE}")))
    seats = tuple(
        Button(
            f"{'✓' if seat.number in item.executor_seats else ''}{seat.number}",
            tap(meeting, "executor", f"{number}-{seat.number}"),
        )
        for seat in view.office.profile.seats
    )
    rows += [tuple(moves), seats[:5], seats[5:]]
    lines = [view.texts("draft-choose-executors"), *executors(view, item)]
    return lines, [*rows, back(view, meeting, f"item-{number}")]


async def due(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """A calendar of the day by which it is to be done."""
    number, _, month = rest.partition("-")
    meeting.item(int(number))
    rows: Rows = [
        *month_rows(
            view.texts,
            month_of(month, view.now.date()),
            view.now.date(),
            lambda day: tap(meeting, "due", f"{number}-{day}"),
            view.office.calendar,
        ),
        (
            button(view, "other-date", tap(meeting, "ask", f"due-{number}")),
            button(view, "no-due", tap(meeting, "due", f"{number}-none")),
        ),
    ]
    return [view.texts("draft-choose-due")], [*rows, back(view, meeting, f"item-{number}")]


async def materials(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """Files of the question, each of which may be taken off; more are awaited."""
    item = meeting.item(int(rest))
    files = list(await view.uow.attachments.of(meeting.materials(item)))
    rows = file_rows(view, files, lambda file: tap(meeting, "unfile", f"{rest}-{file}"))
    lines = [
        view.texts("draft-materials", number=item.number, count=len(files)),
        *(f"· {escape(clipped(file.file_name, 60))}" for file in files),
        view.texts("files-ask"),
    ]
    return lines, [*rows, back(view, meeting, f"item-{rest}")]
