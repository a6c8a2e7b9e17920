"""Materials of questions until the meeting is opened: given from the desk, taken away again."""

from __future__ import annotations

from aiohttp import web

from bot.page.meetings.agenda import editable
from bot.page.visit import Visit
from bot.registries.characters import fit
from domain.meetings import preparing
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.office.attachment import require_room
from domain.office.reading import whole
from domain.office.refusal import Refusal

_LONGEST_NAME = 200
# The bot keeps these itself, as it keeps what it makes: no messenger has them.
_MAKER = "made:page"


async def change(visit: Visit) -> web.Response:
    """A file for a question, or one of its files taken away."""
    meeting = await editable(visit)
    before, item = meeting.programme(), _item(visit, meeting)
    if visit.chosen("remove"):
        await preparing.take_material(visit.uow, meeting, item, whole(visit.chosen("remove")) or 0)
    else:
        await _give(visit, meeting, item)
    await preparing.keep_edit(visit.uow, visit.actor, meeting, before)
    return visit.go(f"/meetings/{meeting.id}/agenda", at="materials", done="kept")


def _item(visit: Visit, meeting: Meeting) -> AgendaItem:
    key = whole(visit.chosen("item"))
    found = next((one for one in meeting.agenda if one.key == key), None)
    if found is None:
        raise Refusal("page-form-unread")
    return found


async def _give(visit: Visit, meeting: Meeting, item: AgendaItem) -> None:
    sent = visit.sent_file()
    content = sent.file.read()
    if not content:
        raise Refusal("page-form-unread")
    attachments, entity = visit.uow.attachments, meeting.materials(item)
    already = len(await attachments.of(entity))
    require_room(len(content), already)
    item.materials = already + 1
    name, size = fit(sent.filename)[:_LONGEST_NAME] or "file", len(content)
    file = await attachments.add(entity, _MAKER, name, size, visit.actor.user_id, photo=False)
    document = await visit.uow.documents.add(f"attachment:{file}", "file", name, content)
    await attachments.made(file, document, size)
