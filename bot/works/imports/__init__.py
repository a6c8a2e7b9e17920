"""Long work on registry files."""

from __future__ import annotations

from bot.works.imports.importing import Importing
from bot.works.imports.inbox import Inbox
from bot.works.imports.putting_back import PuttingBack
from bot.works.worker import Work

WORKS = (
    Work("Inbox.take", lambda office: Inbox(office).take),
    Work("Importing.read", lambda office: Importing(office).read),
    Work("Importing.apply", lambda office: Importing(office).apply),
    Work("Importing.undo", lambda office: Importing(office).undo),
    Work("Importing.take_out_of_chat", lambda office: Importing(office).take_out_of_chat),
    Work("PuttingBack.clear_up", lambda office: PuttingBack(office.database).clear_up),
    Work("PuttingBack.forget_former", lambda office: PuttingBack(office.database).forget_former),
)
