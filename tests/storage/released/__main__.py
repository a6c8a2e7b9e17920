"""Two days played in programs of their time; what their databases hold then is packed for the tests.

`python -m tests.storage.released` keeps the database of this program's schema, as a release does.
`python -m tests.storage.released FOLDER …` does the same with checkouts of older programs, in one archive.
"""

from __future__ import annotations

import asyncio
import io
import lzma
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path

import aiohttp

from bot.sandbox.people import GROUP_ID
from bot.sandbox.play import People, PlayFailed
from tests.storage.released import FOLDER

_MORNING = "2026-11-24T08:25:00+05:00"
_EVENING = "2026-11-24T15:30:00+05:00"
_THIS_PROGRAM = Path(__file__).parents[3]
# The signed originals are kept whole; of what the program can make again, and of pictures, the beginning.
_WHOLE = "signed"
_BEGINNING = 1000


def main(programs: list[Path]) -> None:
    """Play, then pack."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _pack(sorted(_record(program.resolve(), folder) for program in programs))


def _record(program: Path, folder: Path) -> Path:
    """Two days in a program; the file of its database, named by its schema."""
    file = folder / "office.db"
    for old in folder.glob("office.db*"):
        old.unlink()
    demo = [*_sandbox(file, _MORNING), "--play", str(folder / "played")]
    subprocess.run(demo, cwd=program, check=True, stdout=subprocess.DEVNULL)
    asyncio.run(_second_day(program, file))
    with closing(sqlite3.connect(file)) as database:
        revision = _trimmed(database)
    print(f"{revision}: {program}")
    return file.rename(folder / f"{revision}.db")


async def _second_day(program: Path, file: Path) -> None:
    async with _people(program, file) as people:
        await _SecondDay(people).live()


def _trimmed(database: sqlite3.Connection) -> str:
    """Leave what need not be whole at its beginning, and nothing beside the file; the schema."""
    database.execute(
        "UPDATE documents SET content = substr(content, 1, ?) WHERE kind <> ?", (_BEGINNING, _WHOLE)
    )
    database.commit()
    database.execute("PRAGMA journal_mode=DELETE")
    database.execute("VACUUM")
    return str(database.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _sandbox(file: Path, now: str) -> list[str]:
    options = f"--now {now} --limits off --port 0".split()
    return [sys.executable, "-m", "bot", "sandbox", "--db", str(file), *options]


@asynccontextmanager
async def _people(program: Path, file: Path) -> AsyncIterator[People]:
    """People of the program's sandbox, on the database that the day before left."""
    process = await asyncio.create_subprocess_exec(
        *_sandbox(file, _EVENING), cwd=program, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        said = ""
        while not (found := re.search(r"http://\S+[^/\s]", said)):
            line = (await process.stdout.readline()).decode()
            assert line, "the program's sandbox has ended"
            said += line
        async with aiohttp.ClientSession() as session:
            yield People(session, found.group())
    finally:
        process.terminate()
        await process.wait()


class _SecondDay:
    """What people do the day after the demo, as far as the program of the time can do it."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._seat: dict[int, int] = {}
        self._others: dict[str, int] = {}

    async def live(self) -> None:
        """Each deed by itself: what the program does not know yet is left out, and said."""
        everyone = await self._people.call("GET", "/api/people")
        self._seat = {one["seat"]: one["id"] for one in everyone if one["seat"]}
        self._others = {one["role"]: one["id"] for one in everyone if not one["seat"]}
        deeds: list[Callable[[], Awaitable[None]]] = [
            self._receive,
            self._answer,
            self._be_absent,
            self._propose,
            self._invite,
            self._name_an_assistant,
            self._ask_for_materials,
            self._rest,
            self._report,
            self._publish,
            self._decide,
            self._report_a_task,
            self._begin_a_vote,
        ]
        for deed in deeds:
            try:
                await deed()
            except (PlayFailed, LookupError) as failed:
                print(f"  {deed.__name__.strip('_')}: {failed}")

    async def _receive(self) -> None:
        await self._people.press(self._others["unit"], "Получено")

    async def _answer(self) -> None:
        people, member = self._people, self._seat[4]
        await people.say(member, "/digest")
        await people.press(member, "1")
        await people.press(member, "Ответ дан")
        member = self._seat[3]
        await people.say(member, "/digest")
        await people.press(member, "1")
        await people.press(member, "Причина просрочки")
        await people.press(member, "Нужны работы, ждём подрядчика")

    async def _be_absent(self) -> None:
        people, member = self._people, self._seat[7]
        await people.say(member, "/absence")
        for word in ("Записать отсутствие", "27", "30"):
            await people.press(member, word)

    async def _propose(self) -> None:
        people, member = self._people, self._seat[4]
        await people.say(member, "/propose")
        await people.say(member, "Вывоз снега с окраин")
        await people.press(member, "Файлы")
        await people.send_file(member, "смета.pdf", b"%PDF-1.4 estimate")
        await people.press(member, "Назад")
        await people.press(member, "Внести")

    async def _invite(self) -> None:
        """One link is used and waits for the head's word, another lies unused."""
        people, head, newcomer = self._people, self._seat[1], self._others["stranger"]
        await people.say(head, "/invite 5")
        token = re.findall(r"\?start=([\w-]+)", (await people.messages(head))[-1]["text"])[0]
        await people.say(head, "/invite 6")
        await people.say(newcomer, f"/start {token}")
        await people.say(newcomer, "Неволин Егор Маркович")

    async def _name_an_assistant(self) -> None:
        await self._people.say(self._seat[2], "/assistant")
        await self._people.press(self._seat[2], "Назначить помощника")

    async def _ask_for_materials(self) -> None:
        people, head = self._people, self._seat[1]
        await people.say(head, "/request")
        await people.press(head, "Запросить материалы")
        await people.say(head, "Сколько обращений просрочено и почему")
        for word in ("Нина Павловна Ожегова", "Срок", "27", "Разослать"):
            await people.press(head, word)

    async def _rest(self) -> None:
        people, member = self._people, self._seat[6]
        await people.say(member, "/settings")
        await people.press(member, "22:00–07:00")

    async def _report(self) -> None:
        people, officer = self._people, self._seat[8]
        await people.say(officer, "/report")
        await people.press(officer, "Прошлая неделя")

    async def _publish(self) -> None:
        await self._people.say(self._seat[8], "/publish")
        await self._people.press(self._seat[8], "На подтверждение руководителю")

    async def _meet(self, starts_at: datetime, *agenda: str) -> None:
        people, head = self._people, self._seat[1]
        lines = "\n".join(f"{number}. {line}" for number, line in enumerate(agenda, 1))
        await people.say(head, f"/convene {starts_at:%d.%m.%Y %H:%M} каб. 12\n{lines}")
        await people.press(head, "Разослать")
        await people.move_clock(starts_at)
        for seat in (1, 2, 3, 4, 5):
            await people.press(self._seat[seat], "Присутствую", GROUP_ID)
        await people.press(head, "Открыть заседание")

    async def _vote(self, *words: str) -> None:
        for seat, word in enumerate(words, 1):
            await self._people.press(self._seat[seat], word, GROUP_ID)

    async def _decide(self) -> None:
        """A decision with an executor and a date, adopted and signed."""
        people, head = self._people, self._seat[1]
        line = "Ответы на обращения | место 8 | Принять меры"
        starts_at = datetime.fromisoformat("2026-11-25T15:00:00+05:00")
        try:
            await self._meet(starts_at, f"{line} | место 4 | 02.12.2026")
        except PlayFailed:
            await self._meet(starts_at, line)
        await people.press(head, "На голосование")
        await self._vote("За", "За", "За", "Против", "Воздержался")
        await people.press(head, "Закрыть голосование")
        await people.press(head, "Закрыть заседание")
        await people.press(head, "Подписать")

    async def _report_a_task(self) -> None:
        await self._people.press(self._seat[4], "Исполнено")

    async def _begin_a_vote(self) -> None:
        """A meeting that the change of programs falls into the middle of."""
        starts_at = datetime.fromisoformat("2026-11-26T15:00:00+05:00")
        await self._meet(starts_at, "Перенос приёма | место 3 | Вести с 17 часов", "Разное")
        await self._people.press(self._seat[1], "На голосование")
        await self._vote("За", "За", "Против")


def _pack(databases: list[Path]) -> None:
    """One archive: what the databases have in common is kept once."""
    name = "-".join(dict.fromkeys((databases[0].stem, databases[-1].stem)))
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for file in databases:
            member = tarfile.TarInfo(file.name)  # no owner, no time of this machine
            content = file.read_bytes()
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 26}]
    (FOLDER / f"{name}.tar.xz").write_bytes(lzma.compress(packed.getvalue(), filters=filters))
    listed = "".join(f"{file.name}\n" for file in databases)
    (FOLDER / f"{name}.txt").write_text(listed, "utf-8")


if __name__ == "__main__":
    main([Path(word) for word in sys.argv[1:]] or [_THIS_PROGRAM])
