"""What is done with a registry file on its way in: by whom, from where it stands, with its entry in the log.

The same from a card in a chat and from the office's own page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.imports.understanding import DateOrder, Question, Understanding
from domain.messages.conflict import Conflict
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act
from domain.office.refusal import Refusal, required
from domain.people.roster import Actor, Roster, member_seat, prepared_seat
from domain.unit_of_work import UnitOfWork

LARGEST = 20 * 1024 * 1024
UNDO_FOR = timedelta(days=1)
GIVEN_UP_FROM = (
    ImportState.RECEIVED,
    ImportState.READING,
    ImportState.ASKING,
    ImportState.READY,
    ImportState.APPLYING,
)


def require_import(roster: Roster, actor: Actor, size: int) -> None:
    """A refusal for whoever brings no registries in, and for a file that is too large, in bytes."""
    prepared_seat(actor)
    if not roster.may_import(actor):
        raise Refusal("only-officers-import")
    if size > LARGEST:
        raise Refusal("file-too-large")


def is_theirs(roster: Roster, actor: Actor, record: ImportRecord) -> bool:
    """Whether the file is this person's to go on with: who sent it, whom they assist, whoever heads."""
    duties, seat = roster.duties(), actor.seat
    heads = duties is not None and duties.seat == seat
    assistants = roster.assistants(seat) if seat is not None else ()
    own = record.user_id in (actor.user_id, *(one.user_id for one in assistants))
    dropped = record.was_dropped and seat in roster.officers_of(record.channel)
    return roster.may_import(actor) and (own or heads or dropped)


async def record_of(
    uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int, *states: ImportState
) -> ImportRecord:
    """The file with this id, standing in one of these states; any, where none is named."""
    record = required(await uow.imports.get(import_id), "no-such-import")
    if not is_theirs(roster, actor, record):
        raise Refusal("not-your-import")
    if states and record.state not in states:
        raise Refusal(f"import-is-{record.state}")
    return record


async def apply(uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int) -> None:
    """«Применить»; what an assistant sent is applied by the holder."""
    member_seat(actor)
    record = await record_of(uow, roster, actor, import_id, ImportState.READY)
    await uow.imports.move(record.id, ImportState.APPLYING)
    await uow.record(actor, Act("import-confirmed", f"import:{record.id}"))


async def give_up(uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int) -> None:
    """«Отмена»: nothing was written, nothing will be."""
    record = await record_of(uow, roster, actor, import_id, *GIVEN_UP_FROM)
    await uow.imports.move(record.id, ImportState.CANCELLED)
    await uow.record(actor, Act("import-cancelled", f"import:{record.id}"))


async def choose_channel(uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int, channel: str) -> None:
    """The person says which channel the table is of; it is read again. Refused for none of the profile's."""
    record = await record_of(uow, roster, actor, import_id, ImportState.ASKING)
    _require_channel(roster, channel)
    await uow.imports.move(record.id, ImportState.RECEIVED, channel=channel)


def _require_channel(roster: Roster, channel: str) -> None:
    if channel not in [one.key for one in roster.profile.channels]:
        raise Refusal("card-outdated")


async def understand(
    uow: UnitOfWork,
    roster: Roster,
    actor: Actor,
    import_id: int,
    answers: Mapping[str, str],
    columns: Mapping[str, str] | None = None,
    dates: str = "",
    channel: str = "",
) -> None:
    """Answers by their questions' keys, and fields by the headers of columns: kept for the file's channel.

    `channel` says that it is of this one. The file is read again by all that. Refused where one is no answer
    to what the file asks.
    """
    record = await record_of(uow, roster, actor, import_id, ImportState.READY, ImportState.ASKING)
    asked = {question.key: question for question in await uow.imports.questions(record.id)}
    if channel:
        _require_channel(roster, channel)
    channel = channel or record.channel or ""
    known = (await uow.understandings.all()).get(channel, Understanding())
    said: list[tuple[Question, str]] = []
    for key, answer in answers.items():
        question = asked.get(key)
        if question is None or answer not in question.answers:
            raise Refusal("card-outdated")
        known = known.with_answer(question, answer)
        said.append((question, answer))
    if columns or dates:
        order = DateOrder(dates) if dates else None
        known = Understanding(columns=columns or {}, date_order=order).over(known)
    await uow.understandings.keep(channel, known)
    for question, answer in said:
        data = {"channel": channel, "about": question.about.value, "question": question.key, "answer": answer}
        await uow.record(actor, Act("import-understood", f"import:{record.id}", data))
    if columns or dates:
        mapped = {"channel": channel, "about": "columns", "count": len(columns or {}), "dates": dates}
        await uow.record(actor, Act("import-understood", f"import:{record.id}", mapped))
    await uow.imports.move(record.id, ImportState.RECEIVED, channel=channel or None)


async def undone_until(uow: UnitOfWork, record: ImportRecord) -> datetime | None:
    """Until when a file may be undone: for a day, if no other was put in since; else None."""
    put_in = await uow.before.put_in_last(record.id)
    return put_in and put_in + UNDO_FOR


async def undo(uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int, now: datetime) -> None:
    """«Отменить загрузку»: messages become what they were; for a day, and until another file is put in."""
    member_seat(actor)
    record = await record_of(uow, roster, actor, import_id, ImportState.APPLIED)
    until = await undone_until(uow, record)
    if until is None or now >= until:
        raise Refusal("import-undo-late")
    await uow.imports.move(record.id, ImportState.UNDOING)
    await uow.record(actor, Act("import-undo-asked", f"import:{record.id}"))


async def decide_all(uow: UnitOfWork, actor: Actor, record: ImportRecord, *, taken: bool) -> int:
    """The same word in every conflict of a file; in how many it was otherwise."""
    count = await uow.conflicts.take_all(record.id, taken=taken)
    if taken and record.state == ImportState.APPLIED:
        await uow.rows.merge(record.id)
    data = {"taken": taken, "count": count}
    await uow.record(actor, Act("registry-preferred", f"import:{record.id}", data))
    return count


async def decide(
    uow: UnitOfWork, roster: Roster, actor: Actor, import_id: int, row_id: int
) -> tuple[Conflict, str]:
    """Take the registry's word in one conflict, or take it back: at «Применить», or at once after it.

    The conflict, and what became of it: `yes`, `no`, or `done` where it was put in at once.
    """
    record = await record_of(uow, roster, actor, import_id, ImportState.READY, ImportState.APPLIED)
    conflict = await uow.conflicts.get(record.id, row_id)
    if conflict is None:
        raise Refusal("card-outdated")
    applied = record.state == ImportState.APPLIED
    if applied and conflict.taken:
        raise Refusal("conflict-taken-before")
    taken = applied or not conflict.taken
    await uow.conflicts.take(row_id, taken=taken)
    if applied:
        await uow.rows.merge(record.id, row_id)
    data = {"import": record.id, "taken": taken, "kinds": [kind.value for kind in conflict.kinds]}
    await uow.record(actor, Act("registry-preferred", f"message:{conflict.message_id}", data))
    return conflict, ("done" if applied else "yes") if taken else "no"
