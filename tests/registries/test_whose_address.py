"""A citizen's own address is hidden with their name; a place is where the problem is."""

from __future__ import annotations

import io

import pytest
from python_calamine import load_workbook

from bot.registries.headers import normalise_words
from bot.registries.meanings import meanings_of
from bot.registries.unreadable import write_unreadable_in_chat
from domain.messages.masking import MASK
from domain.office.profile import OfficeProfile
from tests.registries.test_invented_files import book
from tests.registries.test_rival_columns import HEAD, ROW, read
from tests.registries.test_sample import read_on_the_day

THEIRS = (
    "Адрес заявителя", "Адрес проживания", "Адрес для ответа", "Домашний адрес", "Прописка",
    "Место жительства",
    "Адрес места жительства", "Адрес регистрации", "Почтовый адрес", "Адрес автора", "Обратный адрес",
    "Адрес фактического проживания", "Проживает по адресу", "Населённый пункт заявителя", "Адрес отправителя",
)  # fmt: skip
OF_THE_PROBLEM = (
    "Адрес", "Адрес проблемы", "Адрес объекта", "Адрес места происшествия", "Место проблемы",
    "Населённый пункт",
    "Местоположение", "Адрес инцидента",
)  # fmt: skip
HOME, PIT = "г. Чайковский, ул. Мира, д. 1, кв. 5", "ул. Ленина, 15"


@pytest.mark.parametrize("channel", ["pos", "appeal", "upravlyaem"])
@pytest.mark.parametrize("header", THEIRS)
def test_the_citizens_own_address_is_no_place(header: str, channel: str, profile: OfficeProfile) -> None:
    head = (*HEAD, "Заявитель", header, "Адрес проблемы")
    [row] = read(profile, head, (*ROW, "Иванов И. И.", HOME, PIT), channel=channel).rows
    assert (row.author, row.place) == (f"Иванов И. И., {HOME}", PIT)
    [alone] = read(profile, head[:5], (*ROW, "Иванов И. И.", HOME), channel=channel).rows
    assert (alone.author, alone.place) == (f"Иванов И. И., {HOME}", "")


@pytest.mark.parametrize("header", OF_THE_PROBLEM)
def test_where_the_problem_is(header: str, profile: OfficeProfile) -> None:
    assert meanings_of(normalise_words(header)) == ("place",)
    [row] = read(profile, (*HEAD, "Заявитель", header), (*ROW, "Иванов И. И.", PIT)).rows
    assert (row.author, row.place) == ("Иванов И. И.", PIT)


def test_an_address_beside_that_of_the_problem_is_the_citizens(profile: OfficeProfile) -> None:
    [row] = read(profile, (*HEAD, "Заявитель", "Адрес", "Адрес проблемы"), (*ROW, "Иванов", HOME, PIT)).rows
    assert (row.author, row.place) == (f"Иванов, {HOME}", PIT)


def test_an_address_under_the_citizens_title(profile: OfficeProfile) -> None:
    rows = [
        ("Номер", "Дата", "Тема", "Заявитель", None),
        (None, None, None, "ФИО", "Адрес"),
        (*ROW, "Иванов И. И.", HOME),
    ]
    for merged in ((), ("A1:A2", "B1:B2", "C1:C2", "D1:E1")):
        [row] = read_on_the_day(book(*rows, merged=merged), "", profile, "pos").rows
        assert (row.author, row.place) == (f"Иванов И. И., {HOME}", "")


def test_it_is_hidden_in_the_rows_that_a_chat_gets(profile: OfficeProfile) -> None:
    reading = read(profile, (*HEAD, "Домашний адрес"), ("", *ROW[1:], HOME))
    assert reading.unreadable[0].fields[-1] == "author_address"
    shown = write_unreadable_in_chat(reading, lambda problem: problem.key, "Строка")
    cells = load_workbook(io.BytesIO(shown)).get_sheet_by_index(0).to_python()
    assert cells[1][4] == MASK and "Свет" not in str(cells[0])
