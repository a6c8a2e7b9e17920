"""How long answers took, as counts by begun hours: such counts add up over any number of months."""

from __future__ import annotations

from collections.abc import Mapping


def hours_within(answered: Mapping[int, int], share: int, of: int) -> int | None:
    """The least hours within which `share` of `of` parts of all answered had their answer; None of nobody.

    `answered`: begun hours → how many were answered in them.
    """
    so_far, of_all = 0, sum(answered.values())
    for hours in sorted(answered):
        so_far += answered[hours]
        if of * so_far >= share * of_all:
            return hours
    return None
