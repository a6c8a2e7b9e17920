"""A protocol's card: to word anew and to sign, then who has received it."""

from __future__ import annotations

from datetime import date, datetime

from domain.meetings.voting import Outcome
from domain.office.outbox import Button, Screen
from domain.office.wording import clipped
from domain.people.names import full_name, listed_name, short_name
from domain.protocols.dispatch import Dispatch, remind_before
from domain.protocols.record import ItemRecord, PointRecord
from domain.protocols.secretary import awaited, keeper
from domain.protocols.signing import signers
from domain.protocols.store import StoredProtocol
from handlers.chat.view import View
from handlers.meetings.opinion import opinion_lines
from handlers.protocols import rewording_pages
from handlers.protocols.on_paper import PAGE
from handlers.protocols.summary import but_fell
from handlers.protocols.taps import ProtocolTap


async def render(view: View) -> Screen | None:
    """The protocol with its decisions; «Подписать» while it is not signed."""
    protocol = await view.uow.protocols.get(int(view.card.key))
    if protocol is None:
        return None
    heading = view.texts("protocol-card-heading", number=protocol.number, moment=protocol.record.opened_at)
    if protocol.signature is None and (page := rewording_pages.page(view, protocol)) is not None:
        return Screen("\n".join([heading, *page.lines]), page.rows)
    lines = [
        heading,
        *_decisions(view, protocol),
        *await _opinions(view, protocol),
        "",
    ]
    if protocol.signature is None:
        return _to_sign(view, protocol, lines)
    lines.append(
        view.texts(
            "protocol-card-signed-on-paper" if protocol.signature.on_paper else "protocol-card-signed",
            name=protocol.signature.name,
            day=protocol.signature.on_paper or protocol.signature.signed_at,
            moment=protocol.signature.signed_at,
            acting="yes" if protocol.signature.acting else "no",
        )
    )
    if view.card.content.get("correction"):
        return await _correction(view, protocol)
    lines += await _receipts(view, protocol)
    lines += await _corrections(view, protocol)
    attached = await view.uow.documents.signatures(protocol.entity)
    lines += [view.texts("protocol-card-sig", sig=sig, moment=moment) for sig, moment in attached.items()]
    signed = await view.uow.documents.get(f"protocol:{protocol.id}", "signed")
    if signed is not None:
        lines.append(view.texts("protocol-card-file", sha256=signed.sha256))
    lines.append(view.texts("protocol-card-record", sha256=protocol.sha256))
    asked = view.card.content.get("asks")
    if asked in ("correction", "signature"):
        back = Button(view.texts("button-back"), ProtocolTap(act="cancel", protocol=protocol.id).pack())
        return Screen(f"{heading}\n\n{view.texts(f'{asked}-ask', number=protocol.number)}", ((back,),))
    correct = ProtocolTap(act="correction", protocol=protocol.id).pack()
    sig = ProtocolTap(act="sig", protocol=protocol.id).pack()
    off = tuple(
        Button(
            view.texts("button-sig-off", sig=number),
            ProtocolTap(act="unsig", protocol=protocol.id, value=number).pack(),
        )
        for number in attached
    )
    if _keeps(view, protocol):
        return Screen("\n".join(lines))
    rows = (
        (Button(view.texts("button-correction"), correct),),
        (Button(view.texts("button-sig"), sig),),
        *((one,) for one in off),
    )
    return Screen("\n".join(lines), rows)


async def _correction(view: View, protocol: StoredProtocol) -> Screen:
    """The paper as it will stand, before it is signed."""
    signer = next(
        (one for one in signers(protocol.record.chair, view.roster) if one.seat == view.seat),
        protocol.record.chair,
    )
    lines = [
        view.texts(
            "correction-preview",
            correction=len(await view.uow.corrections.of(protocol.id)) + 1,
            number=protocol.number,
            moment=protocol.record.opened_at,
            text=clipped(str(view.card.content["correction"]), 3000),
            name=short_name(signer.name),
            acting="yes" if signer.acting else "no",
        ),
        "",
        view.texts("correction-confirm"),
    ]
    buttons = (
        Button(view.texts("button-confirm"), ProtocolTap(act="correct", protocol=protocol.id).pack()),
        Button(view.texts("button-cancel"), ProtocolTap(act="cancel", protocol=protocol.id).pack()),
    )
    return Screen("\n".join(lines), (buttons,))


async def _corrections(view: View, protocol: StoredProtocol) -> list[str]:
    lines = []
    for one in await view.uow.corrections.of(protocol.id):
        dispatches = await view.uow.dispatches.of(one.entity)
        confirmed = sum(dispatch.confirmed_at is not None for dispatch in dispatches)
        lines.append(
            view.texts(
                "protocol-card-correction",
                correction=one.record.number,
                moment=one.signature.signed_at,
                confirmed=confirmed,
                count=len(dispatches),
            )
        )
    return lines


async def _opinions(view: View, protocol: StoredProtocol) -> list[str]:
    meeting = await view.uow.meetings.get(protocol.meeting_id)
    return opinion_lines(view, meeting) if meeting is not None else []


def _decisions(view: View, protocol: StoredProtocol) -> list[str]:
    lines = []
    for item in protocol.record.items:
        outcome = item.outcome
        key = outcome.value.replace("_", "-") if outcome else "none"
        line = view.texts(f"protocol-card-{key}", number=item.number, question=clipped(item.question, 100))
        lines.append(line + but_fell(view.texts, item))
        if outcome is Outcome.ADOPTED:
            standing = [point for point in item.points if item.stands(point)]
            whole: list[ItemRecord | PointRecord] = [item, *standing]
            parts = [part for part in whole if part.executors or part.due]
            lines += [_execution(view, protocol, part) for part in parts]
    return lines


