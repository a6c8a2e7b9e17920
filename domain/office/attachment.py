"""A file that a person gave the bot for others to read: materials of a question, a report, an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.office.refusal import Refusal

LARGEST = 20 * 1024 * 1024
MOST = 10
TASK_TABLE = "made:task-table"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept by the messenger; `file_id` is the messenger's name for it, `size` in bytes.

    A file that the bot makes itself has a maker (`TASK_TABLE`) for its `file_id` and is kept as a document.

    `entity` is what it belongs to: `proposal:3`, `meeting:5:2` (a question by its key), `task:7`.
    """

    id: int
    entity: str
    file_id: str
    file_name: str
    size: int
    added_by: int
    added_at: datetime
    is_photo: bool = False
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came, not kept yet; `size` in bytes, `album` is shared by files sent together."""

    file_id: str
    file_name: str
    size: int
    is_photo: bool = False
    album: str = ""


def require_room(size: int, already: int) -> None:
    """A refusal for a file over 20 MB (Bot API, getFile) or one too many; `size` in bytes."""
    if size > LARGEST:
        raise Refusal("attachment-too-large", limit=LARGEST // 1024 // 1024)
    if already >= MOST:
        raise Refusal("attachments-too-many", limit=MOST)
