"""What there is to be tried, as the rooms say it: commands, and each act of each class of buttons."""

from __future__ import annotations

from handlers import CONVERSATIONS
from handlers.chat.feature import Where
from handlers.chat.taps import CommandTap
from tests.e2e.authority.areas import AREAS


def commands() -> set[str]:
    """Every command that can be typed."""
    return set(CONVERSATIONS.typed)


def acts() -> set[str]:
    """«prefix:act» of every button; «prefix» where a class does one thing."""
    taps = {f"{prefix}:{act}".rstrip(":") for prefix, act in CONVERSATIONS.taps}
    buttons = (name for name, one in CONVERSATIONS.commands.items() if one.where is not Where.GROUP)
    return taps | {f"{CommandTap.__prefix__}:{name}" for name in buttons}


def tried() -> set[str]:
    """Commands and «prefix:act» of everything that the table tries, or does on the way."""
    found = set()
    for states in AREAS.values():
        for row in (row for state in states for row in state.rows):
            for act in (row.act, *row.steps):
                parts = act.split(":")
                found |= {act.split()[0], parts[0], ":".join(parts[:2])}
    return found
