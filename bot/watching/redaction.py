"""What no log, chat or answer may show: tokens, passwords, secrets, the credentials of a proxy."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

HIDDEN, QUOTED = "***", "…"

# Shorter ones are words of every day; in an address they are found by its shape.
_SHORTEST = 6
_SHAPES = (
    # In addresses of the Bot API and of its files, also where a library has quoted them.
    re.compile(r"(?<=bot)\d+(?::|%3A)[\w-]+", re.IGNORECASE),
    # A bot's token by itself (Bot API, «Authorizing your bot»).
    re.compile(r"\b\d{5,}(?::|%3A)[\w-]{20,}", re.IGNORECASE),
    # Credentials in any address: `postgresql://user:password@host`, `socks5://user:password@host`.
    re.compile(r"(?<=://)[^\s/\"'<>]{1,300}(?=@)"),
    re.compile(r"(?<=://)[^\s:/@\"'<>]{0,100}:[^\s\"'<>]{1,300}(?=@)"),
    # Headers of a proxy and of a webhook.
    re.compile(r"(?<=\bBasic )[\w+/=-]+", re.IGNORECASE),
    re.compile(r"(?<=Secret-Token: )[\w-]+", re.IGNORECASE),
)


# What an error quotes may be a citizen's: what stands in quotes or in a key's brackets, what is not Latin,
# an address of mail, a long number (pydantic's `input_value`, asyncpg's arguments, PostgreSQL's DETAIL).
_QUOTED = re.compile(
    r"""(?<![\w])'[^'\n]{0,2000}(?:'|$)|"[^"\n]{0,2000}(?:"|$)|«[^»\n]{0,2000}(?:»|$)|(?<==\()[^\n]{1,2000}(?=\))"""
    r"""|(?<=contains \()[^\n]{1,9000}(?=\))|(?<=input_value=)[^\n]{1,2000}|[^\x00-\x7f]+"""
    r"""|[\w.+-]{1,64}@[\w.-]{1,255}|\+?\d[\d() -]{5,30}\d""",
    re.MULTILINE,
)
# A word with a capital letter, or of nothing else, may be a name in Latin letters. These are not:
# sentences of Python, its libraries, databases and the Bot API begin with them, or they are terms of theirs.
_NO_NAMES = (
    "A|An|At|Bad|Broken|Caused|Can|Cannot|Chat|Client|Command|Conflict|Connect|Connection|"
    "Content|Could|Database|Detail|Disk|Domain|Duplicate|Entity|Error|Event|Exceeded|Expected|"
    "Expecting|Extra|Failed|Failing|Field|File|Flood|Forbidden|Found|From|Future|Gateway|Have|"
    "Header|Host|Input|Internal|Invalid|Item|Key|Large|Length|List|Lock|Many|Message|Method|"
    "Missing|Name|Network|No|Not|Object|Of|Only|Operation|Out|Permission|Please|Queue|Request|"
    "Requests|Resource|Response|Result|Row|Server|Session|Should|Statement|String|Target|Task|"
    "Telegram|The|This|Timeout|To|Too|Unable|Unauthorized|Unexpected|Unknown|Unsupported|"
    "Unterminated|Update|Use|User|Value|Waiting|Worker|Wrong|You|API|BEGIN|CHECK|CONTEXT|CREATE|"
    "DELETE|DETAIL|DNS|EOF|FOREIGN|FROM|HINT|HTML|HTTP|HTTPS|INSERT|INTEGER|INTO|IO|ID|IP|JSON|"
    "KEY|NOT|NULL|OK|ON|OR|PRIMARY|SELECT|SET|SQL|SSL|TABLE|TCP|TEXT|TLS|UNIQUE|UPDATE|URL|UTF|"
    "VALUES|WHERE|ZIP"
)
_NAMED = re.compile(rf"\b(?!(?:{_NO_NAMES})\b)(?:[A-Z][a-z]+|[A-Z]{{2,}})\b")
# Their texts are about the program alone.
_OF_THE_PROGRAM = frozenset(
    {"AttributeError", "ImportError", "ModuleNotFoundError", "NameError", "TypeError"}
)


def error_words(kind: str, said: str) -> str:
    """What an error of this kind said, without what it may have quoted of people's words."""
    if kind in _OF_THE_PROGRAM:
        return said
    return _NAMED.sub(QUOTED, _QUOTED.sub(QUOTED, said))


class Redaction:
    """Takes secrets out of texts: those it was told, in any way of writing, and what looks like one."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._known: re.Pattern[str] | None = None
        self._secrets: set[str] = set()
        self.hide(secrets)

    def hide(self, secrets: Iterable[str]) -> None:
        """Hide these from now on as well."""
        self._secrets |= {way for one in secrets if len(one) >= _SHORTEST for way in _ways_to_write(one)}
        longest_first = sorted(self._secrets, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, text: str) -> str:
        """The text without what must not be seen."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        for shape in _SHAPES:
            text = shape.sub(HIDDEN, text)
        return text


def _ways_to_write(secret: str) -> set[str]:
    """Itself, in an address, in JSON, as Python shows it, and in a header of credentials."""
    plain = {secret, quote(secret, safe=""), quote(secret), quote_plus(secret)}
    shown = {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    return plain | shown | {base64.b64encode(secret.encode()).decode().rstrip("=")}
