"""States of the machine, and what is read there: the cause and the cure, and never a traceback."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.__main__ import _of_libraries
from bot.commands.machine import trouble_with
from bot.commands.words import command_texts
from bot.listening import CannotListen
from bot.profiles import profile_text
from tests.commands.conftest import Give
from tests.conftest import GUARDED, PostgresServer, migrated, missing
from tests.docs.pages import ROOT
from tests.e2e.updates.test_behind_a_proxy import self_signed
from tests.templates import Templates, new_database

NOBODY = 65534

# State, setting, its value; what is said.
SETTINGS = [
    ("token", "", "Нет токена"),
    ("token", "123456:your-token", "остался пример"),
    ("token", "<токен от BotFather>", "остался пример"),
    ("token", "123456", "не похож на токен"),
    ("admins", "your-numeric-telegram-id", "BOT_ADMINS: нужны числовые номера"),
    ("mode", "push", "polling или webhook, а стоит «push»"),
    ("metrics", "9464", "Адрес в BOT_METRICS не читается"),
    ("database_url", "mysql://somewhere", "Адрес базы в BOT_DATABASE_URL не читается"),
    ("database_url", "sqlite:////dev/null/office.db", "/dev/null — не каталог"),
    ("profile", "none.toml", "none.toml нет. Проверьте BOT_PROFILE"),
    ("proxy", "127.0.0.1:3128", "Адрес в BOT_PROXY не читается"),
    ("page", "nowhere", "Адрес в BOT_PAGE не читается"),
    ("public_url", "office", "Адрес в BOT_PUBLIC_URL не читается"),
    ("limits", "true", "Нет связи с сервером Bot API"),
    ("database_url", "sqlite:///:memory:", "Адрес базы в BOT_DATABASE_URL не читается"),
    (
        "database_url",
        "postgresql://office:p@127.0.0.1:1/office?pool=5",
        "Адрес базы в BOT_DATABASE_URL не чит",
    ),
    ("database_url", "postgresql://office:p@127.0.0.1:1/office?sslmode=require", "никто не отвечает"),
    ("database_url", "postgresql://office:p@no.such.host.invalid/office", "имя сервера не найдено"),
    ("metrics", "http://127.0.0.1:9464", "Адрес в BOT_METRICS не читается"),
    ("metrics", "::1:9464", "Адрес в BOT_METRICS не читается"),
    ("page", "не-машина:8082", "Адрес в BOT_PAGE не читается"),
    ("admin", "1013", "BOT_ADMIN: такой настройки нет. Похожая: BOT_ADMINS"),
    ("log_level", "DEBUG", "BOT_LOG_LEVEL: такой настройки нет"),
    ("public_url", "https://office.example.org", "BOT_PUBLIC_URL без BOT_PAGE"),
    ("webhook_url", "https://bot.example.org/telegram", "BOT_WEBHOOK_URL без BOT_MODE=webhook"),
    ("database_url", f"sqlite:////dev/{'a' * 300}.db", "имя длиннее, чем допускает диск"),
    ("copies", "/dev/null", "Копии не лягут в /dev/null (BOT_COPIES). /dev/null"),
    ("profile", "/dev", "/dev: это каталог, а нужен файл. Проверьте BOT_PROFILE"),
    ("profile", "/dev/zero", "/dev/zero: это канал или устройство, а нужен файл"),
    ("database_url", "sqlite:////dev/full", "/dev/full — канал или устройство, а нужен файл базы"),
]


@pytest.mark.parametrize(("name", "value", "words"), SETTINGS)
def test_a_setting_is_named_with_its_cure(give: Give, name: str, value: str, words: str) -> None:
    answer = give("check", **{name: value})
    assert (answer.code, words in answer.whole) == (1, True), answer.whole


@pytest.mark.parametrize("profile", ["", "none.toml"])
def test_what_is_wrong_is_named_at_once(give: Give, profile: str) -> None:
    """One wrong setting hides no other, nor what ails the database."""
    away = "postgresql://office:p@127.0.0.1:1/office"
    given = give("check", page="nowhere", proxy="127.0.0.1:3128", profile=profile, database_url=away)
    said = [
        "Адрес в BOT_PAGE",
        "Адрес в BOT_PROXY",
        "никто не отвечает",
        *(["none.toml нет"] if profile else []),
    ]
    assert given.code == 1 and all(words in given.whole for words in said), given


# The file of settings as an editor or a hurry leaves it; what is said, and whether the command goes on.
FILES = [
    (b'\xef\xbb\xbfBOT_MODE="polling"\r\nBOT_LOG_FORMAT = json \r\n', "Нет связи с сервером Bot API"),
    (b"BOT_PROFILE=\nBOT_MODE=\nBOT_COPIES=\n", "Нет связи с сервером Bot API"),
    (b"BOT_MODE=polling\n\nBOT_LIMITS true\n", "Файл настроек .env: строка 3 не читается"),
    (b'BOT_ADMINS="1013\nBOT_MODE=polling\n', "Файл настроек .env: строка 1 не читается"),
    (b"BOT_MODE=polling\nBOT_ADMINS\n", "Файл настроек .env: строка 2 не читается"),
    (b"BOT_ADMINS=1\nBOT_ADMINS=2\n", "Файл настроек .env: BOT_ADMINS стоит дважды, действует последняя"),
    (b"BOT_ADMNIS=1013\n", "BOT_ADMNIS: такой настройки нет. Похожая: BOT_ADMINS"),
    (b"BOT_ADMINS=1013#head\n", "BOT_ADMINS: нужны числовые номера"),
    ("BOT_MODE=polling\n".encode("utf-16"), "Файл настроек .env не в UTF-8"),
]


@pytest.mark.parametrize(("content", "words"), FILES)
def test_a_file_of_settings_is_read_or_its_line_is_named(
    give: Give, folder: Path, content: bytes, words: str
) -> None:
    (folder / ".env").write_bytes(content)
    answer = give("check")
    assert (answer.code, words in answer.whole) == (1, True), answer.whole
    assert "dotenv" not in answer.whole


INSTEAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (Path.mkdir, "это каталог, а нужен файл"),
    "pipe": (os.mkfifo, "это канал или устройство, а нужен файл"),
    "device": (lambda place: place.symlink_to("/dev/zero"), "это канал или устройство, а нужен файл"),
    "circle": (lambda place: place.symlink_to(place.name), "ссылка ведёт сама на себя"),
    "nothing": (lambda place: place.symlink_to("gone"), "такого файла или каталога нет"),
}


@pytest.mark.parametrize("stands", INSTEAD)
def test_what_stands_in_the_place_of_a_file_is_named_and_never_waited_for(
    give: Give, folder: Path, stands: str
) -> None:
    """Of the settings', of an office's of several, of a registry's, of a paper's."""
    put, words = INSTEAD[stands]
    (folder / "offices").mkdir()
    (folder / "offices" / "one.toml").write_text(profile_text(), "utf-8")
    (folder / "no settings").touch()
    assert give("migrate").code == 0
    for place in (folder / "a.pdf", folder / "offices" / "one.env", folder / ".env"):
        put(place)
    for command in (["verify", "a.pdf"], ["import", "a.pdf"]):
        answer = give(*command, "--env-file", "no settings")
        assert answer.code == 1 and f"a.pdf: {words}" in answer.aside, answer
    answer = give("check", "--profiles", "offices")
    assert answer.code == 1 and f"one.env: {words}" in answer.aside
    answer = give("check")
    assert answer.code == 1 and f".env: {words}" in answer.aside


def test_no_copy_is_made_of_a_device_or_in_its_place(give: Give, folder: Path) -> None:
    assert give("migrate").code == 0 and give("backup", "copy.db").code == 0
    os.mkfifo(folder / "pipe")
    for command in (["backup", "other.db"], ["restore", "copy.db"], ["move", "sqlite:///other.db"]):
        answer = give(*command, database_url="sqlite:///pipe")
        assert answer.code == 1 and "pipe — канал или устройство, а нужен файл базы" in answer.aside
    assert give("move", "sqlite:///pipe", database_url="sqlite:///data/office.db").code == 1
    assert (folder / "pipe").is_fifo() and not (folder / "other.db").exists()


def test_settings_of_others_are_not_ours(give: Give, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hosting's own DATABASE, and what compose.yaml alone reads."""
    monkeypatch.setenv("DATABASE", "postgresql://somebody@elsewhere/theirs")
    answer = give("check", domain="bot.example.org")
    assert f"база {folder}/data/office.db" in answer.aside and "BOT_DOMAIN" not in answer.whole


