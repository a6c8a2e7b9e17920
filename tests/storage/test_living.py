"""The profile against what lives in the database, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product

from sqlalchemy import insert, select

from bot.profiles import fingerprint, profile_text
from bot.storage.columns import metadata
from bot.storage.database import Database
from bot.storage.living import end_invitations, move_seats, profile_changes, remembered
from bot.storage.messages.tables import messages
from bot.storage.people.tables import holders
from bot.storage.tasks.tables import tasks
from domain.meetings.agenda import AgendaItem
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.meetings.voting import Point
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act
from domain.office.profile import OfficeProfile
from domain.people.invitation import OPEN
from domain.people.roster import Binding, Standing
from domain.people.store import Invitation
from domain.proposals.proposal import Proposal
from domain.requests.materials import MaterialRequest, RequestState
from domain.tasks.task import Task
from tests.conftest import SetClock
from tests.storage.meetings.test_past import convened
from tests.storage.protocols.test_protocols import drawn

FORMER = profile_text()

# Every column that holds a seat's number or the key of a block, a channel or a unit; what becomes of it
# when the profile has that no more.
STAY = {  # refused, moved or ended while it is not over
    *("holders.seat", "tasks.seat", "tasks.unit", "proposals.seat", "bindings.unit"),
    *("invitations.seat", "invitations.unit", "messages.block", "messages.channel", "messages.unit"),
}
ANEW = {  # read or asked anew
    *("imports.channel", "import_rows.channel", "import_rows.block", "import_rows.unit"),
    *("topic_choices.block", "incidents.block", "incidents.unit", "incidents.channels"),
    "understandings.channel",
}
PAST = {  # shown by what a former profile had
    *("audit.seat", "digests.seat", "dispatches.unit", "extensions.seat", "participations.seat"),
    *("publications.seat", "reports.seat"),
    *("import_before.channel", "import_before.block", "import_before.unit"),
}


def test_whatever_column_refers_to_the_profile_it_is_known_what_becomes_of_it() -> None:
    names = {"seat", "block", "channel", "channels", "unit"}
    found = {str(one) for table in metadata.sorted_tables for one in table.columns if one.name in names}
    assert found == STAY | ANEW | PAST


async def test_everything_that_lives_by_a_key_is_found(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    now, unit = clock.now(), profile.units[0].key
    async with database.write() as uow:
        await uow.profiles.keep(fingerprint(FORMER), FORMER)
        await uow.roster.seat_holder(9, "Ветров Глеб", date(2026, 1, 12))
        ended = await uow.roster.seat_holder(8, "Луговая Анна", date(2026, 1, 12))
        assert ended
        await uow.roster.vacate(8, date(2026, 3, 1))
        await uow.roster.bind(Binding(5, Standing.UNIT, "Контакт", unit=unit))
        meeting = convened(profile, 4, now + timedelta(days=2), "Уборка снега")
        meeting.agenda.items[0].executor_units = [unit]
        meeting.agenda.items[0].points = [Point("Вывезти снег", executor_seats=(9,))]
        await uow.meetings.add(meeting)
        standing = AgendaItem(1, "Об обращениях", speaker_seat=8, executor_units=[unit])
        await uow.regulars.add(RegularMeeting(0, Rhythm.WEEKLY, now.date(), time(10), agenda=[standing]))
        sent = MaterialRequest(0, "Справки", now.date(), [7, 8], RequestState.SENT)
        await uow.materials.add(sent)
        await uow.proposals.add(Proposal(0, 9, "Парковки"))
        protocol = await drawn(uow)
        day = date(2026, 11, 20)
        await uow.tasks.add(Task(0, protocol.id, 5, day, 1, "Убрать", unit=unit))
        await uow.tasks.add(Task(0, protocol.id, 5, day, 1, "Убрать", seat=9))
        for number, closed in (("1", None), ("2", now)):
            row = {
                **dict.fromkeys(("topic", "text", "executor", "author", "place", "url", "registry_hash"), ""),
                "channel": "pos", "number": number, "received_at": now, "block": "land", "unit": unit,
                "deadline_at": now, "answered_at": closed, "imported_at": now,
            }  # fmt: skip
            await uow.connection.execute(insert(messages).values(**row))
    smaller = replace(
        profile,
        seats=profile.seats[:7],
        blocks=profile.blocks[:-1],
        channels=profile.channels[1:],
        units=profile.units[1:],
    )
    after = Database(database.url.render_as_string(hide_password=False), smaller, clock)
    async with after.read() as uow:
        found = await profile_changes(uow, FORMER + "# другой")
        assert [change.key for change in found] == [
            *(
                "seat-gone",
                "seat-tasks",
                "seat-proposals",
                "meeting-names",
                "regular-names",
                "materials-names",
            ),
            *("block-messages", "channel-messages", "unit-messages", "unit-tasks", "unit-contacts"),
        ]
        missing = [change.said["missing"] for change in found if "missing" in change.said]
        assert missing == [f"8, 9, {unit}", f"8, {unit}", "8"]
        assert {change.said["count"] for change in found if "count" in change.said} == {1}
        assert await profile_changes(uow, FORMER) == []
    await after.close()


async def test_who_is_invited_to_what_is_no_more_does_not_come_by_the_link(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    until, (first, second, *_) = clock.now() + timedelta(days=1), profile.units
    async with database.write() as uow:
        await uow.profiles.keep(fingerprint(FORMER), FORMER)
        for token, seat, unit in (
            ("a", 9, None),
            ("b", 5, None),
            ("c", None, first.key),
            ("d", None, second.key),
        ):
            standing = Standing.MEMBER if seat else Standing.UNIT
            invitation = Invitation(0, standing, OPEN, until, seat=seat, unit=unit)
            await uow.roster.add_invitation(token, invitation)
    smaller = replace(profile, seats=profile.seats[:-1], units=profile.units[1:])
    after = Database(database.url.render_as_string(hide_password=False), smaller, clock)
    async with after.write() as uow:
        told = await profile_changes(uow, FORMER + "# другой")
        assert [one.said["keys"] for one in told if one.said["what"] == "ended"] == [f"9, {first.key}"]
        await end_invitations(uow)
        assert [(one.seat, one.unit) for one in await uow.roster.pending()] == [(5, None), (None, second.key)]
    await after.close()


async def test_files_that_are_not_put_in_are_read_anew_by_another_profile(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    states = (ImportState.READY, ImportState.ASKING, ImportState.APPLYING, ImportState.APPLIED)
    first, last = profile.channels[0].key, profile.channels[-1].key
    async with database.write() as uow:
        for state, channel in product(states, (first, last, None)):
            await uow.imports.add(ImportRecord(0, 1, 1, "", "a.csv", state, channel=channel))
    after = Database(
        database.url.render_as_string(hide_password=False),
        replace(profile, channels=profile.channels[1:]),
        clock,
    )
    async with after.write() as uow:
        assert await uow.recounts.ask("a") and not await uow.recounts.ask("a")
        await uow.imports.read_anew()
        found = [(one.state, one.channel) for one in (await uow.imports.recent(20))[::-1]]
        kept = [(state, channel) for state in states[2:] for channel in (first, last, None)]
        assert found == [(ImportState.RECEIVED, channel) for channel in (None, last, None) * 2] + kept
    await after.close()


async def test_a_profile_remembers_those_before_it(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    url = database.url.render_as_string(hide_password=False)
    smaller = replace(profile, units=profile.units[1:])
    assert (await remembered(url, smaller, clock)).former.units == ()
    async with database.write() as uow:
        await uow.profiles.keep("of an older program", "key = 1")
        await uow.profiles.keep(fingerprint(FORMER), FORMER)
    knowing = await remembered(url, smaller, clock)
    assert knowing.former.units == profile.units[:1] and knowing == smaller
    assert await remembered("sqlite+aiosqlite:////nowhere/office.db", smaller, clock) == smaller


async def test_the_profile_in_force_is_the_one_that_served_last(
    database: Database, profile: OfficeProfile
) -> None:
    other = FORMER.replace("receipt_days = 2 ", "receipt_days = 3 ")
    async with database.write() as uow:
        assert await profile_changes(uow, FORMER) == []  # a new office
        await uow.profiles.keep(fingerprint(FORMER), FORMER)
        await uow.profiles.keep(fingerprint(other), other)
        data = {"fingerprint": fingerprint(FORMER)}
        await uow.record(None, Act("profile-stored", f"profile:{profile.key}", data))
        assert await uow.profiles.text_of(fingerprint(other)) == other
        assert await profile_changes(uow, FORMER) == []


async def test_who_holds_a_seat_that_is_numbered_anew_goes_along(
    database: Database, profile: OfficeProfile, clock: SetClock
) -> None:
    keyed = FORMER
    for number in (2, 6):
        keyed = keyed.replace(
            f"[[seats]]\nnumber = {number}\n", f'[[seats]]\nkey = "k{number}"\nnumber = {number}\n'
        )
    async with database.write() as uow:
        await uow.profiles.keep(fingerprint(keyed), keyed)
        second = await uow.roster.seat_holder(2, "Ветров Глеб", date(2026, 1, 12))
        sixth = await uow.roster.seat_holder(6, "Луговая Анна", date(2026, 1, 12))
        await uow.roster.vacate(6, date(2026, 3, 1))
        now = await uow.roster.seat_holder(6, "Лесная Ирина", date(2026, 3, 1))
        protocol = await drawn(uow)
        task = await uow.tasks.add(Task(0, protocol.id, 5, date(2026, 11, 20), 1, "Убрать", seat=6))
    to = {2: 6, 6: 2}
    seats = [
        replace(one, number=to.get(one.number, one.number), key=f"k{one.number}" if one.number in to else "")
        for one in profile.seats
    ]
    moved = replace(profile, seats=tuple(sorted(seats, key=lambda one: one.number)))
    after = Database(database.url.render_as_string(hide_password=False), moved, clock)
    async with after.write() as uow:
        assert await move_seats(uow) == to
        rows = await uow.connection.execute(select(holders.c.id, holders.c.seat))
        assert {row.id: row.seat for row in rows} == {second: 6, sixth: 6, now: 2}
        kept = await uow.connection.scalar(select(tasks.c.seat).where(tasks.c.id == task))
        assert kept == 2
    await after.close()
