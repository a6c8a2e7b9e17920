"""PostgreSQL's advisory locks that this program takes: what only one replica may do at a time.

SQLite needs none of them: its only writer is the only process, by the lock in `serving`.
"""

from __future__ import annotations

from typing import Final

# Of transactions: they end with it, whatever happens to the process.
AUDIT: Final = 5_2024
MIGRATING: Final = 5_2025
JOBS: Final = 5_2026
# Of sessions: shared by those that serve, alone for who puts a copy in the database's place.
SERVING: Final = 5_2027
