"""How a meeting stands, in lines of its card: who comes, who is there, a break, its end."""

from __future__ import annotations

from collections.abc import Mapping

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import Answer, MeetingState
from domain.meetings.voting import quorum_needed
from domain.office.wording import clipped
from domain.people.names import short_name, surnames
from domain.people.roster import Standing, holder_id
from handlers.chat.view import View


def state_lines(view: View, meeting: Meeting, former: Mapping[int, str]) -> list[str]:
    """How it stands: who comes, who is there, that it goes on or is over.

    `former` are the names of those who have left and hold their seats no more.
    """
    profile = view.office.profile
    needed = quorum_needed(meeting.established, profile.quorum)
    present = meeting.present()
    figures = {"present": len(present), "established": meeting.established, "needed": needed}
    if meeting.state is MeetingState.ADJOURNED:
        return _adjourned(view, meeting, figures)
    if meeting.state is MeetingState.OPEN:
        enough = "yes" if len(present) >= needed else "no"
        missing = max(0, needed - len(present))
        return [
            view.texts("meeting-open", moment=meeting.opened_at, enough=enough, missing=missing, **figures),
            *_on_break(view, meeting),
            _attendance(view, meeting, former),
        ]
    if meeting.state is MeetingState.CLOSED:
        return [view.texts("meeting-closed", moment=meeting.closed_at)]
    if meeting.state is MeetingState.CANCELLED:
        return [view.texts("meeting-cancelled", reason=meeting.cancel_reason)]
    if meeting.state is MeetingState.NOT_HELD:
        return [view.texts("meeting-not-held", moment=meeting.closed_at, **figures)]
    if meeting.gathers(view.now, profile):
        missing = max(0, needed - len(present))
        return [
            view.texts("meeting-gathering", missing=missing, **figures),
            _attendance(view, meeting, former),
        ]
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
        lines += _guests(view, meeting)
    return lines + _own_lines(view, meeting)


def invited_guest(view: View, meeting: Meeting) -> bool:
    """Whether this is the private chat of a guest of the meeting (п. 4.5)."""
    guest = view.actor is not None and view.actor.standing is Standing.GUEST
    return guest and view.card.chat_id in meeting.guests


def _guests(view: View, meeting: Meeting) -> list[str]:
    """Which guests will come and which cannot, for the chair."""
    lines = []
    for answer in Answer:
        said = [one.name for one in view.roster.guests() if meeting.guest_answers.get(one.user_id) is answer]
        if said:
            names = ", ".join(surnames(said))
            lines.append(view.texts("meeting-guests-said", answer=answer.value, count=len(said), names=names))
    return lines


def _adjourned(view: View, meeting: Meeting, figures: dict[str, int]) -> list[str]:
    """When it goes on; who is there already, once people gather."""
    broke_off = meeting.interruptions[-1]
    key = "meeting-left-open" if broke_off.left_open else "meeting-adjourned"
    lines = [view.texts(key, since=broke_off.since, until=broke_off.until)]
    if meeting.gathers(view.now, view.office.profile):
        missing = max(0, figures["needed"] - figures["present"])
        lines += [view.texts("meeting-gathering", missing=missing, **figures)]
        present = meeting.present()
        return lines + ([view.texts("attendance-here", names=view.surnames(present))] if present else [])
    return lines + _own_lines(view, meeting)


def _on_break(view: View, meeting: Meeting) -> list[str]:
    """The break with its time."""
    pause = meeting.on_break()
    if pause is None:
        return []
    if pause.until is None:
        return [view.texts("meeting-without-chair", since=pause.since)]
    return [view.texts("meeting-break", since=pause.since, until=pause.until)]


def _own_lines(view: View, meeting: Meeting) -> list[str]:
    """What the one who looks is invited as, and has answered."""
    if invited_guest(view, meeting):
        said = meeting.guest_answers.get(view.card.chat_id)
        return [view.texts("meeting-invited-guest", answer=said.value if said else "none")]
    if view.in_group or view.seat is None or view.seat not in meeting.participants:
        return []
    answer = meeting.answers.get(view.seat)
    key = f"meeting-you-{answer.value.replace('_', '-')}" if answer else "meeting-you-invited"
    reason = clipped(meeting.reasons.get(view.seat, ""), 200)
    why = "given" if reason else "asked" if view.card.content.get("asks") == "reason" else "none"
    return [view.texts(key, seat=view.seat, why=why, reason=reason)]


async def former_who_left(view: View, meeting: Meeting) -> dict[int, str]:
    """Names of those who have left and hold their seats no more, by seat."""
    gone = {seat: meeting.attendance.who(seat) for seat in _left(meeting)}
    former = {seat: who for seat, who in gone.items() if who not in (None, holder_id(view.roster, seat))}
    names = await view.uow.roster.names() if former else {}
    return {seat: names[who] for seat, who in former.items() if who in names}


def _left(meeting: Meeting) -> list[int]:
    """Participants who were there, on the day that goes on now, and are not."""
    stays, sittings = meeting.attendance.stays, meeting.sittings()
    since = sittings[-1][0] if sittings else None
    return [
        seat
        for seat in meeting.participants
        if (stays.get(seat) if since is None else meeting.attendance.during(seat, since))
        and not meeting.is_present(seat)
    ]


def _attendance(view: View, meeting: Meeting, former: Mapping[int, str]) -> str:
    present = meeting.present()
    parts = [view.texts("attendance-here", names=view.surnames(present))] if present else []
    marked = [seat for seat in present if meeting.attendance.stays[seat][-1].marked]
    if marked:
        parts.append(view.texts("attendance-marked", names=view.surnames(marked)))
    for seat in _left(meeting):
        moment = meeting.attendance.stays[seat][-1].left_at
        name = short_name(former[seat]) if seat in former else view.called(seat)
        parts.append(view.texts("attendance-left", name=name, moment=moment))
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
