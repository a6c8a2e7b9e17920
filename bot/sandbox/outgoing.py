"""What the bot sends, and the rules that each send and edit passes through."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unicodedata import category

from bot.sandbox.calls import Call
from bot.sandbox.chatting import Json, Message, StoredFile
from bot.sandbox.keyboards import check_markup
from bot.sandbox.people import (
    BOT_ID,
    BY_ID,
    CHANNEL_ID,
    CHANNEL_USERNAME,
    GROUP_ADMINISTRATORS,
    GROUP_ID,
    SUPERGROUP_ID,
)
from bot.sandbox.pictures import picture_size
from bot.sandbox.refusal import Refused, bad_request, forbidden
from bot.sandbox.telegram_html import Parsed, parse, utf16_length
from bot.sandbox.topics import asked_topic
from bot.sandbox.views import telegram_message
from bot.sandbox.world import World
from domain.office import reading

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT = 32768
"""Bytes of a text or caption before its marks are read (telegram-bot-api, `Client::get_formatted_text`)."""
PICTURE_SIDES, PICTURE_RATIO = 10000, 20
"""Of a photo: width and height together, and the longer to the shorter (Bot API, sendPhoto)."""
UPLOAD_LIMIT = 50 * 1024 * 1024
TAG_LIMIT = 16
REACTIONS = ("👍", "👎", "❤", "🔥", "👏", "👌", "🙏", "🤝", "✍", "👀", "🫡")
"""Of those that a message takes unless its chat allows others (Bot API, ReactionTypeEmoji)."""
DELETE_WITHIN = timedelta(hours=48)


def known_chat(world: World, call: Call) -> int:
    """The chat that a call names. Raises `Refused` for one that is not here."""
    value = call.text("chat_id")
    if not value:
        raise bad_request("chat_id is empty", "chat_not_found")
    if value.lower() == f"@{CHANNEL_USERNAME}":
        return CHANNEL_ID
    number = reading.whole(value, -reading.MOST)
    if number is None or number not in world.messages:
        raise bad_request("chat not found", "chat_not_found")
    if number in (GROUP_ID, SUPERGROUP_ID) and number != world.group_id:
        raise Refused(
            "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=world.group_id
        )
    return number


def open_chat(world: World, call: Call) -> int:
    """A chat that the bot may write in. Raises `Refused`."""
    chat_id = known_chat(world, call)
    if chat_id in world.left:
        raise forbidden("bot is not a member of the supergroup chat", None)
    if chat_id in world.blocked:
        raise forbidden("bot was blocked by the user", None)
    if chat_id > 0 and chat_id not in world.started:
        raise forbidden("bot can't initiate conversation with a user", "not_started")
    return chat_id


def formatted(world: World, call: Call, name: str, entities: str, limit: int) -> Parsed:
    """A text or caption with its entities, within its length. Raises `Refused`."""
    source, mode = call.text(name), call.text("parse_mode").lower()
    if len(source.encode()) > SOURCE_LIMIT:
        raise bad_request("text is too long", "length")
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode", "html")
    parsed = parse(source) if mode else Parsed(source.strip(), _given_entities(call.json(entities)))
    if utf16_length(parsed.text) > limit:
        kind = "message is too long" if name == "text" else "message caption is too long"
        raise bad_request(kind, "length")
    if name == "text" and not parsed.text:
        raise bad_request("text must be non-empty" if source else "message text is empty", "length")
    for slip in parsed.slips:
        world.violate(call.method, "html", slip)
    return parsed


def _given_entities(given: Any) -> list[Json]:
    return [entity for entity in given or [] if isinstance(entity, dict) and "type" in entity]


def send_message(world: World, call: Call) -> Json:
    """sendMessage."""
    chat_id = open_chat(world, call)
    parsed = formatted(world, call, "text", "entities", TEXT_LIMIT)
    return _send(world, call, chat_id, parsed, aside_to=_aside_to(world, call, chat_id))


def _aside_to(world: World, call: Call, chat_id: int) -> int | None:
    """Who alone will see the message: somebody of the group (Bot API, EphemeralMessageParameters)."""
    asked = call.json("ephemeral_message_parameters")
    if not asked:
        return None
    receiver = reading.whole(str(asked.get("receiver_user_id")))
    if chat_id != world.group_id or receiver not in BY_ID:
        raise bad_request("ephemeral messages are for members of a group", "ephemeral")
    if not world.asides:
        raise bad_request("not enough rights to send ephemeral messages", None)
    return receiver


def send_document(world: World, call: Call) -> Json:
    """sendDocument."""
    return _send_file(world, call, "document")


def send_photo(world: World, call: Call) -> Json:
    """sendPhoto."""
    return _send_file(world, call, "photo")


def _send_file(world: World, call: Call, kind: str) -> Json:
    chat_id = open_chat(world, call)
    parsed = formatted(world, call, "caption", "caption_entities", CAPTION_LIMIT)
    upload = call.upload(kind)
    if upload is None:
        file = world.files.get(call.text(kind))
        if file is None:
            raise bad_request(f"wrong file identifier/HTTP URL specified for {kind}", "file")
        return _send(world, call, chat_id, parsed, file, is_photo=kind == "photo")
    if not upload.content:
        raise bad_request("file must be non-empty", "file_size")
    if len(upload.content) > UPLOAD_LIMIT:
        raise Refused("Request Entity Too Large", rule="file_size", code=413)
    size = picture_size(upload.content) if kind == "photo" else (0, 0)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED", "file")
    if kind == "photo" and (sum(size) > PICTURE_SIDES or max(size) > PICTURE_RATIO * min(size)):
        raise bad_request("PHOTO_INVALID_DIMENSIONS", "file")
    keep = lambda: world.keep_file(upload.name, upload.mime_type, upload.content, size)  # noqa: E731
    return _send(world, call, chat_id, parsed, keep, is_photo=kind == "photo")


def _send(
    world: World,
    call: Call,
    chat_id: int,
    parsed: Parsed,
    file: Any = None,
    *,
    is_photo: bool = False,
    aside_to: int | None = None,
) -> Json:
    markup = check_markup(call.json("reply_markup"))
    reply_to, topic = _reply_to(world, call, chat_id), asked_topic(world, call, chat_id)
    world.flood.pass_or_refuse(chat_id)
    message = world.add_message(chat_id, BOT_ID)
    message.text, message.entities, message.markup = parsed.text, parsed.entities, markup
    if file is not None:
        stored: StoredFile = file if isinstance(file, StoredFile) else file()
        message.file_id, message.is_photo = stored.file_id, is_photo
    message.reply_to, message.topic, message.aside_to = reply_to, topic, aside_to
    message.silent = call.flag("disable_notification")
    world.show(message)
    return telegram_message(world, message)


def _reply_to(world: World, call: Call, chat_id: int) -> int | None:
    asked = call.json("reply_parameters") or {}
    number = asked.get("message_id") or call.number("reply_to_message_id", 0)
    if not number:
        return None
    known = reading.whole(str(number))
    if known in world.messages[chat_id]:
        return known
    if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found", "message_not_found")


def _message_to(world: World, call: Call, deed: str) -> Message:
    chat_id = known_chat(world, call)
    if chat_id in world.left:
        raise forbidden("bot is not a member of the supergroup chat", None)
    if chat_id in world.blocked:
        raise forbidden("bot was blocked by the user", None)
    message = world.messages[chat_id].get(call.number("message_id"))
    if message is None:
        # To delete what is gone breaks no rule: people delete messages, and an answer may be lost.
        raise bad_request(f"message to {deed} not found", None if deed == "delete" else "message_not_found")
    return message


def _edit(world: World, call: Call, message: Message, parsed: Parsed | None) -> Json:
    if message.sender_id != BOT_ID:
        raise bad_request("message can't be edited", "message_not_found")
    text, entities = (parsed.text, parsed.entities) if parsed else (message.text, message.entities)
    markup = check_markup(call.json("reply_markup"))
    if (text, entities, markup) == (message.text, message.entities, message.markup):
        # After a lost answer or a restart the bot may rightly try the same edit again, and who takes the
        # buttons away from an old message need not know whether it had any.
        stripped = parsed is None and markup is None
        excused = stripped or message.uncertain or message.written_in_life != world.bot_life
        message.uncertain, message.written_in_life = False, world.bot_life
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message",
            None if excused else "not_modified",
        )
    world.flood.pass_or_refuse(message.chat_id)
    message.text, message.entities, message.markup = text, entities, markup
    world.touch(message)
    world.show(message, kind="edited")
    return telegram_message(world, message)


def edit_message_text(world: World, call: Call) -> Json:
    """editMessageText."""
    message = _message_to(world, call, "edit")
    if message.file_id:
        raise bad_request("there is no text in the message to edit", "message_not_found")
    return _edit(world, call, message, formatted(world, call, "text", "entities", TEXT_LIMIT))


def edit_message_caption(world: World, call: Call) -> Json:
    """editMessageCaption."""
    message = _message_to(world, call, "edit")
    if not message.file_id:
        raise bad_request("there is no caption in the message to edit", "message_not_found")
    parsed = formatted(world, call, "caption", "caption_entities", CAPTION_LIMIT)
    return _edit(world, call, message, parsed)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """editMessageReplyMarkup."""
    return _edit(world, call, _message_to(world, call, "edit"), None)


def delete_message(world: World, call: Call) -> bool:
    """deleteMessage: only what is younger than 48 hours by the office's clock."""
    message = _message_to(world, call, "delete")
    if world.clock.now() - message.date > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone", "message_not_found")
    world.delete(message)
    return True


