"""The chair's page of who takes part: members to add and to mark, guests who came."""

from __future__ import annotations

from domain.meetings.guests import came, strangers
from domain.meetings.meeting import Meeting
from domain.office.outbox import Button
from domain.office.wording import clipped, literal
from handlers.chat.parts import Rows, button
from handlers.chat.view import View
from handlers.meetings.taps import tap


def people_rows(view: View, meeting: Meeting) -> Rows:
    """Each seat with the one thing to do about it: add, mark present, mark left."""
    gathering = meeting.gathers(view.now, view.office.profile)
    found: Rows = []
    for seat in view.office.profile.seats:
        if seat.number not in meeting.participants:
            act, key = "add", "add-participant"
        elif seat.number == view.seat or not gathering:
            continue
        elif meeting.is_present(seat.number):
            act, key = "markout", "mark-left"
        elif view.roster.available(seat.number):
            act, key = "markin", "mark-present"
        else:
            continue  # a vacant seat, or one whose holder is absent on record
        name = literal(view.called(seat.number))
        found.append((Button(view.texts(f"button-{key}", name=name), tap(meeting, act, seat.number)),))
    return [
        *found,
        *_guests(view, meeting, gathering),
        (button(view, "ask-guest", tap(meeting, "askguest")),),
    ]


def _guests(view: View, meeting: Meeting, gathering: bool) -> Rows:
    """Each guest, to be marked as come or not, once people gather."""
    if not gathering:
        return []
    accounts, visitors = came(meeting)
    rows = [
        (one.name, one.user_id in accounts, tap(meeting, "guestcame", one.user_id))
        for one in view.roster.guests()
        if one.user_id in meeting.guests
    ]
    rows += [(one.name, one in visitors, tap(meeting, "visitorcame", one.key)) for one in meeting.visitors]
    rows += [
        (one.speaker, False, tap(meeting, "speakercame", one.number))
        for one in strangers(meeting, view.roster)
    ]
    return [
        (
            Button(
                view.texts(
                    "button-guest-came", name=literal(clipped(name, 60)), came="yes" if here else "no"
                ),
                data,
            ),
        )
        for name, here, data in rows
    ]
