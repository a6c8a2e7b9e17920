"""What the head asks for and keeps account of: materials, ЦУР, recommendations (п. 2.2.2, 3.2, 3.3)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import MEMBERS, Menu
from handlers.requests import (
    centre,
    centre_card,
    changing,
    materials,
    materials_card,
    recommendations,
    recommendations_card,
    requests_card,
)
from handlers.requests.taps import (
    CentreTap,
    MaterialDayTap,
    MaterialSeatTap,
    MaterialTap,
    RecommendationNumberTap,
    RecommendationTap,
)

FEATURE = Feature(
    commands=(
        Command("recommendations", recommendations.recommendations, MEMBERS),
        Command("request", materials.show_requests, frozenset({Menu.HEAD, Menu.BLOCK_HEAD})),
    ),
    taps=(
        Taps(MaterialTap, {"new": materials.new, **dict.fromkeys(materials.ACTS, materials.tapped)}),
        Taps(MaterialSeatTap, {"seat": materials.choose_seat, "files": materials.send_files}),
        Taps(MaterialTap, {"change": changing.ask}),
        Taps(MaterialDayTap, {"due": materials.choose_day, "move": changing.move}),
        Taps(CentreTap, {"out": centre.begin, "in": centre.begin, "back": centre.give_up}),
        Taps(CentreTap, {"list": centre.show_list}),
        Taps(CentreTap, dict.fromkeys(centre.ACTS, centre.tapped)),
        Taps(RecommendationTap, dict.fromkeys(recommendations.ACTS, recommendations.tapped)),
        Taps(
            RecommendationNumberTap,
            {"page": recommendations.turn_page, "enter": recommendations.enter},
        ),
    ),
    cards={
        "materials": CardKind(materials_card.render, (MaterialTap,), shows=(Thing.PEOPLE,)),
        "requests": CardKind(requests_card.render, (CentreTap,), shows=(Thing.MATERIALS, Thing.CENTRE)),
        "centre": CardKind(centre_card.render, (CentreTap,)),
        "centres": CardKind(centre_card.render_list, (CentreTap,), shows=(Thing.CENTRE,)),
        "recommendations": CardKind(
            recommendations_card.render,
            (RecommendationTap,),
            shows=(Thing.RECOMMENDATIONS, Thing.PROTOCOLS, Thing.TASKS),
        ),
    },
    words={
        materials.TEXT_KIND: materials.text_words,
        materials.REPLY_KIND: materials.reply_words,
        changing.WORDS_KIND: changing.change_words,
        centre.NEW_KIND: centre.new_words,
        centre.FILES_KIND: centre.own_words,
        centre.ANSWER_KIND: centre.answer_words,
        centre.CHANGE_KIND: centre.change_words,
        recommendations.SEARCH_KIND: recommendations.search_words,
    },
    files={
        materials.REPLY_KIND: materials.reply_file,
        centre.FILES_KIND: centre.own_file,
        centre.ANSWER_KIND: centre.answer_file,
    },
)
