# Исправление к подписанному протоколу: отдельный документ, сам протокол не меняется.

button-correction = Исправление к протоколу
correction-ask = Подписанный протокол не меняется, исправление к нему — отдельный документ. Пришлите его текст одним сообщением: какой вопрос, что напечатано и как следует читать. Протокол № { $number }.
correction-preview = Исправление: «{ $text }»
correction-confirm = Подписать исправление простой электронной подписью? Оно уйдёт всем, кто получил протокол (п. 4.7).
correction-caption = Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) }, подписано
correction-unit-caption = Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) }. Подтвердите получение (п. 4.7).
correction-by-hand-caption = { $unit }: чата нет. Перешлите исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) } и отметьте.
protocol-card-correction = Исправление № { $correction } от { DAY($moment) }: получили { $confirmed } из { $count }
toast-correction = Исправление № { $correction } к протоколу № { $number } подписано и рассылается.
verdict-correction = Подлинное исправление № { $version } к протоколу № { $number } заседания { FULLDAY($moment) }.
refusal-correction-empty = Текста нет. Пришлите исправление одним сообщением.

protocol-correction-title = Исправление № { $correction } к протоколу № { $number } заседания проектного офиса от { $date }
protocol-correction-heading = ИСПРАВЛЕНИЕ № { $correction }
protocol-correction-subheading = к протоколу № { $number } заседания проектного офиса от { $date }
protocol-correction-of = Исправляется
protocol-correction-record = протокол № { $number } от { $date }; сам он не меняется и действует с этим исправлением
protocol-correction-sha256 = SHA-256 его записи
