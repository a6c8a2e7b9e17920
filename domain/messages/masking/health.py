"""What a text says of somebody's health: a special category of personal data (152-ФЗ, ст. 10).

The word alone says nothing of anybody («нет лекарств от диабета»): only beside one's own or one's family.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from domain.messages.masking.beginnings import begun
from domain.messages.masking.gazetteer import is_institution
from domain.messages.masking.hints import ILLNESS
from domain.messages.masking.words import Span, Word

_OF = r"(?:\s(?:\d|[1-3]-?й|I{1,3}|перв\w{2}|втор\w{2}|треть\w{1,3})\s(?:типа|группы|степени|стадии))?"
_ILLNESS = re.compile(
    r"(?<![^\W_])(?:онкологи(?:я|и|ю|ей)|онкобольн\w{2,3}|рак(?:а|ом|е|у)?\s(?:[а-яё]{2,12}ой\s)?(?:л[её]гк\w{2}|груди|"
    r"крови|желудка|кожи|печени|мозга|почки|железы|кишечника|шейки\sматки|горла)|"
    r"(?:сахарн\w{2,3}\s)?диабет\w{0,3}|инсульт\w{0,2}|инфаркт\w{0,2}|эпилепси\w{1,2}|эпилептик\w{0,2}|"
    r"шизофрени\w{1,2}|деменци\w{1,2}|альцгеймер\w{0,2}|паркинсон\w{0,3}|аутизм\w{0,2}|аутист\w{0,2}|дцп|"
    r"вич(?:-?\w{5,20})?|спид(?:ом|а)|гепатит\w{0,2}|туберкул[её]з\w{0,2}|лейкоз\w{0,2}|астм\w{1,2}|"
    r"ампутаци\w{1,2}(?:\s(?:ног|рук|стоп)\w)?|паралич\w{0,2}|парализован\w{0,3}|"
    r"перелом\w{0,2}\s(?:шейки\s)?(?:бедра|ног\w|рук\w|позвоночника)|глауком\w{1,2}|катаракт\w{1,2}|"
    r"цирроз\w{0,2}|псориаз\w{0,2}|рассеянн\w{2,3}\sсклероз\w{0,2}|стенокарди\w{1,2}|ишеми\w{1,2}|гипертони\w{1,2}|алкоголизм\w{0,2}|наркомани\w{1,2}|волчанк\w{1,2}|"
    r"депресси\w{1,2}|психическ\w{2,3}\s(?:расстройств\w{1,2}|заболевани\w{1,2})|"
    r"умственн\w{2,3}\sотсталост\w{1,2}|синдром\w{0,2}\sдауна|беременн\w{1,2}|химиотерапи\w{1,2}|"
    r"(?:гемо)?диализ\w{0,2}|инвалид\w{0,4}\s(?:[1-3]|I{1,3}|перв\w{2}|втор\w{2}|треть\w{1,3})(?:-?[йя])?\s(?:группы|гр\.?)|"
    rf"рак(?:ом)?|инвалидност\w{{1,2}}|инвалид\w{{0,2}}\s(?:с\s)?детства){_OF}(?![^\W_])",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"мам\w{1,2}|мать|матер\w{1,2}|пап\w{1,2}|от(?:ец|ц\w{1,2})|муж\w{0,2}|жен[аеуойы]{1,2}|супруг\w{0,2}|"
    r"сын\w{0,2}|доч\w{1,4}|бабушк\w{1,2}|дед(?:ушк\w{1,2}|\w{0,2})|вну(?:к|ч)\w{0,3}|брат\w{0,2}|сест[её]?р\w{1,2}|"
    r"реб[её]н\w{1,4}|сосед\w{0,4}|т[её]щ\w{1,2}|свекров\w{1,2}|т[её]т\w{1,2}|дяд\w{1,2}|племянни\w{1,3}|мо(?:й|я|ей|его|ему|ю)|"
    r"диагноз\w{0,2}|бол(?:ею|ен|ьна)|страда\w{2,4}"
)
_ONESELF = frozenset(("я", "мне", "меня", "мной", "него", "неё", "нее", "ему", "ей"))
_FAR, _NEAR = 6, 4  # words between somebody of the family, or oneself, and what is said of their health
_ENDS = re.compile(r"[.!?\n]")


def health(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Where it is said in the text."""
    found = list(begun(_ILLNESS, text, words, ILLNESS))
    if not found:
        return
    starts = [word.start for word in words]
    for illness in found:
        first = bisect_left(starts, illness.start())
        after = bisect_left(starts, illness.end())
        before = [
            one for one in words[max(first - _FAR, 0) : first] if _together(text, one.end, illness.start())
        ]
        behind = [one for one in words[after : after + _NEAR] if _together(text, illness.end(), one.start)]
        if _of_somebody(before, behind):
            yield illness.span()


def _of_somebody(before: Sequence[Word], after: Sequence[Word]) -> bool:
    if any(is_institution(word.lower) or word.lower in ("врача", "врачей", "лекарств") for word in before):
        return False
    near = [*before[-_NEAR:], *after]
    return any(_FAMILY.fullmatch(word.lower) for word in [*before, *after]) or any(
        word.lower in _ONESELF for word in near
    )


def _together(text: str, start: int, end: int) -> bool:
    """Whether both stand in one sentence."""
    return _ENDS.search(text, start, end) is None
