"""The figures' card: a period in numbers, what stands out, and the way to the agenda (п. 2.2.1, 4.4.2)."""

from __future__ import annotations

from dataclasses import asdict, astuple

from domain.figures.figures import Breakup, Dimension, Figures, Finding, Spike, scope_of
from domain.figures.period import read_period
from domain.figures.wording import FigureWording
from domain.office.outbox import Button, Screen
from domain.office.profile import Role
from domain.office.wording import clipped
from handlers.chat.view import View
from handlers.figures.taps import FiguresTap

_TOPICS = 5
_FINDINGS = 6
_CAUSES = 3


async def render(view: View) -> Screen | None:
    """The figures of the card's period and seat, or the draft of a proposal that grows from them."""
    content = view.card.content
    seat = view.office.profile.seat(int(content["seat"]))
    figures = await view.uow.figures.of(read_period(str(content["period"])), view.now, scope_of(seat))
    wording = FigureWording.of(view.texts, view.office.profile)
    chosen = figures.find(str(content.get("mark", "")))
    if content.get("page") == "propose" and chosen is not None:
        return _draft(view, wording, figures, chosen)
    lines = [
        view.texts(
            "figures-heading",
            kind=figures.period.kind.value,
            period=wording.period(figures.period),
            scope=wording.scope(figures.scope),
        )
    ]
    lines += ["", *_whole(view, wording, figures)]
    if seat.role is not Role.BLOCK_HEAD:
        lines += ["", *_table(view, wording, figures.now, Dimension.BLOCK)]
    if figures.presumed:
        lines.append(view.texts("figures-presumed", count=figures.presumed))
    if not figures.scope.channels or len(figures.scope.channels) > 1:
        lines += ["", *_table(view, wording, figures.now, Dimension.CHANNEL)]
    lines += _topics(view, figures)
    lines += _causes(view, wording, figures)
    shown = found(figures)
    lines += _standing_out(view, wording, shown)
    if content.get("proposed"):
        lines += ["", view.texts("figures-proposed")]
    return Screen("\n".join(lines), (_ways(view, shown),) if shown else ())


def found(figures: Figures) -> list[Finding]:
    """What stands out, as much as a card holds: what grew, then what repeats."""
    return list(figures.findings[:_FINDINGS])


def _whole(view: View, wording: FigureWording, figures: Figures) -> list[str]:
    now, before, month = figures.now.whole, figures.before.whole, figures.month
    grown = now.received - before.received
    lines = [
        view.texts(
            "figures-received",
            count=now.received,
            compared="yes" if before.received else "no",
            sign="+" if grown > 0 else "−" if grown < 0 else "±",
            change=abs(grown),
            kind=figures.period.kind.value,
        )
    ]
    if figures.outside:
        lines.append(view.texts("figures-outside", count=figures.outside))
    if month is not None and month.received:
        lines.append(view.texts("figures-month", count=round(month.received / 4), share=wording.share(month)))
    if not now.received:
        return lines
    lines.append(
        view.texts(
            "figures-outcome", on_time=now.on_time, late=now.late, overdue=now.overdue, waiting=now.waiting
        )
    )
    lines.append(
        view.texts(
            "figures-share",
            share=wording.share(now),
            before=wording.share(before),
            compared="yes" if before.in_time_share is not None else "no",
        )
    )
    if any(astuple(figures.stages)):
        lines.append(view.texts("figures-stages", **asdict(figures.stages)))
    if now.median is not None:
        lines.append(
            view.texts("figures-time", median=wording.hours(now.median), ninety=wording.hours(now.ninety))
        )
    return lines


def _table(view: View, wording: FigureWording, now: Breakup, dimension: Dimension) -> list[str]:
    ranked = now.ranked(dimension)
    if not ranked:
        return []
    lines = [view.texts(f"figures-by-{dimension.value}")]
    for key, tally in ranked:
        lines.append(
            view.texts(
                "figures-line",
                title=clipped(wording.title(dimension, key), 80),
                received=tally.received,
                overdue=tally.overdue,
                share=wording.share(tally),
            )
        )
    return lines


def _topics(view: View, figures: Figures) -> list[str]:
    topics = [(key, tally) for key, tally in figures.now.ranked(Dimension.TOPIC) if key][:_TOPICS]
    if not topics:
        return []
    told = [
        view.texts("figures-topic", title=clipped(key, 50), count=tally.received) for key, tally in topics
    ]
    return ["", view.texts("figures-by-topic"), *told]


def _causes(view: View, wording: FigureWording, figures: Figures) -> list[str]:
    causes = wording.causes(figures.causes)
    if not causes:
        return []
    told = [view.texts("figures-cause", reason=clipped(reason, 60), count=count) for reason, count in causes]
    return ["", view.texts("figures-causes"), *told[:_CAUSES], *told[_CAUSES:][-1:]]


def _standing_out(view: View, wording: FigureWording, shown: list[Finding]) -> list[str]:
    if not shown:
        return []
    told = [
        view.texts(
            "figures-told",
            number=number if len(shown) > 1 else 0,
            text=wording.finding(one),
            grew="yes" if isinstance(one, Spike) else "no",
        )
        for number, one in enumerate(shown, start=1)
    ]
    asked = [view.texts("figures-choose")] if len(shown) > 1 else []
    return ["", view.texts("figures-standing-out"), *told, *asked]


def _ways(view: View, shown: list[Finding]) -> tuple[Button, ...]:
    """To a meeting: one finding by the words, of several each by its number."""
    captions = [str(number) for number in range(1, len(shown) + 1)]
    if len(shown) == 1:
        captions = [view.texts("button-figures-propose")]
    return tuple(
        Button(caption, FiguresTap(act="propose", value=one.mark).pack())
        for caption, one in zip(captions, shown, strict=True)
    )


def _draft(view: View, wording: FigureWording, figures: Figures, one: Finding) -> Screen:
    text = view.texts(
        "figures-draft",
        question=wording.question(one),
        decision=view.texts("figures-decision"),
        ground=wording.ground(figures, one),
    )
    confirm = Button(view.texts("button-confirm"), FiguresTap(act="proposed", value=one.mark).pack())
    cancel = Button(view.texts("button-cancel"), FiguresTap(act="show").pack())
    return Screen(text, ((confirm, cancel),))
