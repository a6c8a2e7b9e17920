"""`/messages`: the list of messages within one's scope, by filters and words; the same as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.messages.choosing import FILTERS, chosen_by
from domain.messages.privacy import may_reveal
from domain.messages.sections import MessageFilter, Section
from domain.messages.several import MOST
from domain.office.act import Act
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.office.typed import short
from domain.people.roster import member_seat
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.messages.messages import open_message
from handlers.messages.several import ask_about
from handlers.messages.taps import ListNumberTap, ListPageTap, ListTap, ListTopicTap

TOPICS = 12
PAGE = 6
_WORDS = 100
_SUBJECT = "messages"
_MOST_TICKED = 50


async def messages(request: Request) -> None:
    """`/messages`, alone or with words to find."""
    await show_messages(request, request.argument)


async def show_messages(request: Request, words: str) -> None:
    """What is open, or what has these words; in the private chat."""
    member_seat(request.actor)
    content: dict[str, object] = {"section": Section.OPEN.value}
    if words.strip():
        content = {"section": Section.ALL.value, "words": short(words, _WORDS)}
    await show_below(request, "messages", _SUBJECT, content)


async def _chosen(request: Request, content: Mapping[str, Any]) -> tuple[MessageFilter, Section]:
    seat = member_seat(request.actor)
    return chosen_by(request.office, await request.roster(), seat, content, request.now)


async def _turn(request: Request, **changed: Any) -> None:
    member_seat(request.actor)
    card = await request.card()
    kept = {**card.content, "menu": None, "revealed": None, **changed}
    await request.uow.outbox.turn(card, {name: value for name, value in kept.items() if value is not None})


async def turn_page(request: Request, tap: ListPageTap) -> None:
    """Another page."""
    await _turn(request, page=tap.value)


async def open_menu(request: Request, tap: ListTap) -> None:
    """The choices of one filter, or back to the list. Topics are those of the list as it is now."""
    name = tap.value
    if name not in FILTERS:
        await _turn(request)
        return
    topics = None
    if name == "topic":
        content = {key: value for key, value in (await request.card()).content.items() if key != "topic"}
        chosen, section = await _chosen(request, content)
        topics = list(await request.uow.messages.topics(chosen, section, TOPICS))
    await _turn(request, menu=name, topics=topics)


async def choose(request: Request, tap: ListTap) -> None:
    """A filter's choice; an empty one takes the filter away."""
    name, value = tap.act, tap.value or None
    profile = request.office.profile
    known: Mapping[str, list[str]] = {
        "section": [section.value for section in Section],
        "block": profile.block_keys,
        "channel": [channel.key for channel in profile.channels],
        "unit": profile.unit_keys,
    }
    if value is not None and value not in known[name]:
        raise Refusal("card-outdated")
    await _turn(request, **{name: value, "page": None, "topics": None})


async def choose_topic(request: Request, tap: ListTopicTap) -> None:
    """A topic of the menu, by its place there; none takes the filter away."""
    topics = [None] if tap.value is None else (await request.card()).content.get("topics") or []
    place = tap.value or 0
    if place >= len(topics):
        raise Refusal("card-outdated")
    await _turn(request, topic=topics[place], page=None, topics=None)


async def open_item(request: Request, tap: ListNumberTap) -> None:
    """Open a message's card."""
    await open_message(request, tap.value)


async def ask_words(request: Request, tap: ListTap) -> None:
    """«Найти»: the person's next words are looked for."""
    await request.uow.expect(request.actor.user_id, Expectation("registry-words", {}))
    await _turn(request, menu="words")


async def words_to_find(request: Request, expectation: Expectation, text: str) -> None:
    """The words to find, within the filters that were chosen."""
    member_seat(request.actor)
    words = short(text, _WORDS)
    await request.uow.expect(request.actor.user_id, None)
    card = await request.uow.outbox.of_subject(request.chat_id, "messages", _SUBJECT)
    kept = {**card.content} if card is not None else {}
    if kept.get("section") in (None, Section.OPEN.value):
        kept["section"] = Section.ALL.value  # who looks for words does not know whether it was answered
    kept = {name: value for name, value in kept.items() if name not in ("menu", "page")}
    await show_below(request, "messages", _SUBJECT, {**kept, "words": words})


async def begin_ticking(request: Request, tap: ListTap) -> None:
    """«Отметить несколько»: the numbers become ticks; again, and they are numbers."""
    card = await request.card()
    await _turn(request, ticked=None if "ticked" in card.content else [])


async def tick(request: Request, tap: ListNumberTap) -> None:
    """Choose a message, or leave it."""
    ticked = [int(one) for one in (await request.card()).content.get("ticked", [])]
    if tap.value in ticked:
        ticked.remove(tap.value)
    elif len(ticked) == _MOST_TICKED:
        raise Refusal("several-ticked", limit=_MOST_TICKED)
    else:
        ticked.append(tap.value)
    await _turn(request, ticked=ticked)


async def deal_with_ticked(request: Request, tap: ListTap) -> None:
    """What is ticked is dealt with at once."""
    ticked = [int(one) for one in (await request.card()).content.get("ticked", [])]
    await ask_about(request, await request.uow.messages.several(ticked))
    await _turn(request, ticked=None)


async def deal_with_all(request: Request, tap: ListTap) -> None:
    """«Все по этому отбору»: whatever waits of the list, page after page."""
    chosen, section = await _chosen(request, (await request.card()).content)
    if section is Section.ALL:
        section = Section.OPEN
    await ask_about(request, await request.uow.messages.page(chosen, section, MOST + 1, 0))
    await _turn(request, ticked=None)


async def reveal(request: Request, tap: ListTap) -> None:
    """«Ссылки и адреса» of what is nobody's on this page; each look is in the log."""
    if not may_reveal(request.office.profile, member_seat(request.actor)):
        raise Refusal("not-revealed-to-you")
    card = await request.card()
    chosen, section = await _chosen(request, card.content)
    if section is not Section.UNASSIGNED:
        raise Refusal("card-outdated")
    page = int(card.content.get("page", 0))
    shown = await request.uow.messages.page(chosen, section, PAGE, page * PAGE)
    for message in shown:
        await request.record(Act("applicant-looked-at", message.entity))
    await _turn(request, revealed=[message.id for message in shown])


async def clear(request: Request, tap: ListTap) -> None:
    """Every filter is taken away."""
    member_seat(request.actor)
    await request.uow.outbox.turn(await request.card(), {"section": Section.OPEN.value})


async def export(request: Request, tap: ListTap) -> None:
    """The list as a table, made after the commit."""
    chosen, section = await _chosen(request, (await request.card()).content)
    export_id = await request.uow.digests.ask_export(request.chat_id, section, chosen)
    data = {"seat": request.actor.seat, "section": section.value}
    await request.record(Act("messages-exported", f"export:{export_id}", data))
    request.reply("toast-export-asked")
