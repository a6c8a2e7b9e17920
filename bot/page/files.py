"""Files in: dropped, looked at column by column, previewed, applied, undone. Nothing is written before."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Iterator

from aiohttp import web

from bot.page.doors import Door
from bot.page.route import Route
from bot.page.visit import Visit
from bot.registries.asking import FIELDS
from bot.registries.characters import fit
from bot.registries.headers import normalise_words
from bot.registries.reading import sample_registry
from bot.registries.result import RegistryRefused, Sample
from domain.imports import steps
from domain.imports.understanding import NOTHING, Asked, Question, Undated, Understanding
from domain.messages.message import ImportRecord, ImportState
from domain.office.act import Act
from domain.office.refusal import Refusal

_RECENT = 200
_SAMPLE = 6
_CONFLICTS = 50
_GONE = 200
_LONGEST_HEADER = 60
_AROUND = 64 * 1024
_KEY = re.compile(r"[0-9a-f]{8}")
_ROW = re.compile(r"[1-9][0-9]{0,17}")
_COUNTED = (ImportState.READY, ImportState.APPLIED)
_UNDER_WAY = (ImportState.RECEIVED, ImportState.READING, ImportState.APPLYING, ImportState.UNDOING)


async def show(visit: Visit) -> web.Response:
    """A place to drop a file, and the files of late that are this person's to see."""
    recent = await visit.uow.imports.recent(_RECENT)
    theirs = [one for one in recent if steps.is_theirs(visit.roster, visit.actor, one)]
    return visit.show("files.html", records=theirs)


async def take(visit: Visit) -> web.Response:
    """A file came: it is read after the commit, like one that came through a chat."""
    sent = visit.sent_file()
    content = sent.file.read()
    steps.require_import(visit.roster, visit.actor, len(content))
    name, user_id = fit(sent.filename)[:300] or "file", visit.actor.user_id
    mark = f"page:{hashlib.sha256(content).hexdigest()}"
    record = ImportRecord(0, user_id, user_id, mark, name, ImportState.RECEIVED)
    import_id = await visit.uow.imports.add(record)
    await visit.uow.imports.keep_file(import_id, content)
    await visit.uow.record(visit.actor, Act("import-received", f"import:{import_id}", {"page": True}))
    return _stands(visit, import_id)


async def one(visit: Visit) -> web.Response:
    """Where a file stands, and what can be done with it from there."""
    record = await _record(visit)
    uow, sample = visit.uow, None
    questions = list(await uow.imports.questions(record.id))
    said = (await uow.understandings.all()).get(record.channel or "", Understanding())
    if record.state in (ImportState.READY, ImportState.ASKING):
        sample = await _sample(visit, record)
    until = await steps.undone_until(uow, record) if record.state == ImportState.APPLIED else None
    conflicts = await uow.conflicts.page(record.id, _CONFLICTS, 0) if record.counts.get("conflicts") else []
    return visit.show(
        "file.html",
        record=record,
        waits=record.state in _UNDER_WAY,
        put_in=await uow.before.count(record.id) if record.state == ImportState.APPLYING else 0,
        gone=await uow.rows.gone(record.id, _GONE)
        if record.counts.get("gone") and record.state in _COUNTED
        else [],
        problem=_problem(visit, record),
        sample=sample,
        fields=[(name, visit.say(f"field-{name.replace('_', '-')}")) for name in FIELDS],
        nothing=NOTHING,
        dates=said.date_order or "",
        questions=[
            (question, _words(visit, question), _answers(visit, question))
            for question in questions
            if question.about is not Asked.COLUMN
        ],
        rows=await uow.rows.sample(record.id, _SAMPLE) if record.state == ImportState.READY else [],
        conflicts=conflicts,
        channels=[(channel.key, channel.title) for channel in visit.runtime.profile.channels],
        undoes=until is not None and visit.now < until,
        gives_up=record.state in steps.GIVEN_UP_FROM,
    )


def _stands(visit: Visit, import_id: int) -> web.Response:
    """On to the file, at the words that say where it stands."""
    return visit.go(f"/files/{import_id}", at="stands")


def _problem(visit: Visit, record: ImportRecord) -> str:
    """Why the file was not read; one that was asked about and then read has none any more."""
    problem = record.problem if record.state in (ImportState.ASKING, ImportState.REFUSED) else None
    return visit.say(problem.key, **problem.arguments) if problem else ""


async def _record(visit: Visit, *states: ImportState) -> ImportRecord:
    return await steps.record_of(visit.uow, visit.roster, visit.actor, visit.number("id"), *states)


async def _sample(visit: Visit, record: ImportRecord) -> Sample | None:
    content = await visit.uow.imports.file(record.id)
    if content is None:
        return None
    said, profile, now = await visit.uow.understandings.all(), visit.runtime.profile, visit.now
    name, channel = record.file_name, record.channel
    try:
        return await asyncio.to_thread(sample_registry, content, name, profile, now, channel, said, _SAMPLE)
    except RegistryRefused:
        return None


