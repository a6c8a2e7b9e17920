"""Every card of an office is shown under a profile that has lost or renamed any key its data refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.profiles import load_profile
from domain.office.changing import remembering
from domain.office.profile import OfficeProfile, Role
from tests.handlers.shown.office import make, office_of, screens
from tests.templates import Templates

KINDS = ("blocks", "channels", "units")


def changed(profile: OfficeProfile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each kind of keys: removed but for one, renamed, moved; seats one by one; no topics."""
    for kind in KINDS:
        found = getattr(profile, kind)
        yield f"{kind} but one", {kind: found[-1:]}
        yield f"{kind} renamed", {kind: tuple(replace(one, key=f"new_{one.key}") for one in found)}
        yield f"{kind} moved", {kind: found[::-1]}
    for gone in (3, 4, 8, 9):
        left = [seat for seat in profile.seats if seat.number != gone]
        yield f"seat {gone} gone", {"seats": tuple(left)}
        up = [replace(seat, number=at) for at, seat in enumerate(left, 1)]
        yield f"seats up to {gone}", {"seats": tuple(up)}
    alone = [seat for seat in profile.seats if seat.role is Role.HEAD or seat.number == profile.acting_seat]
    yield "two seats", {"seats": tuple(alone)}
    yield "no topics", {"topics": {}, "topic_words": {}, "classifier": {}}


@pytest.mark.long
async def test_no_card_falls_whatever_key_is_no_more(templates: Templates, tmp_path: Path) -> None:
    profile = load_profile()
    url = await templates.copy(None, "shown", make, tmp_path / "office.db")
    office = office_of(url)
    shown = len(await screens(office))
    await office.close()
    for name, differs in changed(profile):
        now = replace(profile, **differs)
        for remembered in (now, replace(now, former=remembering(now, [profile]))):
            office = office_of(url, remembered)
            try:
                # Some cards have nothing to show to a seat that is no more.
                assert len(await screens(office)) > shown // 2, name
            except Exception as error:
                raise AssertionError(name) from error
            finally:
                await office.close()
