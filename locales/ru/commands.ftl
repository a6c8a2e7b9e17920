## Командная строка.

cli-profile-wrong = Профиль офиса не принят:
cli-profile-fine = Профиль: { $name }, постановление № { $number } от { FULLDAY($day) }, мест { $seats }.
cli-no-token = Нет токена: задайте BOT_TOKEN в окружении или в файле .env. Его выдаёт @BotFather.
cli-bad-token = Токен в BOT_TOKEN не похож на токен бота. Скопируйте его у @BotFather целиком.
cli-no-telegram = Сервер Bot API не отвечает как должен ({ $reason }). Проверьте BOT_TOKEN, сеть, BOT_PROXY и BOT_API_SERVER.
cli-bad-database-url = Адрес базы в BOT_DATABASE_URL не читается. Нужен sqlite:///путь/office.db или postgresql://пользователь:пароль@сервер/база; особые знаки в пароле — через %, после базы можно ?sslmode=require или ?host=/путь/к/сокету.
cli-bad-proxy = Адрес в BOT_PROXY не читается. Нужен http://, socks5:// или socks4:// с сервером и портом: socks5://имя:пароль@сервер:1080; особые знаки в пароле — через %.
cli-bad-api-server = Адрес в BOT_API_SERVER не читается. Нужен http:// или https:// с именем сервера.
cli-bad-webhook-url = Адрес в BOT_WEBHOOK_URL не подходит. Telegram вызывает https:// на порту 443, 80, 88 или 8443.
cli-bad-webhook-secret = Секрет в BOT_WEBHOOK_SECRET не подходит: от 1 до 256 латинских букв, цифр, «_» и «-». Уберите его, и бот сделает свой.
cli-bad-webhook-certificate = Сертификат в BOT_WEBHOOK_CERTIFICATE не подходит. Нужен файл PEM, который бот может прочитать, только с открытым сертификатом (BEGIN CERTIFICATE), без закрытого ключа: он уходит в Telegram.
cli-bad-listen = Адрес в BOT_LISTEN не читается. Нужен адрес:порт, например 127.0.0.1:8080.
cli-database-stranger = База: сервер PostgreSQL не принял имя или пароль. Проверьте их в BOT_DATABASE_URL и правила в pg_hba.conf.
cli-database-missing = База: на сервере PostgreSQL нет базы { $name }. Создайте её: createdb { $name }.
cli-token-refused = Telegram не принял токен: он отозван или списан с ошибкой. Возьмите нынешний у @BotFather и задайте BOT_TOKEN.
cli-no-way = Нет связи с сервером Bot API. Проверьте сеть; если Telegram доступен только через прокси, задайте BOT_PROXY.
cli-no-way-by-proxy = Через прокси связи с сервером Bot API нет. Проверьте в BOT_PROXY сервер, порт, имя и пароль.
cli-secretary = Протокол ведёт { $seat ->
    [0] { $name } (входит как помощник под этим именем)
   *[other] место { $seat }
}, и визирует его.
cli-token-fine = Токен: бот @{ $name } отвечает.
cli-database-empty = База: ещё пуста, схема появится при первом запуске.
cli-database-old = База: схема { $revision } старее программы. Выполните { PROGRAM() } migrate (или просто { PROGRAM() } serve).
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
cli-served = С базой { $name } уже работает { PROGRAM() } serve. Остановите его, потом повторите команду.
cli-copy-doubtful = Журнал базы меняли в обход программы: запись { $entry } не следует из предыдущей. Снятое лежит отдельно и копией не считается: { $name }. Сохраните его и разберитесь; прежние копии целы.
cli-database-damaged = База { $name } повреждена: { $damage ->
    [SQLITE_NOTADB] это не файл SQLite
    [SQLITE_CORRUPT] содержимое файла испорчено
   *[other] { $damage }
}.
cli-way-out = Что делать: остановите { PROGRAM() } serve, { $there ->
    [yes] верните последнюю проверенную копию: { PROGRAM() } restore { $newest }
   *[no] верните копию, которую хранили на другом компьютере: { PROGRAM() } restore КОПИЯ
}. Повреждённый файл останется рядом под своим именем с датой. Прежние копии не тронуты.
cli-restored = База возвращена: { $name }. { $kept ->
    [yes] Прежняя сохранена: { $aside }
   *[no] {""}
}
cli-later-copies = Ночные копии, сделанные после неё, убраны: { $name }. В них то, чего в возвращённой базе нет.
cli-copy-refused = Не получилось: { $name }: { cli-reason }. Ничего не изменено.
cli-copy-failed = Не получилось: { $name }. Проверьте место на диске, права и BOT_DATABASE_URL. Ничего не изменено.
cli-no-program = Для базы PostgreSQL нужна программа { $name }: поставьте пакет postgresql-client той же версии, что и сервер.
seed-guest-position = эксперт по благоустройству
cli-cannot-write = В каталог { $name } записать нельзя. { $reason } Укажите другой: --to КАТАЛОГ

