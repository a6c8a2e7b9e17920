"""In which encoding a text is: by its mark, by what it says of itself, else by its letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from bot.registries.result import RegistryRefused

_PIECE = 1024 * 1024  # bytes
_SAMPLE = 200_000  # bytes that are looked at to guess
_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}  # fmt: skip
_DECLARED = re.compile(rb"""(?:encoding|charset)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{1,40})""")
_DECLARED_WITHIN = 2048  # bytes
_OF_ONE_BYTE = ("cp1251", "cp866", "koi8-r", "iso8859-5", "mac-cyrillic")
# How many of a thousand letters of Russian prose are this one.
_LETTERS = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (110, 84, 79, 74, 67, 63, 55, 47, 45, 43, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9,
         7, 6, 5, 4, 3, 3, 1, 1),
        strict=True,
    )
)  # fmt: skip
_USUAL_SIGNS = frozenset("«»—–№…“”„°§\xa0’")
_STRANGE = -150
_CAPITAL_INSIDE = -60
_LEAST_LIKELY = 20  # a thousandth of a letter: below it no encoding gives words
_ASCII = bytes(range(0x80))
_ENOUGH = 8  # letters of a line that are looked at
# Thousandths of a letter by which another encoding has to be ahead: in one line, in several together.
_MUCH_BETTER, _BETTER = 16, 9
# Its large letters stand where CP1251 has those of Serbian and Macedonian.
_OF_MACINTOSH = re.compile(rb"[\x80\x81\x83\x8a\x8c-\x90\x9a\x9c-\x9f][\xe0-\xff]{2}")
_MOSTLY = 0.3
_MOST_WRONG = 0.01  # of the characters beyond ASCII: a text with a few bytes broken is still of its encoding


def _likely(encoding: str) -> bytes:
    """How likely in Russian a byte is in this encoding: a table to translate by."""
    shown = (bytes([byte]).decode(encoding, "replace").lower() for byte in range(0x100))
    return bytes(_LETTERS.get(char, 50 if char in _USUAL_SIGNS else 0) for char in shown)


def _inside(encoding: str) -> re.Pattern[bytes]:
    """A large letter after a small one."""
    small, large = (
        re.escape(letters.encode(encoding)) for letters in ("".join(_LETTERS), "".join(_LETTERS).upper())
    )
    return re.compile(b"[" + small + b"][" + large + b"]")


_LIKELY = {encoding: _likely(encoding) for encoding in _OF_ONE_BYTE}
_INSIDE = {encoding: _inside(encoding) for encoding in _OF_ONE_BYTE}


def encoding_of(content: bytes) -> str:
    """The encoding of all of the text, as Python names it.

    RegistryRefused("file-wrong-byte") names the line and the byte where a text breaks its own encoding,
    RegistryRefused("file-encoding") says that no encoding makes words of it.
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _whole_in(encoding, content)
    wide = _wide(content)
    if wide:
        return _whole_in(wide, content)
    for possible in (_declared(content), "utf-8"):
        if possible and _first_wrong(possible, content) is None:
            return possible
    if _nearly_utf8(content):
        return _whole_in("utf-8", content)
    return _likeliest(content)


def decoded(content: bytes) -> str:
    """The text itself, without its mark; RegistryRefused as `encoding_of`."""
    return content.decode(encoding_of(content)).removeprefix("\ufeff")


def _whole_in(encoding: str, content: bytes) -> str:
    wrong = _first_wrong(encoding, content)
    if wrong is None:
        return encoding
    row = content[:wrong].count(b"\n") + 1
    byte = f"0x{content[wrong]:02X}" if wrong < len(content) else "—"
    name = encoding.removesuffix("-sig").upper()
    raise RegistryRefused("file-wrong-byte", encoding=name, row=str(row), byte=byte)


def _first_wrong(encoding: str, content: bytes) -> int | None:
    """Where the first byte stands that this encoding has no place for; piece by piece, to hold nobody up."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, max(len(content), 1), _PIECE):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + _PIECE], final=start + _PIECE >= len(content))
        except UnicodeDecodeError as error:
            return start - held + error.start
    return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of Russian and Latin text is 0, 4 or 32."""
    sample = content[: _SAMPLE & ~1]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        usual = high.count(0) + high.count(4) + high.count(0x20)
        if usual > 0.95 * len(high) and high.count(0) < len(sample) - len(sample) // 2 - sample.count(0) // 2:
            low = sample[::2] if encoding == "utf-16-le" else sample[1::2]
            if low.count(0) == 0:
                return encoding
    return None


