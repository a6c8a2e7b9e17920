# Ход заседания: кто ведёт, кого отметил ведущий, перерыв, вопросы на ходу.

refusal-head-handed-over = Это заседание вы передали месту { $seat }: его ведёт и.о. руководителя (п. 4.3 Положения). Вернуть ведение можно до открытия или между голосованиями, на карточке заседания.
refusal-chairs-no-more = Вы больше не ведёте это заседание: его ведёт место { $seat } (п. 4.3 Положения). Голосовать и выступать вы можете как член офиса.
refusal-only-head-hands-over = Передать ведение заседания может только руководитель (п. 4.3 Положения).
refusal-handed-over-already = Ведение этого заседания уже передано месту { $seat } (п. 4.3 Положения).
refusal-nobody-to-hand-over-to = Передать ведение некому: место { $seat } отсутствует или вакантно, а больше никого Положение не называет (п. 4.3).
refusal-not-handed-over = Ведение этого заседания не передано: его ведёте вы.
refusal-too-late-to-take-back = Заседание уже открыто: до закрытия его ведёт место { $seat } (п. 4.3 Положения). Голосовать вы можете.

refusal-seat-not-chosen = Места { $seat } нет среди участников (п. 3.2 Положения). Сначала добавьте его: «Участники».
refusal-seat-already-present = Место { $seat } уже отмечено как присутствующее.
refusal-seat-not-present = Место { $seat } не отмечено как присутствующее (п. 4.6 Положения). Сначала отметьте его: «Участники».

refusal-heard-already = Вопрос { $item } уже слушаем, с { TIME($moment) }.
refusal-same-wording = Проект решения по вопросу { $item } так и записан.
refusal-item-dropped = Вопрос { $item } снят с рассмотрения в { TIME($moment) } (п. 3.2 Положения).
refusal-item-postponed = Вопрос { $item } отложен до следующего заседания в { TIME($moment) } (п. 3.2 Положения).
refusal-break-is-past = Перерыв должен кончиться позже, чем начался.
refusal-on-break = Перерыв до { TIME($moment) }: голосований нет. Ведущий продолжит заседание кнопкой «Продолжить» (п. 4.3 Положения).
refusal-no-break = Перерыва нет, заседание идёт.

# Кто ведёт

button-hand-over = Передать ведение
button-take-back = Вернуть ведение
confirm-handover = Передать ведение этого заседания месту { $seat }? Оно откроет и закроет заседание, поставит вопросы на голосование, подпишет протокол как и.о. руководителя (п. 4.3). Вернуть можно до открытия или между голосованиями.
toast-handed-over = Ведение передано месту { $seat } (п. 4.3).
toast-taken-back = Заседание снова ведёте вы.
chairing-handed-to-you = Руководитель передал вам ведение заседания № { $number } { DAY($moment) } в { TIME($moment) }: открытие, вопросы, решающий голос и подпись протокола — за вами как и.о. руководителя (п. 4.3).
chairing-taken-back = Заседание № { $number } { DAY($moment) } в { TIME($moment) } снова ведёт руководитель (п. 4.3).

confirm-leave = Уйти с заседания № { $number }? Вы его ведёте: если место { $seat } в зале, оно продолжит, если нет — будет перерыв, пока один из вас не вернётся (п. 4.3 Положения).
confirm-back = У вас записано отсутствие до { DAY($until) }. Вы вернулись? Отсутствие закончится сейчас (п. 4.3 Положения).
chair-has-left = Заседание № { $number }: ведущего нет в зале, поэтому перерыв. Продолжит руководитель или исполняющий его обязанности — кто первым нажмёт «Присутствую» (п. 4.3 Положения).
nobody-chairs = Заседание № { $number }, { DAY($moment) } в { TIME($moment) }: вести его некому — руководитель и место «и.о.» отсутствуют (п. 4.3 Положения). Кто вернётся первым, снимает отсутствие (/absence) и продолжает, переносит или закрывает заседание.
meeting-unopened = Заседание № { $number } было назначено на { DAY($moment) }, { TIME($moment) }, и не открыто. Что с ним: «Открыть заседание» (в тот же день), «Перенести» или «Не состоялось» — на карточке ниже (п. 4.3.1 Положения).
start-meeting-unopened = Заседание № { $number } от { DAY($moment) } не открыто: перенесите его или закройте как несостоявшееся — /meeting

# Без телефона

button-check-in-video = Присутствую по видео
button-mark-present = Отметить: место { $seat } { $name }
button-mark-left = Уход: место { $seat } { $name }
button-aloud = Голос вслух
button-aloud-choice = { $seat } · { $choice ->
    [for] за
    [against] против
   *[abstain] воздерж.
}
panel-aloud = Чей голос записать со слов? Отметка «вслух» будет в карточке и в протоколе; голос с телефона члена офиса её заменит (п. 4.6).
toast-marked-present = Место { $seat } отмечено. { $present ->
    [one] Присутствует
   *[other] Присутствуют
} { $present } из { $established }.
toast-marked-left = Место { $seat }: уход отмечен.
toast-marked-left-vote-back = Место { $seat }: уход отмечен, голос по открытому вопросу снят (п. 4.6).
toast-voted-aloud = Вопрос { $item }: место { $seat } — { $choice ->
    [for] «за»
    [against] «против»
   *[abstain] «воздержался»
}, записано со слов.
roll-call-aloud = Вслух, записал ведущий: { $count ->
    [one] место { $seats }
   *[other] места { $seats }
}

