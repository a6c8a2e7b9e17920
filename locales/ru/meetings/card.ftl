# Заседание: карточки, голосование, отказы.

meeting-heading =
    <b>Заседание № { $number }</b> · <tg-time unix="{ UNIX($moment) }">{ WEEKDAY($moment) }, { DAY($moment) }, { TIME($moment) }</tg-time>
    { $place ->
        [none] { "" }
       *[other] { $place }{ " · " }
    }{ $form ->
        [video] по видеосвязи
        [mixed] очно и по видеосвязи
       *[in_person] очно
    } · { $chair ->
        [acting] ведёт и.о. руководителя ({ $who })
        [nobody] вести некому (п. 4.3)
       *[head] ведёт руководитель проектного офиса
    }
    { "" }
agenda-page = <i>Вопросы { $first }–{ $last } из { $count }</i>
agenda-speaker = докладывает { $name }
agenda-draft = проект решения есть
agenda-materials = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
}
agenda-decision = → { $decision }
agenda-adopted = { " — принято" }
points-fell = { $count ->
    [one] , пункт { $numbers } не принят
   *[other] , пункты { $numbers } не приняты
}
agenda-not-adopted = { " — не принято" }
agenda-void = { " — не состоялось, нет кворума" }

meeting-forecast = { $coming ->
    [one] Придёт
   *[other] Придут
} { $coming } из { $chosen }, для кворума нужно { $needed } из { $established } (п. 4.3.1)
meeting-not-coming = Не { $count ->
    [one] сможет
   *[other] смогут
}: { $names }
meeting-gathering = { $present ->
    [one] Присутствует
   *[other] Присутствуют
} { $present } из { $established } — для кворума нужно { $needed } (п. 4.3.1){ $missing ->
    [0] , кворум есть
   *[other] , не хватает { $missing }
}
meeting-open = <b>Идёт с { TIME($moment) }</b> · { $present ->
    [one] присутствует
   *[other] присутствуют
} { $present } из { $established }, { $enough ->
    [yes] кворум есть
   *[no] кворума нет: нужно { $needed } (п. 4.3.1), не хватает { $missing }
}
meeting-closed = Закрыто в { TIME($moment) }.
meeting-not-held = Не состоялось: { $present ->
    [one] присутствовал
   *[other] присутствовали
} { $present } из { $established }, нужно не менее { $needed } (п. 4.3.1 Положения).
meeting-you-invited = Вы приглашены как член проектного офиса (место { $seat }).
meeting-you-coming = Ваш ответ: буду.
meeting-you-not-coming = Ваш ответ: не смогу{ $why ->
    [asked] . Почему — напишите одним сообщением, причину увидит ведущий, и она будет в протоколе.
    [none] . Чтобы назвать причину, нажмите «Не смогу» ещё раз.
   *[given] { " " }({ $reason }).
}
meeting-away-reason = { $name }: { $reason }
meeting-you-not-present = Вы не отмечены: голос без отметки не принимается (п. 4.6).
meeting-invited-guest = Вы приглашены на это заседание без права голоса (п. 4.5). { $answer ->
    [coming] Ваш ответ: буду.
    [not_coming] Ваш ответ: не смогу.
   *[none] Придёте?
}
meeting-guests-said = Из приглашённых { $answer ->
    [coming] { $count ->
        [one] будет
       *[other] будут
    }
   *[not_coming] не { $count ->
        [one] сможет
       *[other] смогут
    }
}: { $names }
attendance-here = ✓ { $names }
attendance-left = ← { $name }: уход в { TIME($moment) }
attendance-marked = ✓ со слов ведущего: { $names }
attendance-silent = — ещё нет: { $names }
attendance-promised = … ответ «буду»: { $names }

meeting-none = Назначенных заседаний нет.
meeting-none-for-guest = Заседания, на которое вы приглашены, сейчас нет.

meeting-reminder-day = { $day ->
    [today] Сегодня
   *[tomorrow] Завтра, { DAY($moment) }
} в <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time> — заседание № { $number }{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $answered ->
    [coming] Вы ответили, что будете.
    [not_coming] Вы ответили, что не сможете.
   *[none] Вы не ответили.
}
meeting-reminder-hour = Сегодня в <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time> — заседание № { $number }{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $guest ->
    [yes] Карточка заседания: /meeting
   *[no] Отметиться можно с { TIME($opens) } на карточке: /meeting
}

meeting-reminder-check-in = Отметка открыта: заседание № { $number } в <tg-time unix="{ UNIX($moment) }">{ TIME($moment) }</tg-time>{ $place ->
    [none] { "" }
   *[other] , { $place }
}. { $present ->
    [yes] Вы отмечены.
   *[no] Нажмите «Присутствую», когда будете на месте.
}
meeting-reminder-outdated = Это напоминание о заседании № { $number } устарело: время другое или заседание отменено. Как сейчас: /meeting

