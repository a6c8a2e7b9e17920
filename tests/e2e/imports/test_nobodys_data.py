"""A name, a phone and a flat in every cell and header of a file: no chat, paper or log gets one of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from bot.sandbox.play import PlayFailed
from bot.watching.logs import set_up_logs
from tests.documents.test_documents import pdf_text
from tests.e2e.conftest import Town
from tests.registries.test_sample import archive, xlsx

HEAD = ("Номер обращения", "Дата поступления", "Тема", "Группа тем", "Текст", "Исполнитель", "Заявитель",
        "Адрес", "Дата рождения", "Статус", "Дата ответа")  # fmt: skip
SURNAMES = (
    "Зуева", "Лаптева", "Рябова", "Косарева", "Лукина", "Тетерина", "Щукина", "Балуева", "Мельникова",
    "Чазова", "Вшивкова", "Гилёва", "Плотникова", "Паздникова", "Колегова", "Вяткина", "Юшкова", "Пьянкова",
    "Шадрина", "Обухова", "Токарева", "Мокрушина", "Санникова", "Бабикова", "Старкова", "Бурдина", "Носкова",
)  # fmt: skip


class Planted:
    """A person of their own in each place where one may stand."""

    def __init__(self) -> None:
        self._places: list[str] = []

    def at(self, place: str) -> str:
        """The person's name, phone and flat."""
        number, self._places = len(self._places), [*self._places, place]
        return f"{SURNAMES[number]} Анна Петровна, тел. 8 912 345-10-{number:02}, кв. {70 + number}"

    def within(self, said: str) -> set[str]:
        """Whose name or phone is there."""
        return {
            place for number, place in enumerate(self._places)
            if SURNAMES[number] in said or f"345-10-{number:02}" in said
        }  # fmt: skip


async def told(people: Town) -> str:
    """All that the bot has said in every chat: texts, buttons, names of files and what tables hold."""
    said: list[str] = []
    humans = {*people.seat.values(), *people.people.values()}
    for chat in await people.call("GET", "/api/chats"):
        for message in await people.messages(chat["id"]):
            if message["from"] not in humans:
                said += [message["text"] or "", *_buttons(message)]
        if chat["id"] > 0:
            for name, content in (await people.files(chat["id"], 0)).items():
                said += [name, *(_cells(content) if name.endswith(".xlsx") else _printed(name, content))]
    return "\n".join(said).replace("\u00a0", " ")


def _buttons(message: dict[str, list[list[dict[str, str]]]]) -> list[str]:
    return [button["text"] for row in message.get("buttons") or [] for button in row]


def _cells(content: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(content)):
        yield sheet.title
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def _printed(name: str, content: bytes) -> list[str]:
    return [pdf_text(content)] if name.endswith(".pdf") else []


async def press_if_there(people: Town, person: int, *buttons: str) -> None:
    for button in buttons:
        try:
            await people.press(person, button)
        except PlayFailed:
            return


