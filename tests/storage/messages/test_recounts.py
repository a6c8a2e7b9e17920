"""Terms counted anew after the profile has changed: in batches, going on after a crash, told of once."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import SecretStr
from sqlalchemy import select

from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.audit import audit
from bot.storage.messages.tables import messages
from bot.storage.outbox.tables import outbox
from bot.works.every import WORKS
from bot.works.imports.placing import place_rows
from bot.works.messages.recounting import Recounting
from domain.messages.message import ImportRecord, ImportState, RegistryRow, Status
from domain.messages.terms import Extended, deadline_of, extend
from domain.office.profile import OfficeProfile, TermUnit
from domain.people.roster import Binding, Standing
from tests.conftest import SetClock

MANY = 1100  # more than two batches


def office_of(url: str, profile: OfficeProfile, clock: SetClock) -> Runtime:
    settings = Settings(_env_file=None, token=SecretStr("1:t"), database=url)  # type: ignore[call-arg]
    return Runtime.of(settings, profile, clock)


def shorter(profile: OfficeProfile) -> OfficeProfile:
    """The profile with three working days for «Управляем вместе» and dogs caught by another block."""
    changed = [
        replace(one, rule=replace(one.rule, amount=3, unit=TermUnit.WORKING_DAYS))
        if one.key == "upravlyaem"
        else one
        for one in profile.channels
    ]
    topics = {**profile.topics, "Отлов собак": "finance"}
    return replace(profile, channels=tuple(changed), topics=topics)


def row(channel: str, number: int, topic: str, answered: bool = False) -> RegistryRow:
    received = datetime(2026, 11, 16, 6, tzinfo=UTC) + timedelta(minutes=number)
    return RegistryRow(
        channel, str(number), received, received, topic=topic,
        status=Status.ANSWERED if answered else Status.OPEN,
        answered_at=received + timedelta(hours=1) if answered else None,
    )  # fmt: skip


@pytest.fixture
async def before(migrated_url: str, profile: OfficeProfile, clock: SetClock) -> Runtime:
    """An office with messages under the shipped profile."""
    office = office_of(migrated_url, profile, clock)
    rows = [row("upravlyaem", number, "Освещение улиц", number % 10 == 0) for number in range(MANY)]
    rows += [row("social", 5000 + number, "Отлов собак") for number in range(2)]
    rows += [row("appeal", 6000 + number, "Земельные участки") for number in range(2)]
    async with office.database.write() as uow:
        for seat in profile.seats:
            holder = await uow.roster.seat_holder(seat.number, f"Член {seat.number}", clock.now().date())
            await uow.roster.bind(Binding(seat.number, Standing.MEMBER, "Член"), holder)
        await uow.rows.upsert(place_rows(rows, profile, office.calendar, {}))
        await uow.profiles.keep("1" * 64, "first")
        await uow.recounts.ask("a")
        assert await uow.recounts.going_on() is None
    return office


async def message_id(office: Runtime, number: int) -> int:
    async with office.database.read() as uow:
        found = await uow.connection.scalar(select(messages.c.id).where(messages.c.number == str(number)))
    assert found is not None
    return int(found)


async def documents(office: Runtime) -> dict[int, str]:
    async with office.database.read() as uow:
        rows = await uow.connection.execute(select(outbox.c.chat_id, outbox.c.content))
        return {one.chat_id: one.content["text"] for one in rows if "document" in one.content}


@pytest.mark.long
async def test_what_waits_is_counted_anew_in_batches_and_told_once(
    before: Runtime, migrated_url: str, profile: OfficeProfile, clock: SetClock, tmp_path: Path
) -> None:
    by_hand, dog, extended = [await message_id(before, number) for number in (5000, 5001, 6000)]
    async with before.database.write() as uow:
        await uow.messages.assign_block(by_hand, "economy")
        appeal = await uow.messages.get(extended)
        assert appeal is not None
        told = Extended(30, "Запрошены сведения", clock.now().date(), 8)
        longer, _ = extend(profile, appeal, 0, told, clock.now().date())
        await uow.messages.change_term(longer, deadline_of(profile, before.calendar, longer))
    office = office_of(migrated_url, shorter(profile), clock)
    async with office.database.write() as uow:
        await uow.profiles.keep("2" * 64, "second")
        await uow.recounts.ask("b")
    assert await Recounting(office).recount()  # the first batch, then the process is killed
    answered = await message_id(office, MANY - 1)
    async with office.database.write() as uow:
        await uow.messages.answer(answered, clock.now())
        kept = await uow.messages.get(answered)
    again = Recounting(office_of(migrated_url, shorter(profile), clock))
    while await again.recount():
        pass

    async with office.database.read() as uow:
        ids = (await uow.connection.execute(select(messages.c.id))).scalars().all()
        for number in ids:
            message = await uow.messages.get(number)
            assert message is not None
            if message.answered_at is None:
                assert message.deadline_at == deadline_of(office.profile, office.calendar, message)
        assert await uow.messages.get(answered) == kept
        blocks = [(await uow.messages.get(number)).block for number in (by_hand, dog)]  # type: ignore[union-attr]
        assert blocks == ["economy", "finance"]
        assert (await uow.messages.get(extended)).deadline_at == deadline_of(profile, before.calendar, longer)  # type: ignore[union-attr]
        kinds = (await uow.connection.execute(select(audit.c.kind))).scalars().all()
    assert kinds.count("terms-recounted") == 1
    moved = MANY - MANY // 10 - 1
    told_to = await documents(office)
    assert set(told_to) == {1, 8, 9}
    assert f"Сроки пересчитаны: {moved + 1} сообщени" in told_to[1].replace("\u00a0", " ")
    assert f"Срок изменился у {moved}, блок — у 1" in told_to[1]
    assert "блок — у 1" in told_to[9] and "Срок изменился у 0" in told_to[9]

    async with office.database.write() as uow:
        await uow.recounts.ask("b")
    assert not await again.recount()
    async with office.database.read() as uow:
        stored = await uow.documents.get("recount:2:9:1", "recount")
        assert stored is not None
        _, content = await uow.documents.content(stored.id)
    lines = list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))
    assert lines[0] == ("Тема", "Канал", "Номер", "Срок был", "Срок стал", "Блок был", "Блок стал")
    assert lines[1][2] == "5001" and lines[1][6] == "Управление финансами"


async def test_a_profile_that_comes_back_is_counted_by_again(before: Runtime) -> None:
    async with before.database.write() as uow:
        await uow.profiles.keep("2" * 64, "second")
        await uow.recounts.ask("b")
        await uow.recounts.ask("a")
    work, batches = Recounting(before), 0
    while await work.recount():
        batches += 1
    assert batches >= 3
    assert await documents(before) == {}  # nothing moved, so nobody is told


async def test_a_file_that_is_going_in_is_counted_anew_with_the_others(
    before: Runtime, migrated_url: str, profile: OfficeProfile, clock: SetClock
) -> None:
    """Its rows were placed by the former rules: counted before they are there, they would keep that place."""
    names = [work.name for work in WORKS]
    assert names.index("Importing.apply") < names.index("Recounting.recount")
    office = office_of(migrated_url, shorter(profile), clock)
    record = ImportRecord(0, 1, 1, "file", "выгрузка.xlsx", ImportState.APPLYING)
    async with office.database.write() as uow:
        number = await uow.imports.add(record)
        await uow.profiles.keep("2" * 64, "second")
        await uow.recounts.ask("b")
    recounting = Recounting(office)
    assert not await recounting.recount()
    async with office.database.write() as uow:
        late = [row("social", 7000, "Отлов собак")]
        await uow.rows.upsert(place_rows(late, profile, office.calendar, {}))
        await uow.imports.move(number, ImportState.APPLIED)
    while await recounting.recount():
        pass
    async with office.database.read() as uow:
        message = await uow.messages.get(await message_id(office, 7000))
    assert message is not None and message.block == "finance"
    await office.close()
