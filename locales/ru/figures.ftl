## Показатели за период: отчёт, сводка за неделю, всплески.

refusal-period-unreadable = Период «{ $period }» не прочитан. Примеры: 2026-10, 2026-W47, 2026-Q4, 2026, 2026-10-01..2026-10-31
refusal-period-backwards = Период кончается раньше, чем начинается: { DAY($first) } — { DAY($last) }. Поменяйте дни местами.
refusal-period-too-long = Показатели считаются не раньше чем с 2000 года и не больше чем за { $years } лет. Возьмите период короче.

period-week = { DAY($first) } — { FULLDAY($last) }
period-month = { MONTH($first) }
period-quarter = { $quarter } квартал { $year } г.
period-year = { $year } год
period-days = { DAY($first) } — { FULLDAY($last) }

figures-heading = <b>{ $kind ->
    [week] Сводка за неделю
   *[other] Показатели
} · { $period }</b>
    { $scope }
figures-received = <b>Поступило { $count }</b>{ $compared ->
    [yes] { " " }({ $sign }{ $change } к { $kind ->
        [week] прошлой неделе
        [month] прошлому месяцу
        [quarter] прошлому кварталу
        [year] прошлому году
       *[other] таким же дням раньше
    })
   *[no] { "" }
}
figures-month = В среднем за четыре недели до этого: { $count } в неделю, в срок { $share }
figures-outcome = Ответ в срок { $on_time } · с опозданием { $late } · просрочено { $overdue } · в работе { $waiting }
figures-share = В срок { $share }{ $compared ->
    [yes] { " " }(было { $before })
   *[no] { "" }
}
figures-stages = Важных { $important }, с промежуточным ответом { $interim }, опровергнуто { $refuted }
figures-time = Половина ответов — за { $median }, девять из десяти — за { $ninety }
figures-by-block = По блокам (поступило · просрочено · в срок)
figures-by-channel = По каналам
figures-by-topic = Чаще всего пишут
figures-line = { $title }: { $received } · { $overdue } · { $share }
figures-topic = { $title }: { $count }
figures-causes = Почему опоздали
figures-cause = { $reason }: { $count }
figures-cause-none = Причина не указана
figures-told = { $number ->
    [0] { "" }
   *[other] { $number }.{ " " }
}{ $grew ->
    [yes] 📈
   *[no] 🔁
} { $text }
figures-standing-out = <b>Обратите внимание</b>
figures-spike-topic = «{ $name }»: { $count } за неделю, обычно { $usual }
figures-spike-settlement = { $name }: { $count } за неделю, обычно { $usual }
figures-repeat = { $place } · { $topic }: повторно { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
} за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
figures-hours = { $count } ч
figures-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
figures-percent = { $count } %
figures-none-channel = Без канала
figures-none-block = Без блока
figures-none-topic = Без темы
figures-none-settlement = Место не указано
figures-none-unit = Без исполнителя
figures-no-before = Сравнить не с чем: за { $period } сообщений нет.
figures-changed-received = Поступило { $now }, было { $before }{ $way ->
    [more] , на { $change } больше
    [less] , на { $change } меньше
   *[same] { "" }
}.
figures-changed-overdue = Просрочено { $now }, было { $before }{ $way ->
    [more] , на { $change } больше
    [less] , на { $change } меньше
   *[same] { "" }
}.
figures-changed-share = В срок { $now } %, было { $before } %{ $way ->
    [more] , лучше на { $change }
    [less] , хуже на { $change }
   *[same] { "" }
}.
figures-changed-median = Половина ответов — за { $now }, было { $before }.
figures-more-topic = Больше пишут на тему «{ $name }»: { $now }, было { $before }.
figures-less-topic = Меньше пишут на тему «{ $name }»: { $now }, было { $before }.
figures-more-settlement = { $name }: пишут больше, { $now }, было { $before }.
figures-less-settlement = { $name }: пишут меньше, { $now }, было { $before }.
figures-draft = <b>В повестку заседания</b> (п. 4.4.2)

    Вопрос: { $question }
    Проект решения: { $decision }
    Основание: { $ground }
figures-question-spike = Рост сообщений: { $name }
figures-question-repeat = Повторные сообщения: { $topic }, { $place }
figures-decision = Разобрать причины, назначить исполнителя и срок.
figures-ground-spike = За семь дней по { DAY($last) } — { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[other] { $count } сообщений
}, обычно { $usual }.
figures-ground-repeat = { $place }: после первого сообщения повторно { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
} за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}.
figures-ground-outcome = За { $period }: поступило { $received }, ответ в срок { $on_time }, с опозданием { $late }, просрочено { $overdue }.
figures-proposed = Предложение в повестку внесено.
button-figures-propose = Вынести на заседание
figures-choose = Вынести на заседание — по номеру:
refusal-figures-not-out = Это больше не выделяется: сообщения за неделю изменились. Показываю как сейчас.
refusal-figures-proposed-before = Такое предложение уже ждёт решения руководителя.

## Отчёт для ЦУР: выбор периода, ход, файлы.

command-report = Отчёт за период

