"""The list of messages: the address says which, in what order, from where on; so it can be sent to others."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from bot.page.messages.acting import MOST
from bot.page.messages.standing import standing_of
from bot.page.visit import Visit
from bot.works.messages.exporting import Exporting
from domain.digests.digest import Export
from domain.messages.choosing import choices, chosen_by
from domain.messages.dealing import REASONS
from domain.messages.listing import Mark, Sorting, mark_of, sortings
from domain.messages.sections import MessageFilter, Section
from domain.office.act import Act
from domain.people.roster import member_seat

PAGE = 50
_COUNTED = 1_000
_LONGEST = 100
_TOPICS = 20
_CHANGED = re.compile(r"[1-9][0-9]{0,17}(\.[1-9][0-9]{0,17}){0,199}")
_CHOSEN = ("section", "block", "channel", "unit", "topic", "words", "sorting")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; what it names that this person cannot choose is passed over."""

    chosen: MessageFilter
    section: Section
    sorting: Sorting
    content: Mapping[str, str]


def asked_of(visit: Visit, said: Mapping[str, str]) -> Asked:
    """Which messages, in which order."""
    seat = member_seat(visit.actor)
    offered = _offered(visit, said)
    content = {
        name: value
        for name in ("section", "block", "channel", "unit")
        if (value := said.get(name, "")) in dict(offered[name])
    }
    for name in ("topic", "words"):
        value = " ".join(said.get(name, "").split())[:_LONGEST] if name == "words" else said.get(name, "")
        if value and value.isprintable():
            content[name] = value
    if content.get("words") and not content.get("section"):
        content["section"] = Section.ALL.value  # who looks for words does not know whether it was answered
    chosen, section = chosen_by(visit.runtime.shared, visit.roster, seat, content, visit.now)
    orders = sortings(section)
    sorting = next((one for one in orders if one.value == said.get("sorting")), orders[0])
    if sorting is not orders[0]:
        content["sorting"] = sorting.value
    return Asked(chosen, section, sorting, content)


def _offered(visit: Visit, said: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The choices of each filter, titled."""
    profile, seat = visit.runtime.profile, member_seat(visit.actor)
    duties = visit.roster.duties()
    heads = duties is not None and duties.seat == seat
    keys = {
        name: choices(profile, seat, name, heads=heads, block=said.get("block"))
        for name in ("section", "block", "channel", "unit")
    }
    return {
        "section": [(key, visit.say(f"export-{key}")) for key in keys["section"]],
        "block": [(key, profile.block(key).title) for key in keys["block"]],
        "channel": [(key, profile.channel(key).short_title) for key in keys["channel"]],
        "unit": [(key, profile.unit(key).title) for key in keys["unit"]],
    }


async def show(visit: Visit) -> web.Response:
    """A page of the list."""
    asked = asked_of(visit, visit.query)
    messages = visit.uow.messages
    after = Mark.read(visit.query.get("after", ""))
    found = await messages.page_after(asked.chosen, asked.section, asked.sorting, after, PAGE + 1)
    shown = found[:PAGE]
    profile = visit.runtime.profile
    count = await messages.count(asked.chosen, asked.section, _COUNTED + 1)
    said = visit.query.get("changed", "")
    changed = [int(one) for one in said.split(".")] if _CHANGED.fullmatch(said) else []
    return visit.show(
        "messages.html",
        asked=asked,
        offered=_offered(visit, visit.query),
        topics=await messages.topics(asked.chosen, asked.section, _TOPICS),
        orders=sortings(asked.section),
        rows=[(one, standing_of(visit, one, listed=True)) for one in shown],
        count=min(count, _COUNTED),
        more=count > _COUNTED,
        first=after is None,
        back=visit.way("/messages", after=after, **asked.content).removeprefix(visit.base),
        changed=changed,
        most=MOST,
        onward=mark_of(shown[-1], asked.sorting) if len(found) > PAGE else None,
        blocks=[(one.key, one.title) for one in profile.blocks],
        units=[(one.key, one.title) for one in profile.units],
        reasons=[(key, visit.say(f"reason-{key}")) for key in REASONS],
    )


async def table(visit: Visit) -> web.Response:
    """The list as a table, personal data hidden as in the list; recorded as the chat's is."""
    asked = asked_of(visit, {name: visit.chosen(name) for name in _CHOSEN})
    export = Export(0, visit.actor.user_id, asked.section, asked.chosen)
    data = {"seat": visit.actor.seat, "section": asked.section.value}
    await visit.record(Act("messages-exported", "export:page", data))
    exporting = Exporting(visit.runtime)
    rows, _ = await exporting.rows(visit.uow, export)
    content = await asyncio.to_thread(exporting.table, export, rows)
    return visit.file(f"messages-{visit.now.date().isoformat()}.xlsx", content)
