"""The page of upkeep does what it says: its blocks of commands are given, beside a bot that runs."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.sandbox.people import BOT_ID
from bot.sandbox.server import Sandbox
from bot.storage.migrating import current_revision, newest_revision
from tests.commands.conftest import Give
from tests.commands.server import Server, machine
from tests.conftest import missing
from tests.docs.pages import ROOT
from tests.storage.released import contents_of_file, released
from tests.templates import drop_database, new_database

PAGE = (ROOT / "docs" / "ru" / "upkeep.md").read_text("utf-8")
NEW_TOKEN = f"{BOT_ID}:given-by-BotFather-after-a-revoke"
OF_EACH = [pytest.param(one, marks=[] if one == released()[-1] else pytest.mark.long) for one in released()]


def blocks(heading: str) -> list[list[str]]:
    """The blocks of commands under a heading of the page, each a list of lines."""
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None, heading
    found = re.findall(r"^ *```sh\n(.*?)^ *```$", section[1], re.MULTILINE | re.DOTALL)
    return [[line.strip() for line in block.splitlines()] for block in found]


@pytest.mark.long
async def test_the_page_is_followed_from_an_old_version_to_the_end(
    tmp_path: Path,
    give: Give,
    monkeypatch: pytest.MonkeyPatch,
    kept: dict[str, Path],
    postgres: str | None,
) -> None:
    if postgres is None:
        missing("PostgreSQL")
    newest, address = newest_revision(), await new_database(str(postgres))
    async with machine(tmp_path, kept[released()[-1]], give, monkeypatch) as (sandbox, old):
        file = make_url(f"sqlite+aiosqlite:///{old.folder}/data/office.db")
        before = contents_of_file(old.folder / "data" / "office.db")
        # Upgraded, and taken back.
        copy, program = blocks("Обновить")
        await old.follow(copy)
        await old.follow(program)
        assert await current_revision(file) == newest
        assert list((old.folder / "data" / "copies").glob("*-schema-*.db"))
        back, start = blocks("Вернуть прежнюю версию")
        await old.follow(back)
        assert contents_of_file(old.folder / "data" / "office.db") == before
        await old.follow(start)
        # Moved to another server.
        leave, come = blocks("Перенести на другой сервер")
        await old.follow(leave)
        new = Server(tmp_path / "another", give, monkeypatch)
        for name in (".env", "перенос.db"):
            shutil.copy(old.folder / name, new.folder)
        new.unit.write_text("")
        try:
            await new.follow(come)
            await _keys(new, sandbox)
            stop, move, start = blocks("Из SQLite в PostgreSQL и обратно")
            await new.follow(stop)
            plain = address.replace("+asyncpg", "")
            await new.follow(
                [line.replace("postgresql://office:пароль@localhost/office", plain) for line in move]
            )
            new.set(database_url=plain)
            await new.follow(start)
            (remove,) = blocks("Удалить")
            new.set(database_url=f"sqlite:///{new.folder}/data/office.db")
            await new.follow(remove)
        finally:
            await new.stop()
            await drop_database(address)
        left = {str(path.relative_to(new.root)) for path in new.root.rglob("*") if path.is_file()}
        assert {name for name in left if not name.startswith("journal/")} == {"mnt/backup/последняя.db"}


async def _keys(server: Server, sandbox: Sandbox) -> None:
    """The token, the secret of the webhook and its certificate are changed, and the messenger knows them."""
    (restart,) = blocks("Сменить токен или секрет webhook")
    server.set(mode="webhook", webhook_url="https://localhost:8443/telegram", listen="127.0.0.1:0")
    await server.follow(restart)
    webhook = sandbox.world.updates.webhook
    sandbox.world.token = NEW_TOKEN
    answer = await asyncio.to_thread(server.give, "check", started="mcu")
    assert answer.code == 1 and "токен" in answer.said.lower()
    server.set(token=NEW_TOKEN)
    await server.follow(restart)
    assert sandbox.world.updates.webhook.secret not in ("", webhook.secret)
    server.set(webhook_secret="chosen")  # noqa: S106 — of a sandbox
    await server.follow(restart)
    assert sandbox.world.updates.webhook.secret == "chosen"  # noqa: S105
    server.set(webhook_certificate="bot.crt")
    (renew,) = blocks("Новый сертификат")
    for _ in range(2):
        before = sandbox.world.updates.webhook.trusted
        await server.follow(renew)
        trusted = sandbox.world.updates.webhook.trusted
        assert trusted is not None and trusted is not before
    server.set(mode="polling")


@pytest.mark.parametrize("revision", OF_EACH)
def test_a_database_of_any_version_is_upgraded_and_taken_back(
    give: Give, folder: Path, kept: dict[str, Path], revision: str
) -> None:
    (folder / "data").mkdir()
    file = Path(shutil.copy(kept[revision], folder / "data" / "office.db"))
    before, url = contents_of_file(file), make_url(f"sqlite+aiosqlite:///{file}")
    assert give("backup", "copy.db").code == 0
    answer = give("migrate")
    assert answer.code == 0, answer.whole
    assert asyncio.run(current_revision(url)) == newest_revision()
    assert give("status").aside == give("backup", "after.db").aside
    answer = give("restore", "copy.db")
    assert answer.code == 0, answer.whole
    assert (asyncio.run(current_revision(url)), contents_of_file(file)) == (revision, before)


def test_every_block_of_the_page_is_followed() -> None:
    source = Path(__file__).read_text("utf-8")
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert [one for one in headings if blocks(one) and f'blocks("{one}")' not in source] == []
