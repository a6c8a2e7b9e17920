"""What the messenger says of the webhook (Bot API, WebhookInfo)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aiogram.types import WebhookInfo

from domain.office.ports import Texts

_NOWHERE = "—"


@dataclass(frozen=True, slots=True)
class Heard:
    """`address` is where the messenger posts when that is not where it was told to, else empty.

    `waiting` updates are not taken yet; `error` is what came of the last post that failed, `error_at` when.
    """

    address: str
    waiting: int
    error: str = ""
    error_at: datetime | None = None

    @classmethod
    def of(cls, info: WebhookInfo, wanted: str) -> Heard:
        """What it says of a webhook that should be at this address."""
        elsewhere = "" if info.url == wanted else info.url or _NOWHERE
        return cls(elsewhere, info.pending_update_count, info.last_error_message or "", info.last_error_date)

    @property
    def in_vain(self) -> bool:
        """Whether posts do not come in: updates wait and the last try failed, or they go elsewhere."""
        return bool(self.address or (self.waiting and self.error))

    def words(self, texts: Texts, key: str) -> str:
        """The sentence of the locale with what was heard."""
        return texts(
            key,
            waiting=self.waiting,
            error=self.error or "—",
            elsewhere={"": "no", _NOWHERE: "unset"}.get(self.address, "yes"),
            address=self.address,
        )
