"""The sandbox says no where Telegram does, in its words, and writes it down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNotFound
from aiogram.types import BotCommand, BotCommandScopeChat, BufferedInputFile, InlineKeyboardMarkup
from aiohttp import FormData

from tests.e2e.sandboxed import HEAD, SECOND, STRANGER, Talk, talk


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


def keyboard(*rows: list[dict[str, Any]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": list(rows)})


@pytest.mark.parametrize(
    ("text", "error", "rule"),
    [
        ("я" * 4097, "message is too long", "length"),
        ("😀" * 2049, "message is too long", "length"),
        ("", "message text is empty", "length"),
        ("<b> </b>", "text must be non-empty", "length"),
        ("<div>x</div>", 'Unsupported start tag "div"', "html"),
        ("<b>x", "Can't find end tag", "html"),
        ("<b><i>x</b></i>", "Unmatched end tag", "html"),
        ("x</b>", "Unexpected end tag", "html"),
        ("1 < 2", "can't parse entities", "html"),
        ("<span>x</span>", 'must have class "tg-spoiler"', "html"),
    ],
)
async def test_a_wrong_text(here: Talk, text: str, error: str, rule: str) -> None:
    with pytest.raises(TelegramBadRequest, match=error):
        await here.bot.send_message(HEAD, text, parse_mode="HTML")
    assert await here.rules() == [rule]
    assert not await here.messages(HEAD)


async def test_length_counts_after_tags(here: Talk) -> None:
    await here.bot.send_message(HEAD, f"<b>{'я' * 4096}</b>", parse_mode="HTML")
    assert await here.rules() == []


async def test_an_unescaped_ampersand_passes_but_is_written_down(here: Talk) -> None:
    message = await here.bot.send_message(HEAD, "хлеб & соль", parse_mode="HTML")
    assert message.text == "хлеб & соль"
    assert await here.rules() == ["html"]


async def test_html_comes_back_as_text_and_entities(here: Talk) -> None:
    source = (
        '😀 <b>жирный <i>и курсив</i></b> <a href="https://e.org/?a=1&amp;b=2">связь</a>\n'
        "<tg-spoiler>тайна</tg-spoiler> <code>x&lt;y</code> <blockquote expandable>цитата</blockquote>\n"
        '<pre><code class="language-python">print()</code></pre>'
    )
    message = await here.bot.send_message(HEAD, source, parse_mode="HTML")
    assert message.text is not None and message.text.startswith("😀 жирный и курсив связь\nтайна x<y цитата")
    (shown,) = await here.messages(HEAD)
    assert shown["html"] == source
    assert shown["text"] == message.text
    assert await here.rules() == []


def link(url: str) -> list[list[dict[str, str]]]:
    """A keyboard with one link."""
    return [[{"text": "Да", "url": url}]]


@pytest.mark.parametrize(
    ("rows", "error", "rule"),
    [
        ([[{"text": "Да", "callback_data": "я" * 33}]], "BUTTON_DATA_INVALID", "callback_data"),
        ([[{"text": "Да", "callback_data": ""}]], "BUTTON_DATA_INVALID", "callback_data"),
        ([[{"text": "Да"}]], "text buttons are unallowed", "keyboard"),
        ([[{"text": "Да", "callback_data": "a", "url": "https://e.org"}]], "exactly one action", "keyboard"),
        ([[{"text": " ", "callback_data": "a"}]], "text of the button must be non-empty", "keyboard"),
        ([[{"text": "Да", "callback_data": "a", "style": "green"}]], "unknown style", "keyboard"),
        ([[{"text": "Да", "callback_data": "a", "disabled": {}}]], "exactly one action", "keyboard"),
        (link("javascript:alert(1)"), "Wrong port number specified in the URL", "keyboard"),
        (link("https://e.org:99999/"), "Wrong port number specified in the URL", "keyboard"),
        (link("https://e.org:/"), "Wrong port number specified in the URL", "keyboard"),
        (link("https://e.org\\room"), "Wrong URL host", "keyboard"),
        (link("https://vks/room"), "'https://vks/room' is invalid: Wrong HTTP URL", "keyboard"),
        (link("ftp://e.org"), "Unsupported URL protocol", "keyboard"),
        (link("https://"), "URL host is empty", "keyboard"),
        (link("https://[::x]/"), "Wrong IPv6 address", "keyboard"),
        (link("tg://resolve:80?domain=a"), "Wrong tg URL", "keyboard"),
        ([[{"text": "Да", "callback_data": "a"}] * 9], "more than 8 buttons", "keyboard"),
        ([[{"text": "Да", "callback_data": "a"}]] * 101, "too long", "keyboard"),
    ],
)
async def test_a_wrong_keyboard(here: Talk, rows: Any, error: str, rule: str) -> None:
    with pytest.raises(TelegramBadRequest, match=error):
        await here.bot.send_message(HEAD, "x", reply_markup=keyboard(*rows))
    assert await here.rules() == [rule]


async def test_a_coloured_button_and_one_that_does_nothing(here: Talk) -> None:
    rows: list[dict[str, Any]] = [
        {"text": "За", "callback_data": "a", "style": "success"},
        {"text": "Против", "disabled": {}, "style": "danger"},
    ]
    await here.bot.send_message(HEAD, "x", reply_markup=keyboard(rows))
    (shown,) = (await here.messages(HEAD))[0]["buttons"]
    assert shown[0]["style"] == "success" and "disabled" not in shown[0]
    assert shown[1]["disabled"] is True and shown[1]["data"] is None
    status, answer = await here.ask(
        "POST", "/api/taps", json={"from": HEAD, "chat": HEAD, "message_id": 1, "button": "Против"}
    )
    assert status == 400 and "disabled" in answer["error"]
    assert await here.rules() == []


@pytest.mark.parametrize(
    "url", ["e.org", "https://Вкс.рф:8443/a b", "https://a@e.org/?x#y", "http://[::1]/", "tg://user?id=1"]
)
async def test_a_link_that_a_button_opens(here: Talk, url: str) -> None:
    await here.bot.send_message(HEAD, "x", reply_markup=keyboard(*link(url)))
    assert await here.rules() == []


async def test_a_text_too_long_before_it_is_read(here: Talk) -> None:
    with pytest.raises(TelegramBadRequest, match="text is too long"):
        await here.bot.send_message(HEAD, "<b></b>" * 5000 + "x", parse_mode="HTML")
    assert await here.rules() == ["length"]


@pytest.mark.parametrize(("across", "down"), [(9000, 1001), (2100, 100)])
async def test_a_picture_out_of_shape(here: Talk, across: int, down: int) -> None:
    header = b"\x89PNG\r\n\x1a\n" + bytes(8) + across.to_bytes(4) + down.to_bytes(4)
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await here.bot.send_photo(HEAD, BufferedInputFile(header, "x.png"))
    assert await here.rules() == ["file"]


async def test_a_keyboard_at_its_limits(here: Talk) -> None:
    rows = [[{"text": "Да", "callback_data": "a" * 64}] * 8] * 12
    await here.bot.send_message(HEAD, "x", reply_markup=keyboard(*rows))
    assert await here.rules() == []


async def test_an_edit_that_changes_nothing(here: Talk) -> None:
    message = await here.bot.send_message(HEAD, "<b>x</b>", parse_mode="HTML")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await here.bot.edit_message_text(
            "<b>x</b> ", chat_id=HEAD, message_id=message.message_id, parse_mode="HTML"
        )
    assert await here.rules() == ["not_modified"]
    await here.bot.edit_message_text("x", chat_id=HEAD, message_id=message.message_id)
    (shown,) = await here.messages(HEAD)
    assert (shown["text"], shown["edits"]) == ("x", 1)


async def test_an_edit_without_a_keyboard_takes_it_away(here: Talk) -> None:
    buttons = keyboard([{"text": "Да", "callback_data": "a"}])
    message = await here.bot.send_message(HEAD, "x", reply_markup=buttons)
    await here.bot.edit_message_reply_markup(chat_id=HEAD, message_id=message.message_id)
    assert (await here.messages(HEAD))[0]["buttons"] == []


async def test_messages_that_cannot_be_edited(here: Talk) -> None:
    theirs = await here.say(HEAD, "привет")
    for number, error in ((theirs, "can't be edited"), (999, "message to edit not found")):
        with pytest.raises(TelegramBadRequest, match=error):
            await here.bot.edit_message_text("x", chat_id=HEAD, message_id=number)
    file = BufferedInputFile(b"x", "x.txt")
    sent = await here.bot.send_document(HEAD, file, caption="подпись")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await here.bot.edit_message_text("x", chat_id=HEAD, message_id=sent.message_id)
    await here.bot.edit_message_caption(chat_id=HEAD, message_id=sent.message_id, caption="другая")
    assert (await here.messages(HEAD))[-1]["text"] == "другая"
    assert await here.rules() == ["message_not_found"] * 3


async def test_a_message_is_deleted_within_two_days(here: Talk) -> None:
    young = await here.bot.send_message(HEAD, "x")
    old = await here.bot.send_message(HEAD, "y")
    await here.bot.delete_message(HEAD, young.message_id)
    assert [message["text"] for message in await here.messages(HEAD)] == ["y"]
    await here.post("/api/clock", now="2026-11-26T09:00:00+05:00")
    with pytest.raises(TelegramBadRequest, match="can't be deleted"):
        await here.bot.delete_message(HEAD, old.message_id)


async def test_unknown_chats_and_people_who_never_wrote(here: Talk) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await here.bot.send_message(42, "x")
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation with a user"):
        await here.bot.send_message(STRANGER, "x")
    assert await here.rules() == ["chat_not_found", "not_started"]
    await here.say(STRANGER, "/start")
    await here.bot.send_message(STRANGER, "x")


async def test_in_an_empty_office_nobody_has_started() -> None:
    async with talk(empty=True) as here:
        with pytest.raises(TelegramForbiddenError):
            await here.bot.send_message(HEAD, "x")
        await here.bot.send_message(here.group, "x")


async def test_a_person_blocks_the_bot(here: Talk) -> None:
    await here.post("/api/blocks", person=SECOND, blocked=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await here.bot.send_message(SECOND, "x")
    (update,) = await here.bot.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    await here.say(SECOND, "снова здесь")
    await here.bot.send_message(SECOND, "x")
    assert await here.rules() == []


async def test_files_have_their_limits(here: Talk) -> None:
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await here.bot.send_document(HEAD, BufferedInputFile(b"x", "x.txt"), caption="я" * 1025)
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await here.bot.send_document(HEAD, BufferedInputFile(b"", "x.txt"))
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await here.bot.send_photo(HEAD, BufferedInputFile(b"x", "x.png"))
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await here.bot.send_document(HEAD, "no-such-file")
    assert await here.rules() == ["length", "file_size", "file", "file"]


async def test_big_files(here: Talk) -> None:
    big = await here.bot.send_document(HEAD, BufferedInputFile(b"x" * (20 * 2**20 + 1), "big.bin"))
    assert big.document is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await here.bot.get_file(big.document.file_id)
    for size in (50 * 2**20 + 1, 70 * 2**20):
        async with here.http.post(
            f"/bot{here.sandbox.token}/sendDocument", data=_form(HEAD, b"x" * size), expect100=True
        ) as reply:
            assert reply.status == 413
    assert await here.rules() == ["file_size"] * 3


def _form(chat: int, content: bytes) -> FormData:
    form = FormData({"chat_id": str(chat)})
    form.add_field("document", content, filename="x.bin")
    return form


async def test_a_document_travels_whole_and_can_be_sent_again(here: Talk) -> None:
    content = bytes(range(256)) * 100
    file = BufferedInputFile(content, "Протокол № 1.pdf")
    sent = await here.bot.send_document(HEAD, file, caption="<b>п</b>", parse_mode="HTML")
    assert sent.document is not None and sent.document.file_name == "Протокол № 1.pdf"
    fetched = await here.bot.download(sent.document)
    assert fetched is not None and fetched.read() == content
    (shown,) = await here.messages(HEAD)
    async with here.http.get(f"/api/files/{shown['document']['file_id']}") as reply:
        assert await reply.read() == content
        assert reply.content_type == "application/pdf"
    again = await here.bot.send_document(SECOND, sent.document.file_id)
    assert again.document is not None and again.document.file_id == sent.document.file_id


async def test_a_photo_knows_its_size(here: Talk) -> None:
    header = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IHDR" + (640).to_bytes(4) + (480).to_bytes(4)
    sent = await here.bot.send_photo(HEAD, BufferedInputFile(header, "chart.png"))
    assert sent.photo is not None and (sent.photo[0].width, sent.photo[0].height) == (640, 480)


@pytest.mark.parametrize(
    ("command", "description", "error"),
    [
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "BOT_COMMAND_INVALID"),
        ("start", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("start", "я" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_wrong_commands(here: Talk, command: str, description: str, error: str) -> None:
    with pytest.raises(TelegramBadRequest, match=error):
        await here.bot.set_my_commands([BotCommand(command=command, description=description)])
    assert await here.rules() == ["commands"]


async def test_each_person_sees_their_own_menu(here: Talk) -> None:
    everyone = BotCommand(command="help", description="помощь")
    heads = BotCommand(command="convene", description="созвать")
    await here.bot.set_my_commands([everyone])
    await here.bot.set_my_commands([heads], BotCommandScopeChat(chat_id=HEAD))

    async def menu(person: int, chat: int) -> list[str]:
        shown = await here.get(f"/api/commands?person={person}&chat={chat}")
        return [command["command"] for command in shown]

    assert await menu(HEAD, HEAD) == ["convene"]
    assert await menu(SECOND, SECOND) == ["help"]
    assert await menu(HEAD, here.group) == ["help"]
    await here.bot.delete_my_commands(BotCommandScopeChat(chat_id=HEAD))
    assert await menu(HEAD, HEAD) == ["help"]


async def test_who_is_in_the_group(here: Talk) -> None:
    assert (await here.bot.get_chat(here.group)).title == "Муниципальный центр управления"
    assert (await here.bot.get_chat_member(here.group, HEAD)).status == "administrator"
    assert (await here.bot.get_chat_member(here.group, SECOND)).status == "member"
    assert (await here.bot.get_chat_member(here.group, 42)).status == "left"
    assert await here.bot.get_chat_member_count(here.group) == 14
    assert {one.user.id for one in await here.bot.get_chat_administrators(here.group)} >= {HEAD}
    await here.bot.leave_chat(here.group)
    with pytest.raises(TelegramForbiddenError, match="not a member"):
        await here.bot.send_message(here.group, "x")


async def test_pins(here: Talk) -> None:
    message = await here.bot.send_message(here.group, "x")
    await here.bot.pin_chat_message(here.group, message.message_id)
    assert await here.get("/api/pins") == {str(here.group): [message.message_id]}
    assert (await here.bot.get_chat(here.group)).pinned_message is not None
    await here.bot.unpin_chat_message(here.group)
    assert await here.get("/api/pins") == {str(here.group): []}


async def test_a_method_that_is_not_here(here: Talk) -> None:
    with pytest.raises(TelegramNotFound):
        await here.bot.send_dice(HEAD)
    status, body = await here.ask("GET", "/bot1:wrong/getMe")
    assert (status, body["description"]) == (401, "Unauthorized")


@pytest.mark.parametrize("form", ["json", "urlencoded", "query"])
async def test_parameters_come_in_any_form(here: Talk, form: str) -> None:
    path, fields = f"/bot{here.sandbox.token}/sendMessage", {"chat_id": str(HEAD), "text": "привет"}
    options: dict[str, Any] = {"json": {"json": fields}, "urlencoded": {"data": fields},
                               "query": {"params": fields}}[form]  # fmt: skip
    status, body = await here.ask("GET" if form == "query" else "POST", path, **options)
    assert status == 200 and body["result"]["text"] == "привет"
