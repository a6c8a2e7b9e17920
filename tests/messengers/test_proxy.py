"""Everything that talks to a messenger goes through the proxy, by HTTP and by SOCKS5."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import urlsplit

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.types import BufferedInputFile

from bot.messengers.telegram import telegram_bot
from tests.e2e.sandboxed import HEAD, talk
from tests.proxies import proxy

KINDS = pytest.mark.parametrize("scheme", ["http", "socks5"])


@KINDS
async def test_calls_uploads_and_downloads_go_through(scheme: str) -> None:
    async with talk() as here, proxy(scheme) as way:
        await here.say(HEAD, "/start")
        port = urlsplit(here.sandbox.url).port
        bot = telegram_bot(here.sandbox.token, here.sandbox.url, way.address())
        try:
            assert (await bot.get_me()).is_bot
            content = b"content" * 50_000
            sent = await bot.send_document(HEAD, BufferedInputFile(content, "report.xlsx"))
            assert sent.document is not None
            saved = BytesIO()
            await bot.download(sent.document.file_id, saved)
            assert saved.getvalue() == content
            assert await bot.get_updates(timeout=0)
        finally:
            await bot.session.close()
        assert way.led_to and set(way.led_to) == {("127.0.0.1", port)}


@KINDS
async def test_a_proxy_that_refuses_or_is_gone_is_the_network(scheme: str) -> None:
    async with talk() as here, proxy(scheme) as way:
        addresses = [way.address(password="wrong-password")]  # noqa: S106 — made up
        addresses.append(f"{scheme}://clerk:word-to-pass@127.0.0.1:1")
        for address in addresses:
            bot = telegram_bot(here.sandbox.token, here.sandbox.url, address)
            with pytest.raises(TelegramNetworkError) as failed:
                await bot.get_me(request_timeout=10)
            assert "word" not in str(failed.value)
            await bot.session.close()
        assert way.refused == 1 and way.led_to == []


@KINDS
async def test_a_messenger_that_only_the_proxy_finds(scheme: str) -> None:
    async with proxy(scheme) as way:
        bot = telegram_bot("123456:" + "A" * 35, "http://messenger.invalid", way.address())
        with pytest.raises(TelegramNetworkError):
            await bot.get_me(request_timeout=10)
        await bot.session.close()
        assert way.led_to == [("messenger.invalid", 80)]  # its name is the proxy's to find
