"""Telegram's HTML (Bot API, «HTML style»): to text and entities, strictly, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from bot.sandbox.chatting import Json
from bot.sandbox.refusal import bad_request

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_TOKEN = re.compile(
    r"(?P<tag><(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>)"
    r"|(?P<code>&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot);)"
    r"|(?P<text>[^<&>]+|[&>])"
)
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
"""Bot API, «Date-time entity formatting»."""
_ATTRIBUTE = re.compile(r"\s*([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
_HTML_OF = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "spoiler": "tg-spoiler", "blockquote": "blockquote", "expandable_blockquote": "blockquote expandable",
}  # fmt: skip


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Parsed:
    """Text without its tags. `slips` are unescaped signs that Telegram lets pass though its rules do not."""

    text: str
    entities: list[Json] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)


@dataclass
class _Open:
    name: str
    type: str
    start: int
    extra: Json


def _wrong(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}", "html")


def _attributes(source: str) -> dict[str, str]:
    found = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found[name.lower()] = _decode(double or single or bare)
    return found


def _decode(source: str) -> str:
    return re.sub(
        r"&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot);", lambda found: _sign(found[0]), source
    )


def _sign(code: str) -> str:
    if code in _NAMED:
        return _NAMED[code]
    number = int(code[3:-1], 16) if code[2] in "xX" else int(code[2:-1])
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else code


def _opened(name: str, attributes: str, start: int, place: int) -> _Open:
    given, kind, extra = _attributes(attributes), _TYPES[name], Json()
    if name == "a":
        extra = {"url": given.get("href", "")}
    elif name == "span" and given.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
    elif name == "blockquote" and "expandable" in given:
        kind = "expandable_blockquote"
    elif name == "tg-emoji":
        extra = {"custom_emoji_id": given.get("emoji-id", "")}
    elif name == "tg-time":
        extra = _moment(given, place)
    elif name == "code" and given.get("class", "").startswith("language-"):
        extra = {"language": given["class"].removeprefix("language-")}
    return _Open(name, kind, start, extra)


def _moment(given: dict[str, str], place: int) -> Json:
    """A moment (Bot API, MessageEntity: unix_time, date_time_format)."""
    unix, shape = given.get("unix", ""), given.get("format", "")
    if not unix.isascii() or not unix.isdigit() or not _TIME_FORMAT.fullmatch(shape):
        raise _wrong(f'Tag "tg-time" has a wrong moment or format at byte offset {place}')
    return {"unix_time": int(unix), **({"date_time_format": shape} if shape else {})}


def parse(source: str) -> Parsed:
    """Read Telegram HTML. Raises `Refused` in Telegram's words for an unknown or badly nested tag."""
    parsed, opened, position, units = Parsed(""), list[_Open](), 0, 0
    pieces: list[str] = []
    while position < len(source):
        token = _TOKEN.match(source, position)
        place = len(source[:position].encode())
        if token is None:
            raise _wrong(f"Unclosed start tag at byte offset {place}")
        position = token.end()
        if token["tag"]:
            name = token["name"].lower()
            if token["end"]:
                _close(opened, name, units, place, parsed)
            elif name not in _TYPES:
                raise _wrong(f'Unsupported start tag "{name}" at byte offset {place}')
            else:
                opened.append(_opened(name, token["attributes"], units, place))
            continue
        piece = _sign(token["code"]) if token["code"] else token["text"]
        if token["text"] in ("&", ">"):
            parsed.slips.append(f"«{piece}» is not escaped at byte offset {place}")
        pieces.append(piece)
        units += utf16_length(piece)
    if opened:
        raise _wrong(f'Can\'t find end tag corresponding to start tag "{opened[-1].name}"')
    parsed.text = "".join(pieces)
    return _trimmed(parsed)


def _close(opened: list[_Open], name: str, units: int, place: int, parsed: Parsed) -> None:
    if not opened:
        raise _wrong(f"Unexpected end tag at byte offset {place}")
    last = opened.pop()
    if name != last.name:
        expected = f'expected "</{last.name}>", found "</{name}>"'
        raise _wrong(f"Unmatched end tag at byte offset {place}, {expected}")
    if units == last.start or (last.type == "text_link" and not last.extra["url"]):
        return
    if last.name == "code" and opened and opened[-1].name == "pre" and opened[-1].start == last.start:
        opened[-1].extra = last.extra
        return
    parsed.entities.append(
        {"type": last.type, "offset": last.start, "length": units - last.start, **last.extra}
    )


def _trimmed(parsed: Parsed) -> Parsed:
    """Telegram drops blanks around a text; entities follow."""
    lead = utf16_length(parsed.text) - utf16_length(parsed.text.lstrip())
    parsed.text = parsed.text.strip()
    size, kept = utf16_length(parsed.text), []
    for entity in parsed.entities:
        start = max(0, entity["offset"] - lead)
        end = min(size, entity["offset"] + entity["length"] - lead)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    parsed.entities = kept
    return parsed


def unparse(text: str, entities: list[Json]) -> str:
    """Text and nested entities as Telegram HTML; everything else is escaped."""
    units = text.encode("utf-16-le")
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])):
        start, end = _tags(entity)
        if start:
            opening.setdefault(entity["offset"], []).append(start)
            closing.setdefault(entity["offset"] + entity["length"], []).insert(0, end)
    places = sorted({0, len(units) // 2, *opening, *closing})
    pieces: list[str] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        pieces += closing.get(place, []) + opening.get(place, [])
        if following is not None:
            pieces.append(escape(units[place * 2 : following * 2].decode("utf-16-le"), quote=False))
    return "".join(pieces)


def _tags(entity: Json) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "date_time":
        shape = f' format="{entity["date_time_format"]}"' if "date_time_format" in entity else ""
        return f'<tg-time unix="{entity["unix_time"]}"{shape}>', "</tg-time>"
    if kind == "custom_emoji":
        return f'<tg-emoji emoji-id="{escape(entity["custom_emoji_id"])}">', "</tg-emoji>"
    if kind == "pre" and entity.get("language"):
        return f'<pre><code class="language-{escape(entity["language"])}">', "</code></pre>"
    tag = _HTML_OF.get(kind)
    return (f"<{tag}>", f"</{tag.split()[0]}>") if tag else ("", "")
