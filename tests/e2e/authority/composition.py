"""Commands, the composition, invitations, absences, assistants: п. 3.1, 3.2, 4.3 and the product's table."""

from __future__ import annotations

import re

from tests.e2e.authority.stage import Stage
from tests.e2e.authority.table import (
    ACTING,
    ADMIN,
    ASSISTANTS,
    FORMER,
    GUEST,
    HEAD,
    HEADS_ASSISTANT,
    KNOWN,
    MEMBERS,
    NOBODY,
    OFFICERS,
    OUTSIDERS,
    STRANGER,
    UNIT,
    Roles,
    Row,
    State,
    after,
    rows,
)

INVITERS: Roles = HEAD | {ADMIN}
NEWCOMERS: Roles = OUTSIDERS | {ADMIN}
WHO_COMMANDS: dict[str, Roles] = {
    "start": KNOWN,
    "help": KNOWN,
    "verify": KNOWN,
    "roster": MEMBERS,
    "digest": MEMBERS,
    "meeting": MEMBERS | ASSISTANTS | {GUEST},
    "propose": MEMBERS | ASSISTANTS,
    "proposals": MEMBERS,
    "tasks": MEMBERS | {UNIT},
    "messages": MEMBERS,
    "recommendations": MEMBERS,
    "request": MEMBERS,
    "absence": MEMBERS,
    "assistant": MEMBERS,
    "settings": MEMBERS,
    "page": MEMBERS | {ADMIN},
    "add": HEAD | OFFICERS,
    "report": HEAD | OFFICERS,
    "publish": HEAD | OFFICERS,
    "convene": HEAD | {HEADS_ASSISTANT},
    "statistics": HEAD,
    "regular": HEAD,
    "invite": INVITERS,
}

REGULAR = ("reg:new:0:", "reg:day:0:2026-12-08", "reg:rhythm:0:weekly", "reg:time:0:1000")

COMMANDS = (
    *(Row(f"/{name}", may, f"/{name}") for name, may in WHO_COMMANDS.items()),
    *(Row(f"the button of /{name}", may, f"go:{name}") for name, may in WHO_COMMANDS.items()),
    *rows(KNOWN, ("/cancel", "/cancel"), ("/отмена", "/отмена")),
    Row("/bind in private", NOBODY, "/bind"),
    Row("/bind in the group", HEAD, "/bind", does="group-bound", group=True, silent=OUTSIDERS | {ADMIN}),
    Row("/roster in the group", MEMBERS, "/roster", group=True),
    Row("/meeting in the group", MEMBERS | ASSISTANTS | {GUEST}, "/meeting", group=True),
    Row("/digest in the group", NOBODY, "/digest", group=True),
    *rows(MEMBERS, ("past meetings", "go:past"), ("figures of a week", "go:week")),
    *after(
        ("/start",),
        rows(
            KNOWN,
            ("all that one can do", "start:more"),
            ("what waits again", "start:back"),
            ("how a group is bound", "start:group"),
            ("how a registry comes", "start:registry"),
            ("the first evening hidden", "start:hide"),
        ),
    ),
    *after(("/verify",), rows(KNOWN, ("nothing to check", "verify"))),
    *rows(NOBODY, ("a command that is not", "go:nowhere"), ("an old button", "old:vote:1")),
    *rows(KNOWN, ("an empty cell", "none"), ("a code checked", "/verify 0000000000000000")),
    Row("a code checked by its link", KNOWN, "/start verify_0000000000000000"),
)

COMPOSITION = (
    *rows(
        HEAD,
        ("a seat's page", "seat:show:9"),
        ("the seats again", "seat:list:0"),
        ("a vacancy asked", "seat:vacate:9"),
        ("a vacancy recorded", "seat:vacated:9", "vacated"),
        ("an unbinding asked", "seat:unbind:9"),
        ("a seat unbound", "seat:unbound:9", "unbound"),
        ("units' contacts and guests", "contact:list:0"),
        ("a contact's unbinding asked", "contact:ask:{contact}"),
        ("a contact unbound", "contact:unbind:{contact}", "unbound"),
    ),
    *rows(NOBODY, ("a seat that is not", "seat:vacated:10"), ("a free seat unbound", "seat:unbound:3")),
    Row("a member unbound as a contact", NOBODY, "contact:unbind:{assistant}"),
    *rows(
        INVITERS,
        ("an invitation to a seat", "invite:seat:5", "invited"),
        ("an invitation in words", "/invite 5", "invited"),
        ("the units", "invite:units:0"),
        ("back from them", "invite:board:0"),
        ("an invitation of a unit", "invite:unit:zhkh", "invited"),
        ("an invitation of a guest", "invite:guest:0", "invited"),
    ),
    *after(
        ("/invite",),
        rows(
            INVITERS,
            ("a link on the card", "invite:link:5", "invited"),
            ("links to everybody", "invite:everybody:0", "invited"),
        ),
    ),
    *rows(NOBODY, ("nobody to confirm", "invite:confirm:0")),
    *rows(NOBODY, ("an invitation to nowhere", "invite:seat:44"), ("of no unit", "invite:unit:zzz")),
)

