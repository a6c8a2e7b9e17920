"""Every request to the page: whose office, from where, who, through which door; then the answer."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from multidict import MultiDict, MultiDictProxy
from sqlalchemy.exc import SQLAlchemyError

from bot.listening import listen
from bot.page.attempts import Attempts, address_of
from bot.page.doors import Door, doors_of
from bot.page.headers import headers
from bot.page.rendering import kept_file, kept_files
from bot.page.route import Route
from bot.page.routes import ROUTES
from bot.page.visit import COOKIE, Visit, form_mark
from bot.runtime import Runtime
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.refusal import Refusal
from domain.people.entry import IDLE_FOR, WATCHED_FOR
from domain.people.invitation import token_hash
from domain.people.roster import Actor, Standing

log = structlog.get_logger("page")

Offices = Callable[[], Mapping[str, Runtime | None]]

LONGEST_SENT = 300.0  # seconds, in which what is sent has to be there
_MOST_FIELDS = 10_000  # a wide registry has three for each of its columns
_SEEN_EVERY = timedelta(minutes=1)
_LONGEST_STOP = 2.0
_UNREADABLE = (ValueError, AssertionError, LookupError, RuntimeError, HttpProcessingError)
_MARK = "_form"
_UNASKED = "X-Unasked"  # the script looks again at what is under way


class _Failed(Exception):
    """A failure with its kind and place; its own words may quote what was sent: a session, a name."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An office whose page this is, where it begins, and what of the path is left."""

    runtime: Runtime
    base: str
    path: str


class OfficePage:
    """The pages of all offices of a process, each under its own path or host."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._attempts = Attempts()

    async def take(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request, whatever it is."""
        place = self._place(request)
        if isinstance(place, int):
            return web.Response(status=place, text=str(place), headers=headers(secure=False))
        secure = place.runtime.settings.page_url.startswith("https:")
        kept = self._kept(place.path)
        answer = kept or await self._answer(request, place)
        answer.headers.update(headers(secure=secure, kept=kept is not None))
        return answer

    def _place(self, request: web.BaseRequest) -> _Place | int:
        """Whose page is asked for; the answer's status where it is nobody's.

        No name that was made to lead here is known (DNS rebinding). Where this machine listens it may be
        asked too, unless several pages begin there.
        """
        host, known = request.host.lower(), False
        own, here = list[_Place](), list[_Place]()
        for runtime in self._offices().values():
            if runtime is None or not runtime.settings.page:
                continue
            address = urlsplit(runtime.settings.page_url)
            begins = unquote(address.path)
            asked = request.path.startswith(f"{begins}/")
            place = _Place(runtime, address.path, request.path.removeprefix(begins))
            if host == address.netloc:
                known = True
                own += [place] if asked else []
            elif host == runtime.settings.page:
                here += [place] if asked else []
        if not own and len(here) == 1:
            return here[0]
        return own[0] if own else 404 if known else 421

    def _kept(self, path: str) -> web.Response | None:
        name = path.rpartition("/")[2]
        if name not in kept_files() or path != kept_file(name):
            return None
        kind, content = kept_files()[name]
        return web.Response(body=content, content_type=kind, charset="utf-8")

    async def _answer(self, request: web.BaseRequest, place: _Place) -> web.Response:
        method = "GET" if request.method == "HEAD" else request.method
        if method not in ("GET", "POST"):
            # The same wherever it is asked: it says nothing of what there is.
            return web.Response(status=405, text="405", headers={"Allow": "GET, HEAD, POST"})
        ways = ((one, one.match(place.path)) for one in ROUTES if one.method == method)
        route, parts = next(((one, parts) for one, parts in ways if parts is not None), (None, {}))
        if method == "POST" and not _is_own_origin(request, place.runtime):
            return _said(place, 403)
        if route is not None and (unfit := _unfit(request, route)):
            return _said(place, unfit)
        try:
            return await self._visit(request, place, route, parts)
        except (SQLAlchemyError, OSError) as error:
            log.warning("page without database", error=type(error).__name__)
            return _said(place, 503)
        except Exception as error:
            failed = _Failed(type(error).__name__).with_traceback(error.__traceback__)
            log.error("page failed", way=route.way if route else "", exc_info=failed)
            return _said(place, 500)

    async def _visit(
        self, request: web.BaseRequest, place: _Place, route: Route | None, parts: Mapping[str, str]
    ) -> web.Response:
        form: MultiDictProxy[Any] = MultiDictProxy(MultiDict())
        known = await self._seen(request, place, route)
        guest = route is not None and route.outside and not self._attempts.too_many(address_of(request))
        if route is not None and route.method == "POST" and (known or guest):
            # What is sent is waited for outside the transaction: the database has one writer.
            # Whoever has no session is not listened to at all, nor whoever has to wait.
            try:
                async with asyncio.timeout(LONGEST_SENT):
                    limited = request.clone(client_max_size=route.largest, client_max_fields=_MOST_FIELDS)
                    form = await limited.post()
            except TimeoutError:
                answer = _said(place, 408)
                answer.headers["Connection"] = "close"
                return answer
            except web.HTTPRequestEntityTooLarge:  # packed, it was small
                return _said(place, 413)
            except (web.RequestPayloadError, ConnectionError, *_UNREADABLE):
                return _said(place, 400)
        database = place.runtime.database
        writes = route is not None and route.method == "POST" and not route.reads
        opened = database.write() if writes else database.read()
        visit: Visit | None = None
        try:
            async with opened as uow:
                visit = await _visit_of(request, place, uow, route)
                visit.parts, visit.form = parts, form
                return await self._let_in(visit, route)
        except Refusal as refusal:
            assert visit is not None  # nothing before it refuses
            if guessed := refusal.key in _GUESSES:
                self._attempts.fail(address_of(request))
            said, status = visit.refusal(refusal), _STATUS.get(refusal.key, 403)
            return visit.show("refused.html", status=status, said=said, guessed=guessed)

    async def _let_in(self, visit: Visit, route: Route | None) -> web.Response:
        # Whoever is in guesses nothing: the whole administration may come from one address.
        if not visit.token and self._attempts.too_many(address_of(visit.request)):
            raise Refusal("page-wait")
        if route is None:
            # Whoever is outside learns nothing of what there is.
            raise Refusal("page-nothing-there" if visit.token else "page-enter")
        if route.door not in visit.doors:
            raise Refusal("page-not-for-you" if visit.token else "page-enter")
        if route.outside:
            self._attempts.fail(address_of(visit.request))
        elif route.method == "POST":
            said = visit.chosen(_MARK)
            if not hmac.compare_digest(said.encode(), form_mark(visit.token).encode()):
                raise Refusal("page-form-old")
        return await route.answer(visit)

    async def _seen(self, request: web.BaseRequest, place: _Place, route: Route | None) -> bool:
        """Whether there is a session; that a person uses it is written down now and then."""
        token, database = request.cookies.get(COOKIE, ""), place.runtime.database
        if not token:
            return False
        now = place.runtime.clock.now()
        async with database.read() as uow:
            session = await uow.entries.session(token_hash(token), now - _idle(route))
        asked = _UNASKED not in request.headers and not (route and route.unattended)
        if session is not None and asked and now - session.seen_at > _SEEN_EVERY:
            async with database.write() as uow:
                await uow.entries.seen(token_hash(token))
        return session is not None


