"""Which menu of commands a person has."""

from __future__ import annotations

from enum import StrEnum

from domain.people.roster import Actor, Roster, Standing


class Menu(StrEnum):
    """A menu of commands; each person's shows only theirs."""

    HEAD = "head"
    HEAD_AWAY = "head_away"
    BLOCK_HEAD = "block_head"
    OFFICER = "officer"
    ASSISTANT = "assistant"
    HEAD_ASSISTANT = "head_assistant"
    SECRETARY = "secretary"
    BLOCK_SECRETARY = "block_secretary"
    OFFICER_SECRETARY = "officer_secretary"
    UNIT = "unit"
    GUEST = "guest"
    ADMIN = "admin"
    STRANGER = "stranger"

    @property
    def roles(self) -> frozenset[Menu]:
        """Whose commands it has: a member who keeps protocols has those of the head's assistant besides.

        A head who is away has an officer's: registries, messages, reports, but nothing of the duties.
        """
        return frozenset({self, *_ROLES.get(self, ())})


_ROLES = {
    Menu.HEAD_AWAY: (Menu.OFFICER,),
    Menu.SECRETARY: (Menu.HEAD_ASSISTANT,),
    Menu.BLOCK_SECRETARY: (Menu.BLOCK_HEAD, Menu.HEAD_ASSISTANT, Menu.SECRETARY),
    Menu.OFFICER_SECRETARY: (Menu.OFFICER, Menu.HEAD_ASSISTANT, Menu.SECRETARY),
}
_OF_SECRETARIES = {Menu.BLOCK_HEAD: Menu.BLOCK_SECRETARY, Menu.OFFICER: Menu.OFFICER_SECRETARY}
# Menus of groups, beside those of people: the office's own, and one that is no office's yet.
GROUP, NEW_GROUP = "group", "new-group"
MEMBERS = frozenset({Menu.HEAD, Menu.BLOCK_HEAD, Menu.OFFICER})
ASSISTANTS = frozenset({Menu.ASSISTANT, Menu.HEAD_ASSISTANT})
ALL = frozenset(Menu)


def menu_of(actor: Actor, roster: Roster) -> Menu:
    """This person's menu: the acting head has the head's, and prepares nothing for anybody."""
    keeps = roster.keeps_protocol(actor)
    if actor.seat is not None:
        if roster.stands_aside(actor.seat):
            return Menu.HEAD_AWAY
        own = Menu(roster.capacity(actor.seat).value)
        return _OF_SECRETARIES.get(own, own) if keeps else own
    if actor.assists is not None:
        duties = roster.duties()
        heads = duties is not None and duties.seat == actor.assists
        return Menu.SECRETARY if keeps else Menu.HEAD_ASSISTANT if heads else Menu.ASSISTANT
    if actor.standing in (Standing.UNIT, Standing.GUEST):
        return Menu(actor.standing.value)
    return Menu.ADMIN if actor.admin else Menu.STRANGER
