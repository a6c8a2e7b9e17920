"""Days lived while the bot is killed again and again; then the accounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import aiohttp
from sqlalchemy.engine import make_url

from bot.profiles import load_profile
from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.storage.database import Database
from tests.conftest import SetClock
from tests.faults import nursery
from tests.faults.account import Account, acts, settle_accounts
from tests.faults.day import Day
from tests.faults.people import Patient
from tests.faults.reaper import Reaper

MORNING = datetime.fromisoformat("2026-11-24T08:25:00+05:00")


@dataclass
class Outcome:
    """What a run of days came to."""

    days: int
    kills: int
    taps: int
    answered: int
    account: Account
    wrong: list[str] = field(default_factory=list)


async def live_through_kills(
    folder: Path, seed: int, *, database_url: str = "", kills: int, most_days: int = 50
) -> Outcome:
    """Days until there were so many kills. `database_url`: PostgreSQL instead of a file in the folder."""
    random, profile = Random(seed), load_profile()
    await nursery.warm()
    options = SandboxOptions(0, folder / "office.db", MORNING, database_url, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        address = database_url or f"sqlite+aiosqlite:///{options.database}"
        settings = nursery.environment(sandbox.url, address)
        reaper = Reaper(sandbox, partial(nursery.start, settings, folder / "bot.log"), random)
        people = Patient(session, sandbox.url)
        reaper.begin()
        wrong: list[str] = []
        days = 0
        try:
            await people.meet()
            moment = MORNING
            while days < most_days and (days == 0 or reaper.kills < kills):
                days += 1
                day = Day(people, moment, days, random)
                await day.live()
                moment = _next_working_day(moment)
        finally:
            bot = await reaper.finish()
        try:
            await people.until("the bot alone", lambda: _alone(people))
            database = Database(
                str(make_url(address).render_as_string(hide_password=False)), profile, SetClock(moment)
            )
            wrong += _counted_once(await acts(database), days)
            account = await settle_accounts(database, sandbox.world)
            await database.close()
        finally:
            bot.terminate()
            await nursery.gone(bot)
    return Outcome(days, reaper.kills, people.taps_sent, people.taps_answered, account, wrong)


async def _alone(people: Patient) -> bool:
    """Quiet with a bot that listens: nothing left to take, to do or to send."""
    if not any(one["bound"] for one in await people.call("GET", "/api/people")):
        return False
    await people.settle()
    return True


def _next_working_day(moment: datetime) -> datetime:
    moment += timedelta(days=1)
    while moment.weekday() > 4:
        moment += timedelta(days=1)
    return moment


def _counted_once(found: Counter[tuple[str, str, int | None]], days: int) -> list[str]:
    """Taps by the audit log against what the people did: each once, none twice, none lost."""
    due: Counter[tuple[str, str, int | None]] = Counter()
    for day in range(1, days + 1):
        meeting = f"meeting:{day}"
        due |= Counter({("meeting-vote-cast", meeting, seat): 6 for seat in range(1, 10)})
        due |= Counter({("meeting-checked-in", meeting, seat): 1 for seat in range(1, 10)})
        due |= Counter({("meeting-answered", meeting, seat): 1 for seat in range(2, 10)})
        due |= Counter({(f"meeting-{kind}", meeting, 1): 1 for kind in ("convened", "opened", "closed")})
        due |= Counter({(f"meeting-{kind}", meeting, 1): 3 for kind in ("vote-opened", "vote-closed")})
        due |= Counter({("protocol-drawn", f"protocol:{day}", None): 1})
        due |= Counter({("protocol-signed", f"protocol:{day}", 1): 1})
        due |= Counter({("protocol-received", f"protocol:{day}", None): 1})
    return [
        f"{kind} of seat {seat} for {entity}: {found[kind, entity, seat]} instead of {count}"
        for (kind, entity, seat), count in due.items()
        if found[kind, entity, seat] != count
    ]
