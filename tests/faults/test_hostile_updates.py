"""Updates of every type and content: nothing raises, no rule breaks, no stranger changes a thing.

`HOSTILE_UPDATES` sets how many updates are made (a short run by default, tens of thousands for the long one).
"""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from enum import Enum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import pytest
from aiogram.types import Message as ChatMessage
from aiogram.types import Update
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.messengers.outer_json import read_json
from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.people import GROUP_ID, PEOPLE
from bot.sandbox.run import SandboxOptions, sandbox_settings
from bot.sandbox.seed import seed
from bot.sandbox.server import Sandbox
from bot.sandbox.time import SandboxTime
from bot.storage.columns import metadata
from bot.storage.migrating import migrate
from handlers import CONVERSATIONS
from tests.conftest import missing
from tests.templates import drop_database, new_database

pytestmark = pytest.mark.long

MENUS = ("head", "block_head", "officer", "unit", "guest", "admin", "stranger")
COMMANDS = CONVERSATIONS.typed
A_BATCH = 25
UPDATES = int(os.environ.get("HOSTILE_UPDATES", "100"))
# Between what the clock starts: a long run's changes are those of its updates alone.
NOW = datetime.fromisoformat("2026-11-24T10:35:00+05:00")
BY_ROLE = {person.role: person.id for person in PEOPLE if person.seat is None}
MEMBERS = [person.id for person in PEOPLE if person.seat is not None]
OUTSIDERS = [BY_ROLE["stranger"], BY_ROLE["guest"]]
NUMBERS = count(50_000_000)

TRAPS = (
    "",
    "\u202e" + "место 1",
    "\u200b" * 60,
    "e" + "\u0301" * 4095,
    "<b>&lt;</i><a href='tg://user?id=1'>",
    "😀" * 2048,
    "A" * 4096,
    "=cmd|' /C calc'!A0",
    "' OR 1=1; DROP TABLE audit; --",
    "{0}%s%n$(id)",
    "\x00\x01\x1b[31m",
    "25.11.2026 15:00 каб. 12\n1. Вопрос | место 4 | Решение\n2. | место 44 | " + "ы" * 2000,
    "31.02.2026 25:61",
    "../../etc/passwd",
    "٣١٬٥",
)
_PLAIN = "0 1 2 9 -1 99999999999999999999 none new social overdue preview own item-1 blocks ² ١ xxxxxxxxxxxx"
_DAYS = "2026-11 2026-11-25 2026-13-40 0001-01-01 202611251500 1-1 1-2026-12 1-none executors-1-999"
VALUES = st.sampled_from(f"{_PLAIN} {_DAYS}".split())
TAPS = list(dict.fromkeys(taps.kind for taps, _ in CONVERSATIONS.taps.values()))


@st.composite
def callback_data(draw: st.DrawFn) -> str:
    """A button of ours with any acts and values, or none of ours."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(min_size=1, max_size=30))
    tap = draw(st.sampled_from(TAPS))
    parts = [tap.__prefix__]
    for name, field in tap.model_fields.items():
        if name == "act":
            parts.append(draw(st.sampled_from(ACTS)))
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
            parts.append(draw(st.sampled_from([str(one.value) for one in field.annotation])))
        elif field.annotation is int:
            parts.append(str(draw(st.sampled_from([0, 1, 1, 1, 2, 3, -1, 2**63, 10**25]))))
        else:
            parts.append(draw(VALUES))
    return ":".join(parts)[:64]


ACTS = sorted({act for _, act in CONVERSATIONS.taps if act})
TITLES = st.sampled_from(TRAPS)
TEXTS = st.one_of(
    TITLES,
    st.text(max_size=200),
    st.builds("/{} {}".format, st.sampled_from(sorted(COMMANDS)), TITLES),
    st.sampled_from([f"/{name}" for name in sorted(COMMANDS)]),
    st.builds("/start {}".format, st.one_of(TITLES, st.text(max_size=64))),
)


@cache
def anything(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    """Values of a type of aiogram's, as the messenger's JSON would hold them."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, getattr(__import__("types"), "UnionType", Union)):
        return st.one_of([anything(one, depth) for one in arguments])
    if origin is list:
        return st.lists(anything(arguments[0], depth), max_size=2) if depth > 0 else st.just([])
    if origin is not None and arguments:
        return st.sampled_from(arguments) if origin.__name__ == "Literal" else anything(arguments[0], depth)
    if kind is type(None):
        return st.none()
    if isinstance(kind, type) and hasattr(kind, "model_fields"):
        return model(kind, depth - 1) if depth > 0 else st.nothing()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from([one.value for one in kind])
    plain = {bool: st.booleans(), int: st.integers(0, 2**40), float: st.floats(0, 90), str: TEXTS}
    return plain.get(kind, st.integers(1_600_000_000, 1_900_000_000))


