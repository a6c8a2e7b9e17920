"""The list of messages: the address says which, in what order, from where on; so it can be sent to others."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from aiohttp import web

from bot.page.messages.arranging import arranged, parted
from bot.page.messages.standing import standing_of
from bot.page.visit import Visit
from bot.works.collector import collector_paused
from bot.works.messages.exporting import Exporting
from domain.digests.digest import Export
from domain.figures.period import Period
from domain.messages.choosing import choices, chosen_by
from domain.messages.dealing import REASONS
from domain.messages.listing import ARRANGED, PARTED, Mark, Sorting, indexed, mark_of, sortings
from domain.messages.message import KnownMessage
from domain.messages.privacy import may_look
from domain.messages.sections import Cut, MessageFilter, Outcome, Section
from domain.office.act import Act
from domain.office.reading import day
from domain.office.reading import whole as whole_number
from domain.office.refusal import Refusal
from domain.people.roster import member_seat

PAGE = 50
MOST = 200  # ticked at once
_COUNTED = 1_000
LOOKED_AT = 500
_LONGEST, _LONGEST_REASON = 100, 300
_TOPICS = 20
_CHANGED = re.compile(r"[1-9][0-9]{0,17}(\.[1-9][0-9]{0,17}){0,199}")
_CUT = ("first", "last", "outcome", "settlement", "reason")
_CHOSEN = ("section", "block", "channel", "unit", "topic", "words", "sorting", *_CUT)
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; what it names that this person cannot choose is passed over."""

    chosen: MessageFilter
    section: Section
    sorting: Sorting
    content: Mapping[str, str]

    @property
    def arranged(self) -> bool:
        """Whether no index has this order."""
        return indexed(self.section, self.sorting) is None

    @property
    def parted(self) -> bool:
        """Whether the list can go through its parts, however many messages there are."""
        return self.sorting.column in PARTED and not self.chosen.words


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
    cut = _cut(visit, said, content)
    if (content.get("words") or cut) and not content.get("section"):
        content["section"] = Section.ALL.value  # who looks for words does not know whether it was answered
    chosen, section = chosen_by(visit.runtime.shared, visit.roster, seat, content, visit.now)
    usual = sortings(section)[0]
    sorting = Sorting(said["sorting"]) if said.get("sorting") in set(Sorting) else usual
    if sorting is not usual:
        content["sorting"] = sorting.value
    return Asked(replace(chosen, cut=cut), section, sorting, content)


def _cut(visit: Visit, said: Mapping[str, str], content: dict[str, str]) -> Cut | None:
    """A part of what was received, as figures lead to it; without days that of the last year."""
    first, last = day(said.get("first", "")), day(said.get("last", ""))
    outcome, texts = said.get("outcome", ""), dict[str, str]()
    for name in ("settlement", "reason"):
        value = said.get(name, "").strip()[:_LONGEST_REASON]
        texts[name] = value if value.isprintable() else ""
    if outcome not in set(Outcome):
        outcome = ""
    if not (first or last or outcome or any(texts.values())):
        return None
    last = last or visit.now.date()
    first = min(first or last - _A_YEAR, last)
    given = {"first": first.isoformat(), "last": last.isoformat(), "outcome": outcome, **texts}
    content.update({name: value for name, value in given.items() if value})
    period, zone = Period(first, last), visit.runtime.profile.time_zone
    return Cut(period.starts(zone), period.ends(zone), Outcome(outcome) if outcome else None, **texts)


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
    count = await messages.count(asked.chosen, asked.section, (ARRANGED if asked.arranged else _COUNTED) + 1)
    many = asked.arranged and count > ARRANGED
    too_many = many and not asked.parted
    if too_many:
        content = {name: value for name, value in asked.content.items() if name != "sorting"}
        asked = replace(asked, sorting=sortings(asked.section)[0], content=content)
    after, found, onward = await _page(visit, asked, many=many)
    shown, profile = found[:PAGE], visit.runtime.profile
    said = visit.query.get("changed", "")
    changed = [int(one) for one in said.split(".")] if _CHANGED.fullmatch(said) else []
    return visit.show(
        "messages.html",
        asked=asked,
        offered=_offered(visit, visit.query),
        topics=await messages.topics(asked.chosen, asked.section, _TOPICS),
        orders=[one for one in Sorting if one in sortings(asked.section) or not one.descending],
        too_many=ARRANGED if too_many else 0,
        outcomes=[(one.value, visit.say(f"page-counts-as-{one.value.replace('_', '-')}")) for one in Outcome],
        rows=[(one, standing_of(visit, one, listed=True)) for one in shown],
        count=min(count, ARRANGED) if asked.arranged else min(count, _COUNTED),
        more=count > (ARRANGED if asked.arranged else _COUNTED),
        first=after is None,
        here="" if after is None else after,
        back=visit.way("/messages", after=after, **asked.content).removeprefix(visit.base),
        changed=changed,
        most=MOST,
        onward=onward,
        looks=may_look(profile, visit.actor.seat) and count <= LOOKED_AT,
        blocks=[(one.key, one.title) for one in profile.blocks],
        units=[(one.key, one.title) for one in profile.units],
        reasons=[(key, visit.say(f"reason-{key}")) for key in REASONS],
    )


async def _page(visit: Visit, asked: Asked, *, many: bool) -> tuple[object, Sequence[KnownMessage], object]:
    """After what the page begins, its messages and one more if there is, after what the next one begins."""
    said, chosen, section, sorting = visit.query.get("after", ""), asked.chosen, asked.section, asked.sorting
    if asked.arranged and many:
        return await parted(visit, chosen, section, sorting, said, PAGE)
    if asked.arranged:
        place = whole_number(said, 1, ARRANGED)
        found = await arranged(visit, chosen, section, sorting, place or 0, PAGE + 1)
        return place, found, (place or 0) + PAGE if len(found) > PAGE else None
    after, sorting = Mark.read(said), indexed(section, sorting) or sorting
    found = await visit.uow.messages.page_after(chosen, section, sorting, after, PAGE + 1)
    return after, found, mark_of(found[PAGE - 1], sorting) if len(found) > PAGE else None


async def _look_at(visit: Visit, asked: Asked) -> None:
    """Every message of the list; Refusal where there are too many or the profile does not allow it."""
    if not may_look(visit.runtime.profile, visit.actor.seat):
        raise Refusal("not-revealed-to-you")
    found = await visit.uow.messages.page(asked.chosen, asked.section, LOOKED_AT + 1, 0)
    if len(found) > LOOKED_AT:
        raise Refusal("too-many-to-look-at", limit=LOOKED_AT)
    async with visit.runtime.database.write() as uow:
        for message in found:
            await uow.record(visit.actor, Act("applicant-looked-at", message.entity))


async def table(visit: Visit) -> web.Response:
    """The list as a table, personal data hidden as in the list; recorded as the chat's is.

    With addresses and links for who may look at them: then each message of it is recorded as looked at.
    """
    asked = asked_of(visit, {name: visit.chosen(name) for name in _CHOSEN})
    export = Export(0, visit.actor.user_id, asked.section, asked.chosen)
    data = {"seat": visit.actor.seat, "section": asked.section.value}
    await visit.record(Act("messages-exported", "export:page", data))
    whole = visit.chosen("whole") != ""
    if whole:
        await _look_at(visit, asked)
    exporting = Exporting(visit.runtime, whole=whole)
    with collector_paused():
        rows, found = await exporting.rows(visit.uow, export)
        content = await asyncio.to_thread(exporting.table, export, rows, found)
    return visit.file(f"messages-{visit.now.date().isoformat()}.xlsx", content)
