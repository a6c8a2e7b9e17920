"""Every command of the command line with its arguments. Nothing heavy is loaded: `--help` is quick."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from bot.addresses import LAST_PORT
from bot.commands.command import Command
from bot.commands.parser import Parser


def _invite(parser: Parser) -> None:
    parser.add_argument("seat", type=int, help="номер места по составу")


def _import(parser: Parser) -> None:
    parser.add_argument("file", type=Path, help="XLSX, XLS, ODS или CSV")
    parser.add_argument("--channel", help="канал, если таблица его не называет")
    parser.add_argument("--apply", action="store_true", help="загрузить, а не только посмотреть")


def _digest(parser: Parser) -> None:
    parser.add_argument("seat", type=int, nargs="?", help="номер места; без него — все")
    parser.add_argument("--print", action="store_true", required=True, help="напечатать, ничего не отправляя")


def _export(parser: Parser) -> None:
    parser.add_argument("period", help="месяц, неделя, квартал, год или два дня через две точки")
    parser.add_argument("--to", type=Path, default=Path(), metavar="КАТАЛОГ", help="куда; без него — сюда")


def _copy(parser: Parser) -> None:
    parser.add_argument("path", type=Path)


def _move(parser: Parser) -> None:
    parser.add_argument("address", help="адрес пустой базы: postgresql://… или sqlite:///…")


def _verify(parser: Parser) -> None:
    parser.add_argument("file", type=Path)


def _service(parser: Parser) -> None:
    parser.add_argument("--container", action="store_true", help="строка podman вместо службы systemd")


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def _sandbox(parser: Parser) -> None:
    add = parser.add_argument
    add("--port", type=_port, default=8081)
    add("--db", type=Path, required=True, help="файл базы; нового нет — будет создан")
    add(
        "--database-url",
        default="",
        metavar="АДРЕС",
        help="база не в файле: postgresql://…; чаты — рядом с --db",
    )
    add("--now", type=_moment, required=True, help="который час в песочнице, с поясом")
    add("--empty", action="store_true", help="места не заняты: попробовать приглашения")
    add("--history", action="store_true", help="люди уже писали боту: в чатах есть что читать")
    add("--limits", choices=("on", "off"), default="on", help="off: без ограничений частоты")
    add("--server", action="store_true", help="только сервер: бот запускается отдельно")
    add("--play", type=Path, metavar="КАТАЛОГ", help="сыграть день и выйти, документы — сюда")


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= LAST_PORT:
        raise ValueError(text)
    return port


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"не дата и время: {text}") from error
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("нужен часовой пояс, например 2026-11-24T08:25:00+05:00")
    return moment


COMMANDS = (
    Command("serve", "serve", "Запустить бота: один офис или несколько рядом.", "serve --profiles offices"),
    Command("check", "check", "Проверить настройки, профиль, базу и токен.", "check"),
    Command("status", "status", "Как дела у офиса: десять строк для дежурного.", "status"),
    Command(
        "service",
        "service",
        "Напечатать службу systemd (или строку контейнера) для этого офиса.",
        "service --profiles offices > municipal-centre-bot.service",
        _service,
    ),
    Command("migrate", "database", "Привести базу к схеме этой версии.", "migrate"),
    Command("invite", "office", "Выдать одноразовую ссылку-приглашение на место.", "invite 1", _invite),
    Command(
        "import",
        "office",
        "Прочитать выгрузку; с --apply загрузить.",
        "import выгрузка.xlsx --channel pos --apply",
        _import,
    ),
    Command("digest", "office", "Показать сводку места или всех мест.", "digest 3 --print", _digest),
    Command(
        "export",
        "export",
        "Записать отчёт за период файлами XLSX, PDF и PNG.",
        "export 2026-W47 --to отчёты   (или 2026-10, 2026-Q4, 2026, 2026-10-01..2026-10-31)",
        _export,
    ),
    Command("backup", "copies", "Сохранить копию базы во время работы.", "backup копия.db", _copy),
    Command(
        "restore",
        "copies",
        "Вернуть базу из копии (бот должен быть остановлен).",
        "restore копия.db",
        _copy,
    ),
    Command(
        "move",
        "copies",
        "Перенести базу: из SQLite в PostgreSQL или обратно (бот должен быть остановлен).",
        "move postgresql://office:пароль@localhost/office",
        _move,
    ),
    Command(
        "verify",
        "verification",
        "Подписанный ли это протокол: проверить файл.",
        "verify protocol-1.pdf",
        _verify,
    ),
    Command(
        "completion",
        "completion",
        "Напечатать дополнение команд по Tab для bash, zsh или fish.",
        "completion bash > /etc/bash_completion.d/mcu",
        _completion,
    ),
    Command(
        "sandbox",
        "sandbox",
        "Открыть песочницу: сервер Bot API и страницу чатов без Telegram.",
        "sandbox --port 8081 --db office.db --now 2026-11-24T08:25:00+05:00",
        _sandbox,
    ),
)
