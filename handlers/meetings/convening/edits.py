"""The wizard's taps: each gets the value, changes the meeting and says which page to show next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime

from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Form, MeetingState
from domain.office.act import Act
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat import typed
from handlers.chat.links import issue
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.meetings.convening.draft import (
    FILES_KIND,
    asking,
    editable,
    item_of,
    keep_edit,
    page_of,
    release,
)
from handlers.meetings.taps import DraftTap

Edit = Callable[[Request, Meeting, str], Awaitable[dict[str, object]]]


async def edit(request: Request, tap: DraftTap) -> None:
    """A tap in the wizard."""
    meeting = await editable(request, tap.meeting)
    card = await request.card()
    await request.uow.expect(request.actor.user_id, None)
    before = meeting.programme()
    content = await EDITS[tap.act](request, meeting, tap.value)
    await keep_edit(request, meeting, before)
    await request.uow.outbox.turn(card, page_of(meeting, content))


async def _page(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    name, _dash, rest = value.partition("-")
    if name == "materials":
        waits = Expectation(FILES_KIND, {"meeting": meeting.id, "key": item_of(meeting, rest).key})
        await request.uow.expect(request.actor.user_id, waits)
    return {"page": name, "rest": rest}


async def _date(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    try:
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 2:
            date(parts[0], parts[1], 1)
            return {"page": "date", "rest": value}
        date(*parts)
    except (ValueError, TypeError):
        raise Refusal("card-outdated") from None
    return {"page": "time", "rest": value}


async def _time(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    try:
        moment = datetime.strptime(value, "%Y%m%d%H%M")  # noqa: DTZ007 — the office's zone follows
    except ValueError:
        raise Refusal("card-outdated") from None
    return set_moment(request, meeting, moment.replace(tzinfo=request.office.profile.time_zone))


def set_moment(request: Request, meeting: Meeting, moment: datetime) -> dict[str, object]:
    """A draft's time is set; a convened meeting's is asked about first, for it is postponed."""
    if moment <= request.now:
        raise Refusal("date-is-past", moment=moment)
    if meeting.state is MeetingState.CONVENED:
        return {"page": "postpone", "rest": f"{moment:%Y%m%d%H%M}"}
    meeting.starts_at = moment
    return {}


async def _form(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    try:
        meeting.form = Form(value)
    except ValueError:
        raise Refusal("card-outdated") from None
    if meeting.form is Form.IN_PERSON:
        meeting.link = ""
        return {}
    return await asking(request, meeting, "link")


async def _participant(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    seat = typed.number(value)
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    duties = meeting.chair(await request.roster())
    if duties is not None and duties.seat == seat and seat in meeting.participants:
        raise Refusal("chair-takes-part", seat=seat)
    meeting.participants = sorted({*meeting.participants} ^ {seat})
    return {"page": "people"}


async def _guest(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    if value == "invite":
        await request.duties("invite")
        link = await issue(request, Standing.GUEST, meeting_id=meeting.id)
        await request.say("draft-guest-link", link=link)
        return {"page": "guests"}
    known = [guest.user_id for guest in (await request.roster()).guests()]
    user_id = typed.number(value)
    if user_id not in known:
        raise Refusal("card-outdated")
    meeting.guests = sorted({*meeting.guests} ^ {user_id})
    invited = user_id in meeting.guests
    await request.record(Act("meeting-guest-changed", meeting.entity, {"user": user_id, "invited": invited}))
    if invited and meeting.state is MeetingState.CONVENED:
        await send_card(request, meeting, user_id)
    return {"page": "guests"}


async def _speaker(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, seat = value.partition("-")
    item = item_of(meeting, number)
    if typed.number(seat) in [one.number for one in request.office.profile.seats]:
        item.speaker_seat, item.speaker = int(seat), ""
    else:
        item.speaker_seat, item.speaker = None, ""
    return {"page": "item", "rest": number}


async def _executor(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, who = value.partition("-")
    item = item_of(meeting, number)
    profile = request.office.profile
    if typed.number(who) in [seat.number for seat in profile.seats]:
        item.executor_seats = sorted({*item.executor_seats} ^ {int(who)})
    elif who in [unit.key for unit in profile.units]:
        item.executor_units = sorted({*item.executor_units} ^ {who})
    else:
        raise Refusal("card-outdated")
    return {"page": "executors", "rest": number}


async def _due(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, chosen = value.partition("-")
    item = item_of(meeting, number)
    if chosen == "none":
        item.due = None
        return {"page": "item", "rest": number}
    try:
        parts = [int(part) for part in value.split("-")[1:]]
        if len(parts) == 2:
            date(parts[0], parts[1], 1)
            return {"page": "due", "rest": value}
        day = date(*parts)
    except (ValueError, TypeError):
        raise Refusal("card-outdated") from None
    set_due(request, meeting, item, day)
    return {"page": "item", "rest": number}


def set_due(request: Request, meeting: Meeting, item: AgendaItem, day: date) -> None:
    """The last day of execution, which does not come before the meeting's own."""
    held = meeting.starts_at and meeting.starts_at.astimezone(request.office.profile.time_zone).date()
    if held and day < held:
        raise Refusal("due-before-meeting", due=day, day=held)
    item.due = day


async def _up(_: Request, meeting: Meeting, value: str) -> dict[str, object]:
    meeting.agenda.raise_item(item_of(meeting, value).number)
    return {"page": "agenda"}


async def _remove(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    item = meeting.agenda.withdraw(item_of(meeting, value).number)
    await release(request, meeting, [item])
    return {"page": "agenda"}


async def _unfile(request: Request, meeting: Meeting, value: str) -> dict[str, object]:
    number, _, file = value.partition("-")
    item = item_of(meeting, number)
    files = await request.uow.attachments.of(meeting.materials(item))
    if file not in [str(one.id) for one in files]:
        raise Refusal("card-outdated")
    await request.uow.attachments.remove(int(file))
    item.materials = len(files) - 1
    return await _page(request, meeting, f"materials-{number}")


EDITS: Mapping[str, Edit] = {
    "page": _page,
    "date": _date,
    "time": _time,
    "form": _form,
    "people": _participant,
    "guest": _guest,
    "speaker": _speaker,
    "executor": _executor,
    "due": _due,
    "up": _up,
    "remove": _remove,
    "unfile": _unfile,
}
