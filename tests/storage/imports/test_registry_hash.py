"""A row that says what it said is unchanged, whatever program put it in and whatever rows can say by now."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from bot.production_calendar import ProductionCalendar
from bot.sandbox.exports import made_up_exports
from bot.storage.database import Database
from bot.storage.messages.registry_hash import FORMER, registry_hash
from bot.storage.messages.tables import messages
from bot.storage.migrating import migrate
from bot.works.imports.importing import import_file
from domain.messages.message import RegistryRow, Status
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.storage.released import laid

# When the officers of the released databases sent their exports in. Those of programs before 0021 had others.
MORNING = datetime.fromisoformat("2026-11-24T08:25:00+05:00")
LATER = MORNING.replace(hour=9)
ROW = RegistryRow("appeal", "К-1", MORNING, topic="Освещение", text="Темно")


@dataclass(frozen=True, slots=True)
class LongerRow(RegistryRow):
    """What a later program may read."""

    house: str = ""
    storeys: int | None = None


async def sent_again(database: Database, channel: str) -> dict[str, int]:
    """What the import of that export finds now."""
    export = made_up_exports(MORNING, database.profile)[channel]
    calendar = ProductionCalendar(database.profile)
    report = await import_file(
        database, database.profile, calendar, export.content, export.file_name, channel, apply=True
    )
    return {name: report.counts[name] for name in ("new", "changed", "same")}


@pytest.mark.parametrize(
    ("revision", "server"),
    [
        ("0030", "sqlite"),
        pytest.param("0021", "sqlite", marks=pytest.mark.long),
        pytest.param("0030", "postgresql", marks=pytest.mark.long),
    ],
    indirect=["server"],
)
async def test_a_file_that_an_older_program_has_put_in_says_nothing_new(
    revision: str, server: str | None, kept: dict[str, Path], tmp_path: Path, profile: OfficeProfile
) -> None:
    url = await laid(kept[revision], server, tmp_path / "office.db")
    await migrate(make_url(url))
    database = Database(url, profile, SetClock(datetime(2026, 11, 26, 10, 10, tzinfo=UTC)))
    async with database.read() as uow:
        by_version = select(func.substr(messages.c.registry_hash, 1, len(FORMER))).distinct()
        assert (await uow.connection.execute(by_version)).scalars().all() == [FORMER]
    for channel in ("pos", "incident"):
        assert await sent_again(database, channel) == {"new": 0, "changed": 0, "same": 20}
    await database.close()


def test_a_column_more_changes_no_hash_of_rows_that_leave_it_empty() -> None:
    said = {name: getattr(ROW, name) for name in RegistryRow.__dataclass_fields__}
    longer = LongerRow(**said)
    assert registry_hash(longer) == registry_hash(ROW)
    assert (
        len({registry_hash(one) for one in (longer, replace(longer, house="5"), replace(longer, storeys=0))})
        == 3
    )


def test_each_column_is_part_of_the_hash_but_what_the_file_has_columns_for() -> None:
    stages = ("interim_at", "refuted_at")
    moments: dict[str, Any] = dict.fromkeys(("received_at", "registered_at", "answered_at", *stages), LATER)
    words = (
        "channel",
        "number",
        "topic",
        "topic_group",
        "text",
        "executor",
        "author",
        "place",
        "url",
        "said_status",
    )
    others = [
        replace(ROW, **{name: value})
        for name, value in (
            moments | dict.fromkeys(words, "Иное") | {"status": Status.ANSWERED, "important": True}
        ).items()
    ]
    assert len(others) == len([one for one in fields(RegistryRow) if one.compare])
    assert len({registry_hash(one) for one in (ROW, *others)}) == len(others) + 1
    assert registry_hash(replace(ROW, told=frozenset({"text"}))) == registry_hash(ROW)
    assert registry_hash(replace(ROW, received_at=MORNING.astimezone(UTC))) == registry_hash(ROW)


def test_the_hash_is_the_one_that_databases_hold() -> None:
    assert registry_hash(ROW) == "2:66ab8eb45da75eafa05b54e5484999"
