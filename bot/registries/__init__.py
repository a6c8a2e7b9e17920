"""Registry files in, rows out: what a channel's system exports, read by the profile's mappings.

Everything here is a function of the file's bytes and is meant for a worker thread; the database and the
chat are not known here.
"""

from bot.registries.reading import read_registry
from bot.registries.result import Likeness, Reading, RegistryRefused, SheetRead
from bot.registries.unreadable import write_unreadable

__all__ = ["Likeness", "Reading", "RegistryRefused", "SheetRead", "read_registry", "write_unreadable"]
