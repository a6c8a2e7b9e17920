"""A meeting from its draft to its last vote: п. 3.2, 4.3–4.6."""

from __future__ import annotations

from datetime import datetime

from tests.e2e.authority.stage import Stage
from tests.e2e.authority.table import (
    ACTING,
    ASSISTANTS,
    GUEST,
    HEAD,
    HEADS_ASSISTANT,
    MEMBERS,
    NOBODY,
    Roles,
    Row,
    State,
    after,
    rows,
)

CONVENE = (
    "/convene 25.11.2026 15:00 каб. 12\n"
    "1. Уборка снега | место 4 | Усилить контроль\n"
    "2. Ответы | место 8 | Отвечать в срок\n"
    "3. Разное | Ладыгин Олег Ильич, эксперт"
)
PRESENT: Roles = frozenset({1, 2, 4, 8, 9})
SEEN: Roles = MEMBERS | ASSISTANTS | {GUEST}
PREPARERS: Roles = HEAD | {HEADS_ASSISTANT}


def edits(meeting: str, who: Roles) -> tuple[Row, ...]:
    """What is done to the draft of a meeting before it is sent out."""
    return rows(
        who,
        ("the agenda", f"draft:page:{meeting}:agenda"),
        ("its day", f"draft:date:{meeting}:2026-12-03"),
        ("its time", f"draft:time:{meeting}:202612031500"),
        ("its form", f"draft:form:{meeting}:in_person"),
        ("its participants", f"draft:people:{meeting}:6"),
        ("its guests", f"draft:guest:{meeting}:{{guest}}"),
        ("a speaker", f"draft:speaker:{meeting}:1-4"),
        ("an executor", f"draft:executor:{meeting}:1-6"),
        ("a due day", f"draft:due:{meeting}:1-2026-12-20"),
        ("a place asked", f"draft:ask:{meeting}:place"),
        ("a guest's name asked", f"draft:ask:{meeting}:guest"),
        ("points asked", f"draft:ask:{meeting}:points-1"),
    )


DRAFT = (
    *edits("{meeting}", HEAD),
    *edits("{prepared}", PREPARERS),
    *rows(
        HEAD,
        ("a question raised", "draft:up:{meeting}:2"),
        ("a question removed", "draft:remove:{meeting}:3"),
        ("a file taken off", "draft:unfile:{meeting}:1-{file}"),
        ("a guest without an account taken off", "draft:visitor:{meeting}:2", "meeting-visitor-withdrawn"),
        ("a guest invited", "draft:guest:{meeting}:invite", "invited"),
        ("a guest invited to what the assistant prepared", "draft:guest:{prepared}:invite", "invited"),
        ("a proposal taken in", "draft:propose:{meeting}:{proposal}", "proposal-accepted"),
        ("sent out", "draft:send:{meeting}:", "meeting-convened"),
        ("what the assistant prepared sent out", "draft:send:{prepared}:", "meeting-convened"),
    ),
    *rows(
        PREPARERS,
        ("another begun", "draft:new:0:", "meeting-drafted"),
        ("the assistant's opened", "draft:open:{prepared}:"),
    ),
    *rows(HEAD, ("the head's opened", "draft:open:{meeting}:")),
    Row(
        "a guest named",
        HEAD,
        "Ветров, директор",
        ("draft:ask:{meeting}:guest",),
        "meeting-visitor-invited",
    ),
    Row("a place", HEAD, "каб. 14", ("draft:ask:{meeting}:place",)),
    Row("thrown away", HEAD, "draft:discard:{meeting}:", ("draft:discard:{meeting}:",), "meeting-discarded"),
    *rows(PREPARERS, ("handed to the head", "draft:submit:{prepared}:", "meeting-submitted")),
    Row(
        "the assistant's thrown away",
        PREPARERS,
        "draft:discard:{prepared}:",
        ("draft:discard:{prepared}:",),
        "meeting-discarded",
    ),
    *rows(
        NOBODY,
        ("a draft announced", "draft:announce:{meeting}:"),
        ("a draft cancelled", "draft:cancel:{meeting}:"),
        ("a draft opened", "meet:open:{meeting}:0"),
        ("a draft voted on", "vote:{meeting}:1:1:for"),
        ("no tasks to follow", "draft:follow:{meeting}:"),
        ("a meeting that is not", "meet:open:77:0"),
    ),
)

