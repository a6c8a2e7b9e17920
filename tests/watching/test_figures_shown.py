"""The dashboard and the alerts ask for figures that the program gives."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from prometheus_client import generate_latest

from bot.watching.health import Health
from bot.watching.meter import Meter

FILES = Path(__file__).parents[2] / "docs" / "deployment"


@pytest.mark.parametrize("name", ["grafana.json", "alerts.yml"])
def test_only_figures_that_there_are_are_shown(name: str) -> None:
    meter = Meter()
    Health("127.0.0.1:0", dict, meter)
    there = set(re.findall(r"^# HELP (\S+)", generate_latest(meter.metrics).decode(), re.MULTILINE))
    content = (FILES / name).read_text("utf-8")
    asked = {re.sub("_bucket$", "", one) for one in re.findall(r"\boffice_[a-z_]+", content)}
    assert asked and asked - there == set()


def test_the_dashboard_is_what_grafana_reads() -> None:
    board = json.loads((FILES / "grafana.json").read_text("utf-8"))
    assert all(panel["targets"][0]["expr"] for panel in board["panels"])
