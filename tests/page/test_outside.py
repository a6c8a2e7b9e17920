"""Outside, for anybody: is a paper the signed original; the way in by the messenger's own signature."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.documents.pdf import paper_pdf
from domain.office.profile import OfficeProfile
from domain.people.invitation import token_hash
from domain.protocols.record import fingerprint
from handlers.chat.links import new_invitation, token_of
from tests.conftest import SetClock
from tests.documents.test_documents_sample import SIGNATURE, SMALL, sheet
from tests.page.conftest import ROLE, SEAT, Answer, Browser, Pages, made, served
from tests.storage.protocols.test_protocols import drawn
from tests.templates import Templates


async def upload(browser: Browser, content: bytes) -> Answer:
    """Drop a paper."""
    form = aiohttp.FormData()
    form.add_field("file", content, filename="paper.pdf")
    return await browser.post("/v", data=form)


async def test_a_stranger_checks_a_paper(pages: Pages) -> None:
    pdf, code = paper_pdf(sheet(SMALL, SIGNATURE)), fingerprint(SMALL)
    async with pages.runtime.database.write() as uow:
        protocol = await drawn(uow)
        await uow.protocols.sign(protocol.id, SIGNATURE)
        await uow.documents.add(protocol.entity, "signed", "protocol.pdf", pdf)
    async with Browser(pages) as stranger:
        by_code = await stranger.get(f"/v/{code[:32]}")
        assert f"протокола № {protocol.number}" in by_code.text
        assert SIGNATURE.name in by_code.text
        assert (await stranger.get(f"/v?code={code.upper()}")).path == f"/office/v/{code}"
        whole = await upload(stranger, pdf)
        assert "Подлинник" in whole.text
        altered = await upload(stranger, pdf[:-1] + b" ")
        assert "Изменён" in altered.text
        assert "Неизвестный файл" in (await upload(stranger, b"%PDF-1.7")).text
        for nonsense in ("0" * 32, "x", "%27%20or%201=1", "g" * 64, "а" * 20):
            unknown = await stranger.get(f"/v/{nonsense}")
            assert unknown.status == 404
            assert '<p><a href="/office/v">' in unknown.html  # to try once more


def signed(token: str, **fields: str) -> str:
    """`initData` as Telegram signs it (Bot API, «Validating data received via the Mini App»)."""
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.digest(b"WebAppData", token.encode(), "sha256")
    return urlencode({**fields, "hash": hmac.digest(secret, lines.encode(), hashlib.sha256).hex()})


async def test_the_messenger_signs_who_comes(pages: Pages) -> None:
    token = pages.runtime.settings.token.get_secret_value()
    now = str(int(pages.clock.now().timestamp()))
    user = json.dumps({"id": SEAT[1], "first_name": "Марина"})
    good = signed(token, user=user, auth_date=now, query_id="a")
    async with Browser(pages) as head, Browser(pages) as thief:
        assert (await head.post("/enter/messenger", said=good, to="/roster")).path == "/office/roster"
        assert (await thief.post("/enter/messenger", said=good)).status == 404


@pytest.mark.parametrize("fault", ["other token", "old", "ahead", "changed", "stranger", "nonsense", "empty"])
async def test_what_the_messenger_did_not_sign_lets_nobody_in(pages: Pages, fault: str) -> None:
    token, now = pages.runtime.settings.token.get_secret_value(), pages.clock.now().timestamp()
    account = ROLE["stranger"] if fault == "stranger" else SEAT[1]
    moment = {"old": now - 700, "ahead": now + 700}.get(fault, now)
    fields = {"user": json.dumps({"id": account}), "auth_date": str(int(moment))}
    said = signed("1:other" if fault == "other token" else token, **fields)
    said = {"nonsense": "hash=1&user=%7B", "empty": ""}.get(fault, said)
    if fault == "changed":
        said = said.replace(str(SEAT[1]), str(SEAT[2]))
    async with Browser(pages) as browser:
        assert (await browser.post("/enter/messenger", said=said)).status == 404
        assert (await browser.get("/roster")).status == 401


async def test_invitations_have_a_page(pages: Pages) -> None:
    async with Browser(pages) as stranger:
        assert "?start=abc_-1" in (await stranger.get("/i/abc_-1")).html
        assert (await stranger.get("/i/%3Cscript%3E")).status in (401, 404)


async def test_an_invitation_leads_to_the_page_where_there_is_one(
    tmp_path: Path, templates: Templates, profile: OfficeProfile, clock: SetClock
) -> None:
    address = await templates.copy(None, "page", made, tmp_path / "office.db")
    async with served(address, profile, clock, invitations="page") as pages:
        async with pages.runtime.database.write() as uow:
            link = await new_invitation(uow, pages.runtime.shared, seat=3)
        assert link.startswith(f"{pages.url}/i/")
        async with Browser(pages) as stranger:
            opened = await stranger.get(link.removeprefix(pages.url))
            assert f"?start={token_of(link)}" in opened.html and "Telegram" in opened.text
        async with pages.runtime.database.read() as uow:
            found = await uow.roster.invitation_by_token(token_hash(token_of(link)))
            assert found is not None and found.seat == 3
