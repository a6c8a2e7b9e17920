"""Whether a file is a document of this office as it was made: by its bytes, else by the code in it."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass

from bot.storage.unit_of_work import StoredUnitOfWork
from domain.office.ports import Texts
from domain.protocols.store import StoredAct, StoredProtocol
from domain.protocols.verdict import act_text, verdict_text
from domain.protocols.verification import Verdict, codes_in, made_document

_PROPERTIES = "docProps/core.xml"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, NotImplementedError, ValueError)
_LARGEST_PROPERTIES = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file is, of which protocol or act, and of which version where it is a former one."""

    verdict: Verdict
    protocol: StoredProtocol | None = None
    version: int | None = None
    act: StoredAct | None = None

    @property
    def entity(self) -> str:
        """What the audit log calls what was found."""
        if self.act is not None:
            return f"meeting:{self.act.meeting_id}"
        return self.protocol.entity if self.protocol else "file"


def finding_text(texts: Texts, finding: Finding) -> str:
    """What was found, in a sentence."""
    if finding.act is not None:
        return act_text(texts, finding.verdict, finding.act)
    return verdict_text(texts, finding.verdict, finding.protocol, finding.version)


async def examine(uow: StoredUnitOfWork, content: bytes) -> Finding:
    """What this file is."""
    document = await uow.documents.by_hash(hashlib.sha256(content).hexdigest())
    if document is not None and document.entity.startswith("protocol:"):
        protocol = await uow.protocols.get(int(document.entity.split(":")[1]))
        made = made_document(document.kind)
        return Finding(made.verdict, protocol, made.version)
    if document is not None and document.entity.startswith("correction:"):
        correction = await uow.corrections.get(int(document.entity.split(":")[1]))
        protocol = await uow.protocols.get(correction.protocol_id) if correction else None
        return Finding(Verdict.CORRECTION, protocol, correction.record.number if correction else None)
    if document is not None and document.kind == "act":
        act = await uow.acts.get(int(document.entity.split(":")[1]))
        return Finding(Verdict.ACT if act else Verdict.UNKNOWN, act=act)
    properties = _word_properties(content)
    for code in codes_in([content] if properties is None else [properties]):
        named = await uow.protocols.by_hash(code)
        if named is None:
            former = await uow.protocols.former_by_hash(code)
            named = former[0] if former else None
        if named is None:
            correction = await uow.corrections.by_hash(code)
            named = await uow.protocols.get(correction.protocol_id) if correction else None
        act = await uow.acts.by_hash(code)
        if act is not None:
            return Finding(Verdict.ALTERED, act=act)
        if named is not None:
            return Finding(Verdict.ALTERED if properties is None else Verdict.COPY, named)
    return Finding(Verdict.UNKNOWN)


def _word_properties(content: bytes) -> bytes | None:
    """The properties of a Word file, which name the record; None for any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_PROPERTIES) as properties:
            return properties.read(_LARGEST_PROPERTIES)
    except (*_UNREADABLE, RuntimeError):  # a password is asked for by a RuntimeError
        return None
