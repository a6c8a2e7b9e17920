"""Rules of the keyboard under a message (Bot API, InlineKeyboardMarkup and InlineKeyboardButton)."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chatting import Json
from bot.sandbox.refusal import bad_request
from bot.sandbox.web_links import wrong_link

MOST_IN_ROW = 8
MOST_OVERALL = 100
DATA_BYTES = 64
_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    "disabled",
})  # fmt: skip
_STYLES = frozenset({"danger", "success", "primary"})
_KEYBOARDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def check_markup(markup: Any) -> Json | None:
    """The markup, if it keeps the rules. Raises `Refused` with Telegram's words when it does not."""
    if markup is None:
        return None
    if not isinstance(markup, dict) or not any(name in markup for name in _KEYBOARDS):
        raise bad_request("object expected as reply markup", "keyboard")
    rows = markup.get("inline_keyboard", markup.get("keyboard", []))
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup JSON object", "keyboard")
    inline = "inline_keyboard" in markup
    cleaned = [[_button(button, inline=inline) for button in row] for row in rows if row]
    if any(len(row) > MOST_IN_ROW for row in cleaned):
        raise bad_request(f"reply markup has more than {MOST_IN_ROW} buttons in a row", "keyboard")
    if sum(map(len, cleaned)) > MOST_OVERALL:
        raise bad_request("reply markup is too long", "keyboard")
    if inline:
        return {"inline_keyboard": cleaned} if cleaned else None
    return {**markup, "keyboard": cleaned} if "keyboard" in markup else {**markup}


def _button(button: Any, *, inline: bool) -> Json:
    if isinstance(button, str) and not inline:
        button = {"text": button}
    if not isinstance(button, dict) or not str(button.get("text") or "").strip():
        raise bad_request(
            "can't parse inline keyboard button: text of the button must be non-empty", "keyboard"
        )
    given: Json = {name: value for name, value in button.items() if value is not None}
    if not inline:
        return given
    actions = _ACTIONS & given.keys()
    if not actions:
        raise bad_request("can't parse inline keyboard button: text buttons are unallowed", "keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action expected", "keyboard")
    if given.get("style", "primary") not in _STYLES:
        raise bad_request("can't parse inline keyboard button: unknown style of the button", "keyboard")
    if "callback_data" in actions and not 1 <= len(str(given["callback_data"]).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID", "callback_data")
    if "url" in actions and (wrong := wrong_link(str(given["url"]))):
        url = given["url"]
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {wrong}", "keyboard")
    return given
