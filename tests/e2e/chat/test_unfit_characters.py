"""NUL, which PostgreSQL keeps in no text, and halves of surrogate pairs: left out at the door."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messengers.outer_json import read_json
from tests.e2e.conftest import Town

ANYTHING = st.recursive(
    st.text(st.characters(exclude_categories=())) | st.integers() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("ab"), inner),
    max_leaves=8,
)


async def test_what_no_text_may_hold_is_left_out(seeded: Town) -> None:
    people, head, third = seeded, seeded.seat[1], seeded.seat[3]
    await people.say(third, "/propose Уборка\x00 сне\x00га")
    await people.press(third, "Внести")
    assert "Уборка снега" in await people.text(head, "Предложение 1 · Н. П. Ожегова")
    await people.say(third, "/messages лекарс\x00тва")
    assert "Не получилось" not in "".join(await people.read(third))
    assert await people.violations() == []


def unseen(one: str) -> bool:
    """Whether a character is not seen, or turns the direction of writing."""
    turns = unicodedata.bidirectional(one) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    control = unicodedata.category(one) in ("Cc", "Zl", "Zp") and one not in "\t\n\r"
    return turns or control or one in "\u061c\u200b\u200e\u200f\u2060\ufeff"


@given(ANYTHING)
def test_the_rest_stays_as_it_is(said: object) -> None:
    def fit(value: object) -> object:
        """The same by another way: what UTF-8 cannot carry is lost in going there and back."""
        if isinstance(value, str):
            kept = value.encode("utf-8", "ignore").decode().replace("\x00", "")
            return "".join(" " if unseen(one) else one for one in kept)
        if isinstance(value, list):
            return [fit(one) for one in value]
        return {key: fit(one) for key, one in value.items()} if isinstance(value, dict) else value

    # Two halves side by side are one character to JSON: `loads` is asked which they are.
    assert read_json(json.dumps(said)) == fit(json.loads(json.dumps(said)))


@pytest.mark.parametrize("said", ["{", "\x00", b"\xff", '"\x00"'])
def test_what_is_no_json_is_refused(said: str | bytes) -> None:
    with pytest.raises(ValueError):
        read_json(said)