CONVENED = (
    *rows(
        MEMBERS | {GUEST},
        ("coming", "meet:coming:{meeting}:0", "meeting-answered"),
        ("not coming", "meet:away:{meeting}:0", "meeting-answered"),
    ),
    Row("why not", MEMBERS, "Отпуск", ("meet:away:{meeting}:0",), "meeting-reason-given"),
    *after(
        ("/meeting",),
        rows(
            SEEN,
            ("the agenda turned", "meet:agenda:{meeting}:1"),
            ("draft decisions", "meet:drafts:{meeting}:0"),
            ("a draft decision whole", "meet:draft:{meeting}:1"),
            ("materials", "meet:files:{meeting}:0"),
            ("into the calendar", "meet:calendar:{meeting}:0"),
            ("the card as it was", "meet:back:{meeting}:0"),
        ),
    ),
    *after(
        ("/meeting", "meet:drafts:{meeting}:0"),
        (
            Row("away from the drafts", SEEN, "meet:draftsback:{meeting}:0"),
            Row("a remark asked", MEMBERS, "meet:remark:{meeting}:1"),
            Row("a remark", MEMBERS, "Срок мал", ("meet:remark:{meeting}:1",), "meeting-remark-made"),
        ),
    ),
    *rows(
        HEAD,
        ("changed", "meet:change:{meeting}:0"),
        ("put off", "meet:later:{meeting}:0"),
        ("participants", "meet:people:{meeting}:0"),
        ("a participant added", "meet:add:{meeting}:5", "meeting-participant-added"),
        ("the chair handed over", "meet:handover:{meeting}:0"),
    ),
    *after(
        ("meet:change:{meeting}:0",),
        (
            *rows(
                HEAD,
                ("its agenda", "draft:page:{meeting}:agenda"),
                ("another place", "draft:ask:{meeting}:place"),
            ),
            Row(
                "told",
                HEAD,
                "draft:announce:{meeting}:",
                ("draft:people:{meeting}:6",),
                "meeting-changes-announced",
            ),
            *rows(
                HEAD,
                ("another time", "draft:postpone:{meeting}:202611261500", "meeting-postponed"),
                ("a cancelling asked", "draft:page:{meeting}:cancel"),
            ),
            Row(
                "cancelled",
                HEAD,
                "draft:cancel:{meeting}:",
                ("draft:page:{meeting}:cancel", "Карантин"),
                "meeting-cancelled",
            ),
        ),
    ),
    *rows(
        NOBODY,
        ("sent out again", "draft:send:{meeting}:"),
        ("checked in days before", "meet:in:{meeting}:0"),
        ("opened days before", "meet:open:{meeting}:0"),
        ("put to the vote", "meet:vote:{meeting}:1"),
        ("voted", "vote:{meeting}:1:1:for"),
        ("said aloud", "aloud:{meeting}:1:4:for"),
        ("the chair taken back", "meet:takeback:{meeting}:0"),
        ("an old card answered", "meet:coming:{meeting}:9"),
        ("an opinion", "meet:opinion:{meeting}:0"),
        ("closed", "meet:end:{meeting}:0"),
    ),
)

# The head handed this meeting over: seat 2 chairs it, all else stays with the head (п. 4.3).
HANDED_OVER = (
    *rows(
        ACTING,
        ("changed", "meet:change:{meeting}:0"),
        ("participants", "meet:people:{meeting}:0"),
        ("a participant added", "meet:add:{meeting}:5", "meeting-participant-added"),
    ),
    *rows(HEAD, ("taken back", "meet:takeback:{meeting}:0", "meeting-taken-back")),
    *rows(PREPARERS, ("another convened", "go:convene")),
    *rows(NOBODY, ("handed over again", "meet:handover:{meeting}:0")),
)

GATHERING = (
    *rows(
        MEMBERS,
        ("checked in", "meet:in:{meeting}:0", "meeting-checked-in"),
        ("checked in by video", "meet:invideo:{meeting}:0", "meeting-checked-in"),
    ),
    Row(
        "left",
        MEMBERS,
        "meet:out:{meeting}:0",
        ("meet:in:{meeting}:0", "meet:out:{meeting}:0"),
        "meeting-checked-out",
    ),
    *rows(HEAD, ("seat 6 marked present", "meet:markin:{meeting}:6", "meeting-checked-in")),
    Row(
        "marked as gone",
        HEAD,
        "meet:markout:{meeting}:6",
        ("meet:markin:{meeting}:6",),
        "meeting-checked-out",
    ),
    Row("not held", HEAD, "meet:notheld:{meeting}:0", ("meet:notheld:{meeting}:0",), "meeting-not-held"),
    *rows(NOBODY, ("opened without a quorum", "meet:open:{meeting}:0"), ("voted", "vote:{meeting}:1:1:for")),
)

QUORUM = (
    *rows(HEAD, ("opened", "meet:open:{meeting}:0", "meeting-opened")),
    *rows({6}, ("seat 6 comes", "meet:in:{meeting}:0", "meeting-checked-in")),
)

