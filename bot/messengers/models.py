"""aiogram's models, each built when it is first used.

aiogram builds the validators of all its 590 models while it is imported: four fifths of the time that takes,
and 100 MB for good. An office uses a tenth of them. The models say themselves that they may be built later
(`defer_build`); what they refer to is known by name to aiogram's package alone, so its names are kept with
each of them.
"""

from __future__ import annotations

import sys
from typing import Any

from pydantic import BaseModel


def load_as_needed() -> None:
    """Import aiogram, and build what every update consists of; nothing where it has been imported already."""
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}
    build = BaseModel.__dict__["model_rebuild"]

    def keep_names(
        model: type[BaseModel], /, *, _types_namespace: dict[str, Any] | None = None, **others: Any
    ) -> None:
        names.update(_types_namespace or {})

    BaseModel.model_rebuild = classmethod(keep_names)  # type: ignore[method-assign, assignment]
    try:
        from aiogram import methods, types  # noqa: PLC0415
        from aiogram.methods.base import Response  # noqa: PLC0415
    finally:
        BaseModel.model_rebuild = build  # type: ignore[method-assign]
    for model in (*vars(types).values(), *vars(methods).values(), Response):
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.__pydantic_parent_namespace__ = names
    for model in (types.Chat, types.Message, types.CallbackQuery, types.Update):  # what one is made of first
        model.model_rebuild()