OWN = (
    *after(
        ("/absence",),
        rows(
            MEMBERS,
            ("an absence begun", "away:first:new"),
            ("its first day", "away:first:2026-12-01"),
            ("back", "away:back:"),
        ),
    ),
    Row(
        "an absence",
        MEMBERS,
        "away:last:2026-12-04",
        ("/absence", "away:first:2026-12-01"),
        "absence-recorded",
    ),
    Row(
        "seat 4's absence withdrawn",
        frozenset({4}),
        "away:withdraw:{absence}",
        ("/absence",),
        "absence-withdrawn",
    ),
    *after(
        ("/settings",),
        rows(
            MEMBERS,
            ("usual quiet hours", "set:preset:0", "quiet-hours-set"),
            ("no quiet hours", "set:off:0", "quiet-hours-set"),
            ("own quiet hours asked", "set:own:0"),
            ("settings again", "set:back:0"),
            ("another language", "set:language:1", "language-chosen"),
        ),
    ),
    Row("own quiet hours", MEMBERS, "22:30–06:45", ("/settings", "set:own:0"), "quiet-hours-set"),
    *after(
        ("/assistant",),
        rows(
            MEMBERS,
            ("an assistant invited", "assist:invite:0", "invited"),
            ("a removal asked", "assist:ask:{assistant}"),
            ("nobody removed", "assist:back:0"),
        ),
    ),
    Row(
        "the head's assistant removed",
        HEAD,
        "assist:remove:{assistant}",
        ("/assistant",),
        "assistant-removed",
    ),
    *after(
        ("go:past",),
        rows(
            MEMBERS,
            ("past meetings paged", "past:page:5"),
            ("all of them", "past:all:0"),
            ("search", "past:search:0"),
        ),
    ),
    Row("a past meeting that is not", NOBODY, "past:open:77"),
    *after(
        ("/statistics",),
        rows(
            HEAD,
            ("participation by quarters", "stat:turn:quarter:2026-11-01:0"),
            ("participation as a table", "stat:export:quarter:2026-11-01:0", "participation-exported"),
        ),
    ),
    *after(
        ("/regular",),
        (
            *rows(HEAD, ("a regular meeting begun", "reg:new:0:"), ("given up", "reg:back:0:")),
            Row("its first day", HEAD, "reg:day:0:2026-12-08", ("reg:new:0:",)),
            Row("its rhythm", HEAD, "reg:rhythm:0:weekly", REGULAR[:2]),
            Row("its time", HEAD, "reg:time:0:1000", REGULAR[:3]),
            Row("its place", HEAD, "каб. 12", REGULAR, "regular-set"),
            Row("one that is not ended", NOBODY, "reg:end:77:"),
        ),
    ),
)

INVITATIONS = (
    *rows(HEAD, ("a newcomer confirmed", "claim:confirm:{claim}", "bound")),
    *rows(
        HEAD,
        ("a refusal asked", "claim:refuse:{claim}"),
        ("not refused after all", "claim:back:{claim}"),
        ("a newcomer refused", "claim:refused:{claim}", "claim-refused"),
        ("everybody confirmed", "invite:confirm:0", "bound"),
    ),
    *rows(INVITERS, ("a claimed link revoked", "claim:revoke:{claim}", "invitation-revoked")),
    *rows(INVITERS, ("an open link revoked", "claim:revoke:{open}", "invitation-revoked")),
    # Whoever named an assistant confirms them; a link is taken back by them and by those who may invite.
    *rows({8}, ("an assistant confirmed", "claim:confirm:{helper}", "bound")),
    *rows({8}, ("an assistant refused", "claim:refused:{helper}", "claim-refused")),
    *rows(INVITERS | {8}, ("an assistant's link revoked", "claim:revoke:{helper}", "invitation-revoked")),
    *rows(
        NOBODY,
        ("a link that nobody took confirmed", "claim:confirm:{open}"),
        ("a revoked one confirmed", "claim:confirm:{revoked}"),
        ("a revoked one revoked", "claim:revoke:{revoked}"),
        ("a used one confirmed", "claim:confirm:{used}"),
        ("one that is not", "claim:confirm:999999"),
    ),
    Row("an open link followed", NEWCOMERS, "/start {open_token}", newcomer=True),
    Row("a link that another took", NOBODY, "/start {claim_token}", newcomer=True),
    Row("a revoked link", NOBODY, "/start {revoked_token}", newcomer=True),
    Row("a used link", NOBODY, "/start {used_token}", newcomer=True),
    Row("a guessed link", NOBODY, "/start AAAAAAAAAAAAAAAAAAAAAA", newcomer=True),
)

