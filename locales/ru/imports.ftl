## Загрузка выгрузок.
import-not-deleted = Выгрузку «{ $name }» мессенджер не дал удалить из чата. Удалите её сами: в ней личные данные граждан.

import-received = Файл «{ $name }» получен, читаю.
import-reading = Читаю файл «{ $name }».
import-applying = Загружаю.
import-applied = Загружено.
import-cancelled = Загрузка файла «{ $name }» отменена, ничего не записано.
import-refused = Файл «{ $name }» не прочитан, ничего не записано.
import-which-channel = Файл «{ $name }» прочитан. Из какого он канала? Выберите:
import-dropped = Файл «{ $name }» из папки.
import-looks-like = Похоже на { $channel }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}
import-mixed = Таблица с несколькими каналами: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}
import-counts = новых { $new } · изменённых { $changed } · без изменений { $same } · не прочитано { $unreadable }
import-unassigned = Не распределено { $count } — распределите после загрузки.
import-nothing = Загружать нечего: всё уже есть.
import-unreadable-caption = Непрочитанные строки: причина — в первом столбце, номер строки в вашем файле — в последнем. Данные граждан скрыты. Исправьте строки в своём файле и пришлите его снова{ $page ->
    [yes] ; целиком они на странице офиса: «Загрузка»
   *[no] {""}
}.
unreadable-row = Строка

button-apply = Применить
button-other-channel = Другой канал
button-unreadable = Непрочитанные, XLSX

toast-import-applying = Загружаю.

refusal-only-officers-import = Выгрузки загружают ответственные лица и руководитель (п. 3.4, 3.2 Положения).
refusal-file-too-large = Файл больше 20 МБ, Telegram не отдаёт такие боту. Разделите его или попросите администратора: { PROGRAM() } import
refusal-picture-is-no-registry = Картинка — не выгрузка, сообщений из неё бот не читает. Публикацию перешлите боту или внесите по /add, выгрузку пришлите в формате XLSX, XLS, ODS или CSV.
refusal-no-such-import = Такой загрузки нет. Пришлите файл ещё раз.
refusal-not-your-import = Эту загрузку ведёт тот, кто прислал файл, или руководитель.
refusal-unreadable-gone = Строки отложены до обновления бота, и таблицы их для чата нет. Откройте загрузку на странице офиса или пришлите файл ещё раз.
refusal-nothing-unreadable = Непрочитанных строк нет.
refusal-import-is-received = Файл ещё читается.
refusal-import-is-reading = Файл ещё читается.
refusal-import-is-asking = Сначала выберите канал.
refusal-import-is-ready = Файл прочитан: смотрите карточку.
refusal-import-is-applying = Уже загружается.
refusal-import-is-applied = Уже загружено.
refusal-import-is-cancelled = Загрузка отменена. Пришлите файл ещё раз.
refusal-import-is-refused = Файл не прочитан, загружать нечего.

# Предпросмотр и расхождения

import-progress = Читаю файл «{ $name }»: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}.
import-laid = Разобрано: { $count }.
import-unread = Не прочитаны столбцы: { $headers }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}.
import-skipped = Не прочитаны листы, скрытые и без заголовков выгрузки: { $sheets }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}.
import-sample = Например:
import-sample-line = { $channel } { $code } · { DAY($day) }{ CLOCK($day, " ") } · { $topic }{ $is_answered ->
    [yes] {" "}· ответ { DAY($answered) }{ CLOCK($answered, " ") }
   *[no] { "" }
}
import-sample-text = { "   " }«{ $text }»
import-conflicts-ready = { $count ->
    [one] { $count } расхождение с тем, что сделано здесь
    [few] { $count } расхождения с тем, что сделано здесь
   *[other] { $count } расхождений с тем, что сделано здесь
}: { $taken ->
    [0] остаётся наше, пока не решите иначе
   *[other] { $ours ->
        [0] берём из выгрузки
       *[other] из выгрузки берём { $taken }, в остальном остаётся наше
    }
}.
import-conflicts-applied = { $count ->
    [one] { $count } расхождение с тем, что сделано здесь
    [few] { $count } расхождения с тем, что сделано здесь
   *[other] { $count } расхождений с тем, что сделано здесь
}: { $taken ->
    [0] осталось наше
   *[other] { $ours ->
        [0] взято из выгрузки
       *[other] из выгрузки взято { $taken }, в остальном осталось наше
    }
}.
conflicts-heading-ready = <b>Расхождения с выгрузкой</b>
    { $taken ->
    [0] Останется наше. Нажмите номер, чтобы взять слово выгрузки.
   *[other] Отмеченное берём из выгрузки{ $ours ->
        [0] { "" }
       *[other] , в остальном останется наше
    }. Нажмите номер, чтобы решить иначе.
}
conflicts-heading-applied = <b>Расхождения с выгрузкой</b>
    { $ours ->
    [0] { $taken ->
        [0] Решать больше нечего.
       *[other] Взято из выгрузки. Решать больше нечего.
    }
   *[other] { $taken ->
        [0] Осталось наше.
       *[other] Отмеченное взято из выгрузки, в остальном осталось наше.
    } Нажмите номер, чтобы взять слово выгрузки.
}
conflicts-none = Расхождений на этой странице нет.
conflict-line = { $number }. { $channel } { $code } · { $topic }{ $taken ->
    [done] {" "}— взято из выгрузки
    [yes] {" "}— берём из выгрузки
   *[no] { "" }
}
conflict-answer = { "   " }у нас: ответ { DAY($ours) }; в выгрузке: { $open ->
    [yes] в работе
   *[no] ответ { DAY($theirs) }
}
conflict-block = { "   " }у нас: { $ours }; по выгрузке: { $theirs }
conflict-term = { "   " }у нас срок { DAY($ours) }; по выгрузке { DAY($theirs) }
conflict-message = { "   " }под этим номером другое: у нас от { DAY($ours) }, «{ $topic }»; в выгрузке от { DAY($theirs) }
import-others = ⚠️ Под известными номерами другие и дата, и тема, и текст: { $count }. Похоже, это другие сообщения. Пока не возьмёте слово выгрузки в «Расхождениях», остаётся наше.

