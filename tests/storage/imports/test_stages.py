"""A later export against stages that were told of: none is taken back, a refuted answer is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.storage.database import Database
from domain.messages.stages import give_interim, refute
from domain.messages.terms import deadline_of
from tests.conftest import SetClock
from tests.storage.imports.test_merging import Desk, row


async def test_a_stage_stays_with_its_term_when_a_file_says_nothing_of_it(
    database: Database, clock: SetClock
) -> None:
    desk, profile = Desk(database), database.profile
    received = clock.now() - timedelta(hours=20)
    plain = row(1, clock, channel="incident", received_at=received, registered_at=None)
    await desk.put_in(plain)
    known = await desk.get(1)
    interim, _ = give_interim(profile, known, clock.now() - timedelta(hours=1))
    term = deadline_of(profile, desk.calendar, interim)
    async with database.write() as uow:
        await uow.messages.change_stage(interim, term)
    await desk.put_in(replace(plain, text="Ещё слова"))
    again = await desk.get(1)
    assert (again.text, again.interim_at, again.deadline_at) == ("Ещё слова", interim.interim_at, term)
    tomorrow = clock.now() + timedelta(days=1)
    told = replace(plain, text="И ещё", interim_at=tomorrow, important=True)
    await desk.put_in(told)
    again = await desk.get(1)
    assert (again.interim_at, again.important) == (tomorrow, True)
    assert again.deadline_at == deadline_of(profile, desk.calendar, again) > term
    await desk.put_in(replace(plain, text="Конец"))
    assert (await desk.get(1)).important


async def test_an_answer_that_was_refuted_here_does_not_come_back_with_the_next_file(
    database: Database, clock: SetClock
) -> None:
    desk, profile = Desk(database), database.profile
    plain = row(1, clock, answered=timedelta(days=1), channel="upravlyaem", registered_at=None)
    await desk.put_in(plain)
    refuted, _ = refute(profile, await desk.get(1), clock.now())
    term = deadline_of(profile, desk.calendar, refuted)
    async with database.write() as uow:
        await uow.messages.change_stage(refuted, term)
    await desk.put_in(replace(plain, text="Ещё слова"))
    again = await desk.get(1)
    assert (again.answered_at, again.refuted_at, again.deadline_at) == (None, clock.now(), term)
    better = clock.now() + timedelta(hours=2)
    await desk.put_in(replace(plain, text="Ответ другой", answered_at=better))
    again = await desk.get(1)
    assert (again.answered_at, again.deadline_at) == (better, term)