def test_two_addresses_that_are_one_are_named(give: Give) -> None:
    answer = give("check", metrics="127.0.0.1:9464", page="127.0.0.1:9464")
    assert answer.code == 1 and "BOT_METRICS и BOT_PAGE — один адрес" in answer.whole


def test_a_clock_that_is_behind_is_named_and_copies_that_have_stopped(give: Give, folder: Path) -> None:
    assert give("migrate").code == 0
    with sqlite3.connect(folder / "data" / "office.db") as database:
        columns = "id, at, kind, entity, data, previous_hash, hash"
        moment = "2100-01-01 00:00:00.000000"
        database.execute(f"INSERT INTO audit ({columns}) VALUES (1, '{moment}', 'x', 'y', '{{}}', '', '')")
    (folder / "data" / "copies").mkdir()
    (folder / "data" / "copies" / "office-2099-12-01.db").touch()
    said = give("check").said
    assert "Часы машины отстают" in said and "последняя ночная — от 1 декабря 2099" in said
    later = profile_text().replace("date = 2024-01-09", "date = 2124-01-09")
    (folder / "later.toml").write_text(later, "utf-8")
    answer = give("check", profile="later.toml", database_url="sqlite:///none.db")
    assert answer.code == 1 and "а постановление офиса от 9 января 2124" in answer.said


