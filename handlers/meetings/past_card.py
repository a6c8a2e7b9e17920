"""The list of past meetings."""

from __future__ import annotations

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.search import read_search
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.protocols import signing
from handlers.chat.parts import Rows, button, onward, paging
from handlers.chat.view import View
from handlers.meetings.taps import ActTap, PaperTap, PastTap

PAGE = 6


def _tap(act: str, value: int = 0) -> str:
    return PastTap(act=act, value=value).pack()


async def render(view: View) -> Screen | None:
    """A page of what is found; newest first."""
    query = str(view.card.content.get("query", ""))
    chosen = read_search(query)
    count = await view.uow.past.count(chosen)
    wanted = view.card.content.get("offset")
    offset = wanted if isinstance(wanted, int) and 0 <= wanted < count else 0
    found = await view.uow.past.page(chosen, PAGE, offset)
    lines = [view.texts("meeting-none"), ""] if view.card.content.get("none") else []
    lines += [view.texts("past-heading", count=count, query=query or "none")]
    lines += [_line(view, meeting) for meeting in found]
    rows: Rows = []
    if found:
        rows.append(
            tuple(
                Button(view.texts("button-past-number", number=one.number or 0), _tap("open", one.id))
                for one in found
            )
        )
    rows += paging(offset, PAGE, count, lambda start: _tap("page", start))
    if view.card.content.get("asks"):
        asked = view.texts("past-ask")
        return Screen("\n".join([*lines, "", asked]), (*rows, (button(view, "cancel", _tap("all")),)))
    search = button(view, "past-search", _tap("search"))
    if query:
        rows.append((search, button(view, "past-all", _tap("all"))))
    else:
        rows.append((search,) if count else onward(view))
    return Screen("\n".join(lines), tuple(rows))


def _line(view: View, meeting: Meeting) -> str:
    first = meeting.agenda[0].question if meeting.agenda else ""
    return view.texts(
        "past-line",
        number=meeting.number or 0,
        moment=meeting.starts_at or view.now,
        question=clipped(first, 80),
        more=max(0, len(meeting.agenda) - 1),
        state=meeting.state.value,
    )


async def protocol_rows(view: View, meeting: Meeting) -> Rows:
    """The protocol of a meeting that is over, or the act of one that was not held, for a member."""
    if meeting.state is MeetingState.NOT_HELD and not view.in_group and view.seat is not None:
        caption = view.texts("button-act", number=meeting.number or 0)
        return [(Button(caption, ActTap(meeting=meeting.id).pack()),)]
    if meeting.state is not MeetingState.CLOSED or view.in_group or view.seat is None:
        return []
    protocol = await view.uow.protocols.of_meeting(meeting.id)
    if protocol is None:
        return []
    if protocol.signature is None:
        may = signing.signers(protocol.record.chair, view.roster)
        if view.seat not in [one.seat for one in may]:
            return []  # it comes by itself once it is signed
    caption = view.texts("button-protocol", number=protocol.number)
    return [(Button(caption, PaperTap(act="send", protocol=protocol.id).pack()),)]
