"""Templates, compiled once a process: they hold nothing of an office."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["kept_file"] = kept_file
    return made


def render(template: str, **shown: Any) -> str:
    """A page; whatever is put into it is escaped."""
    return _environment().get_template(template).render(**shown)


@cache
def kept_files() -> dict[str, tuple[str, bytes]]:
    """Styles and scripts by name: kind and bytes."""
    return {
        path.name: (_KINDS[path.suffix], path.read_bytes())
        for path in sorted((_HERE / "static").iterdir())
        if path.suffix in _KINDS
    }


@cache
def kept_file(name: str) -> str:
    """Where a style or a script stands; its address changes with its content, so that it may be kept."""
    mark = hashlib.sha256(kept_files()[name][1]).hexdigest()[:12]
    return f"/static/{mark}/{name}"
