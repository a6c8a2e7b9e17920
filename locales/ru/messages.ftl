## Сообщения жителей: карточка и действия.

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
message-answered = <b>Ответ дан</b> { DAY($moment) }{ CLOCK($moment, " в ") }, в срок
message-answered-late = <b>Ответ дан</b> { DAY($moment) }{ CLOCK($moment, " в ") }, с опозданием: { $late }
message-outside-withdrawn = <b>Отозвано заявителем</b>
message-outside-not-ours = <b>Не наше</b>, с контроля снято
message-outside-rejected = <b>Отклонено модератором</b>
message-said-status = Состояние в выгрузке: «{ $status }»
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
message-whole-topic = Тема полностью: { $topic }
message-applicant = Заявитель: { $name }. Адрес: { $place }
message-no-reason = Причина просрочки не указана.
message-reason = Причина: { $reason }
message-ask-blocks = К какому блоку относится?
message-ask-reasons = Почему ответ задерживается?
message-ask-own-reason = Напишите причину своими словами, до 300 знаков.
message-ask-pass = Передать в блок «{ $title }»? Дальше сообщение ведёт он, вернуть сможет только он или руководитель.
message-not-yours = Сообщение ведёт { $known ->
    [yes] блок «{ $title }»
   *[no] руководитель или ответственный за канал
}.
message-passed-to-you = <b>Вам передано сообщение</b>: { $channel } { $code } · { $topic }
    Срок { DAY($deadline) }. От кого: { $who }
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
button-reveal = Показать заявителя
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
refusal-answered-before = Ответ уже отмечен { DAY($moment) }{ CLOCK($moment, " в ") }.
refusal-forwarded-before = Сообщение перенаправлено { DAY($moment) }{ CLOCK($moment, " в ") }, отвечает теперь: { $whither }. Если это не так, верните сообщение в работу.
refusal-not-answered = Сообщение и так в работе.
refusal-answered-in-registry = Ответ пришёл из выгрузки канала; вернуть в работу можно там.
refusal-same-block = Сообщение уже в блоке «{ $title }».
refusal-not-revealed-to-you = Заявителя видят только те, кому это разрешает профиль офиса.
refusal-too-many-to-look-at = С адресами и ссылками выгружают не больше { $limit } сообщений сразу: каждое записывается в журнал. Уточните отбор.

## Карточка сообщения: ответ, подразделение, вынесение на заседание, история.

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
message-result-unsaid = Результат не отмечен.
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

history-line = { DAY($moment) } { TIME($moment) } · { $by ->
    [bot] бот
    [acting] и.о. { $name }
   *[seat] { $name }
} · { $what }
history-received = { DAY($moment) }{ CLOCK($moment, " ") } · поступило
history-answer-judged = качество ответа: { $named ->
    [no] замечаний нет
   *[other] { $what }
}
history-answer-result = результат: { $what }
history-applicant-looked-at = посмотрели заявителя
history-delay-explained = указана причина просрочки
history-handled-as-appeal = изменён порядок рассмотрения
history-message-answered = ответ дан { $what }
history-moment = { DAY($moment) }{ CLOCK($moment, " ") }
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
refusal-answer-before-received = Сообщение поступило { DAY($moment) }{ CLOCK($moment, " в ") }: ответить раньше не могли. Укажите другую дату.
refusal-answer-date-unread = Дата не читается: «{ $text }». Напишите так: 23.11.2026 15:30, 23.11 или «вчера».
refusal-proposed-before = Это сообщение уже предложено в повестку и ждёт решения руководителя (п. 4.4.2).

## Реестр сообщений: фильтры, поиск, список.

command-messages = Реестр сообщений
message-list-heading = <b>Реестр сообщений</b>
message-list-filters = { $text }
message-list-found = { $more ->
    [yes] Найдено больше { $count }
   *[no] Найдено { $count }
}
message-list-ask-words = Напишите слова, до 100 знаков: они найдутся в любой форме.
message-list-ask-section = Какие сообщения показать?
message-list-ask-block = Какой блок?
message-list-ask-channel = Какой канал?
message-list-ask-unit = Какое подразделение?
message-list-ask-topic = Какая тема? Здесь самые частые в списке.

