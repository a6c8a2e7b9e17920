# Утренняя сводка.

digest-heading = <b>{ WEEKDAYTITLE($day) }, { DAY($day) } · { $title }</b>
digest-whole-office = весь офис
digest-instead-vacant = Место { $seat } вакантно, поэтому сводка пришла вам.
digest-instead-unbound = Место { $seat } не привязано к чату, поэтому сводка пришла вам.
digest-instead-away = Место { $seat } отсутствует, поэтому сводка пришла вам.
digest-instead-acting = Сводка руководителя: вы исполняете его обязанности (п. 4.3).
digest-overdue = <b>Просрочено { $count }</b>{ $grown ->
    [0] { "" }
   *[other] { " " }({ $sign }{ $change } за сутки)
}
digest-due = Сегодня истекает { $today } · до { DAY($until) } ещё { $soon }
digest-unassigned = Не распределено { $count }
digest-nothing-overdue = Просроченного нет.
digest-section-today = Истекает сегодня:
digest-section-soon = Истекает скоро:
digest-section-unassigned = Не распределено:
digest-by-blocks = По блокам (просрочено · сегодня · скоро)
digest-by-channels = По каналам
digest-share = { $title }: { $overdue } · { $today } · { $soon }
digest-item = { $number }. { $mark ->
    [yes] 🔴 { "" }
   *[no] { "" }
}{ $when } · { $channel } { $code } · { $topic }
digest-about = { "   " }{ $text }
digest-no-reason = причина не указана
digest-presumed = блок — предположительно
digest-until = срок { DAY($moment) }

button-section-overdue = Просрочено { $count }
button-section-today = Сегодня { $count }
button-section-soon = Скоро { $count }
button-section-unassigned = Не распределено { $count }

refusal-digest-in-private = Сводка приходит в личный чат: откройте его и повторите /digest
