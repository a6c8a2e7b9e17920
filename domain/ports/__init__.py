"""What handlers and jobs need of the outside, as protocols that `bot/` fills."""

from domain.ports.basics import Clock, Expectation, StoredDocument, Texts
from domain.ports.corrections import CorrectionStore, StoredCorrection
from domain.ports.digests import DigestStore
from domain.ports.dispatches import DispatchStore
from domain.ports.figures import FigureStore, ReportStore
from domain.ports.materials import MaterialStore
from domain.ports.meetings import MeetingStore
from domain.ports.messages import ImportStore, MessageStore
from domain.ports.outbox import Button, Card, Fate, Outbox, Screen
from domain.ports.proposals import AttachmentStore, ProposalStore
from domain.ports.protocols import ProtocolStore, StoredProtocol
from domain.ports.publishing import PublicationStore
from domain.ports.reach import ReachStore, Unreachable
from domain.ports.received_files import ReceivedFile, ReceivedFileStore
from domain.ports.registers import CentreStore, RecommendationStore
from domain.ports.roster import Invitation, RosterStore
from domain.ports.tasks import TaskStore
from domain.ports.work import Office, UnitOfWork

__all__ = [
    "AttachmentStore",
    "Button",
    "Card",
    "CentreStore",
    "Clock",
    "CorrectionStore",
    "DigestStore",
    "DispatchStore",
    "Expectation",
    "Fate",
    "FigureStore",
    "ImportStore",
    "Invitation",
    "MaterialStore",
    "MeetingStore",
    "MessageStore",
    "Office",
    "Outbox",
    "ProposalStore",
    "ProtocolStore",
    "PublicationStore",
    "ReachStore",
    "ReceivedFile",
    "ReceivedFileStore",
    "RecommendationStore",
    "ReportStore",
    "RosterStore",
    "Screen",
    "StoredCorrection",
    "StoredDocument",
    "StoredProtocol",
    "TaskStore",
    "Texts",
    "UnitOfWork",
    "Unreachable",
]