## Ошибки и заметки профиля офиса (mcu check и запуск).

profile-no-file = файла { $path } нет. Проверьте BOT_PROFILE; если его не задавать, берётся поставленный профиль
profile-no-such-file = { $path }: { cli-reason }. Проверьте BOT_PROFILE
profile-no-rights = файл { $path } есть, но прочесть его нельзя. Дайте программе право на чтение файла и его каталогов
profile-not-utf8 = файл не в UTF-8 (скорее всего, в кодировке Windows). Сохраните его в UTF-8: iconv -f cp1251 -t utf-8 { $name } > новый.toml
profile-bad-toml = не читается как TOML с места: строка { $line }{ $column ->
    [0] {""}
   *[other] , знак { $column }
}. Обычно это потерянная кавычка, скобка или запятая — здесь или строкой выше
profile-missing = не указано
profile-unknown-key = такого поля в профиле нет
profile-unknown-zone = часового пояса «{ $value }» нет; например, Asia/Yekaterinburg
profile-bad-share = «{ $value }» — не доля; например, "1/2"
profile-wrong-value = значение «{ $value }» не подходит{ $expected ->
    [text] : нужен текст в кавычках
    [filled] : не может быть пустым
    [shorter] : не длиннее { $bound }
    [more] : не меньше { $bound }
    [less] : не больше { $bound }
    [one-of] ; возможно: { $bound }
    [whole] : нужно целое число
    [day] : нужна дата вида 2026-11-24 без кавычек
    [hour] : нужно время вида 08:30:00 без кавычек
    [yes-no] : нужно true или false
    [list] : нужен список в квадратных скобках
    [section] : нужен раздел с полями
    [key] : нужны строчные латинские буквы, цифры и «_», сначала буква, не длиннее 20
    [code] : нужен код классификатора вида 0005.0005
   *[other] {""}
}
profile-no-such-block = блока «{ $value }» нет в разделе blocks
profile-nothing-to-caption = ни блока, ни подразделения «{ $value }» в профиле нет
profile-no-such-seat = места { $value } в составе нет
profile-no-such-channel = канала «{ $value }» нет в разделе channels
profile-repeated = «{ $value }» указан дважды
profile-one-officer = за канал отвечает ровно одно место, а указано: { $value }
profile-unknown-field = поля «{ $value }» у сообщения нет
profile-too-many-seats = мест { $value }, а может быть не больше 9 (п. 3.1 Положения)
profile-seat-numbers = места нумеруются подряд с 1 без повторов, а указаны: { $value }
profile-seat-keys = ключ «{ $value }» указан у нескольких мест, а он должен быть у одного
profile-one-head = руководитель в составе ровно один, а указано: { $value }
profile-bad-acting-seat = место { $value } не может исполнять обязанности руководителя: его нет в составе или это он сам
profile-seat-or-name = секретарь — это место состава ({ $seat }) или человек по имени ({ $name }): укажите одно из двух
profile-one-block-head = у блока «{ $value }» больше одного руководителя
profile-no-block-head = у блока «{ $value }» нет руководителя в составе
profile-block-of-block-head = блок указывают у руководителей блоков и только у них, а указано: { $value }
profile-hours-order = время должно идти по порядку: начало, обед с, обед по, конец
profile-topic-in-two = тематика «{ $value }» уже есть в { $other }: оставьте её в одном блоке
profile-alias-of-two = название «{ $value }» уже есть в { $other }: по нему не узнать, кто имеется в виду. Оставьте его в одном месте
profile-signature-of-two = такая же подпись выгрузки уже есть в { $other }: канал файла не узнать. Добавьте заголовок, который есть только в одной
profile-no-number = нет заголовка для номера сообщения (number): без номера строки не различить
profile-bad-date-format = по формату «{ $value }» дату не прочесть. Нужен вид %d.%m.%Y (день, месяц, год), со временем — %d.%m.%Y %H:%M
profile-status-of-two = статус «{ $value }» уже есть в { $other }: он не может значить и то и другое
profile-unknown-topic = срок задан для тематики «{ $value }», а в разделе topics её нет; проверьте, так ли она пишется в выгрузке
profile-late-digest = утренняя сводка назначена на { $value }; проверьте, так ли задумано
profile-confirm = { $channel }: { $text }