EXPIRED = (Row("an expired link", NOBODY, "/start {open_token}", newcomer=True),)

DUTIES = (
    ("a meeting convened", "/convene"),
    ("a seat's page", "seat:show:9"),
    ("a seat unbound", "seat:unbound:9", "unbound"),
    ("materials asked for", "mat:new:0:", "materials-drafted"),
    ("a request to the centre", "centre:out:0:"),
    ("requests of the centre", "centre:list:0:"),
    ("participation", "/statistics"),
    ("a newcomer confirmed", "claim:confirm:{claim}", "bound"),
)
HEAD_AWAY = (
    *rows(ACTING, *DUTIES),
    *rows(ACTING | {ADMIN}, ("an invitation", "/invite 5", "invited")),
    Row("the group bound", ACTING, "/bind", does="group-bound", group=True, silent=OUTSIDERS | {ADMIN}),
    # The head who is away is a member still: reads, and takes the absence back.
    *rows(MEMBERS, ("the registry", "/messages"), ("the digest", "/digest")),
    Row("the head's absence withdrawn", HEAD, "away:withdraw:{absence}", ("/absence",), "absence-withdrawn"),
)
BOTH_AWAY = (
    *rows(NOBODY, *DUTIES[:-1]),
    *rows({ADMIN}, ("an invitation", "/invite 5", "invited")),
)


async def morning(stage: Stage) -> None:
    """A morning as any: seat 4 will be away in January, the head has an assistant."""
    await stage.do(4, "/absence")
    await stage.do(4, "away:first:2027-01-11")
    await stage.do(4, "away:last:2027-01-15")
    stage.names["absence"] = await stage.one("SELECT max(id) FROM absences")
    stage.names["assistant"] = stage.person(HEADS_ASSISTANT)
    stage.names["contact"] = stage.person(UNIT)


async def invited(stage: Stage) -> None:
    """Links in every state: open, claimed by the stranger, revoked, used; an assistant's, claimed too."""
    for name, seat in (("open", 5), ("revoked", 7), ("claim", 3)):
        await _link(stage, 1, f"invite:seat:{seat}", name)
    await stage.do(1, "claim:revoke:{revoked}")
    await stage.do(STRANGER, "/start {claim_token}")
    await stage.do(STRANGER, "Неволин Егор Маркович")
    await stage.do(8, "/assistant")
    await _link(stage, 8, "assist:invite:0", "helper")
    await stage.do(FORMER, "/start {helper_token}")
    await stage.do(FORMER, "Ожегова Нина Павловна")
    await stage.do(ADMIN, "/start")
    await _link(stage, 9, "assist:invite:0", "used")
    await stage.do(9, "/assistant")
    await stage.do(ADMIN, "/start {used_token}")
    await stage.do(ADMIN, "Рябухин Антон Сергеевич")
    await stage.do(9, "claim:confirm:{used}")
    await stage.do(9, f"assist:remove:{stage.person(ADMIN)}")


async def _link(stage: Stage, role: int, act: str, name: str) -> None:
    await stage.do(role, act)
    said = await stage.people.last(stage.person(role))
    stage.names[f"{name}_token"] = re.findall(r"\?start=([\w-]+)", said)[0]
    stage.names[name] = await stage.one("SELECT max(id) FROM invitations")


async def head_away(stage: Stage) -> None:
    """The head is away today; the stranger's claim still waits."""
    await _away(stage, 1)


async def both_away(stage: Stage) -> None:
    """And so is seat 2."""
    await _away(stage, 2)


async def _away(stage: Stage, seat: int) -> None:
    await stage.do(seat, "/absence")
    await stage.do(seat, "away:first:2026-11-23")
    await stage.do(seat, "away:last:2026-11-30")
    stage.names["absence"] = await stage.one("SELECT max(id) FROM absences")


async def expired(stage: Stage) -> None:
    """The links' three days are over: `tests/e2e/people/test_people_day.py` lets them pass."""
    await stage.ledger.change("UPDATE invitations SET expires_at = '2026-11-23 04:00:00'")


AREA = (
    State("morning", morning, COMMANDS + COMPOSITION + OWN),
    State("invited", invited, INVITATIONS),
    State("the head is away", head_away, HEAD_AWAY),
    State("both are away", both_away, BOTH_AWAY),
    State("links have expired", expired, EXPIRED),
)
