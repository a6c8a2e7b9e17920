"""Where every update goes, made from what the rooms say of themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from aiogram import F, Router
from aiogram import filters as aiogram_filters
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated
from aiogram.types import Message as ChatMessage

from domain.office.outbox import Screen
from domain.office.ports import Expectation, Texts
from domain.office.refusal import Refusal
from domain.office.shown import Thing
from domain.people.roster import Standing
from handlers.chat import gate
from handlers.chat.feature import (
    CardKind,
    Command,
    Feature,
    FileTaker,
    LinkTaker,
    Taps,
    TapTaker,
    Where,
    WordsTaker,
)
from handlers.chat.files import sent_file
from handlers.chat.not_understood import say_not_understood
from handlers.chat.request import Request
from handlers.chat.taps import NOTHING, CommandTap
from handlers.chat.view import View

_PRIVATE = F.chat.type == "private"
_CANCELS = ("cancel", "отмена")


class Conversations:
    """Every command, button, card, word and file that the office knows, by what tells it from the others."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self.commands: Mapping[str, Command] = {
            one.name: one for feature in self.features for one in feature.commands
        }
        self.cards: Mapping[str, CardKind] = {
            kind: card for feature in self.features for kind, card in feature.cards.items()
        }
        self.shown_in: Mapping[str, frozenset[str]] = {
            thing: frozenset(kind for kind, card in self.cards.items() if thing in card.shows)
            for thing in Thing
        }
        self.words: Mapping[str, WordsTaker] = {
            kind: take for feature in self.features for kind, take in feature.words.items()
        }
        self.files: Mapping[str, FileTaker] = {
            kind: take for feature in self.features for kind, take in feature.files.items()
        }
        self.taps: Mapping[tuple[str, str], tuple[Taps, TapTaker]] = {
            (taps.kind.__prefix__, act): (taps, take)
            for feature in self.features
            for taps in feature.taps
            for act, take in taps.acts.items()
        }
        self._links: list[tuple[str, LinkTaker]] = sorted(
            ((begins, take) for feature in self.features for begins, take in feature.links.items()),
            key=lambda link: -len(link[0]),
        )
        self._arrivals = [one for feature in self.features for one in feature.arrivals]
        self._stands_on: Mapping[str, set[str]] = defaultdict(set)
        for kind, card in self.cards.items():
            for tap in card.taps:
                self._stands_on[tap.__prefix__].add(kind)

    @property
    def typed(self) -> tuple[str, ...]:
        """Names of the commands that can be typed."""
        return tuple(name for name, one in self.commands.items() if one.typed)

    def menu(self, menu: str, texts: Texts) -> list[tuple[str, str]]:
        """Commands of a menu with their descriptions, in the order of the rooms."""
        return [
            (name, texts(f"command-{name}")) for name, one in self.commands.items() if one.stands_in(menu)
        ]

    def stands_on(self, data: str) -> frozenset[str]:
        """Kinds of cards on which a button that carries this stands."""
        return frozenset(self._stands_on.get(data.partition(":")[0], ()))

    async def render(self, view: View) -> Screen | None:
        """What the card shows now; None when there is nothing to show any more."""
        screen = await self.cards[view.card.kind].render(view)
        return screen and replace(screen, until=min(view.turns, default=None))

    def router(self) -> Router:
        """A fresh router; it keeps nothing of the offices that it serves."""
        router = Router(name="office")
        router.my_chat_member.register(self.membership)
        router.callback_query.register(self.tapped)
        message = router.message.register
        # What was asked for is no registry to import, whoever wrote it first.
        message(self.expected_file, _PRIVATE, F.document | F.photo, self._expects_file)
        # A group's migration is told in the group's own name.
        message(self.migrated, F.migrate_to_chat_id)
        message(self.reopened, F.forum_topic_reopened)
        command = aiogram_filters.Command(*self.typed)
        message(gate.no_answer, F.is_automatic_forward | (F.from_user.is_bot & ~F.sender_chat))
        message(gate.faceless_command, F.sender_chat, command)
        message(gate.no_answer, F.sender_chat)
        message(gate.forwarded_command, F.forward_origin, command)
        message(gate.anothers_command, F.via_bot | F.sender_business_bot, command)
        message(self.command, command)
        message(self.cancel, _PRIVATE, aiogram_filters.Command(*_CANCELS))
        message(self.arrived, _PRIVATE, ~F.text | F.forward_origin, self._known_by_form)
        message(self.plain_words, _PRIVATE, F.text)
        message(self.not_understood, _PRIVATE)
        return router

    # Buttons

    async def tapped(self, query: CallbackQuery, request: Request) -> None:
        """A button: who may tap at all, what it carries, then the room's own answer."""
        data = query.data or ""
        prefix, _, rest = data.partition(":")
        if request.actor.standing is Standing.STRANGER:
            raise Refusal("stranger")
        if data == NOTHING:
            return
        if prefix == CommandTap.__prefix__:
            await self._command_button(rest, request)
            return
        found = self.taps.get((prefix, rest.partition(":")[0])) or self.taps.get((prefix, ""))
        if not request.private and (found is None or not found[0].in_group):
            raise Refusal("personal-in-private")
        if found is None:
            raise Refusal("card-outdated")
        taps, take = found
        try:
            tap = taps.kind.unpack(data)
        except (TypeError, ValueError):
            raise Refusal("card-outdated") from None
        request.stands_on = self.stands_on(data)
        if taps.outdated is not None and not await request.uow.outbox.find(
            request.chat_id, request.message_id or 0
        ):
            take = taps.outdated
        await take(request, tap)

    async def _command_button(self, name: str, request: Request) -> None:
        command = self.commands.get(name)
        if command is None or command.where is Where.GROUP:  # no button binds a group
            raise Refusal("personal-in-private" if not request.private else "card-outdated")
        await self._run(command, request)

    # Commands

    async def command(self, message: ChatMessage, request: Request, command: CommandObject) -> None:
        """A typed command; `/start` with a payload is a link (Bot API, «Deep linking»)."""
        request.argument = (command.args or "").strip()
        request.chat_title = message.chat.title or ""
        known = self.commands[command.command]
        if command.command == "start" and request.argument and request.private:
            await self._follow_link(request)
            return
        if command.command == "start" and request.argument == "bind":
            known = self.commands["bind"]  # the bot was added to the group by the link for this
        await self._run(known, request)

    async def _follow_link(self, request: Request) -> None:
        take = next(take for begins, take in self._links if request.argument.startswith(begins))
        await take(request, request.argument)

    async def _run(self, command: Command, request: Request) -> None:
        await gate.require_place(command, request)
        await command.run(request)

    # Words and files

    async def _expects_file(self, _: ChatMessage, request: Request) -> bool | dict[str, Expectation]:
        expectation = await request.uow.expected(request.actor.user_id)
        if expectation is None or expectation.kind not in self.files:
            return False
        return {"expectation": expectation}

    async def expected_file(self, message: ChatMessage, request: Request, expectation: Expectation) -> None:
        """A file that was asked for goes to the conversation that asked."""
        caption = (message.caption or "").strip()
        await self.files[expectation.kind](request, expectation, sent_file(message), caption)

    async def _known_by_form(self, message: ChatMessage, request: Request) -> bool | dict[str, object]:
        for arrival in self._arrivals:
            if arrival.of_this_form(message) and (arrival.by_whom is None or await arrival.by_whom(request)):
                return {"take": arrival.take}
        return False

    async def arrived(self, message: ChatMessage, request: Request, take: object) -> None:
        """A file or a post that nobody asked for."""
        assert callable(take)
        await take(request, message)

    async def plain_words(self, message: ChatMessage, request: Request) -> None:
        """Give the words to the conversation that asked for them."""
        text = (message.text or "").strip()
        expectation = await request.uow.expected(request.actor.user_id)
        if expectation is None or text.startswith("/"):
            await self.not_understood(message, request)
        elif text.casefold() in _CANCELS:
            await self.cancel(message, request)
        elif expectation.kind not in self.words:
            await request.say("file-expected")
        else:
            await self.words[expectation.kind](request, expectation, text)

    async def cancel(self, message: ChatMessage, request: Request) -> None:
        """«/cancel», «Отмена»: nothing is awaited any more."""
        if request.actor.standing is Standing.STRANGER:
            await self.not_understood(message, request)
            return
        await request.uow.expect(request.actor.user_id, None)
        await request.say("nothing-awaited")

    async def not_understood(self, _: ChatMessage, request: Request) -> None:
        """One polite line: to a stranger who this is for, to the others what can be done."""
        if request.actor.standing is Standing.STRANGER:
            raise Refusal("stranger")
        await say_not_understood(request)

    # Chats

    async def membership(self, event: ChatMemberUpdated, request: Request) -> None:
        """The bot was blocked or let in again, put out of a group or taken back."""
        for feature in self.features:
            if feature.membership is not None:
                await feature.membership(request, event)

    async def reopened(self, _: ChatMessage, request: Request) -> None:
        """A topic takes messages again (Bot API, ForumTopicReopened)."""
        for feature in self.features:
            if feature.reopening is not None:
                await feature.reopening(request)

    async def migrated(self, message: ChatMessage, request: Request) -> None:
        """The group became a supergroup: it has another id from now on."""
        for feature in self.features:
            if feature.migration is not None:
                await feature.migration(request, message)
