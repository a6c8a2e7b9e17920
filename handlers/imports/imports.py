"""A file sent to the bot is a registry to import: preview, apply, or give up."""

from __future__ import annotations

from dataclasses import replace

from aiogram.types import Message as ChatMessage

from domain.imports import steps
from domain.messages.message import ImportRecord, ImportState
from domain.messages.sections import Section
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat.cards import show_below
from handlers.chat.not_understood import say_not_understood
from handlers.chat.request import Request
from handlers.digests.digests import show_digest
from handlers.imports.taps import ConflictPageTap, ConflictTap, ImportTap

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff")


async def receive(request: Request, message: ChatMessage) -> None:
    """Take a file in; it is read after the commit, nothing is written before «Применить»."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    document = message.document
    assert document is not None  # the filter let documents through only
    name = (document.file_name or "")[:300]
    roster = await request.roster()
    keeping = request.office.profile.keeping
    record = ImportRecord(
        0,
        request.actor.user_id,
        request.chat_id,
        document.file_id,
        name,
        ImportState.RECEIVED,
        message_id=message.message_id if keeping.registries_deleted else None,
    )
    if not keeping.registries_in_chat:
        if keeping.registries_deleted and roster.may_import(request.actor):
            await request.uow.imports.add(replace(record, state=ImportState.REFUSED))
        await request.say("refusal-registries-not-in-chat")
        return
    steps.require_import(roster, request.actor, document.file_size or 0)
    import_id = await request.uow.imports.add(record)
    await request.uow.outbox.card(request.chat_id, "registry", f"import:{import_id}")
    holder = roster.binding(request.actor.assists) if request.actor.assists is not None else None
    if holder is not None:
        await request.uow.outbox.card(holder.user_id, "registry", f"import:{import_id}")
    await request.record(Act("import-received", f"import:{import_id}"))


async def picture(request: Request, _: ChatMessage) -> None:
    """A picture is no registry: to those who bring messages in, how else they come; to others one line."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    if (await request.roster()).may_import(request.actor):
        raise Refusal("picture-is-no-registry")
    await say_not_understood(request)


async def record_of(request: Request, import_id: int, *states: ImportState) -> ImportRecord:
    """The file that a tap names, where it is this person's and stands so."""
    return await steps.record_of(request.uow, await request.roster(), request.actor, import_id, *states)


async def apply(request: Request, tap: ImportTap) -> None:
    """«Применить»; what an assistant sent is applied by the holder."""
    await steps.apply(request.uow, await request.roster(), request.actor, tap.record)
    request.reply("toast-import-applying")


async def cancel(request: Request, tap: ImportTap) -> None:
    """«Отмена»: nothing was written, nothing will be."""
    await steps.give_up(request.uow, await request.roster(), request.actor, tap.record)


async def choose_channel(request: Request, tap: ImportTap) -> None:
    """The person says which channel the table is of; it is read again."""
    await steps.choose_channel(request.uow, await request.roster(), request.actor, tap.record, tap.value)


async def ask_channel(request: Request, tap: ImportTap) -> None:
    """«Другой канал»: the one that the file was taken for is wrong."""
    record = await record_of(request, tap.record, ImportState.READY)
    if record.channel is None:
        raise Refusal("card-outdated")
    await request.uow.imports.move(record.id, ImportState.ASKING)


async def send_unreadable(request: Request, tap: ImportTap) -> None:
    """«Непрочитанные, XLSX»: the rows set aside, with the reason in each and without citizens' data."""
    record = await record_of(request, tap.record, ImportState.READY, ImportState.APPLIED)
    content = await request.uow.imports.unreadable(record.id, in_chat=True)
    if content is None:
        raise Refusal("unreadable-gone" if record.has_unreadable else "nothing-unreadable")
    entity = f"import:{record.id}"
    document = await request.uow.documents.add(entity, "unreadable", f"unreadable-{record.id}.xlsx", content)
    page = "yes" if request.office.page else "no"
    caption = request.own_texts("import-unreadable-caption", page=page)
    await request.uow.outbox.document(request.chat_id, document, caption)


async def show_conflicts(request: Request, tap: ConflictPageTap) -> None:
    """«Расхождения»: where the file says other than people did."""
    await record_of(request, tap.record, ImportState.READY, ImportState.APPLIED)
    await request.uow.outbox.turn(await request.card(), {"page": "conflicts", "turn": tap.value or 0})


async def show_preview(request: Request, tap: ImportTap) -> None:
    """Back from the conflicts."""
    await record_of(request, tap.record, ImportState.READY, ImportState.APPLYING, ImportState.APPLIED)
    await request.uow.outbox.turn(await request.card(), {})


async def show_unassigned(request: Request, tap: ImportTap) -> None:
    """«Не распределено»: what is nobody's, in my digest, to be given to blocks."""
    await record_of(request, tap.record, ImportState.APPLIED)
    await show_digest(request, section=Section.UNASSIGNED.value)


async def show_open(request: Request, tap: ImportTap) -> None:
    """«Открыть»: what is open of the file's channel."""
    record = await record_of(request, tap.record, ImportState.APPLIED)
    content: dict[str, object] = {"section": Section.OPEN.value}
    if record.channel:
        content["channel"] = record.channel
    await show_below(request, "messages", "messages", content)


async def show_gone(request: Request, tap: ImportTap) -> None:
    """What was open and is not in the file."""
    await record_of(request, tap.record, ImportState.READY, ImportState.APPLIED)
    await request.uow.outbox.turn(await request.card(), {"page": "gone"})


async def undo(request: Request, tap: ImportTap) -> None:
    """«Отменить загрузку»: messages become what they were; for a day, and until another file is put in."""
    await steps.undo(request.uow, await request.roster(), request.actor, tap.record, request.now)
    request.reply("toast-import-undoing")


async def take_all(request: Request, tap: ImportTap) -> None:
    """«Взять все»: the registry's word in every conflict."""
    await _decide_all(request, tap, ImportState.READY, ImportState.APPLIED, taken=True)


async def keep_all(request: Request, tap: ImportTap) -> None:
    """«Оставить все»: what was done here stays in every conflict."""
    await _decide_all(request, tap, ImportState.READY, taken=False)


async def _decide_all(request: Request, tap: ImportTap, *states: ImportState, taken: bool) -> None:
    record = await record_of(request, tap.record, *states)
    count = await steps.decide_all(request.uow, request.actor, record, taken=taken)
    request.reply("toast-conflicts", count=count, taken="yes" if taken else "no")


async def take(request: Request, tap: ConflictTap) -> None:
    """Take the registry's word in one conflict: at «Применить», or at once where that was before."""
    roster = await request.roster()
    conflict, word = await steps.decide(request.uow, roster, request.actor, tap.record, tap.value)
    request.reply("toast-conflict", code=conflict.number, taken=word)
