"""The meeting's card: public in the group, a notice in a private chat, a panel for the chair."""

from __future__ import annotations

from markupsafe import escape

from domain.agenda import AgendaItem
from domain.meeting import Meeting
from domain.ports import Button, Screen
from domain.preparation import Answer, MeetingState
from domain.roster import Standing
from domain.voting import quorum_needed
from handlers.taps import MeetingTap
from handlers.views.context import View
from handlers.views.notice import notice_rows
from handlers.views.words import clipped, literal, seat_list

Rows = list[tuple[Button, ...]]


async def render(view: View) -> Screen | None:
    """The card as it is now for the one who looks."""
    meeting = await view.uow.meetings.get(int(view.card.key))
    if meeting is None:
        return None
    lines = [_heading(view, meeting), *agenda(view, meeting), "", *_state(view, meeting)]
    rows: Rows = []
    confirm = view.card.content.get("confirm")
    if view.chairs and not view.in_group and confirm:
        lines += ["", _question(view, meeting, str(confirm))]
        rows = _confirmation(view, meeting, str(confirm))
    elif view.chairs and not view.in_group and view.card.content.get("page") == "people":
        rows = _participants(view, meeting)
    else:
        rows = [*_member_rows(view, meeting), *notice_rows(view, meeting), *_chair_rows(view, meeting)]
    return Screen("\n".join(lines).strip(), tuple(rows))


def agenda(view: View, meeting: Meeting) -> list[str]:
    """The questions, each with its speaker and what became of it."""
    lines = []
    for item in meeting.agenda:
        mark = view.texts(f"agenda-{item.result.outcome.value.replace('_', '-')}") if item.result else ""
        lines.append(f"{item.number}. {escape(clipped(item.question, 120))}{mark}")
        about = _about(view, item)
        if about and not item.result:
            lines.append(f"   {about}")
    return lines


def _heading(view: View, meeting: Meeting) -> str:
    duties = meeting.closed_by or meeting.opened_by or view.duties or meeting.convened_by
    return view.texts(
        "meeting-heading",
        number=meeting.number or 0,
        moment=meeting.starts_at,
        place=meeting.place or "—",
        form=meeting.form.value,
        seat=duties.seat if duties else 0,
        acting="yes" if duties and duties.acting else "no",
    )


def _about(view: View, item: AgendaItem) -> str:
    parts = []
    if item.speaker_seat:
        parts.append(view.texts("agenda-speaker-seat", seat=item.speaker_seat))
    elif item.speaker:
        parts.append(view.texts("agenda-speaker", name=item.speaker))
    if item.draft_decision:
        parts.append(view.texts("agenda-draft"))
    if item.materials:
        parts.append(view.texts("agenda-materials", count=item.materials))
    return " · ".join(parts)


