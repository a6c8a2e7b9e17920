"""Ways to reach a person: addresses of mail, links, accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.messages.masking.beginnings import begun
from domain.messages.masking.hints import (
    ACCOUNT,
    ACCOUNT_NUMBER,
    DOG,
    FOREIGN,
    SITE,
    SPELLED_LINK,
)
from domain.messages.masking.words import Span, Word

_NEAR = 70  # characters on either side of an «at» in which an address of mail lies
_AT = re.compile(
    r"@|[(\[{<]\s?(?:at|ат|эт|собака|собачка|гав|dog)\s?[)\]}>]|\b(?:собака|dog|at)\b", re.IGNORECASE
)
_MAILBOX = re.compile(
    r"(?:(?:[\w.+-]\s){3,30}|(?:[\w.+-]{1,40}\s?[(\[]?(?:точка|dot|тчк)[)\]]?\s){0,2}[\w.+-]{1,64}\s{0,2})$",
    re.IGNORECASE,
)
_ZONES = "ru|рф|com|net|org|su|by|kz|ua|me|info|biz|io|ру|ком|inbox"
_DOMAIN = re.compile(
    rf"\s{{0,2}}[\w-]{{1,40}}(?:\s?(?:\.|[(\[]?(?:точка|dot|тчк)[)\]]?)\s?[\w-]{{1,40}}){{0,3}}?"
    rf"\s?(?:\.|[(\[]?(?:точка|dot|тчк)[)\]]?)\s?(?:{_ZONES})(?!\w)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:yandex|яндекс|gmail|mail|м[еэ]йл|маил|майл|rambler|bk|list|inbox|icloud|outlook|hotmail)",
    re.IGNORECASE,
)
# «собака мэйл ру»: a post office that is known, its dot left out.
_SPOKEN = re.compile(rf"\s{{0,2}}(?:{_POST.pattern}|лист|бк)\s(?:ру|ком|ru|com)(?!\w)", re.IGNORECASE)
_BARE = re.compile(r"\s{0,2}[\w-]{1,40}(?:\.[\w-]{2,40}){1,4}")

_OFFICIAL = re.compile(
    r"(?:[\w-]{1,40}\.){0,4}(?:gosuslugi\.ru|gov\.ru|permkrai\.ru|mos\.ru|nalog\.ru|kremlin\.ru|"
    r"rosreestr\.ru|"
    r"rosatom\.ru|pravo\.ru|consultant\.ru|garant\.ru|reformagkh\.ru|sfr\.ru|tchaik\.ru|"
    r"chaikovskiyregion\.ru)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:https?://|www\.)(?=\w)", re.IGNORECASE)
_REST = re.compile(r"[^\s<>«»\"]{1,2000}")
_SOCIAL = re.compile(
    r"(?<![\w.-])(?:m\.|www\.)?(?:vk\.(?:com|ru|me)|vkontakte\.ru|ok\.ru|odnoklassniki\.ru|t\.me|"
    r"telegram\.me|tg://|wa\.me|"
    r"instagram\.com|facebook\.com|fb\.com|youtube\.com|youtu\.be|rutube\.ru|dzen\.ru|tiktok\.com|"
    r"twitter\.com|"
    r"x\.com|max\.ru|viber\.me|avito\.ru|youla\.ru|my\.mail\.ru|disk\.yandex\.ru|drive\.google\.com|"
    r"вк\.(?:ком|ру)|skype:|viber://|[\w-]{1,40}\.livejournal\.com)[^\s<>«»\",;]{0,500}",
    re.IGNORECASE,
)
_SPELLED_LINK = re.compile(
    r"(?<!\w)(?:vk|вк|ok|ок|t|т)\s?(?:точка|dot|[.,])\s?(?:com|ком|ru|ру|me|ми)\s?(?:сл[эе]ш|slash|дробь|/)\s?[\w.@-]{2,60}",
    re.IGNORECASE,
)
# «clck.ru/3AbC»: what lies somewhere under an address that is no office's.
_UNDER = re.compile(
    rf"(?<![\w.@/-])(?:[\w-]{{1,40}}\.){{1,4}}(?:{_ZONES}|cc|ly|gle|be)/[^\s<>«»\",;]{{1,500}}", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"[A-Za-z@_/]|вк\.ком|айди|точка"
)  # without any of these there is neither a link nor an account
_NICK = re.compile(r"(?<![\w@.])@[A-Za-zА-Яа-яЁё0-9]\w{1,40}")
_NUMBERED = re.compile(
    r"(?<!\w)(?:id|айди\s?:?\s?|club|public|profile|wall)-?\d{4,15}(?:_\d{1,10})?(?!\w)", re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:телеграмм?[а-я]{0,2}|telegram|тг|тг\.?-?канал|вк|vk|вконтакте|инстаграмм?[а-я]?|"
    r"инст[аеу]|instagram|"
    r"скайпе?|skype|ник(?:нейм)?(?:ом)?|nick|аккаунт[а-я]{0,2}|логин[а-я]{0,2}|login|"
    r"одноклассник[а-я]{1,2}|вайбере?|viber|"
    r"ватсапе?|вацапе?|whatsapp|дискорде?|discord|тикток[а-я]{0,2}|tiktok|max|макс[еу]?|"
    r"профил[а-я]{1,2}|страниц[а-я]{1,2})"
    r"(?:\s(?:на|в|от)\s[а-я]{4,15})?(?P<gap>[\s:=—–(\"«-]{1,4})(?:(?:под|ник(?:ом)?|имя|как|это|мой|по|с|—|-)[\s:]{1,2}){0,2}"
    r"(?P<name>@?[A-Za-z][A-Za-z0-9_.:]{2,40}|[A-Za-zА-Яа-я0-9]{1,20}_[\w.]{1,30})(?!\w)",
    re.IGNORECASE,
)


def contacts(text: str, words: Sequence[Word], hints: int) -> Iterator[Span]:
    """Where they stand in the text."""
    if hints & DOG or "@" in text:
        yield from _mail(text)
    foreign = hints & FOREIGN or any(sign in text for sign in "@_/")
    if not foreign or _FOREIGN.search(text) is None:
        return
    for found in begun(_SPELLED_LINK, text, words, SPELLED_LINK):
        yield found.span()
    if hints & SITE:
        yield from _links(text)
    for found in _NICK.finditer(text) if "@" in text else ():
        yield found.span()
    for found in begun(_NUMBERED, text, words, ACCOUNT_NUMBER):
        yield found.span()
    for found in begun(_ACCOUNT, text, words, ACCOUNT):
        yield found.span("name")


def _mail(text: str) -> Iterator[Span]:
    for at in _AT.finditer(text):
        box = _MAILBOX.search(text[max(at.start() - _NEAR, 0) : at.start()])
        if box is None:
            continue
        said = at[0].isalpha()  # in plain words a dog may be a dog: a known post office has to follow
        post = _DOMAIN.match(text, at.end(), at.end() + 3 * _NEAR)
        post = post or _SPOKEN.match(text, at.end(), at.end() + 3 * _NEAR)
        if post is None and not said:
            post = _BARE.match(text, at.end(), at.end() + 3 * _NEAR)
        if post is None or (said and not _POST.search(post[0])):
            continue
        yield at.start() - len(box[0]), post.end()


def _links(text: str) -> Iterator[Span]:
    for found in _SOCIAL.finditer(text):
        yield found.span()
    for found in _UNDER.finditer(text):
        if not _OFFICIAL.match(found[0]):
            yield found.span()
    last = 0
    for scheme in _SCHEME.finditer(text):
        if scheme.start() < last:
            continue
        rest = _REST.match(text, scheme.end())
        last = rest.end() if rest else scheme.end()
        if rest is None or _OFFICIAL.match(rest[0].removeprefix("www.")):
            continue
        yield scheme.start(), scheme.end() + len(rest[0].rstrip(".,;:!?)"))
