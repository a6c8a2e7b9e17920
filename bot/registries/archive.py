"""What a file is, by its content, and whether it is safe to unpack."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import suppress
from enum import StrEnum

from bot.registries.result import RegistryRefused
from bot.registries.text_table import OWN_TABLE

MOST_UNPACKED = 300 * 1024 * 1024  # bytes
_MOST_ENTRIES = 10_000
_MOST_RATIO = 200  # unpacked to packed; tables of repeating words come to some tens
_RATIO_MATTERS_FROM = 20 * 1024 * 1024  # bytes

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_BOOK = "EncryptedPackage".encode("utf-16-le")
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
_MACROS = "vbaproject.bin"
_ABOUT = ("docProps/core.xml", "meta.xml")
_LONGEST_ABOUT = 64 * 1024  # bytes
_TABLE_PARTS = ("xl/workbook.xml", "content.xml")


class Kind(StrEnum):
    """How a registry file is read."""

    WORKBOOK = "workbook"
    TEXT = "text"


def kind_of(content: bytes) -> Kind:
    """A workbook or a text; RegistryRefused for all that is neither, and for what must not be unpacked."""
    if not content or content.isspace():
        raise RegistryRefused("file-empty")
    if content.startswith(_PICTURES):
        raise RegistryRefused("file-picture")
    if content.startswith(b"PK\x03\x04"):
        _check_archive(content)
        return Kind.WORKBOOK
    if content.startswith(_COMPOUND):
        if _ENCRYPTED_BOOK in content:
            raise RegistryRefused("file-protected")
        return Kind.WORKBOOK
    if (
        content[:1024]
        .lstrip(b"\xef\xbb\xbf \r\n\t")
        .lower()
        .startswith((b"<html", b"<!doctype", b"<?xml", b"<table"))
    ):
        raise RegistryRefused("file-web-page")
    if b"\0" in content and not content.startswith(_TEXT_MARKS):
        raise RegistryRefused("file-not-table")
    return Kind.TEXT


def _about(archive: zipfile.ZipFile) -> bytes:
    """A workbook's properties, where its keywords are; their beginning is enough."""
    for part in _ABOUT:
        with suppress(KeyError, RuntimeError, zlib.error), archive.open(part) as properties:
            return properties.read(_LONGEST_ABOUT)
    return b""


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            about = _about(archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise RegistryRefused("file-broken") from None
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    squeezed = unpacked > _RATIO_MATTERS_FROM and unpacked / packed > _MOST_RATIO
    if unpacked > MOST_UNPACKED or squeezed or len(entries) > _MOST_ENTRIES:
        raise RegistryRefused("file-unpacks-too-large", limit=str(MOST_UNPACKED // (1024 * 1024)))
    if not any(entry.filename in _TABLE_PARTS for entry in entries):
        raise RegistryRefused("file-not-table")
    if OWN_TABLE.encode() in about:
        raise RegistryRefused("file-own-list")
    if any(entry.filename.lower().endswith(_MACROS) for entry in entries):
        raise RegistryRefused("file-with-macros")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RegistryRefused("file-protected")
