"""The act of a past meeting that was not held, once more in a member's chat."""

from __future__ import annotations

from domain.office.refusal import required
from domain.people.roster import member_seat
from handlers.chat.request import Request
from handlers.meetings.taps import ActTap


async def send(request: Request, tap: ActTap) -> None:
    """«Акт»: the signed paper."""
    member_seat(request.actor)
    meeting = required(await request.uow.meetings.get(tap.meeting), "no-such-act")
    document = required(await request.uow.documents.get(meeting.entity, "act"), "no-such-act")
    caption = request.own_texts(
        "protocol-act-caption", number=meeting.number or 0, moment=meeting.starts_at or request.now
    )
    key = f"{meeting.entity}:act:asked:{request.chat_id}:{int(request.now.timestamp())}"
    await request.uow.outbox.document(request.chat_id, document.id, caption, key=key)
