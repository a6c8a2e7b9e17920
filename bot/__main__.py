"""The command line. Exit codes: 0 done, 1 refused with a reason, 2 wrong use."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

Command = Callable[[argparse.Namespace], Coroutine[Any, Any, int]]

_EXAMPLES = """примеры:
  bot check                                    всё ли готово к работе
  bot serve                                    запустить бота
  bot invite 1                                 ссылка-приглашение на место 1
  bot import выгрузка.xlsx --channel incident  посмотреть, что в файле
  bot import выгрузка.xlsx --apply             загрузить
  bot digest 3 --print                         сводка места 3
  bot export 2026-10 --to отчёты               отчёт за октябрь: XLSX, PDF, график
  bot sandbox --port 8081 --db office.db --now 2026-11-24T08:25:00+05:00
"""


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments and an example."""
    root = argparse.ArgumentParser(
        prog="bot",
        description="Бот проектного офиса «Муниципальный центр управления».",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="команда")

    def add(name: str, about: str, example: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=about,
            description=about,
            epilog=f"пример: bot {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    serve = add("serve", "Запустить бота: один офис или несколько рядом.", "serve --profiles offices")
    serve.add_argument(
        "--profiles",
        type=Path,
        metavar="КАТАЛОГ",
        help="несколько офисов: имя.toml — профиль, имя.env — токен и прочее",
    )
    add("check", "Проверить настройки, профиль, базу и токен.", "check")
    add("migrate", "Привести базу к схеме этой версии.", "migrate")
    invite = add("invite", "Выдать одноразовую ссылку-приглашение на место.", "invite 1")
    invite.add_argument("seat", type=int, help="номер места по составу")
    load = add(
        "import", "Прочитать выгрузку; с --apply загрузить.", "import выгрузка.xlsx --channel pos --apply"
    )
    load.add_argument("file", type=Path, help="XLSX, XLS, ODS или CSV")
    load.add_argument("--channel", help="канал, если таблица его не называет")
    load.add_argument("--apply", action="store_true", help="загрузить, а не только посмотреть")
    digest = add("digest", "Показать сводку места или всех мест.", "digest 3 --print")
    digest.add_argument("seat", type=int, nargs="?", help="номер места; без него — все")
    digest.add_argument("--print", action="store_true", required=True, help="напечатать, ничего не отправляя")
    export = add(
        "export",
        "Записать отчёт за период файлами XLSX, PDF и PNG.",
        "export 2026-W47 --to отчёты   (или 2026-10, 2026-Q4, 2026, 2026-10-01..2026-10-31)",
    )
    export.add_argument("period", help="месяц, неделя, квартал, год или два дня через две точки")
    export.add_argument("--to", type=Path, default=Path(), metavar="КАТАЛОГ", help="куда; без него — сюда")
    backup = add("backup", "Сохранить копию базы во время работы.", "backup копия.db")
    backup.add_argument("path", type=Path)
    restore = add("restore", "Вернуть базу из копии (бот должен быть остановлен).", "restore копия.db")
    restore.add_argument("path", type=Path)
    verify = add("verify", "Подписанный ли это протокол: проверить файл.", "verify protocol-1.pdf")
    verify.add_argument("file", type=Path)
    sandbox = add(
        "sandbox",
        "Открыть песочницу: сервер Bot API и страницу чатов без Telegram.",
        "sandbox --port 8081 --db office.db --now 2026-11-24T08:25:00+05:00",
    )
    sandbox.add_argument("--port", type=int, default=8081)
    sandbox.add_argument("--db", type=Path, required=True, help="файл базы; нового нет — будет создан")
    sandbox.add_argument(
        "--database-url",
        default="",
        metavar="АДРЕС",
        help="база не в файле: postgresql://…; чаты — рядом с --db",
    )
    sandbox.add_argument("--now", type=_moment, required=True, help="который час в песочнице, с поясом")
    sandbox.add_argument("--empty", action="store_true", help="места не заняты: попробовать приглашения")
    sandbox.add_argument("--limits", choices=("on", "off"), default="on", help="off: без ограничений частоты")
    sandbox.add_argument("--server", action="store_true", help="только сервер: бот запускается отдельно")
    sandbox.add_argument(
        "--play", type=Path, metavar="КАТАЛОГ", help="сыграть день и выйти, документы — сюда"
    )
    return root


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"не дата и время: {text}") from error
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("нужен часовой пояс, например 2026-11-24T08:25:00+05:00")
    return moment


def main() -> None:
    """Run a command and exit with its code."""
    arguments = parser().parse_args()
    os.umask(0o077)  # what the program writes is for its owner alone
    from bot import commands  # noqa: PLC0415 — so that --help answers at once
    from bot.watching.logs import set_up_logs  # noqa: PLC0415

    set_up_logs("console", quiet=True)
    command: Command = getattr(commands, f"{arguments.command}_command")
    try:
        code = asyncio.run(command(arguments))
    except commands.Refused as refused:
        print(refused, file=sys.stderr)
        code = 1
    except ValidationError as error:
        names = ", ".join(str(item["loc"][0]) for item in error.errors())
        print(f"Настройки не читаются: {names}. Проверьте переменные BOT_… и файл .env.", file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 0
    except BrokenPipeError:  # nobody reads what is printed any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


if __name__ == "__main__":
    main()