@cache
def model(kind: Any, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A model with every required field and some of the others."""
    fields = kind.model_fields.items()
    required = {name: anything(field.annotation, depth) for name, field in fields if field.is_required()}
    optional = {name: anything(field.annotation, depth) for name, field in fields if depth > 0}
    optional = {name: given for name, given in optional.items() if name not in required}
    few = st.lists(st.sampled_from(sorted(optional)), max_size=2, unique=True) if optional else st.just([])
    return few.flatmap(
        lambda names: st.fixed_dictionaries({**required, **{name: optional[name] for name in names}})
    )


@st.composite
def update(draw: st.DrawFn, people: list[int]) -> dict[str, Any]:
    """An update from one of these people, in their chat or in the group."""
    person = draw(st.sampled_from(people))
    chat = draw(st.sampled_from([person, person, GROUP_ID]))
    who = {"id": person, "is_bot": False, "first_name": draw(st.sampled_from(["Имя", *TRAPS[1:6]]))}
    kind_of_chat = "private" if chat > 0 else "supergroup"
    where = {"id": chat, "type": kind_of_chat, "title": draw(TITLES)}
    said = {"message_id": draw(st.integers(1, 60)), "date": 1_795_000_000, "chat": where, "from": who}
    kind = draw(st.integers(0, 9))
    if kind < 4:
        query = {"id": str(next(NUMBERS)), "from": who, "chat_instance": "1", "message": said}
        return {"callback_query": {**query, "data": draw(callback_data())}}
    if kind < 8:
        return {"message": {**said, "text": draw(TEXTS)}}
    if kind == 8:
        extra = draw(model(ChatMessage, 2))
        return {"message": {**extra, **said}}
    return {draw(st.sampled_from([name for name in Update.model_fields if name != "update_id"])): said}


@asynccontextmanager
async def running(folder: Path, server: str | None) -> AsyncIterator[tuple[RunningOffice, Sandbox]]:
    """An office with its sandbox, to be fed by hand."""
    url = await new_database(server) if server else ""
    options = SandboxOptions(0, folder / "office.db", NOW, url, limits=False)
    sandbox = Sandbox(0, NOW, empty=False, limits=False, snapshot=None)
    await sandbox.start()
    sandbox.world.started |= {person.id for person in PEOPLE}
    office = RunningOffice(
        sandbox_settings(options, sandbox.url), load_profile(), SandboxTime(sandbox.url, NOW)
    )
    try:
        await migrate(office.runtime.database.url)
        await seed(office.runtime)
        await office.start()
        yield office, sandbox
    finally:
        await office.stop()
        await sandbox.stop()
        if url:
            await drop_database(url)


async def feed(office: RunningOffice, made: list[dict[str, Any]]) -> int:
    """Give what aiogram understands to the office; each must be taken at once."""
    given = 0
    for content in made:
        try:
            sent = read_json(json.dumps({**content, "update_id": next(NUMBERS)}))
            one = Update.model_validate(sent, context={"bot": office.runtime.bot})
        except ValidationError:
            continue  # the messenger's client would refuse it before us
        assert await office.feed.take(one)
        given += 1
    await office.settling.settle()
    return given


async def kept(office: RunningOffice) -> dict[str, list[tuple[Any, ...]]]:
    """What the office keeps of its people, messages, meetings and decisions."""
    private = {
        "outbox",
        "expectations",
        "processed_updates",
        "poison_updates",
        "parked_updates",
        "audit",
        "remasks",
        "alembic_version",
    }
    async with office.runtime.database.read() as uow:
        return {
            table.name: [tuple(row) for row in await uow.connection.execute(select(table))]
            for table in metadata.sorted_tables
            if table.name not in private
        }


@pytest.fixture(params=["sqlite", "postgresql"])
async def office(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[tuple[RunningOffice, Sandbox]]:
    """An office on each engine in turn."""
    server: str | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        if server is None:
            missing("PostgreSQL")
    async with running(tmp_path, server) as pair:
        yield pair


HOSTILE = settings(
    max_examples=max(1, UPDATES // A_BATCH),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def batch(people: list[int]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """So many updates one after another."""
    return st.lists(update(people), min_size=A_BATCH, max_size=A_BATCH)


@HOSTILE
@given(made=batch([*MEMBERS, *OUTSIDERS, BY_ROLE["unit"], BY_ROLE["admin"]]))
async def test_whatever_comes_is_taken(
    office: tuple[RunningOffice, Sandbox], made: list[dict[str, Any]]
) -> None:
    running_office, sandbox = office
    with capture_logs() as logs:
        await feed(running_office, made)
    assert [entry for entry in logs if entry["log_level"] in ("error", "critical")] == []
    # The test made the taps itself: the sandbox knows none of them to answer.
    broken = [one for one in sandbox.world.violations if one.method != "answerCallbackQuery"]
    assert [(one.method, one.rule, one.detail) for one in broken] == []
    async with running_office.runtime.database.read() as uow:
        assert await uow.audit.broken_entry() is None


@HOSTILE
@given(made=batch(OUTSIDERS))
async def test_outsiders_change_nothing(
    office: tuple[RunningOffice, Sandbox], made: list[dict[str, Any]]
) -> None:
    running_office, _ = office
    before = await kept(running_office)
    await feed(running_office, made)
    assert await kept(running_office) == before
