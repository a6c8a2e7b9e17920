"""The office's group: the head binds it; another group the bot was added to learns nothing of the office."""

from __future__ import annotations

from domain.office.act import Act
from domain.people.roster import Standing
from handlers.chat.menus import GROUP
from handlers.chat.request import Request
from handlers.meetings.audience import send_card
from handlers.people import reach


async def bind(request: Request) -> None:
    """`/bind` in a group by the head: it is the office's chat from now on (п. 3.2), in a topic that topic.

    What the former one has is live no more; the cards of meetings ahead come to the new one.
    """
    if request.actor.standing in (Standing.STRANGER, Standing.ADMIN):
        return  # a group's chatter is not answered
    duties = await request.duties("bind")
    uow, chat = request.uow, request.chat_id
    former = await uow.roster.office_chat(), await uow.roster.office_topic()
    moved = former != (chat, request.topic)
    if moved and former[0] is not None:
        await uow.outbox.retire_chat(former[0])
    await uow.roster.bind_office_chat(chat, request.chat_title, request.topic)
    topic = {} if request.topic is None else {"topic": request.topic}
    await request.record(Act("group-bound", f"chat:{chat}", topic), acting=duties.acting)
    await reach.regain(uow, chat)
    await uow.outbox.menu(chat, GROUP)
    await request.say("group-bound" if request.topic is None else "topic-bound")
    for meeting in await uow.meetings.current() if moved else ():
        await send_card(request, meeting, chat)
