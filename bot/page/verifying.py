"""Outside, for anybody: is this paper the signed original; and the way in for whoever was invited."""

from __future__ import annotations

from aiohttp import web

from bot.documents.verification import examine
from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from domain.office.attachment import LARGEST
from domain.office.refusal import Refusal
from domain.office.wording import plain
from domain.protocols.verdict import code_text, finding_text
from domain.protocols.verification import Verdict

_ROOM = 64 * 1024  # bytes of a form around its file


async def ask(visit: Visit) -> web.Response:
    """A place for a code and one for a file; a code that was typed goes on to its own address."""
    code = "".join(visit.query.get("code", "").split()).lower()
    if code:
        return visit.go(f"/v/{code}") if code.isalnum() and code.isascii() else _unknown()
    return visit.show("verify.html", said="", good=False)


async def by_code(visit: Visit) -> web.Response:
    """What the QR code of a paper opens: whose record it names."""
    said = await code_text(visit.uow, visit.texts, visit.parts["code"])
    return visit.show("verify.html", said=plain(said), good=True) if said else _unknown()


def _unknown() -> web.Response:
    raise Refusal("page-code-unknown")


async def by_file(visit: Visit) -> web.Response:
    """The file itself: its bytes are the original's, or they are not."""
    finding = await examine(visit.uow, visit.sent_file().file.read())
    good = finding.verdict in (Verdict.SIGNED, Verdict.EXTRACT, Verdict.CORRECTION, Verdict.ACT)
    return visit.show("verify.html", said=plain(finding_text(visit.texts, finding)), good=good)


async def invited(visit: Visit) -> web.Response:
    """A button for the messenger that the office is in; whether the invitation is good, the bot says."""
    token = visit.parts["token"]
    if not token.replace("-", "").replace("_", "").isalnum() or not token.isascii():
        raise Refusal("page-nothing-there")
    return visit.show("invited.html", link=visit.runtime.links.to_bot(token))


ROUTES = (
    Route("GET", "/v", Door.ANYBODY, ask),
    Route("GET", "/v/{code}", Door.ANYBODY, by_code),
    Route("POST", "/v", Door.ANYBODY, by_file, LARGEST + _ROOM, outside=True, reads=True),
    Route("GET", "/i/{token}", Door.ANYBODY, invited),
)
