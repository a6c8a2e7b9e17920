"""Citizens' messages: digests, the registry, a message, its term, by hand, from files (п. 3.2–3.4).

A message is acted on by the head of its block, by the officer of its channel and by the office's head.
"""

from __future__ import annotations

import json

from bot.profiles import load_profile
from bot.sandbox.exports import made_up_exports
from domain.imports.understanding import Question
from tests.e2e.authority.stage import Stage
from tests.e2e.authority.table import (
    HEAD,
    MEMBERS,
    NOBODY,
    OFFICERS,
    OFFICERS_ASSISTANT,
    Roles,
    Row,
    State,
    after,
    rows,
)
from tests.registries.test_sample import xlsx

# Of the block of roads, from «Инцидент менеджмент»; an appeal of the block of construction.
ITS_PEOPLE: Roles = frozenset({1, 4, 9})
APPEALS: Roles = frozenset({1, 6, 8})
# The profile shows applicants to the head and the officers.
REVEALING: Roles = frozenset({1, 8, 9})
REVEALED: Roles = ITS_PEOPLE & REVEALING
BRING_IN: Roles = HEAD | OFFICERS

OPENED = ("digest:open:{message}",)
MESSAGE = (
    *rows(
        ITS_PEOPLE,
        ("opened from the digest", "digest:open:{message}"),
        ("from the registry", "reg:open:{message}"),
    ),
    *after(
        OPENED,
        (
            *rows(
                ITS_PEOPLE,
                ("answered", "msg:done:{message}:", "message-answered"),
                ("its blocks", "msg:page:{message}:blocks"),
                ("another block for good", "msg:pass:{message}:social", "message-assigned"),
                ("another unit", "msg:unit:{message}:transport", "message-unit"),
                ("its block remembered", "msg:keep:{message}:", "topic-remembered"),
                ("a reason", "msg:reason:{message}:works-needed", "delay-explained"),
                ("a reason asked", "msg:reason:{message}:own"),
                ("onto the agenda", "msg:raise:{message}:", "message-proposed"),
                ("folded", "msg:close:{message}:"),
                ("days of the answer", "ans:days:{message}:"),
                ("answered on a day", "ans:day:{message}:2026-11-23", "message-answered"),
                ("its moment asked", "ans:own:{message}:"),
                ("raised importance", "msg:important:{message}:", "importance-marked"),
                ("an interim answer", "msg:interim:{message}:", "interim-answered"),
                ("the template of its answer", "msg:template:{message}:"),
                ("other words for the answer", "msg:template-own:{message}:"),
                ("a repeated one", "ans:quality:{message}:repeated", "answer-judged"),
            ),
            # The block's head is asked first: it cannot be taken back. The others may still act on it.
            Row("another block", ITS_PEOPLE, "msg:block:{message}:social", alone=True),
            *rows(REVEALED, ("the way to the applicant", "msg:reveal:{message}:", "page-link-given")),
        ),
    ),
    Row(
        "a reason in words",
        ITS_PEOPLE,
        "Ждём подрядчика",
        (*OPENED, "msg:reason:{message}:own"),
        "delay-explained",
    ),
    Row("an answer in words", ITS_PEOPLE, "Работы идут", (*OPENED, "msg:template-own:{message}:")),
    Row(
        "kept for the topic",
        ITS_PEOPLE,
        "msg:template-keep:{message}:",
        (*OPENED, "msg:template-own:{message}:", "Ваше сообщение {{номер}} получено"),
        "template-kept",
    ),
    Row(
        "answered at a moment",
        ITS_PEOPLE,
        "23.11.2026 09:30",
        (*OPENED, "ans:own:{message}:"),
        "message-answered",
    ),
    *rows(
        NOBODY,
        ("a message that is not", "msg:done:999999:"),
        ("opened that is not", "digest:open:999999"),
        ("called back unanswered", "msg:reopen:{message}:"),
        ("files that are not", "msg:files:{message}:"),
        ("a result before the answer", "ans:result:{message}:solved"),
        ("refuted before the answer", "msg:refuted:{message}:"),
        ("sent on though no appeal", "term:forward:{message}:"),
    ),
)

