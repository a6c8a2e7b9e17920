"""Lists what the program is made of: each package that is pinned, its version and its licence."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

_PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


def licence_of(name: str) -> str:
    """As the package says it: an SPDX expression, else its classifiers, else its own words."""
    said = metadata(name)
    if expression := said.get("License-Expression"):
        return expression
    classified = [
        one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or [] if "License ::" in one
    ]
    if classified:
        return ", ".join(classified)
    return (said.get("License") or "not said").splitlines()[0]


def main() -> None:
    """Print a line for each package of the files named."""
    for file in sys.argv[1:]:
        for name, version in _PINNED.findall(Path(file).read_text()):
            try:
                licence = licence_of(name)
            except PackageNotFoundError:
                licence = "not installed on this system"
            print(f"{name:30} {version:14} {licence}")  # noqa: T201 — the list


if __name__ == "__main__":
    main()
