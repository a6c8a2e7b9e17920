# Показатели за период: отчёт, сводка за неделю, всплески.

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
figures-time = Половина ответов — за { $median }, девять из десяти — за { $ninety }
figures-by-block = По блокам (поступило · просрочено · в срок)
figures-by-channel = По каналам
figures-by-topic = Чаще всего пишут
figures-line = { $title }: { $received } · { $overdue } · { $share }
figures-topic = { $title }: { $count }
figures-causes = Почему опоздали
figures-cause = { $reason }: { $count }
figures-cause-none = Причина не указана
figures-told = { $grew ->
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
figures-none-block = Не распределено
figures-none-topic = Без темы
figures-none-settlement = Место не указано
figures-none-unit = Исполнитель не определён
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
figures-more-settlement = Больше пишут из { $name }: { $now }, было { $before }.
figures-less-settlement = Меньше пишут из { $name }: { $now }, было { $before }.
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
button-figures-propose = { $kind ->
    [only] Вынести на заседание
    [topic] На заседание, рост темы: { $name }
    [repeat] На заседание, повторно: { $name }
   *[settlement] На заседание, рост: { $name }
}
refusal-figures-in-private = Показатели приходят в личный чат: откройте его и повторите.
refusal-figures-not-out = Это больше не выделяется: сообщения за неделю изменились. Показываю как сейчас.
refusal-figures-proposed-before = Такое предложение уже ждёт решения руководителя.