_GUESSES = ("page-code-unknown",)
_STATUS = {
    "page-nothing-there": 404,
    "page-enter": 401,
    "page-wait": 429,
    "page-link-old": 404,
    "page-code-unknown": 404,
    "no-such-message": 404,
    "no-such-import": 404,
    "page-form-unread": 400,
}


def _idle(route: Route | None) -> timedelta:
    return WATCHED_FOR if route and route.unattended else IDLE_FOR


async def _visit_of(
    request: web.BaseRequest, place: _Place, uow: StoredUnitOfWork, route: Route | None
) -> Visit:
    runtime, token = place.runtime, request.cookies.get(COOKIE, "")
    now = runtime.clock.now().astimezone(runtime.profile.time_zone)
    session = await uow.entries.session(token_hash(token), now - _idle(route)) if token else None
    actor, roster = Actor(0, Standing.STRANGER), await uow.roster.load()
    if session is not None:
        binding, admin = roster.binding_of(session.user_id), session.user_id in runtime.settings.admins
        known = Actor(session.user_id, Standing.ADMIN, admin=True) if admin else actor
        actor = binding.actor(admin=admin) if binding else known
    doors = doors_of(actor, roster)
    inside = token if Door.KNOWN in doors else ""
    return Visit(request, runtime, place.base, uow, actor, roster, doors, now, inside)


def _is_own_origin(request: web.BaseRequest, runtime: Runtime) -> bool:
    """A form says where it comes from: every browser does (fetch.spec.whatwg.org, «Origin header»)."""
    public = urlsplit(runtime.settings.page_url)
    own = {f"{public.scheme}://{public.netloc}", f"http://{runtime.settings.page}"}
    return request.headers.get("Origin") in own


def _unfit(request: web.BaseRequest, route: Route) -> int | None:
    """The status of what is not taken because of its length."""
    length = request.content_length
    if request.method == "POST" and length is None:
        return 411
    return 413 if (length or 0) > route.largest else None


def _said(place: _Place, status: int) -> web.Response:
    """What went wrong before anybody was let in, or by our fault, and what to do."""
    return web.Response(status=status, text=place.runtime.texts(f"page-status-{status}"))


_UNLOGGED: Mapping[str, Any] = {"access_log": None}


class _Connection(web.RequestHandler):
    """Answers what is no HTTP as it answers everything, and repeats no word of it."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        answer = super().handle_error(request, status, exc, str(status))
        answer.headers.update(headers(secure=False))
        return answer


class _Server(web.Server):
    """Knows no ways: whatever is asked comes to the page, line ends in an address too."""

    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=asyncio.get_running_loop(), **_UNLOGGED)


class PageServer:
    """Listens for the pages on an address of its own."""

    def __init__(self, address: str, offices: Offices) -> None:
        self._address = address
        self._page = OfficePage(offices)
        self._runner: web.BaseRunner | None = None

    async def start(self) -> None:
        """Listen. Raises CannotListen."""
        self._runner = web.ServerRunner(_Server(self._page.take), shutdown_timeout=_LONGEST_STOP)
        await listen(self._runner, self._address)

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner:
            await self._runner.cleanup()
