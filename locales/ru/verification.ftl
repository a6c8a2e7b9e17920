# Проверка файла или кода: подлинник, изменён, неизвестен.

verdict-signed = Подлинник: подписанный протокол № { $number } заседания { FULLDAY($moment) }.
verdict-unsigned = Неподписанный протокол № { $number } заседания { FULLDAY($moment) }, как он составлен.
verdict-former = Прежняя версия { $version } протокола № { $number } заседания { FULLDAY($moment) }: до подписания её заменила новая.
verdict-copy = Рабочая копия протокола № { $number } заседания { FULLDAY($moment) }: её можно править, подлинник — подписанный PDF.
verdict-extract = Подлинная выписка из протокола № { $number } заседания { FULLDAY($moment) }.
verdict-altered = Изменён: файл называет себя протоколом № { $number } заседания { FULLDAY($moment) }, но отличается от того, что выдал бот. Подлинник есть у членов офиса: /meeting
verdict-unknown = Неизвестный файл: кода протокола в нём нет, и среди выданных ботом документов его нет.
verdict-signer = Подписал { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }, { FULLDAY($moment) }, { TIME($moment) }.
verdict-not-signed = Протокол ещё не подписан.
refusal-signature-unasked = Файл подписи прикладывает подписавший: кнопка «Приложить .sig» на карточке протокола.
file-gone = Telegram больше не отдаёт этот файл. Пришлите его ещё раз.