# A console that cannot say Russian, and streams that a starter closed.
_SHELL = "cd {folder} && {before} exec {python} -m bot check {after}"
STREAMS = [
    ("PYTHONIOENCODING=ascii", "", "Нет связи"),
    ("LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0", "", "Нет связи"),
    ("", "<&-", "Нет связи"),
    ("", ">&-", "Офис с поставленным профилем"),
    ("", "2>&-", "Нет связи"),
    ("rmdir ../gone;", "", "Рабочего каталога больше нет"),
]


@pytest.mark.parametrize(("before", "after", "words"), STREAMS)
def test_a_console_of_any_kind_is_spoken_to(folder: Path, before: str, after: str, words: str) -> None:
    (folder / "gone").mkdir()
    line = _SHELL.format(folder=folder / "gone", before=before, python=sys.executable, after=after)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False)
    said = (done.stdout + done.stderr).decode()
    assert words in said and "Traceback" not in said and done.returncode == 1, said


@pytest.mark.parametrize("words", ["--version", "check", "completion bash"])
def test_what_cannot_be_printed_ends_in_words(folder: Path, words: str) -> None:
    """The answer is longer than a buffer, or fits into one: the disk that it goes to is full."""
    line = f"cd {folder} && exec {sys.executable} -m bot {words} >/dev/full"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False)
    assert (done.returncode, "на диске нет места" in done.stderr.decode()) == (1, True), done
    assert "Exception" not in done.stderr.decode()


@pytest.mark.parametrize("content", [None, "", "no certificate", "key"])
def test_a_certificate_that_is_none_is_not_uploaded(give: Give, folder: Path, content: str | None) -> None:
    if content is not None:
        (folder / "bot.crt").write_text(content, "utf-8")
    if content == "key":  # what nginx is often given: both halves in one file
        certificate = self_signed(folder)
        certificate.write_text(certificate.read_text() + (folder / "bot.key").read_text())
    hook = {"mode": "webhook", "webhook_url": "https://bot.example.org/telegram"}
    answer = give("check", webhook_certificate="bot.crt", **hook)
    assert answer.code == 1 and "Сертификат в BOT_WEBHOOK_CERTIFICATE не подходит" in answer.whole