## Копии базы, здоровье, несколько офисов

nightly-copy-failed = Ночная копия базы не сделана. { $reason }
work-fails = Работа { $name } не удаётся раз за разом; бот пробует её снова каждые полминуты, остальное идёт. Пришлите журнал программы тому, кто её сопровождает: причина стоит в строках «work failed».
task-ended = Часть программы ({ $name }) остановилась сама и запущена снова. Ничего не потеряно; если повторится — пришлите журнал программы тому, кто её сопровождает.
drill-fine = Копии: { $name } возвращена на пробу { FULLDAY($day) } и цела ({ $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}).
drill-failed = Копии: пробное восстановление { $name } { FULLDAY($day) } не удалось. { $reason } Сделайте новую: { PROGRAM() } backup ФАЙЛ.
drill-none = Копии: пробного восстановления ещё не было, бот проводит его сам раз в неделю.
drill-no-database = На сервере PostgreSQL нельзя сделать временную базу ({ $name }). Дайте роли право: ALTER ROLE … CREATEDB.
drill-other-log = Журнал копии — не часть журнала офиса (запись { $entry }).
drill-rows-differ = В таблице { $table } было { $counted } строк, возвращено { $found }.
cli-no-profiles = В каталоге { $name } нет профилей: положите туда имя.toml и имя.env каждого офиса.
cli-one-token = У офисов { $first } и { $second } один токен. Каждому офису нужен свой бот.
cli-office-without-token = Офис { $name } не запущен: в файле { $name }.env нет BOT_TOKEN. Остальные работают.
cli-stuck = Ждут отправки больше часа: { $count }. Работает ли { PROGRAM() } serve и есть ли сеть?
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
cli-import-asked = Отвечают на вопросы в чате или на странице, прислав тот же файл; ответ запомнится для канала.
cli-import-unread-rows = Не прочитано строк: { $count }. Они с причинами — в файле { $name }: исправьте и загрузите его.

## Какой офис имеется в виду, и что отвечает сама машина

