"""For a container's health check: `python -m bot.watching.asked` asks `/healthz` of the bot beside it.

Ends with 0 where all is well, else with 1 and the reason; loads nothing of the bot's.
"""

from __future__ import annotations

import os
import sys
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

_PATIENCE = 8.0  # seconds


def main() -> int:
    """The exit code; the address is that of BOT_METRICS."""
    address = os.environ.get("BOT_METRICS", "")
    try:
        # Past any proxy: it is on this machine.
        with build_opener(ProxyHandler({})).open(f"http://{address}/healthz", timeout=_PATIENCE):
            return 0
    except (URLError, OSError, ValueError) as error:
        sys.stderr.write(f"{address}: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
