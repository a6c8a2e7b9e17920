"""Who may do what: acts × people × states, each cell tried through the sandbox, forged taps included.

A cell is refused when the bot's answer is one of the locale's refusals, and then the audit log holds
nothing new of this person. The table says who may; everyone else in `PEOPLE` may not.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from sqlalchemy import func, select

from bot.storage.tables import audit, messages
from tests.e2e.conftest import Town

LOCALE = Path(__file__).parents[2] / "locales" / "ru"
# Seats by number; 1 is the head, 2 stands in, 4 heads the block of roads, 8 and 9 are officers.
PEOPLE = (1, 2, 4, 6, 8, 9, "unit", "guest", "stranger", "admin")
MEMBERS = frozenset({1, 2, 4, 6, 8, 9})
HEAD, OFFICERS = frozenset({1}), frozenset({8, 9})
KNOWN = frozenset(PEOPLE) - {"stranger"}
NOBODY: frozenset[object] = frozenset()

Role = int | str


@dataclass(frozen=True, slots=True)
class Row:
    """One act: `text` said in the private chat (or the group), or `tap` forged under a message there.

    What is done `once` is refused to those who come after the first, in the words that it was done.
    What is `confirmed` asks before it is done.
    """

    name: str
    allowed: frozenset[Role]
    text: str = ""
    tap: str = ""
    group: bool = False
    once: bool = False
    confirmed: bool = False


MORNING = (
    Row("start", KNOWN, "/start"),
    Row("help", KNOWN, "/help"),
    Row("roster", MEMBERS, "/roster"),
    Row("digest", MEMBERS, "/digest"),
    Row("nearest meeting", MEMBERS | {"guest"}, "/meeting"),
    Row("propose", MEMBERS, "/propose"),
    Row("tasks", MEMBERS | {"unit"}, "/tasks"),
    Row("absence", MEMBERS, "/absence"),
    Row("assistant", MEMBERS, "/assistant"),
    Row("verify", KNOWN, "/verify"),
    Row("the registry", MEMBERS, "/messages"),
    Row("a message by hand", HEAD | OFFICERS, "/add"),
    Row("proposals", MEMBERS, "/proposals"),
    Row("recommendations", MEMBERS, "/recommendations"),
    Row("requests", MEMBERS, "/request"),
    Row("statistics", HEAD, "/statistics"),
    Row("a post for citizens", HEAD | OFFICERS, "/publish"),
    Row("settings", MEMBERS, "/settings"),
    Row("convene", HEAD, "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос"),
    Row("invite", HEAD | {"admin"}, "/invite 5"),
    Row("report", HEAD | OFFICERS, "/report"),
    Row("bind the group", HEAD, "/bind", group=True),
    Row("a forged command of the head", HEAD, tap="go:convene"),
    Row("a forged invitation", HEAD | {"admin"}, tap="invite:seat:5"),
    Row("a forged vacancy", HEAD, tap="seat:vacate:9"),
    Row("a forged unbinding", HEAD, tap="seat:unbind:9"),
    Row("a guessed invitation confirmed", NOBODY, tap="claim:confirm:1"),
    Row("a meeting that is not", NOBODY, tap="meet:open:77:0"),
    Row("a vote that is not", NOBODY, tap="vote:77:1:1:for"),
    Row("a protocol that is not", NOBODY, tap="prot:sign:77:0"),
    Row("a task that is not", NOBODY, tap="task:done:77:"),
    Row("a message that is not", NOBODY, tap="msg:done:999999:"),
    Row("a guessed link", NOBODY, "/start AAAAAAAAAAAAAAAAAAAAAA"),
)

# A message of the block of roads in an officer's channel: who heads the block, whose channel it is, the head.
MESSAGE = (
    Row("another block's message opened", HEAD | {4, 9}, tap="digest:open:{message}"),
    Row("its reasons", HEAD | {4, 9}, tap="msg:reason:{message}:works-needed"),
    Row("answered", HEAD | {4, 9}, tap="msg:done:{message}:", once=True),
)

CONVENED = (
    Row("answered", MEMBERS, tap="meet:coming:{meeting}:0"),
    Row("checked in", MEMBERS, tap="meet:in:{meeting}:0"),
    Row("opened", HEAD, tap="meet:open:{meeting}:0"),
)

OPEN = (
    Row("a question put to the vote", HEAD, tap="meet:vote:{meeting}:1"),
    Row("voted", MEMBERS - {6}, tap="vote:{meeting}:1:1:for"),
    Row("voted for a question not put", NOBODY, tap="vote:{meeting}:2:1:for"),
    Row("the vote closed", HEAD, tap="meet:endvote:{meeting}:1", confirmed=True),
    Row("voted after the closing", NOBODY, tap="vote:{meeting}:1:1:against"),
    Row("closed", HEAD, tap="meet:end:{meeting}:0", confirmed=True),
)

CLOSED = (
    Row("checked in after the closing", NOBODY, tap="meet:in:{meeting}:0"),
    Row("signed", HEAD, tap="prot:sign:{protocol}:0"),
    Row("received before it was sent", NOBODY, tap="prot:received:{protocol}:0"),
    Row("the record checked", KNOWN, "/verify 0000000000000000"),
)


def refusals() -> list[re.Pattern[str]]:
    """The locale's refusals and the line for strangers, each by its first words."""
    found = []
    for path in sorted(LOCALE.glob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if not isinstance(entry, ast.Message) or entry.value is None:
                continue
            if not (entry.id.name.startswith("refusal-") or entry.id.name == "stranger"):
                continue
            words = _pattern(entry.value)
            if len(re.sub(r"\W", "", words)) > 8:
                found.append(re.compile(words, re.DOTALL))
    return found


def _pattern(value: ast.Pattern) -> str:
    """A sentence as a pattern: variants as alternatives, arguments as anything."""
    return "".join(_element(element) for element in value.elements)


def _element(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(element.value.replace("\u00a0", " "))
    if isinstance(element.expression, ast.SelectExpression):
        return f"(?:{'|'.join(_pattern(variant.value) for variant in element.expression.variants)})"
    return ".*"


REFUSALS = refusals()


def refused(said: str) -> bool:
    """Whether this is one of the locale's refusals."""
    return any(pattern.fullmatch(said.strip()) for pattern in REFUSALS)


class Trial:
    """Tries the cells of a table in one office."""

    def __init__(self, people: Town, **names: int) -> None:
        self.people = people
        self.names = names
        self.tried = 0

    def person(self, role: Role) -> int:
        """The account of a role."""
        return self.people.seat[role] if isinstance(role, int) else self.people.people[role]

    async def row(self, row: Row) -> None:
        """Those who may not, then those who may: so that the first find the state as it was."""
        for role in sorted(PEOPLE, key=lambda role: role in row.allowed):
            await self.cell(row, role)

    async def cell(self, row: Row, role: Role) -> None:
        """One person tries one act."""
        person, before = self.person(role), await self.entries(self.person(role))
        said = await self.say(row, person) if row.text else await self.tap(row, person)
        self.tried += 1
        if role in row.allowed:
            first = sorted(PEOPLE, key=lambda one: one in row.allowed)[-len(row.allowed)]
            if row.once and role != first:
                return
            assert not refused(said), f"{row.name}, {role}: refused with «{said}»"
            if row.confirmed:
                await self.people.press(person, "Подтвердить")
            return
        if not row.group:  # a group's talk is not answered at all
            assert refused(said), f"{row.name}, {role}: «{said}»"
        assert await self.entries(person) == before, f"{row.name}, {role}: something was done"

    async def say(self, row: Row, person: int) -> str:
        """What the bot answers to a text."""
        chat = self.people.group if row.group else person
        mark = await self.people.newest(chat)
        await self.people.call("POST", "/api/messages", json={"from": person, "chat": chat, "text": row.text})
        await self.people.settle()
        fresh = [one["text"] for one in await self.people.messages(chat, mark) if one["from"] != person]
        return "\n".join(fresh).replace("\u00a0", " ")

    async def tap(self, row: Row, person: int) -> str:
        """What the bot answers to a tap under the person's own newest message, or the group's."""
        data = row.tap.format(**self.names)
        for chat in (person, self.people.group):
            found = [one["message_id"] for one in await self.people.messages(chat) if one["from"] != person]
            holding = [
                one["message_id"]
                for one in await self.people.messages(chat)
                if any(button["data"] == data for line in one["buttons"] or [] for button in line)
            ]
            if holding or found:
                shown = await self.people.tap(person, chat, (holding or found)[-1], data)
                return str(shown.get("answer") or "")
        raise AssertionError("there is nothing to tap")

    async def entries(self, person: int) -> int:
        """How many entries the audit log holds of this person."""
        theirs = select(func.count()).select_from(audit).where(audit.c.user_id == person)
        async with self.people.behind_its_back() as database:
            return int(await database.scalar(theirs) or 0)

    async def message(self, block: str, channel: str) -> int:
        """An open message of a block in a channel."""
        statement = select(messages.c.id).where(
            messages.c.block == block, messages.c.channel == channel, messages.c.answered_at.is_(None)
        )
        async with self.people.behind_its_back() as database:
            found = await database.scalar(statement.limit(1))
        assert found is not None
        return int(found)


async def everyone_starts(people: Town) -> None:
    """So that each has a message of the bot to tap under."""
    for person in [*people.seat.values(), *people.people.values()]:
        await people.say(person, "/start")


async def convened(people: Town) -> None:
    """A meeting of tomorrow, at its hour."""
    await people.say(people.seat[1], "/convene 25.11.2026 15:00 каб. 12\n1. Первый | место 4\n2. Второй")
    await people.press(people.seat[1], "Разослать")
    await people.move_clock(datetime.fromisoformat("2026-11-25T15:00:00+05:00"))


async def opened(people: Town) -> None:
    """Everyone but seat 6 is here."""
    await convened(people)
    await people.gather(1, 2, 3, 4, 8, 9)
    await people.press(people.seat[1], "Открыть заседание")


async def closed(people: Town) -> None:
    """Its only vote was held, its protocol waits for the signature."""
    await opened(people)
    await people.press(people.seat[1], "На голосование")
    await people.press(people.seat[1], "За", people.group)
    await people.press(people.seat[1], "Закрыть голосование")
    await people.press(people.seat[1], "Закрыть заседание")


async def nothing(_: Town) -> None:
    """A morning as any."""


@pytest.mark.parametrize(
    ("rows", "prepare"),
    [(MORNING, nothing), (MESSAGE, nothing), (CONVENED, convened), (OPEN, opened), (CLOSED, closed)],
    ids=["morning", "message", "convened", "open", "closed"],
)
async def test_every_cell(
    seeded: Town, rows: tuple[Row, ...], prepare: Callable[[Town], Awaitable[None]]
) -> None:
    await everyone_starts(seeded)
    await prepare(seeded)
    trial = Trial(seeded, meeting=1, protocol=1)
    if rows is MESSAGE:
        trial.names["message"] = await trial.message("infrastructure", "incident")
    for row in rows:
        await trial.row(row)
    assert trial.tried == len(rows) * len(PEOPLE)
    assert await seeded.violations() == []
