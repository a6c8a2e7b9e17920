# Предложения в повестку, приложенные файлы

command-propose = Внести предложение
command-proposals = Предложения

proposal-draft-heading = <b>Предложение в повестку</b> · черновик (п. 4.4.2)
proposal-heading = <b>Предложение { $id }</b> · { $who }
proposal-question = Вопрос: { $text }
proposal-ground = Обоснование: { $text }
proposal-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}: { $names }
prepared-by-secretary = Подготовил секретарь: { $name }
prepared-by = Подготовил помощник: { $name }
proposal-waiting = { $reader ->
    [head] Ждёт вашего решения
   *[other] Ждёт решения руководителя
} (п. 3.2).
proposal-postponed = Отложено до следующих заседаний (п. 3.2).
proposal-accepted = Принято в повестку { $number ->
    [0] готовящегося заседания
   *[other] заседания № { $number }
} (п. 3.2).
proposal-declined = Отклонено: { $reason } (п. 3.2)
proposal-withdrawn = Отозвано.
proposal-draft = Черновик.
proposal-ask-question = Напишите вопрос для повестки одним сообщением: например, «Уборка снега во дворах».
proposal-ask-decision = Напишите проект решения. Без него тоже можно.
proposal-ask-ground = Напишите обоснование: цифры, сроки, номера обращений.
proposal-ask-reason = Напишите, почему отклоняете: причину прочитает тот, кто внёс.
proposal-choose-meeting = В повестку какого заседания?
proposal-choose-part = Что изменить? Пока решения нет, руководитель видит новые слова сразу.
proposal-changed = Изменено предложение { $id } ({ $name }): { $what ->
    [question] вопрос
    [decision] проект решения
   *[ground] обоснование
}. { $question } — /proposals
proposal-confirm-discard = Удалить черновик?
proposal-confirm-withdraw = Отозвать предложение?
proposals-queue = <b>Предложения в повестку</b> { $count ->
    [0] { "" }
        Никто ничего не предлагал. Предложения вносят члены офиса (п. 4.4.2), вопросы определяете вы (п. 3.2).
   *[other] · ждут решения { $count } (п. 3.2)
}
proposals-mine = <b>Ваши предложения</b> { $count ->
    [0] { "" }
        Пока ни одного. Внести вопрос на рассмотрение офиса может каждый его член (п. 4.4.2).
   *[other] · { $count }
}
proposals-line = <b>{ $id }</b> · { $name } · { $question }{ $state ->
    [postponed] { " · отложено" }
   *[waiting] { "" }
}
proposals-own-line = <b>{ $id }</b> · { $question } · { $state ->
    [postponed] отложено
    [accepted] принято
    [declined] отклонено
    [withdrawn] отозвано
   *[waiting] ждёт
}
proposal-accepted-you = Ваше предложение { $id } принято в повестку { $convened ->
    [yes] заседания № { $number }, { DAY($moment) } в { TIME($moment) }
   *[no] готовящегося заседания
}: { $question }
proposal-postponed-you = Ваше предложение { $id } отложено, оно остаётся в очереди: { $question }
proposal-declined-you =
    Ваше предложение { $id } отклонено: { $question }
    Причина: { $reason }

files-ask = Пришлите файлы сюда: документы или фото, до десяти, каждый до 20 МБ. Закончили — «Назад».
file-caption = { $heading } · { $number } из { $count }
file-expected = Жду файл: документ или фото. Передумали — «Назад» на карточке выше.

button-proposal-question = Вопрос
button-proposal-decision = Проект решения
button-proposal-ground = Обоснование
button-proposal-files = Файлы
button-proposal-bring = Внести
button-proposal-edit = Изменить
button-proposal-withdraw = Отозвать
button-proposal-accept = В повестку
button-proposal-later = Отложить
button-proposal-decline = Отклонить
button-propose = Внести предложение
button-proposals = Предложения
start-proposals = Предложения в повестку ждут решения: { $count }
button-take-off = Убрать
button-into-meeting = Заседание № { $number }, { DAY($moment) }
button-into-new-meeting = Новое заседание
button-take-proposal = { $name } · { $question }

toast-proposal-brought = Предложение { $id } внесено, руководитель его видит.
toast-proposal-own = Предложение { $id } внесено. В какую повестку его взять, выберите на карточке.
toast-proposal-waits-for-head = Предложение внесено. Руководителя сейчас заменить некому (п. 4.3): он увидит его, когда вернётся.
toast-proposal-withdrawn = Предложение отозвано.
toast-proposal-accepted = Принято: вопрос { $item } повестки.
toast-proposal-postponed = Отложено, остаётся в очереди.

refusal-no-such-proposal = Такого предложения нет. Список: /proposals
refusal-proposal-without-question = Сначала напишите сам вопрос.
refusal-proposal-is-draft = Это предложение ещё не внесено.
refusal-proposal-is-waiting = Предложение уже внесено и ждёт решения руководителя.
refusal-no-files = Файлов нет.
refusal-not-your-proposal = Это предложение внесли не вы, а { $who }: изменить или отозвать его может только автор (п. 4.4.2).
refusal-proposal-is-postponed = Предложение уже отложено.
refusal-proposal-is-accepted = Предложение уже принято в повестку.
refusal-proposal-is-declined = Предложение уже отклонено.
refusal-proposal-is-withdrawn = Предложение отозвано тем, кто его внёс.
refusal-attachment-too-large = Файл больше { $limit } МБ, бот такие не принимает. Пришлите ссылку текстом или файл поменьше.
refusal-attachments-too-many = Приложено уже { $limit } файлов, больше нельзя. Соберите материалы в один файл.
