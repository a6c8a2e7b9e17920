"""The digest: what is overdue in one's block, and acting on it (rules, section 7)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import MEMBERS
from handlers.digests import card, digests
from handlers.digests.taps import DigestNumberTap, DigestPageTap, DigestTap

_SHOWS = (Thing.MESSAGES, Thing.TASKS, Thing.PEOPLE, Thing.DIGESTS, Thing.MEETINGS)

FEATURE = Feature(
    commands=(Command("digest", digests.show_digest, MEMBERS),),
    taps=(
        Taps(
            DigestTap,
            {
                "section": digests.choose_section,
                "assign": digests.begin_assigning,
                "keep": digests.keep_for_topics,
                "block": digests.assign_ticked,
                "back": digests.back,
                "export": digests.export,
                "mute": digests.mute,
            },
        ),
        Taps(DigestPageTap, {"page": digests.turn_page}),
        Taps(
            DigestNumberTap,
            {"open": digests.open_item, "tick": digests.tick},
        ),
    ),
    cards={"digest": CardKind(card.render, (DigestTap,), shows=_SHOWS)},
)
