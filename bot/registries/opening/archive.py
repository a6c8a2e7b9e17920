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
_DEEPEST = 2  # archives in archives

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_BOOK = "EncryptedPackage".encode("utf-16-le")
_PAPER_INSIDE = "WordDocument".encode("utf-16-le")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
_PHOTO_OF_A_PHONE = (b"heic", b"heix", b"mif1", b"avif")
_PAPERS = (b"%PDF", b"{\\rtf")
_OF_1C = b"MOXCEL"
_OF_NUMBERS = "Index/Document.iwa"
_SLIDES_INSIDE = "ppt/presentation.xml"
_ARCHIVES = (b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_MARKUP = (
    "<html", "<!doctype", "<?xml", "<?mso", "<table", "<body", "<head", "<meta", "<style", "<div", "<!--",
    "<workbook", "<ss:workbook", "<office:document", "mime-version:",
)  # fmt: skip
_DATA = ("{", "[{", "[\n", "[\r\n", "[InternetShortcut]")  # JSON, and a link in place of a file
_ABOUT = ("docProps/core.xml", "meta.xml")
_LONGEST_ABOUT = 64 * 1024  # bytes of a part: a workbook's keywords stand at its properties' beginning
_WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
# What the library raises for archives that are damaged.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError,
)  # fmt: skip
_NOTES = (".txt", ".md", ".log", ".htm", ".html")  # beside a table they are about it
_NO_FILES = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


class Kind(StrEnum):
    """How a registry file is read."""

    WORKBOOK = "workbook"
    TEXT = "text"


def table_of(content: bytes) -> tuple[Kind, bytes]:
    """The table, out of its archive where it is the only one there, and how it is read.

    RegistryRefused for all that is no table, and for what must not be unpacked.
    """
    for _ in range(_DEEPEST):
        if not content.startswith(_ZIP):
            break
        inside = _only_table(content)
        if inside is None:
            break
        content = inside
    return kind_of(content), content


def kind_of(content: bytes) -> Kind:
    """A workbook or a text; RegistryRefused for all that is neither, and for what must not be unpacked."""
    if not content or content.isspace():
        raise RegistryRefused("file-empty")
    if content.startswith(_PICTURES) or (content[4:8] == b"ftyp" and content[8:12] in _PHOTO_OF_A_PHONE):
        raise RegistryRefused("file-picture")
    if content.startswith(_PAPERS):
        raise RegistryRefused("file-document")
    if content.startswith(_OF_1C):
        raise RegistryRefused("file-of-1c")
    if content.startswith(_ARCHIVES):
        raise RegistryRefused("file-other-archive")
    if content.startswith(_ZIP):
        _check_workbook(content)
        return Kind.WORKBOOK
    if content.startswith(_COMPOUND):
        if _ENCRYPTED_BOOK in content:
            raise RegistryRefused("file-protected")
        if _PAPER_INSIDE in content:
            raise RegistryRefused("file-document")
        return Kind.WORKBOOK
    wide = "utf-16" if content.startswith(_WIDE_MARKS) else "latin-1"
    beginning = content[:1024].decode(wide, "ignore").lstrip("\ufeffï»¿ \r\n\t\0").replace("\0", "")
    if beginning.lower().startswith(_MARKUP):
        return Kind.WORKBOOK
    if beginning.startswith(_DATA):
        raise RegistryRefused("file-not-table")
    return Kind.TEXT


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """How a part begins; nothing where there is none that can be read."""
    with suppress(KeyError, *_UNREADABLE), archive.open(name) as part:
        return part.read(_LONGEST_ABOUT)
    return b""


def _opened(content: bytes) -> zipfile.ZipFile:
    """The archive, whose directory promises no more than we unpack."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _UNREADABLE:
        raise RegistryRefused("file-broken") from None
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    squeezed = unpacked > _RATIO_MATTERS_FROM and unpacked / packed > _MOST_RATIO
    if unpacked > MOST_UNPACKED or squeezed or len(entries) > _MOST_ENTRIES:
        raise RegistryRefused("file-unpacks-too-large", limit=str(MOST_UNPACKED // (1024 * 1024)))
    return archive


def _only_table(content: bytes) -> bytes | None:
    """The one file in an archive of files; None for an archive that is a document itself."""
    with _opened(content) as archive:
        names = {entry.filename for entry in archive.infolist()}
        if names & {
            *_WORKBOOK_PARTS,
            "mimetype",
            "[Content_Types].xml",
            "content.xml",
            "word/document.xml",
            _SLIDES_INSIDE,
            _OF_NUMBERS,
        }:
            return None
        files = [
            entry
            for entry in archive.infolist()
            if not entry.is_dir() and not any(part in entry.filename.lower() for part in _NO_FILES)
        ]
        if any(entry.flag_bits & 1 for entry in files):
            raise RegistryRefused("file-protected")
        tables = {}
        for entry in files:
            inside = _unpacked(archive, entry)
            with suppress(RegistryRefused):
                if len(files) == 1 or kind_of(inside) in Kind:
                    tables[entry.filename] = inside
    if not tables:
        raise RegistryRefused("file-archive-empty")
    tables = {name: table for name, table in tables.items() if not name.lower().endswith(_NOTES)} or tables
    if len(tables) > 1:
        raise RegistryRefused("file-archive-of-many", names=", ".join(sorted(tables)[:5]))
    return tables.popitem()[1]


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A file of the archive; no longer than its directory says, whatever it holds."""
    try:
        with archive.open(entry) as part:
            inside = part.read(entry.file_size + 1)
    except _UNREADABLE:
        raise RegistryRefused("file-broken") from None
    if len(inside) > entry.file_size:
        raise RegistryRefused("file-broken")
    return inside


def _check_workbook(content: bytes) -> None:
    with _opened(content) as archive:
        entries = archive.infolist()
        about = b"".join(_beginning(archive, part) for part in _ABOUT)
        names = {entry.filename for entry in entries}
        kind = _beginning(archive, "mimetype")
    if names & {"word/document.xml", _SLIDES_INSIDE} or (
        kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(_OPEN_DOCUMENT + b"spreadsheet")
    ):
        raise RegistryRefused("file-document")
    if _OF_NUMBERS in names:
        raise RegistryRefused("file-of-numbers")
    if not names & {*_WORKBOOK_PARTS, "content.xml"}:
        raise RegistryRefused("file-not-table")
    if OWN_TABLE.encode() in about:
        raise RegistryRefused("file-own-list")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RegistryRefused("file-protected")
