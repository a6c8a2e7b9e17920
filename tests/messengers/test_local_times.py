"""A moment in a text, as the sandbox reads and shows it (Bot API, «HTML style», `tg-time`)."""

from __future__ import annotations

import pytest

from bot.sandbox.refusal import Refused
from bot.sandbox.telegram_html import parse, unparse


@pytest.mark.parametrize("shape", ["", ' format="r"', ' format="wDT"'])
def test_a_moment_is_kept_as_it_was_written(shape: str) -> None:
    written = f'<b>Заседание</b> · <tg-time unix="1796119200"{shape}>среда, 10:00</tg-time>'
    read = parse(written)
    assert read.text == "Заседание · среда, 10:00"
    assert read.entities[1]["type"] == "date_time" and read.entities[1]["unix_time"] == 1796119200
    assert unparse(read.text, read.entities) == written


@pytest.mark.parametrize("given", ["", ' unix="завтра"', ' unix="1" format="yesterday"'])
def test_a_moment_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(Refused):
        parse(f"<tg-time{given}>10:00</tg-time>")
