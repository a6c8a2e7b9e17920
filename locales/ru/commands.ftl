## Командная строка.

cli-profile-wrong = Профиль офиса не принят:
cli-profile-fine = Профиль: { $name }, постановление № { $number } от { FULLDAY($day) }, мест { $seats }.
cli-no-token = Нет токена: задайте BOT_TOKEN в окружении или в файле .env. Его выдаёт @BotFather.
cli-bad-token = Токен в BOT_TOKEN не похож на токен бота. Скопируйте его у @BotFather целиком.
cli-no-telegram = Сервер Bot API не отвечает как должен ({ $reason }). Проверьте BOT_TOKEN, сеть, BOT_PROXY и BOT_API_SERVER.
cli-bad-database-url = Адрес базы в BOT_DATABASE_URL не читается. Нужен sqlite:///путь/office.db или postgresql://пользователь:пароль@сервер/база; особые знаки в пароле — через %.
cli-bad-proxy = Адрес в BOT_PROXY не читается. Нужен http://, socks5:// или socks4:// с сервером и портом: socks5://имя:пароль@сервер:1080; особые знаки в пароле — через %.
cli-bad-api-server = Адрес в BOT_API_SERVER не читается. Нужен http:// или https:// с именем сервера.
cli-bad-webhook-url = Адрес в BOT_WEBHOOK_URL не подходит. Telegram вызывает https:// на порту 443, 80, 88 или 8443.
cli-bad-webhook-secret = Секрет в BOT_WEBHOOK_SECRET не подходит: от 1 до 256 латинских букв, цифр, «_» и «-». Уберите его, и бот сделает свой.
cli-bad-listen = Адрес в BOT_LISTEN не читается. Нужен адрес:порт, например 127.0.0.1:8080.
cli-database-stranger = База: сервер PostgreSQL не принял имя или пароль. Проверьте их в BOT_DATABASE_URL и правила в pg_hba.conf.
cli-database-missing = База: на сервере PostgreSQL нет базы { $name }. Создайте её: createdb { $name }.
cli-token-refused = Telegram не принял токен: он отозван или списан с ошибкой. Возьмите нынешний у @BotFather и задайте BOT_TOKEN.
cli-no-way = Нет связи с сервером Bot API. Проверьте сеть; если Telegram доступен только через прокси, задайте BOT_PROXY.
cli-no-way-by-proxy = Через прокси связи с сервером Bot API нет. Проверьте в BOT_PROXY сервер, порт, имя и пароль.
cli-token-fine = Токен: бот @{ $name } отвечает.
cli-database-empty = База: ещё пуста, схема появится при первом запуске.
cli-database-old = База: схема { $revision } старее программы. Выполните bot migrate (или просто bot serve).
cli-database-newer = База сделана более новой версией программы (схема { $revision }). Обновите программу: эта ничего в базе не меняла.
cli-database-away = База недоступна ({ $reason }). Проверьте BOT_DATABASE_URL.
cli-database-fine = База: в порядке, занято с привязкой к чату { $bound } из { $seats } мест.
cli-database-read-only = База { $name } только для чтения: бот ничего не сможет записать. Проверьте права на файл и каталог, диск (не подключён ли он только для чтения), у PostgreSQL — не запасной ли это сервер.
cli-undelivered = Не доставлено сообщений: { $count } (человек заблокировал бота или не начал с ним чат).
cli-audit-fine = Журнал: цепочка записей цела.
cli-audit-broken = Журнал: запись { $entry } не следует из предыдущей. Журнал меняли в обход программы; сохраните копию базы и разберитесь.
cli-migrated = Схема базы: была { $before }, стала { $after }.
cli-no-such-seat = Места { $seat } в составе нет: места от 1 до { $seats } (п. 3.1 Положения).
cli-no-such-channel = Канала { $channel } в профиле нет. Есть: { $channels }.
cli-no-file = Файла { $name } нет или он не читается.
cli-file-exists = Файл { $name } уже есть; назовите другой, чтобы ничего не потерять.
cli-import-applied = Загружено.
cli-import-dry = Ничего не записано. Чтобы загрузить, повторите с --apply.
cli-backed-up = Копия базы: { $name }. Проверена: файл цел, журнал цел, { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}.
cli-bad-backup = { $name } — не целая копия базы. Ничего не изменено.
cli-not-ours = { $name } — база другой программы. Ничего не изменено.
cli-copy-newer = Копия { $name } сделана более новой версией программы (схема { $revision }). Обновите программу. Ничего не изменено.
cli-served = С базой { $name } уже работает bot serve. Остановите его, потом повторите команду.
cli-copy-doubtful = Журнал базы меняли в обход программы: запись { $entry } не следует из предыдущей. Снятое лежит отдельно и копией не считается: { $name }. Сохраните его и разберитесь; прежние копии целы.
cli-database-damaged = База { $name } повреждена: { $damage }.
cli-way-out = Что делать: остановите bot serve, { $there ->
    [yes] верните последнюю проверенную копию: bot restore { $newest }
   *[no] верните копию, которую хранили на другом компьютере: bot restore КОПИЯ
}. Повреждённый файл останется рядом под своим именем с датой. Прежние копии не тронуты.
cli-restored = База возвращена: { $name }. { $kept ->
    [yes] Прежняя сохранена: { $aside }
   *[no] {""}
}
cli-copy-failed = Не получилось: { $name }. Проверьте место на диске, права и BOT_DATABASE_URL. Ничего не изменено.
cli-no-program = Для базы PostgreSQL нужна программа { $name }: поставьте пакет postgresql-client той же версии, что и сервер.
seed-guest-position = эксперт по благоустройству
cli-cannot-write = В каталог { $name } записать нельзя: { $reason }. Укажите другой: --to КАТАЛОГ

