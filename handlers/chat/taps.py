"""What buttons carry (Bot API, callback_data: 1–64 bytes). All of it is hostile until checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aiogram.filters.callback_data import CallbackData

from domain.meetings.voting import Choice


class SeatTap(CallbackData, prefix="seat"):
    """Something about a seat."""

    act: str
    seat: int


class InviteTap(CallbackData, prefix="invite"):
    """Whom to invite: `kind` seat, unit or guest; `key` which one."""

    kind: str
    key: str


class ContactTap(CallbackData, prefix="contact"):
    """A unit's contact or a guest: `act` list, ask or unbind; `user` whom, for a list where it begins."""

    act: str
    user: int = 0


class ClaimTap(CallbackData, prefix="claim"):
    """The head's word on a newcomer."""

    act: str
    invitation: int


class AbsenceTap(CallbackData, prefix="away"):
    """Absence dates: `act` first, last, month, withdraw; `value` a day, a month or an id."""

    act: str
    value: str


class DraftTap(CallbackData, prefix="draft"):
    """The wizard of a meeting: `act` what, `value` which."""

    act: str
    meeting: int
    value: str = ""


class SettingsTap(CallbackData, prefix="set"):
    """Quiet hours: `act` preset, own, off or back; `value` which of the usual ones. Or `act` language."""

    act: str
    value: int = 0


class HistoryTap(CallbackData, prefix="past"):
    """Past meetings: `value` a page's beginning or a meeting."""

    act: str
    value: int = 0


class StatisticsTap(CallbackData, prefix="stat"):
    """Figures of participation: `kind` of the period, a `day` in it, the first member shown."""

    act: str
    kind: str
    day: str
    offset: int = 0


class AssistantTap(CallbackData, prefix="assist"):
    """Naming and removing assistants; `user` the account."""

    act: str
    user: int = 0


class ProposalTap(CallbackData, prefix="prop"):
    """An act on a proposal; `value` a page, a meeting or a file."""

    act: str
    proposal: int
    value: str = ""


class MeetingTap(CallbackData, prefix="meet"):
    """An act in a meeting; `value` an item or a seat where the act needs one."""

    act: str
    meeting: int
    value: int = 0


class VoteTap(CallbackData, prefix="vote"):
    """A member's vote; `turn` is the number of the item's voting, so that an old card is known as old."""

    meeting: int
    item: int
    turn: int
    choice: Choice


class AloudTap(CallbackData, prefix="aloud"):
    """The vote that a member said aloud, as the chair records it."""

    meeting: int
    item: int
    seat: int
    choice: Choice


class ProtocolTap(CallbackData, prefix="prot"):
    """An act on a protocol; `value` an item where the act needs one."""

    act: str
    protocol: int
    value: int = 0


class DispatchTap(CallbackData, prefix="disp"):
    """An act on a signed paper that goes to units: `paper` and `number` are its entity."""

    act: str
    paper: str
    number: int
    unit: str = ""


class DigestTap(CallbackData, prefix="digest"):
    """Moving through a digest: `act` section, page or open; `value` which."""

    act: str
    value: str


class MessageTap(CallbackData, prefix="msg"):
    """An act on a citizen's message."""

    act: str
    message: int
    value: str = ""


class RegistryTap(CallbackData, prefix="reg"):
    """Moving through the registry of messages: `act` page, menu, a filter's name, open…; `value` which."""

    act: str
    value: str = ""


class AnswerTap(CallbackData, prefix="ans"):
    """What is said of a message's answer: `act` days, day, own, result, quality."""

    act: str
    message: int
    value: str = ""


class TermTap(CallbackData, prefix="term"):
    """A step in deciding about a message's term."""

    act: str
    message: int
    value: str = ""


class AddTap(CallbackData, prefix="add"):
    """A step in bringing a message in by hand."""

    act: str
    value: str = ""


class ImportTap(CallbackData, prefix="import"):
    """An act on a registry file."""

    act: str
    record: int
    value: str = ""


class TaskTap(CallbackData, prefix="task"):
    """An act on a task; `value` a day or a month where the act needs one."""

    act: str
    task: int
    value: str = ""


class TasksTap(CallbackData, prefix="tasks"):
    """Moving through a list of tasks: `act` section, page, executor; `value` which."""

    act: str
    value: str = ""


class MaterialTap(CallbackData, prefix="mat"):
    """An act on a request for materials; `value` a seat, a day or a page."""

    act: str
    request: int
    value: str = ""


class CentreTap(CallbackData, prefix="centre"):
    """An act on a request to ЦУР or from it; `value` where the list begins."""

    act: str
    request: int
    value: str = ""


class RecommendationTap(CallbackData, prefix="rec"):
    """An act on the register of recommendations: `entry` one of it, or a protocol to enter from."""

    act: str
    entry: int
    value: str = ""


class CommandTap(CallbackData, prefix="go"):
    """A button that does what a command does."""

    name: str


class FiguresTap(CallbackData, prefix="fig"):
    """Figures of a period: `act` week, propose, proposed or show; `value` what stands out, by its mark."""

    act: str
    value: str = ""


class ReportTap(CallbackData, prefix="report"):
    """A report on its way; `value` a period, a day or a month where the act needs one."""

    act: str
    report: int
    value: str = ""


class PostTap(CallbackData, prefix="post"):
    """An act on a post for citizens; `value` which period where the act needs one."""

    act: str
    post: int
    value: str = ""


IN_GROUPS = ("vote:", "aloud:", "meet:", "past:", "prot:send:", "go:meeting", "go:past")
"""How the buttons begin that stand in the office's group; all the others belong to private chats."""

_CARDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "add": ("adding",),
        "ans": ("message",),
        "assist": ("assistants",),
        "away": ("absence",),
        "centre": ("centre", "centres"),
        "digest": ("digest",),
        "draft": ("convening",),
        "fig": ("figures",),
        "import": ("registry",),
        "mat": ("materials",),
        "meet": ("meeting", "drafts"),
        "msg": ("message",),
        "past": ("history",),
        "post": ("publication",),
        "prop": ("proposal", "proposals"),
        "prot": ("protocol",),
        "rec": ("recommendations",),
        "reg": ("messages",),
        "report": ("report",),
        "set": ("settings",),
        "stat": ("statistics",),
        "task": ("task",),
        "tasks": ("tasks",),
        "term": ("message",),
    }
)


def belongs(data: str, kind: str) -> bool:
    """Whether a button that carries this stands on cards of this kind, and so may turn one."""
    return kind in _CARDS.get(data.partition(":")[0], ())
