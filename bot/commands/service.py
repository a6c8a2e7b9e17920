"""`mcu service`: the unit of systemd, or the line for a container, that keeps this very office running."""

from __future__ import annotations

import argparse
import getpass
import shlex
import sys
from pathlib import Path

from bot.called import called
from bot.commands.command import Refused
from bot.commands.given import offices_given, own_settings
from bot.commands.words import command_texts

_UNIT = """\
# /etc/systemd/system/{name}.service; then: systemctl daemon-reload && systemctl enable --now {name}
[Unit]
Description=Project office bot
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
User={user}
WorkingDirectory={folder}
{environment}Environment=BOT_LOG_FORMAT=json MPLCONFIGDIR={folder}/.cache
ExecStart={program}
Restart=always
RestartSec=5
TimeoutStopSec=10
UMask=0077
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
"""
_CONTAINER = (
    "podman run -d --name {name} --restart=always {settings} -v {folder}/data:/office/bot/data:Z"
    " --health-cmd 'python -m bot.watching.asked' --health-interval 60s --health-start-period 60s {image}"
)
_NAME = _IMAGE = "municipal-centre-bot"


async def service_command(arguments: argparse.Namespace) -> int:
    """Print it; nothing is written or started."""
    own_settings(arguments)  # refused in words where they cannot be read
    if arguments.profiles is not None:
        offices_given(arguments)
    text = _container(arguments) if arguments.container else _unit(arguments)
    print(text)  # noqa: T201 — as it stands: it is for a file or a shell
    return 0


def _unit(arguments: argparse.Namespace) -> str:
    file = (arguments.env_file or Path(".env")).absolute()
    return _UNIT.format(
        name=_NAME,
        user=getpass.getuser(),
        folder=Path.cwd(),
        environment=f"EnvironmentFile={file}\n" if file.exists() else "",
        program=shlex.join([*_program(), "serve", *_which(arguments)]),
    )


def _container(arguments: argparse.Namespace) -> str:
    if arguments.profiles is not None:
        raise Refused(command_texts()("cli-container-of-one"))
    file = (arguments.env_file or Path(".env")).absolute()
    settings = shlex.join(["--env-file", str(file)])
    return _CONTAINER.format(name=_NAME, settings=settings, folder=shlex.quote(str(Path.cwd())), image=_IMAGE)


def _program() -> list[str]:
    """How the program is started from any folder."""
    if called() == "mcu":
        return [str(Path(sys.argv[0]).absolute())]
    return [sys.executable, "-m", "bot"]


def _which(arguments: argparse.Namespace) -> list[str]:
    """The offices it was asked for."""
    if arguments.profiles is None:
        return []
    chosen = ["--office", arguments.office] if arguments.office else []
    return ["--profiles", str(arguments.profiles.absolute()), *chosen]