def test_files_that_an_editor_spoilt_are_named(give: Give, folder: Path) -> None:
    (folder / "office.toml").write_bytes(profile_text().encode("cp1251", "ignore"))
    assert "не в UTF-8" in give("check", profile="office.toml").whole
    (folder / ".env").write_bytes("# Бот\nBOT_LIMITS=true\n".encode("cp1251"))
    answer = give("check")
    assert answer.code == 1 and "Файл настроек .env не в UTF-8" in answer.whole


def test_a_fresh_folder_is_in_order_and_stays_empty(give: Give, folder: Path) -> None:
    answer = give("check")
    assert f"{folder}/data/office.db ещё нет, появится при первом запуске" in answer.said
    assert "К сведению, работе не мешает" in answer.said
    assert list(folder.iterdir()) == []


def test_a_newer_database_is_called_so(give: Give, folder: Path) -> None:
    with sqlite3.connect(folder / "new.db") as database:
        database.execute("CREATE TABLE alembic_version (version_num TEXT)")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
    for words in (["check"], ["digest", "--print"]):
        answer = give(*words, database_url="sqlite:///new.db")
        assert answer.code == 1 and "более новой версией программы (схема 9999)" in answer.whole


UNLIKE = [
    (["CREATE TABLE orders (id)"], "таблицы другой программы (orders)"),
    (["CREATE TABLE alembic_version (version_num)", "CREATE TABLE orders (id)"], "программы (orders)"),
    (["INSERT INTO alembic_version VALUES ('0044')"], "несколько версий схемы (0044, "),
    (["ALTER TABLE outbox DROP COLUMN failure"], "без чего бот не работает (outbox.failure)"),
    (["DROP TABLE quiet_hours"], "без чего бот не работает (quiet_hours)"),
]


@pytest.mark.parametrize(("changes", "words"), UNLIKE)
async def test_a_database_changed_past_the_bot_is_called_so(
    give: Give, folder: Path, templates: Templates, changes: list[str], words: str
) -> None:
    if "CREATE" not in changes[0]:
        await templates.copy(None, "migrated", migrated, folder / "office.db")
    with sqlite3.connect(folder / "office.db") as database:
        for change in changes:
            database.execute(change)
    there = (folder / "office.db").read_bytes()
    answer = await asyncio.to_thread(give, "check", database_url="sqlite:///office.db")
    assert answer.code == 1 and words in answer.whole and "в порядке, занято" not in answer.whole
    if "другой программы" in words:  # nothing of it is changed by looking, nor does its office's bot speak
        assert (folder / "office.db").read_bytes() == there and "Bot API" not in answer.whole


def test_a_database_that_lacks_something_is_not_served(give: Give, folder: Path) -> None:
    changes, words = UNLIKE[-1]
    assert give("migrate").code == 0
    with sqlite3.connect(folder / "data" / "office.db") as database:
        database.execute(changes[0])
    answer = give("serve")
    assert answer.code == 1 and words in answer.aside and "не запустится" in answer.aside


@pytest.mark.parametrize("suffix", ["-wal", "-shm", ".lock"])
def test_a_file_beside_the_database_that_is_another_s_is_named(tmp_path: Path, suffix: str) -> None:
    """A command given as root leaves them behind; the bot itself runs as somebody else."""
    if os.geteuid() != 0:
        pytest.skip("only root gives files away")
    tmp_path.chmod(0o777)
    for folder in tmp_path.parents:
        folder.chmod(folder.stat().st_mode | 0o055)
    database, beside = tmp_path / "office.db", tmp_path / f"office.db{suffix}"
    database.touch()
    database.chmod(0o666)
    beside.touch()
    beside.chmod(0o600)
    os.seteuid(NOBODY)
    try:
        said = trouble_with(database, command_texts())
    finally:
        os.seteuid(0)
    assert said is not None and f"Нет прав на {beside}" in said