# Кнопки

button-coming = Буду
button-not-coming = Не смогу
button-check-in = Присутствую
button-check-out = Ухожу
button-open-meeting = Открыть заседание
button-open-vote = На голосование
button-word-draft = Внести проект решения
button-vote-point = Пункт { $point } отдельно
button-close-vote = Закрыть голосование
button-close-meeting = Закрыть заседание
button-not-held = Не состоялось
button-participants = Участники
button-add-participant = Добавить: { $name }
button-item = { $chosen ->
    [yes] ● { $number }
   *[no] { $number }
}
button-for = За
button-against = Против
button-abstain = Воздержался
button-confirm = Подтвердить
button-cancel = Отмена
button-back = Назад
button-protocol = Протокол № { $number }

# Голосование

vote-heading =
    <b>Вопрос { $item } из { $items }</b> · { $question }{ $again ->
        [yes] { "" } (повторное голосование)
       *[no] { "" }
    }
vote-draft = Проект: { $draft }
vote-progress = { $present ->
    [one] Присутствует
   *[other] Присутствуют
} { $present } · { $voted ->
    [one] проголосовал
   *[other] проголосовали
} { $voted }
vote-waiting = Ждём: { $names }
roll-call-for = За { $count }: { $names }
roll-call-against = Против { $count }: { $names }
roll-call-abstain = { $count ->
    [one] Воздержался
   *[other] Воздержались
} { $count }: { $names }
roll-call-silent = { $count ->
    [one] Не голосовал
   *[other] Не голосовали
} { $count }: { $names }
vote-result = <b>Вопрос { $item }{ $point ->
    [none] { "" }
   *[other] , пункт { $point }
} · { $outcome ->
    [adopted] принято
    [void] не состоялось
   *[not_adopted] не принято
}</b>
    { $question }
vote-figures = За { $votes_for } · против { $against } · { $abstained ->
    [one] воздержался
   *[other] воздержались
} { $abstained } · { $silent ->
    [one] не голосовал
   *[other] не голосовали
} { $silent } из { $present } { $present ->
    [one] присутствующего
   *[other] присутствующих
}
ground-majority = Большинство присутствующих: { $votes_for } из { $present } (п. 4.6 Положения)
ground-no-majority = Большинства присутствующих нет: { $votes_for } из { $present } — не больше половины (п. 4.6 Положения)
ground-nobody-for = За не голосовал никто (п. 4.6 Положения)
ground-casting-for = Голоса разделились поровну; решающим стал голос { $acting ->
    [yes] и.о. руководителя
   *[no] руководителя
} — «за» (п. 4.6 Положения)
ground-casting-against = Голоса разделились поровну; решающим стал голос { $acting ->
    [yes] и.о. руководителя
   *[no] руководителя
} — «против» (п. 4.6 Положения)
ground-casting-unused = Голоса разделились поровну, решающий голос { $acting ->
    [yes] и.о. руководителя
   *[no] руководителя
} не использован (п. 4.6 Положения)
ground-no-quorum = Нет кворума: { $present ->
    [one] присутствует
   *[other] присутствуют
} { $present } из { $established }, нужно не менее { $needed } (п. 4.3.1 Положения). Голосование можно провести снова.

# Короткие ответы

toast-coming = Записано: будете.
toast-not-coming = Записано: не сможете.
toast-checked-in = Вы отмечены. { $present ->
    [one] Присутствует
   *[other] Присутствуют
} { $present } из { $established }.
toast-left = Отмечено, что вы ушли.
toast-left-vote-back = Отмечено, что вы ушли. Ваш голос по открытому вопросу снят (п. 4.6).
toast-opened = Заседание открыто.
toast-vote-opened = Вопрос { $item } поставлен на голосование.
toast-voted = Вопрос { $item }: ваш голос — { $choice ->
    [for] «за»
    [against] «против»
   *[abstain] «воздержался»
}. До закрытия его можно изменить.
toast-adopted = Вопрос { $item }: принято.
toast-not-adopted = Вопрос { $item }: не принято.
toast-void = Вопрос { $item }: голосование не состоялось, нет кворума (п. 4.3.1).
toast-closed = Заседание закрыто. Протокол составляется.
toast-not-held = Отмечено: заседание не состоялось.
toast-participant-added = { $who }: среди участников.

