# Рассылка подписанного протокола и подтверждения получения (п. 4.7).

button-received = Получено
button-by-hand = Отправлено вручную

protocol-card-receipts = Получили { $confirmed } из { $count }
protocol-card-received = ✓ { $unit }: получено { DAY($moment) } в { TIME($moment) }
protocol-card-sent = … { $unit }: отправлено { DAY($moment) }
protocol-card-unconfirmed = … { $unit }: не подтверждено, отправлено { DAY($moment) }
protocol-card-by-hand = — { $unit }: чата нет, передайте выписку
protocol-card-handed = ✓ { $unit }: передано { DAY($moment) } в { TIME($moment) }

protocol-signed-caption = Протокол № { $number } заседания { FULLDAY($moment) }, подписан
protocol-unit-caption = Выписка из протокола № { $number } заседания { FULLDAY($moment) }: для исполнения (п. 4.7). Подтвердите получение.
protocol-by-hand-caption = { $unit }: чата нет. Перешлите выписку из протокола № { $number } заседания { FULLDAY($moment) } и отметьте.

receipt-reminder = { $correction ->
    [0] Протокол
   *[other] Исправление № { $correction } к протоколу
} № { $number } заседания { FULLDAY($held) }: отправлено вам { DAY($moment) }, получение не подтверждено (п. 4.7).
receipt-confirmed = { $correction ->
    [0] Протокол
   *[other] Исправление № { $correction } к протоколу
} № { $number } заседания { FULLDAY($held) }: получено { DAY($moment) } в { TIME($moment) }.

toast-received = Получение протокола № { $number } отмечено.
toast-by-hand = { $unit }: отмечено.

act-send = рассылать протокол
refusal-units-confirm = Получение подтверждают подразделения (п. 4.7 Положения).
refusal-received-before = Получение протокола № { $number } уже отмечено.
refusal-not-sent-to-you = Протокол № { $number } вашему подразделению не направлялся (п. 4.7 Положения).
refusal-by-hand-before = Уже отмечено, или это подразделение получает протокол в чате.
