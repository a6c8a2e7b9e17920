# Протокол в чате: подпись, рассылка, проверка.

protocol-card-heading = <b>Протокол № { $number }</b> · заседание { FULLDAY($moment) }
protocol-card-adopted = { $number }. { $question } — принято
protocol-card-not-adopted = { $number }. { $question } — не принято
protocol-card-void = { $number }. { $question } — голосование не состоялось
protocol-card-none = { $number }. { $question } — не голосовали
protocol-card-task = { "   " }исполняет: { $executors }{ $dated ->
    [yes] , срок { FULLDAY($due) }
   *[no] { "" }
}
protocol-card-unsigned = { $version ->
    [1] Составлен, ждёт подписи (п. 4.7). PDF и DOCX — выше.
   *[other] Версия { $version }, прежние заменены. Ждёт подписи (п. 4.7). PDF и DOCX — выше.
}
protocol-card-moved = Действует карточка ниже.
protocol-confirm-sign = Подписать простой электронной подписью? После подписи протокол не меняется и уходит членам офиса и подразделениям (п. 4.7).
protocol-sign-no-executor = { $count ->
    [one] У решения { $items } нет исполнителя: задача по нему не появится.
   *[other] У решений { $items } нет исполнителя: задачи по ним не появятся.
}
protocol-card-signed = Подписан { DAY($moment) } в { TIME($moment) }: { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }
protocol-card-file = SHA-256 файла: <code>{ $sha256 }</code>
protocol-card-record = SHA-256 записи: <code>{ $sha256 }</code>

protocol-docx-caption = Протокол № { $number }{ $version ->
    [1] { "" }
   *[other] , версия { $version }
}: рабочая копия, её можно править
protocol-pdf-caption = Протокол № { $number }{ $version ->
    [1] { "" }
   *[other] , версия { $version }
}: на подпись
protocol-act-caption = Акт: заседание № { $number } не состоялось

button-sign = Подписать

toast-signed = Протокол № { $number } подписан и рассылается.

verify-ask = Пришлите код, напечатанный на протоколе рядом с QR-кодом (SHA-256, хватит первых 16 знаков), или сам файл PDF.
verify-record = Код верен: запись протокола № { $number } заседания { FULLDAY($moment) }.
verify-record-only = Не изменён ли сам файл, бот скажет, если прислать его сюда.
verify-unknown = Записи с таким кодом нет. Проверьте, что код переписан целиком: цифры и буквы a–f.

refusal-no-such-protocol = Такого протокола нет. Прошедшие заседания: /meeting
refusal-sign-other = Протокол подписывает тот, кто вёл заседание: { $name } (место { $seat }), п. 4.7 Положения.
refusal-already-signed = Протокол № { $number } уже подписан { DAY($moment) } в { TIME($moment) }.
refusal-not-signed-yet = Протокол № { $number } ещё не подписан. Подписанный придёт вам сам.
