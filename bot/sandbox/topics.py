"""Forum topics of the group (Bot API, Chat.is_forum, Message.message_thread_id)."""

from __future__ import annotations

from bot.sandbox.calls import Call
from bot.sandbox.chatting import Json, Message, Topic
from bot.sandbox.people import GROUP_ADMINISTRATORS, GROUP_OWNER
from bot.sandbox.refusal import WrongRequest, bad_request
from bot.sandbox.views import telegram_message
from bot.sandbox.world import World
from domain.office import reading


def asked_topic(world: World, call: Call, chat_id: int) -> int | None:
    """The topic that a send names. Raises `Refused` for one that is not there, or closed.

    Closed ones take messages of those who may manage topics (Bot API, ChatMemberAdministrator); the bot may
    not, so it gets the server's own word (TOPIC_CLOSED, https://core.telegram.org/method/messages.sendMessage).
    """
    number = call.number("message_thread_id", 0)
    if not number:
        return None
    topic = world.topics.get(number) if chat_id == world.group_id else None
    if topic is None:
        raise bad_request("message thread not found", "message_thread_not_found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED", None)
    return number


def written_in(
    world: World, person_id: int, chat_id: int, asked: object, answered: Message | None
) -> int | None:
    """The topic that a person writes in: the one named, or that of the message answered."""
    number = reading.whole(str(asked), 1) if asked else answered and answered.topic
    if number is None:
        return None
    if chat_id != world.group_id or number not in world.topics:
        raise WrongRequest(f"no topic {asked} in chat {chat_id}", 404)
    if world.topics[number].closed and person_id not in GROUP_ADMINISTRATORS:
        raise WrongRequest(f"topic {number} is closed", 403)
    return number


def create(world: World, name: str) -> int:
    """The head begins a topic; its number is that of the message which says so."""
    message = world.add_message(world.group_id, GROUP_OWNER)
    message.topic = message.message_id
    world.topics[message.message_id] = Topic(name)
    _say(world, message, "forum_topic_created", {"name": name, "icon_color": 7322096})
    return message.message_id


def shut(world: World, asked: object, *, closed: bool) -> None:
    """The head closes a topic, or opens it again."""
    number = reading.whole(str(asked), 1)
    if number is None or number not in world.topics:
        raise WrongRequest(f"no topic {asked}", 404)
    topic = world.topics[number]
    topic.closed = closed
    message = world.add_message(world.group_id, GROUP_OWNER)
    message.topic = number
    _say(world, message, "forum_topic_closed" if closed else "forum_topic_reopened", {})


def _say(world: World, message: Message, what: str, facts: Json) -> None:
    """A service message; the bot gets it as an update."""
    world.show(message)
    world.updates.add("message", {**telegram_message(world, message), what: facts})
