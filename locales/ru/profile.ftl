# Ошибки и заметки профиля офиса (bot check и запуск).

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
