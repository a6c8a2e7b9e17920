"""Updates that wait for the bot, each until it is confirmed (Bot API, «Getting updates»)."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.sandbox.bell import Bell
from bot.sandbox.chatting import Json, Query

FIRST_ID = 900_000_001
TAP_LIVES, OTHERS_LIVE = 150.0, 86_400.0
"""Seconds that an update waits for the bot: a tap, and anything else (telegram-bot-api, `Client::add_update`
with what `Client::add_new_callback_query` and the others give it; td, `TQueue::run_gc`)."""
# Bot API, getUpdates: these come only to a bot that names them in allowed_updates.
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass
class Webhook:
    """Where updates are posted; `secret` travels in X-Telegram-Bot-Api-Secret-Token.

    `trusted` is what an uploaded certificate is checked by; None: by the authorities known here.
    """

    url: str = ""
    secret: str = ""
    trusted: ssl.SSLContext | None = None
    last_error: str = ""
    last_error_date: int = 0


class Updates:
    """The queue. `monotonic` gives the seconds that taps' answers are timed by."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self.pending: list[Json] = []
        self.tap_lives = TAP_LIVES
        self.expired: dict[int, str] = {}
        self._until: dict[int, float] = {}
        self.made = 0
        self.allowed: Sequence[str] = ()
        self.webhook = Webhook()
        self.added = Bell()
        self.poll = 0

    def add(self, kind: str, content: Json) -> None:
        """Queue an update unless the bot does not want its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return
        self.made += 1
        update_id = FIRST_ID + self.made
        lives = self.tap_lives if kind == "callback_query" else OTHERS_LIVE
        self._until[update_id] = self._monotonic() + lives
        self.pending.append({"update_id": update_id, kind: content})
        self.added.ring()

    def expire(self) -> None:
        """Forget what nobody has taken in time; `expired` has its number and kind."""
        now, kept = self._monotonic(), []
        for update in self.pending:
            if self._until.get(update["update_id"], now + 1) > now:
                kept.append(update)
            else:
                self.expired[update["update_id"]] = next(kind for kind in update if kind != "update_id")
        self.pending = kept

    def confirm(self, offset: int) -> None:
        """Forget what is older than `offset`; a negative one keeps that many of the newest."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def deliver(self, limit: int, queries: dict[str, Query]) -> list[Json]:
        """The oldest updates, noting when taps went out; they stay in the queue."""
        self.expire()
        batch = self.pending[:limit]
        for update in batch:
            self.note_delivery(update, queries)
        return batch

    def note_delivery(self, update: Json, queries: dict[str, Query]) -> None:
        """Note when a tap went out."""
        query = queries.get(update["callback_query"]["id"]) if "callback_query" in update else None
        if query is not None:
            query.delivered.append(self._monotonic())

    def drop(self) -> None:
        """Forget everything pending."""
        self.pending.clear()
