"""People: seats, holders, accounts, invitations, absences, assistants, contacts, the group (п. 3.1)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps, Where
from handlers.chat.menus import MEMBERS, Menu
from handlers.people import (
    absence_card,
    absences,
    assistants,
    assistants_card,
    board,
    claim_card,
    claims,
    contacts,
    group,
    invitations,
    page,
    reach,
    reach_card,
    roster,
    roster_card,
    settings,
    settings_card,
)
from handlers.people.taps import (
    AbsenceDayTap,
    AbsenceTap,
    AssistantTap,
    ClaimTap,
    ContactTap,
    InviteSeatTap,
    InviteTap,
    InviteUnitTap,
    SeatTap,
    SettingsTap,
)

FEATURE = Feature(
    commands=(
        Command("roster", roster.show_roster, MEMBERS, Where.ANYWHERE),
        Command("invite", invitations.invite, frozenset({Menu.HEAD, Menu.ADMIN})),
        Command("absence", absences.show_absences, MEMBERS),
        Command("assistant", assistants.show_assistants, MEMBERS),
        Command("page", page.page, MEMBERS | {Menu.ADMIN}, of_page=True),
        Command("settings", settings.show_settings, MEMBERS),
        Command("bind", group.bind, where=Where.GROUP),
    ),
    taps=(
        Taps(
            SeatTap,
            {
                "list": roster.to_seats,
                "show": roster.show_seat,
                "vacate": roster.vacate,
                "vacated": roster.vacate,
                "unbind": roster.unbind,
                "unbound": roster.unbind,
            },
        ),
        Taps(
            InviteTap,
            {
                "units": invitations.turn_board,
                "board": invitations.turn_board,
                "guest": invitations.as_guest,
                "everybody": invitations.link_everybody,
                "confirm": claims.confirm_everybody,
            },
        ),
        Taps(InviteSeatTap, {"seat": invitations.to_seat, "link": invitations.link_to_seat}),
        Taps(InviteUnitTap, {"unit": invitations.to_unit}),
        Taps(
            ClaimTap,
            {
                "confirm": claims.confirm,
                "refuse": claims.ask_refusal,
                "refused": claims.refuse,
                "back": claims.ask_refusal,
                "revoke": invitations.revoke,
            },
        ),
        Taps(
            ContactTap,
            {"list": contacts.show_contacts, "ask": contacts.ask, "unbind": contacts.unbind},
        ),
        Taps(AbsenceTap, {"withdraw": absences.withdraw, "back": absences.back}),
        Taps(AbsenceDayTap, {"first": absences.first_day, "last": absences.last_day}),
        Taps(
            AssistantTap,
            {
                "invite": assistants.invite,
                "ask": assistants.ask_removal,
                "remove": assistants.remove,
                "back": assistants.back,
            },
        ),
        Taps(SettingsTap, dict.fromkeys(("own", "language", "back", "preset", "off"), settings.choose)),
    ),
    cards={
        "absence": CardKind(absence_card.render, (AbsenceTap,), shows=(Thing.PEOPLE,)),
        "assistants": CardKind(assistants_card.render, (AssistantTap,), shows=(Thing.PEOPLE,)),
        "claim": CardKind(claim_card.render, (ClaimTap,), (Thing.PEOPLE, Thing.INVITATIONS)),
        invitations.BOARD: CardKind(board.render, (InviteTap,), (Thing.PEOPLE, Thing.INVITATIONS)),
        roster.ROSTER: CardKind(roster_card.render, (SeatTap, ContactTap), shows=(Thing.PEOPLE,)),
        "settings": CardKind(settings_card.render, (SettingsTap,)),
        "unreachable": CardKind(reach_card.render, shows=(Thing.PEOPLE,)),
    },
    words={
        invitations.NAME: invitations.name_words,
        invitations.POSITION: invitations.position_words,
        settings.HOURS_KIND: settings.hours_words,
    },
    # Whatever else stands in a link is an invitation.
    links={"": invitations.take_link},
    waits=(board.claims_waiting,),
    membership=reach.membership,
    migration=reach.migrated,
    reopening=reach.reopened,
)
