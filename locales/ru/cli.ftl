# Командная строка.

cli-profile-wrong = Профиль офиса не принят:
cli-profile-fine = Профиль: { $name }, постановление № { $number } от { FULLDAY($day) }, мест { $seats }.
cli-no-token = Нет токена: задайте BOT_TOKEN в окружении или в файле .env. Его выдаёт @BotFather.
cli-bad-token = Токен в BOT_TOKEN не похож на токен бота. Скопируйте его у @BotFather целиком.
cli-no-telegram = Сервер Bot API не отвечает как должен ({ $reason }). Проверьте BOT_TOKEN, сеть, BOT_PROXY и BOT_API_SERVER.
cli-token-fine = Токен: бот @{ $name } отвечает.
cli-database-empty = База: ещё пуста, схема появится при первом запуске.
cli-database-old = База: схема { $revision } старее программы. Выполните bot migrate (или просто bot serve).
cli-database-newer = База сделана более новой версией программы (схема { $revision }). Обновите программу: эта ничего в базе не меняла.
cli-database-away = База недоступна ({ $reason }). Проверьте BOT_DATABASE_URL.
cli-database-fine = База: в порядке, занято с привязкой к чату { $bound } из { $seats } мест.
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
cli-backed-up = Копия базы: { $name }
cli-bad-backup = { $name } — не целая копия базы. Ничего не изменено.
cli-restored = База возвращена: { $name }. { $engine ->
    [sqlite] Прежняя сохранена рядом, с окончанием .before-restore.
   *[other] {""}
}
cli-copy-failed = Не получилось: { $name }. Проверьте место на диске, права и BOT_DATABASE_URL. Ничего не изменено.
cli-no-program = Для базы PostgreSQL нужна программа { $name }: поставьте пакет postgresql-client той же версии, что и сервер.
seed-guest-position = эксперт по благоустройству
cli-cannot-write = В каталог { $name } записать нельзя: { $reason }. Укажите другой: --to КАТАЛОГ
