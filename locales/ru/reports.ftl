# Отчёт для ЦУР: выбор периода, ход, файлы.

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
report-caption-late = Позже срока
report-caption-overdue = Просрочено
report-caption-waiting = В работе
report-caption-share = Доля в срок
report-caption-median = Половина, ч
report-caption-ninety = 9 из 10, ч
report-caption-median-whole = Половина ответов дана за, ч
report-caption-ninety-whole = Девять ответов из десяти даны за, ч
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
refusal-report-in-private = Отчёт приходит в личный чат: откройте его и повторите /report
refusal-no-such-report = Такого отчёта нет. Начните заново: /report
refusal-report-is-choosing = Сначала выберите период.
refusal-report-is-asked = Отчёт уже готовится.
refusal-report-is-ready = Отчёт уже готов, файлы ниже.
refusal-report-is-cancelled = Этот отчёт отменён. Начните заново: /report
refusal-report-period-unreadable = Период «{ $period }» не прочитан. Примеры: /report ноябрь, /report 3 квартал 2025, /report 01.10–15.10.2026. Или выберите кнопкой: /report
refusal-period-ahead = Этот период ещё не начался. Выберите дни не позже сегодняшнего.
refusal-report-is-failed = Этот отчёт не собрался. Начните заново: /report
