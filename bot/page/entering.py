"""In by a one-time link, out by a button; what there is for whoever came."""

from __future__ import annotations

from aiohttp import web

from bot.messengers.telegram import signed_account
from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import COOKIE, Visit
from domain.office.act import Act
from domain.office.refusal import Refusal
from domain.people.entry import LINK_FOR
from domain.people.invitation import new_token, token_hash
from domain.people.roster import Actor, Standing


async def home(visit: Visit) -> web.Response:
    """To the first thing of this person; outside, how to come in."""
    if Door.MEMBER in visit.doors:
        return visit.go("/messages")
    if Door.KNOWN in visit.doors:
        return visit.go("/roster")
    return visit.show("outside.html")


async def ask(visit: Visit) -> web.Response:
    """The link was opened: a button enters, so that nothing that looks at links ahead uses it up."""
    return visit.show("enter.html", token=visit.parts["token"], to=_own_way(visit.query.get("to", "")))


async def enter(visit: Visit) -> web.Response:
    """The link is used up, a session begins."""
    user_id = await visit.uow.entries.take_link(token_hash(visit.parts["token"]))
    if user_id is None:
        raise Refusal("page-link-old")
    return await begin(visit, user_id, _own_way(visit.chosen("to")))


async def from_messenger(visit: Visit) -> web.Response:
    """The page was opened inside the messenger, which has signed whose account it is: good once too."""
    runtime = visit.runtime
    token = runtime.settings.token.get_secret_value()
    signed = signed_account(token, visit.chosen("said"), visit.now, LINK_FOR)
    if signed is None or not await visit.uow.entries.spend(
        token_hash(signed[1]), signed[0], visit.now + LINK_FOR
    ):
        raise Refusal("page-link-old")
    return await begin(visit, signed[0], _own_way(visit.chosen("to")))


async def begin(visit: Visit, user_id: int, to: str) -> web.Response:
    """A session of this account; refused for one that the office knows no more."""
    binding, admin = visit.roster.binding_of(user_id), user_id in visit.runtime.settings.admins
    if (binding is None or binding.seat is None) and not admin:
        raise Refusal("page-link-old")
    actor = binding.actor(admin=admin) if binding else Actor(user_id, Standing.ADMIN, admin=True)
    if visit.token:
        await visit.uow.entries.end(token_hash(visit.token))
    token = new_token()
    await visit.uow.entries.begin(token_hash(token), user_id)
    await visit.uow.record(actor, Act("page-entered", f"user:{user_id}"))
    answer = visit.go(to or "/")
    secure = visit.runtime.settings.page_url.startswith("https:")
    answer.set_cookie(COOKIE, token, path=f"{visit.base}/", httponly=True, samesite="Lax", secure=secure)
    return answer


async def leave(visit: Visit) -> web.Response:
    """The session ends."""
    await visit.uow.entries.end(token_hash(visit.token))
    await visit.uow.record(visit.actor, Act("page-left", f"user:{visit.actor.user_id}"))
    answer = visit.go("/")
    answer.del_cookie(COOKIE, path=f"{visit.base}/")
    return answer


def _own_way(to: str) -> str:
    """A place on this page; anything else is none."""
    inside = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if inside and len(to) <= 200 else ""


ROUTES = (
    Route("GET", "/", Door.ANYBODY, home),
    Route("GET", "/enter/{token}", Door.ANYBODY, ask),
    Route("POST", "/enter/messenger", Door.ANYBODY, from_messenger, outside=True),
    Route("POST", "/enter/{token}", Door.ANYBODY, enter, outside=True),
    Route("POST", "/leave", Door.KNOWN, leave),
)
