"""For which office a command is given: the same settings as the server of that office has."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.engine import make_url

from bot.commands.command import Refused
from bot.commands.machine import refused_by_machine
from bot.commands.settings_file import oddities
from bot.commands.wording import wrong_settings
from bot.commands.words import command_texts, say_aside
from bot.localisation import Locale
from bot.plain_file import plain_file
from bot.settings import Settings, settings_of_folder
from domain.office.wording import plain

_SHOWN = {"admins", "mode", "limits", "log_format", "webhook_networks"}


def settings_given(arguments: argparse.Namespace) -> Settings:
    """The settings of the one office that is meant; which it is, is said aside. Raises Refused."""
    if arguments.profiles is None:
        settings = own_settings(arguments)
    else:
        offices = offices_given(arguments)
        if len(offices) > 1:
            names = ", ".join(offices)
            raise Refused(command_texts()("cli-which-office", name=str(arguments.profiles), offices=names))
        (settings,) = offices.values()
    _say_which(settings)
    return settings


def own_settings(arguments: argparse.Namespace) -> Settings:
    """The environment's and the file's, `.env` unless another is named. Raises Refused."""
    if arguments.office is not None and arguments.profiles is None:
        raise Refused(command_texts()("cli-office-without-profiles"))
    file: Path = arguments.env_file or Path(".env")
    with readable(file):
        if arguments.env_file is not None or os.path.lexists(file):
            plain_file(file)
        for oddity in oddities(file, command_texts()):
            say_aside(oddity)
        return Settings(_env_file=file)  # type: ignore[call-arg]  # taken, though not in its types


def offices_given(arguments: argparse.Namespace) -> Mapping[str, Settings]:
    """Those of the folder, or the one of them that is named. Raises Refused."""
    folder, texts = arguments.profiles, command_texts()
    with readable(folder):
        for file in sorted(folder.iterdir()):
            if file.suffix == ".env":
                for oddity in oddities(plain_file(file), texts):
                    say_aside(oddity)
        offices = settings_of_folder(folder)
    if not offices:
        raise Refused(texts("cli-no-profiles", name=str(folder)))
    if arguments.office is None:
        return offices
    if arguments.office not in offices:
        names = ", ".join(offices)
        raise Refused(texts("cli-no-such-office", office=arguments.office, name=str(folder), offices=names))
    return {arguments.office: offices[arguments.office]}


@contextmanager
def readable(source: Path) -> Iterator[None]:
    """Settings are read in the block; Refused in words where a file cannot be, or a value is wrong."""
    texts, name = command_texts(), str(source)
    try:
        yield
    except UnicodeDecodeError:
        raise Refused(texts("cli-env-not-utf8", name=name)) from None
    except ValidationError as error:
        raise Refused("\n".join(dict.fromkeys(_wrong_values(error, texts)))) from None  # each once
    except OSError as error:
        raise Refused(refused_by_machine(error, texts)) from None


def _wrong_values(error: ValidationError, texts: Locale) -> Iterator[str]:
    for one in error.errors():
        name = str(one["loc"][0])
        value = str(one["input"]) if name in _SHOWN else ""
        yield plain(texts("cli-wrong-setting", name=name, variable=f"BOT_{name.upper()}", value=value))


def sound(settings: Settings, *, messenger: bool = False) -> Settings:
    """The settings; Refused where one of them cannot be, those of the messenger where it is needed."""
    if wrong := wrong_settings(settings, command_texts(), messenger=messenger):
        raise Refused("\n".join(wrong))
    return settings


def _say_which(settings: Settings) -> None:
    """Which office and which database, aside: what is asked for goes to standard output alone."""
    office = settings.profile.stem if settings.profile else "shipped"
    words = command_texts()("cli-speaks-of", office=office, database=database_shown(settings))
    say_aside(words)


def database_shown(settings: Settings) -> str:
    """The database's whole path, or its address without the password."""
    try:
        url = make_url(settings.database)
    except Exception:  # its own sentence says what is wrong with it
        return "?"
    if url.get_backend_name() == "sqlite":
        return str(Path(url.database or "").absolute())
    return f"{url.host or ''}/{url.database}"