## Ошибки и заметки профиля офиса (bot check и запуск).

profile-no-file = файла нет или он не читается
profile-bad-toml = не читается как TOML: { $reason }
profile-missing = не указано
profile-unknown-key = такого поля в профиле нет
profile-unknown-zone = часового пояса «{ $value }» нет; например, Asia/Yekaterinburg
profile-bad-share = «{ $value }» — не доля; например, "1/2"
profile-wrong-value = значение «{ $value }» не подходит ({ $expected })
profile-no-such-block = блока «{ $value }» нет в разделе blocks
profile-no-such-seat = места { $value } в составе нет
profile-no-such-channel = канала «{ $value }» нет в разделе channels
profile-repeated = «{ $value }» указан дважды
profile-one-officer = за канал отвечает ровно одно место, а указано: { $value }
profile-unknown-field = поля «{ $value }» у сообщения нет
profile-too-many-seats = мест { $value }, а может быть не больше 9 (п. 3.1 Положения)
profile-seat-numbers = места нумеруются подряд с 1 без повторов, а указаны: { $value }
profile-one-head = руководитель в составе ровно один, а указано: { $value }
profile-bad-acting-seat = место { $value } не может исполнять обязанности руководителя: его нет в составе или это он сам
profile-one-block-head = у блока «{ $value }» больше одного руководителя
profile-no-block-head = у блока «{ $value }» нет руководителя в составе
profile-block-of-block-head = блок указывают у руководителей блоков и только у них, а указано: { $value }
profile-hours-order = время должно идти по порядку: начало, обед с, обед по, конец
profile-confirm = { $channel }: { $text }

## Копии базы, здоровье, несколько офисов

nightly-copy-failed = Ночная копия базы не сделана. { $reason }
task-ended = Часть программы ({ $name }) остановилась сама и запущена снова. Ничего не потеряно; если повторится — пришлите журнал программы тому, кто её сопровождает.
drill-fine = Копии: { $name } возвращена на пробу { FULLDAY($day) } и цела ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}).
drill-failed = Копии: пробное восстановление { $name } { FULLDAY($day) } не удалось. { $reason } Сделайте новую: bot backup ФАЙЛ.
drill-none = Копии: пробного восстановления ещё не было, бот проводит его сам раз в неделю.
drill-no-database = На сервере PostgreSQL нельзя сделать временную базу ({ $name }). Дайте роли право: ALTER ROLE … CREATEDB.
drill-other-log = Журнал копии — не часть журнала офиса (запись { $entry }).
drill-rows-differ = В таблице { $table } было { $counted } строк, возвращено { $found }.
cli-no-profiles = В каталоге { $name } нет профилей: положите туда имя.toml и имя.env каждого офиса.
cli-one-token = У офисов { $first } и { $second } один токен. Каждому офису нужен свой бот.
cli-office-without-token = Офис { $name } не запущен: в файле { $name }.env нет BOT_TOKEN. Остальные работают.
cli-stuck = Ждут отправки больше часа: { $count }. Работает ли bot serve и есть ли сеть?
cli-orphans = Файлы без хозяина: { $count }, первый — { $first }. Базу меняли в обход программы; сохраните её копию.

## Что печатает сыгранный день (make demo PLAY=1).

play-import = 1. Выгрузка «{ $channel }» прочитана и загружена: { $counts }
play-digest = 2. 08:30, сводки пришли всем: { $count }. Тексты: { $path }
play-convene = 3. Заседание созвано, ответы получены
play-no-quorum = 4. Четверо из девяти: { $answer }
play-open = 5. Пришли ещё двое, заседание открыто
play-vote = 6. { $result }
play-protocol = 7. Протокол составлен, подписан и разослан: { $folder }/protocol-1.docx, { $folder }/protocol-1.pdf
play-end = 8. Нарушений Bot API: { $violations }, вызовов: { $calls }
cli-import-row = { $named ->
    [yes] лист «{ $sheet }», строка { $row }
   *[no] строка { $row }
}: { $reason }
cli-inbox-fine = Папка выгрузок: { $folder }.
cli-inbox-wrong = Папка выгрузок { $folder } (BOT_INBOX): её нет, или в ней нельзя читать и переносить файлы. Создайте её и дайте права тому, от чьего имени работает бот.
cli-import-conflicts = Расхождений с тем, что есть: { $count }, остаётся наше. Решают по ним в чате или на странице, прислав тот же файл.
cli-import-unread-rows = Не прочитано строк: { $count }. Они с причинами — в файле { $name }: исправьте и загрузите его.
