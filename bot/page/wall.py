"""The screen on the office's wall: sheets that turn by themselves, within what the person answers for."""

from __future__ import annotations

from aiohttp import web

from bot.page.breakdown import figures_of, lines_of
from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from domain.figures.figures import Dimension
from domain.figures.period import month_of
from domain.figures.wording import FigureWording
from domain.office.reading import whole

_EVERY = 20
_MOST = 8
_TILES, _MEETINGS = "tiles", "meetings"
_SHEETS = (_TILES, Dimension.BLOCK, Dimension.CHANNEL, Dimension.TOPIC, Dimension.SETTLEMENT, _MEETINGS)


async def show(visit: Visit) -> web.Response:
    """One sheet; the next one comes after so many seconds, without any script."""
    turn = (whole(visit.query.get("turn", "")) or 0) % len(_SHEETS)
    sheet = _SHEETS[turn]
    figures = None if sheet == _MEETINGS else await figures_of(visit, month_of(visit.now.date()))
    wording = FigureWording.of(visit.texts, visit.runtime.profile)
    onward = visit.way("/wall", turn=(turn + 1) % len(_SHEETS))
    shown = visit.show(
        "wall.html",
        sheet=str(sheet),
        here=visit.way("/wall", turn=turn),
        onward=onward,
        back=visit.way("/wall", turn=(turn - 1) % len(_SHEETS)),
        figures=figures,
        wording=wording,
        lines=lines_of(visit, figures, sheet, _MOST) if figures and isinstance(sheet, Dimension) else [],
        meetings=await visit.uow.meetings.current() if sheet == _MEETINGS else [],
    )
    return visit.turning(shown, _EVERY, onward)


ROUTES = (Route("GET", "/wall", Door.MEMBER, show, unattended=True),)
