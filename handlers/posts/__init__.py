"""Information for citizens: drafted from figures, approved by the head, posted (п. 2.2.3)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import Menu
from handlers.posts import card, publishing
from handlers.posts.taps import PostTap

FEATURE = Feature(
    commands=(Command("publish", publishing.begin, frozenset({Menu.HEAD, Menu.OFFICER})),),
    taps=(
        Taps(
            PostTap,
            {
                "period": publishing.another_period,
                "edit": publishing.ask_text,
                "submit": publishing.submit,
                "confirm": publishing.confirm,
                "again": publishing.again,
                "cancel": publishing.cancel,
                "back": publishing.back,
                "channel": publishing.ask_channel,
            },
        ),
    ),
    cards={"publication": CardKind(card.render, (PostTap,), shows=(Thing.CHANNEL,))},
    words={
        publishing.TEXT_KIND: publishing.text_words,
        publishing.CHANNEL_KIND: publishing.channel_words,
    },
)
