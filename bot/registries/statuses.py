"""What the words of a status column mean: by the profile, by what a person said, whatever their gender."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.registries.headers import normalise_words
from bot.registries.moments import without_dates
from domain.messages.message import Status
from domain.office.profile import RegistryMapping

_ENDING = re.compile(r"(?<=\w{3})(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|[аоыи])$")
# In a mark there stands more than the word: «исполнено 20.10.2026 исх. 12».
_DONE = re.compile(
    r"\b(?:(?:исполнен|отвечен|решен|закрыт|разъяснен|выполнен|рассмотрен)(?:о|а|ы|ный|ная|ное|ные)?|"
    r"снят[оаы]? с контроля|ответ (?:дан|направлен|отправлен|опубликован)|"
    r"(?:дан|направлен|отправлен) ответ)\b"
)
_DONE_ON = re.compile(r"\b(?:исп|отв|вып)\.?\s{0,2}(?=\d{1,2}[./]\d)", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\bне (?:исполнен|отвечен|решен|закрыт|выполнен|рассмотрен|дан|направлен|отправлен)\w*(?: ответ\b)?|"
    r"\bответ\w* (?:еще )?не (?:дан|направлен|отправлен|готов)\w*|\bбез ответа\b|\bпродлен\w*|"
    r"\bна (?:контроле|исполнении|рассмотрении)\b|\bв работе\b"
)
# Of a step on the way, of a part, of what is to come: nobody may take it for an answer, or for none.
_NOT_CERTAIN = re.compile(
    r"\bне\b|\bчастич|\bбуд[еу]т\b|\bпланир|\bпроект|\bна (?:согласован|подпис|доработ|исполнение)|\bожида|"
    r"\bготовит|\bпромежуточн|\bпредварительн|\bотменен|\bвозвращ"
)
# Of an answer that was taken back, or of none: beside the date of one nobody knows which of them is right.
_DENIES = re.compile(
    r"\bне (?:исполнен|отвечен|решен|выполнен|рассмотрен|дан\b)|\bбез ответа\b|\bнет ответа\b|\bвозобновл|"
    r"\bпереоткры|\bповторно (?:открыт|в работ|на рассмотр)|\bоткрыт\w* (?:повторно|заново)|\bна доработк|"
    r"\bвозвращен\w*|\bответ\w* отменен"
)
_TICKS = frozenset("+✓✔☑√")


# What stands beside a date in a mark and says nothing of the answer: «исх. № 12 от».
_AROUND_A_DATE = re.compile(r"\b(?:исх\w*|от|за|г|номер|письмо\w*)\b")


def status_key(word: str) -> str:
    """A status's word to compare by: «Закрыта» is «закрыт», and so is «Закрыто 20.10.2026»."""
    return " ".join(_ENDING.sub("", one) for one in normalise_words(without_dates(word)).split())


class StatusWords:
    """Statuses by their words; later mappings and what a person said have the last say."""

    def __init__(self, mappings: Sequence[RegistryMapping], said: Mapping[str, Status]) -> None:
        self._known: dict[str, Status] = {}
        for mapping in mappings:
            for words, status in (
                ((*mapping.open, *mapping.refuted), Status.OPEN),
                (mapping.answered, Status.ANSWERED),
                (mapping.withdrawn, Status.WITHDRAWN),
                (mapping.not_ours, Status.NOT_OURS),
                (mapping.rejected, Status.REJECTED),
            ):
                self._known.update({status_key(word): status for word in words})
        self._known.update(said)
        self._told = said
        self._refuted = {status_key(word) for mapping in mappings for word in mapping.refuted}
        self._important = {status_key(word) for mapping in mappings for word in mapping.important}
        self.meaning = lru_cache(maxsize=4096)(self._meaning)

    def _meaning(self, word: str) -> Status | None:
        known = self._known.get(status_key(word))
        return Status.OPEN if known is None and _NOT_DONE.fullmatch(normalise_words(word)) else known

    def refutes(self, word: str) -> bool:
        """Whether the citizen does not accept the answer."""
        return bool(self._refuted) and status_key(word) in self._refuted

    def was_said(self, word: str) -> bool:
        """Whether a person said what the status means."""
        return status_key(word) in self._told

    def denies(self, word: str) -> bool:
        """Whether the status speaks against the date of an answer that stands beside it."""
        if not word or self.meaning(word) is Status.ANSWERED:
            return False
        return _DENIES.search(normalise_words(word)) is not None

    def raises(self, word: str) -> bool:
        """Whether a column of importance says that it is raised."""
        return status_key(word) in self._important

    def of_mark(self, mark: str) -> Status | None:
        """What a mark says: of an answer, of none yet, or nothing that is understood."""
        words = normalise_words(mark)
        rest = _NOT_DONE.sub(" ", words)
        done = _DONE.search(rest) or _DONE_ON.search(mark)
        if not _NOT_CERTAIN.search(rest) and not (done and rest != words):
            if rest != words:
                return Status.OPEN
            if done:
                return Status.ANSWERED
        letters = " ".join(word for word in mark.split() if not any(char.isdigit() for char in word))
        said = _AROUND_A_DATE.sub(" ", normalise_words(letters)).strip()
        if said:
            return self.meaning(said)
        return Status.ANSWERED if any(map(str.isdigit, mark)) or mark.strip() in _TICKS else None
