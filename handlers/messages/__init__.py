"""Citizens' messages: the card, answers, terms, the list, messages by hand (rules, section 6)."""

from domain.office.shown import Thing
from handlers.chat.feature import Arrival, CardKind, Command, Feature, Taps
from handlers.chat.menus import MEMBERS, Menu
from handlers.messages import (
    adding,
    adding_card,
    answers,
    card,
    extensions,
    list_card,
    messages,
    several,
    several_card,
    stages,
    templates,
)
from handlers.messages import list as message_list
from handlers.messages.taps import (
    AddTap,
    AnswerDayTap,
    AnswerTap,
    ListNumberTap,
    ListPageTap,
    ListTap,
    ListTopicTap,
    MessageTap,
    SeveralTap,
    TermDayTap,
    TermNumberTap,
    TermTap,
)

FEATURE = Feature(
    commands=(
        Command("add", adding.add, frozenset({Menu.HEAD, Menu.OFFICER})),
        Command("messages", message_list.messages, MEMBERS),
    ),
    taps=(
        Taps(MessageTap, dict.fromkeys(messages.ACTS, messages.tapped)),
        Taps(
            MessageTap,
            {
                "template": templates.show,
                "template-own": templates.ask_words,
                "template-keep": templates.remember,
            },
        ),
        Taps(MessageTap, dict.fromkeys(stages.STEPS, stages.tapped)),
        Taps(AnswerTap, dict.fromkeys(("days", "own", "result", "quality"), answers.tapped)),
        Taps(AnswerDayTap, {"day": answers.tapped}),
        Taps(
            TermTap, dict.fromkeys(("extend", "reason", "appeal", "register", "forward"), extensions.tapped)
        ),
        Taps(TermNumberTap, {"amount": extensions.tapped}),
        Taps(TermDayTap, dict.fromkeys(("told", "registered", "sent"), extensions.tapped)),
        Taps(AddTap, dict.fromkeys(("ask", "channel", "skip", "day", "done", "cancel"), adding.tapped)),
        Taps(
            ListTap,
            {
                "menu": message_list.open_menu,
                "find": message_list.ask_words,
                "clear": message_list.clear,
                "export": message_list.export,
                "reveal": message_list.reveal,
                "ticks": message_list.begin_ticking,
                "chosen": message_list.deal_with_ticked,
                "all": message_list.deal_with_all,
                **dict.fromkeys(("section", "block", "channel", "unit"), message_list.choose),
            },
        ),
        Taps(ListPageTap, {"page": message_list.turn_page}),
        Taps(ListNumberTap, {"open": message_list.open_item, "tick": message_list.tick}),
        Taps(SeveralTap, dict.fromkeys(("do", "value", "confirm", "cancel"), several.tapped)),
        Taps(ListTopicTap, {"topic": message_list.choose_topic}),
    ),
    cards={
        "message": CardKind(card.render, (MessageTap, AnswerTap, TermTap), shows=(Thing.TEMPLATES,)),
        "messages": CardKind(list_card.render, (ListTap,), shows=(Thing.MESSAGES,)),
        "several": CardKind(several_card.render, (SeveralTap,)),
        "adding": CardKind(adding_card.render, (AddTap,)),
    },
    words={
        "several-reason": several.reason_words,
        "answer-template": templates.words,
        "delay-reason": messages.reason_words,
        "message-number": messages.number_words,
        "extension-reason": extensions.reason_words,
        "forwarded-to": extensions.forward_words,
        "answer-date": answers.date_words,
        "registry-words": message_list.words_to_find,
        "adding": adding.adding_words,
    },
    arrivals=(Arrival(adding.is_passed_on, adding.forwarded, adding.brings_in),),
    waits=(messages.messages_waiting,),
)
