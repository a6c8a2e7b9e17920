# Карточка сообщения: ответ, подразделение, вынесение на заседание, история.

message-ask-units = Какое подразделение отвечает?
message-ask-raise =
    Вынести на заседание? Руководитель получит предложение в повестку (п. 4.4.2):

    <b>{ $question }</b>
    { $ground }
message-ask-quality = Что не так с ответом?
message-ask-results = Что ответили заявителю?
button-other-result = Другой результат
message-ask-answer-days = Когда ответили заявителю?
message-ask-answer-own = Напишите, когда ответили: 23.11.2026 15:30, 23.11 или «вчера».
message-result-solved = Результат: решено.
message-result-explained = Результат: дано разъяснение.
message-result-declined = Результат: отказано.
message-quality-formal = Качество ответа: формальная отписка.
message-quality-off-point = Качество ответа: не по существу.
message-quality-repeated = Качество ответа: заявитель пишет повторно.

button-other-unit = Другое подразделение
button-raise = На заседание
button-more = Ещё
button-history = История
button-quality = Качество ответа
button-answer-date = Другая дата
button-own-date = Ввести дату и время
button-day = { DAY($day) }
button-result-solved = Решено
button-result-explained = Разъяснено
button-result-declined = Отказано
button-quality-formal = Формальная отписка
button-quality-off-point = Не по существу
button-quality-repeated = Повторная жалоба
button-quality-none = Замечаний нет

toast-block-confirmed = Подтверждено: { $title }.
toast-unit = Отвечает: { $title }.
toast-result = { $result ->
    [solved] Результат: решено.
    [explained] Результат: разъяснено.
   *[other] Результат: отказано.
}
toast-quality = Оценка записана.

proposal-of-message = { $topic }: сообщение { $channel } { $code }
proposal-ground-of-message = { $channel } { $code }, поступило { DAY($received) }{ $in_time ->
    [yes] .
   *[other] , просрочено: { $late }.
}{ $known ->
    [yes] { " " }По этой теме в работе { $waiting }, из них просрочено { $overdue }.
   *[no] { "" }
}

history-line = { DAY($moment) } { TIME($moment) } · { $who ->
    [bot] бот
    [acting] и.о., место { $seat }
   *[seat] место { $seat }
} · { $what }
history-received = { DAY($moment) } { TIME($moment) } · поступило
history-answer-judged = качество ответа: { $named ->
    [no] замечаний нет
   *[other] { $what }
}
history-answer-result = результат: { $what }
history-applicant-looked-at = посмотрели заявителя
history-delay-explained = указана причина задержки
history-handled-as-appeal = изменён порядок рассмотрения
history-message-answered = ответ дан { $what }
history-moment = { DAY($moment) } { TIME($moment) }
history-message-assigned = блок: { $what }
history-message-forwarded = перенаправлено { $what }
history-message-numbered = номер изменён, был { $what }
history-message-proposed = предложено в повестку (№ { $what })
history-message-registered = зарегистрировано { $what }
history-day = { DAY($day) }
history-message-reopened = возвращено в работу
history-message-unit = подразделение: { $what }
history-term-extended = срок продлён
history-topic-remembered = блок запомнен для темы: { $what }
history-other = изменено{ $named ->
    [no] { "" }
   *[other] : { $what }
}

refusal-same-unit = Сообщение уже у подразделения «{ $title }».
refusal-answer-to-come = { DAY($moment) }, { TIME($moment) } ещё не наступило. Укажите, когда ответ уже был дан.
refusal-answer-before-received = Сообщение поступило { DAY($moment) } в { TIME($moment) }: ответить раньше не могли. Укажите другую дату.
refusal-answer-date-unread = Дата не читается: «{ $text }». Напишите так: 23.11.2026 15:30, 23.11 или «вчера».
refusal-proposed-before = Это сообщение уже предложено в повестку и ждёт решения руководителя (п. 4.4.2).
