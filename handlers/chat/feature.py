"""What a room says of itself, as data: from its FEATURE routers, menus, the gate and the help are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiogram.types import ChatMemberUpdated
from aiogram.types import Message as ChatMessage

from domain.office.attachment import SentFile
from domain.office.outbox import Button
from domain.office.ports import Expectation
from domain.office.shown import Thing
from domain.people.roster import Actor
from handlers.chat.menus import GROUP, NEW_GROUP, Menu
from handlers.chat.request import Request
from handlers.chat.taps import Tap
from handlers.chat.view import Renderer, View

Conversation = Callable[[Request], Awaitable[None]]
TapTaker = Callable[[Request, Any], Awaitable[None]]
WordsTaker = Callable[[Request, Expectation, str], Awaitable[None]]
FileTaker = Callable[[Request, Expectation, SentFile, str], Awaitable[None]]
LinkTaker = Callable[[Request, str], Awaitable[None]]
MessageTaker = Callable[[Request, ChatMessage], Awaitable[None]]


class Where(StrEnum):
    """In which chats a command or a button is taken; elsewhere the gate says where it belongs."""

    PRIVATE = "private"
    GROUP = "group"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Command:
    """`/name` and the button that does the same; `request.argument` is what was typed after it.

    `menus`: who finds it in the menu, under `/start` and in the help; whether they may do it the domain says.
    A `typed` one is a command, else it is a button only. One `of_page` is offered where there is a page.
    """

    name: str
    run: Conversation
    menus: frozenset[Menu] = frozenset()
    where: Where = Where.PRIVATE
    typed: bool = True
    of_page: bool = False

    def stands_in(self, menu: str) -> bool:
        """Whether it is in this menu: in a group's what is typed there, in a person's what is theirs."""
        if menu == NEW_GROUP:
            return self.where is Where.GROUP
        if menu == GROUP:
            return self.typed and self.where is not Where.PRIVATE
        return not self.menus.isdisjoint(Menu(menu).roles)


@dataclass(frozen=True, slots=True)
class Taps:
    """Buttons of one shape: what each `act` does; a tap without an act has the one act «».

    `outdated`: what any of them does under a card that is live no more.
    """

    kind: type[Tap]
    acts: Mapping[str, TapTaker]
    in_group: bool = False
    outdated: TapTaker | None = None


@dataclass(frozen=True, slots=True)
class CardKind:
    """A live card: what it shows, and which buttons stand on it and so may turn it.

    `shows`: things of which it shows a part, besides what it is named after; when one changes, every card of
    the kind is shown anew.
    """

    render: Renderer
    taps: tuple[type[Tap], ...] = ()
    shows: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message known by its form in a private chat, whether asked for or not: a file, a forwarded post."""

    of_this_form: Callable[[ChatMessage], bool]
    take: MessageTaker
    by_whom: Callable[[Request], Awaitable[bool]] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a person: a line of the greeting, and the buttons that fit it.

    `urgent`: it goes on now, so it stands before everything else.
    """

    line: str
    buttons: tuple[Button, ...] = ()
    urgent: bool = False


Waits = Callable[[View, Actor], Awaitable[list[Waiting]]]


@dataclass(frozen=True, slots=True)
class Feature:
    """One room's conversations.

    `words` and `files` by the kind of what was expected; `links` by how the deep link's payload begins
    (Bot API, «Deep linking»); `arrivals` are asked in order; `waits` are for the greeting.
    """

    commands: tuple[Command, ...] = ()
    taps: tuple[Taps, ...] = ()
    cards: Mapping[str, CardKind] = field(default_factory=dict)
    words: Mapping[str, WordsTaker] = field(default_factory=dict)
    files: Mapping[str, FileTaker] = field(default_factory=dict)
    links: Mapping[str, LinkTaker] = field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    waits: tuple[Waits, ...] = ()
    membership: Callable[[Request, ChatMemberUpdated], Awaitable[None]] | None = None
    migration: MessageTaker | None = None
    reopening: Conversation | None = None
