"""Proposals, requests for materials and to the centre, reports, figures, posts: п. 2.2.3, 3.2–3.4, 4.4.2."""

from __future__ import annotations

from tests.e2e.authority.stage import Stage
from tests.e2e.authority.table import HEAD, MEMBERS, NOBODY, OFFICERS_ASSISTANT, Roles, Row, State, rows

FOUR: Roles = frozenset({4})
PROPOSALS = (
    # A draft of seat 4.
    *rows(
        FOUR,
        ("a question asked", "prop:ask:{draft}:question"),
        ("its files", "prop:page:{draft}:files"),
        ("brought", "prop:bring:{draft}:", "proposal-brought"),
        ("opened", "prop:open:{draft}:"),
    ),
    Row("thrown away", FOUR, "prop:discard:{draft}:", ("prop:discard:{draft}:",), "proposal-discarded"),
    Row("its decision", FOUR, "Построить", ("prop:ask:{draft}:decision",)),
    # A draft of the officer's assistant: the officer's word makes it a proposal.
    *rows(
        {9, OFFICERS_ASSISTANT},
        ("the assistant's brought or handed over", "prop:bring:{prepared}:", "proposal-%"),
        ("the assistant's worded", "prop:ask:{prepared}:question"),
    ),
    # What seat 6 has brought.
    *rows({1, 6}, ("seen", "prop:open:{brought}:"), ("turned back", "prop:back:{brought}:")),
    *rows(
        HEAD,
        ("for which meeting", "prop:accept:{brought}:"),
        ("into a new meeting", "prop:into:{brought}:0", "proposal-accepted"),
        ("later", "prop:later:{brought}:", "proposal-postponed"),
        ("declined, a reason asked", "prop:decline:{brought}:"),
    ),
    Row("declined", HEAD, "Не сейчас", ("prop:decline:{brought}:",), "proposal-declined"),
    Row("into a draft", HEAD, "draft:propose:{meeting}:{brought}", ("/convene",), "proposal-accepted"),
    Row(
        "withdrawn",
        frozenset({6}),
        "prop:withdraw:{brought}:",
        ("prop:withdraw:{brought}:",),
        "proposal-withdrawn",
    ),
    *rows(
        {6}, ("a part of it asked", "prop:ask:{brought}:decision"), ("its parts", "prop:page:{brought}:edit")
    ),
    Row("worded anew", frozenset({6}), "Починить", ("prop:ask:{brought}:decision",), "proposal-worded"),
    Row("the list", MEMBERS, "prop:list:0:0", ("/proposals",)),
    *rows(
        NOBODY,
        ("one that is not", "prop:open:77:"),
        ("files that are not", "prop:files:{brought}:"),
        ("a file that is not taken off", "prop:unfile:{draft}:99"),
    ),
)

ASKED: Roles = frozenset({2, 4})
MATERIALS_DRAFT = (
    *rows(
        HEAD,
        ("materials asked for", "mat:new:0:", "materials-drafted"),
        ("the draft opened", "mat:open:{draft}:"),
        ("its due day", "mat:page:{draft}:due"),
        ("a block's head chosen", "mat:seat:{draft}:6"),
        ("a day", "mat:due:{draft}:2026-12-01"),
        ("sent", "mat:send:{draft}:", "materials-sent"),
        ("thrown away", "mat:discard:{draft}:", "materials-discarded"),
    ),
    *rows(NOBODY, ("an officer chosen", "mat:seat:{draft}:8"), ("a request that is not", "mat:open:77:")),
    *rows(NOBODY, ("answered before it was sent", "mat:reply:{draft}:")),
)
MATERIALS = (
    *rows(HEAD | ASKED, ("the request", "mat:open:{draft}:")),
    *rows(ASKED, ("an answer", "mat:reply:{draft}:"), ("given up", "mat:leave:{draft}:")),
    Row(
        "sent to the head",
        ASKED,
        "mat:done:{draft}:",
        ("mat:reply:{draft}:", "Сведения"),
        "materials-answered",
    ),
    *rows(
        HEAD,
        ("closed", "mat:close:{draft}:", "materials-closed"),
        ("another day asked", "mat:change:{draft}:move"),
        ("another day", "mat:move:{draft}:2026-12-01", "materials-moved"),
    ),
    Row("in other words", HEAD, "Иначе", ("mat:change:{draft}:rewrite",), "materials-rewritten"),
    Row("taken back", HEAD, "Не нужно", ("mat:change:{draft}:withdraw",), "materials-withdrawn"),
    *rows(
        NOBODY,
        ("no answers yet", "mat:archive:{draft}:"),
        ("no files yet", "mat:files:{draft}:4"),
        ("its text after the sending", "mat:due:{draft}:2026-12-01"),
        ("an answer not begun", "mat:done:{draft}:"),
    ),
)
REPLIED = (*rows(HEAD, ("the answers as an archive", "mat:archive:{draft}:", "materials-archive-asked")),)

