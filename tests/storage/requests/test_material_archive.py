"""Names and parts of the archive of materials: nothing leaves its folder, nothing is lost."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath, PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st

from bot.works.requests import Parts, entry_name

nasty = st.text(st.one_of(st.sampled_from('./\\:*?"<>|\x00\n \u202econ'), st.characters()), max_size=300)


@given(st.lists(nasty, max_size=8))
def test_an_entry_stays_in_its_folder_under_a_name_of_its_own(names: list[str]) -> None:
    taken: set[str] = set()
    given_names = [entry_name(name, taken) for name in names]
    assert len({name.casefold() for name in given_names}) == len(names)
    for name in given_names:
        for path in (PurePosixPath(name), PureWindowsPath(name)):
            assert path.parts == (name,) and not path.is_absolute()
        assert name.strip(" .") == name and "\u202e" not in name and len(name) < 130


def test_a_usual_name_stays_as_it_is() -> None:
    taken: set[str] = set()
    names = [entry_name(name, taken) for name in ("Отчёт за октябрь.xlsx", "отчёт за октябрь.XLSX", "смета")]
    assert names == ["Отчёт за октябрь.xlsx", "отчёт за октябрь (2).XLSX", "смета"]


@given(st.lists(st.integers(1, 60), max_size=12))
def test_parts_hold_everything_and_none_outgrows_the_limit(sizes: list[int]) -> None:
    parts = Parts(largest=100)
    for number, size in enumerate(sizes):
        parts.put(f"{number}.bin", bytes(size))
    found: list[tuple[str, int]] = []
    for content in parts.finished():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert sum(entry.file_size for entry in archive.infolist()) <= 100
            found += [(entry.filename, entry.file_size) for entry in archive.infolist()]
    assert found == [(f"{number}.bin", size) for number, size in enumerate(sizes)]