TERMS = (
    *after(
        ("digest:open:{appeal}",),
        (
            *rows(
                APPEALS,
                ("a longer term", "term:extend:{appeal}:"),
                ("by so many days", "term:amount:{appeal}:10"),
                ("sent on", "term:forward:{appeal}:"),
                ("sent on today", "term:sent:{appeal}:today"),
            ),
            Row("the citizen told", APPEALS, "term:told:{appeal}:today", ("term:amount:{appeal}:10",)),
            Row(
                "extended",
                APPEALS,
                "term:reason:{appeal}:works-needed",
                ("term:amount:{appeal}:10", "term:told:{appeal}:today"),
                "term-extended",
            ),
        ),
    ),
    # An appeal that came today and is not registered yet; it is of no block, so of its officer and the head.
    *after(
        ("digest:open:{fresh}",),
        rows(
            {1, 8},
            ("its registration", "term:register:{fresh}:"),
            ("registered today", "term:registered:{fresh}:today", "%register%"),
            ("its number asked", "msg:number:{fresh}:"),
        ),
    ),
    Row(
        "its number",
        frozenset({1, 8}),
        "331-А",
        ("digest:open:{fresh}", "msg:number:{fresh}:"),
        "message-numbered",
    ),
    Row(
        "handled as an appeal",
        frozenset({1, 4, 8}),
        "term:appeal:{pos}:",
        ("digest:open:{pos}",),
        "handled-as-appeal",
    ),
)

ANSWERED = (
    *after(
        OPENED,
        rows(
            ITS_PEOPLE,
            ("called back", "msg:reopen:{message}:", "message-reopened"),
            ("its result", "ans:result:{message}:solved", "answer-result"),
            ("no answer at all", "ans:quality:{message}:formal", "answer-judged"),
        ),
    ),
    *rows(NOBODY, ("answered again", "msg:done:{message}:")),
)

LISTS = (
    *after(
        ("/digest",),
        rows(
            MEMBERS,
            ("what is overdue", "digest:section:overdue"),
            ("another page", "digest:page:0"),
            ("ticks", "digest:assign:-"),
            ("the list as a table", "digest:export:overdue", "messages-exported"),
            ("empty digests muted", "digest:mute:yes", "digest-muted"),
        ),
    ),
    *after(
        ("/digest", "digest:assign:-"),
        rows(
            MEMBERS,
            ("ticked", "digest:tick:{nobodys}"),
            ("for the topics", "digest:keep:-"),
            ("not assigned", "digest:back:-"),
        ),
    ),
    # What is nobody's goes to a block by the word of the head and of the channel's officer.
    Row(
        "assigned together",
        frozenset({1, 8}),
        "digest:block:social",
        ("/digest", "digest:assign:-", "digest:tick:{nobodys}"),
        "message-assigned",
    ),
    *after(
        ("/messages",),
        (
            *rows(
                MEMBERS,
                ("another page of the registry", "reg:page:1"),
                ("the choice of a topic", "reg:menu:topic"),
                ("words asked", "reg:find:"),
                ("every filter taken away", "reg:clear:"),
                ("the registry as a table", "reg:export:", "messages-exported"),
                ("by section", "reg:section:overdue"),
                ("by block", "reg:block:infrastructure"),
                ("by channel", "reg:channel:incident"),
                ("by unit", "reg:unit:dorogi"),
            ),
            Row("by topic", MEMBERS, "reg:topic:0", ("reg:menu:topic",)),
            # On the page alone, as the shipped profile has it.
            Row("links of what is nobody's", NOBODY, "reg:reveal:"),
            Row("ticks instead of numbers", MEMBERS, "reg:ticks:"),
            Row("one ticked", MEMBERS, "reg:tick:{message}", ("reg:ticks:",)),
            Row("those ticked", MEMBERS, "reg:chosen:", ("reg:ticks:", "reg:tick:{message}")),
            Row("all of the list", MEMBERS, "reg:all:", ("reg:ticks:",), alone=True),
            Row("by words", MEMBERS, "снег", ("reg:find:",)),
        ),
    ),
)

# Dealt with by whoever has chosen them; whether each message is theirs is looked at one by one.
HAS_TICKED: Roles = frozenset({4})
AT_ONCE = (
    *rows(
        HAS_TICKED,
        ("what is done to several", "many:do:{several}:reason"),
        ("several left as they are", "many:cancel:{several}:"),
    ),
    Row("a reason for several", HAS_TICKED, "many:value:{several}:no-money", ("many:do:{several}:reason",)),
    Row("words for several", HAS_TICKED, "many:value:{several}:own", ("many:do:{several}:reason",)),
    Row(
        "several answered",
        HAS_TICKED,
        "many:confirm:{several}:",
        ("many:do:{several}:answered",),
        "several-confirmed",
    ),
    *rows(NOBODY, ("several confirmed before it is known what", "many:confirm:{several}:")),
)

