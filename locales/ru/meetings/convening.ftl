# Созыв заседания.

draft-heading = <b>Новое заседание</b> · предпросмотр
draft-no-date = Когда: не указано
draft-moment = Когда: { WEEKDAY($moment) }, { FULLDAY($moment) }, { TIME($moment) }{ $day_off ->
    [yes] { "" } — выходной день
   *[no] { "" }
}
draft-place = Где: { $place }
draft-form = Форма: { $form ->
    [video] по видеосвязи
    [mixed] очно и по видеосвязи
   *[in_person] очно
}{ $link ->
    [none] { "" }
   *[other] { ", " }{ $link }
}
draft-participants = Участники: { $count } ({ $names })
draft-below-quorum = Выбрано меньше кворума: нужно { $needed } (п. 4.3.1), { $missing ->
    [one] должен
   *[other] должны
} прийти ещё { $missing }.
draft-guests = Приглашённых: { $count } (п. 4.5, без права голоса)
draft-no-agenda = В повестке пока нет вопросов.
draft-discarded = Черновик заседания удалён. Начать заново: /convene
draft-sent = Заседание № { $number } созвано: { DAY($moment) }, { TIME($moment) }. Карточка заседания: /meeting
draft-cancelled = Заседание № { $number } отменено: { $reason }
draft-submitted = Ждёт подтверждения: { $who }.
draft-missing = { $sends ->
    [yes] Чтобы разослать
   *[no] Чтобы передать на подтверждение
}, { $what ->
    [date] укажите дату и время
    [agenda] добавьте хотя бы один вопрос
   *[people] выберите участников
}.
draft-discard = Удалить черновик? Повестка не сохранится.
draft-choose-date = { $proposed ->
    [yes] Когда свободны участники — первые кнопки: их отсутствия, другие заседания и рабочее время учтены. Другой день — в календаре.
   *[no] Выберите день заседания.
}
button-proposed-time = { DAYNAME($moment) } { SHORTDAY($moment) } { TIME($moment) } · { $free } из { $count }
draft-choose-time = { WEEKDAY($day) }, { DAY($day) }: выберите время.
draft-choose-form = Как участвуют члены проектного офиса? Положение формы не называет, её определяет ведущий; она будет в протоколе.
draft-agenda = <b>Повестка</b>
draft-item = <b>Вопрос { $number }</b>
draft-item-speaker = Докладчик: { $name }
draft-item-decision = Проект решения: { $text }
draft-item-executors = Исполнители: { $names }
draft-item-due = Срок: { FULLDAY($day) }
draft-item-materials = Материалы: { $count }
draft-item-task = { "   " }{ $executors ->
    [none] исполнители не указаны
   *[other] исполнение: { $executors }
}, { $dated ->
    [yes] срок { FULLDAY($due) }
   *[no] срок не указан
}
draft-speaker-outside = Вопрос { $item }: докладчик — { $name }, а среди участников его нет. Добавьте: «Участники».
draft-chair-takes-part = { $who } ведёт заседание и войдёт в состав участников: председательствующий участвует всегда (п. 4.3).
draft-item-no-due = Срок: не указан
draft-none = { $what ->
    [executors] не указаны
   *[other] не указан
}
draft-choose-speaker = Кто докладывает?
draft-choose-executors = Кто исполняет? Подразделения или места в составе:
draft-choose-due = К какому дню исполнить?
draft-materials = <b>Материалы вопроса { $number }</b>: { $count }
draft-proposals-wait = Предложений ждут решения: { $count }
draft-choose-proposal = { $count ->
    [0] Предложений больше нет.
   *[other] Какое предложение взять в повестку? В очереди: { $count }.
}
draft-without-chat = Без чата: { $names } — сообщите сами, бот до них не дойдёт.
draft-choose-participants = Выбрано { $count }, для кворума нужно { $needed } (п. 4.3.1). Состав участников определяет руководитель (п. 3.2).
draft-choose-guests = Кого пригласить без права голоса (п. 4.5)?
draft-guest-link =
    Ссылка для приглашённого, на одно заседание: { $link }
    Перешлите её; заявку подтвердите, когда человек назовёт себя.
draft-ask-place = Напишите место проведения: например, «каб. 12».
draft-ask-link = Пришлите ссылку на видеовстречу: кнопка с ней будет на карточке заседания. Пока ссылки нет — «Назад», добавите позже.
draft-ask-question =
    Напишите вопрос. Можно сразу: вопрос | докладчик | проект решения | исполнитель | срок
    Например: Уборка снега | место 4 | Усилить контроль подрядчика
draft-ask-speaker = Напишите, кто докладывает: имя и должность.
draft-ask-decision = Напишите проект решения.
draft-ask-due = Напишите срок: например, 01.12.2026.
draft-ask-time = Напишите время: например, 15:15.

drafts-begun = Черновики заседаний: { $count }. Их видите только вы и те, кто вам помогает; участникам они не разосланы.
start-drafts = { $count ->
    [1] Черновик заседания не разослан
   *[other] Черновики заседаний не разосланы: { $count }
}
button-drafts-begun = Черновики
button-draft = Черновик { $dated ->
    [yes] на { DAY($moment) }, { TIME($moment) }
   *[no] без даты
} · { $question ->
    [none] { $count ->
        [0] без вопросов
        [one] { $count } вопрос
        [few] { $count } вопроса
       *[many] { $count } вопросов
    }
   *[other] { $question }
}
toast-draft-shown = Предпросмотр обновлён: проверьте его и нажмите ещё раз.

