"""The digest: figures first, then the oldest of what waits, then the way to each message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime, timedelta

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
from handlers.digests.taps import DETAILS, FIRST, DigestNumberTap, DigestPageTap, DigestTap
from handlers.incidents.line import incident_lines
from handlers.incidents.taps import IncidentTap
from handlers.meetings.waiting import todays_meeting
from handlers.messages.line import item_line, item_lines
from handlers.messages.stages import marks
from handlers.tasks.list_card import digest_tasks

Row = tuple[Button, ...]

PAGE = 4
_TITLE = 80
_LINES = 10
"""That the first screen has at most."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of one part of the digest: its number from 0, lines in all, messages by their numbers."""

    number: int
    total: int
    lines: Sequence[tuple[int, KnownMessage]]


async def render(view: View) -> Screen | None:
    """The digest of the seat that the card names, as it stands now."""
    profile = view.office.profile
    seat = profile.seat(int(view.card.content["seat"]))
    chosen = seat_filter(profile, view.office.calendar, view.now, seat)
    counts = await view.uow.messages.counts(chosen, _since(view))
    wanted = view.card.content.get("section")
    if wanted == DETAILS:
        return await _details(view, counts, chosen, seat)
    if wanted in [section.value for section in DIGEST]:
        return await _section(view, counts, chosen, seat, Section(str(wanted)))
    return await _first(view, counts, chosen, seat)


async def _first(view: View, counts: DigestCounts, chosen: MessageFilter, seat: Seat) -> Screen:
    """What presses most in ten lines: the head's blocks, anybody else's latest messages."""
    lines = [*_heading(view, seat), "", *_figures(view, counts, chosen, seat)]
    today = (await todays_meeting(view, seat.number), await digest_tasks(view, seat.number))
    lines += [" · ".join(filter(None, today))] if any(today) else []
    rows: list[Row] = []
    section = _pressing(counts)
    if seat.role is Role.HEAD:
        lines += await _blocks(view, chosen, _LINES - len([one for one in lines if one]))
    else:
        shown, rows = await _listed(view, counts, chosen, section)
        lines += ["", *_section_title(view, section), *shown] if shown else []
    rows += _ways(view, counts, None if seat.role is Role.HEAD else section, seat)
    details = Button(view.texts("button-digest-details"), _data("section", DETAILS))
    rows.append((details, Button(view.texts("button-week-figures"), CommandTap(name="week").pack())))
    rows.append(await _muting(view, counts))
    return Screen("\n".join(lines), tuple(row for row in rows if row))


async def _listed(
    view: View, counts: DigestCounts, chosen: MessageFilter, section: Section
) -> tuple[list[str], list[Row]]:
    """A line a message, with its number to tap."""
    page, lines = await _page(view, counts, chosen, section), list[str]()
    for number, message in page.lines:
        if (incident := _incident(section, message)) is not None:
            lines += (await incident_lines(view, number, message, incident, _since(view)))[:1]
        else:
            lines.append(" · ".join([item_line(view, number, message), *marks(view, message)]))
    return lines, [_opens(section, page.lines), _moves(page)]


async def _section(
    view: View, counts: DigestCounts, chosen: MessageFilter, seat: Seat, section: Section
) -> Screen:
    """One part of the digest whole, and the way back."""
    page = await _page(view, counts, chosen, section)
    lines = [*_heading(view, seat), "", *_figures(view, counts, chosen, seat)]
    lines += ["", *_section_title(view, section)]
    for number, message in page.lines:
        if (incident := _incident(section, message)) is not None:
            lines += await incident_lines(view, number, message, incident, _since(view))
        else:
            lines += item_lines(view, number, message, block_shown=section is Section.ESCALATED)
    ticked = view.card.content.get("ticked")
    if ticked is not None and section is Section.UNASSIGNED:
        if not ticked:
            lines += ["", view.texts("digest-ask-ticks")]
        numbered = [(number, message.id) for number, message in page.lines]
        rows = [assigning.ticks(numbered, ticked), _moves(page), *assigning.choices(view, ticked)]
        return Screen("\n".join(lines), tuple(row for row in rows if row))
    rows = [_opens(section, page.lines), _moves(page), *_ways(view, counts, section, seat), _back(view)]
    return Screen("\n".join(lines), tuple(row for row in rows if row))


async def _details(view: View, counts: DigestCounts, chosen: MessageFilter, seat: Seat) -> Screen:
    """What changed since the digest before, and for the head every block and channel."""
    lines = [*_heading(view, seat), "", *_figures(view, counts, chosen, seat), "", _changed(view, counts)]
    stages = await view.uow.messages.open_stages(chosen)
    lines += [view.texts("digest-stages", **asdict(stages))] if any(astuple(stages)) else []
    if seat.role is Role.HEAD:
        lines += await _breakdown(view, chosen)
    return Screen("\n".join(lines), (_back(view),))


