"""An office that has one of everything, and live cards of every kind that show it as it is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from pydantic import SecretStr
from sqlalchemy import select, update

from bot.delivery.calls import screen_hash
from bot.profiles import load_profile
from bot.runtime import Runtime
from bot.settings import Settings
from bot.storage.imports.conflicts import Piece
from bot.storage.migrating import migrate
from bot.storage.outbox.delivery import known_card
from bot.storage.outbox.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.works.imports.laying_by import lay_by
from bot.works.imports.placing import place_rows
from domain.figures.period import week_of
from domain.figures.report import Report, ReportKind, ReportState
from domain.incidents.incident import Incident
from domain.meetings import convening, votes
from domain.meetings.agenda import AgendaItem
from domain.meetings.meeting import Meeting
from domain.meetings.regular import RegularMeeting, Rhythm
from domain.meetings.voting import Choice
from domain.messages.by_hand import HandDraft
from domain.messages.message import ImportRecord, ImportState, RegistryRow, Status
from domain.messages.several import Chosen, Several
from domain.office.attachment import SentFile
from domain.office.outbox import Card, Screen
from domain.office.profile import OfficeProfile
from domain.people.quiet import QuietHours
from domain.people.roster import Binding, Duties, Standing
from domain.people.store import Invitation
from domain.posts.post import Publication
from domain.proposals.proposal import Proposal, ProposalState
from domain.protocols.record import CorrectionRecord
from domain.requests.centre import CentreRequest
from domain.requests.materials import MaterialRequest
from domain.requests.recommendation import Recommendation
from domain.tasks.task import Task
from handlers import CONVERSATIONS
from handlers.chat.view import View
from tests.conftest import SetClock
from tests.documents.test_documents_sample import SIGNATURE, SMALL

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
HEAD, ACTING, BLOCK_HEAD, OFFICER, GROUP, CONTACT, GUEST, ASSISTANT = 1, 2, 4, 8, -100, 1010, 1011, 1012
LOST, BACK = 1013, 1014
NOTHING_TO_DO = 5
CHAIR = Duties(1, acting=False)
# Ids of what the office has; each store counts from 1.
OVERDUE, OPEN, NOBODYS, ANSWERED, BY_HAND, APPEAL = 1, 2, 3, 4, 5, 6
AHEAD, GOING_ON, OVER, DRAFT = 1, 2, 3, 4
WAITING, ACCEPTED, BEGUN = 1, 2, 3
CLAIM = 1
READY, APPLIED = 1, 2
SEVERAL = INCIDENT = 1
KNOWN_TOPIC, OTHER_TOPIC = "Освещение улиц", "Детские сады"


def office_of(url: str, profile: OfficeProfile | None = None) -> Runtime:
    """The office whose database this is."""
    settings = Settings(_env_file=None, token=SecretStr("1:t"), database=url)  # type: ignore[call-arg]
    return Runtime.of(settings, profile or load_profile(), SetClock(NOW))


def row(
    number: int, days: int, topic: str = KNOWN_TOPIC, answered: int | None = None, **said: Any
) -> RegistryRow:
    """A row of a registry: received so many days ago, answered so many days ago."""
    received = NOW - timedelta(days=days)
    return RegistryRow(
        **{
            "channel": "pos",
            "number": str(number),
            "received_at": received,
            "registered_at": received,
            "topic": topic,
            "text": f"Слова {number}",
            "author": "Иванова Анна",
            "place": "ул. Ленина, 5",
            "status": Status.OPEN if answered is None else Status.ANSWERED,
            "answered_at": None if answered is None else NOW - timedelta(days=answered),
            **said,
        }
    )


ROWS = (
    row(1, 40),
    row(2, 2),
    row(3, 3, topic="Ни на что не похоже"),
    row(4, 30, answered=20),
    row(5, 31),
    row(6, 3, channel="appeal"),
)


async def make(url: str) -> None:
    """Fill an empty database."""
    office = office_of(url)
    await migrate(office.database.url)
    async with office.database.write() as uow:
        await _people(uow)
        await uow.rows.upsert(place_rows(ROWS, office.profile, office.calendar, {}))
        await uow.messages.answer(BY_HAND, NOW - timedelta(days=1))
        chosen = [Chosen(OPEN, "infrastructure", None), Chosen(OVERDUE, "infrastructure", None)]
        assert await uow.several.add(Several(0, OFFICER, chosen)) == SEVERAL
        place, two = ("Чайковский", "ул. Ленина", "infrastructure"), (OVERDUE, OPEN)
        whole = Incident(0, KNOWN_TOPIC, *place, ("pos",), two, APPEAL, NOW)
        assert await uow.incidents.add(whole) == INCIDENT
        await uow.incidents.join(whole, whole.offered)
        whole.gather()
        await uow.incidents.save(whole)
        await _meetings(uow, office.profile)
        await _papers(uow)
        await _requests(uow)
    for state in (ImportState.READING, ImportState.READING):
        async with office.database.write() as uow:
            number = await uow.imports.add(ImportRecord(0, OFFICER, OFFICER, "f", "a.csv", state))
        rows = [row(BY_HAND, 31, answered=5), row(70 + number, 1)]
        await lay_by(office.database, office.profile, office.calendar, number, rows)
    async with office.database.write() as uow:
        for number, state in ((READY, ImportState.READY), (APPLIED, ImportState.APPLIED)):
            await uow.conflicts.find(Piece(number), office.profile.time_zone)
            counts = {"new": 1, "changed": 1, "same": 0, "unreadable": 1, "unassigned": 0, "conflicts": 1}
            await uow.imports.move(number, state, channel="pos", counts=counts)
            await uow.imports.keep_unreadable(number, b"table", b"table")
        for chat_id, kind, subject, content in CARDS:
            await uow.outbox.card(chat_id, kind, subject, content)
    await show_all(office)
    await office.close()


async def _people(uow: StoredUnitOfWork) -> None:
    for seat in range(1, 9):  # the ninth is vacant
        holder = await uow.roster.seat_holder(seat, f"Фамилия{seat} Имя Отчество", date(2024, 1, 9))
        await uow.roster.bind(Binding(seat, Standing.MEMBER, f"Фамилия{seat} Имя Отчество"), holder)
        if seat == BLOCK_HEAD:
            assistant = Binding(ASSISTANT, Standing.ASSISTANT, "Помощник Анна Петровна", assists=seat)
            await uow.roster.bind(assistant, holder)
        await uow.outbox.menu(seat, "member")
    await uow.roster.bind(Binding(CONTACT, Standing.UNIT, "Контакт Пётр Ильич", unit="dorogi"))
    await uow.roster.bind(Binding(GUEST, Standing.GUEST, "Гость Яна Львовна", position="эксперт"))
    await uow.roster.bind_office_chat(GROUP, "Проектный офис")
    await uow.roster.add_absence(3, TODAY, TODAY + timedelta(days=2))
    claim = Invitation(0, Standing.MEMBER, "open", NOW + timedelta(days=1), seat=9, invited_by=HEAD)
    assert await uow.roster.add_invitation("0" * 64, claim) == CLAIM
    await uow.roster.update_invitation(CLAIM, "claimed", user_id=1020, name="Новый Пётр Ильич")
    free = Invitation(0, Standing.MEMBER, "open", NOW + timedelta(days=1), seat=7, invited_by=HEAD)
    await uow.roster.add_invitation("2" * 64, free)
    await uow.quiet.set(HEAD, QuietHours(time(22), time(7)))
    await uow.reach.lost(LOST, "blocked")


def _meeting(starts_at: datetime, *questions: str) -> Meeting:
    meeting = Meeting(0, 9, starts_at=starts_at, participants=list(range(1, 9)), place="каб. 12")
    for question in questions:
        meeting.agenda.add(AgendaItem(0, question, speaker_seat=4, draft_decision="Усилить контроль"))
    return meeting


async def _meetings(uow: StoredUnitOfWork, profile: OfficeProfile) -> None:
    ahead = _meeting(NOW + timedelta(days=3), "Уборка снега", "Ямочный ремонт")
    convening.convene(ahead, CHAIR, 3, NOW - timedelta(hours=1))
    going_on = _meeting(NOW - timedelta(minutes=20), "Первый вопрос", "Второй вопрос")
    convening.convene(going_on, CHAIR, 2, NOW - timedelta(days=2))
    over = _meeting(NOW - timedelta(days=7), "Решённый вопрос", "Оставшийся вопрос")
    convening.convene(over, CHAIR, 1, NOW - timedelta(days=9))
    for meeting in (going_on, over):
        assert meeting.starts_at is not None
        for seat in range(1, 7):
            meeting.check_in(seat, meeting.starts_at - timedelta(minutes=5), profile)
        meeting.open(CHAIR, meeting.starts_at, profile)
        votes.open_vote(meeting, 1, CHAIR, meeting.starts_at + timedelta(minutes=5), profile)
        for seat in range(1, 5):
            votes.cast(meeting, 1, seat, Choice.FOR, meeting.starts_at + timedelta(minutes=6))
    votes.close_vote(over, 1, CHAIR, NOW - timedelta(days=7), profile)
    over.close(CHAIR, NOW - timedelta(days=7) + timedelta(hours=1))
    draft = _meeting(NOW + timedelta(days=9), "Вопрос проекта")
    for meeting in (ahead, going_on, over, draft):
        await uow.meetings.add(meeting)
    for proposal in (
        Proposal(0, 4, "Ждёт руководителя"),
        Proposal(0, 5, "Принято", state=ProposalState.ACCEPTED, meeting_id=DRAFT),
        Proposal(0, 4, "Начато", state=ProposalState.DRAFT),
    ):
        await uow.proposals.add(proposal)
        await uow.attachments.add(proposal.entity, "f", "снимок.png", 9, 4, photo=True)


async def _papers(uow: StoredUnitOfWork) -> None:
    protocol = await uow.protocols.add(OVER, SMALL, 2026)
    await uow.protocols.sign(protocol.id, SIGNATURE)
    for unit, by_hand in (("dorogi", False), ("zhkh", True)):
        await uow.dispatches.add(protocol.entity, unit, by_hand=by_hand)
    unsigned = await uow.protocols.add(GOING_ON, SMALL_UNSIGNED, 2026)
    assert unsigned.id == 2
    await uow.corrections.add(protocol.id, correction(1), SIGNATURE)
    await uow.documents.add(protocol.entity, "sig2", "b.sig", b"another")
    for unit, by_hand in (("dorogi", False), ("zhkh", True)):
        await uow.dispatches.add("correction:1", unit, by_hand=by_hand)
    for executor in ({"seat": 4}, {"unit": "dorogi"}):
        task = Task(0, 1, 5, TODAY - timedelta(days=7), 1, "Усилить контроль", due=TODAY, **executor)
        await uow.tasks.add(task)
        await uow.attachments.add(f"{task.entity}:by:{BLOCK_HEAD}", "f", "отчёт.pdf", 9, 4, photo=False)
    entry = Recommendation(0, 1, 5, 1, TODAY - timedelta(days=7), "Усилить контроль")
    await uow.recommendations.add(entry)


def correction(number: int) -> CorrectionRecord:
    """A correction of the signed protocol."""
    return CorrectionRecord(
        number, "Офис", "Чайковский", 5, TODAY, "0" * 64, "Читать иначе", SMALL.chair, SMALL.closed_at
    )


SMALL_UNSIGNED = type(SMALL)(
    **{**{name: getattr(SMALL, name) for name in SMALL.__dataclass_fields__}, "number": 6}
)


async def _requests(uow: StoredUnitOfWork) -> None:
    regular = RegularMeeting(0, Rhythm.FORTNIGHTLY, TODAY + timedelta(days=7), time(10), "каб. 12")
    await uow.regulars.add(regular)
    sent = MaterialRequest(0, "Сведите показатели", TODAY + timedelta(days=2), [3, 4])
    sent.send(CHAIR, NOW, TODAY)
    withdrawn = MaterialRequest(0, "Сведите сроки", TODAY + timedelta(days=2), [3])
    withdrawn.send(CHAIR, NOW, TODAY)
    withdrawn.withdraw("Сведения нашлись")
    for asked in (MaterialRequest(0, "Проект запроса", None, [5]), sent, withdrawn):
        await uow.materials.add(asked)
    registered = CentreRequest(0, True, "12-А", TODAY, "Сколько обращений", TODAY + timedelta(days=1))
    await uow.centre_requests.add(registered)
    week = week_of(TODAY).before()
    await uow.reports.add(Report(0, ReportKind.WHOLE, HEAD, 1, ReportState.ASKED, week))
    await uow.publications.add(Publication(0, 1, HEAD, week, "Слова для горожан"))
    await uow.publications.ask_channel("@city_news", HEAD)


def _cards() -> Iterable[tuple[int, str, str, Mapping[str, Any]]]:
    nothing: Mapping[str, Any] = {}
    since = (NOW - timedelta(days=1)).isoformat()
    for chat in (HEAD, BLOCK_HEAD, OFFICER):
        yield chat, "digest", "digest", {"seat": chat, "day": TODAY.isoformat(), "since": since}
        yield chat, "messages", "messages", {"section": "all"}
        yield chat, "start", f"start:{chat}", nothing
        yield chat, "tasks", "tasks", nothing
        yield chat, "proposals", "proposals", nothing
        yield chat, "history", "history", nothing
        yield chat, "requests", "requests", nothing
        yield chat, "settings", f"settings:{chat}", nothing
        yield chat, "absence", f"absence:{chat}", nothing
        yield chat, "recommendations", "recommendations", nothing
        for message in (OVERDUE, OPEN, NOBODYS, ANSWERED, BY_HAND, APPEAL):
            yield chat, "message", f"message:{message}", nothing
    for page in ("history", "more", "closed", "template"):
        yield OFFICER, "message", f"message:{OPEN}", {"page": page}
    for page in ("", "messages", "template"):
        yield BLOCK_HEAD, "incident", f"incident:{INCIDENT}", {"page": page}
    yield OFFICER, "several", f"several:{SEVERAL}", nothing
    for chat in (CONTACT, GUEST, ASSISTANT):
        yield chat, "start", "start:0", nothing
    yield HEAD, "start", "start:1", {"page": "more"}
    yield HEAD, "statistics", "statistics", nothing
    yield HEAD, "recommendations", "recommendations", {"open": 1}
    yield HEAD, "recommendations", "recommendations", {"page": "enter"}
    yield 3, "absence", "absence:3", nothing
    yield HEAD, "tasks", "tasks", {"choosing": "executor"}
    for chat in (HEAD, ACTING, BLOCK_HEAD, GROUP, GUEST):
        for meeting in (AHEAD, GOING_ON, OVER):
            yield chat, "meeting", f"meeting:{meeting}", nothing
        yield chat, "vote", f"vote:{GOING_ON}:1:1", nothing
    yield HEAD, "meeting", f"meeting:{OVER}", {"page": "carry"}
    yield HEAD, "meeting", f"meeting:{GOING_ON}", {"page": "people"}
    for page in ("item", "executors", "due"):
        yield HEAD, "meeting", f"meeting:{GOING_ON}", {"page": page, "item": 2}
    for page in ("again", "ask-askguest"):
        yield HEAD, "meeting", f"meeting:{GOING_ON}", {"page": page}
    yield BLOCK_HEAD, "drafts", f"meeting:{AHEAD}", nothing
    for meeting, name in ((AHEAD, "day"), (GOING_ON, "check-in")):
        yield BLOCK_HEAD, "reminder", f"meeting:{meeting}", {"name": name, "day": "tomorrow", "edition": 0}
    yield HEAD, "convening", f"meeting:{DRAFT}", nothing
    for page in ("proposals", "people", "guests"):
        yield HEAD, "convening", f"meeting:{DRAFT}", {"page": page}
    yield HEAD, "convening", f"meeting:{AHEAD}", {"changing": True}
    for chat in (HEAD, BLOCK_HEAD):
        for proposal in (WAITING, ACCEPTED, BEGUN):
            yield chat, "proposal", f"proposal:{proposal}", nothing
        yield chat, "task", "task:1", nothing
        yield chat, "task", "task:2", nothing
        yield chat, "protocol", "protocol:1", nothing
        yield chat, "materials", "materials:1", nothing
        yield chat, "materials", "materials:2", nothing
        yield chat, "materials", "materials:3", nothing
    yield HEAD, "proposal", f"proposal:{WAITING}", {"page": "accept"}
    yield HEAD, "materials", "materials:2", {"page": "move"}
    yield HEAD, "materials", "materials:2", {"page": "rewrite"}
    for page in ("change", "withdraw", "answer"):
        yield HEAD, "centre", "centre:1", {"page": page}
    for page in ("out", "in"):
        yield HEAD, "requests", "requests", {"page": page}
    yield HEAD, "history", "history", {"asks": True}
    for asked in ("correction", "signature"):
        yield HEAD, "protocol", "protocol:1", {"asks": asked}
    yield HEAD, "verify", "verify", nothing
    yield GUEST, "verify", "verify", nothing
    yield BLOCK_HEAD, "task", "task:1", {"page": "report"}
    yield HEAD, "protocol", "protocol:2", nothing
    scan = asdict(SentFile("file", "Скан протокола.pdf", 1_000))
    yield HEAD, "protocol", "protocol:2", {"page": "on-paper", "files": [scan], "day": "2026-11-24"}
    yield CONTACT, "receipt", "protocol:1", nothing
    yield CONTACT, "receipt", "correction:1", nothing
    yield HEAD, "by-hand", "protocol:1", nothing
    yield HEAD, "by-hand", "correction:1", nothing
    yield BLOCK_HEAD, "materials", "materials:2", {"page": "reply"}
    for step in ({}, {"page": "day"}, {"page": "rhythm", "day": "2026-12-01"}, {"page": "end", "regular": 1}):
        yield HEAD, "regulars", "regulars", step
    yield HEAD, "convening", f"meeting:{DRAFT}", {"page": "regular", "rest": f"1-{TODAY.isoformat()}"}
    yield HEAD, "centre", "centre:1", nothing
    yield HEAD, "centres", "centre", nothing
    yield HEAD, "report", "report:1", nothing
    yield HEAD, "publication", "publication:1", nothing
    for chat in (HEAD, BLOCK_HEAD, GROUP):
        yield chat, "roster", "roster", nothing
    for page in ("seat", "vacate", "unbind", "contacts", "contact"):
        yield HEAD, "roster", "roster", {"page": page, "seat": BLOCK_HEAD, "user": GUEST}
    yield HEAD, "claim", f"claim:{CLAIM}", nothing
    yield HEAD, "claim", f"claim:{CLAIM + 1}", {"link": "t.me/mcu_bot"}
    yield HEAD, "invitations", "invitations", nothing
    yield HEAD, "invitations", "invitations", {"page": "units"}
    yield BLOCK_HEAD, "assistants", f"assistants:{BLOCK_HEAD}", nothing
    for lost in (LOST, BACK):
        yield HEAD, "unreachable", f"unreachable:{lost}", {"since": since}
    yield NOTHING_TO_DO, "digest", "digest", {"seat": NOTHING_TO_DO, "since": NOW.isoformat()}
    by_hand = HandDraft(f"adding:{OFFICER}", channel="pos", text="Слова")
    yield OFFICER, "adding", by_hand.files, {**by_hand.content(), "page": "preview"}
    for record in (READY, APPLIED):
        yield OFFICER, "registry", f"import:{record}", nothing


CARDS = tuple(_cards())
# Cards that tell of a period as it was when they came, and do not change with what is stored.
STILL: tuple[tuple[int, str, str, Mapping[str, Any]], ...] = (
    (HEAD, "figures", "figures", {"seat": HEAD, "period": str(week_of(TODAY).before())}),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A live card: whether it is marked to be shown anew, and whether it would look otherwise."""

    name: str
    marked: bool
    differs: bool


