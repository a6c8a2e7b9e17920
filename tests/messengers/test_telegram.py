"""Links into Telegram, and channels named by one."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import pytest
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.methods import GetMe

from bot.messengers.telegram import TelegramLinks, telegram_bot
from domain.office.refusal import Refusal
from domain.posts.post import channel_name
from tests.e2e.sandboxed import HEAD, SECOND, talk


async def test_links_open_the_bot_by_the_name_it_was_given() -> None:
    async with talk() as here:
        links = TelegramLinks(here.bot)
        assert await links.learn() == "mcu_sandbox_bot"
        assert links.to_bot("verify_0a") == "https://t.me/mcu_sandbox_bot?start=verify_0a"
        assert links.to_post("gorod", 7) == "https://t.me/gorod/7"


@pytest.mark.parametrize(
    "text", [" https://t.me/okrug_news/ ", "http://t.me/okrug_news", "t.me/okrug_news", "@okrug_news"]
)
def test_a_channel_is_named_by_its_link_too(text: str) -> None:
    links = TelegramLinks(telegram_bot("1:t", "", ""))
    assert channel_name(links.channel_in(text)) == "@okrug_news"


@pytest.mark.parametrize(
    "text", ["https://example.org/okrug_news", "t.me/okrug_news/7", "https://t.me/+AbCdEf"]
)
def test_a_link_to_anything_else_names_no_channel(text: str) -> None:
    links = TelegramLinks(telegram_bot("1:t", "", ""))
    with pytest.raises(Refusal):
        channel_name(links.channel_in(text))


async def test_a_chat_that_is_to_be_left_alone_is_called_by_nobody() -> None:
    async with talk() as here:
        bot = telegram_bot(here.bot.token, here.sandbox.url, "")
        try:
            await here.fault("sendMessage", "429", seconds=1)
            with pytest.raises(TelegramRetryAfter):
                await bot.send_message(HEAD, "раз")
            for _ in range(2):  # whoever else has something to do there
                with pytest.raises(TelegramRetryAfter) as told:
                    await bot.delete_message(HEAD, 1)
                assert told.value.retry_after == 1
            await bot.send_message(SECOND, "другому можно")
            await asyncio.sleep(1)
            await bot.send_message(HEAD, "два")
            assert await here.rules() == []
        finally:
            await bot.session.close()


@pytest.mark.parametrize("proxy", ["", "socks5://127.0.0.1:1"])
def test_many_offices_read_the_authorities_once(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    read, make = 0, ssl.create_default_context

    def counted(**given: Any) -> ssl.SSLContext:
        nonlocal read
        read += 1
        return make(**given)

    telegram_bot("1:t", "", "")
    monkeypatch.setattr(ssl, "create_default_context", counted)
    for number in range(3):
        telegram_bot(f"{number}:t", "", proxy)
    assert read == 0


@pytest.mark.parametrize("code", [400, 403, 500])
@pytest.mark.parametrize("said", ["", ', "description": null', ', "description": ""'])
async def test_a_refusal_without_words_is_a_refusal(code: int, said: str) -> None:
    """Not a mistake of ours, after which a message would be given up."""
    bot = telegram_bot("1:token", "http://127.0.0.1:1", "")
    content = f'{{"ok": false, "error_code": {code}{said}}}'
    with pytest.raises(TelegramAPIError) as refused:
        bot.session.check_response(bot, GetMe(), code, content)
    assert refused.value.message == f"Error {code}"
