"""What people do in chats: write, send files, tap, block the bot. Each deed becomes an update."""

from __future__ import annotations

import mimetypes
import re
import secrets
from typing import Any

from bot.sandbox.chatting import Answer, Json, Message, Query
from bot.sandbox.people import BOT_ID, BOT_USERNAME, BY_ID, GROUP_OWNER, GUISES
from bot.sandbox.pictures import picture_size
from bot.sandbox.refusal import WrongRequest
from bot.sandbox.telegram_html import utf16_length
from bot.sandbox.topics import written_in
from bot.sandbox.views import chat, member, telegram_message, user
from bot.sandbox.world import World
from domain.office import reading

TEXT_LIMIT = 4096
TAP_WAIT = 10.0
_COMMAND = re.compile(r"(?<![\w/])/[a-zA-Z0-9_]{1,32}(?:@\w+)?")
_LINK = re.compile(r"https?://\S+")
_EMOJI_BEFORE = re.compile(r"^[^\w«\"(№]+\s*")


def known_person(person: Any) -> int:
    """A person's id. Raises `WrongRequest` (404) for anyone else."""
    person_id = reading.whole(str(person))
    if person_id is None:
        raise WrongRequest("from: a person's id")
    if person_id not in BY_ID:
        raise WrongRequest(f"no person {person_id}", 404)
    return person_id


def known_chat(world: World, chat_id: Any) -> int:
    """A chat's id. Raises `WrongRequest` (404) for an unknown one."""
    number = reading.whole(str(chat_id), -reading.MOST)
    if number is None:
        raise WrongRequest("chat: a chat's id")
    if number not in world.messages:
        raise WrongRequest(f"no chat {number}", 404)
    return number


def member_of_chat(world: World, body: Json) -> tuple[int, int]:
    """Who does something and where. Raises `WrongRequest` (403) when the person is not in that chat."""
    person_id = known_person(body.get("from"))
    chat_id = known_chat(world, body.get("chat", person_id))
    if not world.is_member(person_id, chat_id):
        raise WrongRequest(f"person {person_id} is not in chat {chat_id}", 403)
    return person_id, chat_id


def write(world: World, body: Json, file: tuple[str, bytes] | None = None) -> Message:
    """A person writes `text`, with a file (name, bytes) or without, maybe with `reply_to`, `forward_from`,
    in the forum topic `topic` or that of the message answered.

    With `photo` the file is a picture that is sent as one. Files that were sent together have the same
    `album`; `as` is whose name is used in the group: its own, a channel's or another bot's.
    """
    person_id, chat_id = member_of_chat(world, body)
    guise = str(body.get("as") or "")
    if guise and (guise not in GUISES or chat_id != world.group_id):
        raise WrongRequest(f"as: {', '.join(GUISES)}; in the group")
    text = _words(body)
    if not text and file is None:
        raise WrongRequest("text: what the person writes, or a file")
    if utf16_length(text) > TEXT_LIMIT:
        raise WrongRequest(f"text: up to {TEXT_LIMIT} characters")
    reply_to = None
    if asked := str(body.get("reply_to") or ""):
        reply_to = reading.whole(asked, 1)
        if reply_to not in world.messages[chat_id]:
            raise WrongRequest(f"no message {asked} in chat {chat_id}", 404)
    topic = written_in(
        world, person_id, chat_id, body.get("topic"), world.messages[chat_id].get(reply_to or 0)
    )
    size = picture_size(file[1]) if file is not None and body.get("photo") else (0, 0)
    if size is None:
        raise WrongRequest("photo: the file is no picture")
    message = world.add_message(chat_id, person_id)
    message.text, message.entities, message.topic = text, _entities(text), topic
    message.reply_to, message.forward_from = reply_to, str(body.get("forward_from") or "") or None
    message.album = str(body.get("album") or "") or None
    message.guise = guise
    if file is not None:
        _enclose(world, message, *file, size)
    if chat_id == person_id:
        world.started.add(person_id)
        unblock(world, person_id)
    world.show(message)
    if chat_id not in world.left:
        world.updates.add("message", telegram_message(world, message))
    return message


