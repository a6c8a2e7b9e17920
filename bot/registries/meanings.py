"""What a column is by the sense of its header, where the profile does not name the header itself."""

from __future__ import annotations

import re
from functools import lru_cache

_DATE_OF = r"(?:дата|дата и время|дата время|день|когда)(?: и номер)? "
_OF_RECEIPT = (
    r"(?:(?:по)?ступлени\w*|пост|поста|поступил\w*|получени\w*|получ|подач\w*|подан\w*|создани\w*|создан\w*|"
    r"приема|публикаци\w*|опубликован\w*|размещени\w*|обращ\w*|сообщ\w*|заяв\w*|инцидент\w*|входящ\w*|вх|ркк|"
    r"внесени\w*|выявлени\w*|добавлени\w*|заведени\w*)"
)
_OF_ANSWER = (
    r"(?:(?:фактическ\w* |официальн\w* |перв\w* |итогов\w* |окончательн\w* |отправк\w* |направлени\w* )*"
    r"(?:ответ\w*|отв\b)|закрыти\w*|закрыт\w*|решени\w*|исполнени\w*|исп|завершени\w*|выполнени\w*|"
    r"отработки|снятия с контроля|исх\w*)"
)
_PLANNED = re.compile(
    r"(?<!фактический )срок|план|(?<!снято с )(?<!снятия с )контрол|предельн|до\b|должн|крайн|"
    r"регламент|норматив|расчетн|ожидаем|прогноз|напомин"
)
# Of a step on the way to an answer, or of what the citizen did with it.
_NOT_THE_ANSWER = re.compile(
    rf"{_PLANNED.pattern}|запрос|соглас|проект|чернов|оценк|оценен|получени\w* ответ|прочт|просмотр|"
    r"возврат|отзыв|отмен|продлен|поручен|отклонен"
)
_MESSAGE = (
    r"(?:обращ\w*|сообщ\w*|заяв\w*|инцидент\w*|жалоб\w*|проблем\w*|публикац\w*|комментар\w*|пост\w*|письм\w*|"
    r"карточк\w*|ркк?|запис\w*|запрос\w*|документ\w*|тикет\w*|вх|входящ\w*|рег|регистрац\w*)"
)
# Titles over columns of bare words, «Дата» and «№», in a header of several rows.
_TITLED = r"(?:(?:сведения|информация|данные|реквизиты) (?:об? )?)?"
_TITLE_OF_RECEIPT = (
    rf"{_TITLED}(?:(?!заявит){_MESSAGE}|поступ\w*|получ\w*|прием\w*)(?: (?:гражд\w*|заявит\w*|реквизит\w*))?"
)
_TITLE_OF_REGISTRATION = rf"{_TITLED}(?:регистраци\w*|рег|зарегистрирован\w*)(?: {_MESSAGE})?"
_TITLE_OF_ANSWER = (
    rf"{_TITLED}(?:ответ\w*|отв|исх\w*|исполнени\w*|закрыти\w*|решени\w*|отправк\w*)"
    r"(?: (?:заявит\w*|гражд\w*|автор\w*|документ\w*|на обращени\w*|реквизит\w*|исх\w*))*"
)
# The citizen's own address is no place of a problem: it is shown with their name, to whom that is shown.
_OF_THE_CITIZEN = (
    r"заявит|автор|гражд|обративш|корреспондент|прожив|прожит|жительств|пропис|домашн|регистрации|"
    r"отправител|контактн|для (?:ответа|направления|отправки|связи|переписки)|обратн|почтов|фактическ"
)
_WHERE_THE_CITIZEN_LIVES = (
    rf"(?:.* )?(?:адрес\w*|место|населенный пункт|индекс)(?: .*)?\b(?:{_OF_THE_CITIZEN})\w*(?: .*)?|"
    rf"(?:.* )?(?:{_OF_THE_CITIZEN})\w*(?: .*)? адрес(?: .*)?|прописка|проживает(?: .*)?|место жительства"
)
_NUMBER = r"(?:номер|id|ид|идентификатор|код)"
_NOT_OF_THE_MESSAGE = re.compile(
    r"телефон|дом[а]?\b|паспорт|квартир|ответ|исх|индекс|п п|почт|аккаунт|инн|снилс|документ|распоряжен"
)
_AFTER_THE_MESSAGE = re.compile(
    r"ответ|решени|резолюц|исполнени|примечани|заявител|автор|\b(?:дата|время|номер|адрес|фио|телефон)$"
)

