"""Every kind of entry of the log is called by words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.localisation import LANGUAGES, Locale
from bot.profiles import load_profile
from domain.meetings.agenda import Removal
from domain.tasks.task import StepKind

_ROOTS = ("bot", "domain", "handlers", "jobs")
# What a room's own word for an entry puts before its kind: the method's name and the file it stands in.
_PREFIXES = {
    "meetings": ("meeting-", ("act", "act_of_chair")),
    "requests": ("materials-", ("_act",)),
    "proposals": ("proposal-", ("_act",)),
    "posts": ("", ("_send",)),
}


def kinds() -> set[str]:
    """Kinds as the code writes them, and those that it makes of the words of an enumeration."""
    found = {f"task-{step.value.replace('_', '-')}" for step in StepKind}
    found |= {f"meeting-item-{one.value}" for one in Removal}
    for root in _ROOTS:
        for path in Path(root).rglob("*.py"):
            found |= set(_written(path))
    return found


def _written(path: Path) -> Iterator[str]:
    room = path.parent.name if path.parts[0] == "domain" else ""
    prefix, methods = _PREFIXES.get(room, ("", ()))
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        before = "" if called == "Act" else prefix if called in methods else None
        for argument in node.args if before is not None else ():
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                if called == "Act" and argument is not node.args[0]:
                    break
                yield f"{before}{argument.value}"


def test_every_kind_of_entry_has_its_words() -> None:
    written = kinds()
    assert len(written) > 150
    for language in LANGUAGES:
        texts = Locale(language, load_profile().time_zone)
        named = {key.removeprefix("entry-") for key in texts.keys("entry-")}
        assert (written - named, named - written) == (set(), set())
