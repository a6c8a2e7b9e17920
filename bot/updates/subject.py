"""What an update is about, whose it is, and where."""

from __future__ import annotations

from aiogram.types import CallbackQuery, ChatMemberUpdated, Update
from aiogram.types import Message as ChatMessage

Subject = ChatMessage | CallbackQuery | ChatMemberUpdated


def subject_of(update: Update) -> Subject | None:
    """What a person wrote, tapped or changed; None where it is nothing of a person's."""
    subject = update.message or update.callback_query or update.my_chat_member
    return subject if subject is not None and subject.from_user is not None else None


def topic_of(subject: Subject) -> int | None:
    """The forum topic it came from (Bot API, Message.is_topic_message): a thread of replies is none."""
    message = subject.message if isinstance(subject, CallbackQuery) else subject
    if not isinstance(message, ChatMessage) or not message.is_topic_message:
        return None
    return message.message_thread_id


def chat_of(subject: Subject) -> int:
    """The chat it came from; a tap on a message that is gone comes from the person's own."""
    if isinstance(subject, CallbackQuery):
        return subject.message.chat.id if subject.message else subject.from_user.id
    return subject.chat.id
