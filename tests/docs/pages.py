"""What a page for developers names: files, functions, links, targets of make."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
GUIDES = tuple(sorted((ROOT / "docs" / "ru").glob("*.md")))
FLOORS = ("domain", "handlers", "jobs", "bot")
# Folders that a running office or make fills.
_MADE = {".venv", "data", "demo-out", "copies"}
_CODE = re.compile(r"`([^`\n]+)`")
_DRAWING = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_IN_DRAWING = re.compile(r"(?<![\w/])(?:bot|domain|handlers|jobs|locales|tests)/[\w./]*")
_PATH = re.compile(r"(?P<path>[\w.<>*{},-]*/[\w./<>*{},-]*|[\w-]+\.(?:py|ftl))(?::(?P<name>[\w.]+))?")
_LINK = re.compile(r"\]\((?!\w+:)([^)\s]+)\)")


def paths(page: str) -> Iterator[tuple[str, str]]:
    """Each `path` or `path:function` of a page, and the paths in its drawings."""
    for drawing in _DRAWING.findall(page):
        for path in _IN_DRAWING.findall(drawing):
            yield path, ""
    for code in _CODE.findall(_FENCE.sub("", page)):
        found = _PATH.fullmatch(code)
        if found and not code.startswith("/") and code.split("/")[0] not in _MADE:
            yield found["path"], found["name"] or ""


def exists(path: str) -> bool:
    """Whether there is such a file or folder; `<room>` stands for any name, `{ru,en}` for each."""
    braces = re.search(r"\{([^}]*)\}", path)
    if braces:
        head, tail = path[: braces.start()], path[braces.end() :]
        return all(exists(f"{head}{one}{tail}") for one in braces[1].split(","))
    return any(ROOT.glob(re.sub(r"<[^>]*>", "*", path).rstrip("/")))


@cache
def defined(path: Path) -> frozenset[str]:
    """Names that a module defines: functions, classes, their methods and fields, values."""
    return frozenset(_defined(ast.parse(path.read_text()).body, ""))


def _defined(body: list[ast.stmt], inside: str) -> Iterator[str]:
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield inside + node.name
            case ast.ClassDef():
                yield inside + node.name
                yield from _defined(node.body, f"{inside}{node.name}.")
            case ast.Assign():
                yield from (inside + one.id for one in node.targets if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield inside + name


def links(page: str) -> Iterator[str]:
    """Addresses of a page's links and pictures inside the repository."""
    yield from _LINK.findall(_FENCE.sub("", page))


def table(page: str, first_column: str) -> list[list[str]]:
    """Rows of the table whose first column has this heading, the heading among them."""
    lines = page.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first_column} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        if not line.startswith("|---"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows
