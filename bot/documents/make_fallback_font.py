"""Makes `templates/fallback.ttf`: one empty frame that stands for every sign the text fonts lack.

Run `python -m bot.documents.make_fallback_font`. PDF/A (ISO 19005-2, 6.2.11.8) forbids a missing glyph, so
one smiley in a question would leave a meeting without its protocol. This font maps every code point to the
same frame (OpenType, `cmap` format 13); the file keeps the sign itself, for search and copying.
"""

from __future__ import annotations

import struct
from pathlib import Path

FAMILY = "Office Fallback"
PATH = Path(__file__).parent / "templates" / "fallback.ttf"

UNITS_PER_EM = 1000
ADVANCE = 700
OUTER = (60, -100, 640, 700)
INNER = (100, -60, 600, 660)
CODE_POINTS = ((0x20, 0xD7FF), (0xE000, 0x10FFFF))


def font() -> bytes:
    """The font file (OpenType 1.9, «The OpenType Font File»)."""
    frame = _frame()
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": frame,
        b"head": _head(),
        b"hhea": struct.pack(">HHhhhHhhhhhh8xhH", 1, 0, 800, -200, 0, ADVANCE, 0, 0, 640, 1, 0, 0, 0, 2),
        b"hmtx": struct.pack(">HhHh", ADVANCE, 0, ADVANCE, OUTER[0]),
        b"loca": struct.pack(">3I", 0, 0, len(frame)),
        b"maxp": struct.pack(">IHHHHHH16x", 0x10000, 2, 8, 2, 0, 0, 1),
        b"name": _name(),
        b"post": struct.pack(">IIhhI16x", 0x30000, 0, -100, 50, 0),
    }
    return _assembled(tables)


def _frame() -> bytes:
    """Glyph 1: the outer rectangle clockwise, the inner one counterclockwise, so that it stays empty."""
    left, bottom, right, top = OUTER
    points = [(left, bottom), (left, top), (right, top), (right, bottom)]
    left, bottom, right, top = INNER
    points += [(left, bottom), (right, bottom), (right, top), (left, top)]
    steps = [(0, 0), *points]
    moves = [(x - from_x, y - from_y) for (from_x, from_y), (x, y) in zip(steps, points, strict=False)]
    outline = struct.pack(">hhhhhHHH", 2, *OUTER, 3, 7, 0) + bytes([1] * len(points))
    for axis in (0, 1):
        outline += b"".join(struct.pack(">h", move[axis]) for move in moves)
    return outline + b"\0" * (-len(outline) % 4)


def _cmap() -> bytes:
    groups = b"".join(struct.pack(">III", first, last, 1) for first, last in CODE_POINTS)
    subtable = struct.pack(">HHIII", 13, 0, 16 + len(groups), 0, len(CODE_POINTS)) + groups
    return struct.pack(">HHHHI", 0, 1, 0, 6, 12) + subtable


def _head() -> bytes:
    return struct.pack(
        ">HHIIIHHqqhhhhHHhhh",
        *(1, 0, 0x10000, 0, 0x5F0F3CF5, 0b1011, UNITS_PER_EM, 0, 0),
        *(*OUTER, 0, 8, 2, 1, 0),
    )


def _os2() -> bytes:
    return struct.pack(
        ">HhHHH10hh10sIIII4sHHHhhhHH",
        *(3, ADVANCE, 400, 5, 0),
        *(650, 600, 0, 75, 650, 600, 0, 350, 50, 300),
        *(0, bytes(10), 0, 0, 0, 0, b"NONE", 0x40, 0x20, 0xFFFF, 800, -200, 0, 800, 200),
    ) + struct.pack(">IIhhHHH", 0, 0, 500, 700, 0, 0x20, 1)


def _name() -> bytes:
    texts = {1: FAMILY, 2: "Regular", 3: FAMILY, 4: FAMILY, 5: "Version 1.0", 6: FAMILY.replace(" ", "")}
    records, strings = b"", b""
    for key, text in texts.items():
        encoded = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, key, len(encoded), len(strings))
        strings += encoded
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    header = struct.pack(">IHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    directory, body, at = b"", b"", 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _sum(table), at + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    whole = header + directory + body
    head = next(at for tag, _, at, _ in struct.iter_unpack(">4sIII", directory) if tag == b"head")
    adjustment = (0xB1B0AFBA - _sum(whole)) & 0xFFFFFFFF
    return whole[: head + 8] + struct.pack(">I", adjustment) + whole[head + 12 :]


if __name__ == "__main__":
    PATH.write_bytes(font())