button-conflicts = Расхождения { $count }
toast-conflict = { $code }: { $taken ->
    [done] взято из выгрузки.
    [yes] берём из выгрузки.
   *[no] остаётся наше.
}
refusal-conflict-taken-before = Слово выгрузки уже взято. Исправить можно на карточке сообщения.
refusal-import-is-at_keyboard = Этот файл загружают командой { PROGRAM() } import.
import-none-read = Ни одна строка не прочитана: загружать нечего.

## Загрузка реестров: почему строка отложена и почему файл не принят.

row-no-number = Нет номера. Заполните столбец «{ $header }».
row-number-is-date = Вместо номера стоит дата { $value }: таблица приняла номер за дату. Впишите номер как текст.
row-number-rounded = Номер округлён таблицей: { $value }. Впишите его целиком как текст.
row-number-too-long = Номер длиннее 80 знаков: «{ $value }». Похоже, в столбец попал другой текст.
row-number-personal = В столбце «{ $header }» стоит имя, телефон или адрес, а не номер: номер виден в чатах всем. Исправьте его.
row-several-numbers = В столбце номера стоит не один номер: «{ $value }». Разнесите сообщения по строкам.
row-no-channel = Не указан канал. Заполните столбец «{ $header }».
row-unknown-channel = Канал «{ $value }» не знаком. Ответьте кнопкой под файлом или напишите его так, как он называется в профиле офиса.
row-channel-left-out = Канал «{ $value }»: такие строки решено не загружать. Чтобы загрузить, напишите канал так, как он называется в профиле офиса.
row-no-date = Нет даты поступления. Заполните столбец «{ $header }».
row-bad-date = Дата не читается: «{ $value }» в столбце «{ $header }». Напишите её так: 25.12.2025 11:43.
row-bad-time = Время не читается: «{ $value }» в столбце «{ $header }». Напишите его так: 11:43.
row-formula = В столбце «{ $header }» формула, значения которой в файле нет: его посчитает только Excel. Откройте файл в Excel или LibreOffice, сохраните и пришлите снова.
row-date-order = В столбце «{ $header }» стоит «{ $value }», и не ясно, что здесь раньше: день или месяц. Ответьте кнопкой под файлом.
row-text-too-long = Текст в столбце «{ $header }» длиннее 200 000 знаков. Сократите его.
row-error = В столбце «{ $header }» ошибка «{ $value }»: что там должно стоять, неизвестно. Исправьте формулу или впишите значение.
row-not-yet = Дата { $day } в столбце «{ $header }» ещё не наступила. Исправьте её.
row-date-torn = В столбце «{ $header }» стоит дата { $value }, а рядом даты текстом: таблица, похоже, поменяла день и месяц местами, когда открывала выгрузку. Пришлите выгрузку, как её отдала система, или запишите все даты столбца одинаково.
row-weekday = «{ $value }» в столбце «{ $header }»: этот день недели не той даты. Исправьте дату или день недели.
row-answered-before-received = Ответ { $answered } раньше поступления { $received }. Исправьте одну из дат.
row-duplicate = Номер { $number } уже есть в строке { $row }, и там написано другое. Оставьте одну из строк.
row-duplicate-elsewhere = Номер { $number } уже есть на листе «{ $sheet }» в строке { $row }, и там написано другое. Оставьте одну из строк.
row-two-values = Под одним названием «{ $header }» два столбца, и в них разное: «{ $one }» и «{ $other }». Оставьте одно.
row-too-many-cells = В строке { $cells } ячеек, а столбцов { $headers }: скорее всего, текст с разделителем не взят в кавычки. Пересохраните файл в XLSX.