# Вопросы

button-hear = Слушаем
button-item-page = Вопрос { $item }…
button-amend = Изменить проект
button-drop = Снять
button-put-off = Отложить
button-bring-in = Внести вопрос
panel-item = Вопрос { $item }: что с ним сделать? (п. 3.2)
panel-ask-amend = Вопрос { $item }. { $has_draft ->
    [yes] Сейчас: { $draft }
   *[no] Проекта решения нет.
}
    Напишите проект решения целиком: прежняя редакция останется в протоколе.
panel-ask-bringin = Напишите вопрос одной строкой: вопрос | докладчик («место 4» или имя) | проект решения. Докладчика и проект можно не писать (п. 3.2).
confirm-drop = Снять вопрос { $item } с рассмотрения (п. 3.2)? В протоколе это останется.
confirm-putoff = Отложить вопрос { $item } до следующего заседания (п. 3.2)?
toast-heard = Слушаем вопрос { $item }.
toast-drop = Вопрос { $item } снят с рассмотрения.
toast-putoff = Вопрос { $item } отложен до следующего заседания.
agenda-dropped = { " — снят с рассмотрения в " }{ TIME($moment) }
agenda-postponed = { " — отложен до следующего заседания в " }{ TIME($moment) }
agenda-draft-amended = проект решения изменён в { TIME($moment) }
agenda-added = внесён в ходе заседания в { TIME($moment) }
agenda-heard = доклад { $count } мин
meeting-hears = Слушаем: { $item }. { $question }{ $speaker ->
    [seat] { " — место " }{ $seat }
    [name] { " — " }{ $name }
   *[none] { "" }
}, с { TIME($moment) }
vote-draft-amended = Проект, в редакции { TIME($moment) }: { $draft }
vote-draft-former = Было: { $draft }
vote-no-quorum = Кворума нет: не хватает { $missing } из { $needed } (п. 4.3.1). Если закрыть сейчас, голосование не состоится.

# Перерыв

button-break = Перерыв
button-minutes = { $count } мин
button-resume = Продолжить
panel-break = На сколько перерыв? Голосований на это время не будет.
meeting-without-chair = <b>Перерыв: ведущего нет в зале</b>, с { TIME($since) }. Ждём руководителя или исполняющего его обязанности (п. 4.3)
meeting-break = <b>Перерыв до { TIME($until) }</b>, с { TIME($since) }
break-announced = Перерыв до { TIME($until) }.
break-ended = Продолжаем заседание № { $number }. { $present ->
    [one] Присутствует
   *[other] Присутствуют
} { $present }.
break-over = Перерыв закончился в { TIME($until) }. Продолжить заседание № { $number } — кнопка «Продолжить» на карточке: /meeting

# Что осталось нерассмотренным

leftovers = { $count ->
    [one] Без решения остался вопрос { $items }
   *[other] Без решения остались вопросы { $items }
}: перенести в другое заседание? (п. 3.2)
button-leftovers = Перенести вопросы
button-carry-to = В заседание № { $number }, { DAY($moment) }
button-carry-to-draft = В новое заседание
toast-carried-over = Перенесено вопросов: { $count }.
agenda-carried-over = { " — перенесён в другое заседание" }
refusal-nothing-left-over = Переносить нечего: по всем вопросам заседания № { $number } есть решение, или они уже перенесены.

# Особые мнения

button-opinion = Особое мнение
button-opinion-item = К вопросу { $item }
button-opinion-whole = К заседанию в целом
opinion-choose = К чему относится особое мнение?
opinion-ask = Особое мнение { $item ->
    [0] к заседанию в целом
   *[other] к вопросу { $item }
}: пришлите текст или файл до { TIME($until) }, { DAY($until) }. Оно прилагается к протоколу и уходит вместе с ним; изменить его потом нельзя.
opinion-line = Особое мнение: место { $seat }{ $item ->
    [0] { "" }
   *[other] , вопрос { $item }
}
opinion-taken = Особое мнение принято: оно приложено к протоколу заседания № { $number }.
opinion-notice = К протоколу № { $number } приложено особое мнение: место { $seat }, { $name }{ $item ->
    [0] { "" }
   *[other] , вопрос { $item }
}.

    { $text }
opinion-in-file = (в файле)
opinion-file = Особое мнение: место { $seat }
refusal-opinion-of-absent = Особое мнение прилагает тот, кто был на заседании: вы не были отмечены (п. 4.6 Положения).
refusal-opinion-too-late = Особые мнения принимались до { TIME($moment) }, { DAY($moment) }. Теперь предложите вопрос на следующее заседание: /propose
refusal-opinion-without-decision = По вопросу { $item } решения не было: особое мнение прилагать не к чему.
refusal-opinion-attached = Ваше особое мнение { $item ->
    [0] к заседанию
   *[other] к вопросу { $item }
} уже приложено, изменить его нельзя.