def _enclose(world: World, message: Message, name: str, content: bytes, size: tuple[int, int]) -> None:
    """A file with the message: a photo where it has a size in pixels."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    message.file_id, message.is_photo = world.keep_file(name, kind, content, size).file_id, any(size)


def edit(world: World, body: Json) -> Message:
    """A person changes the `text` of their own message `message_id`."""
    person_id, chat_id = member_of_chat(world, body)
    number, text = body.get("message_id"), _words(body)
    message = world.messages[chat_id].get(number) if isinstance(number, int) else None
    if message is None or message.sender_id != person_id:
        raise WrongRequest(f"no message {number} of person {person_id} in chat {chat_id}", 404)
    if not 0 < utf16_length(text) <= TEXT_LIMIT:
        raise WrongRequest(f"text: 1 to {TEXT_LIMIT} characters")
    message.text, message.entities = text, _entities(text)
    world.touch(message)
    world.show(message)
    world.updates.add("edited_message", telegram_message(world, message))
    return message


def _words(body: Json) -> str:
    """What is typed; half of a surrogate pair is no text."""
    text = str(body.get("text") or "").strip()
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WrongRequest("text: half of a surrogate pair") from None
    return text


def _entities(text: str) -> list[Json]:
    return [
        {"type": kind, "offset": utf16_length(text[: found.start()]), "length": utf16_length(found[0])}
        for kind, pattern in (("bot_command", _COMMAND), ("url", _LINK))
        for found in pattern.finditer(text)
        if kind == "url" or "@" not in found[0] or found[0].endswith(f"@{BOT_USERNAME}")
    ]


def button_meant(message: Message, word: str) -> Json | None:
    """The button with this text, an emoji before it apart, or with this callback data."""
    buttons = [button for row in message.inline_keyboard for button in row]
    bare = _EMOJI_BEFORE.sub("", word)
    for matches in (
        lambda button: button["text"] == word,
        lambda button: button.get("callback_data") == word,
        lambda button: bare and _EMOJI_BEFORE.sub("", button["text"]) == bare,
    ):
        found = next((button for button in buttons if matches(button)), None)
        if found:
            return found
    return None


async def tap(world: World, body: Json) -> Answer | None:
    """A person taps; what is not a button's text goes to the bot as raw, perhaps forged, callback data.

    Returns what the person sees, or None when the bot did not answer within 10 seconds.
    """
    person_id, chat_id = member_of_chat(world, body)
    number, word = body.get("message_id"), str(body.get("button") or "")
    message = world.messages[chat_id].get(number) if isinstance(number, int) else None
    if message is None:
        raise WrongRequest(f"no message {number} in chat {chat_id}", 404)
    if not word:
        raise WrongRequest("button: its text, or its callback_data")
    button = button_meant(message, word) or {"callback_data": word}
    if "disabled" in button:
        raise WrongRequest("button: it is disabled and does nothing")
    if "callback_data" not in button:
        return Answer("", False, button.get("url") or "")
    query = Query(secrets.token_hex(8), world.monotonic())
    world.queries[query.query_id] = query
    shown = {
        "id": query.query_id,
        "from": user(person_id),
        "message": telegram_message(world, message),
        "chat_instance": str(abs(chat_id)),
        "data": button["callback_data"],
    }
    world.updates.add("callback_query", shown)
    return await query.wait(TAP_WAIT)


def block(world: World, person_id: int) -> None:
    """The person blocks the bot."""
    if person_id not in world.blocked:
        world.blocked.add(person_id)
        _membership(world, person_id, "member", "kicked")


def unblock(world: World, person_id: int) -> None:
    """The person lets the bot write again."""
    if person_id in world.blocked:
        world.blocked.discard(person_id)
        _membership(world, person_id, "kicked", "member")


def _membership(world: World, person_id: int, before: str, after: str) -> None:
    _bot_became(world, person_id, person_id, before, after)


def put_out(world: World) -> None:
    """The head puts the bot out of the group."""
    if world.group_id not in world.left:
        world.left.add(world.group_id)
        _bot_became(world, world.group_id, GROUP_OWNER, "member", "kicked")


def take_back(world: World) -> None:
    """The head takes the bot back into the group."""
    if world.group_id in world.left:
        world.left.discard(world.group_id)
        _bot_became(world, world.group_id, GROUP_OWNER, "left", "member")


def migrate(world: World) -> None:
    """The group is made a supergroup; both chats say so (Bot API, Message.migrate_to_chat_id)."""
    former = world.group_id
    world.migrate_group()
    for chat_id, other in ((former, "migrate_to_chat_id"), (world.group_id, "migrate_from_chat_id")):
        message = world.add_message(chat_id, GROUP_OWNER)
        shown = {**telegram_message(world, message), other: world.group_id if chat_id == former else former}
        world.updates.add("message", shown)


def _bot_became(world: World, chat_id: int, person_id: int, before: str, after: str) -> None:
    who = member(world, world.group_id, BOT_ID)["user"]
    shown = [
        {"status": status, "user": who, **({"until_date": 0} if status == "kicked" else {})}
        for status in (before, after)
    ]
    moment = int(world.clock.now().timestamp())
    world.updates.add("my_chat_member", {
        "chat": chat(chat_id), "from": user(person_id), "date": moment,
        "old_chat_member": shown[0], "new_chat_member": shown[1],
    })  # fmt: skip
