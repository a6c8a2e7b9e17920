# Прошедшие заседания и участие членов офиса.

command-statistics = Участие в заседаниях

past-heading = <b>Прошедшие заседания</b>{ $query ->
    [none] { "" }
   *[other] { " по запросу «" }{ $query }»
} · { $count ->
    [0] { $query ->
        [none] пока не было
       *[other] не найдено
    }
   *[other] { $count }
}
past-line = № { $number } · { FULLDAY($moment) } · { $question }{ $more ->
    [0] { "" }
   *[other] { " и ещё " }{ $more }
}{ $state ->
    [not_held] { " · не состоялось" }
    [cancelled] { " · отменено" }
   *[closed] { "" }
}
past-ask = Что найти? Номер («7»), дату («25.11.2026») или слова из повестки и решений.
button-past-number = № { $number }
button-past = Прошедшие
button-past-search = Найти
button-past-all = Все

statistics-heading = <b>Участие в заседаниях</b> · { FULLDAY($first) } – { FULLDAY($last) }
    { $count ->
        [0] Заседаний не было.
        [one] { $count } заседание
        [few] { $count } заседания
       *[many] { $count } заседаний
    }
statistics-line =
    <b>{ $seat }.</b> { $name }
    присутствие { $present } из { $invited }, опозданий { $late }; голосов { $voted } из { $held }, «воздержался» { $abstained }, вслух { $aloud }
statistics-no-more = Участие членов офиса видит тот, кто исполняет обязанности руководителя (п. 3.2, 4.3).
statistics-caption = Участие в заседаниях, { FULLDAY($first) } – { FULLDAY($last) }
statistics-sheet = Участие
statistics-column-seat = Место
statistics-column-name = Член офиса
statistics-column-invited = Приглашений
statistics-column-present = Присутствий
statistics-column-late = Опозданий
statistics-column-votes-held = Голосований за это время
statistics-column-voted = Голосов
statistics-column-abstained = «Воздержался»
statistics-column-aloud = Вслух
button-period-month = Месяц
button-period-quarter = Квартал
button-period-year = Год
button-statistics-export = Таблица, XLSX

