"""The office's group: the head binds it; another group the bot was added to learns nothing of the office."""

from __future__ import annotations

from domain.office.act import Act
from domain.people.roster import Standing
from handlers.chat.request import Request
from handlers.meetings.audience import send_card


async def bind(request: Request) -> None:
    """`/bind` in a group by the head: it is the office's chat from now on (п. 3.2).

    What the former group has is live no more; the cards of meetings ahead come to the new one.
    """
    if request.actor.standing in (Standing.STRANGER, Standing.ADMIN):
        return  # a group's chatter is not answered
    duties = await request.duties("bind")
    former = await request.uow.roster.office_chat()
    await request.uow.roster.bind_office_chat(request.chat_id, request.chat_title)
    await request.record(Act("group-bound", f"chat:{request.chat_id}"), acting=duties.acting)
    await request.say("group-bound")
    if former == request.chat_id:
        return
    if former is not None:
        await request.uow.outbox.retire_chat(former)
    for meeting in await request.uow.meetings.current():
        await send_card(request, meeting, request.chat_id)
