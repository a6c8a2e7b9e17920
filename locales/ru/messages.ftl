# Сообщения жителей: карточка и действия.

lateness = { $unit ->
    [working_days] { $count ->
        [0] меньше раб. дня
        [one] { $count } раб. день
        [few] { $count } раб. дня
       *[other] { $count } раб. дней
    }
    [calendar_days] { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
    [working_hours] { $count ->
        [0] меньше раб. часа
        [one] { $count } раб. час
        [few] { $count } раб. часа
       *[other] { $count } раб. часов
    }
   *[hours] { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }
}
message-overdue = 🔴 <b>Просрочено: { $late }</b>
message-today = <b>Срок сегодня</b>, { TIME($moment) }
message-soon = <b>Срок скоро</b>: { DAY($moment) }
message-later = <b>В работе</b>, срок { DAY($moment) }
message-answered = <b>Ответ дан</b> { DAY($moment) } в { TIME($moment) }, в срок
message-answered-late = <b>Ответ дан</b> { DAY($moment) } в { TIME($moment) }, с опозданием: { $late }
message-line = { $channel } { $code } · { $topic }
message-place = { $block }{ $presumed ->
    [yes] { " " }(предположительно)
   *[no] { "" }
} → { $unit }
message-term = Поступило { DAY($received) }{ $apart ->
    [yes] , зарегистрировано { DAY($registered) }
   *[no] { "" }
}, срок { DAY($deadline) }{ $hourly ->
    [yes] { " " }{ TIME($deadline) }
   *[no] { "" }
} ({ $unit ->
    [working_days] { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[other] { $count } рабочих дней
    }
    [calendar_days] { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
    [working_hours] { $count ->
        [one] { $count } рабочий час
        [few] { $count } рабочих часа
       *[other] { $count } рабочих часов
    }
   *[hours] { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }
})
message-text = <blockquote expandable>{ $text }</blockquote>
message-applicant-hidden = Заявитель и адрес скрыты.
message-applicant = Заявитель: { $name }. Адрес: { $place }
message-no-reason = Причина просрочки не указана.
message-reason = Причина: { $reason }
message-ask-blocks = К какому блоку относится?
message-ask-reasons = Почему ответ задерживается?
message-ask-own-reason = Напишите причину своими словами, до 300 знаков.
message-ask-pass = Передать в блок «{ $title }»? Дальше сообщение ведёт он, вернуть сможет только он или руководитель.
message-not-yours = Сообщение ведёт блок «{ $title }».
message-passed-to-you = <b>Вам передано сообщение</b>: { $channel } { $code } · { $topic }
    Срок { DAY($deadline) }. Передал: место { $seat }
button-open-message = Открыть
button-no-reason = Убрать причину
message-ask-number = Под каким номером сообщение зарегистрировано? Напишите его: следующая выгрузка узнает сообщение по этому номеру.
button-message-number = Номер регистрации
refusal-number-from-registry = Номер { $number } пришёл из выгрузки и здесь не меняется.
message-ask-remember = Относить к этому блоку и другие сообщения на тему «{ $topic }»?
topic-none = без темы
block-none = Не распределено

reason-unit-silent = Подразделение не ответило
reason-works-needed = Нужны работы, ждём подрядчика
reason-not-ours = Вопрос не нашей компетенции
reason-no-money = Ждём финансирование
reason-data-awaited = Запрошены сведения

button-answered = Ответ дан
button-reopen = Вернуть в работу
button-other-block = Другой блок
button-block-is-right = Блок верный
button-delay-reason = Причина просрочки
button-own-reason = Своя причина
button-remember-topic = Запомнить для темы
button-reveal = Показать заявителя (запишется)
button-open-again = Открыть снова

toast-answered = { $code }: ответ отмечен.
toast-reopened = { $code }: снова в работе.
toast-assigned = Передано: { $title }.
toast-remembered = Запомнено. Перенесено сообщений: { $count }.
toast-reason = Причина записана.

refusal-no-such-message = Такого сообщения нет.
refusal-not-your-message = Это сообщение ведёт { $known ->
    [yes] блок «{ $whose }»
   *[no] руководитель или ответственный за канал
} (п. 3.3, 3.4 Положения).
refusal-answered-before = Ответ уже отмечен { DAY($moment) } в { TIME($moment) }.
refusal-not-answered = Сообщение и так в работе.
refusal-answered-in-registry = Ответ пришёл из выгрузки канала; вернуть в работу можно там.
refusal-same-block = Сообщение уже в блоке «{ $title }».
refusal-not-revealed-to-you = Заявителя видят только те, кому это разрешает профиль офиса.
refusal-reveal-in-private = Заявителя можно посмотреть только в личном чате.
