"""A message by hand: the wizard, a forwarded post, and that nothing is written before the button."""

from __future__ import annotations

import aiohttp

from tests.e2e.conftest import Town

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


async def forward(
    people: Town, person: int, text: str, source: str, photo: bytes | None = None, album: str = ""
) -> None:
    fields = {"from": str(person), "chat": str(person), "text": text, "forward_from": source, "album": album}
    form = aiohttp.FormData(fields)
    if photo is not None:
        form.add_field("file", photo, filename="a.png", content_type="image/png")
        await people.call("POST", "/api/messages", data=form)
    else:
        await people.call("POST", "/api/messages", json={**fields, "from": person, "chat": person})
    await people.settle()


async def test_words_after_the_command_are_the_messages_text(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.say(officer, "/add Провал <i>асфальта</i> у дома 5")
    assert "Провал <i>асфальта</i> у дома 5" in await people.last(officer)
    await people.press(officer, "«Управляем вместе»")
    assert (await people.last(officer)).startswith("Проверьте и внесите")
    await people.press(officer, "Внести")
    assert "Провал <i>асфальта</i>" in await people.last(officer)


async def test_the_wizard_writes_nothing_before_its_button(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.say(officer, "/add")
    await people.press(officer, "Обращения по 59-ФЗ")
    await people.press(officer, "Без номера")
    await people.say(officer, "Земельные участки")
    await people.say(officer, "Просят <b>межевание</b>, кв. 5")
    await people.say(officer, "с. Фоки, ул. Садовая, 3")
    await people.say(officer, "24.11.2026 09:00")
    assert "ещё не наступило" in await people.last(officer)
    await people.say(officer, "20.11.2026 14:30")
    preview = await people.last(officer)
    assert preview.startswith("Проверьте и внесите") and "Поступило 20 ноября в 14:30" in preview
    assert "Просят <b>межевание</b>, кв. •••" in preview
    await people.press(officer, "Внести")
    text = await people.last(officer)
    assert "59-ФЗ В-2026-0001 · Земельные участки" in text and "Земельно-имущественные отношения" in text
    assert "срок 18 декабря (30 дней)" in text  # 20 December is a Sunday

    await people.say(officer, "/add")
    await people.press(officer, "Обращения по 59-ФЗ")
    await people.say(officer, "В-2026-0001")
    await people.press(officer, "Пропустить")
    await people.say(officer, "Ещё раз")
    await people.press(officer, "Пропустить")
    await people.press(officer, "Сегодня")
    assert "В-2026-0001 уже есть" in await people.press(officer, "Внести")
    await people.press(officer, "Номер")
    await people.press(officer, "Без номера")
    await people.press(officer, "Внести")
    assert "59-ФЗ В-2026-0002" in await people.last(officer)
    assert await people.violations() == []


async def test_an_appeal_by_hand_gets_the_number_of_its_registration(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[8]
    await people.say(officer, "/add")
    await people.press(officer, "Обращения по 59-ФЗ")
    await people.press(officer, "Без номера")
    await people.press(officer, "Пропустить")
    await people.say(officer, "Просят отремонтировать мост")
    await people.press(officer, "Пропустить")
    await people.press(officer, "Сегодня")
    await people.press(officer, "Внести")
    await people.press(officer, "Ещё")
    await people.press(officer, "Номер регистрации")
    await people.say(officer, "x" * 81)
    assert "80" in await people.last(officer)
    await people.say(officer, "771-А/26")
    assert "59-ФЗ 771-А/26" in await people.last(officer)
    table = "номер;канал;дата;дата регистрации;текст\n771-А/26;59-ФЗ;23.11.2026;23.11.2026;Просят мост\n"
    await people.send_file(officer, "a.csv", table.encode())
    assert "новых 0 · изменённых 1" in await people.last(officer)
    assert await people.violations() == []


async def test_a_forwarded_post_becomes_a_draft_with_its_link_and_photo(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    await forward(people, officer, "Не чистят двор на Садовой", "@gorod", PNG)
    preview = await people.last(officer)
    assert "Открытые сообщения в социальных сетях" in preview and "Файлов: 1" in preview
    assert "https://t.me/gorod/1" in preview and "Не чистят двор" in preview
    await people.press(officer, "Тема")
    await people.say(officer, "Уборка дворов от снега")
    await people.press(officer, "Внести")
    assert "Соцсети В-2026-0001 · Уборка дворов от снега" in await people.last(officer)
    await people.press(officer, "Ещё")
    before = await people.newest(officer)
    await people.press(officer, "Файлы")
    assert await people.newest(officer) > before
    await forward(people, officer, "Смотрите https://example.org/1 сами", "Житель")
    assert "https://example.org/1" in await people.last(officer)
    await people.press(officer, "Отмена")
    assert await people.last(officer) == "Сообщение не внесено."
    assert await people.violations() == []


async def test_pictures_of_one_post_make_one_draft_whichever_of_them_has_the_text(seeded: Town) -> None:
    people, officer = seeded, seeded.seat[9]
    for number, words in enumerate(("Первый двор", "Второй двор")):
        texts = [words, "", ""] if number == 0 else ["", words, ""]
        before = await people.newest(officer)
        for text in texts:
            await forward(people, officer, text, "@gorod", PNG, album=f"album-{number}")
        [draft] = [text for text in await people.read(officer, before) if "Файлов" in text]
        assert "Файлов: 3" in draft and words in draft and "https://t.me/gorod/" in draft
    assert await people.violations() == []


async def test_who_brings_messages_in(seeded: Town) -> None:
    people = seeded
    await people.say(people.seat[4], "/add")
    assert "п. 3.4" in await people.last(people.seat[4])
    await people.say(people.seat[1], "/add")
    assert "Новое сообщение" in await people.last(people.seat[1])
    stranger = people.people["stranger"]
    await forward(people, stranger, "Публикация", "@gorod")
    assert len(await people.read(stranger)) == 1 and "члены проектного офиса" not in await people.last(
        stranger
    )
    assert not await people.has_button(stranger, "Внести")