button-filter-section = Состояние
button-filter-block = Блок
button-filter-channel = Канал
button-filter-unit = Подразделение
button-filter-topic = Тема
button-find = Найти
button-clear-filters = Сбросить
button-any = Любое значение


## Сообщение, внесённое вручную: /add и пересланная публикация.

command-add = Внести сообщение

add-preview = <b>Проверьте и внесите</b>
add-done = <b>Внесено</b>
add-cancelled = Сообщение не внесено.
add-line-channel = { $value }
add-line-number = Номер: { $value }
add-line-topic = Тема: { $value }
add-line-place = Место: { $value }
add-line-url = { $value }
add-line-day = Поступило { DAY($moment) }{ CLOCK($moment, " в ") }
add-line-author = Заявитель записан и скрыт.
add-line-files = Файлов: { $count }

add-ask-channel = <b>Новое сообщение.</b> Из какого канала?
add-paused = Сообщение не внесено, черновик ждёт.
button-add-go-on = Продолжить
add-ask-number = Какой у него номер в системе? Напишите или возьмите наш.
add-ask-topic = О чём оно? Напишите тему, до 400 знаков.
add-ask-text = Напишите сам текст сообщения.
add-ask-place = Где это? Напишите адрес или село.
add-ask-day = Когда поступило? Нажмите или напишите: 20.11.2026 14:30

button-add-done = Внести
button-add-channel = Канал
button-add-number = Номер
button-add-topic = Тема
button-add-text = Текст
button-add-place = Место
button-add-day = Дата
button-add-skip = Пропустить
button-add-own-number = Без номера
button-message-files = Файлы

refusal-only-officers-add = Сообщения вносят ответственные лица и руководитель (п. 3.4, 3.2 Положения). Перешлите его им.
refusal-add-no-channel = Выберите канал сообщения.
refusal-add-no-words = Нужны тема или текст: без них сообщение не внести.
refusal-add-bad-day = Дата не читается. Напишите так: 20.11.2026 14:30
refusal-add-day-to-come = { DAY($moment) } в { TIME($moment) } ещё не наступило. Укажите, когда сообщение поступило.
refusal-number-personal = Это имя, телефон или адрес, а не номер: номер видят в чатах все. Напишите только номер.
refusal-add-number-taken = { $channel } { $code } уже есть. Откройте то сообщение или измените номер.
refusal-add-nothing-forwarded = В пересланном нет ни текста, ни фото: вносить нечего. Перешлите публикацию целиком или наберите /add

## Срок сообщения: продление, рассмотрение как обращения, перенаправление.

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

## Пересчёт сроков и блоков после смены профиля.

recount-report = Сроки пересчитаны: { $messages ->
    [one] { $messages } сообщение
    [few] { $messages } сообщения
   *[other] { $messages } сообщений
}
    Срок изменился у { $deadlines }, блок — у { $blocks }. Профиль офиса или производственный календарь изменились; что было и что стало — в таблице.
recount-sheet = Пересчёт
recount-headers = Тема | Канал | Номер | Срок был | Срок стал | Блок был | Блок стал
block-presumed = { $title } (предположительно)
message-doubt = Блок неясен. Вероятнее всего:

## Несколько сообщений сразу.

