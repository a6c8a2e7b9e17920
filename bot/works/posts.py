"""Binds the public channel and posts what the head has approved, with its chart (п. 2.2.3)."""

from __future__ import annotations

import asyncio
import html

from aiogram.types import ChatFullInfo, ChatMemberAdministrator

from bot.delivery.refusals import REFUSALS
from bot.loading import loaded
from bot.runtime import Runtime
from bot.works.worker import Work
from domain.figures.figures import Scope
from domain.office.act import Act
from domain.office.outbox import Screen
from domain.posts.post import PublicationState


class Publishing:
    """Two works: looking at a channel that was named, sending a post that was approved."""

    def __init__(self, office: Runtime) -> None:
        self._office = office

    async def bind(self) -> bool:
        """Ask the messenger whether the bot may post in the channel; bind it, or say why not."""
        async with self._office.database.read() as uow:
            asked = await uow.publications.asked_channel()
        if asked is None:
            return False
        chat, problem = await self._look(asked.named)
        async with self._office.database.write() as uow:
            if chat is not None:
                await uow.publications.bind_channel(asked.id, chat.id, chat.title or "", chat.username or "")
                await uow.record(
                    None, Act("channel-bound", f"channel:{asked.id}", {"chat": chat.id, "by": asked.asked_by})
                )
                text = self._office.texts("channel-bound", title=chat.title or asked.named)
            else:
                await uow.publications.refuse_channel(asked.id)
                text = self._office.texts(f"channel-{problem}", named=asked.named)
            await uow.outbox.text(asked.asked_by, Screen(text), key=f"channel:{asked.id}")
        return True

    async def _look(self, named: str) -> tuple[ChatFullInfo | None, str]:
        """The channel, or why it cannot be bound."""
        bot = self._office.bot
        try:
            chat = await bot.get_chat(int(named) if named.startswith("-") else named)
            if chat.type != "channel":
                return None, "is-none"
            member = await bot.get_chat_member(chat.id, bot.id)
        except REFUSALS:
            return None, "not-found"
        if not isinstance(member, ChatMemberAdministrator) or not member.can_post_messages:
            return None, "not-allowed"
        return chat, ""

    async def send(self) -> bool:
        """Draw the chart of an approved post and put both in the outbox for the channel."""
        office = self._office
        async with office.database.read() as uow:
            post = await uow.publications.approved()
            channel = await uow.publications.channel()
            figures = await uow.figures.of(post.period, uow.now(), Scope()) if post else None
        if post is None or figures is None or channel is None or channel.chat_id is None:
            return False
        await loaded("bot.documents.charts", "bot.documents.post_chart")
        from bot.documents.charts import chart_png  # noqa: PLC0415
        from bot.documents.post_chart import post_chart  # noqa: PLC0415

        chart = await asyncio.to_thread(chart_png, post_chart(figures, office.profile, office.texts))
        async with office.database.write() as uow:
            now = await uow.publications.get(post.id)
            if now is None or now.state is not PublicationState.APPROVED:
                return True
            document = await uow.documents.add(now.entity, "chart", f"post-{now.id}.png", chart)
            now.state = PublicationState.SENT
            await uow.publications.save(now)
            await uow.record(None, Act("post-sent", now.entity, {"chat": channel.chat_id}))
            caption = html.escape(now.text, quote=False)
            await uow.outbox.picture(channel.chat_id, document, caption, key=now.key, subject=now.entity)
        return True


WORKS = (
    Work("Publishing.bind", lambda office: Publishing(office).bind),
    Work("Publishing.send", lambda office: Publishing(office).send),
)