def test_a_database_under_two_names_is_neither_served_nor_in_order(give: Give, folder: Path) -> None:
    """Two could serve it then, each with a log and a lock of its own beside another name."""
    assert give("migrate").code == 0
    (folder / "data" / "second.db").hardlink_to(folder / "data" / "office.db")
    for command in ("check", "serve", "migrate"):
        answer = give(command)
        assert answer.code == 1 and "есть второе имя" in answer.whole, answer
    (folder / "data" / "second.db").unlink()
    assert "есть второе имя" not in give("check").whole


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_an_office_never_begins_anew_beside_its_copies(give: Give, folder: Path, left: str) -> None:
    """A disk that was not mounted, a file cut to nothing: the copies say that there was an office."""
    assert give("migrate").code == 0
    copy, database = folder / "data" / "copies" / "office-2026-11-30.db", folder / "data" / "office.db"
    copy.parent.mkdir()
    assert give("backup", copy).code == 0
    database.unlink() if left == "nothing" else database.write_bytes(b"")
    for command in ("check", "serve", "migrate"):
        answer = give(command)
        assert answer.code == 1 and f"restore {copy.relative_to(folder)}" in answer.whole, answer
    assert give("restore", copy).code == 0
    assert "restore" not in give("check").whole


def test_a_folder_for_copies_that_takes_none_is_named(give: Give, folder: Path) -> None:
    """The one beside the database as well, which nobody has set."""
    assert give("migrate").code == 0
    (folder / "data" / "copies").touch()
    answer = give("check")
    assert answer.code == 1 and "Копии не лягут в data/copies" in answer.said


def test_a_secret_that_is_soon_guessed_is_named(give: Give) -> None:
    hook = {"mode": "webhook", "webhook_url": "https://bot.example.org/webhook"}
    for given, weak in (("office", True), ("Zu5-kq8_Wd2mXf7b", False)):
        said = give("check", **hook, webhook_secret=given).said
        assert ("BOT_WEBHOOK_SECRET легко подобрать" in said) is weak


def test_a_port_that_is_taken_is_named(give: Give) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        answer = give("serve", metrics=address)
    assert answer.code == 1
    assert f"Адрес {address} занять нельзя: порт занят другой программой" in answer.aside


def test_a_copy_is_refused_in_words_where_no_folder_can_be(give: Give, folder: Path) -> None:
    (folder / "data").mkdir()
    with sqlite3.connect(folder / "data" / "office.db") as database:
        database.execute("CREATE TABLE audit (id INTEGER)")
    answer = give("backup", "/dev/null/copy.db")
    assert answer.code == 1 and "Не получилось" in answer.aside and "стоит файл" in answer.aside
    answer = give("backup", "copy.dump", database_url="postgresql://office:p@127.0.0.1:1/office")
    assert answer.code == 1 and "никто не отвечает" in answer.aside and "Error" not in answer.whole


_HIDDEN = "hidden%2Fof%40clerk"
ADDRESSES = [
    (f"clerk:{_HIDDEN}@127.0.0.1:1/office", "никто не отвечает"),
    (f"clerk:{_HIDDEN}@no.such.host.invalid/office", "имя сервера не найдено"),
    (f"clerk:{_HIDDEN}@127.0.0.1:99999/office", "BOT_DATABASE_URL не читается"),
    (f"clerk:{_HIDDEN}@127.0.0.1/office?password={_HIDDEN}", "BOT_DATABASE_URL не читается"),
    ("clerk:hidden/of@clerk@127.0.0.1:1/office", "имя сервера не найдено"),
    (f"clerk:{_HIDDEN}@127.0.0.1:{{port}}/postgres", "не принял имя или пароль"),
]


