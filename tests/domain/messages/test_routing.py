"""Whose message it is: certain before presumed, and the shipped profile on topics of real registries."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from bot.works.imports.topic_likeness import SoftTopics
from domain.messages.routing import Place, Router
from domain.messages.words import normalise
from domain.office.profile import OfficeProfile
from tests.benchmarks.routing import figures, gold_topics, share
from tests.conftest import SHARED, missing
from tests.domain.messages.topics.shares import HALVES, shares_of, table


@pytest.fixture
def router(profile: OfficeProfile) -> Router:
    """The shipped office's, with one choice remembered."""
    return Router(profile, {"колокола и часы": "construction"}, SoftTopics)


def test_the_shipped_profile_routes_topics_to_the_right_block() -> None:
    print(figures())
    right, _, count = share()
    assert right / count >= 0.95
    right, wrong, count = share(held=True)
    assert right / count >= 0.95
    assert wrong / count <= 0.05


def test_the_gold_table_has_every_topic_of_the_examples() -> None:
    if not (SHARED / "data").exists():
        missing("../shared/data")
    with (SHARED / "data" / "pos_messages.csv").open(encoding="utf-8-sig", newline="") as file:
        topics = {row["topic"] for row in csv.DictReader(file)}
    rows = load_workbook(SHARED / "data" / "incident_management.xlsx", read_only=True).active.iter_rows(
        values_only=True
    )
    place = list(next(rows)).index("Тема")
    topics |= {row[place].lstrip("'") for row in rows if row[place]}
    known = {normalise(topic) for topic in gold_topics()}
    assert {topic for topic in topics if normalise(topic) not in known} == {"Тестовая категория"}


@pytest.mark.parametrize(
    ("topic", "executor", "group", "place"),
    [
        ("Детские сады", "", "", Place("social", None)),
        ("ДЕТСКИЕ  сады.", "", "", Place("social", None)),
        # An unknown topic: its group is certain, then its executor, and only then what it is like.
        ("Неведомая тема про детский сад", "", "Дороги", Place("infrastructure", None)),
        ("Неведомая тема про детский сад", "Отдел торговли", "", Place("economy", "torgovlya")),
        ("Ямы и лужи на дороге у дома", "", "", Place("infrastructure", None, presumed=True)),
        ("Плохое питание в школьной столовой", "Иная организация", "", Place("social", None, presumed=True)),
        # Of units of two blocks neither is guessed; of one block the longer name is taken.
        ("", "Отдел торговли, Управление образования", "", Place(None, None)),
        ("", "Управление ЖКХ, отдел транспорта", "", Place("infrastructure", "transport")),
        ("", "УИЗО, земельный отдел", "", Place("land", "zemlya")),
        # A choice made by hand is certain.
        ("Колокола и часы", "", "", Place("construction", None)),
        ("Летопись города", "", "", Place(None, None)),
        ("", "", "", Place(None, None)),
        ("в на и", "", "", Place(None, None)),
    ],
)
def test_certain_before_presumed(router: Router, topic: str, executor: str, group: str, place: Place) -> None:
    assert router.place(topic, executor, group) == place


def test_a_profile_without_words_presumes_nothing_without_a_matcher(profile: OfficeProfile) -> None:
    wordless = replace(profile, topic_words={})
    assert Router(wordless).place("Ямы и лужи на дороге у дома") == Place(None, None)


@pytest.mark.parametrize(
    ("topic", "block"),
    [
        ("Отопление в школьном спортзале", "social"),
        ("Собаки у школьного спортзала", "infrastructure"),
        ("Травля в классе", "social"),
        ("Выплаты участникам СВО", "social"),
        ("Ларёк на тротуаре", "economy"),
    ],
)
def test_topics_that_once_went_astray(router: Router, topic: str, block: str) -> None:
    assert router.place(topic) == Place(block, None, presumed=True)


@pytest.mark.parametrize(
    ("topic", "group", "text", "block"),
    [
        ("0005.0005.0055.1122 Прочее", "", "", "construction"),
        ("0005.0005.0056.1147", "", "", "infrastructure"),
        ("Иное", "0002.0013.0139", "", "social"),
        ("0003.0008.0086 Ответ не устраивает", "", "", "finance"),
        ("Иное", "Работа транспорта", "", "infrastructure"),
        ("Другое", "", "Учитель кричит на детей, в школе нет порядка, класс боится", "social"),
        ("Вопрос", "", "Прошу пересчитать налог: инспекция начислила его дважды", "finance"),
        ("Вопрос", "", "Когда же это кончится", None),
        ("12.11.2024 Прочее", "", "", None),
    ],
)
def test_what_a_message_has_besides_its_topic(
    router: Router, topic: str, group: str, text: str, block: str | None
) -> None:
    assert router.place(topic, "", group, text) == Place(block, None, presumed=block is not None)


def test_a_topic_like_one_that_was_decided_by_hand_goes_where_that_went(profile: OfficeProfile) -> None:
    router = Router(profile, {"рассада для клумбы ветеранов": "economy"}, SoftTopics)
    assert router.place("Рассада для клумбы ветеранов труда").block == "economy"


def test_in_doubt_two_blocks_are_offered(router: Router) -> None:
    guess = router.guess("Фонарь и магазин")
    assert guess.block is None
    assert set(guess.among) == {"infrastructure", "economy"}


@pytest.mark.parametrize("half", HALVES)
def test_topics_nobody_has_seen_go_right(half: str) -> None:
    print(table())
    shares = shares_of(half)
    right, wrong, count = map(sum, zip(*shares.values(), strict=True))
    assert count >= 100
    assert right / count >= 0.88
    assert wrong / count <= 0.03


def test_words_that_most_topics_share_decide_nothing() -> None:
    likeness = SoftTopics(
        f"плохое содержание {what}" for what in ("дорог", "школ", "домов", "парков", "рынков")
    )
    assert likeness.closest("плохое содержание дороги") == "плохое содержание дорог"
    assert likeness.closest("плохое содержание вокзала") is None
