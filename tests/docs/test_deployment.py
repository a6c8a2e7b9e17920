"""The files for containers and for watching are what the tools that read them take."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bot.settings import Settings
from tests.conftest import missing
from tests.docs.pages import ROOT

_OWN = {"database", "listen"}  # which compose.yaml itself sets


def told(*command: object, folder: Path = ROOT) -> str:
    """What a tool prints; it must be content."""
    if shutil.which(str(command[0])) is None:
        missing(str(command[0]))
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_recipe_of_the_image_has_no_known_mistake() -> None:
    told(Path(sys.executable).with_name("hadolint"), "Containerfile")


def test_compose_hands_every_setting_on(tmp_path: Path) -> None:
    shutil.copy(ROOT / "compose.yaml", tmp_path)
    settings = [f"BOT_{name.upper()}" for name in Settings.model_fields if name not in _OWN]
    lines = [f"{name}=of-{name}" for name in settings]
    lines += ["POSTGRES_PASSWORD=word", "BOT_DOMAIN=bot.example.org"]
    (tmp_path / ".env").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    whole = told("docker-compose", "--profile", "webhook", "config", folder=tmp_path)
    bot = whole.partition("\n  bot:\n")[2].partition("\n  caddy:\n")[0]
    assert [name for name in settings if f"{name}: of-{name}\n" not in bot] == []
    assert "postgresql://office:word@database/office" in bot and "bot.watching.asked" in bot
    assert "reverse-proxy --from bot.example.org --to bot:8080" in whole


def test_prometheus_takes_the_alerts() -> None:
    assert "5 rules found" in told("promtool", "check", "rules", "docs/deployment/alerts.yml")


def test_prometheus_understands_what_the_dashboard_asks(tmp_path: Path) -> None:
    board = json.loads((ROOT / "docs" / "deployment" / "grafana.json").read_text("utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    rules = [{"record": f"asked_{number}", "expr": expression} for number, expression in enumerate(asked)]
    file = tmp_path / "asked.yml"  # JSON is YAML
    file.write_text(json.dumps({"groups": [{"name": "asked", "rules": rules}]}), "utf-8")
    assert f"{len(asked)} rules found" in told("promtool", "check", "rules", file)
