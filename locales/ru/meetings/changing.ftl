# Изменения созванного заседания: повестка, перенос, отмена.

change-heading = <b>Изменение заседания № { $number }</b> · до открытия (п. 3.2)
change-untold = <b>Ещё не сообщено</b>
changes-heading = <b>Изменения в повестке</b> · заседание № { $number }, { DAY($moment) } в { TIME($moment) }
change-moment = Время: { DAY($moment) }, { TIME($moment) }
change-place = Место: { $place }
change-form = Форма: { $form ->
    [video] по видеосвязи
    [mixed] очно и по видеосвязи
   *[in_person] очно
}
change-link = Ссылка на видеосвязь обновлена
change-people-added = Участвуют также: { $names }
change-people-removed = Больше не участвуют: { $names }
change-added = + Вопрос { $number }: { $question }
change-removed = − Снят вопрос: { $question }
change-reworded = Вопрос { $number } теперь звучит так: { $question }
change-speaker = Вопрос { $number }: другой докладчик
change-decision = Вопрос { $number }: изменён проект решения
change-execution = Вопрос { $number }: изменены исполнители или срок
change-materials = Вопрос { $number }: изменены материалы
change-order = Порядок вопросов изменён
change-more = и ещё { $count }
postponed-notice = <b>Заседание № { $number } переносится</b> с { DAY($before) }, { TIME($before) } на <tg-time unix="{ UNIX($moment) }">{ DAY($moment) } ({ WEEKDAY($moment) }), { TIME($moment) }</tg-time>.{ $answers ->
    [yes] { " Прежние ответы не действуют: ответьте, пожалуйста, заново." }
   *[no] { "" }
}
cancelled-notice =
    <b>Заседание № { $number } отменено</b> · { DAY($moment) }, { TIME($moment) }
    Причина: { $reason }
confirm-postpone = Перенести заседание № { $number } с { DAY($before) }, { TIME($before) } на { DAY($moment) } ({ WEEKDAY($moment) }), { TIME($moment) }? Всем уйдёт сообщение, ответы «Буду» и «Не смогу» обнулятся.
cancel-ask-reason = Напишите причину отмены: её прочитают все приглашённые.
confirm-cancel-meeting =
    Отменить заседание № { $number }? Вернуть его нельзя, номер останется занят.
    Причина: { $reason }
meeting-cancelled = Отменено: { $reason }

button-change = Изменить
button-postpone = Перенести
button-announce = Сообщить об изменениях
button-cancel-meeting = Отменить заседание

toast-announced = Сообщение об изменениях отправлено всем.
toast-postponed = Заседание № { $number } перенесено, всем сообщено.
toast-cancelled = Заседание № { $number } отменено, всем сообщено.

refusal-nothing-to-announce = С последнего сообщения ничего не изменилось.
refusal-same-moment = Заседание и так назначено на { DAY($moment) }, { TIME($moment) }.
refusal-meeting-is-cancelled = Заседание № { $number } отменено, его карточка больше не действует.
refusal-bad-link = Такую ссылку кнопка не откроет. Пришлите адрес видеовстречи целиком: https://, имя сервера с точкой, без обратной черты; порт, если он есть, — от 1 до 65535.
refusal-reason-without-answer = Причину записывают после ответа «Не смогу».

# Что предлагает извещение: проекты решений, материалы, календарь, видеосвязь.

button-drafts = Проекты решений
button-materials = Материалы
button-calendar = В календарь
button-video = Подключиться по видеосвязи
drafts-heading = <b>Проекты решений</b> · { $number ->
    [0] черновик заседания
   *[other] заседание № { $number }
}{ $pages ->
    [1] { "" }
   *[other] { " · " }{ $page } из { $pages }
}
remark-ask = Вопрос { $item } · { $question }
    Напишите замечание к проекту решения. Его увидят ведущий и докладчик; в протокол оно не попадёт.
remark-line = <i>Замечание к проекту · { $name }:</i> { $text }
remark-told = <b>Замечание к проекту решения</b> · заседание № { $number }, вопрос { $item }, { $question }
    { $name }: { $text }
remarks-made = Замечаний к проектам решений: { $count }. Они под проектами: «Проекты решений».
button-remark = Замечание к проекту{ $count ->
    [1] { "" }
   *[other] { " " }{ $item }
}
refusal-remark-without-draft = У вопроса { $item } проекта решения пока нет: замечать нечего.
refusal-remarks-enough = К проекту { $item } у вас уже { $limit } замечаний: больше не помещается. Скажите остальное на заседании.
file-of-item = Вопрос { $number }
calendar-file = Заседание № { $number } от { $day }
calendar-title = Заседание проектного офиса № { $number }
calendar-caption = { $cancelled ->
    [yes] Заседание № { $number } отменено: откройте файл, и календарь снимет его.
   *[no] Заседание № { $number }, { DAY($moment) } в { TIME($moment) }: откройте файл, и оно встанет в календарь. Перенесут — пришлю новый.
}
away-reason-kept = Записано: причину увидит ведущий, и она будет в протоколе.

refusal-answer-outdated = Время заседания изменилось: теперь { DAY($moment) }, { TIME($moment) }. Ответьте на новой карточке: /meeting
refusal-no-draft-decisions = Проектов решений в повестке нет.
refusal-no-materials = К вопросам повестки материалы не приложены.
