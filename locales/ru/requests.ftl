## Запросы материалов у руководителей блоков (п. 3.3).

command-request = Запросы материалов

requests-heading = <b>Запросы</b>{ $count ->
    [0] { "" }
   *[other] {" "}· ждут ответа { $count }
}
requests-none = Открытых запросов нет.
requests-line = № { $id } · { $late ->
    [yes] 🔴 срок прошёл { DAY($due) }
   *[no] срок { DAY($due) }
} · ответили { $answered } из { $count }
    { "   " }{ $text }
button-requests-new = Запросить материалы
button-request-open = № { $id } · { $text }{ $state ->
    [closed] {" "}· закрыт
    [withdrawn] {" "}· отозван
   *[sent] { "" }
}

request-draft-heading = <b>Запрос материалов</b> (п. 3.3) · черновик
request-heading = { $standing ->
    [late] 🔴 <b>Запрос материалов № { $id }</b> · срок прошёл { DAY($due) }
    [closed] <b>Запрос материалов № { $id }</b> · закрыт
    [withdrawn] <b>Запрос материалов № { $id }</b> · отозван
   *[sent] <b>Запрос материалов № { $id }</b> · срок { DAY($due) }
} · ответили { $answered } из { $count }
request-text = { $text }
request-due = Срок: { FULLDAY($due) }
request-no-due = Срок не выбран.
request-choose = У кого запросить — отметьте. Выбрано { $count }.
request-ask-text = Напишите, какие материалы нужны и за какой период.
request-ask-due = К какому дню?
request-confirm-discard = Удалить черновик запроса?
request-confirm-close = Закрыть запрос? { $count ->
    [0] Ответили все.
   *[other] Не ответили { $count }: их ответы больше не принимаются.
}
request-withdrawn = Запрос отозван: { $reason }. Присланные ответы сохранены.
request-ask-rewrite = Напишите новый текст запроса. Все, у кого запрошено, узнают об этом; присланные ответы останутся.
request-ask-move = К какому дню теперь? Все, у кого запрошено, узнают об этом.
request-ask-withdraw = Напишите, почему запрос отзывается: причину прочитают те, у кого запрошено. Присланные ответы останутся.
request-changed-you = { $what ->
    [text] Руководитель изменил текст запроса материалов № { $id } (п. 3.3): { $text }
    [due] Новый срок запроса материалов № { $id } — { FULLDAY($due) } (п. 3.3).
   *[withdrawn] Запрос материалов № { $id } отозван (п. 3.3): { $reason }. Отвечать на него не нужно.
}
    { $answered ->
        [yes] { $what ->
            [withdrawn] Ваш ответ сохранён.
           *[other] Ваш ответ сохранён, его можно дополнить — /request
        }
       *[no] { $what ->
            [withdrawn] { "" }
           *[other] Ответить: /request
        }
    }
request-discarded = Черновик запроса удалён.
request-silent = … { $name }: { $awaited ->
    [yes] ждём
   *[no] ответа нет
}{ $reached ->
    [yes] { "" }
   *[no] , чата нет — запросите сами
}
request-answered = ✓ { $name }: { SHORTDAY($at) } { TIME($at) }{ $files ->
    [0] { "" }
   *[other] , файлов { $files }
}{ $told ->
    [yes] {" "}— «{ $note }»
   *[no] { "" }
}
request-you-answered = ✓ Вы ответили { DAY($at) } в { TIME($at) }{ $files ->
    [0] { "" }
   *[other] , файлов { $files }
}. Пока запрос открыт, ответ можно дополнить.
request-ask-reply = Пришлите файлы и напишите пояснение — сюда же, затем нажмите «Готово».
request-reminder = { $who ->
    [head] 🔴 Запрос материалов № { $id }: срок прошёл { DAY($due) }, ответа нет: { $names }.
   *[asked] { $kind ->
        [soon] Напоминание: руководитель ждёт от вас материалы к { DAY($due) }
        [today] Напоминание: руководитель ждёт от вас материалы сегодня
       *[late] 🔴 Срок запроса материалов прошёл { DAY($due) }, ответа от вас нет
    } (п. 3.3).
} { $text } — /request