cli-speaks-of = Офис { $office ->
    [shipped] с поставленным профилем
   *[other] { $office }
}, база { $database }
cli-which-office = В каталоге { $name } несколько офисов: { $offices }. Назовите нужный: --office ИМЯ
cli-no-such-office = Офиса { $office } в каталоге { $name } нет. Есть: { $offices }.
cli-office-without-profiles = --office называет один из офисов каталога; укажите и каталог: --profiles КАТАЛОГ
cli-no-database = Базы { $name } ещё нет: её создаёт первый запуск ({ PROGRAM() } serve) или { PROGRAM() } migrate. Если бот уже работает, дайте команде те же настройки, что и ему: тот же рабочий каталог, --env-file или --profiles с --office.
cli-database-absent = База: { $name } ещё нет, появится при первом запуске.
cli-env-line = Файл настроек { $name }: строка { $line } не читается. Нужно ИМЯ=значение; кавычка, открытая в начале значения, должна закрываться.
cli-env-twice = Файл настроек { $name }: { $variable } стоит дважды, действует последняя строка.
cli-unknown-setting = { $variable }: такой настройки нет{ $alike ->
    [none] {""}
   *[other] . Похожая: { $alike }
}. Она ни на что не влияет.
cli-idle-setting = { $variable } без { $without } ничего не делает.
cli-one-address = { $first } и { $second } — один адрес ({ $address }). Дайте им разные порты.
cli-page-clash = Страницы офисов «{ $first }» и «{ $second }» — по одному адресу или одна внутри другой ({ $address }). Дайте каждому свой: BOT_PUBLIC_URL в { $first }.env и { $second }.env.
cli-page = Страница офиса: { $address } (сервер слушает { $listen }).
cli-copies-wrong = Копии не лягут в { $folder } (BOT_COPIES). { $reason }
cli-clock-before-decree = Часы машины отстают: на них { $now }, а постановление офиса от { FULLDAY($day) }. Переведите часы (timedatectl) или проверьте дату постановления в профиле.
cli-clock-behind = Часы машины отстают: на них { $now }, а последняя запись журнала сделана { $last }. Исправьте их (timedatectl): по ним считаются сроки и звонят напоминания.
cli-no-working-folder = Рабочего каталога больше нет: его удалили или заменили. Перейдите в существующий (cd) и повторите команду.
cli-env-not-utf8 = Файл настроек { $name } не в UTF-8. Сохраните его в UTF-8: iconv -f cp1251 -t utf-8
cli-wrong-setting = { $variable }: { $name ->
    [admins] нужны числовые номера чатов через запятую, а стоит «{ $value }». Свой номер скажет @userinfobot
    [mode] бывает polling или webhook, а стоит «{ $value }»
    [log_format] бывает console или json, а стоит «{ $value }»
    [limits] бывает true или false, а стоит «{ $value }»
    [webhook_networks] нужны сети вида 149.154.160.0/20 через запятую, а стоит «{ $value }»
   *[other] значение не читается
}. Исправьте в окружении или в файле .env.
cli-placeholder-token = В BOT_TOKEN остался пример вместо токена. Возьмите токен у @BotFather и впишите его целиком.
cli-bad-metrics = Адрес в BOT_METRICS не читается. Нужен адрес:порт, например 127.0.0.1:9464.
cli-no-admins = Администратор не назначен: некому подтвердить руководителя и некому сообщать о сбоях. Задайте BOT_ADMINS.
cli-admin-not-started = Администратор { $admin } ещё не нажал «Start» в чате с ботом @{ $name }: написать ему нельзя. Проверьте и сам номер в BOT_ADMINS.
cli-no-rights = Нет прав на { $path }: владелец — { $owner }, а программа запущена от { $user }. Запустите её от { $owner } или отдайте: chown -R { $user } { $path }
cli-rights-taken = Нет прав на { $path }: владелец — { $owner }, программа запущена от него же, но права сняты. Верните их: chmod -R u+rwX { $path }
cli-no-folder-there = { $name } — не каталог, базе в нём не лежать. Проверьте путь в BOT_DATABASE_URL.
cli-folder-instead = { $name } — каталог, а нужен файл базы. Проверьте путь в BOT_DATABASE_URL.
cli-device-instead = { $name } — канал или устройство, а нужен файл базы. Проверьте путь в BOT_DATABASE_URL.
cli-disk-full = На диске с { $name } нет места: записать ничего нельзя. Освободите место; ничего не потеряно, бот продолжит сам.
cli-disk-nearly-full = На диске с { $name } осталось { $free } МБ. Освободите место, пока запись не остановилась.
cli-cannot-listen = Адрес { $address } занять нельзя: { $reason }.
cli-refused-by-machine = { $name }: { $reason }.
cli-reason = { $code ->
    [ENOSPC] на диске нет места, освободите его
    [EDQUOT] исчерпана квота на диске
    [EACCES] нет прав
    [low-port] порты до 1024 открывает только root. Назовите порт больше, а на 80 и 443 пусть слушает nginx или Caddy
    [EPERM] нет прав
    [ENOENT] такого файла или каталога нет
    [ENOTDIR] на пути стоит файл, а не каталог
    [EISDIR] это каталог, а нужен файл
    [ENXIO] это канал или устройство, а нужен файл
    [EEXIST] на этом месте уже стоит файл
    [ELOOP] ссылка ведёт сама на себя
    [ENAMETOOLONG] имя длиннее, чем допускает диск
    [EIO] диск не читается и не пишется, проверьте его
    [OperationalError] это не файл SQLite или открыть его не удаётся
    [EROFS] диск подключён только для чтения, запишите на другой или подключите его для записи (mount -o remount,rw)
    [EADDRINUSE] порт занят другой программой; остановите её или назовите другой порт
    [EAFNOSUPPORT] таких адресов (IPv6) эта машина не знает
    [EADDRNOTAVAIL] такого адреса у этой машины нет
    [EMFILE] открыто слишком много файлов, поднимите предел (ulimit -n)
    [ECONNREFUSED] по этому адресу никто не отвечает
    [EHOSTUNREACH] до этого сервера нет пути
    [ENETUNREACH] до этого сервера нет пути
    [ECONNRESET] сервер оборвал связь
    [ETIMEDOUT] сервер не ответил вовремя
    [no-name] такое имя сервера не найдено
   *[other] система отказала ({ $code })
}

