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
    r"\b(?:исполнен|отвечен|ответ дан|дан ответ|ответ направлен|направлен ответ|ответ отправлен|решен|закрыт|"
    r"разъяснен|снят с контроля|выполнен|рассмотрен|ответ опубликован)"
)
_DONE_ON = re.compile(r"\b(?:исп|отв|вып)\.?\s{0,2}(?=\d{1,2}[./]\d)", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\bне (?:исполнен|отвечен|решен|закрыт|выполнен|рассмотрен)|продлен|на контроле|в работе"
)


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
        self._refuted = {status_key(word) for mapping in mappings for word in mapping.refuted}
        self._important = {status_key(word) for mapping in mappings for word in mapping.important}
        self.meaning = lru_cache(maxsize=4096)(self._meaning)

    def _meaning(self, word: str) -> Status | None:
        return self._known.get(status_key(word))

    def refutes(self, word: str) -> bool:
        """Whether the citizen does not accept the answer."""
        return bool(self._refuted) and status_key(word) in self._refuted

    def raises(self, word: str) -> bool:
        """Whether a column of importance says that it is raised."""
        return status_key(word) in self._important

    def of_mark(self, mark: str) -> Status | None:
        """What a mark says: of an answer, of none yet, or nothing that is understood."""
        words = normalise_words(mark)
        if _NOT_DONE.search(words):
            return Status.OPEN
        if _DONE.search(words) or _DONE_ON.search(mark):
            return Status.ANSWERED
        letters = " ".join(word for word in mark.split() if not any(char.isdigit() for char in word))
        said = _AROUND_A_DATE.sub(" ", normalise_words(letters)).strip()
        return self.meaning(said) if said else Status.ANSWERED
