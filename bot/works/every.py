"""The office's long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.works.figures import Reporting
from bot.works.imports.importing import Importing
from bot.works.meetings.participation import ParticipationExport
from bot.works.meetings.past import PastMeetings
from bot.works.messages.exporting import Exporting
from bot.works.messages.recounting import Recounting
from bot.works.posts import Publishing
from bot.works.protocols.checking import FileChecking
from bot.works.protocols.corrections import CorrectionSending
from bot.works.protocols.making import ProtocolMaking
from bot.works.protocols.sending import ProtocolSending
from bot.works.requests import MaterialArchive
from bot.works.tasks import TaskPapers
from bot.works.worker import Work

if TYPE_CHECKING:
    from bot.running import RunningOffice


def office_works(office: RunningOffice) -> list[Work]:
    """Recounting terms, registries, lists, past meetings, protocols until they are sent, files, reports."""
    importing, protocols, files = Importing(office), ProtocolMaking(office), FileChecking(office)
    publishing = Publishing(office)
    return [
        Recounting(office).recount,
        importing.read,
        importing.apply,
        Exporting(office).export,
        importing.clear_up,
        PastMeetings(office).note,
        ParticipationExport(office).export,
        protocols.draw_up,
        protocols.print_drawn,
        protocols.print_act,
        ProtocolSending(office).send_signed,
        CorrectionSending(office).send,
        files.check,
        Reporting(office).make,
        TaskPapers(office).make,
        publishing.bind,
        publishing.send,
        MaterialArchive(office).make,
    ]
