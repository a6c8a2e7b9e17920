"""Whether a file is a document of this office as it was made: by its bytes, else by the code in it."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib

from bot.storage.unit_of_work import StoredUnitOfWork
from domain.protocols.verdict import UNKNOWN, Finding, finding_of
from domain.protocols.verification import Verdict, codes_in

_PROPERTIES = "docProps/core.xml"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, NotImplementedError, ValueError)
_LARGEST_PROPERTIES = 64 * 1024  # bytes


async def examine(uow: StoredUnitOfWork, content: bytes) -> Finding:
    """What this file is."""
    document = await uow.documents.by_hash(hashlib.sha256(content).hexdigest())
    finding = await finding_of(uow, document) if document else UNKNOWN
    if finding.verdict is not Verdict.UNKNOWN:
        return finding
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
    return UNKNOWN


def _word_properties(content: bytes) -> bytes | None:
    """The properties of a Word file, which name the record; None for any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_PROPERTIES) as properties:
            return properties.read(_LARGEST_PROPERTIES)
    except (*_UNREADABLE, RuntimeError):  # a password is asked for by a RuntimeError
        return None
