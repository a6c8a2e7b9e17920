## Один инцидент из многих сообщений.

incident-title = { $count ->
    [0] { $topic }, { $place }
    [one] { $count } сообщение: { $topic }, { $place }
    [few] { $count } сообщения: { $topic }, { $place }
   *[other] { $count } сообщений: { $topic }, { $place }
}
incident-heading = <b>{ $title }</b>
incident-place = { $block } → { $unit }
incident-standing = В работе { $open }, просрочено { $overdue }, отвечено { $answered }{ $outside ->
    [0] {""}
   *[other] , вне контроля { $outside }
}
incident-first-due = Первый срок { DAY($moment) } в { TIME($moment) }
incident-grown = Пополнился { DAY($moment) } в { TIME($moment) }: +{ $count }
incident-ask-gather = Похоже на один инцидент. Собрать сообщения вместе? Срок у каждого останется свой.
incident-ask-apart = Разобрать инцидент? Каждое сообщение снова будет отдельно.
incident-declined = Не инцидент: { $title }
incident-apart = Инцидент разобран: { $title }
incident-line = { $number }. { $mark ->
    [yes] 🔴{ " " }
   *[no] { "" }
}{ $when } · { $title }{ $grown ->
    [0] { "" }
   *[other] { " " }(+{ $grown })
}
message-of-incident = Входит в инцидент.

button-incident-gather = Собрать в инцидент
button-incident-decline = Не инцидент
button-incident-messages = Сообщения { $count }
button-incident-answered = Ответ дан
button-incident-apart = Разобрать
button-incident = Инцидент
button-incident-leave = Убрать из инцидента

toast-incident-gathered = Собрано сообщений: { $count }.
toast-incident-left = { $code }: теперь отдельно.

history-incident-joined = вошло в инцидент
history-incident-left = убрано из инцидента

refusal-no-such-incident = Такого инцидента нет.
refusal-incident-decided = { $state ->
    [offered] Инцидент ещё не собран: сначала нажмите «Собрать в инцидент».
    [gathered] Сообщения уже собраны в инцидент.
    [declined] Уже решено, что это не инцидент.
   *[apart] Инцидент уже разобран.
}
