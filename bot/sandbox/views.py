"""How the world looks from outside: in the Bot API's JSON and in the people's API."""

from __future__ import annotations

from bot.sandbox.chatting import Json, Message, StoredFile
from bot.sandbox.people import (
    ANOTHER_BOT,
    BOT_ID,
    BOT_NAME,
    BOT_USERNAME,
    BY_ID,
    CHANNEL_BOT,
    CHANNEL_ID,
    CHANNEL_TITLE,
    CHANNEL_USERNAME,
    GROUP_ADMINISTRATORS,
    GROUP_ANONYMOUS_BOT,
    GROUP_ID,
    GROUP_TITLE,
    SUPERGROUP_ID,
)
from bot.sandbox.telegram_html import unparse
from bot.sandbox.world import World

ADMINISTRATOR_RIGHTS = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_send_welcome_messages": False,
    "can_pin_messages": True,
}


def user(user_id: int) -> Json:
    """A `User` of the Bot API."""
    if user_id == BOT_ID:
        return {"id": BOT_ID, "is_bot": True, "first_name": BOT_NAME, "username": BOT_USERNAME}
    person = BY_ID[user_id]
    return {
        "id": person.id,
        "is_bot": False,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": "ru",
    }


def chat(chat_id: int, *, forum: bool = False) -> Json:
    """A `Chat` of the Bot API."""
    if chat_id in (GROUP_ID, SUPERGROUP_ID):
        shown: Json = {"id": chat_id, "type": "supergroup", "title": GROUP_TITLE}
        return {**shown, "is_forum": True} if forum else shown
    if chat_id == CHANNEL_ID:
        return {"id": CHANNEL_ID, "type": "channel", "title": CHANNEL_TITLE, "username": CHANNEL_USERNAME}
    person = user(chat_id)
    return {
        "id": chat_id,
        "type": "private",
        "first_name": person["first_name"],
        "last_name": person["last_name"],
        "username": person["username"],
    }


def member(world: World, chat_id: int, user_id: int) -> Json:
    """A `ChatMember` of the Bot API."""
    known = user_id in BY_ID or user_id == BOT_ID
    who = user(user_id) if known else {"id": user_id, "is_bot": False, "first_name": str(user_id)}
    inside = known and (chat_id in (user_id, world.group_id) or user_id == BOT_ID)
    if not inside or (user_id == BOT_ID and chat_id in world.left):
        return {"status": "left", "user": who}
    if chat_id == CHANNEL_ID:
        return {"status": "administrator", "user": who, **ADMINISTRATOR_RIGHTS, "can_post_messages": True}
    if chat_id == world.group_id and user_id in GROUP_ADMINISTRATORS:
        return {"status": "administrator", "user": who, **ADMINISTRATOR_RIGHTS}
    tag = world.tags.get(user_id) if chat_id == world.group_id else None
    return {"status": "member", "user": who, **({"tag": tag} if tag else {})}


def telegram_message(world: World, message: Message, *, replies: bool = True) -> Json:
    """A `Message` of the Bot API."""
    shown: Json = {
        "message_id": message.message_id,
        "date": int(message.date.timestamp()),
        "chat": chat(message.chat_id, forum=bool(world.topics)),
    }
    if message.aside_to is not None:
        shown |= {"message_id": 0, "ephemeral_message_id": message.message_id}
        shown["receiver_user"] = user(message.aside_to)
    shown |= _sender(message)
    shown |= _thread(world, message)
    if message.edit_date is not None:
        shown["edit_date"] = int(message.edit_date.timestamp())
    if message.forward_from:
        shown["forward_origin"] = _origin(message)
    if message.album:
        shown["media_group_id"] = message.album
    answered = world.messages[message.chat_id].get(message.reply_to) if message.reply_to else None
    if answered is not None and replies:
        shown["reply_to_message"] = telegram_message(world, answered, replies=False)
    if message.file_id:
        shown |= _media(world.files[message.file_id], photo=message.is_photo)
    text, entities = ("caption", "caption_entities") if message.file_id else ("text", "entities")
    if message.text:
        shown[text] = message.text
    if message.entities:
        shown[entities] = message.entities
    if message.inline_keyboard:
        shown["reply_markup"] = {"inline_keyboard": message.inline_keyboard}
    return shown