OPEN = (
    *rows(
        HEAD,
        ("put to the vote", "meet:vote:{meeting}:1", "meeting-vote-opened"),
        ("a question chosen", "meet:item:{meeting}:2"),
        ("a question's page", "meet:itempage:{meeting}:2"),
        ("heard", "meet:hear:{meeting}:2", "meeting-item-heard"),
        ("a break's page", "meet:breakpage:{meeting}:0"),
        ("a break", "meet:break:{meeting}:10", "meeting-break-announced"),
        ("another day's page", "meet:adjournpage:{meeting}:0"),
        ("an amendment asked", "meet:amend:{meeting}:1"),
        ("a question asked", "meet:bringin:{meeting}:0"),
        ("executors' page", "floor:{meeting}:1:executors:0"),
        ("the due day's page", "floor:{meeting}:1:due:0"),
        ("an executor set", "exec:{meeting}:1:6", "meeting-item-executors"),
        ("a due day set", "due:{meeting}:1:2026-12-20", "meeting-item-due"),
        ("a due day asked", "meet:saydue:{meeting}:1"),
        ("points asked", "meet:points:{meeting}:1"),
        ("a guest asked", "meet:askguest:{meeting}:0"),
        ("a guest came", "meet:guestcame:{meeting}:{guest}", "meeting-guest-marked"),
        ("a guest without an account came", "meet:visitorcame:{meeting}:1", "meeting-visitor-marked"),
        ("a speaker nobody invited came", "meet:speakercame:{meeting}:3", "meeting-visitor-%"),
        ("whose vote aloud", "meet:aloud:{meeting}:0"),
        ("who is here", "meet:people:{meeting}:0"),
    ),
    Row("amended", HEAD, "Иное решение", ("meet:amend:{meeting}:1",), "meeting-item-amended"),
    Row("a guest named", HEAD, "Ветров, директор", ("meet:askguest:{meeting}:0",), "meeting-visitor-invited"),
    Row(
        "points said",
        HEAD,
        "Вывезти снег | zhkh | 20.12.2026",
        ("meet:points:{meeting}:1",),
        "meeting-item-points",
    ),
    Row(
        "a point put to the vote",
        HEAD,
        "meet:votepoint:{meeting}:1",
        ("meet:points:{meeting}:1", "Вывезти снег\nПосыпать дороги"),
        "meeting-vote-opened",
    ),
    Row("a due day said", HEAD, "20.12.2026", ("meet:saydue:{meeting}:1",), "meeting-item-due"),
    Row("brought in", HEAD, "Ещё вопрос", ("meet:bringin:{meeting}:0",), "meeting-item-added"),
    Row("taken off", HEAD, "meet:drop:{meeting}:3", ("meet:drop:{meeting}:3",), "meeting-item-%"),
    Row("left to the next", HEAD, "meet:putoff:{meeting}:3", ("meet:putoff:{meeting}:3",), "meeting-item-%"),
    Row(
        "after the break",
        HEAD,
        "meet:resume:{meeting}:0",
        ("meet:break:{meeting}:10",),
        "meeting-break-ended",
    ),
    Row(
        "interrupted until another day",
        HEAD,
        "adj:{meeting}:202612011500",
        ("adj:{meeting}:202612011500",),
        "meeting-adjourned",
    ),
    Row("closed", HEAD, "meet:end:{meeting}:0", ("meet:end:{meeting}:0",), "meeting-closed"),
    # Whoever chairs is asked first, so not everyone has left by it.
    *rows(PRESENT, ("gone", "meet:out:{meeting}:0")),
    *rows({6}, ("late", "meet:in:{meeting}:0", "meeting-checked-in")),
    *rows(
        NOBODY,
        ("voted before the vote", "vote:{meeting}:1:1:for"),
        ("said aloud before it", "aloud:{meeting}:1:4:for"),
        ("coming", "meet:coming:{meeting}:0"),
        ("its draft changed", "draft:page:{meeting}:agenda"),
        ("put off", "meet:later:{meeting}:0"),
        ("not held", "meet:carry:{meeting}:0"),
    ),
)

VOTING = (
    *rows(PRESENT, ("voted", "vote:{meeting}:1:1:for", "meeting-vote-cast")),
    *rows(HEAD, ("seat 4's vote said aloud", "aloud:{meeting}:1:4:against", "meeting-vote-cast")),
    Row(
        "the vote closed",
        HEAD,
        "meet:endvote:{meeting}:1",
        ("meet:endvote:{meeting}:1",),
        "meeting-vote-closed",
    ),
    *rows(
        NOBODY,
        ("voted on another question", "vote:{meeting}:2:1:for"),
        ("voted in another turn", "vote:{meeting}:1:2:for"),
        ("an absent member's vote aloud", "aloud:{meeting}:1:6:for"),
        ("another put to the vote", "meet:vote:{meeting}:2"),
        ("closed", "meet:end:{meeting}:0"),
        ("a choice that is not", "vote:{meeting}:1:1:maybe"),
    ),
)

