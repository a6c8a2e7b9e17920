# Утренняя сводка.

digest-heading = <b>{ WEEKDAYTITLE($day) }, { DAY($day) } · { $title }</b>
digest-whole-office = весь офис
digest-instead-vacant = Место { $seat } вакантно, поэтому сводка пришла вам.
digest-instead-unbound = Сводка пришла вам: { $who } ещё не в боте.
digest-instead-away = Сводка пришла вам: { $who } отсутствует.
digest-instead-acting = Сводка руководителя: вы исполняете его обязанности (п. 4.3).
digest-overdue = <b>Просрочено { $count }</b>{ $grown ->
    [0] { "" }
   *[other] { " " }({ $sign }{ $change } { $yesterday ->
        [yes] за сутки
       *[no] с { DAY($since) }
    })
}
digest-due = Сегодня истекает { $today } · до { DAY($until) } ещё { $soon }
digest-unassigned = Не распределено { $count }
digest-unregistered = Ждут регистрации { $count }
digest-section-today = Истекает сегодня:
digest-section-soon = Истекает скоро:
digest-section-unassigned = Не распределено:
digest-section-unregistered = Ждут регистрации:
digest-by-blocks = По блокам (просрочено · сегодня · скоро)
digest-more-blocks = и ещё блоков: { $count }
digest-meeting = <b>Сегодня заседание № { $number }</b>, { TIME($moment) }
button-digest-details = Подробнее
digest-by-channels = По каналам
digest-share = { $title }: { $overdue } · { $today } · { $soon }
digest-item = { $number }. { $mark ->
    [yes] 🔴 { "" }
   *[no] { "" }
}{ $when } · { $channel } { $code } · { $topic }
digest-about = { "   " }{ $text }
digest-no-reason = причина не указана
digest-presumed = блок — предположительно
digest-until = срок { DAY($moment) }{ $hourly ->
    [yes] { " " }{ TIME($moment) }
   *[no] { "" }
}
digest-register-by = { $late ->
    [yes] не зарегистрировано, срок был { DAY($day) }
   *[no] зарегистрировать до { DAY($day) }
}

button-section-overdue = Просрочено { $count }
button-section-today = Сегодня { $count }
button-section-soon = Скоро { $count }
button-section-unassigned = Не распределено { $count }
button-section-unregistered = Регистрация { $count }

digest-stages = Открыты: важных { $important }, ждут окончательного ответа { $interim }, опровергнуты { $refuted }
digest-changed = С прошлой сводки: пришло { $arrived }{ $late ->
    [0] { "" }
   *[other] , из них просрочены { $late }
} · просрочилось { $expired } · отвечено { $answered }
digest-escalated = давно просрочено { $count }
digest-section-escalated = Просрочено на { $after } раб. дн. и больше, с причиной от блока:
digest-ask-ticks = Отметьте номера, затем выберите блок.
outside-word = { $state ->
    [withdrawn] отозвано заявителем
    [not_ours] не наше
   *[rejected] отклонено модератором
}
digest-answered = отвечено { DAY($moment) }
button-section-escalated = Давно просрочено { $count }
button-assign-several = Распределить
button-keep-for-topics = { $keep ->
    [yes] ☑ Запомнить для темы
   *[no] ☐ Запомнить для темы
}
button-export-list = Все списком, XLSX
button-mute-digest = Пустые сводки не присылать
button-unmute-digest = Присылать и пустые сводки
toast-assigned-several = Передано { $count }: { $title }.{ $moved ->
    [0] { "" }
   *[other] { " " }По теме перенесено ещё { $moved }.
}
toast-export-asked = Готовлю таблицу, пришлю сюда.
toast-muted = Пустые сводки приходить не будут.
toast-unmuted = Сводка будет приходить каждый рабочий день.
export-caption = { $section }: { $count }, на { DAY($moment) } { TIME($moment) }
export-failed = Список не получился. Администратор увидит причину в журнале сервера; сузьте список и попробуйте ещё раз.
export-cut = Показаны первые { $limit }.
export-overdue = Просрочено
export-escalated = Давно просрочено
export-today = Срок сегодня
export-soon = Срок скоро
export-unassigned = Не распределено
export-unregistered = Ждут регистрации
export-open = В работе
export-answered = Отвечено
export-outside = Вне контроля
export-all = Все сообщения
column-channel = Канал
column-number = Номер
column-status = Состояние
column-received = Поступило
column-registered = Зарегистрировано
column-deadline = Срок
column-late = Просрочено, раб. дней
column-topic = Тема
column-block = Блок
column-unit = Подразделение
column-answered = Ответ дан
column-reason = Причина просрочки
column-text = Текст
column-place = Адрес
column-url = Ссылка
refusal-too-many-ticked = За раз можно отметить не больше { $limit }. Распределите эти и отметьте следующие.
refusal-nothing-ticked = Распределять нечего: отметьте номера. Возможно, отмеченные уже распределил кто-то другой.
