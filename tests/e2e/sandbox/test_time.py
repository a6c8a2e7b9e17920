"""The office's clock, settling, the control link, and chats that outlive the server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.sandbox.chatting import StoredFile
from bot.sandbox.clock import SandboxClock
from bot.sandbox.link import SandboxLink, find_sandbox
from bot.sandbox.people import PEOPLE
from bot.sandbox.snapshot import Keeper
from bot.sandbox.world import World
from tests.e2e.sandboxed import HEAD, MORNING, SECOND, STRANGER, Talk, talk


@pytest.fixture
async def here() -> AsyncIterator[Talk]:
    async with talk() as both:
        yield both


async def nothing() -> None:
    """Nothing is left to do."""


async def nobody() -> dict[int, int | None]:
    """No user is bound."""
    return {}


async def stay(moment: datetime) -> None:
    """No job is due."""


@asynccontextmanager
async def linked(
    here: Talk,
    on_clock: Callable[[datetime], Awaitable[None]] = stay,
    on_settle: Callable[[], Awaitable[None]] = nothing,
    bound: Callable[[], Awaitable[dict[int, int | None]]] = nobody,
) -> AsyncIterator[SandboxLink]:
    link = SandboxLink(here.sandbox.url, on_clock, on_settle, bound)
    await link.start()
    yield link
    await link.stop()


async def clock(here: Talk) -> datetime:
    return datetime.fromisoformat((await here.get("/api/clock"))["now"])


async def test_the_clock_ticks_in_the_offices_zone(here: Talk) -> None:
    moment = await clock(here)
    assert moment.utcoffset() == timedelta(hours=5)
    assert MORNING <= moment < MORNING + timedelta(minutes=1)
    assert await clock(here) > moment


async def test_the_clock_moves_forward_only(here: Talk) -> None:
    answer = await here.post("/api/clock", now="2026-11-24T06:00:00+00:00")
    assert answer["now"].startswith("2026-11-24T11:00:00")
    for wrong in ("2026-11-24T10:59:00+05:00", "вчера", None):
        status, body = await here.ask("POST", "/api/clock", json={"now": wrong})
        assert status == 400 and body["error"]
    await here.post("/api/clock", now="2026-11-24T12:00")
    assert (await clock(here)).hour == 12


async def test_a_moment_the_clock_ticked_past_is_no_way_back(here: Talk) -> None:
    await here.post("/api/clock", now="2026-11-24T09:00:00+05:00")
    answer = await here.post("/api/clock", now="2026-11-24T09:00:00+05:00")
    assert answer["now"] > "2026-11-24T09:00:00"


async def test_jobs_run_at_their_own_moment(here: Talk) -> None:
    moments: list[datetime] = []

    async def move(target: datetime) -> None:
        for moment in (MORNING.replace(minute=30), MORNING.replace(hour=9)):
            await link.report_clock(moment)
            await here.bot.send_message(HEAD, "сводка")
        moments.append(target)

    async with linked(here, on_clock=move) as link:
        await here.post("/api/clock", now="2026-11-24T10:00:00+05:00")
    assert moments == [MORNING.replace(hour=10)]
    dates = [message["date"] for message in await here.messages(HEAD)]
    assert dates == ["2026-11-24T08:30:00+05:00", "2026-11-24T09:00:00+05:00"]
    assert (await clock(here)).hour == 10


async def test_the_clock_waits_for_every_bot(here: Talk) -> None:
    done: list[str] = []

    async def slow(target: datetime) -> None:
        await asyncio.sleep(0.3)
        done.append("slow")

    async def fast(target: datetime) -> None:
        done.append("fast")

    async with linked(here, on_clock=slow), linked(here, on_clock=fast):
        await here.post("/api/clock", now="2026-11-24T10:00:00+05:00")
    assert sorted(done) == ["fast", "slow"]


async def test_a_job_that_failed_is_told(here: Talk) -> None:
    async def fail(target: datetime) -> None:
        raise RuntimeError("сводка не собралась")

    async with linked(here, on_clock=fail):
        status, body = await here.ask("POST", "/api/clock", json={"now": "2026-11-24T10:00:00+05:00"})
        assert status == 409 and "сводка не собралась" in body["error"]
        await here.post("/api/settle")


async def test_a_bot_that_vanished_holds_nobody_up(here: Talk) -> None:
    async with here.http.get("/sandbox/control?bot=gone&timeout=0") as reply:
        assert reply.status == 204
    leaving = asyncio.create_task(here.http.get("/sandbox/control?bot=gone&timeout=20"))
    await asyncio.sleep(0.2)
    leaving.cancel()
    await here.post("/api/clock", now="2026-11-24T10:00:00+05:00")


async def test_commands_come_one_at_a_time_and_in_order(here: Talk) -> None:
    at_work: list[str] = []
    begun = asyncio.Event()

    async def move(target: datetime) -> None:
        at_work.append("begin")
        begun.set()
        await asyncio.sleep(0.2)
        at_work.append("end")

    async def settle() -> None:
        at_work.append("settle")

    async with linked(here, on_clock=move, on_settle=settle):
        moving = asyncio.create_task(here.post("/api/clock", now="2026-11-24T10:00:00+05:00"))
        await begun.wait()
        await here.post("/api/settle")
        await moving
    assert at_work[:3] == ["begin", "end", "settle"]


CONTACT = PEOPLE[9].id


async def test_who_is_bound(here: Talk) -> None:
    async def bound() -> dict[int, int | None]:
        return {HEAD: 1, CONTACT: None}

    people = await here.get("/api/people")
    assert [one["seat"] for one in people[:9]] == list(range(1, 10))
    assert [one["role"] for one in people[9:]] == ["unit", "guest", "stranger", "admin"]
    assert not any(one["bound"] for one in people)
    async with linked(here, bound=bound):
        people = await here.get("/api/people")
        assert [one["id"] for one in people if one["bound"]] == [HEAD, CONTACT]


async def test_settle_waits_for_a_bot_at_work(here: Talk) -> None:
    dispatcher, outbox = Dispatcher(), asyncio.Queue[int]()

    @dispatcher.message()
    async def take(message: Message, bot: Bot) -> None:
        outbox.put_nowait(message.chat.id)

    async def deliver() -> None:
        while True:
            chat = await outbox.get()
            await asyncio.sleep(0.2)
            await here.bot.send_message(chat, "ответ")
            outbox.task_done()

    delivery = asyncio.create_task(deliver())
    polling = asyncio.create_task(dispatcher.start_polling(here.bot, handle_signals=False))
    async with linked(here, on_settle=outbox.join):
        for _ in range(3):
            await here.say(HEAD, "вопрос")
        settled = await here.post("/api/settle")
        assert [m["text"] for m in await here.messages(HEAD)].count("ответ") == 3
        assert settled["idle"] is True and settled["updates"] == 3
        assert settled["api_calls"] >= 3
    await dispatcher.stop_polling()
    await polling
    delivery.cancel()


async def test_finding_a_sandbox(here: Talk) -> None:
    moment = await find_sandbox(here.sandbox.url)
    assert moment is not None and moment >= MORNING
    assert await find_sandbox("http://127.0.0.1:9") is None


def test_the_bots_clock_ticks_and_may_stand_still() -> None:
    mine = SandboxClock(MORNING)
    assert mine.now().tzinfo is UTC
    first = mine.now()
    assert first >= MORNING and mine.now() > first
    mine.set(MORNING.replace(hour=9), ticking=False)
    assert mine.now() == mine.now() == MORNING.replace(hour=9)
    with pytest.raises(ValueError, match="time zone"):
        mine.set(datetime(2026, 11, 24))  # noqa: DTZ001 — that is what is refused


async def test_chats_outlive_the_server(tmp_path: Path) -> None:
    kept = tmp_path / "office.chats.json"
    async with talk(snapshot=kept) as here:
        sent = await here.bot.send_message(HEAD, "<b>карточка</b>", parse_mode="HTML")
        await here.bot.edit_message_text("<i>карточка</i>", chat_id=HEAD, message_id=sent.message_id,
                                         parse_mode="HTML")  # fmt: skip
        await here.bot.pin_chat_message(HEAD, sent.message_id)
        await here.say(STRANGER, "/start")
        await here.say(SECOND, "ждёт бота")
        await here.post("/api/clock", now="2026-11-24T12:00:00+05:00")
        before = await here.messages(HEAD)
    async with talk(snapshot=kept) as here:
        assert await here.messages(HEAD) == before
        assert (await clock(here)).hour == 12
        assert [u.message.text for u in await here.bot.get_updates() if u.message] == ["/start", "ждёт бота"]
        assert await here.get("/api/pins") == {str(HEAD): [sent.message_id]}
        newer = await here.bot.send_message(STRANGER, "здравствуйте")
        assert newer.message_id > max(m["message_id"] for m in before)
        with pytest.raises(TelegramBadRequest, match="not modified"):
            await here.bot.edit_message_text("<i>карточка</i>", chat_id=HEAD, message_id=sent.message_id,
                                             parse_mode="HTML")  # fmt: skip
        assert await here.rules() == [], "after a restart the bot may try an edit again"


async def test_files_outlive_the_server(tmp_path: Path) -> None:
    kept = tmp_path / "office.chats.json"
    async with talk(snapshot=kept) as here:
        sent = await here.bot.send_document(HEAD, BufferedInputFile(b"\x00\xff", "a.bin"))
    async with talk(snapshot=kept) as here:
        assert sent.document is not None
        content = await here.bot.download(sent.document)
        assert content is not None and content.read() == b"\x00\xff"


async def test_the_page_hears_of_every_change(here: Talk) -> None:
    last = (await here.get("/api/events"))["last"]
    waiting = asyncio.create_task(here.get(f"/api/events?after={last}&timeout=10"))
    number = await here.say(HEAD, "<привет>")
    heard = await waiting
    (event,) = heard["events"]
    assert (event["kind"], event["message_id"]) == ("message", number)
    assert event["message"]["html"] == "&lt;привет&gt;"
    assert (await here.get("/api/events?after=999999&timeout=0"))["reset"] is True


async def test_the_page_is_served(here: Talk) -> None:
    async with here.http.get("/") as reply:
        assert reply.status == 200 and reply.content_type == "text/html"
    status, body = await here.ask("GET", "/api/nowhere")
    assert status == 404 and body["error"]


@pytest.mark.long
async def test_a_last_save_waits_for_the_one_under_way(tmp_path: Path) -> None:
    world = World(MORNING, empty=True, limits=False)
    world.files["large"] = StoredFile("large", "видео.mp4", "video/mp4", bytes(20_000_000))
    path = tmp_path / "chats.json"
    for number in range(5):
        keeper, aside = Keeper(world, path), path.with_name(f"{path.name}.new")
        saving = asyncio.create_task(keeper._save())
        while not aside.exists():  # noqa: ASYNC110 — nothing tells of it
            await asyncio.sleep(0.001)
        saving.cancel()
        world.files["last"] = StoredFile("last", f"{number}", "text/plain", b"")
        await keeper.stop()
        await asyncio.sleep(0.2)  # for a write that goes on in its thread
        assert json.loads(path.read_text("utf-8"))["files"][-1]["name"] == f"{number}"
        assert not aside.exists()
