"""The office's long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.importing import Importing
from bot.protocol_making import ProtocolMaking
from bot.worker import Work

if TYPE_CHECKING:
    from bot.app import RunningOffice


def office_works(office: RunningOffice) -> list[Work]:
    """Reading and applying registries, drawing up and signing protocols."""
    importing, protocols = Importing(office), ProtocolMaking(office)
    return [
        importing.read,
        importing.apply,
        protocols.draw_up,
        protocols.print_drawn,
        protocols.print_act,
        protocols.send_signed,
    ]
