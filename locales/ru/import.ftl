# Загрузка выгрузок.

import-received = Файл «{ $name }» получен, читаю.
import-reading = Читаю файл «{ $name }».
import-applying = Загружаю.
import-applied = Загружено.
import-cancelled = Загрузка файла «{ $name }» отменена, ничего не записано.
import-refused = Файл «{ $name }» не прочитан, ничего не записано.
import-which-channel = Файл «{ $name }» прочитан. Из какого он канала? Выберите:
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
import-unassigned = Без блока { $applied ->
    [yes] { $count } — распределите.
   *[no] { $count ->
        [one] останется { $count }
       *[other] останутся { $count }
    } — распределите после загрузки.
}
import-nothing = Загружать нечего: всё уже есть.
import-unreadable-caption = Непрочитанные строки: причина — в первом столбце. Исправьте и пришлите снова.

button-apply = Применить
button-other-channel = Другой канал
button-unreadable = Непрочитанные, XLSX

toast-import-applying = Загружаю.

refusal-only-officers-import = Выгрузки загружают ответственные лица и руководитель (п. 3.4, 3.2 Положения).
refusal-file-too-large = Файл больше 20 МБ, Telegram не отдаёт такие боту. Разделите его или попросите администратора: bot import
refusal-picture-is-no-registry = Картинка — не реестр, сообщений из неё бот не читает. Публикацию перешлите боту или внесите по /add, реестр пришлите в формате XLSX, XLS, ODS или CSV.
refusal-no-such-import = Такой загрузки нет. Пришлите файл ещё раз.
refusal-not-your-import = Эту загрузку ведёт тот, кто прислал файл, или руководитель.
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
import-unread = Не прочитаны столбцы: { $headers }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}.
import-sample = Например:
import-sample-line = { $channel } { $code } · { DAY($day) } · { $topic }
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

button-conflicts = Расхождения { $count }
toast-conflict = { $code }: { $taken ->
    [done] взято из выгрузки.
    [yes] берём из выгрузки.
   *[no] остаётся наше.
}
refusal-conflict-taken-before = Слово выгрузки уже взято. Исправить можно на карточке сообщения.
refusal-import-is-at_keyboard = Этот файл загружают командой bot import.
import-none-read = Ни одна строка не прочитана: загружать нечего.
