"""The disk of the database: the administrators learn that it runs full while a word can still be written."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.runtime import Runtime

LEAST_FREE = 100 * 2**20  # bytes: a copy and a week of work of a large office


class Disk:
    """Looks at the disk of a database that is a file."""

    def __init__(self, office: Runtime, least: int = LEAST_FREE) -> None:
        self._office = office
        self._least = least

    async def look(self) -> bool:
        """Called every five minutes: a word to the administrators, once a day, where little room is left."""
        office, file = self._office, self._office.database.url.database
        if not office.database.sqlite or not file:
            return False
        folder, free = _room(file)
        if free >= self._least:
            return False
        said = office.texts("cli-disk-nearly-full", name=folder, free=free // 2**20)
        async with office.database.write() as uow:
            await office.tell_admins(uow, said, f"disk:{office.clock.now().date()}")
        return True


def _room(file: str) -> tuple[str, int]:
    """The folder of a file, and the free bytes of its disk."""
    folder = Path(file).absolute().parent
    return str(folder), shutil.disk_usage(folder).free