DECIDED = (
    *rows(
        HEAD,
        ("which to put again", "meet:againpage:{meeting}:0"),
        ("why asked", "meet:again:{meeting}:1"),
    ),
    Row("put again", HEAD, "Новые данные", ("meet:again:{meeting}:1",), "meeting-item-reopened"),
    *rows(
        NOBODY,
        ("voted after the closing", "vote:{meeting}:1:1:against"),
        ("said aloud after it", "aloud:{meeting}:1:4:against"),
        ("voted again", "meet:vote:{meeting}:1"),
        ("the vote closed again", "meet:endvote:{meeting}:1"),
    ),
)


async def drafted(stage: Stage) -> None:
    """The head's draft with executors, a guest and a file; another by the assistant; a proposal by seat 6."""
    names, people = stage.names, stage.people
    names["guest"] = stage.person(GUEST)
    await stage.do(6, "/propose Мосты")
    names["proposal"] = await stage.one("SELECT max(id) FROM proposals")
    await stage.do(6, "prop:bring:{proposal}:")
    await stage.do(HEADS_ASSISTANT, "/convene 26.11.2026 15:00 каб. 14\n1. Вопрос помощника")
    names["prepared"] = await stage.one("SELECT max(id) FROM meetings")
    await stage.do(1, CONVENE)
    names["meeting"] = await stage.one("SELECT max(id) FROM meetings")
    for edit in (
        "executor:{meeting}:1-4",
        "executor:{meeting}:1-zhkh",
        "executor:{meeting}:1-dorogi",
        "due:{meeting}:1-2026-12-01",
        "guest:{meeting}:{guest}",
        "people:{meeting}:5",
        "form:{meeting}:mixed",
    ):
        await stage.do(1, f"draft:{edit}")
    await stage.do(1, "https://meet.example.org/office")
    for guest in ("Зорина Анна Львовна, эксперт", "Лыков Пётр Ильич"):
        await stage.do(1, "draft:ask:{meeting}:guest")
        await stage.do(1, guest)
    await stage.do(1, "draft:page:{meeting}:materials-1")
    await people.send_file(stage.person(1), "расчёт.pdf", b"%PDF-1.4 sums")
    names["file"] = await stage.one("SELECT max(id) FROM attachments")
    await stage.do(1, "draft:page:{meeting}:agenda")


async def convened(stage: Stage) -> None:
    """It was sent out."""
    await stage.do(1, "draft:send:{meeting}:")
    await stage.people.settle()


async def handed_over(stage: Stage) -> None:
    """The head handed it over to seat 2."""
    for _ in range(2):
        await stage.do(1, "meet:handover:{meeting}:0")


async def gathering(stage: Stage) -> None:
    """The head has it back; its hour has come."""
    await stage.do(1, "meet:takeback:{meeting}:0")
    await stage.people.move_clock(datetime.fromisoformat("2026-11-25T15:00:00+05:00"))


async def present(stage: Stage) -> None:
    """Five are here, seat 6 is not."""
    for seat in sorted(PRESENT, key=str):
        await stage.do(seat, "meet:in:{meeting}:0")


async def opened(stage: Stage) -> None:
    """The meeting goes on."""
    await stage.do(1, "meet:open:{meeting}:0")


async def voting(stage: Stage) -> None:
    """The first question is voted on."""
    await stage.do(1, "meet:vote:{meeting}:1")
    await stage.people.settle()


async def decided(stage: Stage) -> None:
    """It is adopted."""
    for seat in sorted(PRESENT, key=str):
        await stage.do(seat, "vote:{meeting}:1:1:for")
    await stage.do(1, "meet:endvote:{meeting}:1")


async def not_held(stage: Stage) -> None:
    """Nobody came, and the head closed it."""
    await drafted(stage)
    await convened(stage)
    await stage.people.move_clock(datetime.fromisoformat("2026-11-25T15:00:00+05:00"))
    for _ in range(2):
        await stage.do(1, "meet:notheld:{meeting}:0")
    await stage.people.settle()


NOT_HELD = (
    *rows(MEMBERS, ("the act of a meeting not held", "act:{meeting}")),
    *rows(NOBODY, ("an act that is not", "act:77")),
)
NOT_HELD_AREA = (State("not held", not_held, NOT_HELD),)
AREA = (
    State("drafted", drafted, DRAFT),
    State("convened", convened, CONVENED),
    State("handed over", handed_over, HANDED_OVER),
    State("gathering", gathering, GATHERING),
    State("with a quorum", present, QUORUM),
    State("open", opened, OPEN),
    State("voting", voting, VOTING),
    State("decided", decided, DECIDED),
)