CENTRE = (
    *rows(
        HEAD,
        ("a request to the centre", "centre:out:0:"),
        ("a request of the centre", "centre:in:0:"),
        ("neither", "centre:back:0:"),
        ("the register", "centre:list:0:"),
        ("one of them", "centre:open:{centre}:"),
        ("an answer", "centre:answer:{centre}:"),
        ("given up", "centre:leave:{centre}:"),
        ("its line asked anew", "centre:change:{centre}:"),
        ("why it is withdrawn", "centre:withdraw:{centre}:"),
    ),
    Row(
        "changed",
        HEAD,
        "12-34 | 23.11.2026 | 27.11.2026 | Сведения",
        ("centre:change:{centre}:",),
        "centre-request-changed",
    ),
    Row("withdrawn", HEAD, "Ошибка", ("centre:withdraw:{centre}:",), "centre-request-withdrawn"),
    Row(
        "registered",
        HEAD,
        "14 | 23.11.2026 | 26.11.2026 | Ещё",
        ("centre:in:0:",),
        "centre-request-registered",
    ),
    Row(
        "answered",
        HEAD,
        "centre:done:{centre}:",
        ("centre:answer:{centre}:", "Письмом"),
        "centre-request-answered",
    ),
    *rows(
        NOBODY,
        ("a request that is not", "centre:open:77:"),
        ("files that are not", "centre:files:{centre}:"),
        ("an answer not begun", "centre:done:{centre}:"),
    ),
)

NINE: Roles = frozenset({9})
REPORTS = (
    *rows(
        NINE,
        ("a period", "report:choose:{report}:2026-10", "report-asked"),
        ("own dates", "report:own:{report}:new"),
        ("a month", "report:month:{report}:2026-10"),
        ("the first day", "report:first:{report}:2026-10-01"),
        ("given up", "report:cancel:{report}:", "report-cancelled"),
    ),
    Row(
        "the last day",
        NINE,
        "report:last:{report}:2026-10-09",
        ("report:first:{report}:2026-10-01",),
        "report-asked",
    ),
    *rows(
        NOBODY, ("figures of no period", "report:figures:{report}:"), ("one that is not", "report:own:77:")
    ),
)
REPORTED = (*rows(NINE, ("its figures", "report:figures:{report}:")),)

FIGURES = (
    Row("figures again", MEMBERS, "fig:show:", ("go:week",)),
    Row("what stands out", MEMBERS, "fig:propose:{mark}", ("go:week",)),
    # What stands out in the whole office is seen by its head, by the block's and by the channel's officer.
    Row("onto the agenda", frozenset({1, 4, 8}), "fig:proposed:{mark}", ("go:week",), "proposal-brought"),
)

