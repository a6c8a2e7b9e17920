"""The command line. Exit codes: 0 done, 1 refused with a reason, 2 wrong use."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from io import TextIOWrapper

from bot.called import called
from bot.commands import COMMANDS
from bot.commands.command import Command, Refused, parser_of
from bot.commands.parser import Parser
from bot.loading import fastest_loop
from bot.turns import take_short_turns

_ABOUT = "Бот проектного офиса «Муниципальный центр управления»."
_EXAMPLES = """примеры:
  mcu check                                    всё ли готово к работе
  mcu serve                                    запустить бота
  mcu invite 1                                 ссылка-приглашение на место 1
  mcu import выгрузка.xlsx --channel incident  посмотреть, что в файле
  mcu import выгрузка.xlsx --apply             загрузить
  mcu digest 3 --print                         сводка места 3
  mcu export 2026-10 --to отчёты               отчёт за октябрь: XLSX, PDF, график
  mcu sandbox --port 8081 --db office.db --now 2026-11-24T08:25:00+05:00
"""


def parser() -> Parser:
    """Every command with its arguments and an example."""
    return parser_of(COMMANDS, _ABOUT, _EXAMPLES.replace("  mcu ", f"  {called()} "))


def main() -> None:
    """Run a command and exit with its code."""
    _open_streams()
    try:
        code = _run()
        sys.stdout.flush()
    except Refused as refused:
        print(refused, file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 0
    except BrokenPipeError:  # nobody reads what is printed any more
        code = 1
    except OSError as error:
        print(_of_machine(error), file=sys.stderr)
        code = 1
    except Exception as error:
        said = _of_libraries(error)
        if said is None:
            raise
        print(said, file=sys.stderr)
        code = 1
    _leave_off_printing()
    sys.exit(code)


def _run() -> int:
    try:
        arguments = parser().parse_args()
    except SystemExit as told:  # the help, the version, wrong use: all is said
        return int(told.code or 0)
    os.umask(0o077)  # what the program writes is for its owner alone
    from bot.watching.logs import set_up_logs  # noqa: PLC0415 — so that --help answers at once

    set_up_logs("console", quiet=True)
    command: Command = arguments.command
    if command.serves:
        take_short_turns()
    gc.disable()  # what is loaded stays: to look through it over and over is a tenth of a command
    try:
        work = command.work
    finally:
        gc.enable()
    with asyncio.Runner(loop_factory=fastest_loop() if command.serves else None) as runner:
        return runner.run(work(arguments))


def _leave_off_printing() -> None:
    """What cannot be printed is let go of, or the interpreter would end with words of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Streams that take any words: a console of an old locale, or what a starter closed.

    A closed one is opened on nothing, before a file of the office's could get its number.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this stream's
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8"))
        elif number > 0 and isinstance(stream, TextIOWrapper):
            try:
                "Я".encode(stream.encoding)
                stream.reconfigure(errors="backslashreplace")
            except UnicodeEncodeError:
                stream.reconfigure(encoding="utf-8")


def _of_machine(error: OSError) -> str:
    from bot.commands.machine import refused_by_machine  # noqa: PLC0415 — when there is something to say
    from bot.commands.words import command_texts  # noqa: PLC0415

    return refused_by_machine(error, command_texts())


def _of_libraries(error: Exception) -> str | None:
    """What is known to be the machine's and not ours, in words; None for a mistake of the program."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from bot.commands.words import command_texts  # noqa: PLC0415
    from bot.listening import CannotListen  # noqa: PLC0415

    texts = command_texts()
    if isinstance(error, CannotListen):
        code = "low-port" if error.reason == "EACCES" else error.reason
        return texts("cli-cannot-listen", address=error.address, reason=texts("cli-reason", code=code))
    if isinstance(error, SQLAlchemyError):
        return texts("cli-database-away", reason=type(error).__name__)
    return None


if __name__ == "__main__":
    main()
