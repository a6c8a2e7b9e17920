"""More tables as clerks and systems make them: what each says, and what is asked or set aside in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from domain.imports.understanding import Asked
from domain.office.profile import OfficeProfile
from tests.registries.test_invented_files import said
from tests.registries.test_sample import Rows, read_on_the_day, xlsx

HEAD = ("Номер", "Дата поступления", "Тема", "Текст", "Исполнитель", "Статус", "Дата ответа")
ONE = ("7001", "02.11.2026", "Свет", "Темно", "Отдел ЖКХ", "Решено", "05.11.2026")
TWO = ("7002", "03.11.2026", "Дороги", "Яма", "", "В работе", "")
FIRST, SECOND = (
    "7001 | 02.11.2026 | 05.11.2026 | Свет | Темно | Отдел ЖКХ",
    "7002 | 03.11.2026 |  | Дороги | Яма",
)
NBSP = "\u00a0"
NEVER = "7001 | 02.11.2026 |  | Свет | Темно | Отдел ЖКХ"

KINDS: dict[str, tuple[Rows, Sequence[str]]] = {
    "its header on each page": ([HEAD, ONE, HEAD, TWO], [FIRST, SECOND]),
    "a total in the middle": ([HEAD, ONE, ("Итого", "1"), TWO, ("Всего: 2",)], [FIRST, SECOND]),
    "sections and notes": (
        [HEAD, ("Раздел ЖКХ",), ONE, ("Дороги",), TWO, ("* по данным системы",), ("Исполнитель: Отдел",)],
        [FIRST, SECOND],
    ),
    "NBSP everywhere": (
        [[one.replace(" ", NBSP) for one in HEAD], [f"{NBSP}{one}{NBSP}" for one in ONE], TWO],
        [FIRST, SECOND],
    ),
    "words for nobody": (
        [HEAD, *((f"{at}-7", *TWO[1:4], word, *TWO[5:]) for at, word in
         enumerate(("нет", "—", "не назначен", "-")))],
        [f"{at}-7 | 03.11.2026 |  | Дороги | Яма" for at in range(4)],
    ),
    "an error of a look-up": ([HEAD, ONE, (*TWO[:2], "#N/A", *TWO[3:])], [FIRST, "3: row-error"]),
    "two tables beside each other": ([(*HEAD, "", *HEAD), (*ONE, "", *TWO)], [FIRST, SECOND]),
    "a deadline beside": ([(*HEAD, "Срок ответа"), (*ONE[:5], "В работе", "", "12.11.2026")], [NEVER]),
    "closed and passed on": ([HEAD, (*ONE[:5], "Закрыто, перенаправлено", "05.11.2026")], [NEVER]),
    "the fact beside the plan": (
        [
            ("Регистрационные данные", "", "Тема", "Текст", "Исполнение", "", ""),
            ("№", "дата", "", "", "исполнитель", "срок", "дата факт."),
            (*ONE[:5], "12.11.2026", "05.11.2026"),
        ],
        [FIRST],
    ),
    "an interim step": ([HEAD, (*ONE[:5], "Промежуточный ответ", "05.11.2026")], [NEVER]),
    "a document of a system": (
        [("Обращение", *HEAD[2:]), ("Обращение 7001 от 02.11.2026 0:00:00", *ONE[2:])],
        [FIRST],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_table_says(kind: str, profile: OfficeProfile) -> None:
    rows, lines = KINDS[kind]
    reading = read_on_the_day(xlsx(rows), "реестр.xlsx", profile, "pos")
    assert said(reading) == list(lines)
    asked = [question.about for question in reading.questions if question.about is not Asked.COLUMN]
    assert asked == ([Asked.STATUS] if kind == "closed and passed on" else [])