file-empty = Файл пуст. Выгрузите таблицу ещё раз.
file-not-table = Это не таблица. Пришлите выгрузку в формате XLSX, XLS, ODS или CSV.
file-web-page = Внутри файла веб-страница без таблицы. Откройте его в Excel или LibreOffice и сохраните в XLSX.
file-broken = Файл повреждён и не открывается. Выгрузите таблицу ещё раз или пересохраните файл в XLSX.
file-protected = Файл закрыт паролем. Снимите пароль и пришлите снова.
file-document = Это документ для чтения, а не выгрузка: сообщений из PDF и Word бот не берёт. Пришлите таблицу: XLSX, XLS, ODS или CSV.
file-other-archive = Архив этого вида не открывается. Пришлите саму таблицу или ZIP с одной таблицей.
file-of-1c = Это табличный документ 1С (MXL). Сохраните его в 1С как лист Excel (XLSX) и пришлите снова.
file-of-numbers = Это таблица Numbers. Экспортируйте её в Excel (XLSX) и пришлите снова.
file-archive-empty = В архиве нет таблицы. Пришлите выгрузку в формате XLSX, XLS, ODS или CSV.
file-archive-of-many = В архиве несколько таблиц: { $names }. Пришлите каждую отдельно.
file-wrong-byte = В строке { $row } байт { $byte }, которого в кодировке { $encoding } быть не может: файл повреждён или собран из разных кодировок. Выгрузите его ещё раз или пересохраните в XLSX.
file-encoding = Кодировка текста не распознана: ни в UTF-8, ни в Windows-1251, ни в DOS (866), ни в KOI8-R слов не получается. Пересохраните таблицу в XLSX.
file-mixed-encodings = Файл собран из разных кодировок: выше строки { $row } он в { $encoding }, а в ней слов не получается. Выгрузите его ещё раз или пересохраните в XLSX.
file-formulas = В таблице формулы без значений: столбцы с ними были бы пусты. Откройте файл в LibreOffice или Excel, сохраните и пришлите снова.
file-unpacks-too-large = В развёрнутом виде файл больше { $limit } МБ или сжат неправдоподобно сильно, такие не открываются. Пересохраните таблицу или разделите её на части.
import-dropped-too-large = Файл больше { $limit } МБ. Разделите выгрузку на части.
file-too-heavy = Таблица не поместилась в память. Удалите лишние ячейки далеко справа и снизу или разделите её на части.
file-too-many-rows = В файле больше { $limit } строк. Разделите его на части.
file-own-list = Это список, который составил бот: тексты в нём скрыты, и обратно он не загружается. Пришлите выгрузку из системы канала; одно сообщение меняют на его карточке.
file-picture = Картинка — не выгрузка, сообщений из неё бот не читает. Пришлите выгрузку в формате XLSX, XLS, ODS или CSV; публикацию перешлите боту или внесите по /add
file-no-headers = Среди первых { $rows } строк нет заголовков выгрузки. Нужны хотя бы номер и дата поступления, например «Номер» и «Дата».
file-on-its-side = Таблица лежит на боку: названия столбцов стоят одно под другим. Поверните её (в Excel: «Копировать», «Специальная вставка», «Транспонировать») и пришлите снова.
file-no-column = В таблице нет столбца { $field ->
    [number] с номером сообщения
   *[received_at] с датой поступления
}. Добавьте его; он может называться так: { $headers }. Найдены столбцы: { $found }.
file-no-rows = В таблице есть заголовки, но нет ни одной строки. Выгрузите таблицу ещё раз.
file-which-channel = По таблице не видно, какого она канала. Выберите канал или добавьте столбец «Канал».
file-quote-not-closed = В строке { $row } не закрыта кавычка, и строки за ней слились в одну ячейку. Закройте её или пересохраните файл в XLSX.

# Что не понято, и что вышло из загрузки

