"""Links that open the bot: one-time invitations, and the check of a signed paper."""

from __future__ import annotations

from domain.office.act import Act
from domain.people.invitation import OPEN, VALID_FOR, new_token, token_hash
from domain.people.roster import Actor, Standing
from domain.people.store import Invitation
from domain.unit_of_work import Office, UnitOfWork
from handlers.chat.request import Request

_CODE_DIGITS = 32


async def issue(
    request: Request,
    standing: Standing,
    *,
    seat: int | None = None,
    unit: str | None = None,
    meeting_id: int | None = None,
) -> str:
    """A new one-time link in this person's name."""
    return await new_invitation(
        request.uow,
        request.office,
        standing=standing,
        seat=seat,
        unit=unit,
        meeting_id=meeting_id,
        actor=request.actor,
    )


async def new_invitation(
    uow: UnitOfWork,
    office: Office,
    *,
    standing: Standing = Standing.MEMBER,
    seat: int | None = None,
    unit: str | None = None,
    meeting_id: int | None = None,
    actor: Actor | None = None,
) -> str:
    """Keep an invitation and give its link, which ends an older one to the same seat.

    Of the token the invitation keeps only the hash.
    """
    token = new_token()
    if standing is Standing.MEMBER and seat is not None:
        await uow.roster.end_links(seat)
    invitation = Invitation(
        id=0,
        standing=standing,
        state=OPEN,
        expires_at=uow.now() + VALID_FOR,
        seat=seat,
        unit=unit,
        meeting_id=meeting_id,
        invited_by=actor.user_id if actor else None,
    )
    invitation_id = await uow.roster.add_invitation(token_hash(token), invitation)
    data = {"standing": standing.value, "seat": seat, "unit": unit, "meeting": meeting_id}
    await uow.record(actor, Act("invited", f"invitation:{invitation_id}", data))
    return f"{office.invitations}/{token}" if office.invitations else office.links.to_bot(token)


def token_of(link: str) -> str:
    """The token that a link of an invitation carries, on the page or in the messenger."""
    return link.rpartition("/")[2].rpartition("=")[2]


def check_link(office: Office, sha256: str) -> str:
    """What the QR code opens: the check on the office's own page where there is one, else the bot's."""
    if office.page:
        return f"{office.page}/v/{sha256[:_CODE_DIGITS]}"
    return office.links.to_bot(f"verify_{sha256[:_CODE_DIGITS]}")