archive-index-name = Опись.txt
archive-index-heading = Материалы по запросу № { $id }, срок { FULLDAY($due) }
archive-index-silent = { $who }: ответа нет
archive-index-seat = { $who }: ответ { FULLDAY($at) } { TIME($at) }, папка «{ $folder }»
archive-index-file = { "  " }{ $name } ({ $size } байт)
archive-index-missing = { "  " }{ $name } — файл получить не удалось, попросите прислать снова
archive-caption = Материалы по запросу № { $id }{ $parts ->
    [1] { "" }
   *[other] , часть { $part } из { $parts }
}

button-request-text = Текст
button-request-due = Срок
button-request-reply = Ответить
button-request-add = Дополнить ответ
button-request-done = Готово
button-request-archive = Собрать в архив
button-request-rewrite = Изменить текст
button-request-move = Изменить срок
button-request-withdraw = Отозвать
button-request-close = Закрыть запрос

toast-request-sent = Разослано: { $count }.
toast-archive = Архив собирается и придёт сюда.
toast-reply-sent = Ответ ушёл руководителю.

refusal-no-such-request = Такого запроса нет. Открытые: /request
refusal-not-a-block-head = Материалы запрашивают у руководителей блоков (п. 3.3 Положения): место { $seat } к ним не относится.
refusal-due-is-past = { DAY($day) } уже прошло. Выберите день не раньше сегодняшнего.
refusal-request-without-text = Напишите, какие материалы нужны.
refusal-request-without-seats = Отметьте хотя бы одно место.
refusal-request-without-due = Выберите срок не раньше сегодняшнего дня.
refusal-request-is-draft = Запрос № { $id } ещё не разослан.
refusal-request-is-sent = Запрос № { $id } уже разослан: изменить его можно кнопками на его карточке, /request.
refusal-request-is-closed = Запрос № { $id } закрыт, ответы больше не принимаются.
refusal-request-is-withdrawn = Запрос № { $id } отозван, ответы на него больше не нужны.
refusal-nothing-changed = Так и было: ничего не изменилось. Пришлите другое или нажмите «Назад».
refusal-request-is-discarded = Черновик этого запроса удалён. Новый: /request
refusal-nothing-to-archive = Ответов ещё нет: собирать нечего.
refusal-not-asked-of-you = Этот запрос не к вам (п. 3.3 Положения). Ваши: /request
refusal-reply-is-empty = Ответ пуст: напишите пояснение или пришлите файл, затем «Готово».

## Реестры руководителя: рекомендации (п. 2.2.2), запросы в ЦУР и от ЦУР (п. 3.2).

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
    [withdrawn] отозван
    [late] 🔴 срок прошёл { DAY($due) }
    [dated] ждём до { DAY($due) }
   *[open] без срока
}
centre-answer = Ответ { FULLDAY($day) }:
centre-withdrawn = Отозван { FULLDAY($day) }: { $reason }
centre-ask-change = Пришлите запрос одной строкой заново, с поправками. Сейчас:
    <code>{ $line }</code>
centre-ask-withdraw = Напишите, почему запрос отзывается.
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
button-centre-change = Изменить
button-centre-withdraw = Отозвать
button-centre-list = Переписка с ЦУР: { $count }
button-centre-answer-came = Ответ получен
button-centre-answer-given = Ответ отправлен

toast-centre-answered = Ответ на запрос { $number } записан.

refusal-centre-unreadable = Нужны четыре части через «|»: номер | дата | срок ответа | о чём. Срок можно оставить пустым: 12-34 | 24.11.2026 | | Сведения за ноябрь
refusal-centre-day-unreadable = День «{ $day }» не читается. Напишите, например, 01.12.2026.
refusal-centre-day-ahead = Дата запроса { DAY($day) } ещё не наступила. Проверьте её.
refusal-centre-due-before = Срок ответа { DAY($day) } раньше даты запроса. Проверьте его.
refusal-centre-is-withdrawn = Запрос { $number } отозван { DAY($day) }.
refusal-centre-is-answered = Ответ на запрос { $number } уже записан { DAY($day) }.
