"""Which channel a table or a word speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.registries.headers import normalise_words
from bot.registries.result import Likeness
from domain.office.profile import Channel, OfficeProfile

_NAMED = 0.5  # a channel's name in the name of the file or a sheet is a hint, no more


class ChannelNames:
    """Finds a channel by its key, titles and aliases, in any usual spelling."""

    def __init__(self, profile: OfficeProfile) -> None:
        self._names: dict[str, str] = {}
        for channel in profile.channels:
            for word in (channel.key, channel.title, channel.short_title, *channel.aliases):
                self._names.setdefault(normalise_words(word), channel.key)
        self._names.pop("", None)

    def channel_of(self, word: str) -> str | None:
        """The channel's key that exactly this word means."""
        return self._names.get(normalise_words(word))

    def named_in(self, phrase: str) -> set[str]:
        """Channels whose words stand in the phrase."""
        padded = f" {normalise_words(phrase)} "
        return {key for word, key in self._names.items() if f" {word} " in padded}

    def only_named_in(self, phrase: str) -> str | None:
        """The one channel whose words stand in the phrase; None where there are several or none."""
        named = self.named_in(phrase)
        return named.pop() if len(named) == 1 else None


def by_signature(
    channels: Sequence[Channel], headers: Sequence[str]
) -> tuple[str | None, tuple[Likeness, ...]]:
    """The channel whose whole signature stands among the (normalised) headers, and what comes near to it.

    Of two whole signatures the longer one tells; of two as long as each other neither does.
    """
    present = set(headers)
    found: list[tuple[float, int, str]] = []
    for channel in channels:
        signature = (
            {normalise_words(header) for header in channel.registry.signature} if channel.registry else set()
        )
        if known := len(signature & present):
            found.append((known / len(signature), known, channel.key))
    found.sort(key=lambda item: item[:2], reverse=True)
    alike = tuple(Likeness(key, share) for share, _, key in found)
    told = found and found[0][0] == 1 and (len(found) == 1 or found[1][:2] != found[0][:2])
    return (found[0][2] if told else None), alike


def by_own_number(profile: OfficeProfile, headers: Sequence[str]) -> str | None:
    """The channel that alone calls its numbers as one of the (normalised) headers does."""
    naming: dict[str, set[str]] = {}
    for key, mapping in (
        *((one.key, one.registry) for one in profile.channels if one.registry),
        ("", profile.generic_registry),
    ):
        for header in mapping.headers.get("number", ()):
            naming.setdefault(normalise_words(header), set()).add(key)
    alone = {key for header in headers if len(naming.get(header, ())) == 1 for key in naming[header]}
    return alone.pop() or None if len(alone) == 1 else None


def ordered_likeness(
    found: Sequence[Likeness], channel_names: ChannelNames, names: Sequence[str]
) -> tuple[Likeness, ...]:
    """What a file looks like: by signatures and by the channels named in its own and its sheets' names."""
    scores: dict[str, float] = {}
    named = [Likeness(key, _NAMED) for name in names for key in sorted(channel_names.named_in(name))]
    for one in (*found, *named):
        scores[one.channel] = max(scores.get(one.channel, 0.0), one.score)
    ordered = sorted(scores.items(), key=lambda item: item[1], reverse=True)
    return tuple(Likeness(key, score) for key, score in ordered)
