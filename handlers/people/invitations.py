"""Invitations: a one-time link, and the newcomer who comes by it (п. 3.1, 3.2)."""

from __future__ import annotations

from domain.office import reading
from domain.office.act import Act, text_hash
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.invitation import (
    CLAIMED,
    OPEN,
    REVOKED,
    full_name,
    require_free,
    require_open,
    require_unjudged,
    token_hash,
)
from domain.people.roster import Roster, Standing
from domain.people.store import Invitation
from handlers.chat.cards import turn_or_show
from handlers.chat.links import issue, token_of
from handlers.chat.request import Request
from handlers.people.claims import invitation_of, judges
from handlers.people.taps import ClaimTap, InviteSeatTap, InviteTap, InviteUnitTap

NAME, POSITION = "full-name", "guest-position"
BOARD = "invitations"


# Inviting


async def _may_invite(request: Request) -> Roster:
    """The head, whoever performs the head's duties, and administrators."""
    roster = await request.roster()
    if not request.actor.admin:
        if request.actor.standing is Standing.STRANGER:
            raise Refusal("stranger")
        roster.require_duties(request.actor, "invite")
    return roster


async def invite(request: Request) -> None:
    """`/invite`, or `/invite 3` at once."""
    await _may_invite(request)
    words = request.argument.split()
    if not words:
        await show_choice(request)
        return
    await _invite_to_seat(request, reading.whole(words[-1]) or 0)


async def show_choice(request: Request) -> None:
    """Who is invited, on a live card that keeps the links given on the one before."""
    await _may_invite(request)
    former = await request.uow.outbox.of_subject(request.chat_id, BOARD, BOARD)
    await request.uow.outbox.remove_kind(request.chat_id, BOARD)
    await request.uow.outbox.card(request.chat_id, BOARD, BOARD, former.content if former else {})


async def link_to_seat(request: Request, tap: InviteSeatTap) -> None:
    """«Пригласить 3»: the seat's link, to be shared from the card."""
    await _may_invite(request)
    await _add_links(request, [tap.key])


async def link_everybody(request: Request, _: InviteTap) -> None:
    """«Пригласить всех»: a link to each seat that nobody is bound to and nobody claims."""
    roster = await _may_invite(request)
    pending = await request.uow.roster.pending()
    claimed = {one.seat for one in pending if one.state == CLAIMED and one.standing is Standing.MEMBER}
    free = [
        seat.number
        for seat in request.office.profile.seats
        if roster.binding(seat.number) is None and seat.number not in claimed
    ]
    await _add_links(request, free)


async def _add_links(request: Request, seats: list[int]) -> None:
    card = await request.card()
    links = dict(card.content.get("links", {}))
    for seat in seats:
        link, invitation = await _new_link(request, seat)
        links[str(seat)] = {"link": link, "invitation": invitation.id}
    await request.uow.outbox.turn(card, {"links": links})
    request.reply("toast-links", count=len(seats))


async def to_seat(request: Request, tap: InviteSeatTap) -> None:
    """A seat."""
    await _may_invite(request)
    await _invite_to_seat(request, tap.key)


async def turn_board(request: Request, tap: InviteTap) -> None:
    """«Подразделение»: which one, on the board itself; «Назад»."""
    await _may_invite(request)
    await _turn_board(request, {"page": "units"} if tap.kind == "units" else {})


async def _turn_board(request: Request, page: dict[str, object]) -> None:
    board = await request.uow.outbox.of_subject(request.chat_id, BOARD, BOARD)
    links = {"links": board.content["links"]} if board and "links" in board.content else {}
    await turn_or_show(request, BOARD, BOARD, links | page)


async def to_unit(request: Request, tap: InviteUnitTap) -> None:
    """A unit's contact."""
    await _may_invite(request)
    if tap.key not in request.office.profile.unit_keys:
        raise Refusal("card-outdated")
    if await request.uow.outbox.of_subject(request.chat_id, BOARD, BOARD) is not None:
        await _turn_board(request, {})
    await show_link(request, await issue(request, Standing.UNIT, unit=tap.key))


async def as_guest(request: Request, _: InviteTap) -> None:
    """A guest."""
    await _may_invite(request)
    await show_link(request, await issue(request, Standing.GUEST))


async def _invite_to_seat(request: Request, seat: int) -> None:
    link, _ = await _new_link(request, seat)
    await show_link(request, link)


