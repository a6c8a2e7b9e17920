"""A process of its own for a file that may do harm: without the bot's secrets, with limits on its memory."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "SYSTEMROOT")


def started_apart(script: Path) -> subprocess.Popen[bytes]:
    """Our own script, started; talked to by its stdin and stdout. Raises OSError."""
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 — our own script
        [sys.executable, "-P", str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def limit_memory(most: int) -> None:
    """From here on this process has so many bytes of address space, where the system can limit it."""
    try:
        import resource  # noqa: PLC0415 — not on every system

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return
    with suppress(OSError):  # where memory runs short on Linux, this process goes first and not the bot
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
