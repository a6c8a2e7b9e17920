"""A protocol from the closed meeting to its receipt, as its people live it."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path

import pytest

from domain.office.profile import OfficeProfile
from handlers.protocols.taps import ProtocolTap
from tests.documents.test_documents import docx_text, pdf_text, squeezed
from tests.documents.test_signature_facts import detached
from tests.domain.protocols.test_detached_signature import OID, der
from tests.e2e.conftest import Town
from tests.e2e.meetings.test_meeting_day import CONVENE, vote

PROTOCOL = "Протокол № 1 от 25.11.2026"
EXTRACT = "Выписка из протокола № 1 от 25.11.2026, вопрос 1.pdf"


def executors(profile: OfficeProfile) -> list[str]:
    """Titles of three units of seat 4's block: the first has a chat, the others have not."""
    return [unit.title for unit in profile.units if unit.block == profile.seat(4).block][:3]


def signer_named(card: str) -> str:
    """Who signed on paper, as the card says before it is registered."""
    found = re.search(r"Подпись на бумаге: (.+?), \d", card)
    assert found is not None, card
    return found[1]


async def hold(people: Town, profile: OfficeProfile, *, executed: bool = True) -> None:
    """A meeting of five with one decision adopted and one not; its protocol is drawn up."""
    named = ", ".join(executors(profile)) if executed else ""
    asked = CONVENE.replace("контроль подрядчика", f"контроль подрядчика | {named}")
    await people.say(people.seat[1], asked)
    await people.press(people.seat[1], "Разослать")
    await people.move_clock(datetime(2026, 11, 25, 15, 0, tzinfo=profile.time_zone))
    await people.gather(1, 2, 3, 4, 5)
    head = people.seat[1]
    await people.press(head, "Открыть заседание")
    await vote(people, {1: "За", 2: "За", 3: "За"})
    await vote(people, {1: "Против", 2: "За"})
    await people.press(head, "Закрыть заседание")