# Ten messages of one street; who deals with them is who may deal with each.
INCIDENT = (
    *rows(
        ITS_PEOPLE,
        ("an incident opened", "inc:show:{incident}"),
        ("gathered", "inc:gather:{incident}", "incident-gathered"),
        ("declined", "inc:decline:{incident}", "incident-declined"),
    ),
    *after(
        ("inc:show:{incident}",),
        rows(
            ITS_PEOPLE, ("its messages", "inc:page:{incident}:0"), ("back from them", "inc:back:{incident}")
        ),
    ),
    *rows(
        NOBODY,
        ("answered before it is gathered", "inc:answered:{incident}"),
        ("taken apart before", "inc:yes:{incident}"),
        ("an incident that is not", "inc:show:77"),
        ("out of none", "msg:apart:{message}:"),
    ),
)

GATHERED = (
    *after(
        ("inc:show:{incident}",),
        rows(
            ITS_PEOPLE,
            ("all of it answered", "inc:answered:{incident}"),
            ("a reason for all of it", "inc:reason:{incident}"),
            ("a unit for all of it", "inc:unit:{incident}"),
            ("another block for all of it", "inc:block:{incident}"),
            ("the template of its answer", "inc:template:{incident}"),
            ("other words for its answer", "inc:template-own:{incident}"),
            ("taken apart asked", "inc:apart:{incident}"),
            ("taken apart", "inc:yes:{incident}", "incident-apart"),
        ),
    ),
    Row(
        "its answer in words",
        ITS_PEOPLE,
        "Работы идут",
        ("inc:show:{incident}", "inc:template-own:{incident}"),
    ),
    Row(
        "its answer kept for the topic",
        ITS_PEOPLE,
        "inc:template-keep:{incident}",
        ("inc:show:{incident}", "inc:template-own:{incident}", "Тепло дадут {{дата}}"),
        "template-kept",
    ),
    *after(
        ("digest:open:{of_incident}",),
        rows(
            ITS_PEOPLE,
            ("its incident", "msg:incident:{of_incident}:"),
            ("out of it", "msg:apart:{of_incident}:", "incident-left"),
        ),
    ),
    *rows(NOBODY, ("gathered again", "inc:gather:{incident}")),
)

BY_HAND = after(
    ("/add",),
    (
        *rows(
            BRING_IN,
            ("its channel", "add:channel:social"),
            ("its text asked", "add:ask:text"),
            ("no number", "add:skip:number"),
            ("today", "add:day:today"),
            ("given up", "add:cancel:"),
        ),
        Row(
            "brought in",
            BRING_IN,
            "add:done:",
            ("add:channel:social", "add:ask:text", "Во дворе темно", "add:day:today"),
            "message-brought-in",
        ),
    ),
)

FILES = (
    *rows(
        {1, 9},
        ("applied", "import:apply:{own}:", "import-confirmed"),
        ("given up", "import:cancel:{own}:", "import-cancelled"),
        ("what the assistant sent applied", "import:apply:{sent}:", "import-confirmed"),
    ),
    *rows(
        {1, 9},
        ("every word of the registry taken", "import:take-all:{own}:", "registry-preferred"),
        ("every word of ours kept", "import:keep-all:{own}:", "registry-preferred"),
    ),
    # Pages of a card are turned on the card of whoever sent the file.
    *rows(
        {9},
        ("its conflicts", "import:conflicts:{own}:0"),
        ("its preview", "import:preview:{own}:"),
        ("its columns", "import:columns:{own}:"),
        ("what is missing in it", "import:gone:{own}:"),
    ),
    *rows(
        {1, 9, OFFICERS_ASSISTANT},
        ("what the assistant sent given up", "import:cancel:{sent}:", "import-cancelled"),
    ),
    *rows(
        NOBODY,
        ("a file that is not", "import:apply:77:"),
        ("another channel of a file that is not", "import:other:77:"),
        ("what is nobody's before it is applied", "import:unassigned:{own}:"),
        ("a channel not asked", "import:channel:{own}:incident"),
        ("a conflict that is not", "import:take:{own}:1"),
        ("no unreadable rows", "import:bad:{sent}:"),
        ("what is open of it before it is applied", "import:open:{own}:"),
        ("taken back before it is applied", "import:undo:{own}:"),
        ("a column that it has not", "ask:column:{own}:00000000"),
        ("an answer that nobody asked for", "ask:answer:{own}:00000000:0"),
    ),
)

ASKING = (
    *rows(
        {9},
        ("a column shown", "ask:column:{asking}:{column}"),
        ("a column named", "ask:answer:{asking}:{column}:0", "import-understood"),
    ),
    *rows(NOBODY, ("an answer that is not", "ask:answer:{asking}:{column}:999")),
)