def _called(executor: str) -> str:
    name = executor.partition(", ")[0]
    return listed_name(name) if full_name(name) else executor


def _execution(view: View, protocol: StoredProtocol, part: ItemRecord | PointRecord) -> str:
    """Who executes a decision or a point of it, people surname first and without their positions."""
    named = [_called(one) for one in part.executors]
    return view.texts(
        "protocol-card-task",
        point=part.number if isinstance(part, PointRecord) else "none",
        executors=clipped(", ".join(named), 150) or "none",
        due=part.due or protocol.record.closed_at,
        dated="yes" if part.due else "no",
    )


def _keeps(view: View, protocol: StoredProtocol) -> bool:
    """Whether whoever looks is the secretary."""
    return view.actor is not None and keeper(protocol.record, view.roster, view.actor) is not None


def _before_signing(view: View, protocol: StoredProtocol) -> list[str]:
    """What is to be known before the signature."""
    if _keeps(view, protocol):
        return [view.texts("protocol-confirm-countersign")]
    return [*_missing(view, protocol), view.texts("protocol-confirm-sign")]


def _missing(view: View, protocol: StoredProtocol) -> list[str]:
    lines = []
    nobody = [str(item.number) for item in protocol.record.items if item.without_executor]
    if nobody:
        lines.append(view.texts("protocol-sign-no-executor", items=", ".join(nobody), count=len(nobody)))
    secretary = awaited(protocol.record, view.roster, protocol.countersignature)
    if secretary is not None:
        lines.append(view.texts("protocol-sign-no-secretary", name=secretary.name))
    return lines


def _to_sign(view: View, protocol: StoredProtocol, lines: list[str]) -> Screen:
    if protocol.countersignature is not None:
        said = {"name": protocol.countersignature.name, "moment": protocol.countersignature.signed_at}
        lines.append(view.texts("protocol-card-countersigned", **said))
    if view.card.content.get("page") == PAGE:
        return _on_paper(view, protocol, lines)
    if view.card.content.get("confirm"):
        lines += _before_signing(view, protocol)
        buttons = (
            Button(view.texts("button-confirm"), ProtocolTap(act="confirm", protocol=protocol.id).pack()),
            Button(view.texts("button-cancel"), ProtocolTap(act="cancel", protocol=protocol.id).pack()),
        )
        return Screen("\n".join(lines), (buttons,))
    lines.append(view.texts("protocol-card-unsigned", version=protocol.version))
    sign = Button(view.texts("button-sign"), ProtocolTap(act="sign", protocol=protocol.id).pack())
    reword = Button(view.texts("button-reword"), ProtocolTap(act="words", protocol=protocol.id).pack())
    signed = _keeps(view, protocol) and protocol.countersignature is not None
    if signed:
        return Screen("\n".join(lines), ((reword,),))
    paper = Button(view.texts("button-on-paper"), ProtocolTap(act="paper", protocol=protocol.id).pack())
    return Screen("\n".join(lines), ((sign,), (reword,), *(() if _keeps(view, protocol) else ((paper,),))))


def _on_paper(view: View, protocol: StoredProtocol, lines: list[str]) -> Screen:
    """The scan is asked for, then shown with the day and the signer before it is registered."""
    files, day = view.card.content["files"], date.fromisoformat(str(view.card.content["day"]))
    cancel = Button(view.texts("button-cancel"), ProtocolTap(act="cancel", protocol=protocol.id).pack())
    if not files:
        return Screen("\n".join([*lines, view.texts("scan-ask", number=protocol.number)]), ((cancel,),))
    chair = protocol.record.chair
    own = next((one for one in signers(chair, view.roster) if one.seat == view.seat), chair)
    by, other = (chair, own) if view.card.content.get("by_chair") else (own, chair)
    names = ", ".join(clipped(str(one["file_name"]), 60) for one in files)
    said = {"day": day, "files": names, "count": len(files), "name": short_name(by.name)}
    lines += [
        view.texts("scan-preview", **said),
        *_missing(view, protocol),
        view.texts("scan-confirm", number=protocol.number),
    ]
    register = Button(view.texts("button-register"), ProtocolTap(act="register", protocol=protocol.id).pack())
    turn = ProtocolTap(act="paper-by", protocol=protocol.id).pack()
    choice = Button(view.texts("button-scan-signer", name=short_name(other.name)), turn)
    return Screen("\n".join(lines), (*(((choice,),) if other != by else ()), (register, cancel)))


async def _receipts(view: View, protocol: StoredProtocol) -> list[str]:
    dispatches = {one.unit: one for one in await view.uow.dispatches.of(protocol.entity)}
    if not dispatches:
        return []
    confirmed = sum(one.confirmed_at is not None for one in dispatches.values())
    lines = [view.texts("protocol-card-receipts", confirmed=confirmed, count=len(dispatches))]
    late = remind_before(view.now, view.office.profile.receipt_days, view.office.calendar)
    for unit in view.office.profile.units:
        if unit.key in dispatches:
            lines.append(_receipt(view, dispatches[unit.key], clipped(unit.title, 70), late))
    return lines


def _receipt(view: View, dispatch: Dispatch, unit: str, late: datetime) -> str:
    if dispatch.confirmed_at is not None:
        return view.texts("protocol-card-received", unit=unit, moment=dispatch.confirmed_at)
    if dispatch.sent_at is None:
        return view.texts("protocol-card-by-hand", unit=unit)
    if dispatch.by_hand:
        return view.texts("protocol-card-handed", unit=unit, moment=dispatch.sent_at)
    waits = "protocol-card-unconfirmed" if dispatch.sent_at < late else "protocol-card-sent"
    return view.texts(waits, unit=unit, moment=dispatch.sent_at)
