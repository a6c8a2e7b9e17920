"""Seen from outside: `/healthz` says whether all is well, `/metrics` gives the figures to Prometheus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import Gauge, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from bot.listening import listen
from bot.runtime import Runtime
from bot.storage.copies.drilled import newest_drill
from bot.watching.hearing import Heard
from bot.watching.holding import Hold
from bot.watching.meter import Meter

log = structlog.get_logger("health")

Offices = Callable[[], Mapping[str, Runtime | None]]

_SILENT = 120.0  # seconds: long polling asks three times a minute
_STALE = 900.0
_RESTARTED = 600.0


@dataclass(frozen=True, slots=True)
class Condition:
    """How one office fares; ages in seconds, None where there is nothing to tell."""

    running: bool
    database: bool = False
    messenger_silent: float | None = None
    outbox_waiting: int = 0
    outbox_oldest: float | None = None
    last_digest: datetime | None = None
    last_drill: datetime | None = None
    drill_failed: bool = False
    since_update: float | None = None
    webhook_waiting: int = 0
    webhook_error: str = ""
    webhook_error_at: datetime | None = None
    webhook_elsewhere: str = ""
    webhook_deaf: bool = False
    restarts: Mapping[str, int] = field(default_factory=dict)
    since_restart: float | None = None

    @property
    def well(self) -> bool:
        """Whether nobody needs to look."""
        silent = self.messenger_silent is not None and self.messenger_silent > _SILENT
        stale = self.outbox_oldest is not None and self.outbox_oldest > _STALE
        restarted = self.since_restart is not None and self.since_restart < _RESTARTED
        fine = not (silent or stale or restarted or self.drill_failed or self.webhook_deaf)
        return self.running and self.database and fine


async def condition_of(office: Runtime) -> Condition:
    """Ask an office's database and its meter."""
    try:
        async with office.database.read() as uow:
            backlog = await uow.outbox.backlog()
            last_digest = await uow.outbox.newest("digest:")
            drilled = await newest_drill(uow)
    except (SQLAlchemyError, OSError):
        return Condition(True, messenger_silent=office.meter.silence, restarts=dict(office.meter.restarts))
    now, meter = office.clock.now(), office.meter
    heard = meter.heard or Heard("", 0)
    polling = office.settings.mode == "polling"
    return Condition(
        running=True,
        database=True,
        messenger_silent=office.meter.silence if polling else None,
        outbox_waiting=backlog.waiting,
        outbox_oldest=(now - backlog.oldest).total_seconds() if backlog.oldest else None,
        last_digest=last_digest,
        last_drill=drilled.at if drilled else None,
        drill_failed=bool(drilled and drilled.wrong),
        since_update=meter.since_update,
        webhook_waiting=heard.waiting,
        webhook_error=heard.error,
        webhook_error_at=heard.error_at,
        webhook_elsewhere=heard.address,
        webhook_deaf=heard.in_vain and meter.since_update > _SILENT,
        restarts=dict(office.meter.restarts),
        since_restart=office.meter.since_restart,
    )


def _told(hold: Hold | None) -> dict[str, Any] | None:
    return {name: _plain(value) for name, value in asdict(hold).items()} if hold else None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


class Health:
    """Listens on an address of its own; `offices` gives what each key's office has, None while it is down."""

    def __init__(self, address: str, offices: Offices, meter: Meter) -> None:
        self._address = address
        self._offices = offices
        self._meter = meter
        self._runner: web.AppRunner | None = None
        self._up = self._gauge("office_up", "Whether the office runs and its database answers")
        self._waiting = self._gauge("office_outbox_waiting", "Rows of the outbox not shown yet")
        self._oldest = self._gauge("office_outbox_oldest_seconds", "Age of the oldest unsent row")
        self._hook_waiting = self._gauge("office_webhook_waiting", "Updates that the messenger holds")
        self._hook_error = self._gauge("office_webhook_error_timestamp", "When a post last failed")
        self._update = self._gauge("office_since_update_seconds", "Time since an update was taken")
        self._digest = self._gauge("office_last_digest_timestamp", "When the last digest was made")

    def _gauge(self, name: str, about: str) -> Gauge:
        return Gauge(name, about, ["office"], registry=self._meter.metrics)

    async def start(self) -> None:
        """Listen."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None)
        await listen(self._runner, self._address)

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner:
            await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port it listens on; meaningful once started."""
        assert self._runner is not None  # asked after start
        port: int = self._runner.addresses[0][1]
        return port

    async def _conditions(self) -> dict[str, Condition]:
        return {
            key: await condition_of(office) if office else Condition(running=False)
            for key, office in self._offices().items()
        }

    async def _healthz(self, _: web.Request) -> web.Response:
        conditions = await self._conditions()
        well = all(condition.well for condition in conditions.values())
        offices = {
            key: {
                **{name: _plain(value) for name, value in asdict(condition).items()},
                "well": condition.well,
            }
            for key, condition in conditions.items()
        }
        told = {"well": well, "process": self._process(), "offices": offices}
        return web.json_response(told, status=200 if well else 503)

    def _process(self) -> dict[str, Any]:
        """What all offices share: the event loop, and the log."""
        holds = self._meter.holds
        return {
            "loop_held": holds.count,
            "longest_hold": _told(holds.longest),
            "newest_hold": _told(holds.newest),
            "log_lines_lost": self._meter.lost_lines(),
        }

    async def _metrics(self, _: web.Request) -> web.Response:
        for key, condition in (await self._conditions()).items():
            self._up.labels(key).set(condition.running and condition.database)
            self._waiting.labels(key).set(condition.outbox_waiting)
            self._oldest.labels(key).set(condition.outbox_oldest or 0)
            self._hook_waiting.labels(key).set(condition.webhook_waiting)
            self._update.labels(key).set(condition.since_update or 0)
            if condition.webhook_error_at:
                self._hook_error.labels(key).set(condition.webhook_error_at.timestamp())
            if condition.last_digest:
                self._digest.labels(key).set(condition.last_digest.timestamp())
        return web.Response(body=generate_latest(self._meter.metrics), content_type="text/plain")
