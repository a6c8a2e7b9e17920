"""Protocols: worded, signed, corrected, sent, received, checked (п. 4.7)."""

from domain.protocols.rewording import Passage
from handlers.chat.feature import Arrival, CardKind, Command, Feature, Taps
from handlers.chat.files import named
from handlers.chat.menus import MEMBERS, Menu
from handlers.meetings.taps import ActTap, PaperTap
from handlers.protocols import (
    acts,
    by_hand,
    corrections,
    dispatches,
    on_paper,
    protocol_card,
    receipt,
    rewording,
    signature_files,
    signing,
    verifying,
)
from handlers.protocols.taps import DispatchTap, ProtocolTap, VerifyTap

FEATURE = Feature(
    commands=(Command("verify", verifying.verify, MEMBERS | {Menu.UNIT, Menu.GUEST}),),
    taps=(
        Taps(
            ProtocolTap,
            {
                "sign": signing.sign,
                "confirm": signing.sign,
                "cancel": signing.cancel,
                "paper": on_paper.ask,
                "paper-by": on_paper.choose_signer,
                "register": on_paper.register,
                "sig": signature_files.ask,
                "unsig": signature_files.take_off,
                "correction": corrections.ask,
                "correct": corrections.sign,
                "words": rewording.choose_item,
                "item": rewording.choose_passage,
                **dict.fromkeys(Passage, rewording.ask),
                "reword": rewording.confirm,
            },
        ),
        Taps(ActTap, {"": acts.send}, in_group=True),
        Taps(PaperTap, {"send": signing.send}, in_group=True),
        Taps(VerifyTap, {"": verifying.give_up}),
        Taps(
            DispatchTap,
            {"received": dispatches.received, "paper": dispatches.paper, "by-hand": dispatches.by_hand},
        ),
    ),
    cards={
        "protocol": CardKind(protocol_card.render, (ProtocolTap,)),
        verifying.CARD: CardKind(verifying.render, (VerifyTap,)),
        "receipt": CardKind(receipt.render),
        "by-hand": CardKind(by_hand.render),
    },
    words={
        "protocol-words": rewording.words,
        "correction-words": corrections.words,
        "verify-code": verifying.words,
        "protocol-scan": on_paper.words,
    },
    files={"protocol-sig": signature_files.receive, "protocol-scan": on_paper.receive},
    links={verifying.LINK: verifying.link},
    arrivals=(
        Arrival(named(*verifying.PAPERS), verifying.file),
        Arrival(named(".sig"), verifying.signature),
    ),
    waits=(signing.protocols_waiting,),
)
