"""Figures in words: the same sentences for a chat's card and for a printed report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.figures.figures import Dimension, Figures, Finding, Repeat, Scope, Spike, Tally, percent, shifts
from domain.figures.period import Period
from domain.office.ports import Texts
from domain.office.profile import OfficeProfile
from domain.office.wording import clipped, unescaped

HOURS_IN_WORDS = 72
"""Up to so many hours a time is told in hours, a longer one in days begun."""

_MOST_SHIFTS = 3
_NAME = 100


@dataclass(frozen=True, slots=True)
class FigureWording:
    """Says what figures mean in the office's words, unescaped: a chat's sentence around them escapes them."""

    texts: Texts
    profile: OfficeProfile

    @classmethod
    def of(cls, texts: Texts, profile: OfficeProfile) -> FigureWording:
        """The wording of this locale."""
        return cls(unescaped(texts), profile)

    def period(self, period: Period) -> str:
        """«16 ноября — 22 ноября 2026 г.», «октябрь 2026», «IV квартал 2026 г.»."""
        first = period.first
        return self.texts(
            f"period-{period.kind.value}",
            first=first,
            last=period.last,
            quarter=("I", "II", "III", "IV")[(first.month - 1) // 3],
            year=str(first.year),
            days=period.days,
        )

    def scope(self, scope: Scope) -> str:
        """Whose messages these are."""
        if scope.block is not None:
            return self.profile.block(scope.block).title
        if scope.channels:
            return ", ".join(self.profile.channel(key).short_title for key in scope.channels)
        return self.texts("digest-whole-office")

    def title(self, dimension: Dimension, key: str) -> str:
        """What a key of a dimension is called."""
        if not key:
            return self.texts(f"figures-none-{dimension.value}")
        known: Mapping[str, str] = {}
        if dimension is Dimension.CHANNEL:
            known = {channel.key: channel.short_title for channel in self.profile.channels}
        elif dimension is Dimension.BLOCK:
            known = {block.key: block.title for block in self.profile.blocks}
        elif dimension is Dimension.UNIT:
            known = {unit.key: unit.title for unit in self.profile.units}
        return known.get(key, key)

    def hours(self, hours: int | None) -> str:
        """«31 ч», «6 дней»; a dash while nobody was answered."""
        if hours is None:
            return "—"
        if hours <= HOURS_IN_WORDS:
            return self.texts("figures-hours", count=hours)
        return self.texts("figures-days", count=-(-hours // 24))

    def share(self, tally: Tally) -> str:
        """«91 %»; a dash while no outcome is known."""
        known = percent(tally.in_time_share)
        return "—" if known is None else self.texts("figures-percent", count=known)

    def changes(self, figures: Figures) -> list[str]:
        """What is different from the period before: the whole, then topics and places that moved most."""
        now, before, texts = figures.now.whole, figures.before.whole, self.texts
        if not before.received:
            return [texts("figures-no-before", period=self.period(figures.period.before()))]
        lines = [
            self._changed("received", now.received, before.received),
            self._changed("overdue", now.overdue, before.overdue),
        ]
        shares = percent(now.in_time_share), percent(before.in_time_share)
        if shares[0] is not None and shares[1] is not None:
            lines.append(self._changed("share", shares[0], shares[1]))
        if now.median is not None and before.median is not None:
            lines.append(
                texts("figures-changed-median", now=self.hours(now.median), before=self.hours(before.median))
            )
        for dimension in (Dimension.TOPIC, Dimension.SETTLEMENT):
            moved = shifts(figures.now, figures.before, dimension)
            # The city is where most live: that it moved says no more than the whole does.
            for shift in [one for one in moved if one.key != self.profile.city][:_MOST_SHIFTS]:
                way = "more" if shift.now > shift.before else "less"
                lines.append(
                    texts(
                        f"figures-{way}-{dimension.value}",
                        name=clipped(shift.key, _NAME),
                        now=shift.now,
                        before=shift.before,
                    )
                )
        return lines

    def _changed(self, what: str, now: int, before: int) -> str:
        way = "more" if now > before else "less" if now < before else "same"
        return self.texts(
            f"figures-changed-{what}", now=now, before=before, way=way, change=abs(now - before)
        )

    def finding(self, one: Finding) -> str:
        """What grew and what is usual; or which house wrote of what again."""
        if isinstance(one, Spike):
            return self.texts(
                f"figures-spike-{one.dimension.value}",
                name=clipped(one.key, _NAME),
                count=one.count,
                usual=round(one.usual),
            )
        return self.texts("figures-repeat", topic=clipped(one.topic, _NAME), **self._repeated(one))

    def question(self, one: Finding) -> str:
        """The question for the agenda."""
        if isinstance(one, Spike):
            return self.texts("figures-question-spike", name=clipped(one.key, _NAME))
        return self.texts(
            "figures-question-repeat", topic=clipped(one.topic, _NAME), place=self._repeated(one)["place"]
        )

    def ground(self, figures: Figures, one: Finding) -> str:
        """Why it is brought, in figures: its own, and those of its topic or settlement in the period."""
        if isinstance(one, Spike):
            own = self.texts(
                "figures-ground-spike",
                last=figures.spikes_until - timedelta(microseconds=1),
                count=one.count,
                usual=round(one.usual),
            )
            tally = figures.now.of(one.dimension, one.key)
        else:
            own = self.texts("figures-ground-repeat", **self._repeated(one))
            tally = figures.now.of(Dimension.TOPIC, one.topic)
        outcome = self.texts(
            "figures-ground-outcome",
            period=self.period(figures.period),
            received=tally.received,
            on_time=tally.on_time,
            late=tally.late,
            overdue=tally.overdue,
        )
        return f"{own} {outcome}"

    def _repeated(self, one: Repeat) -> dict[str, Any]:
        return {
            "place": clipped(one.place, _NAME),
            "count": one.count,
            "days": self.profile.figures.repeat_days,
        }

    def causes(self, causes: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
        """Why answers were late, in words: what was not given a reason last."""
        known = [(reason, count) for reason, count in causes if reason]
        unknown = [(self.texts("figures-cause-none"), count) for reason, count in causes if not reason]
        return known + unknown
