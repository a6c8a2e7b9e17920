"""A vote, from the update to the commit, against a bare aiogram handler with one upsert and commit."""

from __future__ import annotations

import statistics
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from aiogram import Bot, Dispatcher, Router
from aiogram.types import CallbackQuery, Chat, Update, User
from aiogram.types import Message as ChatMessage
from pydantic import SecretStr
from sqlalchemy import Column, Integer, MetaData, String, Table, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.clockwork.bell import SystemTime
from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.migrating import migrate
from domain.meetings import convening, votes
from domain.meetings.agenda import Agenda, AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.voting import Choice
from domain.people.roster import Binding, Duties, Standing
from handlers.meetings.taps import VoteTap
from tests.benchmarks.table import Line
from tests.conftest import SetClock

ROUNDS, TAPS = 6, 100
GROUP = -100


def update(number: int, user_id: int, data: str) -> Update:
    """A tap as it comes from the messenger."""
    user = User(id=user_id, is_bot=False, first_name="Участник")
    message = ChatMessage(
        message_id=1, date=datetime.now(UTC), chat=Chat(id=GROUP, type="supergroup"), text="Вопрос 1"
    )
    query = CallbackQuery(id=str(number), from_user=user, chat_instance="1", data=data, message=message)
    return Update(update_id=number, callback_query=query)


class Floor:
    """A bare handler: one Core upsert and its commit, the same pragmas as ours."""

    def __init__(self, folder: Path) -> None:
        self.table = Table(
            "votes", MetaData(), Column("seat", Integer, primary_key=True), Column("choice", String(10))
        )
        self.engine: AsyncEngine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'floor.db'}")
        event.listen(self.engine.sync_engine, "connect", self._pragmas)
        router = Router()
        router.callback_query.register(self._cast)
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.include_router(router)
        self.bot = Bot("1:floor")

    @staticmethod
    def _pragmas(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    async def _cast(self, query: CallbackQuery) -> None:
        values = {"seat": query.from_user.id, "choice": query.data}
        statement = insert(self.table).values(**values)
        async with self.engine.begin() as connection:
            await connection.execute(statement.on_conflict_do_update(index_elements=["seat"], set_=values))

    async def start(self) -> None:
        """Make the table."""
        async with self.engine.begin() as connection:
            await connection.run_sync(self.table.metadata.create_all)

    async def tap(self, number: int) -> None:
        """One vote."""
        await self.dispatcher.feed_update(self.bot, update(number, number % 9, "for"))


def ballot(number: int, meeting: int) -> Update:
    """A member's vote that changes the one before."""
    choice = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)[number // 9 % 3]
    data = VoteTap(meeting=meeting, item=1, turn=1, choice=choice).pack()
    return update(number, number % 9 + 1, data)


def keep_silent(office: RunningOffice) -> None:
    """Delivery is measured by another benchmark: here nobody is woken."""
    office.runtime.database.tell(work=lambda: None, sending=lambda: None)
    office.answers.give = lambda *_, **__: None  # type: ignore[method-assign]


async def open_a_vote(office: Runtime) -> int:
    """A meeting with nine members present and a vote open; its id."""
    profile, now = office.profile, office.clock.now()
    async with office.database.write() as uow:
        for seat in profile.seats:
            holder = await uow.roster.seat_holder(seat.number, f"Участник {seat.number}", now.date())
            await uow.roster.bind(Binding(seat.number, Standing.MEMBER, "Участник"), holder)
        meeting = Meeting(
            id=0,
            established=9,
            starts_at=now,
            participants=list(range(1, 10)),
            agenda=Agenda(
                [
                    AgendaItem(number, f"Вопрос {number}", draft_decision=f"Решение {number}")
                    for number in range(1, 6)
                ]
            ),
        )
        await uow.meetings.add(meeting)
        head = Duties(1, acting=False)
        convening.convene(meeting, head, 1, now - timedelta(hours=1))
        for number in meeting.participants:
            meeting.check_in(number, now, profile)
        meeting.open(head, now, profile)
        votes.open_vote(meeting, 1, head, now, profile)
        await uow.meetings.save(meeting)
        for chat_id in (GROUP, *meeting.participants):
            await uow.outbox.card(chat_id, "vote", f"vote:{meeting.id}:1:1")
    return meeting.id


class Ours:
    """The office: who is this, once only, rules, audit, dirty cards, update id, commit."""

    def __init__(self, folder: Path) -> None:
        profile = load_profile()
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # taken, though not in its types
            token=SecretStr("1:ours"),
            database=f"sqlite+aiosqlite:///{folder / 'ours.db'}",
        )
        clock = SetClock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
        self.office = RunningOffice(settings, profile, SystemTime(clock))
        keep_silent(self.office)

    async def start(self) -> None:
        """A meeting with nine members present and a vote open."""
        await migrate(self.office.runtime.database.url)
        self.meeting = await open_a_vote(self.office.runtime)

    async def tap(self, number: int) -> None:
        """One vote that changes the one before."""
        await self.office.intake.take(ballot(number, self.meeting))


async def run() -> list[Line]:
    """Rounds of the floor and of ours in turn; medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        floor, ours = Floor(Path(folder)), Ours(Path(folder))
        await floor.start()
        await ours.start()
        times: dict[str, list[float]] = {"floor": [], "ours": []}
        number = 0
        for turn in range(ROUNDS + 1):
            for name, side in (("floor", floor), ("ours", ours)):
                begun = perf_counter()
                for step in range(TAPS):
                    await side.tap(number + step)
                if turn > 0:  # the first round warms up
                    times[name].append((perf_counter() - begun) / TAPS * 1000)
            number += TAPS
        await floor.engine.dispose()
        await ours.office.runtime.close()
        await floor.bot.session.close()
    bare, full = statistics.median(times["floor"]), statistics.median(times["ours"])
    return [Line("a vote, from the tap to the commit", full, "ms", bare, "1.5")]
