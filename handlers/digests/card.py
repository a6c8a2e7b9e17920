"""The digest: figures first, then the oldest of what waits, then the way to each message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from domain.digests.digest import DIGEST, changes_since
from domain.messages.message import KnownMessage
from domain.messages.sections import DigestCounts, MessageFilter, Section, Share, seat_filter
from domain.office.outbox import Button, Screen
from domain.office.profile import Role, Seat
from domain.office.wording import clipped
from handlers.chat.parts import turning
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.digests import assigning
from handlers.digests.taps import DigestNumberTap, DigestPageTap, DigestTap
from handlers.incidents.line import incident_lines
from handlers.incidents.taps import IncidentTap
from handlers.messages.line import item_lines
from handlers.tasks.list_card import digest_tasks

Row = tuple[Button, ...]

PAGE = 5
_TITLE = 80


async def render(view: View) -> Screen | None:
    """The digest of the seat that the card names, as it stands now."""
    content, profile = view.card.content, view.office.profile
    seat = profile.seat(int(content["seat"]))
    chosen = seat_filter(profile, view.office.calendar, view.now, seat)
    since = _since(view)
    counts = await view.uow.messages.counts(chosen, since)
    section = _section(content, counts, seat)
    total = lines_there = counts.of(section)
    messages, ask = view.uow.messages, view.uow.messages.page
    if section is not Section.UNASSIGNED:  # where each has its tick
        lines_there, ask = total - await messages.folded_away(chosen, section), messages.lines
    page = min(int(content.get("page", 0)), max(0, (lines_there - 1) // PAGE))
    found = await ask(chosen, section, PAGE, page * PAGE)
    lines = [*_heading(view, seat), "", *_figures(view, counts, chosen, since, seat)]
    if seat.role is Role.HEAD:
        lines += await _breakdown(view, chosen)
    lines += await digest_tasks(view, seat.number)
    lines += ["", *_section_title(view, section, total)]
    numbered = list(enumerate(found, start=page * PAGE + 1))
    for number, message in numbered:
        if section is not Section.UNASSIGNED and message.incident_id is not None:
            lines += await incident_lines(view, number, message, message.incident_id, since)
        else:
            lines += item_lines(view, number, message, block_shown=section is Section.ESCALATED)
    moves = turning(
        page, (page + 1) * PAGE < lines_there, lambda to: DigestPageTap(act="page", value=to).pack()
    )
    ticked = content.get("ticked")
    if ticked is not None and section is Section.UNASSIGNED:
        if not ticked:
            lines += ["", view.texts("digest-ask-ticks")]
        rows = [
            assigning.ticks([(number, one.id) for number, one in numbered], ticked),
            moves,
            *assigning.choices(view, ticked),
        ]
        return Screen("\n".join(lines), tuple(row for row in rows if row))
    rows = [_opens(section, numbered), moves, *_ways(view, counts, section, seat)]
    rows.append((Button(view.texts("button-week-figures"), CommandTap(name="week").pack()),))
    rows.append(await _muting(view, counts))
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def _since(view: View) -> datetime:
    kept = view.card.content.get("since")
    last = datetime.fromisoformat(str(kept)) if kept else None
    return changes_since(view.office.profile, last, view.now)


def _section(content: Mapping[str, Any], counts: DigestCounts, seat: Seat) -> Section:
    wanted = content.get("section")
    if wanted in [section.value for section in DIGEST]:
        return Section(str(wanted))
    if counts.unassigned and seat.role is not Role.BLOCK_HEAD:
        return Section.UNASSIGNED
    for section in (Section.OVERDUE, Section.TODAY, Section.SOON):
        if counts.of(section):
            return section
    return Section.OVERDUE


def _heading(view: View, seat: Seat) -> list[str]:
    profile = view.office.profile
    if seat.block:
        title = profile.block(seat.block).title
    elif seat.channels:
        title = ", ".join(profile.channel(key).short_title for key in seat.channels)
    else:
        title = view.texts("digest-whole-office")
    lines = [view.texts("digest-heading", day=view.now, title=clipped(title, _TITLE))]
    reason = view.card.content.get("instead")
    if reason:
        lines.append(view.texts(f"digest-instead-{reason}", seat=seat.number))
    return lines


def _figures(
    view: View, counts: DigestCounts, chosen: MessageFilter, since: datetime, seat: Seat
) -> list[str]:
    grown = counts.overdue - counts.overdue_before
    yesterday = view.now - since.astimezone(view.now.tzinfo) < timedelta(days=2)
    lines = [
        view.texts(
            "digest-overdue",
            count=counts.overdue,
            grown=grown,
            sign="+" if grown > 0 else "−",
            change=abs(grown),
            yesterday="yes" if yesterday else "no",
            since=since,
        ),
        view.texts("digest-due", today=counts.today, soon=counts.soon, until=chosen.soon_ends),
    ]
    if counts.arrived or counts.answered or counts.expired:
        changed = {
            "arrived": counts.arrived,
            "late": counts.arrived_overdue,
            "answered": counts.answered,
            "expired": counts.expired,
        }
        lines.append(view.texts("digest-changed", **changed))
    if counts.unassigned and seat.role is not Role.BLOCK_HEAD:
        lines.append(view.texts("digest-unassigned", count=counts.unassigned))
    if counts.unregistered:
        lines.append(view.texts("digest-unregistered", count=counts.unregistered))
    if counts.escalated and seat.role is Role.HEAD:
        after = view.office.profile.escalate_after
        lines.append(view.texts("digest-escalated", count=counts.escalated, after=after))
    return lines


async def _breakdown(view: View, chosen: MessageFilter) -> list[str]:
    profile = view.office.profile
    breakdown = await view.uow.messages.breakdown(chosen)
    none = Share(0, 0, 0)
    lines = ["", view.texts("digest-by-blocks")]
    for block in profile.blocks:
        lines.append(_share(view, block.title, breakdown.blocks.get(block.key, none)))
    if None in breakdown.blocks:
        lines.append(_share(view, view.texts("block-none"), breakdown.blocks[None]))
    lines += ["", view.texts("digest-by-channels")]
    for channel in profile.channels:
        lines.append(_share(view, channel.short_title, breakdown.channels.get(channel.key, none)))
    return lines


def _share(view: View, title: str, share: Share) -> str:
    return view.texts(
        "digest-share",
        title=clipped(title, _TITLE),
        overdue=share.overdue,
        today=share.today,
        soon=share.soon,
    )


def _section_title(view: View, section: Section, total: int) -> list[str]:
    if section is Section.OVERDUE:
        return [] if total else [view.texts("digest-nothing-overdue")]
    return [view.texts(f"digest-section-{section.value}", after=view.office.profile.escalate_after)]


def _opens(section: Section, numbered: Sequence[tuple[int, KnownMessage]]) -> Row:
    return tuple(Button(str(number), _opening(section, message)) for number, message in numbered)


def _opening(section: Section, message: KnownMessage) -> str:
    if message.incident_id is not None and section is not Section.UNASSIGNED:
        return IncidentTap(act="show", incident=message.incident_id).pack()
    return DigestNumberTap(act="open", value=message.id).pack()


def _ways(view: View, counts: DigestCounts, section: Section, seat: Seat) -> list[Row]:
    """To the blocks of what has none, to the other parts of the digest, to the table."""
    rows: list[Row] = []
    if section is Section.UNASSIGNED and counts.unassigned:
        rows.append((Button(view.texts("button-assign-several"), _data("assign", "-")),))
    buttons = [
        Button(view.texts(f"button-section-{one.value}", count=counts.of(one)), _data("section", one.value))
        for one in DIGEST
        if one is not section and counts.of(one) and (one is not Section.ESCALATED or seat.role is Role.HEAD)
    ]
    if counts.of(section):
        buttons.append(Button(view.texts("button-export-list"), _data("export", section.value)))
    return rows + [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


async def _muting(view: View, counts: DigestCounts) -> Row:
    if not counts.empty:
        return ()
    muted = await view.uow.digests.muted(view.card.chat_id)
    key = "button-unmute-digest" if muted else "button-mute-digest"
    return (Button(view.texts(key), _data("mute", "no" if muted else "yes")),)


def _data(act: str, value: str) -> str:
    return DigestTap(act=act, value=value).pack()
