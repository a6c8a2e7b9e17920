# Поручения: что решено, кто исполняет, как исполнено.

command-tasks = Поручения

task-heading = { $standing ->
    [late] 🔴 <b>{ $number } · просрочено: { $lateness }</b>
    [reported] <b>{ $number } · отчёт на приёмке</b>
    [returned] <b>{ $number } · возвращено</b>{ $today ->
        [yes] , срок сегодня
       *[no] { $dated ->
            [yes] , срок { DAY($due) }
           *[no] { "" }
        }
    }
    [accepted] ✓ { $number } · исполнено { $late ->
        [0] { $dated ->
            [yes] в срок
           *[no] { "" }
        }
       *[other] с опозданием: { $lateness }
    }
   *[open] <b>{ $number }</b> · { $today ->
        [yes] срок сегодня
       *[no] { $dated ->
            [yes] срок { DAY($due) }
           *[no] без срока
        }
    }
}
task-question = Вопрос { $item }: { $text }
task-decision = { $text }
task-seat-vacant = место { $seat } · вакансия
task-executor = Исполняет: { $title }
task-term = { $dated ->
    [yes] Срок { FULLDAY($due) }
   *[no] Срок не назначен
} · протокол № { $number } от { DAY($day) }
task-by-hand = У исполнителя нет чата с ботом: передайте поручение сами и отметьте исполнение здесь.

task-step-reported = { SHORTDAY($at) } { TIME($at) } · { $who }: исполнено{ $told ->
    [yes] {" "}— «{ $text }»
   *[no] { "" }
}{ $files ->
    [0] { "" }
   *[other] , файлов { $files }
}
task-step-accepted = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
}: принято{ $told ->
    [yes] {" "}— «{ $text }»
   *[no] { "" }
}{ $files ->
    [0] { "" }
   *[other] , файлов { $files }
}
task-step-returned = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
}: возвращено — «{ $text }»
task-step-extension-asked = { SHORTDAY($at) } { TIME($at) } · { $who }: просит продлить до { DAY($until) } — «{ $text }»
task-step-extended = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
}: срок продлён до { DAY($until) }
task-step-extension-declined = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
}: срок до { DAY($until) } не продлён

task-ask-report = Напишите, что сделано, пришлите файлы — сюда же. Отчёт уйдёт руководителю по кнопке «Подтвердить» (п. 4.4.3).
task-note = «{ $text }»
task-attached = 📎 { $name }
task-file = К поручению { $number }
task-ask-until = До какого дня просите продлить?
task-ask-extension-reason = До { FULLDAY($until) }. Напишите причину: без неё просьба не уйдёт.
task-ask-return = Напишите, что доделать: исполнитель получит эти слова вместе с поручением.

tasks-heading = <b>Поручения{ $whole ->
    [yes] {" "}· весь офис
   *[no] { "" }
}</b>
tasks-of-executor = { $title }
tasks-figures = Просрочено { $late } · до { DAY($until) } ещё { $soon } · всего открыто { $open }{ $waiting ->
    [0] { "" }
   *[other] {" "}· ждут руководителя { $waiting }
}
tasks-section-waiting = Ждут слова руководителя:
tasks-section-late = Просрочено:
tasks-section-soon = Срок скоро:
tasks-section-open = Открытые:
tasks-section-done = Исполненные:
tasks-none = Открытых поручений нет.
tasks-line =
    { $number }. { $heading }
    { "   " }{ $decision }
    { "   " }<i>{ $executor }</i>
tasks-choose-executor = Чьи поручения показать?

digest-tasks = <b>Поручения</b>: просрочено { $late } · до { DAY($until) } ещё { $soon }{ $waiting ->
    [0] { "" }
   *[other] {" "}· на приёмке { $waiting }
} — /tasks
start-tasks = Поручения: открыто { $open }, просрочено { $late }{ $waiting ->
    [0] { "" }
   *[other] , ждут вас { $waiting }
}

task-reminder = Напоминание: { $kind ->
    [soon] срок близко.
    [today] срок { $exact ->
        [yes] сегодня
       *[no] выпадает на выходной, сегодня последний рабочий день
    }.
   *[late] срок прошёл. { $mine ->
        [yes] Отчитайтесь или попросите продлить.
       *[no] Узнайте, как идёт исполнение.
    }
}