report-choose = <b>Отчёт</b> · { $scope }
    За какой период?
report-first-day = С какого дня?
report-last-day = С { FULLDAY($first) } — по какой день включительно?
report-making = <b>Готовлю отчёт</b> · { $period }
    { $scope }

    { $number } из { $of }: { $step ->
        [counting] считаю сообщения
        [table] собираю таблицу
        [print] верстаю PDF
       *[chart] рисую график
    }
report-ready = <b>Отчёт готов</b> · { $period }
    { $scope }

    Таблица XLSX, документ PDF и график — ниже. Числа в них одни и те же.
report-cancelled = { $known ->
    [yes] Отчёт отменён · { $period }
   *[no] Отчёт отменён.
}
report-failed = Отчёт не собрался · { $period }
    Причина — в журнале бота, её видит администратор. Попробуйте другой период.
report-caption-xlsx-file = Отчёт · { $period } · { $scope }
report-caption-pdf-file = Отчёт для ЦУР · { $period } · { $scope }
report-caption-png-file = { $period } · { $scope }

button-this-week = Эта неделя
button-last-week = Прошлая неделя
button-this-month = Этот месяц
button-last-month = Прошлый месяц
button-this-quarter = Этот квартал
button-last-quarter = Прошлый квартал
button-this-year = Этот год
button-last-year = Прошлый год
button-own-dates = Свои даты
button-figures-in-chat = Показатели в чате
button-other-report = Другой период
button-week-figures = Сводка за неделю

report-title = Отчёт о сообщениях жителей: { $period }
report-heading = ОТЧЁТ
report-subheading = о сообщениях жителей: { $period }
report-by-channel = По каналам
report-by-block = По блокам
report-by-topic = По темам
report-by-settlement = По населённым пунктам
report-by-unit = По подразделениям
report-caption-name = Название
report-caption-received = Поступило
report-caption-before = Было раньше
report-caption-on-time = В срок
report-caption-late = С опозданием
report-caption-overdue = Просрочено
report-caption-waiting = В работе
report-caption-share = Доля в срок
report-caption-median = Половина, ч
report-caption-ninety = 9 из 10, ч
report-caption-median-whole = Половина ответов дана за, ч
report-caption-ninety-whole = Девять ответов из десяти даны за, ч
report-stage-important = Важных
report-stage-interim = С промежуточным ответом
report-stage-refuted = Ответ опровергнут заявителем
report-caption-summary = Итоги
report-caption-changes = Что изменилось
report-caption-findings = Что выделяется
report-caption-causes = Причины опозданий
report-caption-reason = Причина
report-caption-count = Сообщений
report-caption-overdue-list = Просроченные
report-caption-channel = Канал
report-caption-number = Номер
report-caption-received-at = Поступило
report-caption-deadline = Срок
report-caption-overdue-by = Просрочка
report-caption-topic = Тема
report-caption-block = Блок
report-caption-unit = Подразделение
report-caption-settlement = Населённый пункт
report-caption-indicator = Показатель
report-caption-value = За период
report-caption-moment = На момент
report-caption-scope = Охват
report-caption-period = Период
report-caption-nothing-late = Опозданий нет.
report-caption-nothing-overdue = Просроченных нет.
report-caption-none-found = Ничего необычного.
report-caption-more = Ещё
report-caption-more-in-table = Ещё, в таблице XLSX
report-caption-hours-note = Часы считаются от поступления до ответа. «Было раньше» — предыдущий такой же период, каким он был столько же дней спустя.

chart-title = { $kind ->
    [week] Неделя { $period }
   *[other] { $period }
}
chart-received = поступило
chart-share = ответов в срок
chart-overdue = просрочено
chart-on-time = в срок
chart-late = позже
chart-overdue-part = просрочено
chart-waiting = в работе
chart-by-block = По блокам
chart-by-channel = По каналам
chart-topics = Чаще всего пишут
chart-topic = { $count }{ $compared ->
    [yes] { " " }(было { $before })
   *[no] { "" }
}

refusal-only-officers-report = Отчёты готовят руководитель и ответственные за каналы (п. 2.2.1, 3.2, 3.4 Положения). Показатели своего блока — под сводкой: «Сводка за неделю».
refusal-no-such-report = Такого отчёта нет. Начните заново: /report
refusal-report-is-choosing = Сначала выберите период.
refusal-report-is-asked = Отчёт уже готовится.
refusal-report-is-ready = Отчёт уже готов, файлы ниже.
refusal-report-is-cancelled = Этот отчёт отменён. Начните заново: /report
refusal-report-period-unreadable = Период «{ $period }» не прочитан. Примеры: /report ноябрь, /report 3 квартал 2025, /report 01.10–15.10.2026. Или выберите кнопкой: /report
refusal-period-ahead = Этот период ещё не начался. Выберите дни не позже сегодняшнего.
refusal-report-is-failed = Этот отчёт не собрался. Начните заново: /report
figures-presumed = Блок определён предположительно у { $count ->
    [one] { $count } сообщения
   *[other] { $count } сообщений
}
figures-outside = Вне контроля ещё { $count }: отозваны, не наши или отклонены