@pytest.mark.long
async def test_what_is_planted_in_a_file_comes_to_no_chat(seeded: Town, logs_as_they_were: None) -> None:
    written = io.StringIO()
    with redirect_stderr(written):
        set_up_logs("json")
    people, officer, planted = seeded, seeded.seat[8], Planted()
    named = planted.at
    rows = [
        (*HEAD, f"Примечание {named('header')}"),
        ("П-1", "02.11.2026", f"Дороги {named('topic')}", f"Группа {named('group')}", f"Яма {named('text')}",
         f"Отдел, {named('executor')}", named("author"), f"г. Чайковский, {named('place')}", "03.07.1941",
         f"Статус {named('status')}", "", named("column")),
        ("П-2", f"звонила {named('date')}", "Дороги", "", f"Яма {named('unread text')}", "", named("unread"),
         "ул. Мира, 5-12", "04.08.1952", "В работе", "", ""),
        ("П-1", "03.11.2026", f"Свет {named('twice')}", "", "", f"Отдел {named('twice, executor')}", "", "",
         "", "В работе", "", ""),
    ]  # fmt: skip
    undated = [(*HEAD[:4], "Статус", f"Дата {named('date column')}"),
               ("У-1", "02.11.2026", "Дороги", "", f"Ответ дан {named('mark')}", "05.11.2026")]  # fmt: skip
    numberless = [("Что", "Дата поступления", "Тема", named("no number")), ("x", "02.11.2026", "Дороги", "y")]
    headless = [
        ("1", "02.11.2026", f"Дороги {named('no header')}"),
        ("2", "02.11.2026", named("no header 2")),
    ]
    files = {
        f"ПОС {named('file')}.xlsx": xlsx(rows),
        "ПОС без даты.xlsx": xlsx(undated),
        "ПОС без номера.xlsx": xlsx(numberless),
        "ПОС без заголовков.xlsx": xlsx(headless),
        "ПОС.zip": archive({f"{named('archive')}.xlsx": xlsx(rows), "б.xlsx": xlsx(rows)}),
    }
    for name, content in files.items():
        await people.send_file(officer, name, content)
        await press_if_there(people, officer, "Столбцы 1", "1", "Назад")
        await press_if_there(people, officer, "Непрочитанные, XLSX")
        assert planted.within(await told(people)) == set(), name
        await press_if_there(people, officer, "Применить")
    await people.send_file(officer, "ПОС позже.xlsx", xlsx([HEAD[:3], ("П-7", "02.11.2026", "Дороги")]))
    await press_if_there(people, officer, "Нет в выгрузке 2")
    for person in people.seat.values():
        for command in ("/digest", "/messages", "/messages П-1"):
            await people.say(person, command)
        await press_if_there(people, person, "1", "Ещё", "История")
        await people.say(person, "/messages Зуева")
        assert "Найдено 0" in await people.last(person)
        await people.say(person, "/digest")
        await press_if_there(people, person, "Все списком, XLSX")
    for command in ("/report", "/publish"):
        await people.say(people.seat[1], command)
        await press_if_there(people, people.seat[1], "Этот месяц")
    said = await told(people)
    assert "осообщенияхжителей:ноябрь2026" in said and "О чём писали жители" in said
    async with people.behind_its_back() as database:
        recorded = "\n".join(map(str, await database.execute(text("SELECT * FROM audit"))))
    for kept in (said.replace("«Зуева»", ""), recorded, written.getvalue()):
        assert planted.within(kept) == set()
    # What a chat may carry is there, birthdays and houses are not.
    assert "П-2" in said and "Дата не читается: «звонила •••" in said and "Отдел, •••" in said
    assert all(private not in said for private in ("1941", "1952", "Мира, 5-12"))
    assert await people.violations() == []


async def test_unread_rows_of_a_chat_are_not_sent_back(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.send_file(officer, "ПОС.xlsx", xlsx([HEAD[:5], ("П-1", "31.02.2026", "Дороги", "", "Яма")]))
    before = await people.newest(officer)
    await people.press(officer, "Непрочитанные, XLSX")
    ((_, table),) = (await people.files(officer, before)).items()
    header, line = load_workbook(io.BytesIO(table)).worksheets[0].iter_rows(values_only=True)
    assert header == ("Причина", *HEAD[:5], "Строка")
    assert line[1:] == ("П-1", "31.02.2026", "Дороги", None, "•••", 2)
    async with people.behind_its_back() as database:
        await database.execute(text("UPDATE imports SET unreadable_in_chat = NULL"))
    gone = await people.tap(officer, officer, await people.newest(officer) - 1, "Непрочитанные, XLSX")
    assert "отложены до обновления бота" in gone["answer"]
    await people.send_file(officer, "исправлено.xlsx", table)
    assert "список, который составил бот" in await people.last(officer)
