"""What is hidden in a citizen's text, and what must stay to be read. Names and numbers are made up."""

from __future__ import annotations

import pytest

from bot.names import masked, masked_place
from tests.domain.messages.masking.shares import HALVES, shares, table, total


@pytest.mark.parametrize("half", HALVES)
def test_leaks_are_closed_and_ordinary_texts_left_alone(half: str) -> None:
    print(table())
    leaks, ordinary = shares(half)
    closed, of_leaks = total(leaks)
    alone, of_ordinary = total(ordinary)
    assert of_leaks >= 53
    assert of_ordinary >= 60
    assert closed / of_leaks >= 0.95
    assert alone / of_ordinary >= 0.95


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Сидорова Мария Петровна просит убрать снег", "••• просит убрать снег"),
        ("Мария Петровна Сидорова просит", "••• просит"),
        ("отказали Сидоровой Марии Петровне в справке", "отказали ••• в справке"),
        ("СИДОРОВ ИВАН КУЗЬМИЧ, пенсионер", "•••, пенсионер"),
        ("мастер Сидоров И. И. обещал", "мастер ••• обещал"),
        ("мастер И.И. Сидоров обещал", "мастер ••• обещал"),
        ("мастер И.И.Сидоров обещал", "мастер ••• обещал"),
        ("Уважаемый Иван Иванович, помогите", "Уважаемый •••, помогите"),
        ("Здравствуйте, меня зовут Мария Сидорова, живу рядом", "Здравствуйте, меня зовут •••, живу рядом"),
        ("Спасибо.\nС уважением, Сидорова Мария", "Спасибо.\nС уважением, •••"),
        ("Салтыкова-Щедрина Анна Ильинична", "•••"),
        ("кв. 12, тел. +7 900 000-00-00, anna@example.org", "кв. •••, тел. •••, •••"),
        ("Ленина 15-42", "Ленина •••"),
        ("улица Мира, дом 15", "улица Мира, дом •••"),
    ],
)
def test_names_and_ways_to_reach_a_person_are_hidden(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Во дворе на ул. Ивана Петровича Кулибина не горит фонарь",
        "Улица имени Кулибина И. П. не чищена",
        "На Карла Маркса яма у подъезда",
        "Просим Администрацию Города починить дорогу на Основной улице",
        "Москвич и Кирпич — названия магазинов",
        "Глава района обещал ремонт. А. Где он?",
        "Дом 5, кор. 2, 12.03.2026 в 10:15",
        "",
        "•••",
    ],
)
def test_where_and_what_stays_readable(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("ул. Мира, д. 15, кв. 3", "ул. Мира, д. 15, кв. •••"),
        ("Ленина 15-42", "Ленина 15-•••"),
        ("г. Чайковский, ул. Ленина, 5/1", "г. Чайковский, ул. Ленина, 5/1"),
        ("Иванов Пётр Ильич, ул. Мира, 5", "•••, ул. Мира, 5"),
    ],
)
def test_a_place_keeps_its_house(place: str, shown: str) -> None:
    assert masked_place(place) == shown


@pytest.mark.parametrize("half", HALVES)
def test_what_is_masked_stays_as_it_is(half: str) -> None:
    texts = [text for kind in shares(half)[0].values() for text in kind.wrong]
    for text in [*texts, "Иванов П. П., Ленина 15-42, 8 902 631 22 33, petrov@mail.ru"]:
        once = masked(text)
        assert masked(once) == once


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("VIN XTA210990Y1234567 на стекле", "VIN ••• на стекле"),
        ("мотоцикл 1234 АВ 59 шумит", "мотоцикл ••• шумит"),
        ("номер прицепа АВ 1234 59", "номер прицепа •••"),
        ("писали с IP 192.168.10.45", "писали с IP •••"),
        ("ОГРНИП 304591234567890", "ОГРНИП •••"),
        ("точка 56°45'54\"N 54°07'24\"E на карте", "точка ••• на карте"),
        ("рожд. 05.06.1987", "рожд. •••"),
        ("Ivan Petrov asks", "••• asks"),
        ("Shcherbakov Yuriy", "•••"),
        ("логин на госуслугах petrov1985", "логин на госуслугах •••"),
        ("Проживаю: Ленина пятнадцать квартира сорок два", "Проживаю: Ленина •••"),
        ("Вокзальная три пятнадцать", "Вокзальная •••"),
        ("masha.kotik(собачка)yandex.ru", "•••"),
        ("код карты: cvv 123", "код карты: cvv •••"),
        ("сер. 57 05 ном. 123456", "сер. ••• ном. •••"),
        ("лицевой 59001234", "лицевой •••"),
        ("КОТОВА М И", "•••"),
        ("восемь девятьсот два восемь три пять 44-15", "•••"),
        ("квартира сорок два топит нас", "квартира ••• топит нас"),
        ("мой номер девять ноль два 47 55 310, звоните", "мой номер •••, звоните"),
        ("Телефоны: 342 41 6-12-08", "Телефоны: •••"),
        ("Директор школы Семён Аркадьевич Пестов молчит", "Директор школы ••• молчит"),
        ("Главный врач больницы Лукин П.С. не принимает", "Главный врач больницы ••• не принимает"),
        ("Отв.: Г. П. Носкова, срок 3 дня", "Отв.: •••, срок 3 дня"),
        ("паспорт серия 5709 номер 612 844", "паспорт серия •••"),
        ("у меня рак, нет препарата", "у меня •••, нет препарата"),
    ],
)
def test_marks_that_lead_to_a_person(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Улица Мира два раза перекопана", "Советская пять дней без воды", "п. 4.3.1.2 Положения",
        "Lada Vesta на газоне", "Toyota Camry, Google Chrome", "номер 1234 от 59", "в школе 30°C",
        "ИВАНОВО И В ГОРОДЕ, И В СЕЛЕ", "школа имени И. П. Кулибина", "в С. Ольховка нет воды",
        "Директор школы имени Семёна Аркадьевича Пестова", "отключали два раза в 14 30 и 15 40",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert masked(text) == text
