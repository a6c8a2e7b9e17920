"""Answer templates of the office by topic: words with places for the number, the day and the unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from domain.messages.message import KnownMessage
from domain.messages.words import normalise
from domain.office.act import Act, text_hash
from domain.office.profile import OfficeProfile
from domain.office.refusal import Refusal

LONGEST = 2_000
_PLACE = re.compile(r"\{\s{0,3}(\w{1,20})\s{0,3}\}")


def filled(text: str, profile: OfficeProfile, message: KnownMessage) -> str:
    """The words with «{номер}», «{дата}» and «{подразделение}» of this message; other braces stay."""
    received = message.received_at.astimezone(profile.time_zone)
    unit = profile.unit(message.unit).title if message.unit else message.executor
    said: Mapping[str, str] = {
        **dict.fromkeys(("номер", "number"), message.number),
        **dict.fromkeys(("дата", "date"), f"{received:%d.%m.%Y}"),
        **dict.fromkeys(("подразделение", "unit"), unit or "—"),
    }
    return _PLACE.sub(lambda found: said.get(found[1].lower(), found[0]), text)


def topic_of(message: KnownMessage) -> str:
    """The topic under which a template is kept, as topics are compared; a refusal where there is none."""
    topic = normalise(message.topic)[:400]
    if not topic:
        raise Refusal("template-no-topic")
    return topic


def keep(message: KnownMessage, text: str) -> Act:
    """The words are the template of the message's topic from now on."""
    topic_of(message)
    if not text:
        raise Refusal("card-outdated")
    return Act("template-kept", message.entity, {"template": text_hash(text)})


class TemplateStore(Protocol):
    """Answer templates."""

    async def of_topic(self, topic: str) -> str:
        """The template of a topic, as topics are compared; empty where there is none."""

    async def keep(self, topic: str, text: str, user_id: int) -> None:
        """Keep these words for the topic instead of the former ones."""
