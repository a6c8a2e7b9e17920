## Страница офиса.

command-page = Открыть страницу офиса
page-link = Ссылка на страницу офиса: открывается один раз и только вами, в течение десяти минут. Не пересылайте её.
button-page = Открыть страницу
refusal-page-off = Своей страницы у офиса нет: заявителя, адрес и полный текст откройте в системе-источнике. Включает страницу администратор (BOT_PAGE).

page-to-content = К содержанию
page-menu = Разделы
page-admin = Администратор
page-leave = Выйти
page-footer = Постановление № { $number } от { FULLDAY($day) }. Страница стоит на сервере офиса и ничего не передаёт третьим лицам.
page-room-roster = Состав
page-room-profile = Профиль

page-outside-title = Страница проектного офиса
page-outside = Вход — по одноразовой ссылке: напишите боту /page и откройте то, что он пришлёт. Паролей и регистрации здесь нет.
page-enter-title = Вход на страницу офиса
page-enter = Ссылка действует один раз. Страница закроется сама через час без действий; открывайте её только на своём устройстве.
page-enter-button = Войти
page-refused-title = Не получилось
page-to-start = На главную

refusal-page-link-old = Ссылка уже использована или устарела: она действует один раз и десять минут. Напишите боту /page и откройте новую.
refusal-page-enter = Сначала войдите: напишите боту /page и откройте ссылку, которую он пришлёт. Если вы входили, прошёл час без действий или привязка снята.
refusal-page-not-for-you = Этот раздел не для вашей роли.
refusal-page-nothing-there = Такой страницы нет.
refusal-page-wait = Слишком много неверных попыток с вашего адреса. Подождите минуту.
refusal-page-form-old = Форма устарела: откройте страницу заново и повторите. Ничего не изменено.

page-status-400 = Отправленное не удалось прочитать. Откройте страницу заново и повторите; файл попробуйте переименовать. Ничего не изменено.
page-status-403 = Форма отправлена не с этой страницы. Откройте страницу офиса заново и повторите. Ничего не изменено.
page-status-408 = Отправка шла слишком долго и прервалась. Проверьте связь и повторите. Ничего не изменено.
page-status-411 = Неизвестно, сколько отправлено. Откройте страницу заново и повторите. Ничего не изменено.
page-status-413 = Отправлено больше, чем здесь принимается. Разделите файл на части и повторите. Ничего не изменено.
page-status-500 = Не получилось: ошибка программы, она записана в журнал. Повторите; если не поможет, скажите администратору.
page-status-503 = База данных сейчас недоступна. Повторите через минуту.

page-roster-lead = Мест по постановлению: { $seats } (п. 3.1 Положения). Заменить человека или записать отсутствие — в чате: /roster, /absence.
page-column-seat = Место
page-column-position = Должность
page-column-holder = Кто
page-column-state = Сейчас
page-vacant = вакансия
page-unbound = чат не привязан
page-absent = отсутствует до { DAY($until) }
page-acting = и.о. руководителя
page-heads = руководит