@pytest.mark.parametrize(("address", "words"), ADDRESSES)
def test_a_database_that_takes_no_copy_is_named_without_its_password(
    give: Give, folder: Path, request: pytest.FixtureRequest, address: str, words: str
) -> None:
    if "{port}" in address:
        server = request.getfixturevalue("postgres")  # for this one alone
        if server is None:
            missing("PostgreSQL")
        address = address.format(port=make_url(server).port)
    here, there = "sqlite:///here.db", f"postgresql://{address}"
    for name in ("here.db", "copy.db"):
        (folder / name).touch()
    for command, database in (("restore copy.db", there), ("move sqlite:///new.db", there), ("move", here)):
        given = command.split() if database == there else [command, there]
        answer = give(*given, database_url=database)
        assert answer.code == 1 and words in answer.aside and "hidden" not in answer.whole, answer


COMMANDS = (
    *("check", "serve", "status", "backup new.db", "restore copy.db", "import rows.xlsx --channel incident"),
    *("verify paper.pdf", "migrate", "invite 1", "digest --print", "export 2026", "move sqlite:///new.db"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_server_of_databases_that_refuses_is_named(
    give: Give, folder: Path, own_postgres: PostgresServer | None, command: str
) -> None:
    """A wrong password, a base that is not there, a server that is away: the cure, and no password."""
    if own_postgres is None:
        missing("PostgreSQL")
    assert own_postgres is not None
    url = make_url(asyncio.run(_guarded(own_postgres))).set(username=GUARDED, password="hidden")  # noqa: S106
    for name in ("copy.db", "rows.xlsx", "paper.pdf"):
        (folder / name).touch()
    away = {
        "не принял имя или пароль": url,
        "нет базы": url.set(password="secret", database="office-hidden"),  # noqa: S106
        "никто не отвечает": url.set(port=1),
    }
    for words, address in away.items():
        given = give(*command.split(), database_url=address.render_as_string(hide_password=False))
        assert given.code == 1 and words in given.whole, given
        assert "hidden@" not in given.whole and "secret" not in given.whole, given


async def _guarded(server: PostgresServer) -> str:
    """A database, on a server that has a name with a password."""
    there = create_async_engine(server.url, isolation_level="AUTOCOMMIT")
    async with there.connect() as connection:
        await connection.execute(text(f"DROP ROLE IF EXISTS {GUARDED}"))
        await connection.execute(text(f"CREATE ROLE {GUARDED} LOGIN PASSWORD 'secret'"))
    await there.dispose()
    return await new_database(server.url)


def test_whose_a_folder_is_and_whose_it_must_be_is_said(tmp_path: Path) -> None:
    """As another person where this one may do anything, else in a folder that is closed to oneself."""
    tmp_path.chmod(0o500)
    texts, own = command_texts(), os.geteuid()
    if own == 0:
        os.seteuid(NOBODY)
    try:
        said = trouble_with(tmp_path / "data" / "office.db", texts)
    finally:
        os.seteuid(own)
    assert said is not None and "Нет прав на /" in said and ("chown -R" if own == 0 else "chmod -R") in said


def test_a_disk_for_reading_alone_is_named(give: Give, folder: Path) -> None:
    """By every command that comes to it; the copy can still be made elsewhere."""
    assert give("migrate").code == 0
    data = folder / "data"
    if subprocess.run(["mount", "--bind", data, data], capture_output=True, check=False).returncode:
        pytest.skip("only root mounts, and not in every container")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", data], check=True)
        for command in (["check"], ["serve"], ["migrate"], ["invite", "1"], ["digest", "--print"]):
            answer = give(*command)
            assert (answer.code, "диск подключён только для чтения" in answer.whole) == (1, True), answer
        assert give("backup", "copy.db").code == 0
    finally:
        subprocess.run(["umount", data], check=True)


def test_a_port_that_cannot_be_had_is_named(give: Give) -> None:
    said = _of_libraries(CannotListen("0.0.0.0:443", "EACCES"))
    assert said is not None and "порты до 1024 открывает только root" in said
    assert give("sandbox", "--port", "99999", "--db", "x.db", "--now", "2026-11-24T08:25:00+05:00").code == 2
