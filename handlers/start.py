"""`/start` and `/help`: what waits for you, and what you can do; made from what the rooms say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from domain.office.keyboard import packed
from domain.office.outbox import Button, Card, Screen
from domain.office.refusal import Refusal
from domain.office.shown import Thing
from domain.people.names import courteous_name
from domain.people.roster import Actor, Standing
from domain.unit_of_work import Office
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import ALL, MEMBERS, Menu, menu_of
from handlers.chat.parts import button
from handlers.chat.request import Request
from handlers.chat.taps import CommandTap
from handlers.chat.view import View
from handlers.readiness import HOW_TO, StartTap, how_to, steps

_LEAST, _MOST = 3, 5
_SHOWS = (
    Thing.PEOPLE,
    Thing.MEETINGS,
    Thing.MESSAGES,
    Thing.TASKS,
    Thing.PROTOCOLS,
    Thing.PROPOSALS,
    Thing.INVITATIONS,
)


def around(rooms: Sequence[Feature]) -> tuple[Feature, ...]:
    """The rooms between `/start`, the first command of every menu, and `/help`, the last."""

    async def help_(request: Request) -> None:
        await show_help(request, rooms)

    async def render(view: View) -> Screen | None:
        actor = _who_looks(view)
        if actor is None:
            return None
        page = view.card.content.get("page")
        if page == "more":
            return _everything(view, actor, rooms)
        if page in HOW_TO and (shown := await how_to(view, page)) is not None:
            return shown
        return await _what_waits(view, actor, rooms)

    return (
        Feature(
            commands=(Command("start", show_start, ALL),),
            taps=(Taps(StartTap, dict.fromkeys(("more", "back", "hide", *HOW_TO), turn)),),
            cards={"start": CardKind(render, (StartTap,), _SHOWS)},
        ),
        *rooms,
        Feature(commands=(Command("help", help_, ALL - {Menu.STRANGER}),)),
    )


async def show_start(request: Request) -> None:
    """What waits for this person, on a live card; a refusal for a stranger."""
    actor = request.actor
    if actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    menu = menu_of(actor, await request.roster())
    await request.uow.outbox.menu(actor.user_id, menu, actor.language)
    subject = f"start:{actor.seat or 0}"
    former = await request.uow.outbox.of_subject(request.chat_id, "start", subject)
    await request.uow.outbox.remove_kind(request.chat_id, "start")
    await request.uow.outbox.card(request.chat_id, "start", subject, _kept(former))


async def turn(request: Request, tap: StartTap) -> None:
    """«Ещё»: everything that one can do; how a step is done; «Назад»; «Скрыть» what is ready."""
    card = await request.card()
    content = _kept(card) | ({"hidden": True} if tap.act == "hide" else {})
    page = {} if tap.act in ("back", "hide") else {"page": tap.act}
    await request.uow.outbox.turn(card, content | page)


def _kept(card: Card | None) -> dict[str, Any]:
    """Whether the first evening is hidden, which the next greeting knows from the one before."""
    return {"hidden": True} if card is not None and card.content.get("hidden") else {}


async def show_help(request: Request, rooms: Sequence[Feature]) -> None:
    """Short help by role, with the clauses."""
    if request.actor.standing is Standing.STRANGER:
        raise Refusal("stranger")
    texts = request.own_texts
    menu = menu_of(request.actor, await request.roster())
    names = ("start", *_names(request.office, rooms, menu), "help")
    commands = [f"/{name} — {texts(f'command-{name}')}" for name in names]
    said = [texts(f"help-{_name(role)}") for role in _capacities(menu)]
    await request.show(Screen("\n".join([*said, "", *commands])))


def _who_looks(view: View) -> Actor | None:
    chat = view.card.chat_id
    if view.actor is None and chat in view.office.admins:
        return Actor(chat, Standing.ADMIN, admin=True)
    return view.actor


async def _what_waits(view: View, actor: Actor, rooms: Sequence[Feature]) -> Screen:
    """Three to five buttons that fit the moment, the commands of daily use where fewer things wait."""
    menu = menu_of(actor, view.roster)
    waits = [one for room in rooms for waiting in room.waits for one in await waiting(view, actor)]
    waits.sort(key=lambda one: not one.urgent)
    evening = await steps(view) if view.chairs and not view.card.content.get("hidden") else []
    ahead = [one.next for one in evening if not one.done]
    lines = [one.line for one in waits]
    last = [button(view, "more", StartTap(act="more").pack())]
    if ahead:
        done = view.texts("start-ready", done=len(evening) - len(ahead), steps=len(evening))
        lines += [*([""] if lines else []), done, *(one.line for one in evening)]
        last.insert(0, button(view, "hide", StartTap(act="hide").pack()))
    daily = () if ahead else (_command(view, name) for name in _names(view.office, rooms, menu))
    buttons = _fitting([button for one in waits for button in one.buttons] + ahead, daily)
    text = [*_greeting(view, actor, menu), "", *(lines or [view.texts("start-nothing")])]
    return Screen("\n".join(text), packed([*buttons, *last]))


def _greeting(view: View, actor: Actor, menu: Menu) -> list[str]:
    name = courteous_name(actor.name) or view.office.profile.short_name
    lines = [view.texts("start-heading", day=view.now, name=name)]
    said = [role for role in _capacities(menu) if role not in MEMBERS]
    unit = view.office.profile.unit(actor.unit).title if actor.unit else ""
    whom = view.called(actor.assists) if actor.assists is not None else ""
    absence = view.roster.absence(actor.seat) if menu is Menu.HEAD_AWAY and actor.seat is not None else None
    until = absence.last if absence is not None else view.now.date()
    who = view.called(view.duties.seat) if view.duties is not None else "none"
    words = {"unit": unit, "assisted": whom, "until": until, "who": who}
    return [*lines, *(view.texts(f"start-{_name(role)}", **words) for role in said)]


def _capacities(menu: Menu) -> list[Menu]:
    """In what this person is spoken of: a member who keeps the protocols in both."""
    if menu is Menu.HEAD_AWAY:
        return [menu]
    member = sorted(menu.roles & MEMBERS)
    return [*member, Menu.SECRETARY] if Menu.SECRETARY in menu.roles else member or [menu]


def _name(menu: Menu) -> str:
    return menu.value.replace("_", "-")


def _fitting(fit: Iterable[Button], daily: Iterable[Button]) -> list[Button]:
    wanted = {one.data: one for one in fit}
    chosen = list(wanted.values())[:_MOST]
    others = (one for one in daily if one.data not in wanted)
    return chosen + [one for _, one in zip(range(_LEAST - len(chosen)), others, strict=False)]


def _everything(view: View, actor: Actor, rooms: Sequence[Feature]) -> Screen:
    names = (*_names(view.office, rooms, menu_of(actor, view.roster)), "help")
    back = button(view, "back", StartTap(act="back").pack())
    return Screen(
        view.texts("start-everything"), (*packed((_command(view, one) for one in names), 2), (back,))
    )


def _command(view: View, name: str) -> Button:
    return Button(view.texts(f"command-{name}"), CommandTap(name=name).pack())


def _names(office: Office, rooms: Sequence[Feature], menu: Menu) -> list[str]:
    known = [command for room in rooms for command in room.commands if command.stands_in(menu)]
    return [command.name for command in known if office.page or not command.of_page]
