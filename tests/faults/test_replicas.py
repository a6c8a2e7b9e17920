"""Two replicas on PostgreSQL by webhook: taps at once, one killed among them, the clock rung once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.run import SandboxOptions, running_sandbox
from bot.storage.database import Database
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock, missing
from tests.faults import nursery
from tests.faults.account import acts, settle_accounts
from tests.faults.day import MORNING
from tests.faults.people import Patient, open_a_vote
from tests.faults.replicas import SECRET, Replicas
from tests.faults.witness import Witness
from tests.templates import drop_database, new_database

pytestmark = pytest.mark.long


async def test_a_meeting_at_two_replicas_one_of_them_killed(
    tmp_path: Path, postgres: str | None, profile: OfficeProfile
) -> None:
    if postgres is None:
        missing("PostgreSQL")
    assert postgres is not None
    await nursery.warm()
    url = await new_database(postgres)
    options = SandboxOptions(0, tmp_path / "office.db", MORNING, url, limits=False, server_only=True)
    async with (
        running_sandbox(options) as sandbox,
        aiohttp.ClientSession() as session,
        Replicas(sandbox.url, url, tmp_path).running() as replicas,
    ):
        people, witness = Patient(session, sandbox.url), Witness(sandbox.world)

        async def both_up() -> bool:
            told = sandbox.world.bot_life == 2 and bool(sandbox.world.updates.webhook.url)
            return told and await replicas.all_listen()

        await people.until("two replicas", both_up)
        await people.meet()
        await _secret_is_checked(session, replicas)

        before = {seat: await people.newest(person) for seat, person in people.seat.items()}
        await people.pass_time(MORNING + timedelta(minutes=6))
        await people.settle()
        for seat, person in people.seat.items():
            digests = [text for text in await people.read(person, before[seat]) if "росрочен" in text]
            assert len(digests) == 1, (seat, digests)

        head, everyone = people.seat[1], list(people.seat.values())
        await open_a_vote(people, MORNING.replace(hour=15, minute=0))
        votes = [asyncio.create_task(people.choose(one, "За", people.group)) for one in everyone]
        await asyncio.sleep(0.05)
        replicas.processes[0].kill()
        # What it had edited and not marked yet is edited again by the other, as after a restart.
        sandbox.world.bot_life += 1
        await asyncio.gather(*votes)
        await people.sees(people.group, "За 9")
        await people.choose(head, "Закрыть голосование")
        await people.sees(people.group, "Вопрос 1 · принято")
        assert all(replicas.balancer.taken)
        await nursery.gone(replicas.processes[0])
        await people.settle()

        database = Database(url, profile, SetClock(datetime.now(profile.time_zone)))
        found = await acts(database)
        assert [found["meeting-vote-cast", "meeting:1", seat] for seat in range(1, 10)] == [1] * 9
        assert [found["meeting-checked-in", "meeting:1", seat] for seat in range(1, 10)] == [1] * 9
        account = await settle_accounts(database, sandbox.world, witness)
        await database.close()
        assert account.losses == account.mistakes == account.violations == []
        assert account.copies <= 1
    await drop_database(url)


async def _secret_is_checked(session: aiohttp.ClientSession, replicas: Replicas) -> None:
    for secret, status in (("", 403), ("wrong", 403), (SECRET, 400)):
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": "application/json"}
        async with session.post(replicas.address(0), data=b"{}", headers=headers) as reply:
            assert reply.status == status
