"""Long work on protocols."""

from __future__ import annotations

from bot.works.protocols.checking import FileChecking
from bot.works.protocols.corrections import CorrectionSending
from bot.works.protocols.making import ProtocolMaking
from bot.works.protocols.sending import ProtocolSending
from bot.works.worker import Work

WORKS = (
    Work("ProtocolMaking.draw_up", lambda office: ProtocolMaking(office).draw_up),
    Work("ProtocolMaking.print_drawn", lambda office: ProtocolMaking(office).print_drawn),
    Work("ProtocolMaking.print_act", lambda office: ProtocolMaking(office).print_act),
    Work("ProtocolSending.send_signed", lambda office: ProtocolSending(office).send_signed),
    Work("CorrectionSending.send", lambda office: CorrectionSending(office).send),
    Work("FileChecking.check", lambda office: FileChecking(office).check),
)
