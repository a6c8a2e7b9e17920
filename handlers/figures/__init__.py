"""Figures of a period: the week, what stands out, the report (п. 2.2.1)."""

from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import Menu
from handlers.figures import figures_card, report_card, reports, week
from handlers.figures.taps import FiguresTap, ReportDayTap, ReportTap

FEATURE = Feature(
    commands=(
        Command("report", reports.report, frozenset({Menu.HEAD, Menu.OFFICER})),
        Command("week", week.last_week, typed=False),
    ),
    taps=(
        Taps(FiguresTap, {"show": week.show, "propose": week.draft_proposal, "proposed": week.propose}),
        Taps(
            ReportTap,
            {
                "choose": reports.choose,
                "own": reports.own_dates,
                "cancel": reports.cancel,
                "figures": reports.figures,
            },
        ),
        Taps(
            ReportDayTap,
            {"month": reports.turn_month, "first": reports.first_day, "last": reports.last_day},
        ),
    ),
    cards={
        "figures": CardKind(figures_card.render, (FiguresTap,)),
        "report": CardKind(report_card.render, (ReportTap,)),
    },
)
