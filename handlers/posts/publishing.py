"""`/publish`: a post for citizens is drafted, edited, approved by the head, posted (п. 2.2.3)."""

from __future__ import annotations

from domain.figures.figures import Scope
from domain.figures.period import Period, month_of, week_of
from domain.figures.report import reporting_seat
from domain.figures.wording import FigureWording
from domain.office.outbox import Card, Screen
from domain.office.ports import Expectation
from domain.office.refusal import Refusal
from domain.people.roster import Duties, member_seat
from domain.posts.post import Publication, channel_name
from handlers.chat.cards import show_below
from handlers.chat.request import Request
from handlers.posts.draft import post_text
from handlers.posts.taps import PostTap

TEXT_KIND, CHANNEL_KIND = "post-text", "public-channel"


async def begin(request: Request) -> None:
    """A draft from the figures of the last whole week, of a quiet one's month, on a live card."""
    reporting_seat(await request.roster(), request.actor)
    period = week_of(request.today).before()
    if not await _received(request, period):
        period = month_of(request.today).before()
    text = await _drafted(request, period)
    post = Publication(0, member_seat(request.actor), request.chat_id, period, text)
    await request.uow.publications.add(post)
    await request.record(post.rewrite(text))
    await request.uow.outbox.card(request.chat_id, "publication", post.entity)


async def _received(request: Request, period: Period) -> int:
    return (await request.uow.figures.of(period, request.now, Scope())).now.whole.received


async def _drafted(request: Request, period: Period) -> str:
    """The text; of a period without messages there is nothing to say."""
    figures = await request.uow.figures.of(period, request.now, Scope())
    if not figures.now.whole.received:
        wording = FigureWording.of(request.own_texts, request.office.profile)
        raise Refusal("post-of-nothing", period=wording.period(period))
    return post_text(figures, request.office.profile, request.texts)


async def _post(request: Request, post_id: int) -> Publication:
    """The post, for who drafted it and for whoever performs the head's duties."""
    reporting_seat(await request.roster(), request.actor)
    post = await request.uow.publications.get(post_id)
    duties = (await request.roster()).duties()
    heads = duties is not None and duties.seat == request.actor.seat
    if post is None or not (heads or post.seat == request.actor.seat):
        raise Refusal("no-such-post")
    return post


async def _card(request: Request, post: Publication) -> Card:
    card = await request.card()
    if (card.kind, card.subject) != ("publication", post.entity):
        raise Refusal("card-outdated")
    return card


async def _keep(request: Request, post: Publication) -> None:
    await request.uow.publications.save(post)


async def another_period(request: Request, tap: PostTap) -> None:
    """The draft anew, of the last week or month."""
    post = await _post(request, tap.post)
    today = request.today
    period = month_of(today).before() if tap.value == "month" else week_of(today).before()
    text = await _drafted(request, period)
    act = post.rewrite(text)
    post.period = period
    await request.record(act)
    await _keep(request, post)


async def ask_text(request: Request, tap: PostTap) -> None:
    """«Изменить текст»: the next message is the post."""
    post = await _post(request, tap.post)
    card = await _card(request, post)
    await request.uow.expect(request.actor.user_id, Expectation(TEXT_KIND, {"post": post.id}))
    await request.uow.outbox.turn(card, {"page": "edit"})


async def text_words(request: Request, expectation: Expectation, text: str) -> None:
    """The post in the person's own words; its lines stay as they are."""
    post = await _post(request, int(expectation.content["post"]))
    await request.record(post.rewrite(text))
    await request.uow.expect(request.actor.user_id, None)
    await _keep(request, post)
    await show_below(request, "publication", post.entity, {})


async def submit(request: Request, tap: PostTap) -> None:
    """«Опубликовать»: it waits for the head's «Подтвердить», in the head's own chat."""
    post = await _post(request, tap.post)
    card = await _card(request, post)
    act = post.submit()
    roster = await request.roster()
    duties = roster.duties()
    head = roster.binding(duties.seat) if duties is not None else None
    if head is None:
        raise Refusal("nobody-approves")
    await request.record(act)
    await _keep(request, post)
    await request.uow.outbox.turn(card, {})
    if head.user_id != request.chat_id:
        await request.uow.outbox.card(head.user_id, "publication", post.entity)
        request.reply("toast-post-submitted")


async def confirm(request: Request, tap: PostTap) -> None:
    """«Подтвердить»: whoever performs the head's duties lets it be posted."""
    post = await _post(request, tap.post)
    duties = await _may_post(request)
    await request.record(post.approve(duties), acting=duties.acting)
    await _keep(request, post)


async def _may_post(request: Request) -> Duties:
    duties = await request.duties("publish")
    if await request.uow.publications.channel() is None:
        raise Refusal("no-public-channel")
    return duties


async def again(request: Request, tap: PostTap) -> None:
    """«Опубликовать ещё раз», after it could not be sent."""
    post = await _post(request, tap.post)
    duties = await _may_post(request)
    fate = await request.uow.outbox.fate(post.key)
    if fate is not None and fate.failure is None:
        raise Refusal("post-is-sent")
    await request.record(post.again(duties), acting=duties.acting)
    await _keep(request, post)


async def cancel(request: Request, tap: PostTap) -> None:
    """«Отмена»: it will not be posted; who drafted it is told."""
    post = await _post(request, tap.post)
    await request.record(post.cancel())
    await _keep(request, post)
    if post.chat_id != request.chat_id:
        await request.uow.outbox.text(post.chat_id, Screen(request.texts("post-cancelled-by-head")))


async def back(request: Request, tap: PostTap) -> None:
    """«Назад»: nothing more is asked."""
    card = await _card(request, await _post(request, tap.post))
    await request.uow.expect(request.actor.user_id, None)
    await request.uow.outbox.turn(card, {})


async def ask_channel(request: Request, tap: PostTap) -> None:
    """«Привязать канал»: the next message names it."""
    post = await _post(request, tap.post)
    await request.duties("channel")
    card = await _card(request, post)
    await request.uow.expect(request.actor.user_id, Expectation(CHANNEL_KIND, {"post": post.id}))
    await request.uow.outbox.turn(card, {"page": "channel"})


async def channel_words(request: Request, expectation: Expectation, text: str) -> None:
    """The channel's name; after the commit the messenger is asked whether the bot may post there."""
    await request.duties("channel")
    post = await _post(request, int(expectation.content["post"]))
    named = channel_name(request.office.links.channel_in(text))
    await request.uow.publications.ask_channel(named, request.actor.user_id)
    await request.uow.expect(request.actor.user_id, None)
    await show_below(request, "publication", post.entity, {})
