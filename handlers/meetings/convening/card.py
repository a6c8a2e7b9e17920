"""The wizard of a meeting: one card whose pages fill the draft; its first page is the preview."""

from __future__ import annotations

from collections.abc import Mapping

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form, MeetingState
from domain.meetings.voting import quorum_needed
from domain.office import reading
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.office.wording import clipped, literal
from handlers.chat.parts import Rows, button, paging, seat_rows
from handlers.chat.view import View
from handlers.meetings.agenda_pages import agenda_page
from handlers.meetings.convening import changing_pages, guest_pages, moment_pages, question_pages
from handlers.meetings.convening.draft import item_of
from handlers.meetings.convening.parts import Page, ask, back, page, tap
from handlers.meetings.convening.preview import below_quorum, preview, regular
from handlers.meetings.meeting_card import question
from handlers.meetings.taps import DraftFormTap, DraftNumberTap

_PROPOSALS_A_PAGE = 8
_ASKED_ON = {"question": "agenda", "time": "date", "link": "form", "guest": "guests"}


async def render(view: View) -> Screen | None:
    """The page the card stands on; a convened or discarded draft shows what became of it."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    if meeting.state is MeetingState.DISCARDED:
        return Screen(view.texts("draft-discarded"))
    if meeting.state is MeetingState.CANCELLED:
        return Screen(view.texts("draft-cancelled", number=meeting.number or 0, reason=meeting.cancel_reason))
    changing_it = meeting.state is MeetingState.CONVENED and view.card.content.get("changing")
    if meeting.state is not MeetingState.DRAFT and not changing_it:
        return Screen(
            view.texts("draft-sent", number=meeting.number or 0, moment=meeting.starts_at or view.now)
        )
    shown = _PAGES.get(str(view.card.content.get("page", "")), preview)
    try:
        lines, rows = await shown(view, meeting, str(view.card.content.get("rest", "")))
    except Refusal:  # the question was removed meanwhile
        lines, rows = await preview(view, meeting, "")
    return Screen("\n".join(lines), tuple(row for row in rows if row))


async def _discard(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    return [view.texts("draft-discard")], [
        (
            button(view, "confirm", tap(meeting, "discard")),
            button(view, "back", page(meeting, "preview")),
        )
    ]


async def _form(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    rows: Rows = [
        (
            Button(
                view.texts("button-form-name", form=form.value),
                DraftFormTap(act="form", meeting=meeting.id, value=form).pack(),
            ),
        )
        for form in Form
    ]
    return [view.texts("draft-choose-form")], [*rows, back(view, meeting)]


async def _agenda(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    heading = view.texts("draft-agenda")
    shown = agenda_page(
        view,
        [(item, question(view, item)) for item in meeting.agenda],
        [heading],
        reading.whole(rest) or 1,
        lambda number: page(meeting, "agenda", number),
    )
    rows: Rows = [shown.moves]
    for item in shown.items:
        title = f"{item.number}. {clipped(item.question, 40)}"
        rows.append((Button(title, page(meeting, "item", item.number)),))
    rows.append((button(view, "add-item", ask(meeting, "question")),))
    lines = shown.lines or [view.texts("draft-no-agenda")]
    return [heading, *lines], [*rows, back(view, meeting)]


async def _proposals(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    waiting = await view.uow.proposals.undecided()
    offset = reading.whole(rest, 0, len(waiting) - 1) or 0
    rows: Rows = [
        (
            Button(
                view.texts(
                    "button-take-proposal",
                    name=literal(view.called(one.seat)),
                    question=literal(clipped(one.question, 40)),
                ),
                _numbered(meeting, "propose", one.id),
            ),
        )
        for one in waiting[offset : offset + _PROPOSALS_A_PAGE]
    ]
    rows += paging(offset, _PROPOSALS_A_PAGE, len(waiting), lambda start: page(meeting, "proposals", start))
    lines = [view.texts("draft-choose-proposal", count=len(waiting))]
    return lines, [*rows, back(view, meeting)]


async def _people(view: View, meeting: Meeting, _: str) -> tuple[list[str], Rows]:
    needed = quorum_needed(meeting.established, view.office.profile.quorum)
    heading = view.texts("draft-choose-participants", count=len(meeting.participants), needed=needed)
    lines = [heading, *below_quorum(view, meeting)]
    chosen, chair = set(meeting.participants), meeting.chair(view.roster)
    fixed = chair.seat if chair is not None and chair.seat in chosen else 0
    rows = seat_rows(view, lambda seat: _numbered(meeting, "people", seat), chosen, fixed)
    return lines, [*rows, back(view, meeting)]


def _numbered(meeting: Meeting, act: str, number: int) -> str:
    return DraftNumberTap(act=act, meeting=meeting.id, value=number).pack()


async def _ask(view: View, meeting: Meeting, rest: str) -> tuple[list[str], Rows]:
    what, _, of = rest.partition("-")
    count = 0
    if of and what != "time":
        item = item_of(meeting, of)
        row, count = back(view, meeting, "item", item.number), len(item.draft_decision)
    else:
        row = back(view, meeting, _ASKED_ON.get(what, "preview"))
    return [view.texts(f"draft-ask-{what}", count=count)], [row]


_PAGES: Mapping[str, Page] = {
    "preview": preview,
    "regular": regular,
    "discard": _discard,
    "date": moment_pages.date_page,
    "time": moment_pages.time_page,
    "form": _form,
    "agenda": _agenda,
    "proposals": _proposals,
    "item": question_pages.question,
    "speakers": question_pages.speakers,
    "executors": question_pages.executors_page,
    "due": question_pages.due,
    "materials": question_pages.materials,
    "people": _people,
    "guests": guest_pages.guests,
    "ask": _ask,
    "postpone": changing_pages.postpone,
    "cancel": changing_pages.cancel,
}