button-list-reveal = Ссылки и адреса (запишется)
button-several = Отметить несколько
button-several-all = Все по этому отбору
button-several-ticked = С отмеченными: { $count }
button-several-answered = Ответ дан
button-several-reason = Причина просрочки
button-several-block = Другой блок
button-several-unit = Подразделение
message-list-ask-ticks = Отметьте номера или возьмите все по этому отбору.
several-ask-what = { $count ->
    [one] <b>{ $count } сообщение.</b> Что сделать?
    [few] <b>{ $count } сообщения.</b> Что сделать?
   *[other] <b>{ $count } сообщений.</b> Что сделать?
}
several-ask-reason = Почему ответы задерживаются? Сообщений: { $count }
several-ask-own-reason = Напишите причину своими словами, до 300 знаков. Сообщений: { $count }
several-ask-block = К какому блоку относятся? Сообщений: { $count }
several-ask-unit = Какое подразделение отвечает? Сообщений: { $count }
several-doing = { $doing ->
    [answered] <b>Ответ дан</b>
    [reason] <b>Причина:</b> { $value }
    [block] <b>Блок:</b> { $value }
   *[unit] <b>Подразделение:</b> { $value }
}
several-ask-confirm = { $doing ->
    [answered] <b>Отметить, что ответ дан?</b>
    [reason] <b>Записать причину «{ $value }»?</b>
    [block] <b>Передать в блок «{ $value }»?</b> Дальше сообщения ведёт он.
   *[unit] <b>Поручить подразделению «{ $value }»?</b>
}
    Сообщений: { $count }
several-confirmed = Делаю: { $looked } из { $count }
several-done = Сделано { $done } из { $count }
several-passed-to-you = { $count ->
    [one] <b>Вам передано { $count } сообщение.</b> Оно в сводке и в /messages
    [few] <b>Вам передано { $count } сообщения.</b> Они в сводке и в /messages
   *[other] <b>Вам передано { $count } сообщений.</b> Они в сводке и в /messages
}
several-cancelled = Ничего не изменено.
several-left-answered = Уже отвечены: { $count }
several-left-changed = Изменены другими: { $count }
several-left-not-yours = Ведут другие: { $count }
several-left-same = Так и было: { $count }
refusal-several-none = Отметьте номера. Если отмеченные уже отвечены, делать с ними нечего.
refusal-several-too-many = За раз можно не больше { $limit }. Сузьте отбор.
refusal-several-ticked = За раз можно отметить не больше { $limit }. Возьмите «Все по этому отбору».

## Образцы ответов по темам.

button-template = Образец ответа
button-template-change = Изменить текст
button-template-keep = Запомнить для темы
template-text = <pre>{ $text }</pre>
template-unknown-places = Останется как есть: { $places }. Подставляются только {"{"}номер{"}"}, {"{"}дата{"}"} и {"{"}подразделение{"}"}.
template-none = Образца для темы «{ $topic }» ещё нет. Напишите ответ: он пригодится и другим сообщениям на эту тему.
template-ask-own = Напишите текст ответа, до 2000 знаков. Сами подставятся {"{"}номер{"}"}, {"{"}дата{"}"} и {"{"}подразделение{"}"}.
toast-template-kept = Образец записан для темы.
history-template-kept = образец ответа записан для темы
refusal-template-no-topic = У сообщения нет темы, а образцы хранятся по темам.

## Этапы срока: важность, промежуточный ответ, опровержение.

stage-important = Повышенная важность: срок короче ({ $source }).
stage-interim = Промежуточный ответ дан { DAY($moment) }{ CLOCK($moment, " в ") }; окончательный — в срок ({ $source }).
stage-refuted = Ответ опровергнут заявителем { DAY($moment) }: на доработке ({ $source }).
stage-mark-important = важное
stage-mark-interim = промежуточный ответ дан
stage-mark-refuted = опровергнуто
button-stage-important = Повысить важность
button-stage-usual = Обычная важность
button-stage-interim = Промежуточный ответ
button-stage-refuted = Опровергнут заявителем
toast-stage = { $code }: срок теперь { DAY($day) } в { TIME($day) }.
history-answer-refuted = ответ опровергнут заявителем
history-importance-marked = изменена важность
history-interim-answered = промежуточный ответ дан { $what }
refusal-stage-unknown = У канала «{ $channel }» такого этапа срока нет.
refusal-stage-interim-before = Промежуточный ответ уже дан { DAY($moment) }{ CLOCK($moment, " в ") }: дальше — окончательный.
refusal-stage-refuted-late = Опровергнуть ответ можно за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} ({ $source }): этот срок прошёл.
