"""A post's card: its text as it will stand, whose word it waits for, what came of it."""

from __future__ import annotations

from domain.figures.wording import FigureWording
from domain.office.outbox import Button, Screen
from domain.posts.post import TEXT_LIMIT, Publication, PublicationState, PublicChannel
from handlers.chat.view import View
from handlers.posts.taps import PostTap

Rows = tuple[tuple[Button, ...], ...]


async def render(view: View) -> Screen | None:
    """The draft, the question to the head, or the end."""
    post = await view.uow.publications.get(int(view.card.key))
    if post is None:
        return None
    channel = await view.uow.publications.channel()
    page = str(view.card.content.get("page", ""))
    lines = [_heading(view, post), "", view.texts("post-shown", text=post.text)]
    undecided = post.state in (PublicationState.DRAFT, PublicationState.WAITING)
    if undecided and page in ("edit", "channel"):
        lines += ["", view.texts(f"post-ask-{page}", limit=TEXT_LIMIT)]
        return Screen("\n".join(lines), ((_button(view, post, "back", "back"),),))
    if not undecided:
        state, rows = await _end(view, post, channel)
        return Screen("\n".join([*lines, "", state]), rows)
    length = len(post.text.encode("utf-16-le")) // 2
    lines += ["", view.texts("post-length", count=length, limit=TEXT_LIMIT)]
    lines.append(
        view.texts("post-channel", title=channel.title, known="yes")
        if channel
        else view.texts("post-channel", title="", known="here" if view.chairs else "no")
    )
    if await view.office.masked(post.text) != post.text:
        lines.append(view.texts("post-personal"))
    if post.state is PublicationState.WAITING:
        lines.append(view.texts("post-waits", mine="yes" if view.chairs else "no"))
    return Screen("\n".join(lines), _rows(view, post, channel))


def _heading(view: View, post: Publication) -> str:
    period = FigureWording.of(view.texts, view.office.profile).period(post.period)
    return view.texts("post-card", period=period, who=view.called(post.seat))


def _rows(view: View, post: Publication, channel: PublicChannel | None) -> Rows:
    edit = (_button(view, post, "edit-post", "edit"),)
    other = "month" if post.period.days < 8 else "week"
    period = (_button(view, post, f"post-{other}", "period", other),)
    bind = (_button(view, post, "bind-channel", "channel"),)
    cancel = _button(view, post, "cancel", "cancel")
    rows: list[tuple[Button, ...]] = []
    if post.state is PublicationState.DRAFT:
        name = "publish" if view.chairs else "submit-post"
        rows = [(_button(view, post, name, "submit"),), edit, period]
    elif view.chairs:
        rows = [(_button(view, post, "confirm", "confirm"), cancel), edit]
    if view.chairs and channel is None:  # there is nowhere to post yet
        rows[0] = bind if post.state is PublicationState.DRAFT else (*bind, cancel)
    if not (view.chairs and post.state is PublicationState.WAITING):
        rows.append((cancel,))
    return tuple(rows)


async def _end(view: View, post: Publication, channel: PublicChannel | None) -> tuple[str, Rows]:
    if post.state is PublicationState.CANCELLED:
        return view.texts("post-cancelled"), ()
    fate = await view.uow.outbox.fate(post.key)
    title = channel.title if channel else ""
    if post.state is PublicationState.APPROVED or fate is None:
        return view.texts("post-sending", title=title), ()
    if fate.failure is not None:
        again = ((_button(view, post, "publish-again", "again"),),) if view.chairs else ()
        return view.texts("post-failed", title=title, reason=fate.failure), again
    if fate.message_id is None:
        return view.texts("post-sending", title=title), ()
    rows: Rows = ()
    if channel is not None and channel.username:
        url = view.office.links.to_post(channel.username, fate.message_id)
        rows = ((Button(view.texts("button-open-post"), url=url),),)
    return view.texts("post-sent", title=title), rows


def _button(view: View, post: Publication, key: str, act: str, value: str = "") -> Button:
    return Button(view.texts(f"button-{key}"), PostTap(act=act, post=post.id, value=value).pack())
