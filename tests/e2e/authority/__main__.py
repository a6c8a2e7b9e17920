"""`python -m tests.e2e.authority`: the size of the table; `make authority` tries every cell."""

from __future__ import annotations

from tests.e2e.authority.areas import AREAS, size
from tests.e2e.authority.completeness import acts, commands
from tests.e2e.authority.table import PEOPLE

if __name__ == "__main__":
    for name, parts in AREAS.items():
        print(f"{name}: {sum(len(one.rows) for one in parts)} acts in {len(parts)} states")
    print(
        f"{len(commands())} commands and {len(acts())} kinds of buttons; {len(PEOPLE)} people; {size()} cells"
    )
