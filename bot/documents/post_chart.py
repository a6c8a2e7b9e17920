"""The picture of a post for citizens: what people wrote about most, and how much of it was answered."""

from __future__ import annotations

from bot.documents.charts import IN_TIME, Bar, BigNumber, Chart, Panel
from domain.figures.figures import Dimension, Figures, percent
from domain.figures.wording import FigureWording
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.office.wording import unescaped
from domain.posts.post import most_written


def post_chart(figures: Figures, profile: OfficeProfile, texts: Texts) -> Chart:
    """Numbers, topics and settlements; nothing of one person's."""
    bare, wording = unescaped(texts), FigureWording.of(texts, profile)
    whole = figures.now.whole
    share = percent(whole.in_time_share)
    topics = [
        Bar(key, (tally.received,), bare("post-chart-topic", count=tally.received, answered=tally.answered))
        for key, tally in most_written(figures, Dimension.TOPIC)
    ]
    places = [
        Bar(wording.title(Dimension.SETTLEMENT, key), (tally.received,))
        for key, tally in most_written(figures, Dimension.SETTLEMENT)
    ]
    return Chart(
        bare("post-chart-title"),
        f"{profile.city} · {wording.period(figures.period)}",
        (
            BigNumber(str(whole.received), bare("post-chart-received")),
            BigNumber(str(whole.answered), bare("post-chart-answered"), IN_TIME),
            BigNumber("—" if share is None else f"{share}\u00a0%", bare("chart-share")),
        ),
        (
            Panel(bare("chart-topics"), topics),
            Panel(bare("post-chart-places"), places),
        ),
    )