def send_chat_action(world: World, call: Call) -> bool:
    """sendChatAction: the page shows that the bot is busy."""
    chat_id = open_chat(world, call)
    if not call.text("action"):
        raise bad_request("wrong parameter action in request", "parameters")
    world.tell({"kind": "action", "chat": chat_id})
    return True


def pin_chat_message(world: World, call: Call) -> bool:
    """pinChatMessage: the newest pinned one is the last of the list."""
    message = _message_to(world, call, "pin")
    pinned = world.pins.setdefault(message.chat_id, [])
    if message.message_id in pinned:
        pinned.remove(message.message_id)
    pinned.append(message.message_id)
    world.show(message, kind="pinned")
    return True


def unpin_chat_message(world: World, call: Call) -> bool:
    """unpinChatMessage: the named one, or the newest pinned."""
    chat_id = known_chat(world, call)
    pinned = world.pins.get(chat_id, [])
    number = call.number("message_id", 0) or (pinned[-1] if pinned else 0)
    if number not in pinned:
        # No rule is broken, as with deleting: an answer may be lost, and people unpin too.
        raise bad_request("message to unpin not found", None)
    pinned.remove(number)
    world.tell({"kind": "pinned", "chat": chat_id, "message_id": number})
    return True


def leave_chat(world: World, call: Call) -> bool:
    """leaveChat: only the group can be left."""
    chat_id = known_chat(world, call)
    if chat_id in BY_ID:
        raise bad_request("chat member status can't be changed in private chats", "chat_not_found")
    world.left.add(chat_id)
    return True


