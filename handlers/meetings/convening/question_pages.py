"""The wizard's pages of one question: who speaks, who executes, by when, with which materials."""

from __future__ import annotations

from datetime import date

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.office import reading
from domain.office.outbox import Button
from domain.office.wording import clipped
from handlers.chat.calendar_grid import month_of, month_rows
from handlers.chat.parts import Rows, button, file_rows, paging, seat_rows
from handlers.chat.view import View
from handlers.meetings.convening.draft import item_of
from handlers.meetings.convening.parts import ask, back, page
from handlers.meetings.taps import DraftDueTap, DraftExecutorTap, DraftItemTap, DraftNumberTap

_UNITS_A_PAGE = 8


async def question(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """The question with all that is known of it."""
    item = item_of(meeting, rest)
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
        (button(view, "item-remove", does("remove")),),
    ]
    if item.number > 1:
        rows.append((button(view, "item-up", does("up")),))
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
    item, first = item_of(meeting, of), reading.whole(start) or 0
    units = view.office.profile.units

    def chosen(who: int | str) -> str:
        return DraftExecutorTap(act="executor", meeting=meeting.id, value=(item.number, who)).pack()

    rows: Rows = [
        (
            Button(
                f"{'✓ ' if unit.key in item.executor_units else ''}{clipped(unit.title, 50)}",
                chosen(unit.key),
            ),
        )
        for unit in units[first : first + _UNITS_A_PAGE]
    ]
    rows += paging(
        first, _UNITS_A_PAGE, len(units), lambda start: page(meeting, "executors", item.number, start)
    )
    seats = tuple(
        Button(
            f"{'✓' if seat.number in item.executor_seats else ''}{seat.number}",
            chosen(seat.number),
        )
        for seat in view.office.profile.seats
    )
    rows += [seats[:5], seats[5:]]
    lines = [view.texts("draft-choose-executors"), *executors(view, item)]
    return lines, [*rows, back(view, meeting, "item", item.number)]


async def due(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    """A calendar of the day by which it is to be done."""
    of, _, month = rest.partition("-")
    number = item_of(meeting, of).number

    def chosen(value: date | str) -> str:
        return DraftDueTap(act="due", meeting=meeting.id, value=(number, value)).pack()

    rows: Rows = [
        *month_rows(
            view.texts,
            month_of(month, view.now.date()),
            view.now.date(),
            chosen,
            view.office.calendar,
        ),
        (
            button(view, "other-date", ask(meeting, "due", number)),
            button(view, "no-due", chosen("none")),
        ),
    ]
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
