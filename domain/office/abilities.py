"""What a messenger's clients can show; what they cannot is shown plainly or left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from domain.office.outbox import Button, Screen, Tone

_QUOTE = re.compile(r"</?blockquote[^>]*>")
_TIME = re.compile(r"</?tg-time[^>]*>")


@dataclass(frozen=True, slots=True)
class Abilities:
    """Each is a means of its own, so that a messenger, or an older server of one, may have some of them."""

    coloured_buttons: bool = False
    idle_buttons: bool = False
    quotes: bool = False
    reactions: bool = False
    local_times: bool = False
    """A moment, shown in the office's zone, is told in the reader's own when it is tapped."""
    aside: bool = False
    """An answer in a group can be shown to the one who asked, and to nobody else."""

    def shown(self, screen: Screen) -> Screen:
        """The screen by the means that there are."""
        text = screen.text if self.quotes else _QUOTE.sub("", screen.text)
        text = text if self.local_times else _TIME.sub("", text)
        rows = (tuple(map(self._plain, filter(self._has, row))) for row in screen.rows)
        return replace(screen, text=text, rows=tuple(row for row in rows if row))

    def _has(self, button: Button) -> bool:
        return self.idle_buttons or not button.idle

    def _plain(self, button: Button) -> Button:
        return button if self.coloured_buttons else replace(button, tone=Tone.USUAL)
