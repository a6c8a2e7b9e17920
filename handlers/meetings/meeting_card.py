"""The meeting's card: public in the group, a notice in a private chat, a panel for the chair."""

from __future__ import annotations

from markupsafe import escape

from domain.meetings.agenda import AgendaItem
from domain.meetings.leftovers import left_over
from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MEETING_AHEAD, Answer, Form, MeetingState
from domain.meetings.voting import quorum_needed
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.people.roster import Standing
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.chat.wording import minutes
from handlers.meetings import leftovers_page, panel
from handlers.meetings.agenda_pages import agenda_page
from handlers.meetings.drafts_card import remarks_on_page
from handlers.meetings.notice import notice_rows
from handlers.meetings.opinion import opinion_lines, opinion_rows
from handlers.meetings.past_card import protocol_rows


async def render(view: View) -> Screen | None:
    """The card as it is now for the one who looks."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    lines = _state(view, meeting)
    duties = meeting.chair(view.roster)
    chairs = not view.in_group and duties is not None and duties.seat == view.seat
    page = _asked(view, meeting) or (panel.page(view, meeting) if chairs else None)
    if page is not None and view.card.content.get("page") == "item":
        page = (page[0] + await remarks_on_page(view, meeting), page[1])
    if view.chairs and not view.in_group and left_over(meeting):
        page = await leftovers_page.page(view, meeting)
    if meeting.state is MeetingState.CLOSED:
        lines += opinion_lines(view, meeting)
        said, opinions = opinion_rows(view, meeting)
        if view.card.content.get("page") == "opinion-preview" and said:
            return Screen("\n".join([_heading(view, meeting), *said]), tuple(opinions))
        after = [*await protocol_rows(view, meeting), *opinions]
        page = ([*(page[0] if page else []), *said], [*(page[1] if page else []), *after])
    if page is not None:
        asked, rows = page
        return _with_agenda(view, meeting, [*lines, *asked], rows)
    rows = [
        *_member_rows(view, meeting),
        *notice_rows(view, meeting),
        *await protocol_rows(view, meeting),
    ]
    if chairs:
        lines += panel.notes(view, meeting)
        if meeting.remarks:
            lines.append(view.texts("remarks-made", count=len(meeting.remarks)))
        rows += panel.rows(view, meeting)
    elif not view.in_group and meeting.chairing.handed_over:
        rows.append(panel.hand_over_button(view, meeting))
    rows += _leaving(view, meeting)
    return _with_agenda(view, meeting, lines, rows)


def _with_agenda(view: View, meeting: Meeting, lines: list[str], rows: Rows) -> Screen:
    """The heading, as much of the agenda as fits beside these lines, and the way to the rest of it."""
    heading = _heading(view, meeting)
    wanted = view.card.content.get("agenda")
    shown = agenda_page(
        view,
        [(item, question(view, item)) for item in meeting.agenda],
        [heading, *lines],
        wanted if isinstance(wanted, int) else _current(meeting),
        lambda number: panel.tap(meeting, "agenda", number),
    )
    text = "\n".join([heading, *shown.lines, "", *lines]).strip()
    return Screen(text, tuple(row for row in (shown.moves, *rows) if row))


def _current(meeting: Meeting) -> int:
    """The question that an open meeting deals with now, or comes to next; the first in any other."""
    if meeting.state is not MeetingState.OPEN:
        return 1
    pending = (item for item in meeting.agenda if item.pending)
    found = meeting.voting_item() or meeting.agenda.heard() or next(pending, None)
    return found.number if found else 1


def _asked(view: View, meeting: Meeting) -> tuple[list[str], Rows] | None:
    """What a member is asked before they are marked as here or gone; None while nothing is asked."""
    act = view.card.content.get("confirm")
    if view.in_group or view.seat is None or act not in ("in", "invideo", "out"):
        return None
    absence = view.roster.absence(view.seat)
    if act != "out" and absence is None:
        return None
    question = (
        view.texts("confirm-leave", number=meeting.number or 0, seat=view.office.profile.acting_seat)
        if act == "out"
        else view.texts("confirm-back", until=absence.last if absence else None)
    )
    rows: Rows = [
        (
            button(view, "confirm", panel.tap(meeting, str(act))),
            button(view, "cancel", panel.tap(meeting, "back")),
        )
    ]
    return ["", question], rows


def question(view: View, item: AgendaItem) -> str:
    """One question of the agenda, with what became of it; what is known of it on a line of its own."""
    line = f"{item.number}. {escape(item.question)}{_became(view, item)}"
    about = _about(view, item) if item.pending else ""
    return f"{line}\n   {about}" if about else line


def _became(view: View, item: AgendaItem) -> str:
    if item.moved_to is not None:
        return view.texts("agenda-carried-over")
    if item.removal is not None:
        return view.texts(f"agenda-{item.removal.value}", moment=item.removed_at)
    if item.result is None:
        return ""
    if item.points_begun:
        return view.texts("agenda-points", voted=item.next_point - 1, count=len(item.points))
    became = view.texts(f"agenda-{item.result.outcome.value.replace('_', '-')}")
    return became + view.texts("agenda-reopened") if item.reopened else became


def _heading(view: View, meeting: Meeting) -> str:
    duties = meeting.closed_by or meeting.chair(view.roster)
    return view.texts(
        "meeting-heading",
        number=meeting.number or 0,
        moment=meeting.starts_at,
        place=meeting.place or "none",
        form=meeting.form.value,
        seat=duties.seat if duties else 0,
        chair="nobody" if duties is None else "acting" if duties.acting else "head",
    )


def _about(view: View, item: AgendaItem) -> str:
    parts = []
    if item.speaker_seat:
        parts.append(view.texts("agenda-speaker", name=view.called(item.speaker_seat)))
    elif item.speaker:
        parts.append(view.texts("agenda-speaker", name=item.speaker))
    if item.draft_decision:
        amended = item.amendments[-1].at if item.amendments else None
        key = "agenda-draft-amended" if amended else "agenda-draft"
        parts.append(view.texts(key, moment=amended or view.now))
    if item.added_at:
        parts.append(view.texts("agenda-added", moment=item.added_at))
    if item.heard_for:
        parts.append(view.texts("agenda-heard", count=minutes(item.heard_for)))
    if item.materials:
        parts.append(view.texts("agenda-materials", count=item.materials))
    return " · ".join(parts)


def _state(view: View, meeting: Meeting) -> list[str]:
    profile = view.office.profile
    needed = quorum_needed(meeting.established, profile.quorum)
    present = meeting.present()
    figures = {"present": len(present), "established": meeting.established, "needed": needed}
    opens = meeting.check_in_opens(profile)
    if meeting.state is MeetingState.ADJOURNED:
        return _adjourned(view, meeting, figures)
    if meeting.state is MeetingState.OPEN:
        enough = "yes" if len(present) >= needed else "no"
        missing = max(0, needed - len(present))
        lines = [
            view.texts("meeting-open", moment=meeting.opened_at, enough=enough, missing=missing, **figures),
            *_goes_on(view, meeting),
            _attendance(view, meeting),
        ]
        if view.seat in meeting.participants and not view.in_group:
            lines.append(_own_line(view, meeting))
        return lines
    if meeting.state is MeetingState.CLOSED:
        return [view.texts("meeting-closed", moment=meeting.closed_at)]
    if meeting.state is MeetingState.CANCELLED:
        return [view.texts("meeting-cancelled", reason=meeting.cancel_reason)]
    if meeting.state is MeetingState.NOT_HELD:
        return [view.texts("meeting-not-held", moment=meeting.closed_at, **figures)]
    if opens is not None and view.now >= opens:
        missing = max(0, needed - len(present))
        return [view.texts("meeting-gathering", missing=missing, **figures), _attendance(view, meeting)]
    lines = [
        view.texts(
            "meeting-forecast",
            coming=meeting.coming(),
            chosen=len(meeting.participants),
            established=meeting.established,
            needed=needed,
        )
    ]
    away = [seat for seat, answer in sorted(meeting.answers.items()) if answer is Answer.NOT_COMING]
    if away:
        lines.append(view.texts("meeting-not-coming", names=view.surnames(away), count=len(away)))
    if view.chairs and not view.in_group:
        lines += [
            view.texts("meeting-away-reason", name=view.called(seat), reason=clipped(reason, 200))
            for seat, reason in sorted(meeting.reasons.items())
        ]
    if view.seat in meeting.participants and not view.in_group:
        lines.append(_own_line(view, meeting))
    elif view.actor is not None and view.actor.standing is Standing.GUEST and not view.in_group:
        lines.append(view.texts("meeting-invited-guest"))
    return lines


def _adjourned(view: View, meeting: Meeting, figures: dict[str, int]) -> list[str]:
    """When it goes on; who is there already, once people gather."""
    opens = meeting.check_in_opens(view.office.profile)
    lines = [view.texts("meeting-adjourned", since=meeting.interruptions[-1].since, until=meeting.due_at)]
    if opens is not None and view.now >= opens:
        missing = max(0, figures["needed"] - figures["present"])
        lines += [view.texts("meeting-gathering", missing=missing, **figures)]
        present = meeting.present()
        return lines + ([view.texts("attendance-here", names=view.surnames(present))] if present else [])
    if view.seat in meeting.participants and not view.in_group:
        lines.append(_own_line(view, meeting))
    return lines


def _goes_on(view: View, meeting: Meeting) -> list[str]:
    """The break or the question being heard, with its time."""
    pause, item = meeting.on_break(), meeting.agenda.heard()
    if pause is not None:
        if pause.until is None:
            return [view.texts("meeting-without-chair", since=pause.since)]
        return [view.texts("meeting-break", since=pause.since, until=pause.until)]
    if item is None:
        return []
    speaker = view.called(item.speaker_seat) if item.speaker_seat else item.speaker
    return [
        view.texts(
            "meeting-hears",
            item=item.number,
            question=clipped(item.question, 120),
            speaker=speaker or "none",
            moment=item.heard_since,
        )
    ]


def _own_line(view: View, meeting: Meeting) -> str:
    assert view.seat is not None  # asked for participants only
    if meeting.state is MeetingState.OPEN:
        return view.texts(
            "meeting-you-present" if meeting.is_present(view.seat) else "meeting-you-not-present"
        )
    answer = meeting.answers.get(view.seat)
    key = f"meeting-you-{answer.value.replace('_', '-')}" if answer else "meeting-you-invited"
    reason = clipped(meeting.reasons.get(view.seat, ""), 200)
    return view.texts(key, seat=view.seat, reason=reason or "none")


def _attendance(view: View, meeting: Meeting) -> str:
    present = meeting.present()
    parts = [view.texts("attendance-here", names=view.surnames(present))] if present else []
    marked = [seat for seat in present if meeting.attendance.stays[seat][-1].marked]
    if marked:
        parts.append(view.texts("attendance-marked", names=view.surnames(marked)))
    left = [seat for seat in meeting.participants if seat in meeting.attendance.stays and seat not in present]
    for seat in left:
        moment = meeting.attendance.stays[seat][-1].left_at
        parts.append(view.texts("attendance-left", name=view.called(seat), moment=moment))
    promised = [
        seat
        for seat in meeting.participants
        if meeting.answers.get(seat) is Answer.COMING and seat not in meeting.attendance.stays
    ]
    if promised:
        parts.append(view.texts("attendance-promised", names=view.surnames(promised)))
    silent = [
        seat
        for seat in meeting.participants
        if seat not in meeting.attendance.stays and meeting.answers.get(seat) is not Answer.COMING
    ]
    if silent and meeting.state is MeetingState.CONVENED:
        parts.append(view.texts("attendance-silent", names=view.surnames(silent)))
    return "\n".join(parts)


def _member_rows(view: View, meeting: Meeting) -> Rows:
    if meeting.state not in MEETING_AHEAD:
        return []
    if not view.in_group and view.seat not in meeting.participants:
        return []
    opens = meeting.check_in_opens(view.office.profile)
    coming = button(view, "coming", panel.tap(meeting, "coming", meeting.edition))
    away = button(view, "not-coming", panel.tap(meeting, "away", meeting.edition))
    if opens is not None and view.now < opens:
        return [(coming, away)]
    here: tuple[Button, ...] = (button(view, "check-in", panel.tap(meeting, "in")),)
    if meeting.form is Form.MIXED:
        here += (button(view, "check-in-video", panel.tap(meeting, "invideo")),)
    if view.in_group:
        return [(*here, button(view, "check-out", panel.tap(meeting, "out")))]
    assert view.seat is not None  # a participant looks
    if meeting.is_present(view.seat):
        return []
    return [here] if meeting.state is MeetingState.OPEN else [(*here, away)]


def _leaving(view: View, meeting: Meeting) -> Rows:
    """«Ухожу», last of all, for whoever is there."""
    if view.in_group or view.seat is None or not meeting.is_present(view.seat):
        return []
    if meeting.state not in MEETING_AHEAD:
        return []
    return [(button(view, "check-out", panel.tap(meeting, "out")),)]