def _declared(content: bytes) -> str | None:
    """What the text says of itself, where Python knows it; one that is not for texts is no answer."""
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    if not found:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    # A page that can be searched for its own name byte by byte is not in UTF-16, whatever it says.
    return None if known.name.startswith(("utf-16", "utf-32")) or not known._is_text_encoding else known.name


def _nearly_utf8(content: bytes) -> bool:
    text = content[:_SAMPLE].decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in text)
    if sum(char > "\x7f" for char in text.partition("\ufffd")[0]) >= _ENOUGH:
        return True  # no other encoding's letters come in such pairs by chance
    return beyond > 0 and text.count("\ufffd") <= max(1, _MOST_WRONG * beyond) and beyond > 8


def _likeliest(content: bytes) -> str:
    sample = bytes(byte for byte in content[:_SAMPLE] if byte > 0x7F or chr(byte).isalpha() or byte <= 0x20)
    likely = {encoding: _likeliness(sample, encoding) for encoding in _OF_ONE_BYTE}
    best = max(likely, key=lambda encoding: likely[encoding])
    if likely[best] < _LEAST_LIKELY:
        raise RegistryRefused("file-not-table" if b"\0" in content else "file-encoding")
    _whole_in(best, content)
    if (row := _other_encoding(best, content)) is not None:
        raise RegistryRefused("file-mixed-encodings", encoding=best.upper(), row=str(row))
    return best


def _other_encoding(encoding: str, content: bytes) -> int | None:
    """The first line that gives no words in this encoding: files glued together of several.

    KOI8-R and CP1251 have the same letters, large and small the other way round: of lines that are mostly of
    large ones those that another encoding reads better are weighed together.
    """
    chars = {byte: bytes([byte]).decode(encoding, "replace") for byte in range(0x80, 0x100)}
    small = bytes(byte for byte, char in chars.items() if char in _LETTERS)
    ordinary = bytes(byte for byte, char in chars.items() if char in _USUAL_SIGNS or char.lower() in _LETTERS)
    doubted: list[tuple[int, bytes]] = []
    for row, whole in enumerate(content.split(b"\n"), start=1):
        line = whole.translate(None, _ASCII)
        if len(line) < _ENOUGH:
            continue
        if len(line.translate(None, ordinary)) > _MOSTLY * len(line):
            return row
        if encoding == "cp1251" and _OF_MACINTOSH.search(whole):
            return row
        of_small = len(line) - len(line.translate(None, small))
        if 2 * of_small < len(line) and _ahead(whole, encoding) > 0:
            doubted.append((row, whole))
    together = b" ".join(line for _, line in doubted)
    least = _BETTER if len(doubted) > 1 else _MUCH_BETTER
    return doubted[0][0] if doubted and _ahead(together, encoding) > least else None


def _ahead(line: bytes, encoding: str) -> float:
    """How much more like Russian the line is in another encoding; below 0 where it is less."""
    here = sum(line.translate(_LIKELY[encoding])) + _CAPITAL_INSIDE * len(_INSIDE[encoding].findall(line))
    there = max(sum(line.translate(_LIKELY[other])) for other in _OF_ONE_BYTE if other != encoding)
    return (there - here) / len(line.translate(None, _ASCII))


def _likeliness(sample: bytes, encoding: str) -> float:
    """How much like Russian prose the sample would be in this encoding: a mean over what is beyond ASCII."""
    weights = list(_weights(sample.decode(encoding, "replace")))
    return sum(weights) / len(weights) if weights else 0.0


def _weights(text: str) -> Iterator[int]:
    before = " "
    for char in text:
        if char > "\x7f" and char not in _USUAL_SIGNS:
            weight = _LETTERS.get(char.lower(), _STRANGE)
            yield weight + (_CAPITAL_INSIDE if char.isupper() and before.islower() else 0)
        before = char
