# Копии базы, здоровье, несколько офисов
nightly-copy-failed = Ночная копия базы не сделана. { $reason }
cli-no-profiles = В каталоге { $name } нет профилей: положите туда имя.toml и имя.env каждого офиса.
cli-one-token = У офисов { $first } и { $second } один токен. Каждому офису нужен свой бот.
cli-office-without-token = Офис { $name } не запущен: в файле { $name }.env нет BOT_TOKEN. Остальные работают.
