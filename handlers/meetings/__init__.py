"""Meetings: convened, held, looked up afterwards (п. 3.2, 4.3–4.6)."""

from collections.abc import Mapping

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps, TapTaker, Where
from handlers.chat.menus import ASSISTANTS, MEMBERS, Menu
from handlers.chat.taps import Tap
from handlers.meetings import (
    adjourning,
    aloud,
    chairing,
    floor,
    floor_execution,
    guests,
    leftovers,
    meeting,
    meeting_card,
    notice,
    notices,
    opinions,
    past,
    past_card,
    presence,
    statistics,
    statistics_card,
    vote_card,
    voting,
)
from handlers.meetings.convening import card, changing, draft, drafts, edits, reopening, wizard, words
from handlers.meetings.taps import (
    AdjournTap,
    AloudTap,
    DraftAskTap,
    DraftTap,
    DraftTimeTap,
    FloorPageTap,
    ItemDueTap,
    ItemExecutorTap,
    MeetingTap,
    PastTap,
    StatisticsTap,
    VoteTap,
)


def _wizard(kind: type[Tap], acts: Mapping[str, TapTaker]) -> Taps:
    """Buttons of the wizard's card; under a preview that is live no more any of them shows it again."""
    return Taps(kind, acts, outdated=reopening.show_again)


FEATURE = Feature(
    commands=(
        Command("meeting", meeting.show_meeting, MEMBERS | ASSISTANTS | {Menu.GUEST}, Where.ANYWHERE),
        Command("convene", wizard.convene, frozenset({Menu.HEAD, Menu.HEAD_ASSISTANT})),
        Command("statistics", statistics.show_statistics, frozenset({Menu.HEAD})),
        Command("past", past.show_past, where=Where.ANYWHERE, typed=False),
    ),
    taps=(
        Taps(VoteTap, {"": voting.cast}, in_group=True),
        Taps(
            MeetingTap,
            {
                "coming": notices.answer,
                "away": notices.answer,
                "drafts": notices.show_drafts,
                "draft": notices.show_draft,
                "files": notices.send_materials,
                "calendar": notices.send_calendar,
                "in": presence.check_in,
                "invideo": presence.check_in,
                "out": presence.check_out,
                "open": meeting.open_meeting,
                "item": meeting.choose_item,
                "vote": meeting.open_vote,
                "votepoint": meeting.open_vote,
                "endvote": meeting.close_vote,
                "end": meeting.close_meeting,
                "notheld": meeting.not_held,
                "people": meeting.show_participants,
                "add": meeting.add_participant,
                "back": meeting.back,
                "handover": chairing.hand_over,
                "takeback": chairing.take_back,
                "itempage": floor.item_page,
                "breakpage": floor.break_page,
                "adjournpage": adjourning.ask,
                "hear": floor.hear,
                "amend": floor.ask_words,
                "bringin": floor.ask_words,
                "saydue": floor.ask_words,
                "points": floor.ask_words,
                "again": floor.ask_words,
                "askguest": floor.ask_words,
                "againpage": floor.again_page,
                "guestcame": guests.mark,
                "visitorcame": guests.mark,
                "drop": floor.remove,
                "putoff": floor.remove,
                "break": floor.announce_break,
                "resume": floor.resume,
                "markin": presence.mark_present,
                "markout": presence.mark_left,
                "aloud": aloud.aloud_page,
                "leftovers": leftovers.choose,
                "carry": leftovers.carry,
                "opinion": opinions.choose,
                "opine": opinions.ask,
                "opined": opinions.confirm,
                "change": changing.change,
                "later": changing.choose_later,
            },
            in_group=True,
        ),
        Taps(AdjournTap, {"": adjourning.adjourn}),
        Taps(AloudTap, {"": aloud.cast_aloud}, in_group=True),
        Taps(FloorPageTap, {"": floor_execution.show_page}),
        Taps(ItemExecutorTap, {"": floor_execution.choose_executor}),
        Taps(ItemDueTap, {"": floor_execution.choose_due}),
        Taps(
            PastTap,
            {"page": past.turn, "search": past.ask, "all": past.show_all, "open": past.open_meeting},
            in_group=True,
        ),
        Taps(StatisticsTap, {"turn": statistics.turn, "export": statistics.export}),
        # From the list of drafts: there is no card of the wizard yet.
        Taps(DraftTap, {"open": reopening.open_draft, "new": reopening.begin}),
        _wizard(
            DraftTap,
            {
                "send": wizard.send_out,
                "submit": wizard.submit,
                "discard": wizard.discard,
                "announce": changing.announce,
                "cancel": changing.cancel,
            },
        ),
        _wizard(DraftAskTap, {"ask": words.ask}),
        _wizard(DraftTimeTap, {"postpone": changing.postpone}),
        *(_wizard(kind, dict.fromkeys(acts, edits.edit)) for kind, acts in edits.EDITS.items()),
    ),
    cards={
        "meeting": CardKind(
            meeting_card.render,
            (MeetingTap, AdjournTap, FloorPageTap, ItemExecutorTap, ItemDueTap),
            shows=(Thing.MEETINGS, Thing.PEOPLE),
        ),
        "vote": CardKind(vote_card.render, (VoteTap,), shows=(Thing.PEOPLE,)),
        "drafts": CardKind(notice.render_drafts, (MeetingTap,)),
        "convening": CardKind(
            card.render,
            (DraftTap,),
            shows=(Thing.PROPOSALS, Thing.TASKS, Thing.PEOPLE, Thing.MEETINGS),
        ),
        "history": CardKind(past_card.render, (PastTap,), shows=(Thing.MEETINGS,)),
        "statistics": CardKind(
            statistics_card.render, (StatisticsTap,), shows=(Thing.MEETINGS, Thing.PEOPLE)
        ),
    },
    words={
        draft.WORDS_KIND: words.draft_words,
        changing.REASON_KIND: changing.reason_words,
        notices.REASON_KIND: notices.reason_words,
        floor.WORDS_KIND: floor.floor_words,
        adjourning.WORDS_KIND: adjourning.words,
        opinions.WORDS_KIND: opinions.opinion_words,
        past.SEARCH_KIND: past.search_words,
    },
    files={draft.FILES_KIND: words.material, opinions.WORDS_KIND: opinions.opinion_file},
    waits=(meeting.meeting_waiting, drafts.drafts_waiting),
)
