"""What the bot asks and settles about itself: who is in a chat, its command menus, files, answers to taps."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.chatting import Answer, Json
from bot.sandbox.outgoing import known_chat
from bot.sandbox.people import BOT_ID, BY_ID, GROUP_ADMINISTRATORS
from bot.sandbox.refusal import bad_request
from bot.sandbox.telegram_html import utf16_length
from bot.sandbox.views import chat, member, telegram_message, user
from bot.sandbox.world import World

ANSWER_LIMIT = 200
ANSWER_WITHIN = 15.0
DOWNLOAD_LIMIT = 20 * 1024 * 1024
MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def get_me(world: World, call: Call) -> Json:
    """getMe."""
    return {
        **user(BOT_ID),
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, call: Call) -> Json:
    """getChat."""
    chat_id = known_chat(world, call)
    pinned = world.pins.get(chat_id)
    shown = chat(chat_id, forum=bool(world.topics))
    full = {**shown, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
        "premium_subscription": False, "gifts_from_channels": False,
    }}  # fmt: skip
    if pinned:
        full["pinned_message"] = telegram_message(world, world.messages[chat_id][pinned[-1]])
    return full


def get_chat_member(world: World, call: Call) -> Json:
    """getChatMember."""
    return member(world, known_chat(world, call), call.number("user_id"))


def get_chat_administrators(world: World, call: Call) -> list[Json]:
    """getChatAdministrators."""
    if known_chat(world, call) != world.group_id:
        raise bad_request("there are no administrators in the private chat", "chat_not_found")
    return [member(world, world.group_id, user_id) for user_id in sorted(GROUP_ADMINISTRATORS)]


def get_chat_member_count(world: World, call: Call) -> int:
    """getChatMemberCount."""
    return len(BY_ID) + 1 if known_chat(world, call) == world.group_id else 2


def get_file(world: World, call: Call) -> Json:
    """getFile: up to 20 MB."""
    file = world.files.get(call.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable", "file")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big", "file_size")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def answer_callback_query(world: World, call: Call) -> bool:
    """answerCallbackQuery: within 15 seconds, once, up to 200 characters."""
    query = world.queries.get(call.text("callback_query_id"))
    if query is None:
        raise bad_request(_TOO_OLD, "callback_answer")
    now, repeated = world.monotonic(), len(query.delivered) > 1
    if query.answer:
        # An answer lost on its way, or an update delivered anew, is rightly answered again.
        raise bad_request(_TOO_OLD, None if query.uncertain or repeated else "callback_answer")
    if now - query.tapped > ANSWER_WITHIN:
        slow = not repeated and now - next(iter(query.delivered), now) > ANSWER_WITHIN
        raise bad_request(_TOO_OLD, "callback_answer" if slow else None)
    text = call.text("text")
    if utf16_length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG", "length")
    query.answer = Answer(text, call.flag("show_alert"), call.text("url") or None)
    query.came.set()
    return True


def _scope_key(world: World, call: Call) -> str:
    scope = call.json("scope") or {"type": "default"}
    kind = scope.get("type", "default")
    known = {
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
        "chat", "chat_administrators", "chat_member",
    }  # fmt: skip
    if kind not in known:
        raise bad_request("can't parse BotCommandScope: unsupported type specified", "commands")
    parts = [kind]
    if kind in ("chat", "chat_administrators", "chat_member"):
        parts.append(str(known_chat(world, Call(call.method, {"chat_id": scope.get("chat_id")}))))
    if kind == "chat_member":
        parts.append(str(scope.get("user_id")))
    return "/".join([*parts, call.text("language_code")])


def set_my_commands(world: World, call: Call) -> bool:
    """setMyCommands."""
    commands = call.json("commands")
    if not isinstance(commands, list) or not all(isinstance(command, dict) for command in commands):
        raise bad_request("can't parse commands JSON array", "commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH", "commands")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID", "commands")
        if not 1 <= utf16_length(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID", "commands")
    world.commands[_scope_key(world, call)] = commands
    world.tell({"kind": "commands"})
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    """getMyCommands."""
    return world.commands.get(_scope_key(world, call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_scope_key(world, call), None)
    world.tell({"kind": "commands"})
    return True


def menu(world: World, person_id: int, chat_id: int) -> list[Json]:
    """The commands that a person sees in a chat (Bot API, «Determining list of commands»)."""
    if chat_id == world.group_id:
        scopes = [f"chat_member/{chat_id}/{person_id}", f"chat/{chat_id}", "all_group_chats", "default"]
        if person_id in GROUP_ADMINISTRATORS:
            scopes[1:3] = [
                f"chat_administrators/{chat_id}", f"chat/{chat_id}",
                "all_chat_administrators", "all_group_chats",
            ]  # fmt: skip
    else:
        scopes = [f"chat/{chat_id}", "all_private_chats", "default"]
    keys = [f"{scope}/{language}" for scope in scopes for language in ("ru", "")]
    return next((world.commands[key] for key in keys if world.commands.get(key)), [])


def accept(world: World, call: Call) -> bool:
    """Settings that the sandbox has no place to show."""
    return True


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "getFile": get_file,
    "answerCallbackQuery": answer_callback_query,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": accept,
    "setMyDescription": accept,
    "setMyShortDescription": accept,
    "setChatMenuButton": accept,
}