APPLIED = (
    *rows(
        {1, 9},
        ("what is open of it", "import:open:{own}:"),
        ("taken back", "import:undo:{own}:", "import-undo-asked"),
    ),
    *rows(NOBODY, ("applied again", "import:apply:{own}:"), ("every word kept", "import:keep-all:{own}:")),
)


async def morning(stage: Stage) -> None:
    """Messages that wait, of several blocks and channels."""
    open_one = (
        "SELECT min(id) FROM messages WHERE answered_at IS NULL AND topic <> '' AND unit IS NOT NULL AND "
    )
    for name, where in (
        ("message", "block = 'infrastructure' AND channel = 'incident'"),
        ("appeal", "block = 'construction' AND channel = 'appeal' AND deadline_at > '2026-11-25'"),
        ("pos", "block = 'infrastructure' AND channel = 'pos'"),
    ):
        stage.names[name] = await stage.one(open_one + where)
    nobodys = "answered_at IS NULL AND block IS NULL AND channel = 'upravlyaem'"
    stage.names["nobodys"] = await stage.one(f"SELECT min(id) FROM messages WHERE {nobodys}")
    for step in ("/add", "add:channel:appeal", "add:ask:text", "Прошу принять", "add:day:today", "add:done:"):
        await stage.do(8, step)
    stage.names["fresh"] = await stage.one("SELECT max(id) FROM messages")


async def ticked(stage: Stage) -> None:
    """The head of the block has ticked two messages of the list."""
    for step in ("/messages", "reg:ticks:", "reg:tick:{message}", "reg:tick:{pos}", "reg:chosen:"):
        await stage.do(4, step)
    stage.names["several"] = await stage.one("SELECT max(id) FROM several_messages")


async def answered(stage: Stage) -> None:
    """The first was answered by hand."""
    await stage.do(9, "digest:open:{message}")
    await stage.do(9, "msg:done:{message}:")


async def sent(stage: Stage) -> None:
    """The officer and the officer's assistant have each sent a registry."""
    exports = made_up_exports(stage.world.clock.now(), load_profile())
    for role, channel, name in ((9, "incident", "own"), (OFFICERS_ASSISTANT, "monitoring", "sent")):
        export = exports[channel]
        await stage.people.send_file(stage.person(role), export.file_name, export.content)
        stage.names[name] = await stage.one("SELECT max(id) FROM imports")


async def asking(stage: Stage) -> None:
    """A registry has a column that nobody can read."""
    header = ("Номер обращения", "Дата поступления", "Тема", "Текст", "Жаба")
    content = xlsx([header, ("Я-1", "20.11.2026", "Двор", "Снег", "Лёд")])
    await stage.people.send_file(stage.person(9), "инцидент.xlsx", content)
    stage.names["asking"] = await stage.one("SELECT max(id) FROM imports")
    kept = await stage.one(f"SELECT questions FROM imports WHERE id = {stage.names['asking']}")
    questions = json.loads(kept) if isinstance(kept, str) else kept
    column = next(one for one in questions if one["about"] == "column")
    stage.names["column"] = Question(**column | {"answers": tuple(column["answers"])}).key


async def burst(stage: Stage) -> None:
    """A registry has brought ten messages of one street."""
    header = ("Номер инцидента", "Дата создания", "Тема", "Текст инцидента", "Улица", "Дом")
    lines = [
        (f"{900100 + at}", f"23.11.2026 09:{at}", "Отопление", "Холодно", "ул. Мира", f"{at}")
        for at in range(10, 20)
    ]
    await stage.people.send_file(stage.person(9), "инцидент.xlsx", xlsx([header, *lines]))
    await stage.do(9, f"import:apply:{await stage.one('SELECT max(id) FROM imports')}:")
    await stage.people.settle()
    stage.names["incident"] = await stage.one("SELECT max(id) FROM incidents")


async def gathered(stage: Stage) -> None:
    """They are one incident."""
    await stage.do(9, "inc:gather:{incident}")
    stage.names["of_incident"] = await stage.one("SELECT min(id) FROM messages WHERE incident_id IS NOT NULL")


async def applied(stage: Stage) -> None:
    """The officer's registry was put in."""
    await stage.do(9, "import:apply:{own}:")
    await stage.keep()


AREA = (
    State("messages wait", morning, MESSAGE + TERMS + LISTS + BY_HAND),
    State("several are ticked", ticked, AT_ONCE),
    State("one was answered", answered, ANSWERED),
    State("registries were sent", sent, FILES),
    State("one asks", asking, ASKING),
    State("one was put in", applied, APPLIED),
    State("a burst is offered", burst, INCIDENT),
    State("an incident is gathered", gathered, GATHERED),
)