import-outcome = станут просрочены { $overdue } · отвечены { $answered } · открыты { $open }{ $outside ->
    [0] { "" }
   *[other] { " " }· вне контроля { $outside }
}
import-ask-field = <b>Какой столбец — { $subject }?</b>{ $rows ->
    [0] { "" }
   *[other] { " " }Подходят несколько, и говорят они разное: строк { $rows }. Пока не ответите, беру «{ $column }».
}
import-ask-planned = <b>В столбце «{ $column }» дни, которые ещё не настали ({ $rows }): это срок?</b> Пока не ответите, считаю их днями ответа, и строки с ними не прочитаны.
import-ask-column = <b>Что в столбце «{ $column }»?</b>
import-ask-dates = <b>В столбце «{ $column }» даты вроде { $subject }: что раньше?</b>
import-ask-status = <b>Что значит состояние «{ $subject }»?</b> Строк: { $rows }. Пока не ответите, сообщения открыты, состояние видно на карточке.
import-ask-importance = <b>Важность «{ $subject }» повышенная?</b> Строк: { $rows }. Пока не ответите, считаю её обычной.
import-ask-channel = <b>Какой это канал: «{ $subject }»?</b> Строк: { $rows }. Пока не ответите, они не прочитаны.
import-ask-answer = <b>Что в столбце «{ $column }»?</b> { $rows ->
    [0] Другого столбца об ответах нет. Пока не скажете, все сообщения открыты.
   *[other] Он заполнен там, где других слов об ответе нет: строк { $rows }. Пока не скажете, эти сообщения открыты.
}
import-ask-numbering = <b>В столбце «{ $column }» номера идут подряд: 1, 2, 3. Это номера сообщений?</b> Пока не ответите, считаю их порядковыми: сообщения других файлов под ними не изменятся.
import-ask-undated = <b>Ответ дан («{ $subject }»), а даты ответа нет: { $rows }. Какую взять?</b> Пока не ответите, сообщения открыты.
import-more-questions = Потом ещё вопросов: { $count }.
import-columns-heading = Не прочитаны столбцы. Нажмите номер и скажите, что в столбце; ответ запомнится для канала.
import-receipt = Загружено { $count }: отвечено { $answered }, в работе { $open }, просрочено { $overdue }{ $outside ->
    [0] { "" }
   *[other] , вне контроля { $outside }
}
import-receipt-gone = Нет в этой выгрузке, но были открыты: { $count }
import-receipt-unassigned = Не распределено { $count } — распределите.
import-undoing = Отменяю загрузку.
import-undone = Загрузка файла «{ $name }» отменена: всё как было до неё.
import-gone-heading = <b>Нет в этой выгрузке, но открыты: { $count }</b>
import-gone-more = и ещё { $count }

field-number = номер сообщения
field-received-at = дата поступления
field-registered-at = дата регистрации
field-answered-at = дата ответа
field-topic = тема
field-text = текст
field-executor = исполнитель
field-status = состояние
field-author = заявитель
field-place = адрес проблемы
field-author-address = адрес заявителя
field-topic-group = группа тем
field-received-time = время поступления
field-answered-mark = отметка об ответе
field-interim-at = промежуточный ответ
field-refuted-at = дата опровержения
field-important = важность
field-nothing = не нужен
answer-dates-day = Сначала день
answer-dates-month = Сначала месяц
answer-status-open = В работе
answer-status-answered = Отвечено
answer-status-withdrawn = Отозвано
answer-status-not-ours = Не наше
answer-status-rejected = Отклонено модератором
answer-importance-raised = Повышенная
answer-importance-ordinary = Обычная
answer-channel-nothing = Не загружать
answer-answer-answered-mark = Отметка: дан ли ответ
answer-answer-answered-at = Дата ответа
answer-planned-nothing = Срок, не ответ
answer-planned-answered-at = Дата ответа
answer-answer-nothing = Ни то ни другое
answer-numbering-own = Номера сообщений
answer-numbering-running = Порядковые
answer-undated-today = Сегодняшнюю
answer-undated-file = Дату файла
answer-undated-open = Оставить открытыми
answer-undated-column = Из столбца «{ $column }»

button-columns = Столбцы { $count }
button-gone = Нет в выгрузке { $count }
button-undo-import = Отменить загрузку
button-take-all = Взять все
button-keep-all = Оставить все
toast-import-understood = Понятно, запомнено для канала. Читаю заново.
toast-import-undoing = Отменяю загрузку.
toast-conflicts = { $taken ->
    [yes] Берём из выгрузки: { $count }.
   *[no] Остаётся наше: { $count }.
}
refusal-import-undo-late = Отменить эту загрузку уже нельзя: прошли сутки или после неё загружен другой файл.
refusal-import-is-undoing = Загрузка отменяется.
refusal-import-is-undone = Загрузка отменена.

import-set-aside = При обработке файла случилась ошибка, и он отложен; ничего не записано. Администратор знает. Выгрузите таблицу ещё раз или пересохраните файл в XLSX.
import-set-aside-admin = { $undoing ->
    [yes] Отмена загрузки № { $id } не удалась
   *[no] Файл загрузки № { $id } отложен
} после трёх попыток: { $failure }. Остальные загрузки идут. Подробности в журнале сервера.