def _thread(world: World, message: Message) -> Json:
    """Its forum topic, or in a supergroup the thread of replies that it stands in, which is no topic.

    Source: telegram-bot-api, `Client::JsonMessage`: both have `message_thread_id`, one `is_topic_message`.
    """
    if message.topic is not None:
        return {"message_thread_id": message.topic, "is_topic_message": True}
    kept, root = world.messages[message.chat_id], message
    while root.reply_to in kept:
        root = kept[root.reply_to]
    return {"message_thread_id": root.message_id} if root is not message and message.chat_id < 0 else {}


def _sender(message: Message) -> Json:
    """Who is said to have written it (Bot API, Message.from and Message.sender_chat)."""
    if message.chat_id == CHANNEL_ID:
        return {"sender_chat": chat(CHANNEL_ID)}
    if message.guise == "group":
        return {"from": _bot_user(GROUP_ANONYMOUS_BOT, "Group"), "sender_chat": chat(message.chat_id)}
    if message.guise == "channel":
        return {"from": _bot_user(CHANNEL_BOT, "Channel"), "sender_chat": chat(CHANNEL_ID)}
    if message.guise == "bot":
        return {"from": _bot_user(ANOTHER_BOT, "Another bot")}
    return {"from": user(message.sender_id)}


def _bot_user(user_id: int, name: str) -> Json:
    return {"id": user_id, "is_bot": True, "first_name": name}


def _origin(message: Message) -> Json:
    name, date = message.forward_from or "", int(message.date.timestamp())
    if name.startswith("@"):
        channel = {"id": -1_009_000_000_001, "type": "channel", "title": name[1:], "username": name[1:]}
        return {"type": "channel", "date": date, "chat": channel, "message_id": 1}
    return {"type": "hidden_user", "date": date, "sender_user_name": name}


def _media(file: StoredFile, *, photo: bool) -> Json:
    facts: Json = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
    }
    if photo:
        return {"photo": [{**facts, "width": file.width, "height": file.height}]}
    return {"document": {**facts, "file_name": file.name, "mime_type": file.mime_type}}


def people_message(world: World, message: Message) -> Json:
    """A message as `GET /api/chats/{id}/messages` shows it."""
    file = world.files[message.file_id] if message.file_id else None
    keyboard = message.markup.get("keyboard") if message.markup else None
    return {
        "message_id": message.message_id,
        "chat": message.chat_id,
        "from": message.sender_id,
        "date": message.date.isoformat(timespec="seconds"),
        "text": message.text,
        "html": unparse(message.text, message.entities),
        "buttons": [
            [
                {
                    "text": button["text"],
                    "data": button.get("callback_data"),
                    "url": button.get("url") or button.get("web_app", {}).get("url"),
                    "copy": button.get("copy_text", {}).get("text"),
                    **({"style": button["style"]} if "style" in button else {}),
                    **({"disabled": True} if "disabled" in button else {}),
                }
                for button in row
            ]
            for row in message.inline_keyboard
        ],
        "keyboard": [[button["text"] for button in row] for row in keyboard] if keyboard else None,
        "document": {
            "file_id": file.file_id,
            "file_name": file.name,
            "size": len(file.content),
        }
        if file
        else None,
        "photo": message.is_photo,
        "topic": {"id": message.topic, "name": world.topics[message.topic].name}
        if message.topic in world.topics
        else None,
        "reply_to": message.reply_to,
        "forward_from": message.forward_from,
        "pinned": message.message_id in world.pins.get(message.chat_id, []),
        "edits": message.edits,
        "silent": message.silent,
        "aside_to": message.aside_to,
        "reaction": message.reaction,
        "tag": world.tags.get(message.sender_id, "") if message.chat_id == world.group_id else "",
    }
