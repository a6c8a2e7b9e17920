"""Updates reach the bot in order and stay until confirmed; taps come back with what the person sees."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import InlineKeyboardMarkup, Update
from aiohttp import FormData, web

from bot.sandbox.updates import OTHERS_LIVE
from tests.e2e.sandboxed import HEAD, SECOND, STRANGER, Talk, talk, together

BUTTONS = InlineKeyboardMarkup.model_validate({"inline_keyboard": [
    [{"text": "✅ За", "callback_data": "v:for"}, {"text": "Против", "callback_data": "v:against"}],
    [{"text": "Сайт", "url": "https://example.org"}],
]})  # fmt: skip


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


def texts(updates: list[Update]) -> list[str | None]:
    return [update.message.text for update in updates if update.message]


async def test_an_update_comes_again_until_it_is_confirmed(here: Talk) -> None:
    await here.say(HEAD, "раз")
    await here.say(SECOND, "два", chat=here.group)
    first = await here.bot.get_updates()
    assert texts(first) == ["раз", "два"]
    assert texts(await here.bot.get_updates()) == ["раз", "два"]
    assert texts(await here.bot.get_updates(offset=first[0].update_id + 1)) == ["два"]
    assert await here.bot.get_updates(offset=first[1].update_id + 1) == []
    assert await here.bot.get_updates() == []


async def test_a_long_poll_ends_as_soon_as_someone_writes(here: Talk) -> None:
    polled, _ = await together(here.bot.get_updates(timeout=8), here.say(HEAD, "сейчас"))
    assert texts(polled) == ["сейчас"]


async def test_limit_and_kinds(here: Talk) -> None:
    await here.bot.get_updates(allowed_updates=["callback_query"])
    await here.say(HEAD, "не придёт")
    assert await here.bot.get_updates() == []
    await here.bot.get_updates(allowed_updates=["message"])
    for word in ("a", "b", "c"):
        await here.say(HEAD, word)
    assert texts(await here.bot.get_updates(limit=2)) == ["a", "b"]
    assert texts(await here.bot.get_updates(offset=-1)) == ["c"]


async def test_a_newer_poll_ends_the_older_one(here: Talk) -> None:
    older = asyncio.create_task(here.bot.get_updates(timeout=8))
    await here.sandbox.world.updates.added.wait(5)  # rung by each new poll
    await here.bot.get_updates()
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await older


async def test_what_a_message_looks_like(here: Talk) -> None:
    first = await here.say(HEAD, "/start token")
    await here.say(HEAD, "ответ https://example.org", reply_to=first)
    await here.say(HEAD, "чужое", forward_from="Соседка")
    start, reply, forwarded = [update.message for update in await here.bot.get_updates()]
    assert start and start.from_user and reply and forwarded
    assert (start.from_user.id, start.chat.type) == (HEAD, "private")
    assert start.entities is not None and start.entities[0].type == "bot_command"
    assert start.date.isoformat().startswith("2026-11-24T03:00:")
    assert reply.reply_to_message is not None and reply.reply_to_message.message_id == first
    assert forwarded.forward_origin is not None and forwarded.forward_origin.type == "hidden_user"


async def test_a_person_sends_a_file(here: Talk) -> None:
    form = FormData({"from": str(HEAD), "chat": str(HEAD), "text": "реестр"})
    form.add_field("file", b"a;b", filename="реестр.csv")
    status, _ = await here.ask("POST", "/api/messages", data=form)
    assert status == 200
    (update,) = await here.bot.get_updates()
    assert update.message and update.message.document and update.message.caption == "реестр"
    assert update.message.document.file_name == "реестр.csv"
    content = await here.bot.download(update.message.document)
    assert content is not None and content.read() == b"a;b"
    shown = (await here.messages(HEAD))[0]["document"]
    assert (shown["file_name"], shown["size"]) == ("реестр.csv", 3)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"from": 42, "chat": HEAD, "text": "x"}, 404),
        ({"from": HEAD, "chat": 42, "text": "x"}, 404),
        ({"from": HEAD, "chat": SECOND, "text": "x"}, 403),
        ({"from": HEAD, "chat": HEAD, "text": " "}, 400),
        ({"from": HEAD, "chat": HEAD, "text": "x", "reply_to": 99}, 404),
        ({"from": HEAD, "chat": HEAD, "text": "я" * 4097}, 400),
    ],
)
async def test_wrong_messages_of_people(here: Talk, body: dict[str, Any], status: int) -> None:
    answered, answer = await here.ask("POST", "/api/messages", json=body)
    assert answered == status and answer["error"]
    assert await here.bot.get_updates() == []


@pytest.mark.parametrize("button", ["✅ За", "За", "v:for"])
async def test_a_tap_by_text_or_data(here: Talk, button: str) -> None:
    card = await here.bot.send_message(here.group, "Вопрос 1", reply_markup=BUTTONS)
    shown, _ = await together(
        here.tap(STRANGER, here.group, card.message_id, button),
        here.answer_next_tap(text="Голос принят", show_alert=True),
    )
    assert shown == {"answer": "Голос принят", "alert": True}


async def test_what_a_tap_looks_like_to_the_bot(here: Talk) -> None:
    card = await here.bot.send_message(here.group, "Вопрос 1", reply_markup=BUTTONS)
    tapped = asyncio.create_task(here.tap(SECOND, here.group, card.message_id, "Против"))
    (update,) = await here.bot.get_updates(timeout=5)
    query = update.callback_query
    assert query is not None and query.message is not None
    assert (query.from_user.id, query.data) == (SECOND, "v:against")
    assert (query.message.chat.id, query.message.message_id) == (here.group, card.message_id)
    await here.bot.answer_callback_query(query.id)
    assert await tapped == {"answer": "", "alert": False}


async def test_forged_data_goes_to_the_bot_as_it_is(here: Talk) -> None:
    card = await here.bot.send_message(HEAD, "x")
    tapped = asyncio.create_task(here.tap(HEAD, HEAD, card.message_id, "v:forged"))
    (update,) = await here.bot.get_updates(timeout=5)
    assert update.callback_query is not None and update.callback_query.data == "v:forged"
    await here.bot.answer_callback_query(update.callback_query.id, text="Такой кнопки нет")
    assert (await tapped)["answer"] == "Такой кнопки нет"


async def test_a_link_button_goes_to_nobody(here: Talk) -> None:
    card = await here.bot.send_message(HEAD, "x", reply_markup=BUTTONS)
    shown = await here.tap(HEAD, HEAD, card.message_id, "Сайт")
    assert shown == {"answer": None, "alert": False, "url": "https://example.org"}
    assert await here.bot.get_updates() == []


async def test_taps_that_cannot_be(here: Talk) -> None:
    card = await here.bot.send_message(HEAD, "x", reply_markup=BUTTONS)
    for body, status in (
        ({"from": SECOND, "chat": HEAD, "message_id": card.message_id, "button": "За"}, 403),
        ({"from": HEAD, "chat": HEAD, "message_id": 99, "button": "За"}, 404),
        ({"from": HEAD, "chat": HEAD, "message_id": card.message_id, "button": ""}, 400),
        ({"from": 42, "chat": HEAD, "message_id": card.message_id, "button": "За"}, 404),
    ):
        answered, answer = await here.ask("POST", "/api/taps", json=body)
        assert answered == status and answer["error"]


async def test_an_answer_is_given_once_in_time_and_short(here: Talk) -> None:
    card = await here.bot.send_message(HEAD, "x", reply_markup=BUTTONS)
    tapped = asyncio.create_task(here.tap(HEAD, HEAD, card.message_id, "За"))
    (update,) = await here.bot.get_updates(timeout=5)
    assert update.callback_query is not None
    number = update.callback_query.id
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await here.bot.answer_callback_query(number, text="я" * 201)
    await here.bot.answer_callback_query(number, text="я" * 200)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await here.bot.answer_callback_query(number)
    with pytest.raises(TelegramBadRequest, match="query ID is invalid"):
        await here.bot.answer_callback_query("nothing")
    assert (await tapped)["answer"] == "я" * 200
    assert await here.rules() == ["length", "callback_answer", "callback_answer"]


async def test_a_late_answer_is_too_old(here: Talk) -> None:
    world, passed = here.sandbox.world, 0.0
    real = world.monotonic
    world.monotonic = world.updates._monotonic = lambda: real() + passed
    card = await here.bot.send_message(HEAD, "x", reply_markup=BUTTONS)
    tapped = asyncio.create_task(here.tap(HEAD, HEAD, card.message_id, "За"))
    (update,) = await here.bot.get_updates(timeout=5)
    passed = 16.0
    assert update.callback_query is not None
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await here.bot.answer_callback_query(update.callback_query.id)
    assert await here.rules() == ["callback_answer"]
    tapped.cancel()


class Hook:
    """A webhook that a test listens with."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.statuses: list[int] = []
        self.got = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            update = await request.json()
            secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
            self.seen.append((update["message"]["text"], secret))
            self.got.set()
        return web.Response(status=status)


