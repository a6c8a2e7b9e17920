"""What the words of a status column mean: by the profile, by what a person said, whatever their gender."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.registries.headers import normalise_words
from bot.registries.moments import without_dates
from domain.imports.understanding import Importance
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
# Of no answer, of one that was taken back, of a draft, of what was passed on or put off: beside the date of
# an answer nobody knows which of them is right.
_DENIES = re.compile(
    rf"{_NOT_CERTAIN.pattern.replace('не', 'не(?! в срок)', 1)}|\bбез ответа\b|\bнет ответа\b|\bвозобновл|"
    r"\bпереоткры|\bповторно (?:открыт|в работ|на рассмотр)|\bоткрыт\w* (?:повторно|заново)|"
    r"\bна (?:контрол|рассмотрени|исполнени|утвержден|визирован|проверк)|\bсогласовани[ея]|\bпроверка|"
    r"\bперенаправл|\bпереадрес|\bпереслан|\bпередан|\bпродлен|\bотложен|\bприостан|\bчернов|\bподготов|"
    r"\bотозван|\bотклонен|\bаннулир|\bдубл|\bзапланир|\bуточн|\bзапрош"
)
_MARK_DENIES = re.compile(rf"(?:(?:ответ|закрыт|исполнен)\w* )?(?:{_DENIES.pattern})")
# Of what comes after an answer, or is one.
_AFTER_AN_ANSWER = re.compile(
    r"\b(?:в дело|архив|списан|завершен|отказан|поддержан|разъяснен|удовлетворен|меры приняты|оценк|оценен|"
    r"прочитан|просмотрен|ответ)"
)
_INTERIM = re.compile(r"\bпромежуточн\w*(?: ответ\w*)?|\bответ\w* промежуточн\w*")
_LONGEST_MARK = 60  # a longer one tells a story
_TICKS = frozenset("+✓✔☑√")


# What stands beside a date in a mark and says nothing of the answer: «исх. № 12 от».
_AROUND_A_DATE = re.compile(r"\b(?:исх\w*|от|за|г|номер|письмо\w*)\b")


def status_key(word: str) -> str:
    """A word of a column to compare by: «Закрыта» is «закрыт», and so is «Закрыто 20.10.2026».

    A mark alone («!!!») is what it is.
    """
    key = " ".join(_ENDING.sub("", one) for one in normalise_words(without_dates(word)).split())
    return key or ("" if any(map(str.isdigit, word)) else word.strip())


class StatusWords:
    """Statuses by their words; later mappings and what a person said have the last say."""

    def __init__(
        self,
        mappings: Sequence[RegistryMapping],
        said: Mapping[str, Status],
        importances: Mapping[str, Importance] | None = None,
    ) -> None:
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
        self._importances = {
            **{status_key(word): Importance.ORDINARY for one in mappings for word in one.ordinary},
            **{status_key(word): Importance.RAISED for one in mappings for word in one.important},
            **(importances or {}),
        }
        self.meaning = lru_cache(maxsize=4096)(self._meaning)
        self.denies = lru_cache(maxsize=4096)(self._denies)

    def _meaning(self, word: str) -> Status | None:
        known = self._known.get(status_key(word))
        return Status.OPEN if known is None and _NOT_DONE.fullmatch(normalise_words(word)) else known

    def refutes(self, word: str) -> bool:
        """Whether the citizen does not accept the answer."""
        return bool(self._refuted) and status_key(word) in self._refuted

    def was_said(self, word: str) -> bool:
        """Whether a person said what the status means."""
        return status_key(word) in self._told

    def _denies(self, word: str) -> bool:
        """Whether the status speaks against the date of an answer that stands beside it, or may do so."""
        known = self.meaning(word)
        if not word or known is Status.ANSWERED:
            return False
        words = normalise_words(word)
        if self.was_said(word) or _DENIES.search(words):
            return True
        return not (known or _DONE.search(words) or _AFTER_AN_ANSWER.search(words))

    def mark_denies(self, mark: str) -> bool:
        """The same of a mark, in which anything may stand: only what speaks against it for certain."""
        if len(mark) > _LONGEST_MARK or self.meaning(mark) is Status.ANSWERED:
            return False
        return _MARK_DENIES.match(normalise_words(mark)) is not None

    def is_interim(self, word: str) -> bool:
        """Whether it tells of an interim answer and of no other; a person may have said what it means."""
        if "ромежуточн" not in word.casefold() or self.was_said(word):
            return False
        words = normalise_words(word)
        rest = _INTERIM.sub(" ", words)
        return (
            rest != words
            and not (_NOT_CERTAIN.search(rest) or _NOT_DONE.search(rest) or "окончательн" in rest)
            and (_DONE.search(rest) is None)
        )

    def importance(self, word: str) -> Importance | None:
        """What a column of importance says; None where the word is not known."""
        return self._importances.get(status_key(word)) if word else Importance.ORDINARY

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
