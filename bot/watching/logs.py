"""Logs: events with ids and states, never tokens, names or texts; those of the libraries too."""

from __future__ import annotations

import logging
import select
import sys
import threading
from traceback import TracebackException
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

from bot.watching.redaction import Redaction, error_words

# Their own talk repeats ours, and tells people's words; only what is wrong is told.
_TALKATIVE = {
    "aiogram": logging.ERROR,
    "apscheduler": logging.ERROR,
    "aiosqlite": logging.WARNING,
    "sqlalchemy": logging.WARNING,
}

_PATIENCE = 50  # milliseconds
_PIECE = 1000  # characters: never more bytes than a pipe that has room takes at once (4096)


class Logs:
    """Where all lines go: without secrets, and never with an error, whatever becomes of the stream."""

    def __init__(self, stream: TextIO, redacted: Redaction) -> None:
        self._stream = stream
        self._room = _room_in(stream)
        self._patience = _PATIENCE
        self._one_line = threading.RLock()
        self.redacted = redacted
        self.lost = 0

    def write(self, line: str) -> None:
        """Write a line; one that cannot be written, or not now, is counted, not raised nor waited for."""
        whole = self.redacted(line) + "\n"
        try:
            with self._one_line:
                for start in range(0, len(whole), _PIECE):
                    self._wait_for_room()
                    self._stream.write(whole[start : start + _PIECE])
                    self._stream.flush()
        except (OSError, ValueError):  # a closed pipe, a full disk, a stream that is closed
            self.lost += 1

    def _wait_for_room(self) -> None:
        """Raises BlockingIOError where whoever reads stands still: a terminal held by Ctrl+S, a collector."""
        if self._room is not None and not self._room.poll(self._patience):
            self._patience = 0  # the next line does not wait for them again
            raise BlockingIOError
        self._patience = _PATIENCE


def set_up_logs(
    log_format: Literal["console", "json"], *, quiet: bool = False, hidden: Redaction | None = None
) -> Logs:
    """Send logs to standard error, one event a line; `quiet` keeps warnings and worse."""
    level = logging.WARNING if quiet else logging.INFO
    logs = Logs(sys.stderr, hidden or Redaction())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if log_format == "json":
        # Never with the locals: they hold people's words and the token.
        shared.append(ExceptionRenderer(_told_errors))
        shared.append(structlog.processors.JSONRenderer(ensure_ascii=False))
    else:
        shared.append(
            structlog.dev.ConsoleRenderer(colors=_is_terminal(sys.stderr), exception_formatter=_print_error)
        )
    rendered = _Rendered(shared)
    structlog.configure(
        processors=[rendered],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: _Line(logs),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    for one in [one for one in root.handlers if isinstance(one, _LibraryHandler)]:
        root.removeHandler(one)
    root.addHandler(_LibraryHandler(logs, rendered))
    for name, worst in _TALKATIVE.items():
        logging.getLogger(name).setLevel(worst)
    _tell_what_nobody_caught()
    return logs


def _room_in(stream: TextIO) -> select.poll | None:
    """Tells whether a stream takes more now; None of one that is no file."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return None
    if not hasattr(select, "poll"):  # Windows
        return None
    room = select.poll()
    room.register(descriptor, select.POLLOUT)
    return room


def _is_terminal(stream: TextIO) -> bool:
    return not stream.closed and stream.isatty()


def _told_errors(exc_info: ExcInfo) -> list[dict[str, Any]]:
    """An error and its causes for JSON, without what they quote."""
    told = ExceptionDictTransformer(show_locals=False)(exc_info)
    waiting = list(told)
    while waiting:
        one = waiting.pop()
        one["exc_value"], one["exc_notes"] = error_words(one["exc_type"], one["exc_value"]), []
        for inner in one["exceptions"]:
            waiting += inner
    return told


def _print_error(stream: TextIO, error: ExcInfo) -> None:
    """An error and its causes for a console, without what they quote."""
    told = TracebackException(*error)
    waiting: list[TracebackException | None] = [told]
    while waiting:
        if (one := waiting.pop()) is not None:
            kind = one.exc_type.__name__ if one.exc_type else ""
            one._str, one.__notes__ = error_words(kind, str(one)), None  # type: ignore[attr-defined]
            waiting += [one.__cause__, one.__context__, *(one.exceptions or ())]
    stream.write("".join(told.format()).rstrip("\n"))


class _Rendered:
    """An event as a line; one that cannot be told is named, not raised."""

    def __init__(self, processors: list[Processor]) -> None:
        self._processors = processors

    def __call__(self, logger: WrappedLogger, name: str, event: EventDict) -> str:
        told: Any = dict(event)
        try:
            for processor in self._processors:
                told = processor(logger, name, told)
        except Exception as error:
            return f"{event.get('event')!s} (cannot be told: {type(error).__name__})"
        return str(told)


class _Line:
    """A logger that writes lines."""

    def __init__(self, logs: Logs) -> None:
        self._logs = logs

    def msg(self, line: str) -> None:
        self._logs.write(line)

    log = debug = info = warn = warning = error = critical = fatal = exception = failure = err = msg


class _LibraryHandler(logging.Handler):
    """What libraries say through `logging`, told as our own events are."""

    def __init__(self, logs: Logs, rendered: _Rendered) -> None:
        super().__init__()
        self._logs = logs
        self._rendered = rendered

    def emit(self, record: logging.LogRecord) -> None:
        if _is_no_http(record):
            event: dict[str, Any] = {"event": "a request that is no HTTP was refused", "library": record.name}
            self._logs.write(self._rendered(None, "warning", event))
            return
        try:
            said = record.getMessage()
        except Exception as error:
            said = f"{record.msg!s} (cannot be told: {type(error).__name__})"
        event = {"event": said, "library": record.name}
        if record.exc_info:
            event["exc_info"] = record.exc_info
        self._logs.write(self._rendered(None, record.levelname.lower(), event))


def _is_no_http(record: logging.LogRecord) -> bool:
    """Anybody may send it, and the library quotes its lines: a session's cookie may be among them."""
    error = record.exc_info[1] if record.exc_info else None
    causes = (error, error.__cause__) if error else ()
    return any(type(one).__module__ == "aiohttp.http_exceptions" for one in causes)


def _tell_what_nobody_caught() -> None:
    """The last words of the process and of its threads go through the log too."""
    log = structlog.get_logger("uncaught")

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            log.critical("stopped by an error", exc_info=(kind, error, trace))

    def tell_of_thread(of: threading.ExceptHookArgs) -> None:
        if of.exc_value is not None:
            log.error("thread stopped by an error", exc_info=(of.exc_type, of.exc_value, of.exc_traceback))

    sys.excepthook = tell
    threading.excepthook = tell_of_thread