@asynccontextmanager
async def listening(hook: Hook) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/hook", hook.take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_a_webhook_gets_updates_in_order_until_it_accepts(here: Talk) -> None:
    hook = Hook()
    hook.statuses = [500, 503]
    async with listening(hook) as url:
        await here.bot.set_webhook(url, secret_token="тайна".encode().hex())
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await here.bot.get_updates()
        for word in ("раз", "два", "три"):
            await here.say(HEAD, word)
        settled = await here.post("/api/settle")
        assert settled["updates"] == 3
        assert [word for word, _ in hook.seen] == ["раз", "два", "три"]
        assert {secret for _, secret in hook.seen} == {"тайна".encode().hex()}
        info = await here.bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message is not None and "503" in info.last_error_message
        await here.bot.delete_webhook()
        await here.say(HEAD, "опросом")
        assert texts(await here.bot.get_updates()) == ["опросом"]


@pytest.mark.parametrize(
    ("url", "secret", "error"),
    [
        ("http://office.example/hook", "a", "An HTTPS URL must be provided"),
        ("https://office.example:8080/hook", "a", "only on ports 80, 88, 443 or 8443"),
        ("https://office.example:99999/hook", "a", "invalid webhook URL"),
        ("https://office.example/hook", "тайна", "secret token contains unallowed characters"),
        ("https://office.example/hook", "a" * 257, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_that_telegram_does_not_set(here: Talk, url: str, secret: str, error: str) -> None:
    with pytest.raises(TelegramBadRequest, match=error):
        await here.bot.set_webhook(url, secret_token=secret)
    assert (await here.bot.get_webhook_info()).url == ""


async def test_an_empty_address_takes_the_webhook_away(here: Talk) -> None:
    secret, url = "a-B_1", "https://office.example:8443/hook"
    await here.bot.set_webhook(url, secret_token=secret)
    assert (await here.bot.get_webhook_info()).url == url
    await here.bot.set_webhook("", secret_token=secret)
    assert (await here.bot.get_webhook_info()).url == ""
    await here.say(HEAD, "опросом")
    assert texts(await here.bot.get_updates()) == ["опросом"]


@pytest.mark.long
async def test_a_tap_lives_150_seconds_and_a_message_a_day(here: Talk) -> None:
    updates = here.sandbox.world.updates
    assert (updates.tap_lives, OTHERS_LIVE) == (150.0, 24 * 60 * 60)
    updates.tap_lives = 0.2
    sent = await here.bot.send_message(HEAD, "голосуем", reply_markup=BUTTONS)
    await here.say(HEAD, "слышно?")
    await together(here.tap(HEAD, HEAD, sent.message_id, "За"), asyncio.sleep(0.3))
    found = await here.bot.get_updates()
    assert texts(found) == ["слышно?"] and len(found) == 1
    assert list(updates.expired.values()) == ["callback_query"]
    assert await here.rules() == []
