"""What reading a registry file gives: its rows, the rows set aside, or a refusal of the whole file."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.imports.understanding import Question
from domain.messages.message import Problem, RegistryRow, UnreadableRow

# Header of the reasons in a table of rows that were set aside; sent back, the column is passed over.
REASON = "Причина"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a file looks like a channel's export: from 0 to 1, where 1 is its whole signature."""

    channel: str
    score: float


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet that was read: `headers` as they stand in the file, `channel` None where rows name it.

    `unread` are headers of columns that no field was found in.
    """

    name: str
    headers: tuple[str, ...]
    channel: str | None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A table's beginning as it stands in the file, and what each column is taken for.

    Of each column: its header as shown, its name as headers are compared, its field, empty where none.
    """

    headers: tuple[str, ...]
    names: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Reading:
    """A registry file as read.

    `channel` is the key of the one channel of all the file, None where rows name their channels themselves
    or sheets differ. `questions`: what was not understood. `repeated` counts rows that only repeat an earlier
    one. `skipped_sheets` are sheets in which no registry was found, and hidden ones.
    """

    channel: str | None
    recognised: tuple[Likeness, ...]
    sheets: tuple[SheetRead, ...]
    skipped_sheets: tuple[str, ...] = ()
    rows: list[RegistryRow] = field(default_factory=list)
    unreadable: list[UnreadableRow] = field(default_factory=list)
    repeated: int = 0
    questions: tuple[Question, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """Headers of the first sheet that was read."""
        return self.sheets[0].headers

    @property
    def unread_headers(self) -> tuple[str, ...]:
        """Headers of all columns that were not understood, each once."""
        return tuple(dict.fromkeys(header for sheet in self.sheets for header in sheet.unread))


class RegistryRefused(Exception):
    """A file that cannot be read as a whole.

    `key` names the locale's `file-*` sentence and `arguments` belong to it. For `file-which-channel` the
    file itself is fine: `recognised` are the channels that it may be of, most likely first.
    `questions`: with answers to them it could be.
    """

    def __init__(
        self,
        key: str,
        *,
        recognised: tuple[Likeness, ...] = (),
        questions: tuple[Question, ...] = (),
        **arguments: str,
    ) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments
        self.recognised = recognised
        self.questions = questions

    @property
    def problem(self) -> Problem:
        """The refusal as kept with the import."""
        return Problem(self.key, dict(self.arguments))


class RowProblem(Exception):
    """Why a row cannot become a message: the locale's `row-*` sentence and what belongs to it."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.problem = Problem(key, {name: _shown(value) for name, value in arguments.items()})


def _shown(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