webhook-deaf = Обновления от Telegram не приходят: { $elsewhere ->
    [yes] он шлёт их на другой адрес ({ $address }). Перезапустите бота; если повторится, с этим токеном работает ещё одна программа.
   *[no] ждут { $waiting }, последняя попытка не удалась ({ $error }). Проверьте BOT_WEBHOOK_URL вместе с путём, nginx или Caddy перед ботом и сертификат.
}
cli-webhook-fine = Webhook: Telegram шлёт обновления на заданный адрес, ждут { $waiting }, последняя ошибка: { $error }.

status-program = Программа { $version }, { $name }.
status-served = { $served ->
    [yes] Работает: { PROGRAM() } serve держит базу.
   *[no] Не работает: { PROGRAM() } serve с этой базой не запущен.
}
status-database = База { $name }: схема { $revision }{ $fresh ->
    [yes] {""}
   *[no] {" "}— не этой версии программы
}{ $size ->
    [0] {""}
   *[other] , { $size } МБ
}.
status-disk = Диск с { $name }: свободно { $free } МБ.
status-copy = Последняя копия: { $name }.
status-no-copy = Копий ещё нет: первая будет в 03:00, или сделайте сами: { PROGRAM() } backup ФАЙЛ.
status-bound = Места: { $bound } из { $seats } с привязкой к чату.
status-waiting = Ждут отправки: { $count }, первое с { $since }.
status-digest = Последняя сводка: { $at }.
cli-container-of-one = В контейнере — один офис: запустите по контейнеру на каждый, со своим --env-file.

cli-moved = Перенесено в { $name }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}, число строк и журнал сверены. Теперь задайте этот адрес в BOT_DATABASE_URL и запустите бота; прежняя база осталась как была.
cli-move-not-empty = В базе { $name } уже есть строки. Назовите пустую: createdb или новый файл. Ничего не изменено.
cli-move-differs = Перенесённое в { $name } не совпало с исходным, и потому не сохранено. Прежняя база не изменена; пришлите журнал программы тому, кто её сопровождает.
cli-move-old = База { $name }: схема не этой версии программы. Сначала { PROGRAM() } migrate.

## Профиль сменили, а в базе живёт то, что стоит на прежнем (mcu check и запуск).

