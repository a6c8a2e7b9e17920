"""Chats that come and go: people who block the bot, groups that put it out or move to another id."""

from __future__ import annotations

from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated
from aiogram.types import Message as ChatMessage

from domain.office.act import Act
from domain.people.reach import who_is_told
from domain.unit_of_work import Office, UnitOfWork
from handlers.chat.menus import GROUP, NEW_GROUP
from handlers.chat.request import Request

_OUT = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


async def membership(request: Request, event: ChatMemberUpdated) -> None:
    """The bot was blocked or let in again, put out of a group or taken back."""
    chat_id = request.chat_id
    own = request.private or chat_id == await request.uow.roster.office_chat()
    if event.new_chat_member.status not in _OUT:
        await regain(request.uow, chat_id)
        if not own and event.old_chat_member.status in _OUT and event.chat.type != ChatType.CHANNEL:
            await _greet(request)
    elif own:
        await lose(request.uow, request.office, chat_id, event.new_chat_member.status)


async def _greet(request: Request) -> None:
    """A group that took the bot in learns the one command that it may need, and nothing of the office."""
    await request.uow.outbox.menu(request.chat_id, NEW_GROUP)
    await request.say("group-greeting", command=request.office.links.command("bind"))


async def reopened(request: Request) -> None:
    """A topic of the office's group is open again: what has waited goes out."""
    if request.topic == await request.uow.roster.office_topic():
        await regain(request.uow, request.chat_id)


async def migrated(request: Request, message: ChatMessage) -> None:
    """The group became a supergroup: it has another id from now on."""
    assert message.migrate_to_chat_id is not None  # the filter lets nothing else in
    await move(request.uow, request.chat_id, message.migrate_to_chat_id)


async def lose(uow: UnitOfWork, office: Office, chat_id: int, reason: str) -> bool:
    """Note that a chat takes no messages; who performs the head's duties learns it once a day.

    False for a chat that is neither a person's nor the office's: nothing waits for it.
    """
    group = await uow.roster.office_chat()
    if chat_id < 0 and chat_id != group:
        return False
    first = await uow.reach.of(chat_id) is None
    await uow.reach.lost(chat_id, reason)
    roster = await uow.roster.load()
    if chat_id != group and roster.binding_of(chat_id) is None:
        return True
    if first:
        await uow.record(None, Act("chat-lost", f"chat:{chat_id}"))
    subject, day = f"unreachable:{chat_id}", uow.now().astimezone(office.profile.time_zone).date()
    since = uow.now().isoformat()
    for receiver in who_is_told(roster, chat_id) or sorted(office.admins - {chat_id}):
        key = f"{subject}:{day.isoformat()}:{receiver}"
        await uow.outbox.card(receiver, "unreachable", subject, {"since": since}, key=key)
    return True


async def regain(uow: UnitOfWork, chat_id: int) -> None:
    """The chat takes messages again: what has waited goes out, the notice says so."""
    if await uow.reach.back(chat_id):
        await uow.record(None, Act("chat-back", f"chat:{chat_id}"))


async def move(uow: UnitOfWork, old: int, new: int) -> None:
    """The office's group has another id: its notices go there, the cards of meetings ahead are sent anew."""
    if old != await uow.roster.office_chat():
        return
    await uow.roster.move_office_chat(old, new)
    await uow.outbox.move_chat(old, new)
    await uow.outbox.menu(new, GROUP)
    await uow.record(None, Act("group-moved", f"chat:{new}", {"from": old}))
    for meeting in await uow.meetings.current():
        await uow.outbox.touch(meeting.entity)
        item = meeting.voting_item()
        if item is not None:
            await uow.outbox.touch(meeting.vote_entity(item))
