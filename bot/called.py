"""What the program is called: by whoever started it, so that a line can be given as it was read."""

from __future__ import annotations

import sys
from pathlib import Path


def called() -> str:
    """`mcu` where it is installed, else `python -m bot`: in help, in refusals, in chats."""
    return "mcu" if Path(sys.argv[0]).stem == "mcu" else "python -m bot"
