# Реестр сообщений: фильтры, поиск, список.

command-messages = Реестр сообщений
registry-heading = <b>Реестр сообщений</b>
registry-filters = { $text }
registry-found = { $more ->
    [yes] Найдено больше { $count }
   *[no] Найдено { $count }
}
registry-ask-words = Напишите слова, до 100 знаков: они найдутся в любой форме.
registry-ask-section = Какие сообщения показать?
registry-ask-block = Какой блок?
registry-ask-channel = Какой канал?
registry-ask-unit = Какое подразделение?
registry-ask-topic = Какая тема? Здесь самые частые в списке.

button-filter-section = Состояние
button-filter-block = Блок
button-filter-channel = Канал
button-filter-unit = Подразделение
button-filter-topic = Тема
button-find = Найти
button-clear-filters = Сбросить
button-any = Любое значение

refusal-registry-in-private = Реестр открывается в личном чате: перейдите туда и повторите /messages
