"""The office's long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.correction_sending import CorrectionSending
from bot.exporting import Exporting
from bot.file_checking import FileChecking
from bot.importing import Importing
from bot.material_archive import MaterialArchive
from bot.participation_export import ParticipationExport
from bot.past_meetings import PastMeetings
from bot.protocol_making import ProtocolMaking
from bot.protocol_sending import ProtocolSending
from bot.publishing import Publishing
from bot.recounting import Recounting
from bot.reporting import Reporting
from bot.task_papers import TaskPapers
from bot.worker import Work

if TYPE_CHECKING:
    from bot.app import RunningOffice


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
