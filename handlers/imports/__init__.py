"""Registry files on their way in: previewed, applied, or given up (rules, section 6)."""

from domain.office.shown import Thing
from handlers.chat.feature import Arrival, CardKind, Feature, Taps
from handlers.chat.files import named, photographed
from handlers.imports import card, imports, understanding
from handlers.imports.taps import AnswerTap, ConflictPageTap, ConflictTap, ImportTap, QuestionTap

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
                "open": imports.show_open,
                "gone": imports.show_gone,
                "undo": imports.undo,
                "columns": understanding.show_columns,
                "take-all": imports.take_all,
                "keep-all": imports.keep_all,
            },
        ),
        Taps(ConflictPageTap, {"conflicts": imports.show_conflicts}),
        Taps(ConflictTap, {"take": imports.take}),
        Taps(QuestionTap, {"column": understanding.show_column}),
        Taps(AnswerTap, {"answer": understanding.answer}),
    ),
    cards={"registry": CardKind(card.render, (ImportTap, QuestionTap, AnswerTap), shows=(Thing.PEOPLE,))},
    # Last of the rooms: any file that is nothing else is a registry.
    arrivals=(
        Arrival(photographed, imports.picture),
        Arrival(named(*imports.PICTURES), imports.picture),
        Arrival(named(""), imports.receive),
    ),
)
