"""A meeting that goes on another day: when, asked and confirmed; everyone is told (п. 3.2)."""

from __future__ import annotations

from datetime import datetime

from domain.meetings import adjourning
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from handlers.chat.dates import read_moment
from handlers.chat.request import Request
from handlers.meetings.audience import audience, send_card
from handlers.meetings.calendar import put_out_calendar
from handlers.meetings.meeting import chaired, keep, load
from handlers.meetings.taps import AdjournTap, MeetingTap

WORDS_KIND = "adjourn"


async def ask(request: Request, tap: MeetingTap) -> None:
    """«До другого дня»: on which of the next working days, or when it is typed."""
    meeting, _duties = await chaired(request, tap.meeting)
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, {"meeting": meeting.id}))
    await request.uow.outbox.turn(await request.card(), {"page": "adjourn"})


async def words(request: Request, expectation: Expectation, text: str) -> None:
    """The day and the time were typed: a confirmation is asked for."""
    meeting, duties = await chaired(request, int(expectation.content["meeting"]))
    until = read_moment(text, request.now)
    if until is None:
        raise Refusal("moment-unreadable")
    adjourning.adjourn(meeting, until, duties, request.now, request.office.profile)  # tried, and not kept
    await request.uow.expect(request.actor.user_id, None)
    await send_card(request, await load(request, meeting.id), request.chat_id, _asked(until))


async def adjourn(request: Request, tap: AdjournTap) -> None:
    """A time is chosen: asks first, then everyone is told and called anew."""
    meeting, duties = await chaired(request, tap.meeting)
    until = tap.until.replace(tzinfo=request.office.profile.time_zone)
    acts = adjourning.adjourn(meeting, until, duties, request.now, request.office.profile)
    card = await request.card()
    if card.content.get("until") != until.isoformat():
        await request.uow.outbox.turn(card, _asked(until))
        return
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})
    await keep(request, meeting, *acts, duties=duties)
    text = request.texts("adjourned-told", number=meeting.number or 0, until=until)
    for chat_id in await audience(request, meeting):
        await request.uow.outbox.text(chat_id, Screen(text))
        await send_card(request, meeting, chat_id)
    await put_out_calendar(request, meeting, meeting.calendar_chats)
    request.reply("toast-adjourned", number=meeting.number or 0)


def _asked(until: datetime) -> dict[str, object]:
    return {"page": "adjourning", "until": until.isoformat()}
