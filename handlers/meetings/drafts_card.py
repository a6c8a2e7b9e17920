"""«Проекты решений»: draft decisions of a meeting in pages, and what members remark on them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.remark import Remark
from domain.meetings.remarking import LONGEST, remarks_seen
from domain.office.outbox import Button, Screen
from domain.office.wording import opening
from domain.people.names import short_name
from domain.people.roster import holder_id
from handlers.chat.parts import Rows, button, turning
from handlers.chat.view import View
from handlers.meetings.execution import decision_text
from handlers.meetings.taps import tap

_FITS = 3500
_PART = 2900
_SHORT, _LATEST = 200, 4  # on the chair's panel


async def render(view: View) -> Screen | None:
    """Draft decisions, as many questions a page as fit; to a member also the way to remark on them."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    pages, first = await _pages(view, meeting)
    wanted = view.card.content.get("page", first.get(view.card.content.get("item")))
    page = wanted if isinstance(wanted, int) and 0 <= wanted < len(pages) else 0
    asked = next((one for one in meeting.agenda if one.key == view.card.content.get("remark")), None)
    if asked is not None and _remarkable(view, meeting, asked):
        words = view.texts("remark-ask", item=asked.number, question=asked.question)
        return Screen(words, ((button(view, "back", tap(meeting, "drafts", page)),),))
    lines, items = pages[page]
    heading = view.texts("drafts-heading", number=meeting.number or 0, page=page + 1, pages=len(pages))
    moves = turning(page, page + 1 < len(pages), lambda to: tap(meeting, "drafts", to))
    rows = [*_remark_rows(view, meeting, items), *([moves] if moves else [])]
    rows.append((button(view, "back", tap(meeting, "draftsback")),))
    return Screen("\n".join([heading, *lines]), tuple(rows))


def _remarkable(view: View, meeting: Meeting, item: AgendaItem) -> bool:
    return view.seat is not None and meeting.state is MeetingState.CONVENED and bool(item.draft_decision)


def _remark_rows(view: View, meeting: Meeting, items: list[AgendaItem]) -> Rows:
    """«Замечание к проекту» for each question of the page."""
    open_to = [item for item in items if _remarkable(view, meeting, item)]
    found = [
        Button(
            view.texts("button-remark", item=item.number, count=len(open_to)),
            tap(meeting, "remark", item.key),
        )
        for item in open_to
    ]
    return [tuple(found[start : start + 2]) for start in range(0, len(found), 2)]


_Page = tuple[list[str], list[AgendaItem]]


async def _pages(view: View, meeting: Meeting) -> tuple[list[_Page], dict[object, int]]:
    """Pages of lines with their questions, and on which of them each question begins."""
    pages: list[_Page] = [([], [])]
    first: dict[object, int] = {}
    room = _FITS
    remarks = await remark_lines(view, meeting)
    for item in meeting.agenda:
        draft = decision_text(view, item) or view.texts("draft-none", what="decision")
        parts = [str(escape(part)) for part in in_parts(draft)]
        parts[0] = f"<b>{item.number}. {escape(item.question)}</b>\n{parts[0]}"
        for part in [*parts, *remarks.get(item.key, [])]:
            if len(part) + 40 > room and pages[-1][0]:
                pages.append(([], []))
                room = _FITS
            lines, items = pages[-1]
            first.setdefault(item.number, len(pages) - 1)
            lines += ["", part]
            items += [item] if item not in items else []
            room -= len(part) + 40
    return pages, first


async def remark_lines(view: View, meeting: Meeting, limit: int = LONGEST) -> dict[int, list[str]]:
    """What this person sees of the remarks, by keys of questions."""
    if view.in_group or view.seat is None or not meeting.remarks:
        return {}
    holder, duties = holder_id(view.roster, view.seat), meeting.chair(view.roster)
    chairs = duties is not None and duties.seat == view.seat
    names = await view.uow.roster.names()

    def line(one: Remark) -> str:
        name = short_name(names.get(one.holder or 0, ""))
        return view.texts("remark-line", name=name, text=opening(one.text, limit))

    return {
        item.key: [line(one) for one in remarks_seen(meeting, item, view.seat, holder, chairs=chairs)]
        for item in meeting.agenda
    }


async def remarks_on_page(view: View, meeting: Meeting) -> list[str]:
    """The beginnings of the latest remarks on the question whose page of the panel the chair looks at."""
    found = await remark_lines(view, meeting, _SHORT)
    number = view.card.content.get("item")
    return next((found.get(item.key, [])[-_LATEST:] for item in meeting.agenda if item.number == number), [])


def in_parts(draft: str) -> Iterable[str]:
    """The draft in parts that fit a page, cut at the ends of lines or of words."""
    while len(draft) > _PART:
        ends = (draft.rfind("\n", _PART // 2, _PART), draft.rfind(" ", _PART // 2, _PART), _PART)
        cut = next(end for end in ends if end > 0)
        yield draft[:cut]
        draft = draft[cut:].lstrip()
    yield draft