profile-clash = Профиль изменён так, что разойдётся то, что в офисе уже идёт. В базе ничего не изменено. Верните прежний файл профиля, запустите бот, сделайте указанное ниже и смените профиль снова.
profile-change-seat-gone = Места { $seat } в новом профиле нет, а его занимает { $name }. Сначала завершите полномочия: /roster, место { $seat }, «Вакансия».
profile-change-seat-another = Место { $seat } в новом профиле другое: было «{ $before }», стало «{ $now }», а занимает его { $name }. Сначала завершите полномочия: /roster, место { $seat }, «Вакансия»; после смены профиля пригласите на место заново.
profile-change-seat-tasks = Места { $seat } в новом профиле нет, или под этим номером другое, а за ним неисполненные поручения: { $count }. Сначала их надо исполнить и принять: /tasks.
profile-change-seat-proposals = Места { $seat } в новом профиле нет, или под этим номером другое, а его предложения в повестку не рассмотрены: { $count }. Сначала рассмотрите их: /proposals.
profile-change-regular-names = Регулярное заседание называет то, чего в новом профиле нет: { $missing }. Сначала завершите его или измените его вопросы: /regular.
profile-change-regular-moves = Регулярное заседание называет места, у которых в новом профиле другие номера или под номерами которых там другие места. Сначала завершите его, а после смены профиля назначьте заново: /regular.
profile-change-materials-names = Запрос материалов разослан местам, которых в новом профиле нет: { $missing }. Сначала закройте или отзовите запрос: /request.
profile-change-materials-moves = Запрос материалов разослан местам, у которых в новом профиле другие номера или под номерами которых там другие места. Сначала закройте или отзовите запрос: /request.
profile-change-meeting-open = Заседание № { $number } открыто, а состав или правила голосования меняются. Сначала закройте заседание.
profile-change-meeting-names = Заседание № { $number } называет то, чего в новом профиле нет: { $missing }. Сначала проведите или отмените заседание, или измените его повестку и участников.
profile-change-meeting-moves = Заседание № { $number } называет места, у которых в новом профиле другие номера или под номерами которых там другие места. Сначала проведите или отмените заседание.
profile-change-protocol-open = Документ заседания № { $number } ещё не составлен, а состав или правила голосования меняются. Сначала запустите бота с прежним профилем: он составит его сам.
profile-change-protocol-names = Протокол № { $number } ещё не подписан, а называет то, чего в новом профиле нет: { $missing }. Сначала подпишите его, а поручения по нему исполните и примите: /meeting, /tasks.
profile-change-protocol-moves = Протокол № { $number } ещё не подписан, а называет места, у которых в новом профиле другие номера или под номерами которых там другие места. Сначала подпишите его: /meeting.
profile-change-block-messages = Блока { $of } в новом профиле нет, а за ним открытые сообщения: { $count }. Сначала передайте их другому блоку: /messages.
profile-change-channel-messages = Канала { $of } в новом профиле нет, а в нём открытые сообщения: { $count }. Сначала ответьте на них: /messages.
profile-change-unit-messages = Подразделения { $of } в новом профиле нет, а за ним открытые сообщения: { $count }. Сначала передайте их другому подразделению: /messages.
profile-change-unit-tasks = Подразделения { $of } в новом профиле нет, а за ним неисполненные поручения: { $count }. Сначала их надо исполнить и принять: /tasks.
profile-change-unit-contacts = Подразделения { $of } в новом профиле нет, а к нему привязаны контакты: { $count }. Сначала отвяжите их: /roster.
profile-change-taken = Профиль изменён, { $kind ->
    [seats] места
    [blocks] блоки
    [channels] каналы
   *[units] подразделения
}: { $what ->
    [added] добавлены
    [removed] убраны, прежние записи показываются с прежними названиями
    [moved] переехали вместе с людьми и поручениями
   *[changed] изменены
} — { $keys }.
cli-bad-page = Адрес в BOT_PAGE не читается. Нужен адрес:порт, например 127.0.0.1:8082.
cli-bad-public-url = Адрес в BOT_PUBLIC_URL не читается. Нужен тот, что набирают люди: https://office.example.ru.
