"""`/start` and `/help`: what needs you now, and what you can do."""

from __future__ import annotations

from datetime import timedelta

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery
from aiogram.types import Message as ChatMessage

from domain.meetings.meeting import Meeting
from domain.meetings.preparation import MeetingState
from domain.messages.sections import seat_filter
from domain.office.outbox import Button, Screen
from domain.office.refusal import Refusal
from domain.people.roster import Standing
from handlers.chat.calendar_grid import NOTHING
from handlers.chat.menus import menu_commands, menu_of
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.meetings.convening.drafts import drafts_of
from handlers.tasks.lists import tasks_waiting


def build() -> Router:
    """`/start` without a link's token, `/help`, and the cell of a keyboard that does nothing."""
    router = Router(name="start")
    router.message.register(start_command, CommandStart(deep_link=False), F.chat.type == "private")
    router.message.register(help_command, Command("help"), F.chat.type == "private")
    router.callback_query.register(start_button, CommandTap.filter(F.name == "start"))
    router.callback_query.register(help_button, CommandTap.filter(F.name == "help"))
    router.callback_query.register(nothing, F.data == NOTHING)
    return router


async def start_command(_: ChatMessage, request: Request) -> None:
    """`/start`."""
    await show_start(request)


async def start_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/start` does."""
    await show_start(request)


async def help_command(_: ChatMessage, request: Request) -> None:
    """`/help`."""
    await show_help(request)


async def help_button(_: CallbackQuery, request: Request) -> None:
    """The button that does what `/help` does."""
    await show_help(request)


async def nothing(_: CallbackQuery, request: Request) -> None:
    """A cell of a calendar that is no button."""


async def show_start(request: Request) -> None:
    """A greeting by role, what waits for this person, and every command as a button."""
    if request.actor.standing is Standing.STRANGER:
        await request.say("stranger")
        return
    roster = await request.roster()
    menu = menu_of(request.actor, request.office.profile, roster)
    profile, actor = request.office.profile, request.actor
    lines = [
        request.own_texts(
            f"start-{menu.replace('_', '-')}",
            name=actor.name,
            seat=actor.seat or actor.assists or 0,
            office=profile.short_name,
            unit=profile.unit(actor.unit).title if actor.unit else "",
        )
    ]
    if actor.seat is not None:
        lines += ["", *await _waiting(request, actor.seat)]
    drafts = await drafts_of(request)
    if drafts:
        lines.append(request.own_texts("start-drafts", count=len(drafts)))
    lines += await tasks_waiting(request)
    await request.uow.outbox.menu(actor.user_id, menu, actor.language)
    commands = [one for one in menu_commands(menu, request.own_texts) if one[0] != "start"]
    buttons = [Button(text, CommandTap(name=name).pack()) for name, text in commands]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    await request.show(Screen("\n".join(lines), rows))


async def _waiting(request: Request, seat: int) -> list[str]:
    lines = []
    meeting = await request.uow.meetings.nearest()
    if meeting is not None and seat in meeting.participants:
        lines.append(_meeting_line(request, meeting, seat))
    for protocol in await request.uow.protocols.unsigned():
        if protocol.record.chair.seat == seat:
            lines.append(request.own_texts("start-protocol", number=protocol.number))
    profile, calendar = request.office.profile, request.office.calendar
    counts = await request.uow.messages.counts(
        seat_filter(profile, calendar, request.now, profile.seat(seat)),
        request.now - timedelta(days=1),
    )
    lines.append(request.own_texts("start-messages", overdue=counts.overdue, today=counts.today))
    return lines


def _meeting_line(request: Request, meeting: Meeting, seat: int) -> str:
    voting = meeting.voting_item()
    if voting is not None and meeting.is_present(seat):
        ballots = voting.open_vote.ballots if voting.open_vote else {}
        return request.own_texts("start-vote", item=voting.number, voted="yes" if seat in ballots else "no")
    if meeting.state is MeetingState.OPEN:
        return request.own_texts("start-meeting-open", number=meeting.number or 0)
    answer = meeting.answers.get(seat)
    return request.own_texts(
        "start-meeting",
        number=meeting.number or 0,
        moment=meeting.starts_at or request.now,
        answer=answer.value if answer else "none",
    )


async def show_help(request: Request) -> None:
    """Short help by role, with the clauses."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    menu = menu_of(request.actor, request.office.profile, await request.roster())
    texts = request.own_texts
    commands = [f"/{name} — {text}" for name, text in menu_commands(menu, texts)]
    await request.show(Screen("\n".join([texts(f"help-{menu.replace('_', '-')}"), "", *commands])))
