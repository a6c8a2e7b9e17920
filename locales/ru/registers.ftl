# Реестры руководителя: рекомендации (п. 2.2.2), запросы в ЦУР и от ЦУР (п. 3.2).

command-recommendations = Рекомендации

recommendations-heading = <b>Рекомендации</b> · { $searched ->
    [yes] «{ $words }»: найдено { $count }
   *[no] в реестре { $count }
}
recommendations-none = { $searched ->
    [yes] Ничего не нашлось. Поищите другим словом или началом слова.
   *[no] Реестр пуст: рекомендацию вносит руководитель из решений подписанных протоколов.
}
recommendations-line = { $number }. <b>{ $code }</b> от { DAY($adopted) } · { $state ->
    [in_force] действует
    [fulfilled] исполнена
   *[withdrawn] снята
}
    { "   " }{ $text }
recommendations-ask-search = Напишите слово или начало слова: ищу по тексту и номеру.
recommendations-choose = Какое решение внести в реестр рекомендаций?
recommendations-nothing-to-enter = Все решения последних подписанных протоколов уже в реестре, или решений ещё нет.
recommendation-heading = <b>Рекомендация { $code }</b> · { $state ->
    [in_force] действует
    [fulfilled] исполнена
   *[withdrawn] снята
}
recommendation-about = Протокол № { $number } от { FULLDAY($adopted) }{ $moved ->
    [yes] {" "}· отмечено { DAY($changed) }
   *[no] { "" }
}
recommendation-tasks = Поручений { $count }, исполнено { $done }{ $late ->
    [0] { "" }
   *[other] , просрочено { $late }
}

button-recommendations-search = Найти
button-recommendations-all = Показать все
button-recommendations-enter = Внести решение
button-recommendation-in-force = Действует
button-recommendation-fulfilled = Исполнена
button-recommendation-withdrawn = Снять

toast-recommendation-entered = { $number }: внесено в реестр рекомендаций.
toast-recommendation-moved = { $number }: { $state ->
    [in_force] снова действует.
    [fulfilled] отмечена исполненной.
   *[withdrawn] снята.
}

refusal-recommendations-in-private = Реестр показывается в личном чате: откройте его и повторите /recommendations
refusal-no-such-recommendation = Такой рекомендации нет. Реестр: /recommendations
refusal-recommendation-is-so = Рекомендация { $number } и так { $state ->
    [in_force] действует
    [fulfilled] исполнена
   *[withdrawn] снята
}.
refusal-recommendation-is-entered = Решение { $number } уже в реестре рекомендаций.
refusal-item-not-adopted = По вопросу { $item } решение не принято: в реестр вносят только принятые (п. 2.2.2 Положения).

centre-heading = <b>Запросы ЦУР</b> (п. 3.2) · всего { $count }
centre-line = { $outgoing ->
    [yes] В ЦУР
   *[no] От ЦУР
} № { $number } от { DAY($day) } · { $standing ->
    [answered] ответ есть
    [late] 🔴 срок прошёл { DAY($due) }
    [dated] ждём до { DAY($due) }
   *[open] без срока
}
centre-answer = Ответ { FULLDAY($day) }:
centre-files-may-follow = Файлы запроса можно прислать следующим сообщением.
centre-file = Запрос ЦУР № { $number }
centre-ask = { $outgoing ->
    [yes] Запрос в ЦУР одним сообщением
   *[no] Запрос от ЦУР одним сообщением
}: номер | дата | срок ответа | о чём. Срок можно оставить пустым.
    Например: 12-34 | 24.11.2026 | 01.12.2026 | Сведения об обращениях за ноябрь
centre-reminder = { $kind ->
    [late] 🔴 Срок ответа прошёл { DAY($due) }
    [today] Срок ответа сегодня
   *[soon] Срок ответа { DAY($due) }
}: { $outgoing ->
    [yes] запрос в ЦУР
   *[no] запрос от ЦУР
} № { $number }. { $text } — /request

button-centre-out = Запрос в ЦУР
button-centre-in = Запрос от ЦУР
button-centre-list = Переписка с ЦУР: { $count }
button-centre-answer-came = Ответ получен
button-centre-answer-given = Ответ отправлен

toast-centre-answered = Ответ на запрос { $number } записан.

refusal-centre-unreadable = Нужны четыре части через «|»: номер | дата | срок ответа | о чём. Срок можно оставить пустым: 12-34 | 24.11.2026 | | Сведения за ноябрь
refusal-centre-day-unreadable = День «{ $day }» не читается. Напишите, например, 01.12.2026.
refusal-centre-day-ahead = Дата запроса { DAY($day) } ещё не наступила. Проверьте её.
refusal-centre-due-before = Срок ответа { DAY($day) } раньше даты запроса. Проверьте его.
refusal-centre-is-answered = Ответ на запрос { $number } уже записан { DAY($day) }.
