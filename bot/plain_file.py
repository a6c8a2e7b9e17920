"""A file that somebody names is read only where it is one: a pipe is waited for, and a device never ends."""

from __future__ import annotations

import os
from errno import EISDIR, ENXIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG


def plain_file(path: Path) -> Path:
    """The path of a file that ends. Raises OSError: nothing is there, or a folder, a pipe, a device."""
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        code = EISDIR if S_ISDIR(mode) else ENXIO
        raise OSError(code, os.strerror(code), str(path))
    return path
