"""Each way in which something stored changes, by the store's method, where some card shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, time, timedelta

from sqlalchemy import insert, literal, select, update

from bot.runtime import Runtime
from bot.storage.imports.tables import import_before
from bot.storage.messages.recounts import Move
from bot.storage.messages.tables import messages
from bot.storage.unit_of_work import StoredUnitOfWork
from domain.figures.report import ReportStep
from domain.incidents.incident import Incident
from domain.meetings import convening, votes
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.opinion import Opinion
from domain.meetings.preparation import Answer
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.meetings.voting import Choice
from domain.messages.message import KnownMessage
from domain.messages.routing import Place
from domain.messages.several import Doing
from domain.messages.terms import Extended
from domain.office.act import Act
from domain.people.quiet import QuietHours
from domain.people.roster import Absence, Binding, Standing
from domain.people.store import Invitation
from domain.protocols.rewording import Passage, reworded
from domain.requests.centre import CentreRequest
from domain.requests.materials import Reply
from domain.requests.recommendation import Recommendation, RecommendationState
from domain.tasks.task import Task, TaskState
from tests.documents.test_documents_sample import SIGNATURE
from tests.handlers.shown.office import (
    AHEAD,
    ANSWERED,
    APPEAL,
    APPLIED,
    ASSISTANT,
    BACK,
    BEGUN,
    BLOCK_HEAD,
    BY_HAND,
    CHAIR,
    CLAIM,
    CONTACT,
    DRAFT,
    GOING_ON,
    GUEST,
    HEAD,
    INCIDENT,
    KNOWN_TOPIC,
    LOST,
    NOBODYS,
    NOTHING_TO_DO,
    NOW,
    OFFICER,
    OPEN,
    OVER,
    OVERDUE,
    READY,
    SEVERAL,
    SMALL_UNSIGNED,
    TODAY,
    WAITING,
    correction,
    row,
)

Way = Callable[[StoredUnitOfWork, Runtime], Awaitable[object]]
WAYS: dict[str, Way] = {}


def way(name: str) -> Callable[[Way], Way]:
    """One way; the name is «store.method», with words after it where a method is used in several."""

    def note(change: Way) -> Way:
        WAYS[name] = change
        return change

    return note


# Messages


async def message(uow: StoredUnitOfWork, number: int) -> KnownMessage:
    found = await uow.messages.get(number)
    assert found is not None
    return found


WAYS |= {
    "messages.answer": lambda uow, _: uow.messages.answer(OVERDUE, NOW),
    "messages.answer taken back": lambda uow, _: uow.messages.answer(BY_HAND, None),
    "messages.assign_block": lambda uow, _: uow.messages.assign_block(OPEN, "finance"),
    "templates.keep": lambda uow, _: uow.templates.keep("освещение улиц", "Работы идут", OFFICER),
    "incidents.leave": lambda uow, _: uow.incidents.leave(OPEN),
    "messages.assign_blocks": lambda uow, _: uow.messages.assign_blocks([NOBODYS, OPEN], "finance"),
    "messages.remember_topic": lambda uow, _: uow.messages.remember_topic(KNOWN_TOPIC, "finance", OFFICER),
    "messages.give_unit": lambda uow, _: uow.messages.give_unit(OPEN, "zhkh"),
    "messages.note_result": lambda uow, _: uow.messages.note_result(ANSWERED, "explained"),
    "messages.judge": lambda uow, _: uow.messages.judge(ANSWERED, "formal"),
    "messages.give_reason": lambda uow, _: uow.messages.give_reason(OVERDUE, "Нет техники"),
    "messages.blank_answered": lambda uow, _: uow.messages.blank_answered(NOW, 10),
    "rows.merge": lambda uow, _: uow.rows.merge(READY),
    "recounts.move": lambda uow, _: _recounted(uow),
    "remasks.keep": lambda uow, _: _remasked(uow),
}


async def incident(uow: StoredUnitOfWork) -> Incident:
    found = await uow.incidents.get(INCIDENT)
    assert found is not None
    return found


@way("incidents.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.incidents.save(replace(await incident(uow), unit="zhkh"))


@way("incidents.join")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    assert await uow.incidents.join(await incident(uow), [NOBODYS]) == [NOBODYS]


@way("incidents.part")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.incidents.part(await incident(uow))


@way("several.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    several = await uow.several.get(SEVERAL)
    assert several is not None
    several.doing = Doing.ANSWERED
    await uow.several.save(several)


@way("messages.renumber")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    assert await uow.messages.renumber(await message(uow, OPEN), "2-А")


@way("messages.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    place = Place("infrastructure", "zhkh")
    assert await uow.messages.add(row(90, 50), place, NOW - timedelta(days=20), "") is not None


@way("messages.change_term")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    known = await message(uow, APPEAL)
    await uow.messages.change_term(replace(known, forwarded_to="в Пермь"), NOW + timedelta(days=40))


@way("messages.change_stage")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    known = await message(uow, OPEN)
    await uow.messages.change_stage(replace(known, important=True), NOW + timedelta(days=40))


@way("messages.add_extension")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    known = await message(uow, APPEAL)
    extended = replace(known, extended_by=30)
    await uow.messages.change_term(extended, known.deadline_at + timedelta(days=30))
    await uow.messages.add_extension(APPEAL, Extended(30, "Запрошены сведения", TODAY, 8))


async def _recounted(uow: StoredUnitOfWork) -> None:
    await uow.recounts.ask("mark")
    await uow.recounts.ask("another mark")
    recount = await uow.recounts.going_on()
    assert recount is not None
    known = await message(uow, OPEN)
    earlier = known.deadline_at - timedelta(days=5)
    move = Move(OPEN, known.deadline_at, earlier, known.block, "finance", presumed=False)
    await uow.recounts.move(recount, [move], OPEN)


async def _remasked(uow: StoredUnitOfWork) -> None:
    await uow.remasks.ask("another mask")
    remask = await uow.remasks.going_on()
    assert remask is not None
    known = await message(uow, OPEN)
    await uow.remasks.keep(remask, [(OPEN, {"text": known.text}, {"text": "•••"})], OPEN)


@way("rows.merge one row")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    [conflict] = await uow.conflicts.page(APPLIED, 9, 0)
    await uow.conflicts.take(conflict.row_id, taken=True)
    await uow.rows.merge(APPLIED, conflict.row_id)


@way("rows.merge_piece told at the end")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    piece = await uow.rows.piece(READY, 0, 100)
    assert piece is not None
    await uow.rows.merge_piece(piece)
    await uow.before.tell(READY)
    await uow.imports.move(READY, "applied")


@way("rows.upsert")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    from bot.works.imports.placing import place_rows

    again = place_rows([row(2, 2, answered=1), row(99, 60)], office.profile, office.calendar, {})
    await uow.rows.upsert(again)


@way("audit.record of a message")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.record(None, Act("applicant-looked-at", f"message:{OPEN}"))


# Imports

WAYS |= {
    "imports.move": lambda uow, _: uow.imports.move(READY, "applying"),
    "imports.read_anew": lambda uow, _: uow.imports.read_anew(),
    "imports.forget_rows": lambda uow, _: uow.imports.forget_rows(NOW + timedelta(days=1)),
    "rows.clear": lambda uow, _: uow.rows.clear(APPLIED),
}


@way("conflicts.take")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    [conflict] = await uow.conflicts.page(READY, 9, 0)
    await uow.conflicts.take(conflict.row_id, taken=True)


@way("conflicts.take_all")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    assert await uow.conflicts.take_all(READY, taken=True) == 1


@way("before.put_back")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    of_message = [column.name for column in messages.columns if column.name != "id"]
    former = select(literal(APPLIED), messages.c.id, *(messages.c[name] for name in of_message))
    await uow.connection.execute(
        insert(import_before).from_select(["import_id", "message_id", *of_message], former)
    )
    await uow.connection.execute(update(import_before).values(topic="Иная тема"))
    piece = await uow.before.put_back(APPLIED, 250)
    assert piece is not None and piece.restored


@way("imports.keep_unreadable")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.imports.forget_rows(NOW + timedelta(days=1))


# People

WAYS |= {
    "roster.seat_holder": lambda uow, _: _seated(uow),
    "roster.vacate": lambda uow, _: uow.roster.vacate(5, TODAY),
    "roster.unbind": lambda uow, _: _unbound(uow, BLOCK_HEAD),
    "roster.unbind a guest": lambda uow, _: _unbound(uow, GUEST),
    "roster.unbind an assistant": lambda uow, _: uow.roster.unbind(ASSISTANT),
    "roster.add_absence": lambda uow, _: uow.roster.add_absence(BLOCK_HEAD, TODAY, TODAY),
    "roster.withdraw_absence": lambda uow, _: uow.roster.withdraw_absence(1),
    "roster.end_absence": lambda uow, _: uow.roster.end_absence(Absence(1, HEAD, TODAY, TODAY)),
    "roster.add_invitation": lambda uow, _: uow.roster.add_invitation(
        "1" * 64, Invitation(0, Standing.MEMBER, "open", NOW + timedelta(days=1), seat=8, invited_by=HEAD)
    ),
    "roster.end_links": lambda uow, _: uow.roster.end_links(7),
    "roster.update_invitation": lambda uow, _: uow.roster.update_invitation(CLAIM, "refused"),
    "quiet.set": lambda uow, _: uow.quiet.set(HEAD, QuietHours(time(23), time(8))),
    "quiet.set none": lambda uow, _: uow.quiet.set(HEAD, None),
    "reach.back": lambda uow, _: uow.reach.back(LOST),
    "reach.lost": lambda uow, _: uow.reach.lost(BACK, "blocked"),
    "outbox.menu": lambda uow, _: _spoken(uow, HEAD),
    "roster.speak": lambda uow, _: _spoken(uow, BLOCK_HEAD),
    "digests.mute": lambda uow, _: uow.digests.mute(NOTHING_TO_DO, muted=True),
}


@way("roster.bind")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    guest = Binding(1030, Standing.GUEST, "Ещё Один Гость", position="эксперт")
    await uow.roster.bind(guest)


@way("roster.bind an assistant")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    holder = (await uow.roster.load()).holder(BLOCK_HEAD)
    assert holder is not None
    await uow.roster.bind(Binding(1031, Standing.ASSISTANT, "Второй Помощник", assists=4), holder.id)


async def _unbound(uow: StoredUnitOfWork, user: int) -> None:
    """As people are dismissed: their chat keeps no live card."""
    await uow.roster.unbind(user)
    await uow.outbox.retire_chat(user)


async def _seated(uow: StoredUnitOfWork) -> None:
    await _unbound(uow, BLOCK_HEAD)
    await uow.roster.seat_holder(4, "Новая Анна Петровна", TODAY)


async def _spoken(uow: StoredUnitOfWork, user: int) -> None:
    await uow.roster.speak(user, "en")
    await uow.outbox.menu(user, "member", "en")


# Meetings


async def meeting(uow: StoredUnitOfWork, number: int) -> Meeting:
    found = await uow.meetings.get(number)
    assert found is not None
    return found


@way("meetings.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.meetings.add(Meeting(0, 9, starts_at=NOW + timedelta(days=12)))


@way("meetings.save an answer")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, AHEAD)
    convening.answer(found, 4, Answer.COMING)
    await uow.meetings.save(found)


@way("meetings.save a draft sent out")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, DRAFT)
    convening.convene(found, CHAIR, 4, NOW)
    await uow.meetings.save(found)


@way("meetings.save a question of a draft")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, DRAFT)
    found.agenda.add(AgendaItem(0, "Ещё вопрос"))
    await uow.meetings.save(found)


@way("meetings.save another moment")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, AHEAD)
    convening.postpone(found, NOW + timedelta(days=4), CHAIR, NOW)
    await uow.meetings.save(found)


@way("meetings.save cancelled")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, AHEAD)
    convening.cancel(found, "Нет вопросов", CHAIR)
    await uow.meetings.save(found)


@way("meetings.save a newcomer")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    found = await meeting(uow, GOING_ON)
    found.check_in(7, NOW, office.profile)
    await uow.meetings.save(found)


@way("meetings.save_ballot")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, GOING_ON)
    votes.cast(found, 1, 5, Choice.AGAINST, NOW)
    await uow.meetings.save_ballot(found, found.item(1))


@way("meetings.save_ballot the last")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, GOING_ON)
    for seat in (5, 6):
        votes.cast(found, 1, seat, Choice.AGAINST, NOW)
        await uow.meetings.save_ballot(found, found.item(1))


@way("meetings.save a vote closed")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    found = await meeting(uow, GOING_ON)
    votes.close_vote(found, 1, CHAIR, NOW, office.profile)
    await uow.meetings.save(found)


@way("meetings.save closed")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    found = await meeting(uow, GOING_ON)
    votes.close_vote(found, 1, CHAIR, NOW, office.profile)
    found.close(CHAIR, NOW)
    await uow.meetings.save(found)


@way("meetings.save an opinion")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await meeting(uow, OVER)
    found.opinions.append(Opinion(2, 1, "Против", NOW))
    await uow.meetings.save(found)


# Proposals and their files


@way("proposals.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.proposals.get(WAITING)
    assert found is not None
    await uow.proposals.add(replace(found, id=0, question="Ещё одно"))


@way("proposals.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.proposals.get(WAITING)
    assert found is not None
    found.decline("Не сейчас")
    await uow.proposals.save(found)


WAYS |= {
    "attachments.add": lambda uow, _: uow.attachments.add(
        f"proposal:{BEGUN}", "g", "ещё.png", 9, 4, photo=True
    ),
    "attachments.add to a message": lambda uow, _: uow.attachments.add(
        f"message:{OPEN}", "g", "ещё.png", 9, 4, photo=True
    ),
    "attachments.add to a message by hand": lambda uow, _: uow.attachments.add(
        f"adding:{OFFICER}", "g", "ещё.png", 9, 8, photo=True
    ),
    "attachments.add to a report": lambda uow, _: uow.attachments.add(
        f"task:1:by:{BLOCK_HEAD}", "g", "ещё.png", 9, 4, photo=True
    ),
    "attachments.add to an answer": lambda uow, _: uow.attachments.add(
        "materials:2:4", "g", "ещё.png", 9, 4, photo=True
    ),
    "attachments.move": lambda uow, _: uow.attachments.move(f"proposal:{WAITING}", "meeting:4:1"),
    "attachments.remove": lambda uow, _: uow.attachments.remove(1),
}


@way("attachments.made")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    made = await uow.attachments.add_made(f"proposal:{BEGUN}", "made:task-table", "поручения.xlsx", 4)
    document = await uow.documents.add("meeting:1:1", "table", "поручения.xlsx", b"table")
    await uow.attachments.made(made, document, 5)


# Protocols


@way("protocols.add")
async def _(uow: StoredUnitOfWork, office: Runtime) -> None:
    found = await meeting(uow, AHEAD)
    found.check_in(1, NOW + timedelta(days=3), office.profile)
    convening.cancel(found, "Нет", CHAIR)
    await uow.meetings.save(found)
    await uow.protocols.add(AHEAD, replace(SMALL_UNSIGNED, number=7), 2026)


@way("protocols.reword")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.protocols.get(2)
    assert found is not None
    await uow.protocols.reword(found, reworded(found.record, 1, Passage.HEARD, "Иное"))


WAYS |= {
    "protocols.sign": lambda uow, _: uow.protocols.sign(2, SIGNATURE),
    "protocols.countersign": lambda uow, _: uow.protocols.countersign(2, SIGNATURE),
    "corrections.add": lambda uow, _: uow.corrections.add(1, correction(2), SIGNATURE),
    "dispatches.add": lambda uow, _: uow.dispatches.add("protocol:1", "transport", by_hand=True),
    "dispatches.confirm": lambda uow, _: uow.dispatches.confirm("protocol:1", "dorogi", CONTACT),
    "dispatches.confirm a correction": lambda uow, _: uow.dispatches.confirm(
        "correction:1", "dorogi", CONTACT
    ),
    "dispatches.sent_by_hand": lambda uow, _: uow.dispatches.sent_by_hand("protocol:1", "zhkh", HEAD),
    "documents.add": lambda uow, _: uow.documents.add("protocol:1", "signed", "a.pdf", b"pdf"),
    "documents.take_off": lambda uow, _: uow.documents.take_off("protocol:1", 2),
    "documents.add a signature": lambda uow, _: uow.documents.add("protocol:1", "sig1", "a.sig", b"sig"),
}


# Tasks


@way("tasks.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.tasks.add(Task(0, 1, 5, TODAY, 1, "Ещё поручение", seat=4, due=date(2026, 11, 20)))


@way("tasks.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.tasks.get(1)
    assert found is not None
    found.state, found.done_on = TaskState.REPORTED, TODAY
    await uow.tasks.save(found)


# Requests


@way("regulars.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.regulars.add(RegularMeeting(0, Rhythm.MONTHLY, TODAY, time(9)))


@way("regulars.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.regulars.get(1)
    assert found is not None
    found.end(TODAY)
    await uow.regulars.save(found)


@way("materials.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.materials.get(2)
    assert found is not None
    await uow.materials.add(replace(found, id=0))


@way("materials.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.materials.get(2)
    assert found is not None
    found.replies[4] = Reply("Готово", NOW, 1)
    await uow.materials.save(found)


@way("centre_requests.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.centre_requests.add(CentreRequest(0, False, "13", TODAY, "Ещё"))


@way("centre_requests.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.centre_requests.get(1)
    assert found is not None
    found.give_answer("Сто", 0, TODAY)
    await uow.centre_requests.save(found)


@way("recommendations.add")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    await uow.recommendations.add(Recommendation(0, 2, 6, 1, TODAY, "Усилить"))


@way("recommendations.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.recommendations.get(1)
    assert found is not None
    found.move(RecommendationState.FULFILLED, TODAY)
    await uow.recommendations.save(found)


# Reports and posts


@way("reports.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.reports.get(1)
    assert found is not None
    found.step = list(ReportStep)[-1]
    await uow.reports.save(found)


@way("publications.save")
async def _(uow: StoredUnitOfWork, _: Runtime) -> None:
    found = await uow.publications.get(1)
    assert found is not None
    found.rewrite("Другие слова")
    await uow.publications.save(found)


WAYS["publications.bind_channel"] = lambda uow, _: uow.publications.bind_channel(
    1, -200, "Новости", "city_news"
)

# Writes of which no card shows anything, or whose card is sent in the same transaction.
NOT_SHOWN = {
    "acts.add",
    "acts.draw_up",
    "before.forget",
    "before.forget_former",
    "before.keep",
    "before.keep_new",
    "digests.ask_export",
    "digests.begin",
    "digests.export_made",
    "documents.forget_lists",
    "imports.add",
    "imports.failed",
    "imports.keep_file",
    "imports.taken_out_of_chat",
    "past.ask_figures",
    "past.asked_made",
    "past.keep",
    "profiles.keep",
    "publications.add",
    "publications.ask_channel",
    "publications.refuse_channel",
    "received_files.add",
    "received_files.done",
    "recounts.ask",
    "recounts.finish",
    "remasks.ask",
    "remasks.finish",
    "reports.add",
    "roster.bind_office_chat",
    "rows.as_they_came",
    "rows.keep_gone",
    "several.add",
    "several.forget",
    "understandings.keep",
}
OF_NO_CARD = {"entries", "expectations", "listening", "outbox", "packed_months", "updates"}
"""Stores that keep nothing a card is rendered from; the outbox keeps the cards themselves."""
