"""The chat page in a real browser: what a person sees and does there. Needs Debian's Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardMarkup

from tests.browser import Page
from tests.e2e.sandboxed import HEAD, SECOND, STRANGER, Talk, talk


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


def buttons(*row: dict[str, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row)]})


async def test_what_others_typed_stays_text(here: Talk, page: Page) -> None:
    evil = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
    await here.say(HEAD, evil)
    await here.bot.send_message(HEAD, evil)
    await here.bot.send_message(HEAD, '<a href="javascript:window.broken=1">ссылка</a>', parse_mode="HTML")
    await here.bot.send_document(HEAD, BufferedInputFile(b"x", "<b>имя</b>.txt"))
    await here.bot.send_message(HEAD, "x", reply_markup=buttons({"text": evil, "callback_data": "a"}))
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.sees("<script>", ".content")
    await page.sees("<b>имя<", ".document")
    await page.click(".content a", "ссылка")
    assert await page.value("window.broken") is None
    assert await page.value("document.querySelectorAll('.messages img, .messages script').length") == 0


async def test_messages_come_change_and_go_by_themselves(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)
    card = await here.bot.send_message(HEAD, "<b>Вопрос 1</b> идёт", parse_mode="HTML")
    await page.sees("Вопрос 1", ".content b")
    await here.bot.edit_message_text("Вопрос 1 принят", chat_id=HEAD, message_id=card.message_id)
    await page.sees("Вопрос 1 принят", ".content")
    await page.sees("изменено", ".foot")
    await here.bot.delete_message(HEAD, card.message_id)
    await page.until("!document.querySelector('.message')")
    await here.bot.send_message(SECOND, "вам")
    await page.sees("1", ".people .badge")


async def test_a_tap_shows_a_line_or_a_window(here: Talk, page: Page) -> None:
    await here.bot.send_message(here.group, "Вопрос 1", reply_markup=buttons(
        {"text": "За", "callback_data": "for"}, {"text": "Против", "callback_data": "against"},
    ))  # fmt: skip
    await page.open(here.sandbox.url, SECOND, here.group)
    await page.click(".buttons button", "За")
    await here.answer_next_tap(text="Голос принят")
    await page.sees("Голос принят", ".toast")
    await page.click(".buttons button", "Против")
    await here.answer_next_tap(text="Голосование закрыто", show_alert=True)
    await page.sees("Голосование закрыто", "dialog[open]")


async def test_a_person_writes_by_keyboard_menu_and_link(here: Talk, page: Page) -> None:
    await here.bot.set_my_commands([BotCommand(command="digest", description="сводка")])
    await page.open(here.sandbox.url, STRANGER, STRANGER)
    await page.click("#start button", "Начать")
    await page.sees("/start", ".mine")
    await page.value(
        "text.value = 'первая\\nвторая';"
        "text.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true})), 0"
    )
    await page.sees("вторая", ".mine")
    await page.click("#open-menu")
    await page.click("#menu button", "сводка")
    await page.sees("/digest", ".mine")
    await here.bot.send_message(STRANGER, "Приглашение: https://t.me/mcu_sandbox_bot?start=token-1")
    await page.click(".content a", "t.me")
    await page.sees("/start token-1", ".mine")
    written = [message["text"] for message in await here.messages(STRANGER) if message["from"] == STRANGER]
    assert written == ["/start", "первая\nвторая", "/digest", "/start token-1"]


async def test_the_clock_and_the_broken_rules_are_in_the_header(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.sees("Bot API: 0", "#violations")
    await page.click("#clock")
    await page.click("#clock-steps button", "завтра 08:30")
    await page.sees("25 ноября в 08:30", "#clock")
    assert (await here.get("/api/clock"))["now"].startswith("2026-11-25T08:30")
    await here.ask("POST", f"/bot{here.sandbox.token}/sendMessage", json={"chat_id": HEAD, "text": ""})
    await page.sees("Bot API: 1", "#violations")
