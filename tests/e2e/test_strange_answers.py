"""Answers that the Bot API does not give, once or each time: nothing is lost, twice or held up."""

from __future__ import annotations

import json
from contextlib import redirect_stderr
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bot.profiles import load_profile
from bot.running import RunningOffice
from bot.sandbox.exports import made_up_exports
from bot.sandbox.run import SandboxOptions, prepare, running_sandbox, sandbox_settings
from bot.sandbox.time import SandboxTime
from bot.storage.database import Database
from bot.watching.logs import set_up_logs
from domain.office.outbox import Screen
from domain.office.profile import OfficeProfile
from tests.conftest import SetClock
from tests.e2e.conftest import Town


async def strange(
    people: Town, method: str, status: int, body: str | dict[str, Any], times: int = 1, *, done: bool = False
) -> None:
    """The next calls of the method are answered so."""
    said = body if isinstance(body, str) else json.dumps(body)
    fault = {
        "method": method,
        "kind": "strange",
        "times": times,
        "status": status,
        "body": said,
        "done": done,
    }
    await people.call("POST", "/api/faults", json=fault)


def refused(code: int, description: str) -> dict[str, Any]:
    """A refusal as the Bot API writes it."""
    return {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize(
    ("status", "description"), [(404, "Not Found: method not found"), (418, "teapot"), (200, "no")]
)
async def test_what_is_refused_each_time_in_a_new_way_holds_up_no_chat(
    seeded: Town, profile: OfficeProfile, clock: SetClock, status: int, description: str
) -> None:
    """A server that does not know a call yet stopped everything to the group for ever."""
    people, third = seeded, seeded.seat[3]
    await strange(people, "setChatMemberTag", status, refused(status, description), times=1000)
    await strange(people, "setMessageReaction", status, refused(status, description), times=1000)
    await people.say(third, "Вижу")
    asked = await people.newest(third)
    database = Database(people.database, profile, clock)
    async with database.write() as uow:
        await uow.outbox.tag(people.group, {third: "Место 3"}, clock.now().date())
        await uow.outbox.text(people.group, Screen("После ярлыка"))
        await uow.outbox.noted(third, asked, Screen("Принято"))
    await database.close()
    await people.say(third, "/help")
    await people.settle()
    assert any("После ярлыка" in one["text"] for one in await people.messages(people.group))
    assert "/help — Помощь" in await people.last(third)
    assert await people.violations() == []


@pytest.mark.parametrize("body", ['{"ok": true, "result": {"new": 1}}', '{"ok": true}'])
async def test_what_was_sent_and_answered_in_a_strange_way_comes_once(seeded: Town, body: str) -> None:
    people, third = seeded, seeded.seat[3]
    await strange(people, "sendMessage", 200, body, times=5, done=True)
    await people.say(third, "/help")
    await people.settle()
    assert len(await people.read(third)) == 1
    assert await people.violations() == []


@pytest.mark.usefixtures("logs_as_they_were")
async def test_strange_answers_to_what_is_asked_for_are_no_tracebacks(
    seeded: Town, profile: OfficeProfile, clock: SetClock
) -> None:
    told = StringIO()
    with redirect_stderr(told):
        set_up_logs("console")
    people, officer = seeded, seeded.seat[9]
    export = made_up_exports(clock.now(), profile)["incident"]
    await strange(people, "getFile", 401, refused(401, "Unauthorized"))
    await strange(people, "getFile", 200, {"ok": True, "result": True})
    await strange(people, "file", 404, "")
    for body in ('{"ok": true, "result": true}', '{"ok": true, "result": [{"update_id": "x"}]}', "\xff"):
        await strange(people, "getUpdates", 200, body)
    await people.send_file(officer, export.file_name, export.content)
    assert "новых" in await people.last(officer)
    assert "Traceback" not in told.getvalue(), told.getvalue()
    assert await people.read(people.people["admin"]) == []


async def test_another_program_with_the_token_is_told_of(seeded: Town) -> None:
    people, admin = seeded, seeded.people["admin"]
    asked_twice = refused(409, "Conflict: terminated by other getUpdates request")
    await strange(people, "getUpdates", 409, asked_twice, times=6)
    await people.say(people.seat[3], "/help")
    await people.settle()
    said = await people.read(admin)
    assert "ещё одна программа с этим же токеном" in said[0]


async def test_a_webhook_that_another_program_has_set_is_taken_away(seeded: Town) -> None:
    people = seeded
    active = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it"
    before = (await people.call("GET", "/api/stats")).get("deleteWebhook", 0)
    await strange(people, "getUpdates", 409, refused(409, active))
    await people.say(people.seat[3], "/help")
    assert await people.read(people.seat[3])
    assert (await people.call("GET", "/api/stats"))["deleteWebhook"] == before + 1


async def test_a_page_of_a_proxy_at_the_start_is_waited_out(tmp_path: Path) -> None:
    now = datetime.fromisoformat("2026-11-23T10:00:00+05:00")
    options = SandboxOptions(0, tmp_path / "office.db", now, limits=False, server_only=True)
    async with running_sandbox(options) as sandbox:
        for method in ("getMe", "deleteWebhook"):
            sandbox.world.faults.ask(
                {"method": method, "kind": "strange", "body": "<html>Bad Gateway</html>"}
            )
        office = RunningOffice(
            sandbox_settings(options, sandbox.url), load_profile(), SandboxTime(sandbox.url, now)
        )
        await prepare(office.runtime, empty=False)
        await office.start()
        await office.stop()
        assert sandbox.world.stats["deleteWebhook"] == 2
