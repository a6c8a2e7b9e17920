"""Who may open what on the page: every route says its door, and here is who goes through it."""

from __future__ import annotations

from enum import StrEnum

from domain.people.roster import Actor, Roster


class Door(StrEnum):
    """What a person must be to come to a part of the page; each thing there has its own rules besides."""

    ANYBODY = "anybody"
    KNOWN = "known"
    MEMBER = "member"
    IMPORTER = "importer"
    HEAD = "head"


def doors_of(actor: Actor, roster: Roster) -> frozenset[Door]:
    """The doors that this person goes through: members, administrators, and of members some more."""
    if actor.seat is None:
        return frozenset({Door.ANYBODY, Door.KNOWN} if actor.admin else {Door.ANYBODY})
    found = {Door.ANYBODY, Door.KNOWN, Door.MEMBER}
    duties = roster.duties()
    if roster.may_import(actor):
        found.add(Door.IMPORTER)
    if duties is not None and duties.seat == actor.seat:
        found.add(Door.HEAD)
    return frozenset(found)
