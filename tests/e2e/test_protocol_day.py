"""A protocol from the closed meeting to its receipt, as its people live it."""

from __future__ import annotations

from domain.profile import OfficeProfile
from handlers.taps import ProtocolTap
from tests.e2e.conftest import Town
from tests.e2e.test_meeting_day import convene, vote
from tests.storage.test_documents import docx_text, pdf_text, squeezed


async def hold(people: Town, profile: OfficeProfile) -> None:
    """A meeting of five with one decision adopted and one not; its protocol is drawn up."""
    await convene(people, profile)
    await people.gather(1, 2, 3, 4, 5)
    head = people.seat[1]
    await people.press(head, "Открыть заседание")
    await vote(people, {1: "За", 2: "За", 3: "За"})
    await vote(people, {1: "Против", 2: "За"})
    await people.press(head, "Закрыть заседание")


async def test_the_chair_corrects_the_words_before_signing(seeded: Town, profile: OfficeProfile) -> None:
    people, head = seeded, seeded.seat[1]
    await hold(people, profile)
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
    assert sorted(papers) == ["protocol-1.docx", "protocol-1.pdf"]
    assert "Усилить контроль <подрядчика> до 1 декабря" in docx_text(papers["protocol-1.docx"])
    assert squeezed("РЕШИЛИ: Усилить контроль <подрядчика> до 1 декабря") in pdf_text(
        papers["protocol-1.pdf"]
    )
    cards = [m for m in await people.messages(head) if "заседание" in m["text"] and not m["document"]]
    assert [one["text"].splitlines()[1:] for one in cards[-3:-1]] == [["Действует карточка ниже."]] * 2
    assert "Версия 2, прежние заменены" in cards[-1]["text"]

    member = people.seat[3]
    theirs = (await people.messages(member))[-1]["message_id"]
    other = await people.tap(member, member, theirs, "prot:words:1:0")
    assert other["alert"] and "подписывает тот, кто вёл заседание" in other["answer"]
    forged = ProtocolTap(act="reword", protocol=1, value=1).pack()
    assert (await people.tap(head, head, cards[-1]["message_id"], forged))["alert"]

    await people.press(head, "Подписать")
    late = await people.tap(head, head, cards[-1]["message_id"], "prot:words:1:0")
    assert late["alert"] and "уже подписан" in late["answer"]
    assert await people.violations() == []


async def test_a_file_sent_to_the_bot_is_the_original_altered_or_unknown(
    seeded: Town, profile: OfficeProfile
) -> None:
    people, head, unit = seeded, seeded.seat[1], seeded.people["unit"]
    await hold(people, profile)
    await people.press(head, "Подписать")
    signed = (await people.files(unit, 0))["protocol-1.pdf"]
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
    await people.send_file(unit, "protocol-1.sig", b"0")
    assert "Приложить .sig" in await people.last(unit)
    stranger = people.people["stranger"]
    await people.send_file(stranger, "protocol-1.pdf", signed)
    assert "для членов проектного офиса" in await people.last(stranger)
    assert await people.violations() == []
