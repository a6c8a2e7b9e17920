"""Proposals for the agenda: brought by members, decided on by the head (п. 4.4.2, 3.2)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import ASSISTANTS, MEMBERS
from handlers.meetings.taps import DraftNumberTap
from handlers.messages.taps import MessageTap
from handlers.proposals import card, proposals, queue, raising
from handlers.proposals.taps import ProposalNumberTap, ProposalTap

FEATURE = Feature(
    commands=(
        Command("propose", proposals.propose, MEMBERS | ASSISTANTS),
        Command("proposals", proposals.show_proposals, MEMBERS),
    ),
    taps=(
        Taps(
            ProposalTap,
            {
                "ask": proposals.ask,
                "page": proposals.page,
                "bring": proposals.bring,
                "discard": proposals.discard,
                "withdraw": proposals.withdraw,
                "open": proposals.open_card,
                "files": proposals.send_files,
                "accept": queue.choose_meeting,
                "decline": queue.ask_reason,
                "later": queue.postpone,
                "back": queue.back,
            },
        ),
        Taps(
            ProposalNumberTap,
            {
                "unfile": proposals.take_file_back,
                "list": proposals.turn_list,
                "into": queue.accept,
            },
        ),
        Taps(DraftNumberTap, {"propose": queue.take}),
        Taps(MessageTap, {"raise": raising.bring_message}),
    ),
    cards={
        "proposal": CardKind(card.render, (ProposalTap,), shows=(Thing.PEOPLE,)),
        "proposals": CardKind(card.render_list, (ProposalTap,), shows=(Thing.PROPOSALS, Thing.PEOPLE)),
    },
    waits=(proposals.proposals_waiting,),
    words={proposals.WORDS_KIND: proposals.draft_words, queue.REASON_KIND: queue.reason_words},
    files={proposals.FILES_KIND: proposals.draft_file},
)
