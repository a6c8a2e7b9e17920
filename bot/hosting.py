"""Offices side by side in one process: what fails in one is not felt in another."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import structlog

from bot.running import RunningOffice
from bot.runtime import Runtime
from bot.settings import OfficeSettings, Settings

log = structlog.get_logger("hosting")

_PAUSE, _LONGEST_PAUSE = 15.0, 300.0

Open = Callable[[Settings], Awaitable[RunningOffice]]


def settings_of_folder(folder: Path) -> dict[str, Settings]:
    """The settings of each office: `name.toml` is its profile, `name.env` its token and the rest.

    Where the settings name no database, it is `data/name.db`; of a folder that is watched each has a part of
    its own, `name` in it. Empty where the folder holds no profile.
    """
    found: dict[str, Settings] = {}
    for profile in sorted(folder.glob("*.toml")):
        given = OfficeSettings(
            _env_file=profile.with_suffix(".env"),  # type: ignore[call-arg]  # taken, though not in its types
            profile=profile,
        )
        if "database" not in given.model_fields_set:
            given = given.model_copy(update={"database": f"sqlite+aiosqlite:///data/{profile.stem}.db"})
        if given.inbox is not None:
            given = given.model_copy(update={"inbox": given.inbox / profile.stem})
        found[profile.stem] = given
    return found


class Hosting:
    """Keeps each office running: one that cannot start or falls is tried again, the others go on."""

    def __init__(self, settings: Mapping[str, Settings], open_office: Open, *, pause: float = _PAUSE) -> None:
        self._settings = settings
        self._open = open_office
        self._pause = pause
        self.offices: dict[str, RunningOffice | None] = dict.fromkeys(settings)
        self._tasks: list[asyncio.Task[None]] = []

    def runtimes(self) -> dict[str, Runtime | None]:
        """What each office has; None while it is down."""
        return {key: office.runtime if office else None for key, office in self.offices.items()}

    async def start(self) -> None:
        """Begin to start every office."""
        self._tasks = [asyncio.create_task(self._keep(key), name=f"office {key}") for key in self._settings]

    async def stop(self) -> None:
        """Stop every office; one that stops badly keeps none of the others."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        running = [office for office in self.offices.values() if office is not None]
        await asyncio.gather(*(office.stop() for office in running), return_exceptions=True)

    async def _keep(self, key: str) -> None:
        pause = self._pause
        while True:
            try:
                self.offices[key] = await self._open(self._settings[key])
            except Exception as error:
                log.error(
                    "office cannot start", office=key, reason=type(error).__name__, tried_again_in=pause
                )
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return