async def _new_link(request: Request, seat: int) -> tuple[str, Invitation]:
    if seat not in [one.number for one in request.office.profile.seats]:
        raise Refusal("no-such-seat")
    link = await issue(request, Standing.MEMBER, seat=seat)
    return link, await _issued(request, link)


async def _issued(request: Request, link: str) -> Invitation:
    invitation = await request.uow.roster.invitation_by_token(token_hash(token_of(link)))
    assert invitation is not None  # it was issued a moment ago
    return invitation


async def show_link(request: Request, link: str) -> None:
    """The link on a card of its own, which goes when somebody comes by it."""
    invitation = await _issued(request, link)
    await request.uow.outbox.card(request.chat_id, "claim", f"claim:{invitation.id}", {"link": link})


async def revoke(request: Request, tap: ClaimTap) -> None:
    """«Отозвать»: the link does nothing any more."""
    invitation = await invitation_of(request, tap.invitation)
    if invitation.standing is not Standing.ASSISTANT or invitation.invited_by != request.actor.user_id:
        await _may_invite(request)
    if invitation.state not in (OPEN, CLAIMED):
        raise Refusal(f"invitation-{invitation.state}")
    await request.uow.roster.update_invitation(invitation.id, REVOKED)
    if invitation.user_id is not None:
        await request.uow.expect(invitation.user_id, None)
    await request.record(Act("invitation-revoked", f"invitation:{invitation.id}"))
    request.reply("toast-revoked")


# The newcomer


async def take_link(request: Request, token: str) -> None:
    """`/start TOKEN`: the newcomer is asked for their full name."""
    found = await request.uow.roster.invitation_by_token(token_hash(token))
    invitation = require_open(found, request.actor.user_id, request.now)
    require_free(await request.roster(), request.actor.user_id)
    await request.uow.expect(request.actor.user_id, Expectation(NAME, {"invitation": invitation.id}))
    if invitation.standing is Standing.ASSISTANT:
        await request.say("invited-ask-assistant", who=await request.called(invitation.seat or 0))
    else:
        kind, place = invitation.standing.value, _place(request, invitation)
        await request.say("invited-ask-name", kind=kind, place=place)


async def name_words(request: Request, expectation: Expectation, text: str) -> None:
    """The newcomer's full name; a guest is asked for the position as well."""
    invitation = await _open(request, expectation)
    name = full_name(text)
    if invitation.standing is Standing.GUEST:
        await request.uow.expect(
            request.actor.user_id, Expectation(POSITION, {"invitation": invitation.id, "name": name})
        )
        await request.say("invited-ask-position")
        return
    await _claim(request, invitation, name)


async def position_words(request: Request, expectation: Expectation, text: str) -> None:
    """A guest's position."""
    invitation = await _open(request, expectation)
    position = " ".join(text.split())[:150]
    await _claim(request, invitation, f"{expectation.content['name']}\n{position}")


async def _open(request: Request, expectation: Expectation) -> Invitation:
    found = await request.uow.roster.invitation(int(expectation.content["invitation"]))
    return require_unjudged(found, request.actor.user_id, request.now)


async def _claim(request: Request, invitation: Invitation, name: str) -> None:
    user_id = request.actor.user_id
    require_free(await request.roster(), user_id)
    confirming = await judges(request, invitation)
    if not confirming:
        raise Refusal("nobody-confirms")
    await request.uow.roster.update_invitation(invitation.id, CLAIMED, user_id=user_id, name=name)
    # Until there is a word on it, whatever else they write is their name, mended.
    await request.uow.expect(user_id, Expectation(NAME, {"invitation": invitation.id}))
    mended = invitation.state == CLAIMED
    act = "claim-mended" if mended else "claimed"
    await request.record(Act(act, f"invitation:{invitation.id}", {"name": text_hash(name)}))
    for judge in confirming:
        if not mended:
            await request.uow.outbox.card_anew(judge, "claim", f"claim:{invitation.id}")
    await request.say("invited-mended" if mended else "invited-wait", name=name.partition("\n")[0])


def _place(request: Request, invitation: Invitation) -> str:
    if invitation.seat is not None:
        position = request.office.profile.seat(invitation.seat).position
        return f"{request.texts('place-seat', seat=invitation.seat)}, {position}"
    if invitation.unit is None:
        return ""
    return request.texts("place-unit", title=request.office.profile.unit(invitation.unit).title)
