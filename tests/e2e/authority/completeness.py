"""What there is to be tried, read from the code: commands, classes of buttons, and each act of each class."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

import handlers
from domain.protocols.rewording import Passage
from handlers.chat import taps
from tests.e2e.authority.areas import AREAS

CLASSES = [
    one
    for one in vars(taps).values()
    if inspect.isclass(one) and issubclass(one, CallbackData) and one is not CallbackData
]
# The field that says what a button does; a vote does one thing.
_NAMES = ("act", "name", "kind")
_BY_ACT = ("_ACTS", "_STEPS")


def commands() -> set[str]:
    """Every command that a router listens to."""
    return {
        str(name)
        for router in _routers(handlers.build_router())
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
        for name in one.callback.commands
    }


def acts() -> set[str]:
    """«prefix:act» of every button that a router listens to; «prefix» where a class does one thing."""
    found = set()
    for router in _routers(handlers.build_router()):
        for handler in router.callback_query.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, CallbackQueryFilter):
                    module = sys.modules[inspect.unwrap(handler.callback).__module__]
                    found |= set(_acts_of(one.callback, module))
    return found


def tried() -> set[str]:
    """Commands and «prefix:act» of everything that the table tries, or does on the way."""
    found = set()
    for states in AREAS.values():
        for row in (row for state in states for row in state.rows):
            for act in (row.act, *row.steps):
                parts = act.split(":")
                found |= {act.split()[0], parts[0], ":".join(parts[:2])}
    return found


def _routers(router: Router) -> Iterator[Router]:
    yield router
    for one in router.sub_routers:
        yield from _routers(one)


def _acts_of(accepts: CallbackQueryFilter, module: Any) -> Iterator[str]:
    taps_class = accepts.callback_data
    prefix = taps_class.__prefix__
    field = next((name for name in _NAMES if name in taps_class.model_fields), None)
    if field is None:
        yield prefix
        return
    for word in _words(module, field) if accepts.rule is None else _every_word():
        made = taps_class.model_construct(None, **{field: word})
        if accepts.rule is None or _takes(accepts.rule, made):
            yield f"{prefix}:{word}"


def _takes(rule: Any, made: CallbackData) -> bool:
    try:
        return bool(rule.resolve(made))
    except AttributeError:  # the rule looks at another field as well
        return False


def _words(module: Any, field: str) -> set[str]:
    """What a handler of every act compares with, or looks its act up in."""
    for name in _BY_ACT:
        if name in vars(module):
            return set(vars(module)[name])
    return {
        constant.value
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Compare) and _is(node.left, field)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    }


def _is(node: ast.expr, field: str) -> bool:
    return isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node).rpartition(".")[2] == field


@cache
def _every_word() -> set[str]:
    folder = Path(taps.__file__).parents[1]
    return {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 16
    } | {passage.value for passage in Passage}
