"""What the buttons of a post for citizens carry."""

from __future__ import annotations

from handlers.chat.taps import Id, Tap


class PostTap(Tap, prefix="post"):
    """An act on a post for citizens; `value` which period where the act needs one."""

    act: str
    post: Id
    value: str = ""
