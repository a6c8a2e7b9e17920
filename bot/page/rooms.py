"""The rooms of the page in the order of its menu, each with its door."""

from __future__ import annotations

from dataclasses import dataclass

from bot.page.doors import Door


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the page that the menu names: `page-room-<key>` in the locale."""

    key: str
    door: Door

    @property
    def way(self) -> str:
        """Where it stands."""
        return f"/{self.key}"


ROOMS = (
    Room("messages", Door.MEMBER),
    Room("files", Door.IMPORTER),
    Room("figures", Door.MEMBER),
    Room("meetings", Door.MEMBER),
    Room("tasks", Door.MEMBER),
    Room("roster", Door.KNOWN),
    Room("profile", Door.KNOWN),
    Room("journal", Door.HEAD),
)
