"""Ways in besides buttons: edited, forwarded and nameless words, commands in the wrong chat, forged taps."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from bot.storage.outbox.delivery import MENU
from bot.storage.outbox.tables import outbox
from bot.storage.people.tables import office_chats
from handlers import CONVERSATIONS
from tests.e2e.conftest import Town
from tests.e2e.refused import STRANGER, refused

CONVENE = "/convene 25.11.2026 15:00 каб. 12\n1. Вопрос"
# What these show is for everyone in the office's group to see.
PUBLIC = {"bind", "meeting", "roster"}


async def write(
    people: Town, person: int, text: str, *, group: bool = True, guise: str = "", forward_from: str = ""
) -> list[str]:
    """Write in the group (in the name of the `guise`) or in private; what the bot said there."""
    chat = people.group if group else person
    before = await people.newest(chat)
    more = {"as": guise, "forward_from": forward_from}
    written = {
        "from": person,
        "chat": chat,
        "text": text,
        **{key: said for key, said in more.items() if said},
    }
    await people.call("POST", "/api/messages", json=written)
    await people.settle()
    fresh = [one for one in await people.messages(chat, before) if one["from"] != person]
    return [one["text"].replace("\u00a0", " ") for one in fresh]


async def state(people: Town, chat: int) -> list[Any]:
    """A chat as it looks: nothing came and nothing was edited while this is the same."""
    return [(one["message_id"], one["edits"], one["text"]) for one in await people.messages(chat)]


async def test_an_edited_command_does_nothing(seeded: Town) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, CONVENE)
    written = next(one for one in await people.messages(head) if one["text"].startswith("/convene"))
    before, entries = await people.read(head), await people.entries()
    for text in (CONVENE.replace("25.11", "26.11"), "/invite 5", "/digest"):
        edit = {"from": head, "chat": head, "message_id": written["message_id"], "text": text}
        await people.call("POST", "/api/edits", json=edit)
        await people.settle()
    assert await people.read(head) == before
    assert await people.entries() == entries
    assert "25 ноября" in await people.last(head)


async def test_a_forwarded_command_is_nobodys_order(seeded: Town) -> None:
    people, entries = seeded, await seeded.entries()
    for person in (people.seat[1], people.seat[4], people.people["unit"]):
        for text in ("/invite 5", CONVENE, "/start", "/start AAAAAAAAAAAAAAAAAAAAAA"):
            said = await write(people, person, text, group=False, forward_from="Кто-то")
            assert said == ["Пересланная команда не выполняется: её написал кто-то другой. Наберите её сами."]
    stranger = people.people["stranger"]
    assert await write(people, stranger, "/roster", group=False, forward_from="Кто-то") == [STRANGER]
    assert await people.entries() == entries
    # Other words that are passed on are a citizen's post.
    assert await write(people, people.seat[9], "Нет света", group=False, forward_from="Кто-то") != []


@pytest.mark.parametrize("by", ["via_bot", "sender_business_bot"])
async def test_a_command_that_another_bot_wrote_is_nobodys_order(seeded: Town, by: str) -> None:
    """Bot API, Message: picked from an inline bot's results; sent by a business bot in a person's name."""
    people, head, entries = seeded, seeded.seat[1], await seeded.entries()
    assert people.world is not None
    bot = {"id": 7, "is_bot": True, "first_name": "Другой", "username": "another_bot"}
    sender = {"id": head, "is_bot": False, "first_name": "Имя"}
    places = {head: "private", people.group: "supergroup"}
    for where, kind in places.items():
        for text in ("/bind", CONVENE, "/meeting"):
            before = await people.newest(where)
            chat = {"id": where, "type": kind, "title": "x", "first_name": "x"}
            said = {"message_id": 1, "date": 1_795_000_000, "chat": chat, "from": sender, "text": text}
            people.world.updates.add("message", {**said, by: bot})
            await people.settle()
            (answer,) = [one["text"] for one in await people.messages(where, before)]
            assert "составил другой бот" in answer, (where, text)
    assert await people.entries() == entries
    assert await people.violations() == []


async def test_a_command_without_a_face_is_not_obeyed(seeded: Town) -> None:
    people, head, entries = seeded, seeded.seat[1], await seeded.entries()
    for guise in ("group", "channel"):
        for text in ("/bind", "/meeting", CONVENE, f"/roster@{'mcu_sandbox_bot'}"):
            said = await write(people, head, text, guise=guise)
            assert len(said) == 1 and "не видно, кем" in said[0] and refused(said[0]), (guise, text)
        assert await write(people, head, "всем привет", guise=guise) == []
        assert await write(people, head, "/ban@another_bot", guise=guise) == []
    for text in ("/bind", "/roster", "привет"):
        assert await write(people, head, text, guise="bot") == []
    assert await people.entries() == entries
    assert await people.violations() == []


async def test_an_administrator_of_the_group_has_the_rights_of_their_seat(seeded: Town) -> None:
    people, head, group = seeded, seeded.seat[1], seeded.group
    await people.say(head, "/roster")
    await people.press(head, "1")
    await people.press(head, "Отвязать чат")
    # Still an administrator of the group, but nobody in the office.
    entries = await people.entries()
    assert await write(people, head, "/bind") == []
    for text in ("/meeting", "/roster", CONVENE):
        assert await write(people, head, text) == [STRANGER]
    card = await people.newest(group)
    assert (await people.tap(head, group, card, "meet:open:1:0"))["answer"] == STRANGER
    assert await people.entries() == entries


async def test_what_is_a_persons_own_is_not_shown_in_the_group(seeded: Town) -> None:
    people, head, entries = seeded, seeded.seat[1], await seeded.entries()
    for name in CONVERSATIONS.typed:
        said = await write(people, head, f"/{name}")
        if name not in PUBLIC:
            assert len(said) == 1 and refused(said[0]) and "личн" in said[0], (name, said)
    assert await people.entries() == entries + 1  # the group was bound
    assert await write(people, people.people["stranger"], "/start") == [STRANGER]
    assert await write(people, people.seat[4], "/start@another_bot") == []
    assert await people.violations() == []


async def test_a_private_button_does_nothing_in_the_group(seeded: Town) -> None:
    people, head, group = seeded, seeded.seat[1], seeded.group
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    card, before, entries = await people.newest(group), await state(people, group), await people.entries()
    for data in (
        "go:start",
        "go:help",
        "go:digest",
        "go:invite",
        "digest:open:1",
        "msg:reveal:1:",
        "reg:open:1",
        "task:open:1:",
        "prop:list:0:0",
        "invite:seat:5",
        "seat:show:3",
        "set:off:0",
        "post:confirm:1:",
        "prot:sign:1:0",
        "draft:page:1:agenda",
    ):
        shown = await people.tap(head, group, card, data)
        assert shown["alert"] is True and "личный чат" in shown["answer"], data
    assert await state(people, group) == before
    assert await people.entries() == entries


FORGED = (
    "meet:open:99999999999999999999999999:0",
    "meet:back:-1:0",
    "vote:1:1:1:maybe",
    "vote:1:1",
    "vote_for_1",
    "prot:sign:9223372036854775808:0",
    "digest:page:99999999999999999999",
    "digest:export:overdue",
    "digest:section:overdue",
    "digest:block:infrastructure",
    "reg:clear:",
    "fig:proposed:spike",
    "past:page:5",
    "set:preset:99",
    "absence",
    "go:nowhere",
    "🙂" * 12,
    "\u202emeet:in:1:0",
    "x" * 600,
)


@pytest.mark.long
@pytest.mark.parametrize("who", ["head", "member", "stranger"])
async def test_a_forged_tap_is_refused_and_breaks_nothing(seeded: Town, who: str) -> None:
    people, head = seeded, seeded.seat[1]
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    person = {"head": head, "member": people.seat[4], "stranger": people.people["stranger"]}[who]
    await people.say(person, "/start")
    chats = [person, people.group]
    under = [(chat, await people.newest(chat)) for chat in chats]
    if who != "stranger":
        # Cards of other kinds than the button's own.
        for command in ("/meeting", "/tasks", "/settings"):
            await people.say(person, command)
            under.append((person, await people.newest(person)))
    before, entries = [await state(people, chat) for chat in chats], await people.entries()
    with capture_logs() as logs:
        for chat, card in under:
            for data in FORGED:
                shown = await people.tap(person, chat, card, data)
                assert shown["alert"] is True and refused(shown["answer"]), (data, shown)
                if who == "stranger":
                    assert shown["answer"] == STRANGER, data
    assert [entry for entry in logs if entry["log_level"] in ("error", "critical")] == []
    assert [await state(people, chat) for chat in chats] == before
    assert await people.entries() == entries
    assert await people.violations() == []


async def test_a_group_that_is_not_the_offices_learns_nothing(seeded: Town) -> None:
    people, head, group = seeded, seeded.seat[1], seeded.group
    former = -1_009
    await people.say(head, CONVENE)
    await people.press(head, "Разослать")
    async with people.behind_its_back() as connection:
        cards = update(outbox).where(outbox.c.chat_id == group, outbox.c.kind != MENU)
        await connection.execute(cards.values(chat_id=former))
        await connection.execute(update(office_chats).values(chat_id=former))
    for command in ("/roster", "/meeting", "/messages"):
        assert await write(people, people.seat[4], command) == [
            "Эта группа — не чат проектного офиса, поэтому здесь ничего не показывается. Наберите команду в "
            "личном чате с ботом или в группе офиса; руководитель может сделать чатом офиса эту группу: /bind"
        ]
    assert await write(people, people.people["stranger"], "/roster") == [STRANGER]
    said = await write(people, head, "/bind")
    assert "чат проектного офиса" in said[0] and "Заседание" in said[1]
    assert "Состав проектного офиса" in (await write(people, people.seat[4], "/roster"))[0]
    async with people.behind_its_back() as connection:
        live = select(func.count()).select_from(outbox).where(outbox.c.chat_id == former, outbox.c.live)
        assert await connection.scalar(live) == 0
    assert await people.violations() == []
