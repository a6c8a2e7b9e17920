"""Posts and channels come back as they were kept, on both engines; a sent post stays sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.storage.database import Database
from domain.figures.period import Period
from domain.figures.report import Report, ReportKind, ReportState
from domain.office.refusal import Refusal
from domain.people.roster import Duties
from domain.posts.post import TEXT_LIMIT, ChannelState, Publication, PublicationState, channel_name

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
HEAD = Duties(1, acting=False)


async def test_a_post_comes_back_as_it_was_kept(database: Database) -> None:
    post = Publication(0, 9, 1009, WEEK, "Тепло вернулось")
    async with database.write() as uow:
        await uow.publications.add(post)
    async with database.write() as uow:
        kept = await uow.publications.get(post.id)
        assert kept == post
        kept.submit()
        kept.approve(HEAD)
        await uow.publications.save(kept)
        assert uow.work_asked
    async with database.read() as uow:
        assert await uow.publications.approved() == kept and kept.attempt == 1


async def test_a_new_channel_takes_the_place_of_the_former(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.publications.ask_channel("@first_one", 1001)
        second = await uow.publications.ask_channel("@second_one", 1001)
        asked = await uow.publications.asked_channel()
        assert asked is not None and (asked.id, asked.named) == (first, "@first_one")
        await uow.publications.bind_channel(first, -1001, "Первый", "first_one")
        await uow.publications.bind_channel(second, -1002, "Второй", "")
        third = await uow.publications.ask_channel("@third_one", 1001)
        await uow.publications.refuse_channel(third)
    async with database.read() as uow:
        bound = await uow.publications.channel()
        assert bound is not None and (bound.chat_id, bound.title, bound.state) == (
            -1002,
            "Второй",
            ChannelState.BOUND,
        )
        assert await uow.publications.asked_channel() is None


async def test_a_report_comes_back_as_it_was_kept(database: Database) -> None:
    report = Report(0, ReportKind.WHOLE, 1001, 1, ReportState.CHOOSING)
    async with database.write() as uow:
        await uow.reports.add(report)
        assert await uow.reports.asked() is None
        report.choose(WEEK)
        await uow.reports.save(report)
    async with database.write() as uow:
        assert await uow.reports.asked() == report == await uow.reports.get(report.id)
        report.cancel()
        await uow.reports.save(report)
    async with database.read() as uow:
        assert await uow.reports.asked() is None
    with pytest.raises(Refusal, match=r"^report-is-cancelled$"):
        report.choose(WEEK)


def test_a_post_is_decided_once() -> None:
    post = Publication(1, 9, 1009, WEEK, "Тепло вернулось")
    with pytest.raises(Refusal, match=r"^post-is-draft$"):
        post.again(HEAD)
    post.approve(HEAD)
    acts: tuple[Callable[[], object], ...] = (
        lambda: post.approve(HEAD),
        post.submit,
        post.cancel,
        lambda: post.rewrite("Иначе"),
    )
    for late in acts:
        with pytest.raises(Refusal, match=r"^post-is-approved$"):
            late()
    post.state = PublicationState.SENT
    with pytest.raises(Refusal, match=r"^post-is-sent$"):
        post.approve(HEAD)
    assert post.key == "publication:1:1"
    post.again(HEAD)
    assert post.key == "publication:1:2"


@pytest.mark.parametrize("text", ["", "  \n", "ж" * (TEXT_LIMIT + 1), "🙂" * (TEXT_LIMIT // 2 + 1)])
def test_a_text_that_does_not_fit_under_a_picture_is_refused(text: str) -> None:
    post = Publication(1, 9, 1009, WEEK, "Тепло вернулось")
    with pytest.raises(Refusal):
        post.rewrite(text)
    assert post.text == "Тепло вернулось"
    post.rewrite("🙂" * (TEXT_LIMIT // 2))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@okrug_news", "@okrug_news"),
        ("okrug_news", "@okrug_news"),
        ("-1001234567890", "-1001234567890"),
    ],
)
def test_a_channels_name_as_people_write_it(text: str, named: str) -> None:
    assert channel_name(text) == named


@pytest.mark.parametrize(
    "text", ["", "@", "новости", "@a b", "-5", "t.me/+AbCdEf", "1news", "@" + "a" * 40, "-100²", "-100٣"]
)
def test_what_names_no_channel_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"^channel-unreadable$"):
        channel_name(text)
