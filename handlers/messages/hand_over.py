"""What the head of a block reads when another block's message is handed over to it, whoever did it where."""

from __future__ import annotations

from domain.messages.message import KnownMessage
from domain.office.outbox import Button, Screen
from domain.people.names import short_name
from domain.people.roster import Actor, Binding
from domain.unit_of_work import Office, UnitOfWork
from handlers.messages.taps import ListNumberTap


async def tell_of_hand_over(
    uow: UnitOfWork, office: Office, message: KnownMessage, receiver: Binding, actor: Actor
) -> None:
    """The receiver hears of it before the next digest."""
    text = office.texts(
        "message-passed-to-you",
        channel=office.profile.channel(message.channel).short_title,
        code=message.number,
        topic=message.topic[:120],
        deadline=message.deadline_at,
        who=short_name(actor.name),
    )
    tap = ListNumberTap(act="open", value=message.id).pack()
    opens = Button(office.texts("button-open-message"), tap)
    await uow.outbox.text(receiver.user_id, Screen(text, ((opens,),)))