@pytest.mark.long
async def test_who_signs_in_the_chairs_place_has_the_papers_before_the_button(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, second = on_the_day, on_the_day.seat[2]
    await hold(people, profile, executed=False)
    before = await people.newest(second)
    await people.say(people.seat[1], "/roster")
    await people.press(people.seat[1], "1")
    await people.press(people.seat[1], "Вакансия")
    await people.move_clock(datetime(2026, 11, 25, 15, 10, tzinfo=profile.time_zone))
    assert sorted(await people.files(second, before)) == [
        f"{PROTOCOL}, проект.docx",
        f"{PROTOCOL}, проект.pdf",
    ]
    assert await people.has_button(second, "Подписать")
    # The paper itself tells whose hand it is: the former chair may have signed it before they left.
    await people.press(second, "Подписан на бумаге")
    await people.send_file(second, "скан.pdf", b"%PDF-1.7")
    own = signer_named(await people.last(second))
    choice = (await people.messages(second))[-1]["buttons"][0][0]["text"]
    await people.press(second, choice)
    chaired = signer_named(await people.last(second))
    assert own != chaired and choice.replace("\u00a0", " ") == f"На бумаге подпись: {chaired}"
    await people.press(second, "Зарегистрировать")
    signed = await people.text(second, "Протокол № 1 · заседание")
    (line,) = [one for one in signed.splitlines() if one.startswith("Подписан на бумаге 25 ноября: ")]
    assert "руководитель " in line and chaired.split()[-1] in line
    assert await people.violations() == []


@pytest.mark.long
async def test_the_chair_corrects_the_words_before_signing(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head = on_the_day, on_the_day.seat[1]
    await hold(people, profile, executed=False)
    assert not await people.has_button(people.seat[3], "Протокол №\u00a01")  # not before it is signed
    await people.press(head, "Исправить формулировку")
    await people.press(head, "1. Уборка снега")
    await people.press(head, "Решили")
    before = await people.newest(head)
    await people.say(head, "Усилить контроль <подрядчика> до 1 декабря")
    shown = (await people.messages(head))[-1]
    assert "<s>подрядчика</s> <u>&lt;подрядчика&gt; до 1 декабря</u>" in shown["html"]
    assert "версией 2" in shown["text"]
    assert (await people.press(head, "Подтвердить")).replace("\u00a0", " ") == "Протокол № 1: версия 2."
    papers = await people.files(head, before)
    assert sorted(papers) == [f"{PROTOCOL}, проект 2.docx", f"{PROTOCOL}, проект 2.pdf"]
    assert "Усилить контроль <подрядчика> до 1 декабря" in docx_text(papers[f"{PROTOCOL}, проект 2.docx"])
    printed = pdf_text(papers[f"{PROTOCOL}, проект 2.pdf"])
    assert squeezed("РЕШИЛИ: Усилить контроль <подрядчика> до 1 декабря") in printed
    assert squeezed("голосовали: «Усилить контроль подрядчика»") in printed
    told = (await people.last(people.seat[3])).replace("\u00a0", " ")
    assert told.startswith("Протокол № 1, вопрос 1: решение печатается в редакции при подписании")
    assert "Голосовали: Усилить контроль подрядчика\n" in told and "<подрядчика> до 1 декабря" in told
    cards = [m for m in await people.messages(head) if "заседание" in m["text"] and not m["document"]]
    assert [one["text"].startswith("Протокол №") for one in cards].count(True) == 1
    assert "Версия 2, прежние заменены" in cards[-1]["text"]

    member = people.seat[3]
    theirs = (await people.messages(member))[-1]["message_id"]
    other = await people.tap(member, member, theirs, "prot:words:1:0")
    assert other["alert"] and "подписывает тот, кто вёл заседание" in other["answer"]
    forged = ProtocolTap(act="reword", protocol=1, value=1).pack()
    assert (await people.tap(head, head, cards[-1]["message_id"], forged))["alert"]

    await people.tap(head, head, cards[-1]["message_id"], "Подписать")
    asked = await people.text(head, "Протокол № 1 · заседание")
    assert "У решения 1 нет исполнителя: поручения по нему не будет" in asked
    await people.press(head, "Подтвердить")
    newest = (await people.messages(people.seat[3]))[-1]
    assert newest["document"]["file_name"] == f"{PROTOCOL}.pdf"
    assert newest["text"].replace("\u00a0", " ").splitlines()[1:] == [
        "1. Усилить контроль <подрядчика> до 1 декабря — принято",
        "2. Итоги работы с обращениями — не принято",
    ]
    late = await people.tap(head, head, cards[-1]["message_id"], "prot:words:1:0")
    assert late["alert"] and "уже подписан" in late["answer"]
    assert await people.violations() == []


@pytest.mark.long
async def test_a_protocol_signed_by_hand_is_registered_with_its_scan(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, member, unit = on_the_day, on_the_day.seat[1], on_the_day.seat[3], on_the_day.people["unit"]
    await hold(people, profile)
    await people.press(head, "Подписан на бумаге")
    assert "Пришлите скан протокола № 1" in await people.last(head)
    await people.send_file(head, "скан.docx", b"PK")
    assert "Скан — это PDF или фото" in await people.last(head)
    await people.say(head, "24.11.2026")
    assert "День подписания — от заседания до сегодняшнего" in await people.last(head)
    await people.send_file(head, "лист 1.pdf", b"%PDF-1.7 one")
    await people.send_file(head, "лист 2.pdf", b"%PDF-1.7 two")
    asked = await people.last(head)
    assert "Скан, файлов 2: лист 1.pdf, лист 2.pdf" in asked
    assert "Подпись на бумаге: " in asked and "25 ноября 2026" in asked
    theirs = (await people.messages(member))[-1]["message_id"]
    assert (await people.tap(member, member, theirs, "prot:register:1:0"))["alert"]
    card = (await people.messages(head))[-1]["message_id"]
    assert "подписан и рассылается" in await people.press(head, "Зарегистрировать")
    papers = await people.files(member, 0)
    assert {"лист 1.pdf", "лист 2.pdf", f"{PROTOCOL}.pdf"} <= papers.keys()
    assert papers["лист 2.pdf"] == b"%PDF-1.7 two"
    printed = pdf_text(papers[f"{PROTOCOL}.pdf"])
    assert squeezed("Подписано на бумаге 25 ноября 2026 г.") in printed
    assert squeezed("простой электронной подписью") not in printed
    given = await people.files(unit, 0)
    assert sorted(given) == [EXTRACT]  # the scan holds what concerns others
    assert squeezed("Протокол подписан на бумаге 25 ноября 2026 г.") in pdf_text(given[EXTRACT])
    assert "Подписан на бумаге 25" in await people.text(head, "Протокол № 1 · заседание")
    again = await people.tap(head, head, card, "prot:register:1:0")
    assert again["alert"]
    assert await people.violations() == []


@pytest.mark.long
async def test_a_file_sent_to_the_bot_is_the_original_altered_or_unknown(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, unit = on_the_day, on_the_day.seat[1], on_the_day.people["unit"]
    await hold(people, profile)
    await people.press(head, "Подписать")
    signed = (await people.files(head, 0))[f"{PROTOCOL}.pdf"]
    draft = (await people.files(head, 0))[f"{PROTOCOL}, проект.pdf"]
    altered = signed[:3000] + bytes([signed[3000] ^ 1]) + signed[3001:]
    for sender in (unit, people.seat[3]):
        await people.send_file(sender, "скачанное.PDF", signed)
        assert (await people.last(sender)).startswith(
            "Подлинник: подписанный протокол № 1 заседания 25 ноября"
        )
        assert "Подписал руководитель" in await people.last(sender)
        await people.send_file(sender, "protocol-1.pdf", altered)
        assert (await people.last(sender)).startswith("Изменён: файл называет себя протоколом № 1")
        await people.send_file(sender, "protocol-1.pdf", b"%PDF-1.7 something else")
        assert (await people.last(sender)).startswith("Неизвестный файл")
        await people.send_file(sender, "проект.pdf", draft)
        said = await people.last(sender)
        assert said.startswith("Не подлинник: неподписанный") and said.endswith("другой файл: /meeting")
        await people.say(sender, f"/verify {hashlib.sha256(signed).hexdigest()}")
        assert (await people.last(sender)).startswith("Подлинник: подписанный протокол № 1")
        await people.say(sender, f"/verify {hashlib.sha256(draft).hexdigest()[:16]}")
        assert "Подписал" not in await people.last(sender)
    await people.send_file(unit, "protocol-1.sig", b"0")
    assert "Файлы .sig бот не принимает" in await people.last(unit)
    stranger = people.people["stranger"]
    await people.send_file(stranger, "protocol-1.pdf", signed)
    assert "для членов проектного офиса" in await people.last(stranger)
    assert await people.violations() == []


@pytest.mark.long
async def test_units_get_their_extracts_and_are_reminded(on_the_day: Town, profile: OfficeProfile) -> None:
    people, head, unit = on_the_day, on_the_day.seat[1], on_the_day.people["unit"]
    await hold(people, profile)
    before = await people.newest(head)
    await people.press(head, "Подписать")
    papers = await people.files(unit, 0)
    assert list(papers) == [EXTRACT]
    extract = papers[EXTRACT]
    paper = (await people.messages(unit))[-1]
    assert [one["text"] for row in paper["buttons"] for one in row] == [
        "Получено",
        "Исполнено",
        "Протокол целиком",
    ]
    await people.press(unit, "Протокол целиком")
    assert f"{PROTOCOL}.pdf" in await people.files(unit, paper["message_id"])
    assert squeezed("Выписка верна") in pdf_text(extract)
    assert squeezed("ВЫПИСКА") in pdf_text(extract)
    assert squeezed("Уборка снега") in pdf_text(extract)
    assert squeezed("Итоги работы с обращениями") not in pdf_text(extract)
    await people.send_file(head, "выписка.pdf", extract)
    assert "Подлинная выписка из протокола № 1" in await people.last(head)

    assert list(await people.files(head, before)) == [f"{PROTOCOL}.pdf"]
    card = await people.text(head, "Протокол № 1 · заседание")
    assert card.count("чата нет, передайте выписку") == 2
    listed = await people.card(head, "Передать вручную")
    assert [title in listed["text"] for title in executors(profile)] == [False, True, True]
    await people.press(head, executors(profile)[1][:40])
    assert list(await people.files(head, before))[1:] == [
        "Выписка из протокола № 1 от 25.11.2026, вопрос 1.pdf"
    ]
    assert (await people.press(head, "Передано")).endswith(": отмечено.")
    listed = await people.card(head, "Передать вручную")
    assert f"✓ {executors(profile)[1]}: передано 25 ноября" in listed["text"]
    await people.press(head, "Передано")
    assert not (await people.card(head, "Передать вручную"))["buttons"]
    card = await people.text(head, "Протокол № 1 · заседание")
    assert "передайте выписку" not in card and "передано 25 ноября" in card
    assert "Получили 0 из" in card

    await people.move_clock(datetime(2026, 11, 27, 9, 0, tzinfo=profile.time_zone))
    assert not [text for text in await people.read(unit) if "не подтверждено" in text]
    await people.move_clock(datetime(2026, 12, 1, 9, 0, tzinfo=profile.time_zone))
    reminders = [text for text in await people.read(unit) if "не подтверждено" in text]
    assert len(reminders) == 1
    assert "не подтверждено, отправлено 25 ноября" in await people.text(head, "Протокол № 1 · заседание")
    assert (await people.press(unit, "Получено")).startswith("Получение протокола")
    assert not [text for text in await people.read(unit) if "не подтверждено" in text]
    assert "Получили 1 из" in await people.text(head, "Протокол № 1 · заседание")
    member = people.seat[3]
    theirs = (await people.messages(member))[-1]["message_id"]
    for forged in ("disp:received:protocol:1:", "disp:by-hand:protocol:1:none", "disp:received:nothing:1:"):
        assert (await people.tap(member, member, theirs, forged))["alert"]
    assert await people.violations() == []


@pytest.mark.long
async def test_a_signed_protocol_is_corrected_by_a_paper_of_its_own(
    on_the_day: Town, profile: OfficeProfile
) -> None:
    people, head, unit = on_the_day, on_the_day.seat[1], on_the_day.people["unit"]
    await hold(people, profile)
    await people.press(head, "Подписать")
    signed = (await people.files(head, 0))[f"{PROTOCOL}.pdf"]
    await people.press(head, "Исправление к протоколу")
    await people.say(head, "Не то.")
    await people.say(head, "В вопросе 1 вместо «подрядчика» читать «подрядчиков» <по тексту>.")
    before = await people.newest(unit)
    preview = await people.last(head)
    assert (
        preview.startswith("ИСПРАВЛЕНИЕ № 1\nк протоколу № 1 заседания")
        and "Подписать исправление" in preview
    )
    assert "«подрядчиков» <по тексту>" in preview and "Руководитель проектного офиса" in preview
    said = (await people.press(head, "Подтвердить")).replace("\u00a0", " ")
    assert said == "Исправление № 1 к протоколу № 1 подписано и рассылается."
    papers = await people.files(unit, before)
    correction = "Исправление № 1 к протоколу № 1 от 25.11.2026.pdf"
    assert list(papers) == [correction]
    text = pdf_text(papers[correction])
    for printed in ("ИСПРАВЛЕНИЕ № 1", "к протоколу № 1", "читать «подрядчиков» <по тексту>", "63-ФЗ"):
        assert squeezed(printed) in text
    assert correction in await people.files(people.seat[5], 0)
    card = await people.text(head, "Протокол № 1 · заседание")
    assert "Исправление № 1 от 25 ноября: получили 0 из" in card
    assert (await people.press(unit, "Получено")).startswith("Получение протокола")
    card = await people.text(head, "Протокол № 1 · заседание")
    assert "Исправление № 1 от 25 ноября: получили 1 из" in card

    await people.send_file(unit, "a.pdf", signed)
    assert (await people.last(unit)).startswith("Подлинник: подписанный протокол № 1")
    await people.send_file(unit, "b.pdf", papers[correction])
    assert (await people.last(unit)).startswith("Подлинное исправление № 1 к протоколу № 1")
    await people.send_file(unit, "c.pdf", papers[correction] + b" ")
    assert (await people.last(unit)).startswith("Изменён")

    member = people.seat[3]
    theirs = (await people.messages(member))[-1]["message_id"]
    for forged in ("prot:correction:1:0", "prot:correct:1:0"):
        shown = await people.tap(member, member, theirs, forged)
        assert shown["alert"] and "подписывает тот, кто вёл заседание" in shown["answer"]

    # The chair's term ends: whoever performs the duties finds the way to correct what the other has signed.
    second = people.seat[2]
    await people.say(head, "/roster")
    await people.press(head, "1")
    await people.press(head, "Вакансия")
    await people.press(head, "Подтвердить")
    await people.press(second, "Протокол №\u00a01")
    await people.press(second, "Исправление к протоколу")
    await people.say(second, "В вопросе 1 вместо «снега» читать «снега и наледи».")
    assert "К. А. Старцев" in await people.last(second)
    said = (await people.press(second, "Подтвердить")).replace("\u00a0", " ")
    assert said == "Исправление № 2 к протоколу № 1 подписано и рассылается."
    assert await people.violations() == []


@pytest.mark.long
async def test_a_detached_signature_goes_along(
    on_the_day: Town, profile: OfficeProfile, tmp_path: Path
) -> None:
    people, head, unit = on_the_day, on_the_day.seat[1], on_the_day.people["unit"]
    await hold(people, profile)
    await people.press(head, "Подписать")
    await people.press(head, "Приложить .sig")
    await people.send_file(head, "подпись.sig", b"not a signature")
    assert "Это не файл подписи" in await people.last(head)
    await people.press(head, "Приложить .sig")
    await people.send_file(head, "подпись.txt", der(OID))
    assert "Ждали файл .sig" in await people.last(head)
    await people.press(unit, "Протокол целиком")
    signed = (await people.files(unit, 0))[f"{PROTOCOL}.pdf"]
    await people.send_file(head, "подпись.sig", detached(tmp_path, b"another file"))
    assert "подпись другого файла" in await people.last(head)
    await people.press(head, "Приложить .sig")
    signature = detached(tmp_path, signed)
    await people.send_file(head, "подпись.sig", signature)
    said = [text.replace("\u00a0", " ") for text in await people.read(head)]
    assert any(
        "Подпись приложена к протоколу № 1 и разослана: Ветров Глеб Ильич" in one
        and "Контрольная сумма файла совпала" in one
        for one in said
    )
    for person in (unit, people.seat[4]):
        assert (await people.files(person, 0))[f"{PROTOCOL}.pdf.1.sig"] == signature
    assert "Приложена .sig 1 от 25 ноября" in await people.text(head, "Протокол № 1 · заседание")
    await people.press(head, "Снять .sig 1")
    assert "Приложена .sig" not in await people.text(head, "Протокол № 1 · заседание")
    assert "подпись .sig 1 снята" in await people.last(unit)
    await people.press(head, "Приложить .sig")
    await people.send_file(head, "подпись.sig", signature)
    assert "Приложена .sig 1 от" in await people.text(head, "Протокол № 1 · заседание")
    assert await people.violations() == []