DRAFTERS: Roles = frozenset({1, 9})
POSTS = (
    *rows(
        DRAFTERS,
        ("another period", "post:period:{post}:month", "post-written"),
        ("its text asked", "post:edit:{post}:"),
        ("to the head", "post:submit:{post}:", "post-submitted"),
        ("given up", "post:cancel:{post}:", "post-cancelled"),
        ("back", "post:back:{post}:"),
    ),
    Row("another text", DRAFTERS, "Спасибо всем", ("post:edit:{post}:",), "post-written"),
    *rows(HEAD, ("posted", "post:confirm:{post}:", "post-approved"), ("the channel", "post:channel:{post}:")),
    *rows(
        NOBODY, ("posted again unposted", "post:again:{post}:"), ("a post that is not", "post:confirm:77:")
    ),
)


async def proposed(stage: Stage) -> None:
    """Seat 4 and the officer's assistant have begun a proposal, seat 6 has brought one."""
    newest = "SELECT max(id) FROM proposals"
    for role, words, name in (
        (4, "/propose Дороги", "draft"),
        (OFFICERS_ASSISTANT, "/propose Новости", "prepared"),
        (6, "/propose Мосты", "brought"),
    ):
        await stage.do(role, words)
        stage.names[name] = await stage.one(newest)
    await stage.do(6, "prop:bring:{brought}:")
    await stage.do(OFFICERS_ASSISTANT, "prop:bring:{prepared}:")
    stage.names["meeting"] = await stage.one("SELECT coalesce(max(id), 0) + 1 FROM meetings")
    await stage.people.settle()


async def drafted(stage: Stage) -> None:
    """The head's request for materials is ready to be sent to seats 2 and 4."""
    await stage.do(1, "mat:new:0:")
    await stage.do(1, "Сведения за ноябрь")
    stage.names["draft"] = await stage.one("SELECT max(id) FROM material_requests")
    for step in ("seat:{draft}:2", "seat:{draft}:4", "page:{draft}:due", "due:{draft}:2026-11-27"):
        await stage.do(1, f"mat:{step}")


async def asked(stage: Stage) -> None:
    """It was sent."""
    await stage.do(1, "mat:send:{draft}:")
    await stage.people.settle()


async def replied(stage: Stage) -> None:
    """Seat 4 has answered; the centre asks, the officer begins a report."""
    for step in ("mat:reply:{draft}:", "Сведения", "mat:done:{draft}:"):
        await stage.do(4, step)
    for step in ("centre:in:0:", "12-34 | 23.11.2026 | 26.11.2026 | Сведения за ноябрь"):
        await stage.do(1, step)
    stage.names["centre"] = await stage.one("SELECT max(id) FROM centre_requests")
    await stage.do(9, "/report")
    stage.names["report"] = await stage.one("SELECT max(id) FROM reports")


async def reported(stage: Stage) -> None:
    """The report was made; something stands out in the week's figures."""
    await stage.do(9, "report:choose:{report}:2026-10")
    await stage.people.settle()
    await stage.do(1, "go:week")
    card = [one for one in await stage.people.messages(stage.person(1)) if one["buttons"]][-1]
    marks = [one["data"] for row in card["buttons"] for one in row if one["data"].startswith("fig:propose:")]
    stage.names["mark"] = marks[0].removeprefix("fig:propose:")


async def posted(stage: Stage) -> None:
    """The officer's post waits for the head; the channel is bound."""
    await stage.do(1, "/publish")
    first = await stage.one("SELECT max(id) FROM publications")
    await stage.do(1, f"post:channel:{first}:")
    await stage.do(1, "@okrug_news_sandbox")
    await stage.do(1, f"post:cancel:{first}:")
    await stage.do(9, "/publish")
    stage.names["post"] = await stage.one("SELECT max(id) FROM publications")
    await stage.do(9, "post:submit:{post}:")
    await stage.people.settle()


AREA = (
    State("proposals", proposed, PROPOSALS),
    State("a request is drafted", drafted, MATERIALS_DRAFT),
    State("materials are asked for", asked, MATERIALS),
    State("one has answered", replied, REPLIED + CENTRE + REPORTS),
    State("a report is made", reported, REPORTED + FIGURES),
    State("a post waits", posted, POSTS),
)