seat-name = место { $seat }
seat-vacant = вакансия

button-date = Дата и время
button-place = Место
button-form = Форма
button-agenda = Повестка
button-guests = Приглашённые
button-send-out = Разослать
button-other-time = Другое время
button-form-name = { $form ->
    [video] По видеосвязи
    [mixed] Очно и по видеосвязи
   *[in_person] Очно
}
button-add-item = Добавить вопрос
button-item-question = Изменить вопрос
button-item-speaker = Докладчик
button-item-decision = Проект решения
button-item-executors = Исполнители
button-item-due = Срок
button-item-materials = Материалы
button-item-remove = Убрать вопрос
button-item-up = Поднять выше
button-other-speaker = Другой докладчик
button-no-speaker = Без докладчика
button-other-date = Написать дату
button-no-due = Без срока
button-invite-guest = Пригласить по ссылке

toast-convened = Заседание № { $number } созвано, карточки разосланы.

convene-mistakes = Созыв не прочитан, ничего не сохранено:
convene-line = строка { $line }: { $reason }
convene-example =
    Нужно так:
    <code>/convene 25.11.2026 15:00 каб. 12
    1. Уборка снега | место 4 | Усилить контроль подрядчика</code>
convene-bad-date = дата и время не читаются («{ $text }»): нужно, например, 25.11.2026 15:00
convene-past = { FULLDAY($moment) }, { TIME($moment) } — это уже прошло
convene-due-before-meeting = срок { FULLDAY($due) } раньше дня заседания, { FULLDAY($day) }
convene-too-many-parts = частей { $count }, а должно быть не больше пяти: вопрос | докладчик | проект решения | исполнитель | срок
convene-no-question = нет самого вопроса
convene-too-long = слишком длинно, больше { $limit } знаков
convene-no-such-seat = места «{ $text }» в составе нет (п. 3.1 Положения)
convene-one-speaker = названо несколько членов офиса («{ $text }»), а докладчик у вопроса один: остальных впишите в «Выступили» или другим вопросом
convene-unknown-executor = исполнитель «{ $text }» не найден среди подразделений и мест
convene-bad-due = срок «{ $text }» не читается: нужно, например, 01.12.2026

refusal-private-only = Созыв ведётся в личном чате с ботом: откройте его и повторите /convene
refusal-chair-takes-part = Председательствующий участвует всегда (п. 4.3): { $who } остаётся среди участников.
refusal-due-before-meeting = Срок { FULLDAY($due) } раньше дня заседания, { FULLDAY($day) }. Укажите более поздний.
refusal-question-unreadable = Вопрос не прочитан: { $reason }.
refusal-day-unreadable = День не читается. Напишите, например, 01.12.2026.
refusal-time-unreadable = Время не читается. Напишите, например, 15:15.
refusal-empty-words = Пустой текст. Напишите словами или нажмите «Назад».
refusal-too-long = Слишком длинно: не больше { $limit } знаков.
draft-ask-guest = Напишите, кто приглашён: имя, должность. Например: «Ветров Глеб Ильич, директор школы № 1» (п. 4.5).
warn-strangers = Докладчики не из состава и не из приглашённых: { $names }. Если это члены офиса, укажите «место N» или фамилию с инициалами; если нет — впишите их в «Приглашённые».
warn-night = Проверьте время: начало в { TIME($moment) }, это ночь.
warn-clash = Пересекается с заседанием № { $number }, { DAY($moment) } в { TIME($moment) }{ $place ->
    [yes] , то же место
   *[no] { "" }
}{ $people ->
    [none] { "" }
   *[other] ; те же участники: { $people }
}.
warn-absence = В этот день у руководителя ({ $head }) записано отсутствие до { DAY($until) }: { $acting ->
    [none] вести будет некому (п. 4.3 Положения)
   *[other] вести будет { $acting } (п. 4.3 Положения)
}.
draft-ask-more = Записано знаков: { $count }. Это не всё — пришлите продолжение одним сообщением; всё — «Назад». Предел — 8000 знаков.
button-whole-draft = Проект целиком
point-line = { $number }. { $words }{ $executors ->
    [none] { "" }
   *[other] { " — " }{ $executors }
}{ $dated ->
    [yes] , срок { FULLDAY($due) }
   *[no] { "" }
}
button-item-points = Пункты
draft-ask-points =
    Напишите пункты решения, каждый с новой строки: пункт | исполнители | срок. Исполнителей и срок можно не писать; «нет» убирает пункты.
    <code>Вывезти снег со дворов | МБУ Городское благоустройство | 05.12.2026</code>
point-too-many-parts = частей { $count }, а должно быть не больше трёх: пункт | исполнители | срок
point-no-words = нет самого пункта
refusal-too-many-points = Пунктов в решении не больше { $most }.
refusal-point-unreadable = Пункт { $number } не прочитан: { $reason }. Ничего не сохранено.
