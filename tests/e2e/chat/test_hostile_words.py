"""Words and file names with every Unicode trap, typed where a conversation waits for them."""

from __future__ import annotations

import json
import re

import pytest
from structlog.testing import capture_logs

from bot.messengers.outer_json import read_json
from tests.e2e.conftest import Town
from tests.e2e.people.test_people_day import token
from tests.e2e.people.test_ways_in import CONVENE
from tests.e2e.refused import refused

# What no text of the bot may hold: it cannot be kept, cannot be seen, or shows other words than it is.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
TRAPS = (
    "\u200b" * 40,
    "\ufeff\u2060",
    "за\x00втра",
    "\u202eвиторп\u202c",
    "e" + "\u0301" * 4095,
    "👩\u200d👩\u200d👧 " * 300,
    "<b>место 1</b> & <script>",
    "{ $name } %s {0}",
    "ы" * 4096,
)
FILE_NAMES = (
    "../../etc/passwd",
    "C:\\windows\\system.ini",
    "\u202egpj.exe",
    "a" * 250 + ".pdf",
    "место\u2067 1.pdf",
    "<b>смета</b>.pdf",
)


async def fit(people: Town, person: int) -> None:
    """Everything the bot has said is to be read and kept."""
    for text in await people.read(person):
        assert UNSEEN.search(text) is None, ascii(text)
        assert 0 < len(text.encode("utf-16-le")) // 2 <= 4096


async def test_a_newcomers_name_is_letters_alone(seeded: Town) -> None:
    people, head, newcomer = seeded, seeded.seat[1], seeded.people["stranger"]
    link = await token(people, head, "/invite 3")
    await people.say(newcomer, f"/start {link}")
    with capture_logs() as logs:
        for trap in TRAPS:
            await people.say(newcomer, f"1 {trap}"[:4096])
            assert refused(await people.last(newcomer)), ascii(trap[:20])
        await people.say(newcomer, "\u202eНеволин\u200b Егор\x00 \u2066Маркович\ufeff")
    assert [one for one in logs if one["log_level"] == "error"] == []
    assert "Неволин Егор Маркович" in await people.last(head)
    await fit(people, newcomer)
    await fit(people, head)
    assert await people.violations() == []


@pytest.mark.long
@pytest.mark.parametrize("what", ["question", "place", "decision"])
async def test_an_agenda_shows_what_was_typed_as_text(seeded: Town, what: str) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, CONVENE)
    asked = "draft:ask:1:place" if what == "place" else f"draft:ask:1:{what}-1"
    with capture_logs() as logs:
        for trap in TRAPS:
            card = [one for one in await people.messages(head) if one["buttons"]][-1]["message_id"]
            shown = await people.tap(head, head, card, asked)
            assert not refused(shown["answer"] or ""), shown
            before = await people.newest(head)
            await people.say(head, f"я {trap}"[:4096])
            assert len(await people.read(head, before)) == 1, ascii(trap[:20])
    assert [one for one in logs if one["log_level"] == "error"] == []
    await fit(people, head)
    assert await people.violations() == []


async def test_words_that_are_not_to_be_seen_are_no_words(seeded: Town) -> None:
    people, member = seeded, seeded.seat[4]
    await people.say(member, "/propose")
    for trap in TRAPS[:2]:
        await people.say(member, f"\u200b{trap}")
        assert refused(await people.last(member))


async def test_a_files_name_is_a_name(seeded: Town) -> None:
    people, head, officer = seeded, seeded.seat[1], seeded.seat[9]
    await people.say(head, CONVENE)
    card = await people.newest(head)
    await people.tap(head, head, card, "draft:page:1:materials-1")
    with capture_logs() as logs:
        for name in FILE_NAMES:
            await people.send_file(head, name, b"%PDF-1.4 hostile")
            before = await people.newest(officer)
            await people.send_file(officer, name, b"no registry at all")
            assert await people.read(officer, before) != []
    assert [one for one in logs if one["log_level"] == "error"] == []
    await fit(people, head)
    await fit(people, officer)
    card = await people.newest(head)
    await people.tap(head, head, card, "draft:page:1:preview")
    await people.press(head, "Разослать")
    before = await people.newest(head)
    await people.press(head, "Материалы")
    assert len(await people.files(head, before)) == len(FILE_NAMES)
    assert await people.violations() == []


def test_half_of_a_surrogate_pair_is_left_out_and_emoji_stay() -> None:
    sent = '{"text": "до\\ud800после", "entities": [], "emoji": "\\ud83d\\ude00", "n": [1, "\\u0000"]}'
    assert read_json(sent) == {"text": "допосле", "entities": [], "emoji": "😀", "n": [1, ""]}
    assert read_json(sent.encode()) == read_json(sent)
    assert read_json(json.dumps({"a": "👩\u200d👧"})) == {"a": "👩\u200d👧"}
