"""Answer templates of the office by topic: words with places for the number, the day and the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from domain.messages.message import KnownMessage
from domain.messages.words import normalise
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal

LONGEST = 2_000
_NUMBERS = 10  # numbers of messages that are named in an answer to many
_PLACE = re.compile(r"\{\s{0,3}(\w{1,20})\s{0,3}\}")
_ANY_PLACE = re.compile(r"\{[^{}\n]{0,40}\}")
_PLACES = {"number": ("номер", "number"), "date": ("дата", "date"), "unit": ("подразделение", "unit")}


class OfTopic(Protocol):
    """What is answered by a template: a message, or an incident of many."""

    @property
    def topic(self) -> str:
        """What it is about."""

    @property
    def entity(self) -> str:
        """Its name in the audit log."""


def filled(text: str, profile: OfficeProfile, message: KnownMessage) -> str:
    """The words with «{номер}», «{дата}» and «{подразделение}» of this message; other braces stay."""
    received = message.received_at.astimezone(profile.time_zone)
    unit = _unit(profile, message.unit) if message.unit else message.executor or "—"
    return _filled(text, message.number, f"{received:%d.%m.%Y}", unit)


def filled_for_all(text: str, profile: OfficeProfile, messages: Sequence[KnownMessage], unit: str) -> str:
    """The same for an answer to many: their numbers, as many as are read at a glance, and their days."""
    numbers = [message.number for message in messages]
    more = f" (+{len(numbers) - _NUMBERS})" if len(numbers) > _NUMBERS else ""
    received = sorted(message.received_at.astimezone(profile.time_zone).date() for message in messages)
    days = dict.fromkeys(f"{day:%d.%m.%Y}" for day in (received[:1] + received[-1:]))
    return _filled(text, ", ".join(numbers[:_NUMBERS]) + more, "–".join(days), _unit(profile, unit))


def unknown_places(text: str) -> list[str]:
    """What stands in braces and is no place: the citizen would read it as it was typed."""
    kept = (one for one in _ANY_PLACE.findall(text) if _filled(one, "", "", "") == one)
    return list(dict.fromkeys(f"{{{' '.join(one[1:-1].split())}}}" for one in kept))


def _unit(profile: OfficeProfile, unit: str) -> str:
    return profile.unit(unit).title if unit else "—"


def _filled(text: str, number: str, date: str, unit: str) -> str:
    values = {"number": number, "date": date, "unit": unit}
    said = {word: values[place] for place, words in _PLACES.items() for word in words}
    return _PLACE.sub(lambda found: said.get(found[1].lower(), found[0]), text)


def topic_of(about: OfTopic) -> str:
    """The topic under which a template is kept, as topics are compared; a refusal where there is none."""
    topic = normalise(about.topic)[:400]
    if not topic:
        raise Refusal("template-no-topic")
    return topic


def keep(about: OfTopic, text: str) -> Act:
    """The words are the template of the topic from now on."""
    topic_of(about)
    if not text:
        raise Refusal("card-outdated")
    return Act("template-kept", about.entity, {"template": text_hash(text)})


class TemplateStore(Protocol):
    """Answer templates."""

    async def of_topic(self, topic: str) -> str:
        """The template of a topic, as topics are compared; empty where there is none."""

    async def keep(self, topic: str, text: str, user_id: int) -> None:
        """Keep these words for the topic instead of the former ones."""
