"""The office's long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.importing import Importing
from bot.protocol_making import ProtocolMaking
from bot.recounting import Recounting
from bot.worker import Work

if TYPE_CHECKING:
    from bot.app import RunningOffice


def office_works(office: RunningOffice) -> list[Work]:
    """Recounting terms, reading and applying registries, drawing up and signing protocols."""
    importing, protocols = Importing(office), ProtocolMaking(office)
    return [
        Recounting(office).recount,
        importing.read,
        importing.apply,
        protocols.draw_up,
        protocols.print_drawn,
        protocols.print_act,
        protocols.send_signed,
    ]
