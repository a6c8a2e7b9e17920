"""The digest: figures first, then the oldest of what waits, then the way to each message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from domain.deadline import Urgency, end_of_day, soon_until
from domain.digest import DigestCounts, MessageFilter, Section, Share
from domain.message import KnownMessage
from domain.ports import Button, Screen
from domain.profile import Role, Seat
from handlers.taps import DigestTap
from handlers.views.context import View
from handlers.views.lateness import lateness, urgency_of
from handlers.views.tasks import digest_tasks
from handlers.views.words import clipped

PAGE = 5


async def render(view: View) -> Screen | None:
    """The digest of the seat that the card names, as it stands now."""
    content = view.card.content
    seat = view.office.profile.seat(int(content["seat"]))
    chosen = digest_filter(view, seat)
    counts = await view.uow.messages.counts(chosen, view.now - timedelta(days=1))
    section = _section(content, counts, seat)
    total = counts.of(section)
    page = min(int(content.get("page", 0)), max(0, (total - 1) // PAGE))
    found = await view.uow.messages.page(chosen, section, PAGE, page * PAGE)
    lines = _heading(view, seat)
    lines += _figures(view, counts, seat)
    if seat.role is Role.HEAD:
        lines += await _breakdown(view, chosen)
    lines += await digest_tasks(view, seat.number)
    lines.append("")
    if not total and section is Section.OVERDUE:
        lines.append(view.texts("digest-nothing-overdue"))
    elif section is not Section.OVERDUE:
        lines.append(view.texts(f"digest-section-{section.value}", count=total))
    for number, message in enumerate(found, start=page * PAGE + 1):
        lines += _item(view, number, message)
    rows = _rows(view, counts, section, page, [message.id for message in found])
    return Screen("\n".join(lines), rows)


def digest_filter(view: View, seat: Seat) -> MessageFilter:
    """Whose messages this seat's digest is about: a block's, an officer's channels', the whole office's."""
    profile, calendar = view.office.profile, view.office.calendar
    whole = seat.role is Role.HEAD
    return MessageFilter(
        now=view.now,
        today_ends=end_of_day(view.now.date(), profile.time_zone),
        soon_ends=soon_until(view.now, profile.due_soon_days, calendar, profile.time_zone),
        block=None if whole else seat.block,
        channels=() if whole else seat.channels,
    )


def _section(content: Mapping[str, object], counts: DigestCounts, seat: Seat) -> Section:
    wanted = content.get("section")
    if wanted in [section.value for section in Section]:
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
    lines = [view.texts("digest-heading", day=view.now, title=title)]
    reason = view.card.content.get("instead")
    if reason:
        lines.append(view.texts(f"digest-instead-{reason}", seat=seat.number))
    return lines


def _figures(view: View, counts: DigestCounts, seat: Seat) -> list[str]:
    profile = view.office.profile
    until = soon_until(view.now, profile.due_soon_days, view.office.calendar, profile.time_zone)
    grown = counts.overdue - counts.overdue_before
    lines = [
        "",
        view.texts(
            "digest-overdue",
            count=counts.overdue,
            grown=grown,
            sign="+" if grown > 0 else "−",
            change=abs(grown),
        ),
    ]
    lines.append(view.texts("digest-due", today=counts.today, soon=counts.soon, until=until))
    if counts.unassigned and seat.role is not Role.BLOCK_HEAD:
        lines.append(view.texts("digest-unassigned", count=counts.unassigned))
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
    return view.texts("digest-share", title=title, overdue=share.overdue, today=share.today, soon=share.soon)


def _item(view: View, number: int, message: KnownMessage) -> list[str]:
    profile = view.office.profile
    overdue = urgency_of(view, message) is Urgency.OVERDUE
    when = lateness(view, message) if overdue else view.texts("digest-until", moment=message.deadline_at)
    lines = [
        view.texts(
            "digest-item",
            number=number,
            mark="yes" if overdue else "no",
            when=when,
            channel=profile.channel(message.channel).short_title,
            code=message.number,
            topic=clipped(message.topic or view.texts("topic-none"), 60),
        )
    ]
    about = [view.texts("digest-presumed")] if message.block_presumed else []
    if message.executor or message.unit:
        about.append(clipped(_executor(view, message), 60))
    if message.delay_reason:
        about.append(clipped(message.delay_reason, 60))
    elif overdue:
        about.append(view.texts("digest-no-reason"))
    if about:
        lines.append(view.texts("digest-about", text=" · ".join(about)))
    return lines


def _executor(view: View, message: KnownMessage) -> str:
    return view.office.profile.unit(message.unit).title if message.unit else message.executor


def _rows(
    view: View, counts: DigestCounts, section: Section, page: int, ids: list[int]
) -> tuple[tuple[Button, ...], ...]:
    opens = tuple(
        Button(str(number), DigestTap(act="open", value=str(message_id)).pack())
        for number, message_id in enumerate(ids, start=page * PAGE + 1)
    )
    moves = []
    if page > 0:
        moves.append(Button("‹", DigestTap(act="page", value=str(page - 1)).pack()))
    if (page + 1) * PAGE < counts.of(section):
        moves.append(Button("›", DigestTap(act="page", value=str(page + 1)).pack()))
    sections = [
        Button(
            view.texts(f"button-section-{one.value}", count=counts.of(one)),
            DigestTap(act="section", value=one.value).pack(),
        )
        for one in Section
        if one is not section and counts.of(one)
    ]
    pairs = [tuple(sections[start : start + 2]) for start in range(0, len(sections), 2)]
    return tuple(row for row in (opens, tuple(moves), *pairs) if row)
