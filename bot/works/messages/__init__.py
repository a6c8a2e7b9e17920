"""Long work on messages."""

from __future__ import annotations

from bot.works.messages.exporting import Exporting
from bot.works.messages.recounting import Recounting
from bot.works.messages.remasking import Remasking
from bot.works.messages.several import DealingWithSeveral
from bot.works.worker import Work

WORKS = (
    Work("Remasking.remask", lambda office: Remasking(office).remask),
    Work("Recounting.recount", lambda office: Recounting(office).recount),
    Work("DealingWithSeveral.go_on", lambda office: DealingWithSeveral(office).go_on),
    Work("Exporting.export", lambda office: Exporting(office).export),
)