def set_message_reaction(world: World, call: Call) -> bool:
    """setMessageReaction: one emoji of the bot's on a message; an empty list takes it away."""
    message = _message_to(world, call, "react")
    given = call.json("reaction") or []
    if len(given) > 1 or any(
        one.get("type") != "emoji" or one.get("emoji") not in REACTIONS for one in given
    ):
        raise bad_request("REACTION_INVALID", "parameters")
    message.reaction = given[0]["emoji"] if given else ""
    world.show(message, kind="reaction")
    return True


def set_chat_member_tag(world: World, call: Call) -> bool:
    """setChatMemberTag: in a group, of a member who is no administrator, up to 16 characters, no emoji."""
    chat_id, user_id = known_chat(world, call), call.number("user_id")
    if chat_id != world.group_id:
        raise bad_request("method is available only for groups and supergroups", "chat_not_found")
    if chat_id in world.left:
        raise forbidden("bot is not a member of the supergroup chat", None)
    tag = call.text("tag")
    if utf16_length(tag) > TAG_LIMIT or any(category(sign) == "So" for sign in tag):
        raise bad_request("TAG_INVALID", "length")
    if not world.is_member(user_id, chat_id):
        raise bad_request("user not found", None)  # people come and go unseen
    if user_id in GROUP_ADMINISTRATORS:
        raise bad_request("can't set tag of a chat administrator", None)
    world.tags[user_id] = tag
    world.tell({"kind": "tag", "chat": chat_id, "user": user_id, "tag": tag})
    return True


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "sendChatAction": send_chat_action,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "leaveChat": leave_chat,
    "setMessageReaction": set_message_reaction,
    "setChatMemberTag": set_chat_member_tag,
}