@asynccontextmanager
async def _rendered(office: Runtime) -> AsyncIterator[list[tuple[Any, str | None, StoredUnitOfWork]]]:
    now = NOW.astimezone(office.profile.time_zone)
    async with office.database.write() as uow:
        roster = await uow.roster.load()
        found = []
        for card in await uow.connection.execute(select(outbox).where(outbox.c.live).order_by(outbox.c.id)):
            screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, known_card(card)))
            found.append((card, screen_hash(screen) if screen else None, uow))
        yield found


_READERS = {
    HEAD: "head", ACTING: "acting", 3: "seat-3", BLOCK_HEAD: "block-head", NOTHING_TO_DO: "nothing-to-do",
    OFFICER: "officer", GROUP: "group", CONTACT: "unit", GUEST: "guest", ASSISTANT: "assistant",
}  # fmt: skip


def picture_name(card: Card) -> str:
    """What the picture of a card is called: its kind, its subject, its page, who reads it."""
    kept = ("page", "item") if "page" in card.content else set(card.content) - {"since", "seat", "day"}
    content = {name: value for name, value in card.content.items() if name in kept}
    of = card.subject.removeprefix(card.kind)
    said = [card.kind, of, *(str(value) for value in content.values()), _READERS[card.chat_id]]
    return "-".join(re.sub(r"[^a-z0-9]+", "-", one.lower()).strip("-") for one in said if one.strip(":-"))


