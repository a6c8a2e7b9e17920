"""Each person's menu of commands shows only theirs."""

from __future__ import annotations

from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.people.roster import Actor, Roster, Standing

_MENUS = {
    "head": (
        "start",
        "digest",
        "add",
        "messages",
        "meeting",
        "tasks",
        "recommendations",
        "request",
        "convene",
        "proposals",
        "propose",
        "report",
        "statistics",
        "publish",
        "roster",
        "invite",
        "absence",
        "assistant",
        "settings",
        "verify",
        "help",
    ),
    "block_head": (
        "start",
        "digest",
        "messages",
        "meeting",
        "tasks",
        "recommendations",
        "request",
        "propose",
        "proposals",
        "roster",
        "absence",
        "assistant",
        "settings",
        "verify",
        "help",
    ),
    "officer": (
        "start",
        "digest",
        "add",
        "messages",
        "meeting",
        "tasks",
        "recommendations",
        "propose",
        "proposals",
        "report",
        "publish",
        "roster",
        "absence",
        "assistant",
        "settings",
        "verify",
        "help",
    ),
    "assistant": ("start", "meeting", "propose", "help"),
    "head_assistant": ("start", "meeting", "convene", "propose", "help"),
    "unit": ("start", "tasks", "verify", "help"),
    "guest": ("start", "meeting", "verify", "help"),
    "admin": ("start", "invite", "help"),
    "stranger": ("start",),
}

COMMANDS = tuple(sorted({"bind", *(name for names in _MENUS.values() for name in names)}))
"""Every command there is; `bind` is for groups and stands in no menu."""


def menu_of(actor: Actor, profile: OfficeProfile, roster: Roster) -> str:
    """The name of this person's menu: the acting head has the head's."""
    if actor.seat is not None:
        return roster.capacity(actor.seat).value
    if actor.assists is not None:
        duties = roster.duties()
        return "head_assistant" if duties is not None and duties.seat == actor.assists else "assistant"
    if actor.standing in (Standing.UNIT, Standing.GUEST):
        return actor.standing.value
    return "admin" if actor.admin else "stranger"


def menu_commands(menu: str, texts: Texts) -> list[tuple[str, str]]:
    """Commands of a menu with their descriptions."""
    return [(name, texts(f"command-{name}")) for name in _MENUS[menu]]
