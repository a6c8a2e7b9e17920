"""What the buttons of papers carry."""

from __future__ import annotations

from typing import Literal

from handlers.chat.taps import Id, Key, Number, Tap


class ProtocolTap(Tap, prefix="prot"):
    """An act on a protocol; `value` an item where the act needs one."""

    act: str
    protocol: Id
    value: Number = 0


class VerifyTap(Tap, prefix="verify"):
    """«Отмена» where a paper to be checked is asked for."""


class DispatchTap(Tap, prefix="disp"):
    """An act on a signed paper that goes to units: `paper` and `number` are its entity."""

    act: str
    paper: Literal["protocol", "correction"]
    number: Id
    unit: Key | Literal[""] = ""
