"""Days lived while the bot is killed again and again and Telegram fails; then the accounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

import aiohttp

from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.sandbox.faults import Faults
from bot.sandbox.run import SandboxOptions, running_sandbox, sandbox_settings
from bot.sandbox.server import Sandbox
from tests.conftest import SetClock
from tests.faults import nursery
from tests.faults.account import Account, Acts, acts, settle_accounts
from tests.faults.cards import stale_cards
from tests.faults.day import MORNING, Day
from tests.faults.people import PATIENCE, Patient
from tests.faults.reaper import Reaper
from tests.faults.storm import Storm
from tests.faults.witness import Witness

# Seconds that a bot lives on average: in a storm it gets less done in the same time.
_LIFE, _LIFE_IN_STORM = 1.5, 2.5
_FULL_DISK = Path("/dev/full")


@dataclass(frozen=True)
class Trial:
    """What the office has to live through: at least so many kills, a share of failing calls with outages.

    `database_url`: PostgreSQL instead of a file in the folder; `short`: days with one question and no import.
    """

    seed: int
    kills: int = 0
    share: float = 0.0
    database_url: str = ""
    short: bool = False


@dataclass
class Outcome:
    """What a trial came to; `faults` by kind, kills among them. `cards` are the live ones compared.

    A tap is `counted` when the audit log has its act, or the act that it asked a confirmation for. `again`
    are those that people repeated because nothing had come of the first.
    """

    days: int
    faults: Counter[str]
    taps: int
    counted: int
    again: int
    account: Account
    cards: int
    wrong: list[str] = field(default_factory=list)

    @property
    def flaws(self) -> list[str]:
        """Everything that should not be: what was lost, what is wrong, what broke the Bot API's rules."""
        return [*self.account.losses, *self.wrong, *self.account.mistakes, *self.account.violations]


class Logs:
    """Where each bot writes its log: every third to a disk that is full, which makes it `mute`."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._bots = self.mute = 0

    def next(self) -> Path:
        """The next bot's."""
        self._bots += 1
        if self._bots % 3 or not _FULL_DISK.exists():
            return self._log
        self.mute += 1
        return _FULL_DISK


async def live_through(folder: Path, trial: Trial) -> Outcome:
    """Live whole days until there were as many kills as asked for, one day at least; then count."""
    random, profile = Random(trial.seed), load_profile()
    await nursery.warm()
    options = SandboxOptions(
        0, folder / "office.db", MORNING, trial.database_url, limits=False, server_only=True
    )
    async with running_sandbox(options) as sandbox, aiohttp.ClientSession() as session:
        sandbox.world.faults = Faults(trial.seed)
        witness, people = Witness(sandbox.world), Patient(session, sandbox.url)
        settings = sandbox_settings(options, sandbox.url)
        environment = nursery.environment(sandbox.url, settings.database)
        logs = Logs(folder / "bot.log")

        def start() -> ForkServerProcess:
            return nursery.start(environment, logs.next(), folder)

        mean = _LIFE_IN_STORM if trial.share else _LIFE
        kills = trial.kills > 0
        reaper = Reaper(sandbox, start, random, kills=kills, mean=mean, waited=people.waited)
        people.slowness = lambda: reaper.slowness
        await reaper.begin()
        days: list[Day] = []
        stuck: list[str] = []
        try:
            await _live(days, people, Storm(people, trial.share, sandbox.world), reaper, trial, random)
        except AssertionError as error:
            stuck.append(f"day {len(days)}: {error}")
        finally:
            await reaper.spare()
        try:
            await people.until("the bot alone", lambda: _alone(people, sandbox))
            now = sandbox.world.clock.now()
            office = Runtime.of(settings, profile, SetClock(now))
            # What is missing of a day that came to no end is told by where it stopped.
            lived = days[:-1] if stuck else days
            done, due = await acts(office.database), sum((day.due() for day in lived), Counter())
            account = await settle_accounts(office.database, sandbox.world, witness)
            cards, wrong = await stale_cards(office, sandbox.world, now)
            await office.close()
            checking = nursery.check(environment, folder / "check.log")
            if (code := await nursery.gone(checking, PATIENCE * people.slowness())) != 0:
                wrong.append(f"bot check says {code}: {(folder / 'check.log').read_text()}")
        finally:
            await reaper.finish()
    faults = Counter({"kills": reaper.kills, "mute": logs.mute, **sandbox.world.faults.met})
    wrong += [*stuck, *_counted_once(done, due)]
    counted = sum(min(done[act], count) for act, count in due.items()) + sum(day.asked for day in days)
    if account.copies > faults["kills"] + faults["lost"] + faults["late"]:
        wrong.append(f"{account.copies} messages came again")
    if not stuck and counted + people.tapped_again != people.taps_sent:
        wrong.append(f"{people.taps_sent} taps, {people.tapped_again} of them again, and {counted} counted")
    return Outcome(len(days), faults, people.taps_sent, counted, people.tapped_again, account, cards, wrong)


async def _live(
    days: list[Day], people: Patient, storm: Storm, reaper: Reaper, trial: Trial, random: Random
) -> None:
    """Day after day; raises `AssertionError` when somebody waits in vain."""
    await people.meet()
    await storm.begin()
    moment = MORNING
    try:
        while not days or reaper.kills < trial.kills:
            days.append(Day(people, storm, moment, len(days) + 1, random, short=trial.short))
            await days[-1].live()
            moment = _next_working_day(moment)
    finally:
        await storm.end()


async def _listening(people: Patient) -> bool:
    """Whether a bot is up."""
    return any(one["bound"] for one in await people.call("GET", "/api/people"))


async def _alone(people: Patient, sandbox: Sandbox) -> bool:
    """Quiet with a bot that listens all the while: nothing left to take, to do or to send."""
    if not await _listening(people):
        return False
    lives = sandbox.world.bot_life
    await people.settle()  # returns as well when the bot that was asked has ended meanwhile
    return await _listening(people) and sandbox.world.bot_life == lives


def _next_working_day(moment: datetime) -> datetime:
    moment += timedelta(days=1)
    while moment.weekday() > 4:
        moment += timedelta(days=1)
    return moment


def _counted_once(found: Acts, due: Acts) -> list[str]:
    """Acts in the audit log against what the people did: each once, none twice, none lost."""
    return [
        f"{kind} of seat {seat} for {entity}: {found[kind, entity, seat]} instead of {count}"
        for (kind, entity, seat), count in due.items()
        if found[kind, entity, seat] != count
    ]
