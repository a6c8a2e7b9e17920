"""Keeps web pages of others out: whoever reaches the sandbox may be anybody in it."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.refusal import WrongRequest

_OWN_NAMES = {"127.0.0.1", "localhost"}
_BODIES = {"application/json", "multipart/form-data"}
_BOT_API = ("/bot", "/file/bot")
_OFFICE = "/office/"  # whose forms carry marks of their own


@web.middleware
async def own_pages_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a foreign page could make a browser send.

    Another `Host` (a name that was made to lead here), another `Origin`, or a body that a page may send
    without asking first (https://fetch.spec.whatwg.org, «CORS-safelisted request-header»).
    """
    try:
        host = urlsplit(f"//{request.host}").hostname
    except ValueError:
        host = None
    if host not in _OWN_NAMES:
        raise WrongRequest("a foreign Host: the sandbox is at http://127.0.0.1", 403)
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        raise WrongRequest("a foreign Origin: no other page may act here", 403)
    bare = request.path.startswith((*_BOT_API, _OFFICE)) or not request.can_read_body
    if not bare and request.content_type not in _BODIES:
        raise WrongRequest("a body is JSON or the upload of a file", 415)
    return await handler(request)
