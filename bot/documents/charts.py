"""Charts as PNG that read well on a phone: numbers first, names above their bars, no legend to look up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import shorten
from typing import Any

IN_TIME, LATE, OVERDUE, WAITING = "#2c7a68", "#d99a2b", "#bf3b2f", "#b4bac2"
INK, FAINT, PLAIN = "#1f2328", "#6a717a", "#4a78a8"
PARTS = (IN_TIME, LATE, OVERDUE, WAITING)

_WIDTH, _HEIGHT, _DENSITY = 7.2, 9.0, 150  # 1080 × 1350 pixels
# Of the picture's width and height:
_LEFT, _RIGHT = 0.055, 0.945
_TOP, _BOTTOM = 0.965, 0.02
_HEAD, _HEADING, _GAP = 0.205, 0.036, 0.03
_TALLEST_ROW = 0.075
_BAR = 0.42
_NAME_LIMIT = 62
_NOTE_GAP, _NOTE_SIGN = 0.03, 0.0165  # of the picture's width: before a note, and for each of its signs
_SMALLEST_PART = 0.055  # of the longest bar: a narrower part has no room for its number


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number to be read first, and what it is."""

    value: str
    caption: str
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Bar:
    """A named bar: its parts in the order of `PARTS`, or one part alone; `note` stands after its end."""

    name: str
    parts: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under a heading; `captions` name the parts in their colours."""

    heading: str
    bars: Sequence[Bar]
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: what it is of, its great numbers, its panels from the top."""

    title: str
    subtitle: str
    numbers: Sequence[BigNumber]
    panels: Sequence[Panel]


def chart_png(chart: Chart) -> bytes:
    """The chart as PNG of 1080 × 1350 pixels; matplotlib is loaded when first used."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 — half a second, 50 MB
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(_WIDTH, _HEIGHT), dpi=_DENSITY, facecolor="white")
    canvas: Any = FigureCanvasAgg(figure)
    _head(figure, chart)
    panels = [panel for panel in chart.panels if panel.bars]
    top = _TOP - _HEAD
    room = top - _BOTTOM - len(panels) * _HEADING - max(0, len(panels) - 1) * _GAP
    row = min(room / max(1, sum(len(panel.bars) for panel in panels)), _TALLEST_ROW)
    for panel in panels:
        _panel(figure, panel, top, row)
        top -= _HEADING + row * len(panel.bars) + _GAP
    saved = BytesIO()
    canvas.print_png(saved)
    return saved.getvalue()


def _write(on: Any, x: float, y: float, words: str, size: float, colour: str, **more: Any) -> Any:
    """Words at a place; a dollar sign is a dollar sign, nothing is read as mathematics."""
    return on.text(x, y, words, size=size, color=colour, parse_math=False, **more)


def _head(figure: Any, chart: Chart) -> None:
    title, subtitle = shorten(chart.title, 60, placeholder="…"), shorten(chart.subtitle, 80, placeholder="…")
    _write(figure, _LEFT, _TOP, title, 19, INK, weight="bold", va="top")
    _write(figure, _LEFT, _TOP - 0.042, subtitle, 12.5, FAINT, va="top")
    step = (_RIGHT - _LEFT) / max(1, len(chart.numbers))
    for place, number in enumerate(chart.numbers):
        left = _LEFT + place * step
        _write(figure, left, _TOP - 0.082, number.value, 34, number.colour, weight="bold", va="top")
        _write(figure, left, _TOP - 0.142, number.caption, 12, FAINT, va="top")


def _panel(figure: Any, panel: Panel, top: float, row: float) -> None:
    _write(figure, _LEFT, top, panel.heading, 14, INK, weight="bold", va="top")
    if panel.captions:
        _captions(figure, panel, top)
    height = row * len(panel.bars)
    area = figure.add_axes((_LEFT, top - _HEADING - height, _RIGHT - _LEFT, height))
    area.set_axis_off()
    longest = max(sum(bar.parts) for bar in panel.bars) or 1
    notes = max(len(bar.note or str(sum(bar.parts))) for bar in panel.bars)
    area.set_xlim(0, longest / (1 - _NOTE_GAP - _NOTE_SIGN * notes))
    area.set_ylim(len(panel.bars), 0)
    for place, bar in enumerate(panel.bars):
        _bar(area, place, bar, longest)


def _captions(figure: Any, panel: Panel, top: float) -> None:
    """The names of the parts in their colours, at the right end of the heading's line."""
    right = _RIGHT
    renderer = figure.canvas.get_renderer()
    for caption, colour in reversed(list(zip(panel.captions, PARTS, strict=True))):
        drawn = _write(figure, right, top - 0.003, caption, 10.5, colour, weight="bold", va="top", ha="right")
        right -= drawn.get_window_extent(renderer).width / (_WIDTH * _DENSITY) + 0.018


def _bar(area: Any, place: int, bar: Bar, longest: int) -> None:
    _write(area, 0, place + 0.4, shorten(bar.name, _NAME_LIMIT, placeholder="…"), 12, INK, va="bottom")
    begin, middle = 0, place + 0.67
    colours = PARTS if len(bar.parts) > 1 else (PLAIN,)
    for count, colour in zip(bar.parts, colours, strict=True):
        area.barh(middle, count, height=_BAR, left=begin, color=colour)
        if len(bar.parts) > 1 and count / longest >= _SMALLEST_PART:
            ink = INK if colour == WAITING else "white"
            _write(area, begin + count / 2, middle, str(count), 10.5, ink, va="center", ha="center")
        begin += count
    note = bar.note or str(begin)
    _write(area, begin + longest * 0.012, middle, note, 11.5, INK, weight="bold", va="center")
