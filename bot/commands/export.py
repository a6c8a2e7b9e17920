"""`mcu export`: the report of a period as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.command import Refused
from bot.commands.common import office_of
from bot.commands.given import settings_given
from bot.commands.machine import refused_by_machine
from bot.commands.words import command_texts, say
from bot.works.figures import file_stem, make_chart, make_pdf, make_xlsx, report_source
from domain.figures.period import read_period
from domain.office.refusal import Refusal
from domain.office.wording import plain


async def export_command(arguments: argparse.Namespace) -> int:
    """Write the office's report of a period, as the head would get it, into a folder."""
    try:
        period = read_period(arguments.period)
    except Refusal as refusal:
        words = command_texts()(f"refusal-{refusal.key}", **refusal.arguments)
        raise Refused(plain(words, 500)) from None
    folder: Path = arguments.to
    async with office_of(settings_given(arguments)) as office:
        profile, texts = office.profile, office.texts
        async with office.database.read() as uow:
            source = await report_source(uow, profile, profile.head_seat, period)
    files = {
        "xlsx": make_xlsx(source, profile, office.calendar, texts),
        "pdf": make_pdf(source, profile, office.calendar, texts),
        "png": make_chart(source, profile, texts),
    }
    try:
        _write(folder, file_stem(period), files)
    except OSError as error:
        words = command_texts()(
            "cli-cannot-write", name=str(folder), reason=refused_by_machine(error, command_texts())
        )
        raise Refused(plain(words, 500)) from None
    return 0


def _write(folder: Path, stem: str, files: dict[str, bytes]) -> None:
    """All of the files or none: they grow aside, so that a full disk leaves no half of one."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / f"{stem}.{ending}": content for ending, content in files.items()}
    growing = {path: path.with_name(f"{path.name}.part") for path in paths}
    try:
        for path, content in paths.items():
            growing[path].write_bytes(content)
        for path, aside in growing.items():
            aside.replace(path)
            say(str(path))
    finally:
        for aside in growing.values():
            aside.unlink(missing_ok=True)
