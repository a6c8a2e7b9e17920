# Заседание, которое продолжится в другой день

button-adjourn = До другого дня
button-adjourn-anew = Перенести продолжение
button-adjourn-to = { WEEKDAY($moment) }, { DAY($moment) }, { TIME($moment) }
button-go-on = Продолжить заседание
panel-adjourn = Когда продолжить? Выберите день или напишите дату и время: 27.11 10:00. Отметки о присутствии начнутся заново, кворум проверится снова, останутся нерассмотренные вопросы; протокол будет один (п. 3.2, 4.3.1).
confirm-adjourn = Прервать заседание № { $number } до { FULLDAY($until) }, { TIME($until) }? Все узнают и ответят заново.
adjourned-told = <b>Заседание № { $number } прервано</b> и продолжится { DAY($until) } ({ WEEKDAY($until) }), { TIME($until) }. Рассмотрим оставшиеся вопросы. Ответьте, пожалуйста, придёте ли, и в тот день отметьтесь снова.
meeting-adjourned = <b>Прервано</b> { DAY($since) } в { TIME($since) }, продолжится { FULLDAY($until) } ({ WEEKDAY($until) }) в { TIME($until) }
meeting-not-gone-on = Заседание № { $number } должно было продолжиться { DAY($moment) }, { TIME($moment) }. Что с ним: «Продолжить заседание» (в тот же день), «Перенести продолжение» или «Закрыть заседание» — /meeting
toast-adjourned = Заседание № { $number } прервано, все извещены.
toast-went-on = Заседание продолжается.
refusal-adjourn-to-another-day = Заседание прерывают до другого дня, а на сегодня есть «Перерыв». Выберите день или напишите дату и время: 27.11 10:00.
refusal-nothing-left-to-adjourn = Все вопросы рассмотрены, продолжать нечего. Заседание можно закрыть.
refusal-moment-unreadable = Не понял дату и время. Напишите так: 27.11 10:00.
refusal-meeting-is-adjourned = Заседание № { $number } прервано и продолжится { DAY($moment) } в { TIME($moment) }.
