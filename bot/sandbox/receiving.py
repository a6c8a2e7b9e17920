"""How updates reach the bot: by long polling or by webhook (Bot API, «Getting updates»)."""

from __future__ import annotations

import asyncio
import re
import ssl
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.calls import Call
from bot.sandbox.chatting import Json
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.updates import Webhook
from bot.sandbox.world import World

LONGEST_POLL = 50
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
WEBHOOK_TIMEOUT = 60
# Bot API, setWebhook: `secret_token`, and the ports that are called.
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_PORTS = {None, 80, 88, 443, 8443}
_OWN_MACHINE = {"127.0.0.1", "localhost", "::1"}
MAX_CONNECTIONS = 40
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 — a header's name


async def get_updates(world: World, call: Call) -> list[Json]:
    """getUpdates: a later call ends an earlier one that still waits."""
    updates = world.updates
    if updates.webhook.url:
        text = "can't use getUpdates method while webhook is active"
        hint = "use deleteWebhook to delete the webhook first"
        raise Refused(f"Conflict: {text}; {hint}", rule="conflict", code=409)
    allowed = call.json("allowed_updates")
    if isinstance(allowed, list):
        updates.allowed = allowed
    limit = min(100, max(1, call.number("limit", 100)))
    updates.confirm(call.number("offset", 0))
    world.changed.ring()
    updates.poll += 1
    mine = updates.poll
    updates.added.ring()
    loop = asyncio.get_running_loop()
    until = loop.time() + min(LONGEST_POLL, max(0, call.number("timeout", 0)))
    while not updates.pending and (left := until - loop.time()) > 0 and not world.closing:
        await updates.added.wait(left)
        if mine != updates.poll or updates.webhook.url:
            other = "setWebhook request" if updates.webhook.url else (
                "other getUpdates request; make sure that only one bot instance is running"
            )  # fmt: skip
            raise Refused(f"Conflict: terminated by {other}", code=409)
    return updates.deliver(limit, world.queries)


async def set_webhook(world: World, call: Call) -> bool:
    """setWebhook; an empty address takes the webhook away (telegram-bot-api, `process_set_webhook_query`)."""
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return await delete_webhook(world, call)
    _check_webhook(url)
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters", "parameters")
    trusted = _trusted(call)
    allowed = call.json("allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = allowed
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    world.updates.webhook = Webhook(url, secret, trusted)
    world.updates.added.ring()
    return True


def _trusted(call: Call) -> ssl.SSLContext | None:
    """What an uploaded certificate is checked by (Bot API, setWebhook, `certificate`: PEM)."""
    certificate = call.upload("certificate")
    if certificate is None:
        return None
    trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        trusted.load_verify_locations(cadata=certificate.content.decode("ascii"))
    except (ssl.SSLError, ValueError):
        raise bad_request("bad webhook: failed to set custom certificate file", "parameters") from None
    return trusted


def _check_webhook(url: str) -> None:
    """HTTPS and four ports (Bot API, setWebhook).

    An address of this machine may be anything, as with a server of one's own (Bot API, «Using a Local Bot
    API Server»): the sandbox is one.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified", "parameters") from None
    if not host or parts.scheme not in ("http", "https"):
        raise bad_request("bad webhook: invalid webhook URL specified", "parameters")
    if host in _OWN_MACHINE:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook", "parameters")
    if port not in _PORTS:
        ports = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
        raise bad_request(ports, "parameters")


async def delete_webhook(world: World, call: Call) -> bool:
    """deleteWebhook."""
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    world.updates.webhook = Webhook()
    world.updates.added.ring()
    return True


async def get_webhook_info(world: World, call: Call) -> Json:
    """getWebhookInfo."""
    webhook = world.updates.webhook
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": webhook.trusted is not None,
        "pending_update_count": len(world.updates.pending),
    }
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    return info


class WebhookSender:
    """Posts updates to the webhook, again and again until it says 2xx.

    Those of one person go in order, one at a time; those of several people at once (`max_connections`).
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._work: asyncio.Task[None] | None = None
        self._under_way: dict[int, asyncio.Task[None]] = {}

    def start(self) -> None:
        """Begin to watch the queue."""
        self._work = asyncio.create_task(self._deliver(), name="sandbox webhook")

    async def stop(self) -> None:
        """Stop watching; what was not accepted stays in the queue."""
        tasks = [task for task in (self._work, *self._under_way.values()) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _deliver(self) -> None:
        updates = self._world.updates
        timeout = aiohttp.ClientTimeout(total=WEBHOOK_TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                updates.expire()
                for update in updates.pending if updates.webhook.url else []:
                    person = _sender(update)
                    if person not in self._under_way and len(self._under_way) < MAX_CONNECTIONS:
                        self._under_way[person] = asyncio.create_task(self._insist(session, person, update))
                await updates.added.wait(60)

    async def _insist(self, session: aiohttp.ClientSession, person: int, update: Json) -> None:
        updates, pause = self._world.updates, FIRST_PAUSE
        while update in updates.pending and updates.webhook.url:  # until it expires as well
            updates.note_delivery(update, self._world.queries)
            if await self._post(session, update):
                break
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
            updates.expire()
        del self._under_way[person]
        updates.added.ring()

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        updates, webhook = self._world.updates, self._world.updates.webhook
        headers = {_SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(
                webhook.url, json=update, headers=headers, ssl=webhook.trusted or True
            ) as reply:
                await reply.read()
                failure = (
                    "" if reply.ok else f"Wrong response from the webhook: {reply.status} {reply.reason}"
                )
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = f"{type(error).__name__}: {error}"
        if failure:
            webhook.last_error = failure
            webhook.last_error_date = int(self._world.clock.now().timestamp())
            return False
        if update in updates.pending:
            updates.pending.remove(update)
        self._world.changed.ring()
        return True


def _sender(update: Json) -> int:
    """Whose deed it tells of."""
    return next((int(one["from"]["id"]) for one in update.values() if isinstance(one, dict)), 0)


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