page-profile-lead = Правила офиса по постановлению № { $number } от { FULLDAY($day) }. Меняются файлом профиля на сервере (BOT_PROFILE).
page-profile-city = Город, время
page-profile-hours = Рабочие часы (обед)
page-profile-digest = Сводка в
page-profile-quorum = Кворум
page-quorum = не менее { $needed } из { $established } (п. 4.3.1 Положения)
page-profile-channels = Каналы и сроки
page-profile-blocks = Блоки и подразделения
page-profile-units = Подразделения
page-profile-topics = Темы и блоки: { $count }
page-column-channel = Канал
page-column-term = Срок
page-column-source = Откуда
page-column-block = Блок
page-column-topic = Тема
page-rule = { $unit ->
    [hours] { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }
    [working_hours] { $count ->
        [one] { $count } рабочий час
        [few] { $count } рабочих часа
       *[other] { $count } рабочих часов
    }
    [working_days] { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[other] { $count } рабочих дней
    }
   *[calendar_days] { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
} { $from ->
    [registered] с регистрации
   *[received] с поступления
}

page-room-messages = Сообщения
page-find = Найти
page-find-hint = номер, слова темы или текста
page-filter-section = Состояние
page-filter-block = Блок
page-filter-channel = Канал
page-filter-unit = Подразделение
page-filter-topic = Тема
page-any = все
page-number = { $count }
page-sorting = Порядок
page-sorting-term = сначала срочные
page-sorting-term-last = срочные в конце
page-sorting-received = сначала старые
page-sorting-received-last = сначала новые
page-sorting-state = по состоянию
page-sorting-topic = по теме
page-sorting-block = по блоку
page-sorting-unit = по подразделению
page-sorting-channel = по каналу
page-sorting-number = по номеру
page-too-many-to-arrange = Так упорядочивается не больше { $limit } сообщений, найдено больше: сузьте отбор. Пока порядок обычный.
page-more-filters = Ещё отборы: дата поступления, исход, населённый пункт, причина
page-received-from = Поступило с
page-received-to = по
page-counts-as = Исход на сегодня
page-counts-as-counted = учтено в показателях
page-counts-as-on-time = ответ в срок
page-counts-as-late = ответ с опозданием
page-counts-as-overdue = просрочено, без ответа
page-counts-as-waiting = в работе, срок не вышел
page-counts-as-behind = с опозданием или просрочено
page-counts-as-unexplained = опоздание без причины
page-show = Показать
page-clear = Сбросить
page-found = Найдено: { $count }{ $more ->
    [yes] +
   *[no] { "" }
}
page-tick-all = Отметить все на странице
page-tick = Отметить № { $number }
page-ticked = Отмечено: { $count }
page-ticked-acts = Действия с отмеченными
page-changed = записано
page-untick = Снять отметки
page-edit = Изменить
refusal-page-too-many-ticked = Отметьте не больше { $limit } за раз.
page-ticked-hint = С отмеченными:
page-column-standing = Состояние
page-column-deadline = Срок
page-column-message = Сообщение
page-column-unit = Подразделение
page-column-received = Поступило
page-day = { SHORTDAY($moment) }
page-moment = { FULLDAY($moment) }{ CLOCK($moment, ", ") }
page-no-topic = тема не указана
page-no-block = не распределено
page-presumed = предположительно
page-stands-overdue = просрочено: { $late }
page-stands-today = срок сегодня
page-stands-soon = срок скоро
page-stands-later = в работе
page-stands-answered = отвечено
page-stands-answered-late = отвечено с опозданием: { $late }
page-give-block = Отдать блоку
page-give-unit = Отдать подразделению
page-give-reason = Записать причину
page-reason = Причина просрочки
page-own-reason = своими словами
page-own-words = Свои слова
page-answered-now = Ответ дан сейчас
page-answered = Ответ дан
page-answered-at = Когда (пусто — сейчас)
page-first = В начало
page-onward = Дальше
page-table = Все списком, XLSX
page-table-whole = Все с адресами и ссылками, XLSX
page-keys = Клавиши: «/» — поиск, «j» и «k» — следующее и предыдущее, «x» — отметить, «b», «u» и «r» — сменить блок, подразделение и причину строки, Enter — записать, Esc — оставить, «?» — эта подсказка.
page-keys-on = Клавиши включены
page-applicant = Заявитель
page-place = Адрес
page-url = Ссылка
page-looked = Этот просмотр записан в журнал офиса.
page-look-hint = Каждый просмотр записывается в журнал офиса.
page-hidden = Имя, адрес и другие личные данные скрыты: по профилю офиса их видят не все места.
page-history = Что было
page-facts = Сведения
page-settlement = Населённый пункт
page-acts = Что сделать
page-done-answered = Ответ записан.
page-done-block = Блок записан.
page-done-unit = Подразделение записано.
page-done-reason = Причина записана.
page-acted-title = Отмеченные сообщения
page-acted = Сделано: { $count }
page-acted-left = Не сделано: { $count }
page-back = Назад к списку
refusal-page-left-list = В этом списке его уже нет: с ним что-то сделали, пока список был открыт.
refusal-page-none-ticked = Ничего не отмечено: отметьте сообщения галочками слева и повторите.
refusal-page-form-unread = Форма не прочитана: вернитесь и заполните её заново. Ничего не изменено.

page-verify-title = Проверить документ
page-verify-file = Положите сюда файл PDF: он сравнивается с тем, что подписан, и никуда не сохраняется
page-verify-button = Проверить файл
page-verify-code = Или код с бумаги, рядом с QR
page-verify-by-code = Проверить код
page-verify-lead = Код говорит, чья это запись и кто её подписал; что не изменён сам файл, говорит только файл.
page-invited-title = Вас пригласили
page-invited = { $office }. Откройте приглашение в мессенджере: оно одноразовое, имя и место подтвердит руководитель.
page-invited-telegram = Открыть в Telegram
refusal-page-code-unknown = Записи с таким кодом нет. Проверьте, что он переписан целиком: цифры и буквы a–f.

page-room-files = Загрузка
page-drop = Положите сюда выгрузку канала: XLSX, XLS, ODS, CSV
page-read-file = Прочитать файл
page-drop-hint = До кнопки «Применить» ничего не записывается. Файл остаётся на сервере офиса и после загрузки стирается.
page-files-recent = Последние файлы
page-column-file = Файл
page-column-rows = Строки
page-file-received = ждёт чтения
page-file-reading = читается
page-file-asking = нужен ответ
page-file-ready = прочитан, не применён
page-file-applying = загружается
page-file-at-keyboard = загружается командой
page-file-applied = загружен
page-file-undoing = отменяется
page-file-undone = загрузка отменена
page-file-cancelled = отменён, ничего не записано
page-file-refused = не прочитан
page-file-waits = Работа идёт.
page-look-again = Обновить
page-rows-new = { $count ->
    [one] новая
    [few] новые
   *[other] новых
}
page-rows-changed = { $count ->
    [one] изменённая
    [few] изменённые
   *[other] изменённых
}
page-rows-same = без изменений
page-rows-unreadable = { $count ->
    [one] не прочитана
   *[other] не прочитано
}
page-rows-unassigned = не распределено
page-rows-gone = { $count ->
    [one] открыто у нас, но нет в файле
   *[other] открыты у нас, но нет в файле
}
page-rows-gone-list = Открыты у нас, но нет в файле: { $count }
page-become-overdue = { $count ->
    [one] станет просрочено
   *[other] станут просрочены
}
page-became-overdue = { $count ->
    [one] просрочено
   *[other] просрочены
}
page-became-answered = { $count ->
    [one] отвечено
   *[other] отвечены
}
page-became-open = { $count ->
    [one] открыто
   *[other] открыты
}
page-to-messages = Открыть сообщения
page-to-unassigned = Распределить
page-channel-not-chosen = не выбран
page-file-put-in = Загружено { $count } из { $of }.
page-file-asks = Вопросов по файлу: { $count }.
page-file-to-questions = Ответить
page-read-again = Прочитать заново
page-mapping = Как читать файл
page-mapping-lead = Над каждым столбцом — за что он принят. Поправьте и прочитайте файл заново: ответ запомнится для канала.
page-column-is = Что в столбце «{ $header }»
page-field-other = прочитан как есть
page-dates = Порядок в датах
page-dates-hint = Решает там, где из файла не видно: «05/11/2026». Дата с точками начинается с дня, если сам файл не показывает обратного.
page-dates-seen = как понятно из файла
page-not-answered = не отвечено
page-understood = Как понято
page-conflicts = Расхождения с выгрузкой: { $count }
page-conflicts-lead = Пока не возьмёте слово выгрузки, остаётся то, что сделано здесь.
page-column-ours = У нас
page-column-theirs = В выгрузке
page-column-whose = Чьё слово
page-side-answer = ответ { DAY($moment) }
page-side-open = без ответа
page-side-term = срок { DAY($moment) }
page-side-received = сообщение от { DAY($moment) }
page-take = Взять слово выгрузки
page-take-back = Вернуть наше
page-taken = взято
page-take-all = Взять все
page-keep-all = Оставить все

page-room-figures = Показатели
page-room-meetings = Заседания
page-room-tasks = Поручения
page-room-journal = Журнал
page-period-week = прошлая неделя
page-period-month = этот месяц
page-period-quarter = квартал
page-period-year = год
page-first-day = С какого дня
page-last-day = По какой день
page-figure-received = поступило
page-figure-share = в срок
page-figure-on-time = ответ в срок
page-figure-late = с опозданием
page-figure-overdue = просрочено
page-figure-waiting = в работе
page-figure-median = не дольше — половина ответов
page-figure-ninety = не дольше — девять из десяти
page-changes = Что изменилось
page-no-changes = Заметных изменений нет.
page-findings = Обратите внимание
page-no-causes = Опозданий нет.
page-report-xlsx = Отчёт, XLSX
page-report-pdf = Отчёт, PDF
page-by-channel = По каналам
page-by-block = По блокам
page-by-topic = По темам
page-by-settlement = По населённым пунктам
page-by-unit = По подразделениям
page-bar = Доли
page-meetings-ahead = Впереди
page-meetings-past = Прошедшие
page-meetings-hint = номер, день или слова повестки
page-column-when = Когда
page-column-agenda = Повестка
page-column-meeting = Заседание
page-meeting-title = Заседание № { $number }
page-meeting-convened = созвано
page-meeting-open = идёт
page-meeting-closed = состоялось
page-meeting-not-held = не состоялось
page-meeting-cancelled = отменено
page-meeting-live = Страница обновляется сама.
page-meeting-votes = Голосуют в чате.
page-item-dropped = снят
page-item-postponed = отложен
page-item-unvoted = не голосовали
page-outcome-adopted = принято
page-outcome-not-adopted = не принято
page-outcome-void = не состоялось, нет кворума
page-tally = за { $yes } · против { $no } · воздержались { $abstained } · присутствовали { $present }
page-voting = идёт голосование
page-speaker = Докладчик
page-decision = Решение
page-executors = Исполнители
page-date = { FULLDAY($day) }
page-materials = Материалы
page-roll-call = Поимённо
page-choice-for = за
page-choice-against = против
page-choice-abstain = воздержался
page-aloud = вслух, записал ведущий
page-no-agenda = Вопросов в повестке нет.
page-papers = Документы
page-paper-signed = Подписанный протокол, PDF
page-paper-pdf = Протокол без подписи, PDF
page-paper-docx = Рабочая копия, DOCX
page-paper-act = Акт «не состоялось», PDF
page-present = Присутствуют: { $count }
page-were-present = Присутствовали: { $count }
page-participants = Участники
page-tasks-lead = Отчитаться и попросить продлить — в чате: /tasks.
page-tasks-waiting = ждут приёмки
page-tasks-late = просрочены
page-tasks-soon = срок скоро
page-tasks-open = в работе
page-tasks-done = исполнены
page-column-number = №
page-column-decision = Решение
page-column-executor = Исполнитель
page-column-due = Срок
page-task-open = в работе
page-task-reported = ждёт приёмки
page-task-returned = возвращено
page-task-accepted = исполнено
page-task-late = просрочено, раб. дней: { $count }
page-nothing = Ничего нет.
page-journal-lead = Только добавляется; каждая запись хранит хеш предыдущей, цепочку проверяет { PROGRAM() } check. Личных данных в журнале нет: номера, состояния и хеши текстов.
page-journal-details = { $count ->
    [one] { $count } сведение
    [few] { $count } сведения
   *[other] { $count } сведений
}
page-journal-thing = { $kind ->
    [message] сообщение
    [import] загрузка
    [protocol] протокол
    [meeting] заседание
    [user] аккаунт
    [chat] чат
    [seat] место
    [task] поручение
    [incident] инцидент
    [proposal] предложение
    [invitation] приглашение
    [absence] отсутствие
    [export] таблица
    [request] запрос
    [material] материал
    [post] публикация
    [recount] пересчёт сроков
    [profile] профиль
    [report] отчёт
    [channel] канал
    [block] блок
   *[other] { "" }
} { $number }
page-journal-name = { $name ->
    [absent] отсутствует
    [acting] и.о.
    [aloud] вслух
    [answer] ответ
    [answered] отвечено
    [appeal] обращение
    [at] когда
    [before] было
    [block] блок
    [by] кто
    [chair] ведёт место
    [changed] изменено
    [channel] канал
    [chat] чат
    [choice] голос
    [conflicts] расхождений
    [copy] копия
    [count] сколько
    [date] дата
    [day] день
    [decree] постановление
    [doing] что делалось
    [due] срок
    [established] мест
    [failure] сбой
    [file] файл
    [files] файлы
    [fingerprint] отпечаток
    [from] с
    [gone] нет в файле
    [ground] основание
    [holder] человек
    [hours] часы
    [important] важное
    [incident] инцидент
    [invited] приглашённые
    [item] вопрос
    [items] вопросы
    [kind] вид
    [language] язык
    [marked] отметил
    [meeting] заседание
    [messages] сообщений
    [moment] когда
    [muted] без пустых сводок
    [name] имя
    [new] новых
    [number] номер
    [open] в работе
    [others] у других блоков
    [outcome] итог
    [outside] вне контроля
    [overdue] просрочено
    [page] со страницы
    [participants] участники
    [period] период
    [place] место проведения
    [prepared_by] готовил
    [present] присутствуют
    [proposal] предложение
    [quality] оценка
    [reason] причина
    [remote] по видеосвязи
    [result] итог
    [round] раз
    [rows] строк
    [same] без изменений
    [seat] место
    [section] раздел
    [starts_at] начало
    [taken] взято
    [template] образец
    [text] текст
    [to] по
    [topic] тема
    [unassigned] не распределено
    [unit] подразделение
    [unreadable] не прочитано
    [user] аккаунт
    [votes] голоса
    [whither] куда
    [wrong] неверно
    [year] год
    [years] лет
   *[other] { $name }
}
page-journal-value = { $value ->
    [for] за
    [against] против
    [abstain] воздержался
    [adopted] принято
    [not_adopted] не принято
    [void] не состоялось
    [coming] будет
    [not_coming] не сможет
    [true] да
    [xlsx] XLSX
    [pdf] PDF
   *[other] { $value }
}
page-journal-looks = Кто смотрел заявителей
page-column-entry = №
page-column-at = Когда
page-column-who = Кто
page-column-kind = Что
page-column-entity = С чем
page-column-data = Подробно
page-by-bot = бот
page-by-account = без места

page-applicant-link = Имя, адрес и полный текст — на странице офиса, не в чате. Ссылка одноразовая, на десять минут; показ запишется в журнал.
toast-page-link = Ссылка ниже.
message-text-on-page = Текст — на странице офиса: /page
refusal-registries-not-in-chat = Выгрузки в чате не принимаются: в них личные данные (149-ФЗ, ст. 10 ч. 8–10). Положите файл на страницу офиса: /page. Этот файл удалите из чата.
profile-law-reveal = заявителя показывают в чате. Передавать личные данные граждан через иностранный мессенджер нельзя (149-ФЗ, ст. 10 ч. 8–10; 41-ФЗ от 01.04.2025; КоАП, ст. 13.11.2). Уберите места отсюда и укажите их в on_page
profile-law-files = выгрузки принимаются в чате, а в них личные данные граждан (149-ФЗ, ст. 10 ч. 8–10; 41-ФЗ от 01.04.2025; КоАП, ст. 13.11.2). Когда страница офиса работает (BOT_PAGE), поставьте false

page-meeting-adjourned = продолжится в другой день
page-agenda-begin = Новое заседание
page-agenda-change = Изменить повестку
page-agenda-draft = Черновик повестки
page-agenda-of = Повестка заседания № { $number }
page-agenda-hint = Вопросы можно перетащить или перенумеровать. Время, место и рассылка — в чате: /convene.
page-agenda-place = № по порядку
page-agenda-question = Вопрос
page-agenda-decision = Проект решения
page-agenda-points = { $count ->
    [one] В решении { $count } пункт, он остаётся
    [few] В решении { $count } пункта, они остаются
   *[other] В решении { $count } пунктов, они остаются
}
page-agenda-out = Исключить из повестки
page-agenda-add = Добавить вопрос
page-material-file = Файл, до 20 МБ
page-material-add = Приложить
page-material-out = Убрать
page-agenda-keep = Сохранить повестку
page-agenda-kept = Повестка сохранена.
page-agenda-untold = Участники ещё не знают об изменениях: сообщите им в чате, на карточке заседания — «Изменить».
page-agenda-drag = Перетащить вопрос
page-agenda-up = Выше
page-agenda-down = Ниже
page-agenda-moved = Вопрос теперь на месте { $place }
page-beside = Протокол рядом с проектом
page-beside-question = Вопрос
page-beside-draft = Проект решения, как был внесён
page-beside-protocol = В протоколе
page-beside-heard = Слушали
page-beside-spoke = Выступили
page-beside-adopted = —
page-beside-not-adopted = Решение не принято.
page-beside-void = Голосование не состоялось, нет кворума.
page-beside-unvoted = Не голосовали.
page-beside-passed-over = Не рассматривался.
page-beside-dropped = Снят с рассмотрения.
page-beside-postponed = Отложен до следующего заседания.
refusal-agenda-changed-meanwhile = Пока форма была открыта, повестку изменили. Откройте её заново: ничего не сохранено.
refusal-page-file-not-given = Файл сейчас не удаётся получить из мессенджера. Он есть в чате: карточка заседания — «Материалы».
page-hall-open = На экран зала
page-hall-present = Присутствуют { $present } из { $established }, для кворума нужно { $needed } (п. 4.3.1)
page-hall-question = Вопрос { $number } из { $count }
page-hall-silent = Ждём
page-hall-here = присутствует
page-hall-not-here = не отмечен
page-wall = Экран офиса
page-wall-open = На экран офиса
page-wall-no-meetings = Ближайших заседаний нет.
page-wall-as-of = По состоянию на { FULLDAY($moment) }, { TIME($moment) }
page-wall-back = Назад
page-wall-onward = Дальше
page-wall-leave = Закрыть экран
page-wall-stop = Остановить
page-wall-go-on = Обновлять само
page-propose = Вынести на заседание
page-proposed = { $own ->
    [yes] Предложение внесено. Включить его в повестку можно с карточки в чате.
   *[no] Предложение передано руководителю: он решит, в какую повестку его включить.
}
page-former-draft = Прежний проект
page-until = до { TIME($moment) }