# In this order, each for a column that nothing before it took; what the second pattern finds speaks against.
MEANINGS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = tuple(
    (field, re.compile(pattern), against)
    for field, pattern, against in (
        ("answered_mark", r"(?:отметка|сведения|информация|отм) (?:об |о )(?:исп\w*|ответ\w*|закрыти\w*|"
         r"выполнении|решении)|исполнено|исполнение|результат(?: рассмотрения(?: обращения)?)?(?: дата)?|"
         r"ответ (?:дата номер|номер (?:и )?дата)|"
         r"(?:.* )?факт\w* дата|номер и дата (?:ответ|исх)\w*|"
         r"исх\w* (?:номер )?(?:и )?дата(?: ответ\w*| исх\w*)?|исходящий|снято с контроля", _PLANNED),
        ("interim_at", rf"{_DATE_OF}промежуточн\w* ответ\w*.*|промежуточный ответ(?: дан| дата)?", _PLANNED),
        ("refuted_at", rf"{_DATE_OF}(?:опровержени\w*|возврата на доработку).*|опровергнуто(?: дата)?",
         _PLANNED),
        ("important", r"(?:повышенн\w* |степень |признак |уровень )?(?:важност\w*|приоритет\w*|срочност\w*)"
         r"(?: .*)?", re.compile("дата|срок")),
        ("answered_at", rf"{_DATE_OF}(?:\w+ )?{_OF_ANSWER}\b.*|(?:ответ (?:дан|направлен|отправлен|"
         r"опубликован)|отв дан|отвечено|ответили|отработано|закрыто|закрыта|решено|исполнено) ?(?:дата)?|"
         r"фактический срок (?:исполнения|ответа)|дата факт\w*|(?:исполнение|ответ) факт|"
         rf"(?:отметка об )?{_TITLE_OF_ANSWER} дата|"
         r"(?:closed|resolved|answered)(?: at| on| date)?",
         _NOT_THE_ANSWER),
        ("number_and_date", rf"(?:{_TITLE_OF_RECEIPT} |{_TITLE_OF_REGISTRATION} )?"
         r"(?:дата и (?:номер|рег номер|регистрационный номер)|"
         r"(?:вх |рег |входящий |регистрационный )?номер (?:и )?дата|дата номер)(?: .*)?",
         re.compile("ответ|исх|договор|исполнен")),
        ("answered_time", rf"время {_OF_ANSWER}|{_TITLE_OF_ANSWER} время", _PLANNED),
        ("registered_time", rf"время (?:регистрации|рег)|{_TITLE_OF_REGISTRATION} время", None),
        ("received_time", rf"время(?: {_OF_RECEIPT}.*)?|{_TITLE_OF_RECEIPT} время", _PLANNED),
        ("registered_at", rf"{_DATE_OF}(?:рег\w*|постановки на учет)\b.*|зарегистрирован\w*|"
         rf"{_TITLE_OF_REGISTRATION} дата", _PLANNED),
        ("received_at", rf"{_DATE_OF}{_OF_RECEIPT}\b.*|{_OF_RECEIPT[:-1]})|дата(?: и время| время)?|"
         rf"{_TITLE_OF_RECEIPT} дата|"
         r"когда поступило|отметка времени|timestamp|"
         r"(?:created|received|submitted|opened|published|date)(?: at| on| date| time)?",
         re.compile(r"срок|план|контрол|предельн|ответ|статус|номер|рег\b|тема|текст|источник|канал|вид\b|тип\b|"
                    r"измен|обновл|исправл|уточн")),
        ("number", rf"(?:(?:уникальный|единый|общий|внутренний|системный|электронный|учетный|регистрационный|"
         rf"{_MESSAGE}) )*{_NUMBER}(?: (?:{_MESSAGE}|регистрационный|в|во|из|по|п п|пос|сэд|эдо|рк)\b.*)?|"
         rf"(?:{_TITLE_OF_RECEIPT}|{_TITLE_OF_REGISTRATION}) номер|"
         r"(?:ticket|request|message|case) (?:id|number|no)|number",
         _NOT_OF_THE_MESSAGE),
        ("text", r"(?:полный |краткий |исходный )?(?:текст|содержание|краткое содержание|суть|описание|"
         r"существо|формулировка|сообщение|обращение|жалоба|проблема|комментарий|предмет|о чем)(?: .*)?|"
         r"description|message|text",
         _AFTER_THE_MESSAGE),
        ("topic_group", r"(?:группа|категория|раздел|рубрика)(?: .*)?|category",
         re.compile("заявител|автор|льгот")),
        ("topic", r"(?:тема|тематика|проблематика|подкатегория|вопрос|характер вопроса|подтема|"
         r"рубрика)(?: .*)?|topic|subject", None),
        ("executor", r"(?:(?:отв\w* |главный |основной )?исполнител[ьи]|исп|ответственн\w*|"
         r"подразделение|структурное подразделение|отдел|орган|ведомство|"
         r"кому (?:передано|поручено|расписано|направлено))(?: .*)?|assignee|executor",
         re.compile("дата|срок|телефон|номер|комментар|действи|согласован")),
        ("status", r"(?:статус|состояние|стадия|этап|(?:текущий |последний )?шаг)(?: .*)?|status|state",
         re.compile("дата|время|заявител|автор|исполнител|публикац|соглас")),
        ("author", r"(?:заявитель|корреспондент|корр|фио|автор|гражданин|от кого|обратившийся|"
         r"фамилия)(?: .*)?",
         re.compile("исполн|ответ|дата|адрес|телефон|аккаунт|ссылк|email|почт|оператор|сотрудник")),
        ("author_address", _WHERE_THE_CITIZEN_LIVES,
         re.compile("проблем|объект|происшеств|электрон|email|сайт")),
        ("place", r"(?:адрес|место|населенный пункт|местоположение|территория)(?: .*)?",
         re.compile(f"страниц|электрон|почт|сайт|email|аккаунт|{_OF_THE_CITIZEN}")),
        ("url", r"(?:ссылка|url|урл)(?: .*)?", re.compile("ответ|автор|фото")),
    )
)  # fmt: skip


_OF_ANSWERS = re.compile(
    r"(?:.* )?(?:ответ[аы]?|ответили|отклик|реакция|выполнен(?:ие|о)|решение|закрытие|отработ(?:ка|ано)|"
    r"сделано|answer|reply|response|done)(?: .*)?"
)
_BESIDE_THE_ANSWER = re.compile(
    rf"{_NOT_THE_ANSWER.pattern}|\bкт?о\b|\bкем\b|способ|вид\b|форма|тип\b|комментар|автор|номер|файл|ссылк|канал|"
    r"фио|должност|подпис|адрес|дней|часов|время"
)


def may_tell_of_answers(header: str) -> bool:
    """Whether a (normalised) header that means no field may stand over what tells of answers."""
    return _OF_ANSWERS.fullmatch(header) is not None and not _BESIDE_THE_ANSWER.search(header)


@lru_cache(maxsize=4096)
def meanings_of(header: str) -> tuple[str, ...]:
    """The fields that a (normalised) header may speak of, the likeliest first."""
    return tuple(
        field
        for field, pattern, against in MEANINGS
        if pattern.fullmatch(header) and not (against and against.search(header))
    )
