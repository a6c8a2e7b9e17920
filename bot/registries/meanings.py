"""What a column is by the sense of its header, where the profile does not name the header itself."""

from __future__ import annotations

import re
from functools import lru_cache

_DATE_OF = r"(?:дата|дата и время|дата время|день|когда)(?: и номер)? "
_OF_RECEIPT = (
    r"(?:(?:по)?ступлени\w*|пост|поступил\w*|получени\w*|получ|подач\w*|подан\w*|создани\w*|создан\w*|приема|"
    r"публикаци\w*|размещени\w*|обращени\w*|сообщени\w*|заявк\w*|инцидент\w*|входящ\w*|вх)"
)
_OF_ANSWER = (
    r"(?:(?:фактическ\w* |официальн\w* |перв\w* |итогов\w* |окончательн\w* |отправк\w* |направлени\w* )*"
    r"ответ\w*|закрыти\w*|закрыт\w*|решени\w*|исполнени\w*|исп|завершени\w*|выполнени\w*|отработки)"
)
_PLANNED = re.compile(r"срок|план|контрол|предельн|до\b|должн|крайн")
_NOT_OF_THE_MESSAGE = re.compile(
    r"телефон|дом[а]?\b|паспорт|квартир|ответ|исх|индекс|п п|почт|аккаунт|инн|снилс|документ|распоряжен"
)
_AFTER_THE_MESSAGE = re.compile(r"ответ|решени|резолюц|исполнени|примечани|заявител|автор")

# In this order, each for a column that nothing before it took; what the second pattern finds speaks against.
MEANINGS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = tuple(
    (field, re.compile(pattern), against)
    for field, pattern, against in (
        ("answered_mark", r"(?:отметка|сведения|информация|отм) (?:об |о )(?:исп\w*|ответ\w*|закрыти\w*|"
         r"выполнении|решении)|(?:исполнено|исполнение|результат рассмотрения дата|ответ дата)", _PLANNED),
        ("answered_at", rf"{_DATE_OF}(?:\w+ )?{_OF_ANSWER}\b.*|(?:ответ (?:дан|направлен|отправлен|"
         r"опубликован)|отвечено|закрыто|закрыта|решено|исполнено) ?(?:дата)?", _PLANNED),
        ("number_and_date", r"(?:дата и (?:номер|рег номер|регистрационный номер)|"
         r"(?:рег |регистрационный )?номер и дата|номер дата|дата номер)(?: .*)?",
         re.compile("ответ|исх|договор|исполнен")),
        ("answered_time", rf"время {_OF_ANSWER}", _PLANNED),
        ("registered_time", r"время (?:регистрации|рег)", None),
        ("received_time", rf"время(?: {_OF_RECEIPT}.*)?", _PLANNED),
        ("registered_at", rf"{_DATE_OF}(?:рег\w*|постановки на учет)\b.*|зарегистрирован\w*", _PLANNED),
        ("received_at", rf"{_DATE_OF}{_OF_RECEIPT}\b.*|{_OF_RECEIPT[:-1]})|дата",
         re.compile(r"срок|план|контрол|предельн|ответ|статус|номер|рег\b|тема|текст|источник|канал|вид\b|тип\b")),
        ("number", r"(?:номер|id|идентификатор|код|уникальный номер|вх номер|входящий номер|рег номер|"
         r"регистрационный номер)(?: .*)?|.* номер", _NOT_OF_THE_MESSAGE),
        ("text", r"(?:полный |краткий |исходный )?(?:текст|содержание|краткое содержание|суть|описание|"
         r"существо|формулировка|сообщение|обращение|жалоба|проблема|комментарий)(?: .*)?",
         _AFTER_THE_MESSAGE),
        ("topic_group", r"(?:группа|категория|раздел|рубрика)(?: .*)?", re.compile("заявител|автор|льгот")),
        ("topic", r"(?:тема|тематика|подкатегория|вопрос|подтема|рубрика)(?: .*)?", None),
        ("executor", r"(?:исполнитель|исп|ответственн\w*|подразделение|структурное подразделение|отдел|"
         r"орган|ведомство|кому (?:передано|поручено|расписано|направлено))(?: .*)?",
         re.compile("дата|срок|телефон|номер|комментар|действи|согласован")),
        ("status", r"(?:статус|состояние|стадия|этап)(?: .*)?", re.compile("дата|время|заявител|автор")),
        ("author", r"(?:заявитель|фио|автор|гражданин|от кого|обратившийся|фамилия)(?: .*)?",
         re.compile("исполн|ответ|дата|адрес|телефон|аккаунт|ссылк|email|почт|оператор|сотрудник")),
        ("place", r"(?:адрес|место|населенный пункт|местоположение|территория)(?: .*)?",
         re.compile("страниц|электрон|почт|сайт|email|аккаунт")),
        ("url", r"(?:ссылка|url|урл)(?: .*)?", re.compile("ответ|автор|фото")),
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def meanings_of(header: str) -> tuple[str, ...]:
    """The fields that a (normalised) header may speak of, the likeliest first."""
    return tuple(
        field
        for field, pattern, against in MEANINGS
        if pattern.fullmatch(header) and not (against and against.search(header))
    )