async def _page(view: View, counts: DigestCounts, chosen: MessageFilter, section: Section) -> _Page:
    messages, total = view.uow.messages, counts.of(section)
    ask = messages.page
    if section is not Section.UNASSIGNED:  # where each has its tick
        total, ask = total - await messages.folded_away(chosen, section), messages.lines
    number = min(int(view.card.content.get("page", 0)), max(0, (total - 1) // PAGE))
    found = await ask(chosen, section, PAGE, number * PAGE)
    return _Page(number, total, list(enumerate(found, start=number * PAGE + 1)))


def _incident(section: Section, message: KnownMessage) -> int | None:
    """The incident for all of which this message stands."""
    return None if section is Section.UNASSIGNED else message.incident_id


def _moves(page: _Page) -> Row:
    further = (page.number + 1) * PAGE < page.total
    return turning(page.number, further, lambda to: DigestPageTap(act="page", value=to).pack())


def _back(view: View) -> Row:
    return (Button(view.texts("button-back"), _data("section", FIRST)),)


def _since(view: View) -> datetime:
    """The digest before this one; of a card that has stood overnight, what it was in the morning."""
    profile, kept = view.office.profile, view.card.content.get("since")
    day = date.fromisoformat(str(view.card.content.get("day", view.today)))
    if day < view.today:
        return datetime.combine(day, profile.digest_at, profile.time_zone)
    return changes_since(profile, datetime.fromisoformat(str(kept)) if kept else None, view.now)


def _pressing(counts: DigestCounts) -> Section:
    pressing = (Section.OVERDUE, Section.TODAY, Section.SOON)
    return next((section for section in pressing if counts.of(section)), Section.OVERDUE)


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
        lines.append(view.texts(f"digest-instead-{reason}", seat=seat.number, who=view.called(seat.number)))
    return lines


def _figures(view: View, counts: DigestCounts, chosen: MessageFilter, seat: Seat) -> list[str]:
    since = _since(view)
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
    needs = []
    if counts.unassigned and seat.role is not Role.BLOCK_HEAD:
        needs.append(view.texts("digest-unassigned", count=counts.unassigned))
    if counts.unregistered:
        needs.append(view.texts("digest-unregistered", count=counts.unregistered))
    if counts.escalated and seat.role is Role.HEAD:
        needs.append(view.texts("digest-escalated", count=counts.escalated))
    return [*lines, " · ".join(needs)] if needs else lines


def _changed(view: View, counts: DigestCounts) -> str:
    changed = {
        "arrived": counts.arrived,
        "late": counts.arrived_overdue,
        "answered": counts.answered,
        "expired": counts.expired,
    }
    return view.texts("digest-changed", **changed)


async def _blocks(view: View, chosen: MessageFilter, room: int) -> list[str]:
    """Blocks in which something presses, the most overdue first, in so many lines."""
    shares = (await view.uow.messages.breakdown(chosen)).blocks
    pressing = [
        (share, block.title)
        for block in view.office.profile.blocks
        if (share := shares.get(block.key)) is not None and (share.overdue or share.today or share.soon)
    ]
    pressing.sort(key=lambda one: (-one[0].overdue, -one[0].today, -one[0].soon))
    shown = pressing if len(pressing) < room else pressing[: room - 2]
    lines = [_share(view, title, share) for share, title in shown]
    if len(shown) < len(pressing):
        lines.append(view.texts("digest-more-blocks", count=len(pressing) - len(shown)))
    return ["", view.texts("digest-by-blocks"), *lines] if lines else []


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


def _section_title(view: View, section: Section) -> list[str]:
    """What the list below is of; what is overdue says so in each line."""
    if section is Section.OVERDUE:
        return []
    return [view.texts(f"digest-section-{section.value}", after=view.office.profile.escalate_after)]


def _opens(section: Section, numbered: Sequence[tuple[int, KnownMessage]]) -> Row:
    return tuple(Button(str(number), _opening(section, message)) for number, message in numbered)


def _opening(section: Section, message: KnownMessage) -> str:
    if (incident := _incident(section, message)) is not None:
        return IncidentTap(act="show", incident=incident).pack()
    return DigestNumberTap(act="open", value=message.id).pack()


def _ways(view: View, counts: DigestCounts, section: Section | None, seat: Seat) -> list[Row]:
    """To the blocks of what has none, to the other parts of the digest, to the table."""
    rows: list[Row] = []
    if counts.unassigned and seat.role is not Role.BLOCK_HEAD:
        rows.append((Button(view.texts("button-assign-several"), _data("assign", "-")),))
    buttons = [
        Button(view.texts(f"button-section-{one.value}", count=counts.of(one)), _data("section", one.value))
        for one in DIGEST
        if one is not section and counts.of(one) and (one is not Section.ESCALATED or seat.role is Role.HEAD)
    ]
    if section is not None and counts.of(section):
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
