"""What a messenger's clients cannot show is shown plainly or left out."""

from __future__ import annotations

from bot.delivery.calls import keyboard
from bot.messengers.telegram import TELEGRAM
from domain.office.abilities import Abilities
from domain.office.outbox import Button, Screen, Tone

BALLOTS = (
    Button("За", "vote:for", tone=Tone.GOOD),
    Button("Против", "vote:against", tone=Tone.BAD),
    Button("Воздержался", "vote:abstain"),
)
CLOSED = tuple(Button(one.text, tone=one.tone, idle=True) for one in BALLOTS)
NEXT = (Button("Следующий вопрос", "next"),)
FOLDED = (
    "Вопрос 1\n<blockquote expandable>1. Уборка снега</blockquote>"
    ' в <tg-time unix="1796119200">10:00</tg-time>'
)


def test_telegram_colours_votes_and_disables_closed_ones() -> None:
    shown = keyboard(TELEGRAM.shown(Screen(FOLDED, (BALLOTS, CLOSED))))
    assert shown is not None
    going_on, closed = shown.inline_keyboard
    assert [one.style for one in going_on] == ["success", "danger", None]
    assert [one.callback_data for one in going_on] == ["vote:for", "vote:against", "vote:abstain"]
    assert all(one.disabled is not None and one.callback_data is None for one in closed)
    assert TELEGRAM.shown(Screen(FOLDED)).text == FOLDED


def test_without_any_means_the_words_and_live_buttons_are_left() -> None:
    shown = Abilities().shown(Screen(FOLDED, (BALLOTS, CLOSED, NEXT)))
    assert shown.text == "Вопрос 1\n1. Уборка снега в 10:00"
    bare = tuple(Button(one.text, one.data) for one in BALLOTS)
    assert shown.rows == (bare, NEXT)
