"""The draft of a post for citizens from figures: numbers, topics and settlements alone (п. 2.2.3)."""

from __future__ import annotations

from domain.figures.figures import Dimension, Figures, Tally
from domain.messages.privacy import masked
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.posts.post import TEXT_LIMIT
from handlers.chat.wording import clipped, unescaped
from handlers.figures.figures_words import FigureWords

MOST = 5
LEAST = 3
"""What fewer people than this wrote of could tell who they are: it is left out."""


def most_written(figures: Figures, dimension: Dimension) -> list[tuple[str, Tally]]:
    """What citizens wrote of most, masked; nothing of so few that one could know them."""
    ranked = [(masked(key), tally) for key, tally in figures.now.ranked(dimension) if key]
    return [(key, tally) for key, tally in ranked if tally.received >= LEAST][:MOST]


def post_text(figures: Figures, profile: OfficeProfile, texts: Texts) -> str:
    """A text that a person may send as it is, or rewrite; never longer than it may be."""
    bare, words = unescaped(texts), FigureWords.of(texts, profile)
    whole = figures.now.whole
    lines = [
        bare("post-heading", kind=figures.period.kind.value, period=words.period(figures.period)),
        "",
        bare(
            "post-figures",
            received=whole.received,
            answered=whole.answered,
            on_time=whole.on_time,
            known="yes" if whole.median is not None else "no",
            median=words.hours(whole.median),
        ),
    ]
    topics = most_written(figures, Dimension.TOPIC)
    if topics:
        lines += ["", bare("post-topics")]
        lines += [
            bare("post-topic", name=clipped(key, 60), count=tally.received, answered=tally.answered)
            for key, tally in topics
        ]
    lines += ["", bare("post-where")]
    while len("\n".join(lines)) > TEXT_LIMIT:
        del lines[-3]
    return "\n".join(lines)