def _words(visit: Visit, question: Question) -> str:
    subject = question.example or question.subject
    if question.about is Asked.FIELD:
        subject = visit.say(f"field-{question.subject.replace('_', '-')}")
    return visit.say(
        f"import-ask-{question.about}", subject=subject[:60], column=question.column[:60], rows=question.rows
    )


def _answers(visit: Visit, question: Question) -> list[tuple[str, str]]:
    return [(answer, _answer(visit, question, answer)) for answer in question.answers]


def _answer(visit: Visit, question: Question, answer: str) -> str:
    kind, _, column = answer.partition(":")
    if question.about is Asked.FIELD:
        return answer
    if question.about is Asked.CHANNEL and answer != NOTHING:
        return visit.runtime.profile.channel(answer).title
    if question.about is Asked.CHANNEL:
        return visit.say("answer-channel-nothing")
    if question.about is Asked.UNDATED and kind == Undated.COLUMN:
        return visit.say("answer-undated-column", column=column)
    return visit.say(f"answer-{question.about}-{kind.replace('_', '-')}")


async def understand(visit: Visit) -> web.Response:
    """What was said of the channel, columns, dates and statuses: the file is read again by it."""
    answers = {
        name.removeprefix("question-"): value
        for name, value in _texts(visit)
        if name.startswith("question-") and value and _KEY.fullmatch(name.removeprefix("question-"))
    }
    dates = visit.chosen("dates")
    if dates not in ("", "day", "month"):
        raise Refusal("page-form-unread")
    await steps.understand(
        visit.uow,
        visit.roster,
        visit.actor,
        visit.number("id"),
        answers,
        _columns(visit),
        "" if dates == visit.chosen("was-dates") else dates,
        visit.chosen("channel"),
    )
    return _stands(visit, visit.number("id"))


def _columns(visit: Visit) -> dict[str, str]:
    """Fields by the headers of columns, of those that were said otherwise than they were taken for."""
    said = dict(_texts(visit))
    found: dict[str, str] = {}
    for name, field in said.items():
        place = name.removeprefix("column-")
        if name == place or field == said.get(f"was-{place}", ""):
            continue
        header = said.get(f"header-{place}", "")
        known = field in FIELDS or field == NOTHING
        if not known or not 0 < len(header) <= _LONGEST_HEADER or normalise_words(header) != header:
            raise Refusal("page-form-unread")
        found[header] = field
    return found


def _texts(visit: Visit) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in visit.form.items() if isinstance(value, str))


async def apply(visit: Visit) -> web.Response:
    """«Применить»."""
    await steps.apply(visit.uow, visit.roster, visit.actor, visit.number("id"))
    return _stands(visit, visit.number("id"))


async def give_up(visit: Visit) -> web.Response:
    """«Отмена»."""
    await steps.give_up(visit.uow, visit.roster, visit.actor, visit.number("id"))
    return _stands(visit, visit.number("id"))


async def undo(visit: Visit) -> web.Response:
    """«Отменить загрузку»."""
    await steps.undo(visit.uow, visit.roster, visit.actor, visit.number("id"), visit.now)
    return _stands(visit, visit.number("id"))


async def decide(visit: Visit) -> web.Response:
    """One conflict, or all of them."""
    said = visit.chosen("take")
    if said in ("all", "none"):
        states = (ImportState.READY, *((ImportState.APPLIED,) if said == "all" else ()))
        record = await _record(visit, *states)
        await steps.decide_all(visit.uow, visit.actor, record, taken=said == "all")
    elif _ROW.fullmatch(said):
        await steps.decide(visit.uow, visit.roster, visit.actor, visit.number("id"), int(said))
    else:
        raise Refusal("page-form-unread")
    at = f"conflict-{said}" if _ROW.fullmatch(said) else "conflicts"
    return visit.go(f"/files/{visit.number('id')}", at=at)


async def unreadable(visit: Visit) -> web.Response:
    """Rows that could not be read, with the reason in each."""
    record = await _record(visit, ImportState.READY, ImportState.APPLIED)
    content = await visit.uow.imports.unreadable(record.id)
    if content is None:
        raise Refusal("nothing-unreadable")
    return visit.file(f"unreadable-{record.id}.xlsx", content)


ROUTES = (
    Route("GET", "/files", Door.IMPORTER, show),
    Route("POST", "/files", Door.IMPORTER, take, steps.LARGEST + _AROUND),
    Route("GET", "/files/{id}", Door.IMPORTER, one),
    Route("GET", "/files/{id}/unreadable", Door.IMPORTER, unreadable),
    Route("POST", "/files/{id}/understand", Door.IMPORTER, understand, 16 * _AROUND),
    Route("POST", "/files/{id}/apply", Door.IMPORTER, apply),
    Route("POST", "/files/{id}/cancel", Door.IMPORTER, give_up),
    Route("POST", "/files/{id}/undo", Door.IMPORTER, undo),
    Route("POST", "/files/{id}/conflicts", Door.IMPORTER, decide),
)
