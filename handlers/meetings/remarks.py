"""«Замечание к проекту»: a member remarks on a draft decision; the chair and the speaker hear of it."""

from __future__ import annotations

from domain.meetings import remarking
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.remark import Remark
from domain.office.outbox import Screen
from domain.office.ports import Expectation
from domain.office.typed import said
from domain.people.names import short_name
from domain.people.roster import holder_id, member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.chat.typed import still_awaited
from handlers.meetings.meeting import keep, load
from handlers.meetings.taps import MeetingTap

WORDS_KIND = "remark"


async def ask(request: Request, tap: MeetingTap) -> None:
    """The next words are the remark; `value` is the question's key."""
    seat = member_seat(request.actor)
    meeting = await load(request, tap.meeting)
    remarking.expect_remark(meeting, tap.value, holder_id(await request.roster(), seat))
    card = await request.card()
    expected = {"meeting": meeting.id, "key": tap.value}
    await request.uow.expect(request.actor.user_id, Expectation(WORDS_KIND, expected))
    await request.uow.outbox.turn(card, {**card.content, "remark": tap.value})


async def remark_words(request: Request, expectation: Expectation, text: str) -> None:
    """The remark, kept with the question, shown to the chair and the speaker."""
    seat = member_seat(request.actor)
    meeting = await load(request, int(expectation.content["meeting"]))
    key = int(expectation.content["key"])
    holder = holder_id(await request.roster(), seat)
    if not await still_awaited(request, lambda: remarking.expect_remark(meeting, key, holder)):
        return
    made = Remark(key, seat, said(text, remarking.LONGEST), request.now, holder)
    await keep(request, meeting, remarking.remark(meeting, made))
    await request.uow.expect(request.actor.user_id, None)
    item = next(one for one in meeting.agenda if one.key == key)
    await show_below(request, "drafts", meeting.entity, {"item": item.number})
    await _tell(request, meeting, item, made)


async def _tell(request: Request, meeting: Meeting, item: AgendaItem, made: Remark) -> None:
    """Whoever chairs and whoever speaks on the question hear of it once."""
    roster = await request.roster()
    duties = meeting.chair(roster)
    seats = {duties.seat if duties else None, item.speaker_seat} - {None, made.seat}
    for seat in sorted(one for one in seats if one is not None):
        binding = roster.binding(seat)
        if binding is not None:
            told = request.office.texts_in(binding.language)(
                "remark-told",
                number=meeting.number or 0,
                item=item.number,
                question=item.question,
                name=short_name(request.actor.name),
                text=made.text,
            )
            await request.uow.outbox.text(binding.user_id, Screen(told))