follow-up-question = Об исполнении решений прошлых заседаний
follow-up-draft = Принять к сведению: из { $total ->
    [one] { $total } поручения
   *[other] { $total } поручений
} исполнено { $done }, в срок { $in_time }; не исполнено { $open }{ $late ->
    [0] { "" }
   *[other] , просрочено { $late }: { $numbers }
}.
task-table-file = Исполнение решений на { SHORTDAY($day) }.pdf
toast-follow-up = Вопрос стоит первым, таблица приложена. Поручений в ней: { $count }.
refusal-follow-up-is-there = Вопрос об исполнении решений уже в повестке.
refusal-no-tasks-to-follow = Поручений пока нет: отчитываться не о чем.
button-follow-up = Об исполнении решений
button-tasks-agenda = В повестку

task-table-title = Об исполнении решений проектного офиса на { $day }
task-table-heading = ОБ ИСПОЛНЕНИИ РЕШЕНИЙ
task-table-subheading = на { $day }
task-table-figures = Поручений { $total }: исполнено { $done }, из них в срок { $in_time }; отчёт на приёмке { $waiting }; в работе { $open }, из них просрочено { $late } (п. 4.4.3 Положения).
task-table-number = №
task-table-decision = Решение
task-table-executor = Исполнитель
task-table-due = Срок
task-table-standing = Исполнение
task-table-seat = { $name }, { $position }
task-table-no-due = без срока
task-table-is-open = { $late ->
    [0] в работе
   *[other] просрочено: { $lateness }
}
task-table-is-returned = возвращено на доработку{ $late ->
    [0] { "" }
   *[other] , просрочено: { $lateness }
}
task-table-is-reported = отчёт { $day }, на приёмке
task-table-is-accepted = исполнено { $day }{ $dated ->
    [yes] { $late ->
        [0] , в срок
       *[other] , с опозданием: { $lateness }
    }
   *[no] { "" }
}

button-task-done = Исполнено
button-task-extend = Прошу продлить
button-task-accept = Принять
button-task-return = Вернуть
button-task-grant = Продлить до { SHORTDAY($until) }
button-task-decline = Не продлевать
button-task-files = Файлы: { $count }
button-tasks-waiting = На приёмке { $count }
button-tasks-late = Просрочено { $count }
button-tasks-soon = Скоро { $count }
button-tasks-open = Открытые { $count }
button-tasks-done = Исполненные { $count }
button-tasks-executors = По исполнителям
button-tasks-everyone = Все исполнители

toast-task-reported = { $number }: { $state ->
    [accepted] исполнение отмечено.
   *[reported] отчёт ушёл руководителю.
}
toast-task-accepted = { $number }: исполнение принято.
toast-task-extended = { $number }: срок продлён до { DAY($due) }.
toast-extension-declined = { $number }: срок прежний, исполнителю сообщено.

refusal-no-such-task = Такого поручения нет. Ваши поручения: /tasks
refusal-no-tasks-for-you = Поручения исполняют члены проектного офиса и подразделения (п. 4.4.3, 4.7 Положения).
refusal-not-your-task = Поручение { $number } дано другому исполнителю: действовать по нему может только он (п. 4.7 Положения). Ваши: /tasks
refusal-task-is-open = По поручению { $number } ещё не отчитались: принимать и возвращать нечего (п. 3.2 Положения).
refusal-task-is-returned = Поручение { $number } уже возвращено, нового отчёта ещё нет (п. 3.2 Положения).
refusal-task-is-reported = Отчёт по поручению { $number } от { DAY($day) } ждёт решения руководителя (п. 3.2 Положения).
refusal-task-is-accepted = Исполнение поручения { $number } уже принято (п. 3.2 Положения).
refusal-task-without-due = У поручения { $number } нет срока: продлевать нечего.
refusal-task-without-files = К поручению { $number } файлов не приложено.
refusal-extension-not-later = Продлить можно не раньше чем до { DAY($earliest) }. Выберите другой день.
refusal-extension-not-asked = О продлении поручения { $number } сейчас не просят.
