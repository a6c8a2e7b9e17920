"""The chat page in a real browser: what a person sees and does there. Needs Debian's Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardMarkup

from tests.browser import Page
from tests.e2e.sandboxed import HEAD, SECOND, STRANGER, Talk, talk


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


def buttons(*row: dict[str, Any]) -> InlineKeyboardMarkup:
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
    await page.click(".start button", "Начать")
    await page.sees("/start", ".mine")
    await page.value(
        "const text = document.querySelector('.composer textarea'); text.value = 'первая\\nвторая';"
        "text.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true})), 0"
    )
    await page.sees("вторая", ".mine")
    await page.click(".open-menu")
    await page.click(".menu button", "сводка")
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


async def beside(page: Page, url: str, *pairs: tuple[int, int]) -> None:
    """Look at several people's chats."""
    said = "&".join(f"person={person}&chat={chat}" for person, chat in pairs)
    await page.visit(f"{url}/?#{said}")
    await page.until(f"document.querySelectorAll('.column').length === {len(pairs)}")


async def test_people_side_by_side_each_with_their_own_thumbs(here: Talk, page: Page) -> None:
    word = {"text": "За", "callback_data": "for"}
    await here.bot.send_message(here.group, "Вопрос 1", reply_markup=buttons(word))
    await beside(page, here.sandbox.url, (HEAD, HEAD), (SECOND, here.group))
    await page.click(".column:nth-child(2) .buttons button", "За")
    await here.answer_next_tap(text="Голос принят")
    await page.sees("Старцев К. А.: Голос принят", ".toast")
    await page.click(".column:first-child .beside")
    await page.until("document.querySelectorAll('.column').length === 3")
    await page.click(".column:first-child .close")
    await page.until(f"location.hash.startsWith('#person={SECOND}&chat=-')")
    await page.click(".column.active .tab", "Бот")
    await page.until(r"/chat=\d/.test(location.hash)")


async def test_an_invitation_is_shared_and_followed(here: Talk, page: Page) -> None:
    evil = "<img src=x onerror='window.broken=1'>"
    share = {"text": "↗ 1", "url": "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fmcu_sandbox_bot"
             f"%3Fstart%3Dtoken-1&text={evil}"}  # fmt: skip
    copied = {"text": "Ссылка", "copy_text": {"text": "https://t.me/mcu_sandbox_bot?start=token-2"}}
    await here.bot.send_message(HEAD, "Приглашения", reply_markup=buttons(share, copied))
    await beside(page, here.sandbox.url, (HEAD, HEAD), (STRANGER, STRANGER))
    await page.click(".buttons button", "Ссылка")
    await page.until("!!document.querySelector('.toast, dialog[open]')")
    await page.value("document.querySelector('#alert').close()")
    await page.click(".buttons button", "↗ 1")
    await page.click("#choice button", "Неволин")
    await page.click(".column:nth-child(2) .tab", "Личное")
    await page.sees("<img", ".content")
    await page.click(".column:nth-child(2) .content a", "t.me")
    await page.sees("/start token-1", ".column:nth-child(2) .mine")
    assert await page.value("window.broken") is None
    to_group = {"text": "В группу", "url": "https://t.me/mcu_sandbox_bot?startgroup=bind"}
    await here.bot.send_message(HEAD, "Группа", reply_markup=buttons(to_group))
    await page.click(".buttons button", "В группу")
    await page.sees("/start@mcu_sandbox_bot bind", ".column:first-child .mine")


async def test_a_message_is_answered_forwarded_and_deleted(here: Talk, page: Page) -> None:
    name = "<b>акт</b>.txt"
    await here.bot.send_document(HEAD, BufferedInputFile("слова".encode(), name), caption="акт")
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.click(".more")
    await page.click("#choice button", "Переслать")
    await page.click("#choice button", "Муниципальный центр")
    await page.until("!document.querySelector('#choice').open")
    await page.click(".tab", "Группа")
    await page.sees("переслано: Проектный офис", ".quote")
    [sent] = await here.messages(here.group)
    assert sent["document"]["file_name"] == "<b>акт<_b>.txt"
    await page.click(".more")
    await page.click("#choice button", "Ответить")
    await page.sees("↩", ".attachment")
    await page.value(
        "document.querySelector('.composer textarea').value = 'верно',"
        "document.querySelector('.composer').requestSubmit()"
    )
    await page.sees("верно", ".mine")
    assert (await here.messages(here.group))[-1]["reply_to"] == sent["message_id"]
    await page.click(".message:last-child .more")
    await page.click("#choice button", "Удалить")
    await page.until("!document.querySelector('.messages').innerText.includes('верно')")


async def test_what_is_new_is_marked_and_one_jump_away(here: Talk, page: Page) -> None:
    for number in range(30):
        await here.bot.send_message(HEAD, f"сообщение {number}\nв две строки")
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.sees("сообщение 29", ".content")
    await page.value("document.querySelector('.messages').scrollTop = 0")
    await page.until("!document.querySelector('.jump').hidden")
    await here.bot.send_message(HEAD, "ещё одно")
    await page.sees("1", ".jump")
    await page.click(".jump")
    await page.until("document.querySelector('.jump').hidden")
    await page.click(f"[data-person='{SECOND}']")
    newest = await here.bot.send_message(HEAD, "пока не смотрели")
    await here.bot.pin_chat_message(HEAD, newest.message_id)
    await page.sees("1", f"[data-person='{HEAD}'] .badge")
    await page.click(f"[data-person='{HEAD}']")
    await page.sees("Новые сообщения", ".fresh")
    await page.sees("пока не смотрели", ".pinned")


async def test_faults_are_switched_on_and_off(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)
    await page.click("#faults")
    await page.value("document.querySelector('[data-kind=\"429\"]').click()")
    await page.until("!!document.querySelector('#faults.bad')")
    faults = here.sandbox.world.faults
    met = next(filter(None, (faults.take("sendmessage") for _ in range(50))))
    assert met.kind == "429"
    await page.value("document.querySelector('[data-kind=\"429\"]').click()")
    await page.until("!document.querySelector('#faults.bad')")
    assert not any(faults.take("sendmessage") for _ in range(50))


async def test_the_keyboard_the_colours_and_a_phone(here: Talk, page: Page) -> None:
    await page.open(here.sandbox.url, HEAD, HEAD)

    async def press(code: str) -> None:
        script = f"document.body.dispatchEvent(new KeyboardEvent('keydown', {code}))"
        await page.value(f"{script}, 0")

    written = "document.querySelector('.composer textarea').value"
    await page.value(f"{written} = 'начато'")
    await press("{altKey: true, code: 'Digit2', bubbles: true}")
    await page.until(f"location.hash.includes('person={SECOND}') && {written} === ''")
    await press("{altKey: true, code: 'Digit1', bubbles: true}")
    await page.until(f"location.hash.includes('person={HEAD}') && {written} === 'начато'")
    await press("{altKey: true, code: 'Digit2', bubbles: true}")
    await page.until(f"location.hash.includes('person={SECOND}')")
    await press("{altKey: true, code: 'KeyG', bubbles: true}")
    await page.until("location.hash.includes('chat=-')")
    await press("{altKey: true, code: 'KeyN', bubbles: true}")
    await page.until("document.querySelectorAll('.column').length === 2")
    await page.click("#theme")
    await page.click("#theme")
    assert await page.value("document.documentElement.dataset.theme") == "dark"
    await page.look(390, 844)
    assert await page.value("document.documentElement.scrollWidth") == 390
    shown = "[...document.querySelectorAll('.column')].filter((one) => one.offsetWidth).length"
    assert await page.value(shown) == 1