def _state(view: View, meeting: Meeting) -> list[str]:
    profile = view.office.profile
    needed = quorum_needed(meeting.established, profile.quorum)
    present = meeting.present()
    figures = {"present": len(present), "established": meeting.established, "needed": needed}
    opens = meeting.check_in_opens(profile)
    if meeting.state is MeetingState.OPEN:
        enough = "yes" if len(present) >= needed else "no"
        lines = [
            view.texts("meeting-open", moment=meeting.opened_at, enough=enough, **figures),
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
        return [view.texts("meeting-gathering", **figures), _attendance(view, meeting)]
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
        lines.append(view.texts("meeting-not-coming", seats=seat_list(away), count=len(away)))
    if view.chairs and not view.in_group:
        lines += [
            view.texts("meeting-away-reason", seat=seat, reason=clipped(reason, 200))
            for seat, reason in sorted(meeting.reasons.items())
        ]
    if view.seat in meeting.participants and not view.in_group:
        lines.append(_own_line(view, meeting))
    elif view.actor is not None and view.actor.standing is Standing.GUEST and not view.in_group:
        lines.append(view.texts("meeting-invited-guest"))
    return lines


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
    parts = [view.texts("attendance-here", seats=seat_list(present), count=len(present))] if present else []
    left = [seat for seat in meeting.participants if seat in meeting.attendance and seat not in present]
    if left:
        parts.append(view.texts("attendance-left", seats=seat_list(left), count=len(left)))
    promised = [
        seat
        for seat in meeting.participants
        if meeting.answers.get(seat) is Answer.COMING and seat not in meeting.attendance
    ]
    if promised:
        parts.append(view.texts("attendance-promised", seats=seat_list(promised), count=len(promised)))
    return "\n".join(parts)


def _tap(meeting: Meeting, act: str, value: int = 0) -> str:
    return MeetingTap(act=act, meeting=meeting.id, value=value).pack()


def _button(view: View, key: str, data: str) -> Button:
    return Button(view.texts(f"button-{key}"), data)


def _member_rows(view: View, meeting: Meeting) -> Rows:
    if meeting.state not in (MeetingState.CONVENED, MeetingState.OPEN):
        return []
    if not view.in_group and view.seat not in meeting.participants:
        return []
    opens = meeting.check_in_opens(view.office.profile)
    coming = _button(view, "coming", _tap(meeting, "coming", meeting.edition))
    away = _button(view, "not-coming", _tap(meeting, "away", meeting.edition))
    if opens is not None and view.now < opens:
        return [(coming, away)]
    here = _button(view, "check-in", _tap(meeting, "in"))
    leave = _button(view, "check-out", _tap(meeting, "out"))
    if view.in_group:
        return [(here, leave)]
    assert view.seat is not None  # a participant looks
    if meeting.is_present(view.seat):
        return [(leave,)]
    return [(here,)] if meeting.state is MeetingState.OPEN else [(here, away)]


def _chair_rows(view: View, meeting: Meeting) -> Rows:
    if view.in_group or not view.chairs:
        return []
    if meeting.state is MeetingState.CONVENED:
        rows: Rows = [
            (_button(view, "open-meeting", _tap(meeting, "open")),),
            (
                _button(view, "change", _tap(meeting, "change")),
                _button(view, "participants", _tap(meeting, "people")),
            ),
        ]
        if meeting.starts_at is not None and view.now >= meeting.starts_at:
            rows.append((_button(view, "not-held", _tap(meeting, "notheld")),))
        return rows
    if meeting.state is not MeetingState.OPEN:
        return []
    going_on = meeting.voting_item()
    if going_on is not None:
        return [(_button(view, "close-vote", _tap(meeting, "endvote", going_on.number)),)]
    rows = []
    left = [item for item in meeting.agenda if not item.decided]
    if left:
        chosen = _chosen(view, left)
        rows.append((_button(view, "open-vote", _tap(meeting, "vote", chosen.number)),))
        if len(left) > 1:
            numbers = [
                Button(
                    view.texts("button-item", number=item.number, chosen="yes" if item is chosen else "no"),
                    _tap(meeting, "item", item.number),
                )
                for item in left
            ]
            rows += [tuple(numbers[start : start + 6]) for start in range(0, len(numbers), 6)]
    rows.append((_button(view, "participants", _tap(meeting, "people")),))
    rows.append((_button(view, "close-meeting", _tap(meeting, "end")),))
    return rows


def _chosen(view: View, left: list[AgendaItem]) -> AgendaItem:
    wanted = view.card.content.get("item")
    return next((item for item in left if item.number == wanted), left[0])


def _question(view: View, meeting: Meeting, confirm: str) -> str:
    if confirm == "endvote":
        item = meeting.voting_item()
        ballots = item.open_vote.ballots if item and item.open_vote else {}
        silent = [seat for seat in meeting.present() if seat not in ballots]
        return view.texts("confirm-close-vote", seats=seat_list(silent), count=len(silent))
    if confirm == "end":
        left = [str(item.number) for item in meeting.agenda if not item.decided]
        return view.texts("confirm-close-meeting", items=", ".join(left), count=len(left))
    return view.texts("confirm-not-held")


def _confirmation(view: View, meeting: Meeting, confirm: str) -> Rows:
    item = meeting.voting_item()
    return [
        (
            _button(view, "confirm", _tap(meeting, confirm, item.number if item else 0)),
            _button(view, "cancel", _tap(meeting, "back")),
        )
    ]


def _participants(view: View, meeting: Meeting) -> Rows:
    rows: Rows = []
    for seat in view.office.profile.seats:
        if seat.number in meeting.participants:
            continue
        holder = view.roster.holder(seat.number)
        text = view.texts(
            "button-add-participant", seat=seat.number, name=literal(holder.name if holder else "")
        )
        rows.append((Button(text, _tap(meeting, "add", seat.number)),))
    return [*rows, (_button(view, "back", _tap(meeting, "back")),)]
