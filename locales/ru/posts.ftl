# Сообщение для жителей: черновик, правка, подтверждение, публикация.

command-publish = Сообщение для жителей

post-heading = О чём писали жители: { $kind ->
    [week] неделя { $period }
   *[other] { $period }
}
post-figures = В администрацию поступило { $received ->
    [one] { $received } сообщение
    [few] { $received } сообщения
   *[other] { $received } сообщений
}. Ответ дан на { $answered }, из них в срок — на { $on_time }.{ $known ->
    [yes] { " " }Половина ответов готова не дольше чем за { $median }.
   *[no] { "" }
}
post-topics = Чаще всего писали:
post-topic = • { $name } — { $count }, ответ дан на { $answered }
post-where = Сообщить о проблеме можно на «Госуслугах» в разделе «Решаем вместе» или на портале «Управляем вместе».
post-chart-title = О чём писали жители
post-chart-received = сообщений
post-chart-answered = получили ответ
post-chart-topic = { $count } (ответ дан на { $answered })
post-chart-places = Откуда пишут

post-card = <b>Сообщение для жителей</b> · { $period }
    Автор: { $who } (п. 2.2.3)
post-shown = <blockquote>{ $text }</blockquote>
post-length = Знаков { $count } из { $limit } · под текстом будет график
post-channel = { $known ->
    [yes] Канал: «{ $title }»
    [here] Канал не привязан, публиковать некуда.
   *[no] Канал не привязан. Его привязывает руководитель.
}
post-personal = Проверьте: в тексте есть похожее на телефон, почту или номер квартиры.
post-waits = { $mine ->
    [yes] Опубликовать? Проверьте текст: в нём не должно быть имён и адресов.
   *[no] Ждёт подтверждения руководителя.
}
post-ask-edit = Пришлите текст целиком одним сообщением, до { $limit } знаков. Имён, телефонов и адресов жителей в нём быть не должно.
post-ask-channel = Добавьте бота в канал администратором с правом публиковать, потом пришлите имя канала: @imya или ссылку t.me/imya.
post-cancelled = Отменено, ничего не опубликовано.
post-cancelled-by-head = Руководитель отменил ваше сообщение для жителей. Начать заново: /publish
post-sending = Публикую в «{ $title }».
post-sent = Опубликовано в «{ $title }».
post-failed = Не опубликовано в «{ $title }»: мессенджер ответил «{ $reason }». Проверьте, что бот — администратор канала с правом публиковать.
channel-bound = Канал «{ $title }» привязан: сообщения для жителей пойдут в него.
channel-not-found = Канал { $named } не найден. Проверьте имя и добавьте бота в канал администратором.
channel-is-none = { $named } — не канал. Сообщения для жителей публикуются в канал.
channel-not-allowed = В канале { $named } бот не может публиковать. Дайте ему в настройках канала право «Публикация сообщений».

button-publish = Опубликовать
button-submit-post = На подтверждение руководителю
button-edit-post = Изменить текст
button-post-month = За прошлый месяц
button-post-week = За прошлую неделю
button-bind-channel = Привязать канал
button-publish-again = Опубликовать ещё раз
button-open-post = Открыть в канале

toast-post-submitted = Отправлено руководителю на подтверждение.

refusal-no-such-post = Такого сообщения нет. Начните заново: /publish
refusal-post-too-long = В тексте { $length } знаков, под картинкой помещается { $limit }. Сократите и пришлите снова.
refusal-post-is-draft = Сообщение ещё не опубликовано.
refusal-post-is-waiting = Сообщение уже ждёт подтверждения руководителя.
refusal-post-is-approved = Сообщение уже подтверждено и публикуется.
refusal-post-is-sent = Сообщение уже опубликовано.
refusal-post-is-cancelled = Это сообщение отменено. Начните заново: /publish
refusal-nobody-approves = Подтвердить сейчас некому: руководитель и замещающий его не привязаны к чату (п. 4.3). Обратитесь к администратору бота.
refusal-no-public-channel = Публиковать некуда: канал не привязан. Нажмите «Привязать канал» на карточке сообщения.
refusal-channel-unreadable = Это не имя канала. Пример: @imya_kanala или https://t.me/imya_kanala
refusal-post-of-nothing = За { $period } сообщений не было: рассказывать жителям не о чём (п. 2.2.3 Положения).