confirm-close-vote = { $count ->
    [0] Проголосовали все, кто присутствует.
    [one] Голоса нет: { $names }. В подсчёте остаётся среди присутствующих (п. 4.6).
   *[other] Голоса нет: { $names }. В подсчёте остаются среди присутствующих (п. 4.6).
} Закрыть голосование?
confirm-close-meeting = { $count ->
    [0] Все вопросы рассмотрены
    [one] Без решения остаётся вопрос { $items }
   *[other] Без решения остаются вопросы { $items }
}. Закрыть заседание?
confirm-not-held = Отметить, что заседание не состоялось? Акт с явкой подпишется вашей простой электронной подписью и уйдёт членам офиса (п. 4.3.1).

# Отказы

refusal-no-such-meeting = Такого заседания нет. Ближайшее: /meeting
refusal-no-such-item = Вопроса { $item } в повестке нет.
refusal-no-such-seat = Такого места в составе нет (п. 3.1 Положения).
refusal-one-speaker = Названо несколько членов офиса («{ $text }»), а докладчик у вопроса один. Остальных впишите в «Выступили» или другим вопросом.
refusal-no-date = Укажите дату и время заседания.
refusal-date-is-past = { FULLDAY($moment) }, { TIME($moment) } — это уже прошло. Выберите другое время.
refusal-no-agenda = В повестке нет вопросов: добавьте хотя бы один (п. 3.2 Положения).
refusal-no-participants = Не выбран ни один участник (п. 3.2 Положения).
refusal-same-answer = { $answer ->
    [coming] Уже записано: будете.
   *[not_coming] Уже записано: не сможете.
}
refusal-already-participant = { $who } уже среди участников.
refusal-too-early-to-check-in = Отметиться можно с { TIME($moment) }, { DAY($moment) }.
refusal-already-present = Ваше присутствие уже отмечено.
refusal-not-present-to-leave = Ваше присутствие не отмечено, поэтому и уход отметить нельзя.
refusal-not-present = Ваше присутствие не отмечено, поэтому голос не принят (п. 4.6). Нажмите «Присутствую» на карточке заседания.
refusal-not-chosen = Вас нет среди участников этого заседания (п. 3.2). Попросите ведущего добавить вас: «Участники» на его карточке.
refusal-guest-only-sees = Приглашённые видят и выступают, но не голосуют и не отмечаются (п. 4.5 Положения); остальное — для членов офиса. Ваше: /meeting
refusal-chair-not-present = Ваше присутствие не отмечено, а открывает заседание тот, кто его ведёт. Нажмите «Присутствую», затем повторите (п. 4.3).
refusal-chair-not-chosen = Вас нет среди участников, а открывает заседание тот, кто его ведёт. Добавьте своё место: «Участники» на вашей карточке, затем нажмите «Присутствую» (п. 4.3).
refusal-too-early-to-open = Открывать рано: отметиться члены офиса смогут с { TIME($moment) }, { DAY($moment) }. Тогда нажмите «Присутствую», а при кворуме — «Открыть заседание» (п. 4.3.1).
refusal-no-quorum = Кворума нет: { $present } из { $established }, нужно не менее { $needed } (п. 4.3.1 Положения). { $missing ->
    [one] Ждём ещё одного.
   *[other] Ждём ещё { $missing }.
}
refusal-item-decided = По вопросу { $item } решение уже есть.
refusal-vote-goes-on = Идёт голосование по вопросу { $item }. Сначала закройте его.
refusal-vote-closed = Голосование по вопросу { $item } закрыто в { TIME($moment) }, голос не изменён. Итог — на карточке.
refusal-vote-not-open = По вопросу { $item } голосование не открыто.
refusal-same-vote = Этот голос уже записан: { $choice ->
    [for] «за»
    [against] «против»
   *[abstain] «воздержался»
}.
refusal-too-early-for-not-held = Заседание назначено на { TIME($moment) }: раньше отметить, что оно не состоялось, нельзя.
refusal-meeting-is-draft = Заседание ещё не созвано.
refusal-meeting-is-convened = Заседание № { $number } ещё не открыто.
refusal-meeting-is-open = Заседание № { $number } уже идёт.
refusal-meeting-is-closed = Заседание № { $number } закрыто, его карточка больше не действует.
refusal-meeting-is-not-held = Заседание № { $number } не состоялось, его карточка больше не действует.
refusal-meeting-is-discarded = Этот черновик удалён. Начать заново: /convene
vote-execution = { $count ->
    [0] { "" }
    [one] Исполнитель: { $executors }
   *[other] Исполнители: { $executors }
}{ $dated ->
    [yes] { $count ->
        [0] Срок { FULLDAY($due) }
       *[other] { " · срок " }{ FULLDAY($due) }
    }
   *[no] { "" }
}
