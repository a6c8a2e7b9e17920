"""One incoming update as a conversation sees it: who, where, when, and how to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.office.act import Act
from domain.office.outbox import Card, Screen
from domain.office.ports import Texts
from domain.office.refusal import Refusal
from domain.people.roster import Actor, Duties, Roster, Standing
from domain.unit_of_work import Office, UnitOfWork
from handlers.chat.wording import called


@dataclass(slots=True)
class Request:
    """Handed to every handler. Nothing of it talks to the messenger: answers leave after the commit.

    `argument` is what was typed after a command; `stands_on` the kinds of cards that have the tapped button.
    """

    office: Office
    uow: UnitOfWork
    actor: Actor
    now: datetime
    chat_id: int
    private: bool
    message_id: int | None = None
    topic: int | None = None
    chat_title: str = ""
    argument: str = ""
    stands_on: frozenset[str] = frozenset()
    toast: str | None = None
    alert: bool = False

    @property
    def texts(self) -> Texts:
        """The office's language: for what is kept, and for other people."""
        return self.office.texts

    @property
    def own_texts(self) -> Texts:
        """The language of the chat: in private the one that the person chose."""
        return self.office.texts_in(self.actor.language) if self.private else self.texts

    @property
    def toast_texts(self) -> Texts:
        """The language of the person who taps, who alone reads what passes."""
        return self.office.texts_in(self.actor.language)

    @property
    def today(self) -> date:
        """The day in the office's zone."""
        return self.now.date()

    async def roster(self) -> Roster:
        """The composition today."""
        return await self.uow.roster.load()

    async def called(self, seat: int) -> str:
        """How the seat's holder is called in this person's language."""
        return called(self.toast_texts, await self.roster(), seat)

    async def duties(self, act: str) -> Duties:
        """The head's duties that this person performs now; a refusal for anyone else (п. 3.2, 4.3)."""
        return (await self.roster()).require_duties(self.actor, act)

    async def say(self, key: str, **arguments: Any) -> None:
        """Answer with a sentence in the same chat."""
        await self.uow.outbox.text(self.chat_id, Screen(self.own_texts(key, **arguments)))

    async def note(self, key: str, **arguments: Any) -> None:
        """The person's words are taken note of: by a mark on them, by a sentence where there are no marks."""
        screen = Screen(self.own_texts(key, **arguments))
        if self.message_id is None:
            await self.uow.outbox.text(self.chat_id, screen)
        else:
            await self.uow.outbox.noted(self.chat_id, self.message_id, screen)

    async def show(self, screen: Screen) -> None:
        """Answer with a screen that will not change."""
        await self.uow.outbox.text(self.chat_id, screen)

    def reply(self, key: str, **arguments: Any) -> None:
        """Answer a tap with a line that passes."""
        self.toast = self.toast_texts(key, **arguments)

    def warn(self, key: str, **arguments: Any) -> None:
        """Answer a tap with a line that is to be read and closed."""
        self.toast, self.alert = self.toast_texts(key, **arguments), True

    def refusal(self, key: str, **arguments: Any) -> Refusal:
        """This refusal for whoever is known to the office; a stranger learns nothing of it."""
        return Refusal("stranger") if self.actor.standing is Standing.STRANGER else Refusal(key, **arguments)

    async def record(self, act: Act, *, acting: bool = False) -> None:
        """Append to the audit log in this person's name."""
        await self.uow.record(self.actor, act, acting=acting)

    async def card(self) -> Card:
        """The live card that was tapped; a refusal when it is outdated, or has no such button."""
        card = await self.uow.outbox.find(self.chat_id, self.message_id or 0)
        if card is None or card.kind not in self.stands_on:
            raise Refusal("card-outdated")
        return card
