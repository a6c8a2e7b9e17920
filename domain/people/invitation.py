"""One-time invitations: who may be invited by whom, and what a newcomer must give."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from domain.office.refusal import Refusal
from domain.people.roster import Roster, Standing
from domain.people.store import Invitation

VALID_FOR = timedelta(hours=72)
OPEN, CLAIMED, CONFIRMED, REFUSED, REVOKED = "open", "claimed", "confirmed", "refused", "revoked"

_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){1,3}")
_LONGEST_NAME = 100
_SMALL = frozenset({"оглы", "оглу", "кызы", "гызы", "угли", "кизи", "улы", "фон", "ван", "де", "ди", "эль"})
"""Parts of names that are written small."""


def new_token() -> str:
    """A random token of 128 bits, fit for a deep link (Bot API, «Deep linking»)."""
    return secrets.token_urlsafe(16)


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256; one that no text can be written as (RFC 3629) is none of ours."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def full_name(text: str) -> str:
    """A person's full name, two to four words, as papers print it; a refusal for anything else."""
    name = " ".join(text.split())
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise Refusal("bad-name")
    return " ".join(map(_capitalised, name.split()))


def _capitalised(word: str) -> str:
    """A word typed in small letters or in capitals alone, as names are written: phones correct nothing."""
    if word.casefold() in _SMALL or not (word.islower() or (word.isupper() and len(word) > 1)):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def require_open(invitation: Invitation | None, user_id: int, now: datetime) -> Invitation:
    """The invitation, if this account may still take it; each other case is refused in its own words."""
    if invitation is None:
        raise Refusal("invitation-unknown")
    if invitation.state in (CONFIRMED, REFUSED, REVOKED):
        raise Refusal(f"invitation-{invitation.state}")
    if invitation.state == CLAIMED and invitation.user_id != user_id:
        raise Refusal("invitation-taken")
    if invitation.state == CLAIMED:
        raise Refusal("invitation-waits")
    if invitation.expires_at < now:
        raise Refusal("invitation-expired")
    return invitation


def require_unjudged(invitation: Invitation | None, user_id: int, now: datetime) -> Invitation:
    """The invitation whose taker may give a name, and mend it until there is a word on the claim."""
    if invitation is not None and invitation.state == CLAIMED and invitation.user_id == user_id:
        return invitation
    return require_open(invitation, user_id, now)


def require_free(roster: Roster, user_id: int) -> None:
    """One account, one place: a refusal for an account that is bound already."""
    binding = roster.binding_of(user_id)
    if binding is not None:
        place = "seat" if binding.standing is Standing.MEMBER else binding.standing.value
        raise Refusal("already-bound", place=place, seat=binding.seat or binding.assists or 0)
