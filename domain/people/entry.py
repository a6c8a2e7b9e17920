"""The way to the office's own page: a link good once, for ten minutes; then a session until idleness."""

from __future__ import annotations

from datetime import timedelta

from domain.office.act import Act
from domain.people.invitation import new_token, token_hash
from domain.people.roster import Actor, member_seat
from domain.unit_of_work import UnitOfWork

LINK_FOR = timedelta(minutes=10)
IDLE_FOR = timedelta(hours=1)
WATCHED_FOR = timedelta(hours=12)
"""So long after a person's own last request a screen that turns by itself is still shown."""


def require_page(actor: Actor) -> None:
    """A refusal for whoever has nothing to do on the page: those without a seat, but administrators."""
    if not actor.admin:
        member_seat(actor)


async def entry_link(uow: UnitOfWork, page: str, actor: Actor, to: str = "") -> str:
    """A new link for this account, to `to` where a place on the page is named; of its token the hash is kept.

    `page` is the page's address. Refused as by `require_page`.
    """
    require_page(actor)
    token = new_token()
    await uow.entries.add_link(token_hash(token), actor.user_id, uow.now() + LINK_FOR)
    await uow.record(actor, Act("page-link-given", f"user:{actor.user_id}"))
    return f"{page}/enter/{token}{f'?to={to}' if to else ''}"
