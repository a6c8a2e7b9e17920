"""Meetings: those ahead and past, the agenda with its votes as they stand, the papers to be kept."""

from __future__ import annotations

from aiohttp import web

from bot.messengers.telegram import downloaded
from bot.page.visit import Visit, may
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.meetings.preparing import drafts_seen_by, require_editing
from domain.meetings.search import read_search
from domain.office.ports import StoredDocument
from domain.office.refusal import Refusal, required
from domain.people.names import short_name
from domain.protocols.record import ItemRecord

_PAGE = 25
_LONGEST = 100
_UNSEEN = (MeetingState.DRAFT, MeetingState.DISCARDED)
_PAPERS = ("signed", "pdf", "docx")
_ACT = "act"
_LONGEST_DOWNLOAD = 30  # seconds


async def show(visit: Visit) -> web.Response:
    """Those ahead, then those that are over, found by number, day or words."""
    words = visit.query.get("words", "")[:_LONGEST]
    said = visit.query.get("page", "")
    page = int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 0
    search, first = read_search(words), not words and not page
    return visit.show(
        "meetings.html",
        ahead=await visit.uow.meetings.current() if first else [],
        drafts=drafts_seen_by(visit.actor, visit.roster, await visit.uow.meetings.ahead()) if first else [],
        prepares=may(lambda: visit.roster.require_preparing(visit.actor, "convene")),
        past=await visit.uow.past.page(search, _PAGE, page * _PAGE),
        count=await visit.uow.past.count(search),
        words=words,
        page=page,
        size=_PAGE,
    )


async def one(visit: Visit) -> web.Response:
    """A meeting with its agenda; while it goes on, the page renews itself."""
    meeting = await meeting_of(visit)
    names, given = await visit.uow.roster.names(), [item for item in meeting.agenda if item.materials]
    return visit.show(
        "meeting.html",
        meeting=meeting,
        waits=meeting.state is MeetingState.OPEN,
        changes=may(lambda: require_editing(meeting, visit.roster, visit.actor)),
        materials={item.key: await visit.uow.attachments.of(meeting.materials(item)) for item in given},
        items=[
            (
                item,
                speaker_of(visit, meeting, item, names),
                _executors(visit, item),
                votes_of(visit, item, names),
            )
            for item in meeting.agenda
        ],
        present=[called(visit, seat, meeting.attendance.who(seat), names) for seat in meeting.present()],
        participants=[called(visit, seat, None, names) for seat in sorted(meeting.participants)],
        papers=await _papers(visit, meeting),
        beside=await _beside(visit, meeting),
    )


async def paper(visit: Visit) -> web.Response:
    """A paper of a meeting as it was sent: to be kept, not to be shown in the page's name."""
    meeting, kind = await meeting_of(visit), visit.parts["kind"]
    found = dict(await _papers(visit, meeting))
    document = found.get(kind)
    if document is None:
        raise Refusal("page-nothing-there")
    return visit.file(*await visit.uow.documents.content(document.id))


async def material(visit: Visit) -> web.Response:
    """A file that was given to a question, out of the messenger that keeps it, or made by the bot."""
    meeting, named = await meeting_of(visit), visit.number("file")
    file = await visit.uow.attachments.get(named)
    if file is None or file.entity not in {meeting.materials(item) for item in meeting.agenda}:
        raise Refusal("page-nothing-there")
    if file.document_id is not None:
        return visit.file(*await visit.uow.documents.content(file.document_id))
    content = await downloaded(visit.runtime.bot, file.file_id, _LONGEST_DOWNLOAD)
    if content is None:
        raise Refusal("page-file-not-given")
    return visit.file(file.file_name, content)


async def meeting_of(visit: Visit) -> Meeting:
    """The meeting that the address names, once members were called to it."""
    meeting = required(await visit.uow.meetings.get(visit.number("id")), "page-nothing-there")
    if meeting.state in _UNSEEN:
        raise Refusal("page-nothing-there")
    return meeting


async def _papers(visit: Visit, meeting: Meeting) -> list[tuple[str, StoredDocument]]:
    """The protocol, signed or not yet, its Word copy, or the act of a meeting that was not held."""
    protocol = await visit.uow.protocols.of_meeting(meeting.id)
    named = [(protocol.entity, kind) for kind in _PAPERS] if protocol else []
    found = [
        (kind, document)
        for entity, kind in [*named, (meeting.entity, _ACT)]
        if (document := await visit.uow.documents.get(entity, kind)) is not None
    ]
    signed = any(kind == "signed" for kind, _ in found)
    return [(kind, document) for kind, document in found if not (signed and kind == "pdf")]


async def _beside(visit: Visit, meeting: Meeting) -> list[tuple[ItemRecord, str, str]]:
    """Each question of the protocol, the draft decision that it came with, and what became of it."""
    protocol = await visit.uow.protocols.of_meeting(meeting.id)
    items = protocol.record.items if protocol else ()
    return [
        (one, one.amendments[0].former if one.amendments else one.draft_decision, _fate(one)) for one in items
    ]


def _fate(one: ItemRecord) -> str:
    """Why a question has no decision: only what was voted down was not adopted."""
    if one.dropped_at or one.postponed_at:
        return "dropped" if one.dropped_at else "postponed"
    outcome = one.outcome
    return outcome.value.replace("_", "-") if outcome else "unvoted" if one.considered else "passed-over"


def _executors(visit: Visit, item: AgendaItem) -> list[str]:
    profile, motion = visit.runtime.profile, item.standing
    seats = [called(visit, seat, None, {}) for seat in motion.executor_seats]
    return [*(profile.unit(key).title for key in motion.executor_units), *seats]


def speaker_of(visit: Visit, meeting: Meeting, item: AgendaItem, names: dict[int, str]) -> str:
    """Who speaks to a question: a member by name, whoever else by the words that were typed."""
    seat = item.speaker_seat
    return called(visit, seat, meeting.attendance.who(seat), names) if seat else item.speaker


def votes_of(visit: Visit, item: AgendaItem, names: dict[int, str]) -> list[tuple[str, str, bool]]:
    """The newest voting by name: who, what, whether aloud."""
    if not item.votes:
        return []
    vote = item.votes[-1]
    return [
        (called(visit, seat, vote.holders.get(seat), names), ballot.choice.value, ballot.aloud)
        for seat, ballot in sorted(vote.ballots.items())
    ]


def called(visit: Visit, seat: int, holder_id: int | None, names: dict[int, str]) -> str:
    """Who sat there, or who holds the seat now."""
    holder = visit.roster.holder(seat)
    name = names.get(holder_id or 0) or (holder.name if holder else "")
    return short_name(name) if name else visit.say("seat-name", seat=seat)