async def screens(office: Runtime) -> list[tuple[str, Screen]]:
    """Every card that has something to show, by the name of its picture."""
    now = NOW.astimezone(office.profile.time_zone)
    async with office.database.write() as uow:
        rows = await uow.connection.execute(select(outbox).where(outbox.c.live).order_by(outbox.c.id))
        cards = [known_card(row) for row in rows] + [Card(0, *still) for still in STILL]
        roster, found = await uow.roster.load(), []
        for card in cards:
            screen = await CONVERSATIONS.render(View(office.shared, uow, roster, now, card))
            if screen is not None:
                found.append((picture_name(card), screen))
        return found


async def show_all(office: Runtime) -> None:
    """Every chat shows its cards as they are now."""
    async with _rendered(office) as found:
        for card, shown, uow in found:
            values = {"shown_version": card.version, "shown_hash": shown, "message_id": card.id}
            await uow.connection.execute(update(outbox).where(outbox.c.id == card.id).values(**values))


async def look(office: Runtime) -> list[Shown]:
    """Every live card as it stands."""
    async with _rendered(office) as found:
        return [
            Shown(
                f"{card.kind} {card.subject} {card.content} in {card.chat_id}",
                card.version > card.shown_version,
                shown != card.shown_hash,
            )
            for card, shown, _ in found
        ]
