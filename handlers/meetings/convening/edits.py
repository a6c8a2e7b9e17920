"""The wizard's taps: each gets the value, changes the meeting and says which page to show next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime
from typing import Any

from domain.meetings import guests
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form, MeetingState
from domain.meetings.preparing import take_material
from domain.office.act import Act
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat.links import issue
from handlers.chat.request import Request
from handlers.chat.taps import Tap
from handlers.meetings.audience import send_card
from handlers.meetings.convening import changing
from handlers.meetings.convening.draft import (
    FILES_KIND,
    asking,
    editable,
    item_of,
    keep_edit,
    page_of,
    release,
)
from handlers.meetings.taps import (
    DraftDayTap,
    DraftDueTap,
    DraftExecutorTap,
    DraftFormTap,
    DraftGuestTap,
    DraftItemTap,
    DraftNumberTap,
    DraftPageTap,
    DraftTimeTap,
)

Edit = Callable[[Request, Meeting, Any], Awaitable[dict[str, object]]]


async def edit(request: Request, tap: Any) -> None:
    """A tap in the wizard."""
    meeting = await editable(request, tap.meeting)
    card = await request.card()
    await request.uow.expect(request.actor.user_id, None)
    before = meeting.programme()
    content = await EDITS[type(tap)][tap.act](request, meeting, tap.value)
    await keep_edit(request, meeting, before)
    await request.uow.outbox.turn(card, page_of(meeting, content))


def _of_item(page: str, *where: object) -> dict[str, object]:
    """A page of one question, by its number and what else tells where on the page one is."""
    return {"page": page, "rest": "-".join(map(str, where))}


async def _page(request: Request, meeting: Meeting, value: tuple[str | int, ...]) -> dict[str, object]:
    name, *where = value
    if name == "cancel":
        await changing.expect_reason(request, meeting)
    if name == "materials":
        item = item_of(meeting, str(where[0]) if where else "")
        waits = Expectation(FILES_KIND, {"meeting": meeting.id, "key": item.key})
        await request.uow.expect(request.actor.user_id, waits)
    return _of_item(str(name), *where)


async def _date(request: Request, meeting: Meeting, value: date | str) -> dict[str, object]:
    return {"page": "date" if isinstance(value, str) else "time", "rest": str(value)}


async def _time(request: Request, meeting: Meeting, value: datetime) -> dict[str, object]:
    return set_moment(request, meeting, value.replace(tzinfo=request.office.profile.time_zone))


def set_moment(request: Request, meeting: Meeting, moment: datetime) -> dict[str, object]:
    """A draft's time is set; a convened meeting's is asked about first, for it is postponed."""
    if moment <= request.now:
        raise Refusal("date-is-past", moment=moment)
    if meeting.state is MeetingState.CONVENED:
        return {"page": "postpone", "rest": f"{moment:%Y%m%d%H%M}"}
    meeting.starts_at = moment
    return {}


async def _form(request: Request, meeting: Meeting, value: Form) -> dict[str, object]:
    meeting.form = value
    if meeting.form is Form.IN_PERSON:
        meeting.link = ""
        return {}
    return await asking(request, meeting, "link")


async def _participant(request: Request, meeting: Meeting, seat: int) -> dict[str, object]:
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    duties = meeting.chair(await request.roster())
    if duties is not None and duties.seat == seat and seat in meeting.participants:
        raise Refusal("chair-takes-part", seat=seat)
    meeting.participants = sorted({*meeting.participants} ^ {seat})
    return {"page": "people"}


async def _guest(request: Request, meeting: Meeting, user_id: int | str) -> dict[str, object]:
    if isinstance(user_id, str):
        await request.duties("invite")
        link = await issue(request, Standing.GUEST, meeting_id=meeting.id)
        await request.say("draft-guest-link", link=link)
        return {"page": "guests"}
    known = [guest.user_id for guest in (await request.roster()).guests()]
    if user_id not in known:
        raise Refusal("card-outdated")
    meeting.guests = sorted({*meeting.guests} ^ {user_id})
    invited = user_id in meeting.guests
    await request.record(Act("meeting-guest-changed", meeting.entity, {"user": user_id, "invited": invited}))
    if invited and meeting.state is MeetingState.CONVENED:
        await send_card(request, meeting, user_id)
    return {"page": "guests"}


async def _visitor(request: Request, meeting: Meeting, key: int) -> dict[str, object]:
    await request.record(guests.withdraw(meeting, key))
    return {"page": "guests"}


async def _speaker(request: Request, meeting: Meeting, value: tuple[int, int]) -> dict[str, object]:
    number, seat = value
    item = meeting.item(number)
    known = seat in [one.number for one in request.office.profile.seats]
    item.speaker_seat, item.speaker = seat if known else None, ""
    return _of_item("item", number)


async def _executor(request: Request, meeting: Meeting, value: tuple[int, int | str]) -> dict[str, object]:
    number, who = value
    item, profile = meeting.item(number), request.office.profile
    if isinstance(who, int) and who in [seat.number for seat in profile.seats]:
        item.executor_seats = sorted({*item.executor_seats} ^ {who})
    elif isinstance(who, str) and who in profile.unit_keys:
        item.executor_units = sorted({*item.executor_units} ^ {who})
    else:
        raise Refusal("card-outdated")
    of, _, first = str((await request.card()).content.get("rest", "")).partition("-")
    return _of_item("executors", number, *([first] if first and of == str(number) else []))


async def _due(request: Request, meeting: Meeting, value: tuple[int, date | str]) -> dict[str, object]:
    number, chosen = value
    item = meeting.item(number)
    if chosen == "none":
        item.due = None
    elif isinstance(chosen, str):
        return _of_item("due", number, chosen)
    else:
        set_due(request, meeting, item, chosen)
    return _of_item("item", number)


def set_due(request: Request, meeting: Meeting, item: AgendaItem, day: date) -> None:
    """The last day of execution, which does not come before the meeting's own."""
    held = meeting.starts_at and meeting.starts_at.astimezone(request.office.profile.time_zone).date()
    if held and day < held:
        raise Refusal("due-before-meeting", due=day, day=held)
    item.due = day


async def _up(_: Request, meeting: Meeting, number: int) -> dict[str, object]:
    meeting.agenda.raise_item(meeting.item(number).number)
    return _of_item("agenda", max(1, number - 1))


async def _remove(request: Request, meeting: Meeting, number: int) -> dict[str, object]:
    item = meeting.agenda.withdraw(meeting.item(number).number)
    await release(request, meeting, [item])
    return _of_item("agenda", max(1, number - 1))


async def _unfile(request: Request, meeting: Meeting, value: tuple[int, int]) -> dict[str, object]:
    number, file = value
    await take_material(request.uow, meeting, meeting.item(number), file)
    return await _page(request, meeting, ("materials", number))


EDITS: Mapping[type[Tap], Mapping[str, Edit]] = {
    DraftPageTap: {"page": _page},
    DraftDayTap: {"date": _date},
    DraftTimeTap: {"time": _time},
    DraftFormTap: {"form": _form},
    DraftNumberTap: {"people": _participant, "up": _up, "remove": _remove, "visitor": _visitor},
    DraftGuestTap: {"guest": _guest},
    DraftItemTap: {"speaker": _speaker, "unfile": _unfile},
    DraftExecutorTap: {"executor": _executor},
    DraftDueTap: {"due": _due},
}
