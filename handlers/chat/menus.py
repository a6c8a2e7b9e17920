"""Which menu of commands a person has."""

from __future__ import annotations

from enum import StrEnum

from domain.people.roster import Actor, Roster, Standing


class Menu(StrEnum):
    """A menu of commands; each person's shows only theirs."""

    HEAD = "head"
    BLOCK_HEAD = "block_head"
    OFFICER = "officer"
    ASSISTANT = "assistant"
    HEAD_ASSISTANT = "head_assistant"
    UNIT = "unit"
    GUEST = "guest"
    ADMIN = "admin"
    STRANGER = "stranger"


# Menus of groups, beside those of people: the office's own, and one that is no office's yet.
GROUP, NEW_GROUP = "group", "new-group"
MEMBERS = frozenset({Menu.HEAD, Menu.BLOCK_HEAD, Menu.OFFICER})
ASSISTANTS = frozenset({Menu.ASSISTANT, Menu.HEAD_ASSISTANT})
ALL = frozenset(Menu)


def menu_of(actor: Actor, roster: Roster) -> Menu:
    """This person's menu: the acting head has the head's."""
    if actor.seat is not None:
        return Menu(roster.capacity(actor.seat).value)
    if actor.assists is not None:
        duties = roster.duties()
        heads = duties is not None and duties.seat == actor.assists
        return Menu.HEAD_ASSISTANT if heads or roster.keeps_protocol(actor) else Menu.ASSISTANT
    if actor.standing in (Standing.UNIT, Standing.GUEST):
        return Menu(actor.standing.value)
    return Menu.ADMIN if actor.admin else Menu.STRANGER
