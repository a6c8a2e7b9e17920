"""Registry files on their way in: previewed, applied, or given up (rules, section 6)."""

from domain.office.shown import Thing
from handlers.chat.feature import Arrival, CardKind, Feature, Taps
from handlers.chat.files import named, photographed
from handlers.imports import card, imports
from handlers.imports.taps import ConflictPageTap, ConflictTap, ImportTap

FEATURE = Feature(
    taps=(
        Taps(
            ImportTap,
            {
                "apply": imports.apply,
                "cancel": imports.cancel,
                "bad": imports.send_unreadable,
                "channel": imports.choose_channel,
                "other": imports.ask_channel,
                "preview": imports.show_preview,
                "unassigned": imports.show_unassigned,
            },
        ),
        Taps(ConflictPageTap, {"conflicts": imports.show_conflicts}),
        Taps(ConflictTap, {"take": imports.take}),
    ),
    cards={"registry": CardKind(card.render, (ImportTap,), shows=(Thing.PEOPLE,))},
    # Last of the rooms: any file that is nothing else is a registry.
    arrivals=(
        Arrival(photographed, imports.picture),
        Arrival(named(*imports.PICTURES), imports.picture),
        Arrival(named(""), imports.receive),
    ),
)
