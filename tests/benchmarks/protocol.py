"""A protocol of twenty items from its record: the sheet, DOCX and PDF."""

from __future__ import annotations

import statistics
from time import perf_counter

from bot.documents.docx import protocol_docx
from bot.documents.pdf import paper_pdf
from bot.documents.sheet import ProtocolSheet, protocol_sheet
from bot.localisation import Locale
from bot.profiles import load_profile
from domain.protocols.record import fingerprint
from tests.benchmarks.table import Line
from tests.documents.test_documents_sample import CHECK_URL, LARGE

ROUNDS = 20


def made(page: ProtocolSheet) -> dict[str, float]:
    """Milliseconds of each document."""
    times = {}
    for name, make in (("DOCX", protocol_docx), ("PDF", paper_pdf)):
        begun = perf_counter()
        make(page)
        times[name] = (perf_counter() - begun) * 1000
    return times


async def run() -> list[Line]:
    """The first, which loads fonts and the template; then the median of the others, each a new sheet."""
    texts = Locale("ru", load_profile().time_zone)

    def page_of() -> ProtocolSheet:
        return protocol_sheet(
            LARGE, lambda key, arguments: texts(key, **arguments), fingerprint(LARGE), CHECK_URL
        )

    first, rounds = made(page_of()), []
    for _ in range(ROUNDS):
        begun = perf_counter()
        page = page_of()
        rounds.append({"sheet": (perf_counter() - begun) * 1000, **made(page)})
    parts = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    total = statistics.median(sum(one.values()) for one in rounds)
    return [
        Line("a protocol of 20 items", total, "ms", budget="150 ms"),
        *(Line(f"a protocol: {name}", time, "ms") for name, time in parts.items()),
        Line("a protocol: the first of a process", sum(first.values()), "ms"),
    ]
