"""Office profiles: one TOML file an office, refused with every mistake at once."""

from bot.profiles.loading import DEFAULT, fingerprint, load_profile, notes, profile_text, read_profile
from bot.profiles.mistakes import Mistake, Note, ProfileError

__all__ = [
    "DEFAULT",
    "Mistake",
    "Note",
    "ProfileError",
    "fingerprint",
    "load_profile",
    "notes",
    "profile_text",
    "read_profile",
]
