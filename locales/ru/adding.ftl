# Сообщение, внесённое вручную: /add и пересланная публикация.

command-add = Внести сообщение

add-preview = <b>Проверьте и внесите</b>
add-done = <b>Внесено</b>
add-cancelled = Сообщение не внесено.
add-line-channel = { $value }
add-line-number = Номер: { $value }
add-line-topic = Тема: { $value }
add-line-place = Место: { $value }
add-line-url = { $value }
add-line-day = Поступило { DAY($moment) } в { TIME($moment) }
add-line-author = Автор записан и скрыт.
add-line-files = Файлов: { $count }

add-ask-channel = <b>Новое сообщение.</b> Из какого канала?
add-ask-number = Какой у него номер в системе? Напишите или возьмите наш.
add-ask-topic = О чём оно? Напишите тему, до 400 знаков.
add-ask-text = Напишите сам текст сообщения.
add-ask-place = Где это? Напишите адрес или село.
add-ask-day = Когда поступило? Нажмите или напишите: 20.11.2026 14:30

button-add-done = Внести
button-add-channel = Канал
button-add-number = Номер
button-add-topic = Тема
button-add-text = Текст
button-add-place = Место
button-add-day = Дата
button-add-skip = Пропустить
button-add-own-number = Без номера
button-message-files = Файлы

refusal-only-officers-add = Сообщения вносят ответственные лица и руководитель (п. 3.4, 3.2 Положения). Перешлите его им.
refusal-add-in-private = Сообщения вносят в личном чате: в группе их увидят все.
refusal-add-no-channel = Выберите канал сообщения.
refusal-add-no-words = Нужны тема или текст: без них сообщение не внести.
refusal-add-bad-day = Дата не читается. Напишите так: 20.11.2026 14:30
refusal-add-day-to-come = { DAY($moment) } в { TIME($moment) } ещё не наступило. Укажите, когда сообщение поступило.
refusal-add-number-taken = { $channel } { $code } уже есть. Откройте то сообщение или измените номер.
refusal-add-nothing-forwarded = В пересланном нет ни текста, ни фото: вносить нечего. Перешлите публикацию целиком или наберите /add
