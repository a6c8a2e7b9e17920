# Срок сообщения: продление, рассмотрение как обращения, перенаправление.

term-amount = { $unit ->
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
}
term-unregistered = { $late ->
    [yes] <b>Не зарегистрировано</b>, срок был { DAY($day) }
   *[no] <b>Не зарегистрировано</b>, срок { DAY($day) }
} ({ $source })
term-as-appeal = Рассматривается как обращение ({ $source }).
term-extended = Продлён на { $amount }: { $reason }{ $told ->
    [yes] ; заявителю сообщено { DAY($day) }
   *[no] { "" }
} ({ $source })
message-forwarded = <b>Перенаправлено</b> { DAY($moment) }{ $late ->
    [yes] , с опозданием: { $by }
   *[no] , в срок
} ({ $source })
    Куда: { $whither }

term-ask-extend-amount = На сколько продлить? Не больше чем на { $amount } ({ $source }).
term-ask-extend-told = Когда заявителю сообщили о продлении ({ $source })?
term-ask-extend-reason = Почему срок продлевается?
term-ask-extend-own-reason = Напишите причину своими словами, до 300 знаков.
term-ask-register-day = Когда обращение зарегистрировано? Срок ответа считают от этого дня (59-ФЗ, ст. 12 ч. 1).
term-ask-forward-day = Когда обращение перенаправлено? Срок — 7 дней со дня регистрации (59-ФЗ, ст. 8 ч. 3).
term-ask-forward-whither = Куда перенаправлено? Напишите название органа, до 300 знаков. Заявителя об этом уведомляют (59-ФЗ, ст. 8 ч. 3).

extension-reason-data-awaited = Запрошены сведения
extension-reason-visit-needed = Нужен выезд на место
extension-reason-works-needed = Нужны работы, ждём подрядчика

button-extend = Продлить
button-as-appeal = Как обращение
button-as-own = Не как обращение
button-registered = Зарегистрировано
button-registered-otherwise = Дата регистрации
button-forward = Перенаправить
button-day-today = Сегодня
button-day-yesterday = Вчера
button-day-other = Другой день

toast-extended = { $code }: срок продлён до { DAY($day) }.
toast-registered = { $code }: зарегистрировано, срок { DAY($day) }.
toast-as-appeal = { $code }: срок теперь { DAY($day) }.

refusal-term-answered = Ответ уже дан { DAY($moment) }: срок больше не меняется. Сначала верните сообщение в работу.
refusal-term-not-extended = Срок канала «{ $channel }» не продлевается ({ $source }). { $appeal ->
    [yes] Если рассматриваете сообщение как обращение, нажмите «Как обращение»: тогда 30 дней и продление по 59-ФЗ.
   *[no] Если ответ задержится, укажите причину.
}
refusal-term-extended-before = Срок уже продлевали { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[other] { $times } раз
}, больше нельзя ({ $source }). Укажите причину задержки.
refusal-term-too-long = Продлить можно не больше чем на { $most } { $unit ->
    [working_days] раб. дн.
    [calendar_days] дн.
    [working_hours] раб. ч
   *[hours] ч
} ({ $source }).
refusal-term-citizen-not-told = О продлении сообщают заявителю ({ $source }): укажите, когда это сделано.
refusal-term-told-late = Заявителю сообщено { DAY($day) }, а срок истёк { DAY($deadline) }: продлевают до его окончания ({ $source }). Укажите причину просрочки.
refusal-term-day-to-come = { DAY($day) } ещё не наступило. Укажите день, когда это уже сделано.
refusal-term-day-too-early = { DAY($day) } — раньше поступления ({ DAY($received) }). Проверьте дату.
refusal-term-no-appeal = Сообщения канала «{ $channel }» как обращения здесь не рассматривают: срок у них свой.
refusal-term-extended-as-appeal = Срок уже продлён как у обращения (59-ФЗ, ст. 12 ч. 2): обратно он не меняется.
refusal-term-not-forwarded = Перенаправляют обращения (59-ФЗ, ст. 8 ч. 3), а это сообщение канала «{ $channel }». { $appeal ->
    [yes] Если рассматриваете его как обращение, сначала нажмите «Как обращение».
   *[no] Передайте его другому блоку.
}
refusal-term-not-registered = Сообщения канала «{ $channel }» отдельно не регистрируют: их срок считают от поступления или по выгрузке.
refusal-term-registered-before = Уже зарегистрировано { DAY($day) } по выгрузке. Если дата неверна, исправьте её в системе: следующая выгрузка её обновит.
