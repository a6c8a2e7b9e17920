"""Neither tokens nor people's words reach a log, whatever fails and however much is told."""

from __future__ import annotations

import json
import logging

import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from bot.storage.database import Database
from bot.watching.logs import set_up_logs

SECRET = "123456:AA-not-for-anyone"  # noqa: S105 — made up


@pytest.mark.usefixtures("logs_as_they_were")
@pytest.mark.parametrize("log_format", ["json", "console"])
async def test_a_failure_is_logged_without_values(
    database: Database, log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(log_format)  # type: ignore[arg-type]
    logging.getLogger().setLevel(logging.DEBUG)
    words = "заявитель Имярек, телефон"
    try:
        async with database.write() as uow:
            await uow.connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": words})
    except SQLAlchemyError:
        token = SECRET  # a local that a traceback must not show
        structlog.get_logger("test").exception("update failed", update_id=7, size=len(token))
    told = "".join(capsys.readouterr())
    assert "update failed" in told and "nowhere" in told
    assert words not in told and "Имярек" not in told
    assert SECRET not in told
    if log_format == "json":
        (line,) = (one for one in map(json.loads, told.splitlines()) if one["event"] == "update failed")
        assert line["update_id"] == 7


def test_settings_are_printed_without_secrets() -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        token=SecretStr(SECRET),
        webhook_secret=SecretStr("webhook-secret"),
        database="postgresql://user:password-of-database@host/name",
    )
    told = repr(settings) + str(settings)
    assert SECRET not in told and "webhook-secret" not in told and "password-of-database" not in told
