"""Reads a profile's file, checks it, and gives the domain its office."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import time
from errno import errorcode
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.plain_file import plain_file
from bot.profiles import schema
from bot.profiles.agreement import disagreements
from bot.profiles.expected import expected
from bot.profiles.mistakes import Mistake, Note, ProfileError
from bot.profiles.outline import Outline
from domain.messages.words import normalise
from domain.office.profile import OfficeProfile

DEFAULT = Path(__file__).parent / "chaikovsky.toml"
_EARLIEST_DIGEST = time(5)
_AT = re.compile(r"at line (\d+), column (\d+)")
_PLAIN_KINDS = {
    "missing": "missing",
    "unexpected_keyword_argument": "unknown-key",
    "unknown-zone": "unknown-zone",
    "bad-share": "bad-share",
}


def profile_text(path: Path | None = None) -> str:
    """The profile's file as it stands; the shipped one by default. Raises ProfileError."""
    path = path or DEFAULT
    try:
        return plain_file(path).read_text("utf-8-sig")
    except FileNotFoundError:
        raise ProfileError([Mistake(str(path), "no-file", {"path": str(path.absolute())})]) from None
    except UnicodeDecodeError:
        raise ProfileError([Mistake(str(path), "not-utf8", {"name": path.name})]) from None
    except PermissionError:
        raise ProfileError([Mistake(str(path), "no-rights", {"path": str(path.absolute())})]) from None
    except OSError as error:
        said = {"path": str(path.absolute()), "code": errorcode.get(error.errno or 0, "")}
        raise ProfileError([Mistake(str(path), "no-such-file", said)]) from None


def fingerprint(content: str) -> str:
    """SHA-256 of a profile's text, hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def load_profile(path: Path | None = None) -> OfficeProfile:
    """The office of a profile's file; the shipped one by default. Raises ProfileError."""
    return read_profile(profile_text(path))


@cache
def _checks() -> TypeAdapter[OfficeProfile]:
    """What a profile must be, made once a process: making it takes four times what reading a profile does."""
    return TypeAdapter(schema.OfficeProfile)


def _shared(data: Any) -> Any:
    """The same with each string once a process: its offices say much alike (0.4 MB an office)."""
    match data:
        case str():
            return intern(data)
        case dict():
            return {intern(key): _shared(value) for key, value in data.items()}
        case list():
            return [_shared(value) for value in data]
    return data


def read_profile(content: str) -> OfficeProfile:
    """The office that a profile's text describes. Raises ProfileError with every mistake."""
    try:
        data = _shared(tomllib.loads(content))
    except tomllib.TOMLDecodeError as error:
        raise ProfileError([_bad_toml(str(error), content)]) from None
    if "former" in data:  # known by the database, not by a file
        raise ProfileError([Mistake("former", "unknown-key")])
    together = list(disagreements(Outline(data)))
    try:
        office = _checks().validate_python(data)
    except ValidationError as error:
        raise ProfileError([*(_mistake(one, data) for one in error.errors()), *together]) from None
    if together:
        raise ProfileError(together)
    return office


def _bad_toml(reason: str, content: str) -> Mistake:
    """Where it ceases to be TOML, in words: the library's own are English."""
    at = _AT.search(reason)
    line, column = (int(at[1]), int(at[2])) if at else (len(content.splitlines()), 0)
    twice = "yes" if "overwrite" in reason or "twice" in reason else "no"
    return Mistake("toml", "bad-toml", {"line": line, "column": column, "twice": twice})


def notes(profile: OfficeProfile) -> list[Note]:
    """Numbers whose source is yet to be confirmed, and values that are hardly meant."""
    return [
        *_unconfirmed(profile),
        *_unknown_topics(profile),
        *_late_digest(profile),
        *_against_the_law(profile),
    ]


def _against_the_law(profile: OfficeProfile) -> list[Note]:
    """Personal data in a foreign messenger (149-ФЗ, ст. 10 ч. 8–10; 41-ФЗ of 01.04.2025)."""
    keeping = profile.keeping
    carried = (
        ("reveal_to", "law-reveal", bool(keeping.reveal_to)),
        ("registries_in_chat", "law-files", keeping.registries_in_chat),
    )
    return [Note(f"keeping.{name}", key, {}) for name, key, is_so in carried if is_so]


def _unconfirmed(profile: OfficeProfile) -> list[Note]:
    return [
        Note(f"channels.{channel.key}.{name}", "confirm", {"channel": channel.title, "text": rule.confirm})
        for channel in profile.channels
        for name, rule in (
            *(("deadline", one) for one in (channel.rule, *channel.topic_rules.values())),
            ("important_deadline", channel.important),
            ("final_deadline", channel.final),
            ("rework_deadline", channel.rework),
        )
        if rule is not None and rule.confirm
    ]


def _unknown_topics(profile: OfficeProfile) -> list[Note]:
    known = set(map(normalise, profile.topics))
    return [
        Note(f"channels.{channel.key}.{name}", "unknown-topic", {"value": topic})
        for channel in profile.channels
        for name, topics in (
            ("topic_deadlines", channel.topic_rules),
            ("topic_refutable_days", channel.topic_refutable_days),
        )
        for topic in topics
        if normalise(topic) not in known
    ]


def _late_digest(profile: OfficeProfile) -> list[Note]:
    if _EARLIEST_DIGEST <= profile.digest_at < profile.working_time.closes:
        return []
    return [Note("digest_at", "late-digest", {"value": f"{profile.digest_at:%H:%M}"})]


def _mistake(detail: Any, data: dict[str, Any]) -> Mistake:
    place, here = [], data
    for part in detail["loc"]:
        here = _step(here, part)
        name = here.get("key") if isinstance(here, dict) and isinstance(part, int) else None
        place.append(str(name or (part + 1 if isinstance(part, int) else part)))
    key = _PLAIN_KINDS.get(detail["type"], "wrong-value")
    return Mistake(".".join(place), key, {"value": _shown(detail["input"]), **expected(detail)})


def _step(here: Any, part: Any) -> Any:
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def _shown(value: Any) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) < 60 else f"{text[:59]}…"
