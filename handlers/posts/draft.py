"""The draft of a post for citizens from figures: numbers, topics and settlements alone (п. 2.2.3)."""

from __future__ import annotations

from domain.figures.figures import Dimension, Figures
from domain.figures.wording import FigureWording
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.office.wording import clipped, unescaped
from domain.posts.post import TEXT_LIMIT, most_written


def post_text(figures: Figures, profile: OfficeProfile, texts: Texts) -> str:
    """A text that a person may send as it is, or rewrite; never longer than it may be."""
    bare, wording = unescaped(texts), FigureWording.of(texts, profile)
    whole = figures.now.whole
    lines = [
        bare("post-heading", kind=figures.period.kind.value, period=wording.period(figures.period)),
        "",
        bare(
            "post-figures",
            received=whole.received,
            answered=whole.answered,
            on_time=whole.on_time,
            known="yes" if whole.median is not None else "no",
            median=wording.hours(whole.median),
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
