## The protocol and the act as printed. Spaces that must not break («п. 4.6», «№ 5», before a dash) are
## no-break spaces here; keep them so. Numbers and names come as they are to be printed.

protocol-language = ru

## Title and heading

protocol-title = Протокол № { $number } заседания проектного офиса от { $date }
protocol-heading = ПРОТОКОЛ № { $number }
protocol-subheading = заседания проектного офиса
protocol-city = г. { $city }
protocol-extract-title = Выписка из протокола № { $number } заседания проектного офиса от { $date }
protocol-extract-heading = ВЫПИСКА
protocol-extract-subheading = из протокола № { $number } заседания проектного офиса
not-held-title = Акт{ $number ->
    [none] { "" }
   *[other] { " № " }{ $number }
} о том, что заседание проектного офиса { $date } не состоялось
not-held-heading = АКТ{ $number ->
    [none] { "" }
   *[other] { " № " }{ $number }
}
not-held-subheading = о том, что заседание проектного офиса не состоялось

## Particulars

protocol-caption-ground = Основание
protocol-caption-time = Время
protocol-caption-place = Место
protocol-caption-form = Форма
protocol-caption-chair = Председательствует
protocol-caption-secretary = { $gender ->
    [female] Протокол вела
   *[male] Протокол вёл
}
protocol-caption-breaks = Перерыв
protocol-time-span = с { $since } до { $until }
protocol-time-moment = в { $time }
protocol-chair-opening = при открытии: { $name }
protocol-chair-since = с { $time }: { $name }
protocol-caption-quorum = Кворум
protocol-caption-appointed = Назначено
protocol-caption-closed = Закрыто
protocol-ground = Положение о проектном офисе, утверждённое постановлением от { $date } № { $number } (далее — Положение)
protocol-span = открыто в { $opened }, закрыто в { $closed }
protocol-span-late = открыто в { $opened }, закрыто { $date } в { $closed }
protocol-sat = { $date } с { $opened } до { $closed }
protocol-sitting = Заседание { $span }
protocol-moment = { $date }, { $time }
protocol-moment-zone = { $date }, { $time } ({ $zone })
protocol-form-in-person = очно
protocol-form-video = по видеосвязи
protocol-form-mixed = смешанная: очно и по видеосвязи
protocol-chair-head = { $name }, руководитель проектного офиса
protocol-chair-acting = { $name }, и.о. руководителя проектного офиса (п. 4.3 Положения)
protocol-chair-nobody = некому (п. 4.3 Положения)
protocol-quorum = при открытии { $present ->
    [one] присутствует
   *[other] присутствуют
  } { $present } из { $established }{ $later ->
    [none] { "" }
   *[other] , при продолжении — { $later }
}, для кворума нужно { $needed } (п. 4.3.1 Положения)
protocol-no-quorum = Заседание не состоялось: { $present ->
    [one] присутствовал
   *[other] присутствовали
  } { $present } из { $established }, для кворума нужно { $needed } (п. 4.3.1 Положения).

## Attendance

protocol-caption-present = ПРИСУТСТВОВАЛИ
protocol-caption-absent = ОТСУТСТВОВАЛИ
protocol-caption-guests = ПРИГЛАШЁННЫЕ
protocol-caption-seat = №
protocol-caption-name = ФИО
protocol-caption-position = Должность
protocol-caption-part = Участие
protocol-caption-reason = Причина
protocol-nobody = Никто.
protocol-vacant = место вакантно
protocol-note-in-person = очно
protocol-note-remote = по видеосвязи
protocol-note-acting = и.о. руководителя
protocol-note-came = с { $time }
protocol-note-left = до { $time }

protocol-note-away = отсутствие { $span }
protocol-reason-absence = отсутствие { $days ->
    [1] { $first }
   *[other] с { $first } по { $last }
}
protocol-note-marked = отметка ведущего

## Agenda and items

protocol-caption-agenda = ПОВЕСТКА ДНЯ
protocol-caption-heard = СЛУШАЛИ
protocol-caption-spoke = ВЫСТУПИЛИ
protocol-caption-draft = ПРОЕКТ РЕШЕНИЯ
protocol-caption-vote = ГОЛОСОВАЛИ
protocol-caption-choice = Голос
protocol-caption-decided = РЕШИЛИ
protocol-caption-executors = Исполнители
protocol-caption-due = Срок
protocol-vote-heading = { $point ->
    [none] { "" }
   *[other] по пункту { $point },{ " " }
}{ $count ->
    [one] голосование закрыто в { $time }
   *[other] голосование { $number } из { $count }, закрыто в { $time }
  }{ $again ->
    [none] { "" }
   *[other] { "" }; вопрос поставлен снова: { $again }; действует последнее решение
  }
protocol-tally = «за» — { $for }, «против» — { $against }, «воздержались» — { $abstained }, «не голосовали» — { $not_voted }; { $present ->
    [one] присутствовал
   *[other] присутствовали
  } { $present } из { $established }
protocol-vote-chair = На голосовании председательствует: { $name }
protocol-choice-for = за
protocol-choice-against = против
protocol-choice-abstain = воздержался
protocol-choice-none = голос не подан
protocol-vote-aloud = голос записан председательствующим
protocol-vote-chairing = председательствующий

protocol-item-added = { $question } (внесён в ходе заседания в { $time }, п. 3.2 Положения)
protocol-item-heard = { $speaker } (доклад { $spans })
protocol-heard-question = информацию по вопросу повестки дня
protocol-heard-without = информацию по вопросу повестки дня (докладчик отсутствовал)
protocol-item-amended = Проект изменён в { $time } ({ $acting ->
        [yes] и.о. руководителя
       *[no] председательствующий
    } { $by }). Прежняя редакция: { $former }
protocol-item-amended-none = не было
protocol-item-dropped = снят с рассмотрения в { $time } (п. 3.2 Положения)
protocol-item-postponed = отложен до следующего заседания в { $time } (п. 3.2 Положения)

protocol-annex = ПРИЛОЖЕНИЕ. Особое мнение: { $name }{ $item ->
    [0] { "" }
   *[other] , вопрос { $item }
}

## The result, by its ground

protocol-ground-majority = Решение принято: «за» — { $for } из { $present } { $present ->
    [one] присутствующего
   *[other] присутствующих
}, это больше половины (п. 4.6 Положения)
protocol-ground-no-majority = Решение не принято: «за» — { $for } из { $present } { $present ->
    [one] присутствующего
   *[other] присутствующих
}, а нужно больше половины (п. 4.6 Положения)
protocol-ground-nobody-for = Решение не принято: «за» не проголосовал никто (п. 4.6 Положения)
protocol-ground-casting-for = Решение принято: голоса разделились поровну, решающим стал голос председательствующего — «за» (п. 4.6 Положения)
protocol-ground-casting-against = Решение не принято: голоса разделились поровну, решающим стал голос председательствующего — «против» (п. 4.6 Положения)
protocol-ground-casting-unused = Решение не принято: голоса разделились поровну, а решающий голос не использован: председательствующий не высказался ни «за», ни «против» (п. 4.6 Положения)
protocol-ground-no-quorum = Голосование не состоялось: нет кворума, { $present ->
    [one] присутствовал
   *[other] присутствовали
  } { $present } из { $established }, а нужно не менее { $needed } (п. 4.3.1 Положения)

## The decision

protocol-not-considered = не рассматривался
protocol-item-note = Вопрос { $note }.
protocol-agenda-note = { $question } — { $note }
protocol-as-voted = В редакции при подписании; голосовали: «{ $voted }».
protocol-not-adopted = Решение не принято.
protocol-points-not-adopted = { $count ->
    [one] Пункт { $numbers } не принят.
   *[other] Пункты { $numbers } не приняты.
}
protocol-points-not-voted = { $count ->
    [one] Пункт { $numbers } на голосование не ставился.
   *[other] Пункты { $numbers } на голосование не ставились.
}
protocol-caption-decisions = РЕШЕНИЯ К ИСПОЛНЕНИЮ
protocol-caption-item = Вопрос
protocol-caption-decision = Решение
protocol-no-decisions = Решений, которые нужно исполнить, нет.
protocol-execution = { $count ->
    [one] Исполнитель
   *[other] Исполнители
}: { $executors }
protocol-execution-due = Срок: { $due }

## Signature and check

protocol-signer-head = Руководитель проектного офиса
protocol-signer-acting = И.о. руководителя проектного офиса
protocol-signer-secretary = Секретарь
protocol-unsigned = Не подписано
protocol-signed = Подписано простой электронной подписью: { $name }, { $moment }, учётная запись { $account }
protocol-signed-on-paper = Подписано на бумаге { $day }: { $name }. Скан подписанного экземпляра зарегистрирован { $moment }, учётная запись { $account }
protocol-signed-instead = За председательствовавшего: { $chair } (п. 4.7 Положения)
protocol-signed-meaning = Простая электронная подпись (63-ФЗ, ст. 5, ч. 2) подтверждает, кто и когда подписал { $paper ->
    [correction] исправление. По соглашению участников оно равнозначно бумажному
    [act] акт. По соглашению участников он равнозначен бумажному
   *[protocol] протокол. По соглашению участников он равнозначен бумажному
} с собственноручной подписью (ст. 6, ч. 2; ст. 9).
protocol-signed-of-protocol = Протокол подписан простой электронной подписью: { $name }, { $moment }, учётная запись { $account }
protocol-signed-of-protocol-on-paper = Протокол подписан на бумаге { $day }: { $name }; скан зарегистрирован { $moment }, учётная запись { $account }
protocol-certified = Выписка верна: { $name }, { $role }, { $moment }
protocol-fingerprint = SHA-256 записи
protocol-squares = Часть знаков напечатать не удалось: вместо них стоят □. Записано всё, как было введено.
protocol-check = Проверка подлинности
protocol-check-picture = QR-код проверки подлинности: { $url }

## Протокол в чате: подпись, рассылка, проверка.

protocol-card-heading = <b>Протокол № { $number }</b> · заседание { FULLDAY($moment) }
protocol-card-adopted = { $number }. { $question } — принято
protocol-card-not-adopted = { $number }. { $question } — не принято
protocol-card-void = { $number }. { $question } — не состоялось, нет кворума
protocol-card-none = { $number }. { $question } — не голосовали
protocol-card-task = { "   " }{ $point ->
    [none] { "" }
   *[other] { $point }.{ " " }
}{ $executors ->
    [none] { $dated ->
        [yes] срок { FULLDAY($due) }
       *[no] { "" }
    }
   *[other] исполняет: { $executors }{ $dated ->
        [yes] , срок { FULLDAY($due) }
       *[no] { "" }
    }
}
protocol-card-countersigned = Секретарь подписал: { $name }, { DAY($moment) } в { TIME($moment) }
protocol-confirm-countersign = Подписать как секретарь простой электронной подписью? Если слова потом исправят, подпись понадобится снова.
protocol-sign-no-secretary = Секретарь ещё не подписал: { $name }. Подпишете сейчас — протокол выйдет без подписи секретаря.
protocol-card-unsigned = { $version ->
    [1] Составлен, ждёт подписи (п. 4.7). PDF и DOCX — выше.
   *[other] Версия { $version }, прежние заменены. Ждёт подписи (п. 4.7). PDF и DOCX — выше.
}
protocol-confirm-sign = Подписать простой электронной подписью? После подписи протокол не меняется и уходит членам офиса и подразделениям (п. 4.7).
protocol-sign-no-executor = { $count ->
    [one] У решения { $items } нет исполнителя: поручения по нему не будет.
   *[other] У решений { $items } нет исполнителя: поручений по ним не будет.
}
protocol-card-signed = Подписан { DAY($moment) } в { TIME($moment) }: { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }
protocol-card-signed-on-paper = Подписан на бумаге { DAY($day) }: { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }. Скан зарегистрирован { DAY($moment) } в { TIME($moment) }
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
protocol-act-caption = Акт № { $number }: заседание { FULLDAY($moment) } не состоялось
button-act = Акт № { $number }
refusal-no-such-act = Такого акта нет. Прошедшие заседания: /meeting

button-sign = Подписать

button-on-paper = Подписан на бумаге
button-scan-signer = На бумаге подпись: { $name }
button-register = Зарегистрировать
scan-ask = Пришлите скан протокола № { $number }, подписанного от руки: файл PDF или фото страниц. Потом бот покажет, что будет записано.
scan-preview =
    { $count ->
        [one] Скан
       *[other] Скан, файлов { $count }
    }: { $files }
    Подпись на бумаге: { $name }, { FULLDAY($day) }
    Другой день подписания — напишите его: 24.11.2026. Ещё страница — пришлите её.
scan-confirm = Зарегистрировать протокол № { $number } подписанным? После этого он не меняется и уходит: членам офиса вместе со сканом, подразделениям — выписками (п. 4.7).
scan-caption = Протокол № { $number }: скан экземпляра, подписанного на бумаге
refusal-scan-kind = Скан — это PDF или фото: JPG, PNG, TIFF. Пришлите подписанные страницы так.
refusal-scan-day = День подписания — от заседания до сегодняшнего: с { FULLDAY($since) } по { FULLDAY($until) }. Напишите его так: { SHORTDAY($until) }.
toast-countersigned = Протокол № { $number }: подпись секретаря поставлена.
refusal-already-countersigned = Секретарь уже подписал { DAY($moment) } в { TIME($moment) }.
toast-signed = Протокол № { $number } подписан и рассылается.

verify-paused = Код протокола сейчас не жду. Проверить его — кнопкой ниже.
verify-ask = Пришлите код, напечатанный на протоколе рядом с QR-кодом, или SHA-256 файла (хватит первых 16 знаков), или сам файл PDF.
verify-record = Код верен: запись протокола № { $number } заседания { FULLDAY($moment) }.
verify-record-only = Подписана запись: эта ли бумага подписана и не изменён ли файл, станет видно, если прислать сюда сам файл.
verify-unknown = Записи с таким кодом нет. Проверьте, что код переписан целиком: цифры и буквы a–f.

refusal-no-such-protocol = Такого протокола нет. Прошедшие заседания: /meeting
refusal-sign-other = Протокол подписывает тот, кто вёл заседание: { $name }, п. 4.7 Положения.
refusal-already-signed = Протокол № { $number } уже подписан { DAY($moment) } в { TIME($moment) }.
refusal-not-signed-yet = Протокол № { $number } ещё не подписан. Подписанный придёт вам сам.

## Рассылка подписанного протокола и подтверждения получения (п. 4.7).

button-received = Получено
button-by-hand = Отправлено вручную

protocol-card-receipts = Получили { $confirmed } из { $count }
protocol-card-received = ✓ { $unit }: получено { DAY($moment) } в { TIME($moment) }
protocol-card-sent = … { $unit }: отправлено { DAY($moment) }
protocol-card-unconfirmed = … { $unit }: не подтверждено, отправлено { DAY($moment) }
protocol-card-by-hand = — { $unit }: чата нет, передайте выписку
protocol-card-handed = ✓ { $unit }: передано { DAY($moment) } в { TIME($moment) }

protocol-signed-caption = Протокол № { $number } заседания { FULLDAY($moment) }, подписан
file-protocol = Протокол № { $number } от { $day }
file-draft = Протокол № { $number } от { $day }, проект{ $version ->
    [1] { "" }
   *[other] { " " }{ $version }
}
file-extract = Выписка из протокола № { $number } от { $day }, { $count ->
    [one] вопрос
   *[other] вопросы
} { $items }
file-correction = Исправление № { $correction } к протоколу № { $number } от { $day }
file-act = Акт № { $number } от { $day }

summary-adopted = { $number }. { $words } — принято
summary-not-adopted = { $number }. { $words } — не принято
summary-void = { $number }. { $words } — не состоялось, нет кворума
summary-more = и ещё { $count }

by-hand-heading = <b>Передать вручную</b>: { $paper }. Чата у этих подразделений нет. Кнопка с именем пришлёт документ, «Передано» отметит.
by-hand-protocol = выписки из протокола № { $number } заседания { FULLDAY($moment) }
by-hand-correction = исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) }
by-hand-waits = … { $unit }
by-hand-done = ✓ { $unit }: передано { DAY($moment) } в { TIME($moment) }
by-hand-paper = Передать: { $unit }
button-paper-of = { $unit }
button-handed = Передано
protocol-unit-caption = Выписка из протокола № { $number } заседания { FULLDAY($moment) }: для исполнения (п. 4.7). Подтвердите получение.
protocol-unit-task = { $number }. { $question } → { $text }{ $dated ->
    [yes] { " " }— до { DAY($due) }
   *[no] { " " }— срок не назначен
}
protocol-unit-more = { $count ->
    [one] и ещё { $count } поручение: /tasks
    [few] и ещё { $count } поручения: /tasks
   *[other] и ещё { $count } поручений: /tasks
}
button-unit-done = { $count ->
    [1] Исполнено
   *[other] { $number } · Исполнено
}
button-protocol-whole = Протокол целиком

receipt-reminder = { $correction ->
    [0] Протокол № { $number } заседания { FULLDAY($held) } отправлен
   *[other] Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($held) } отправлено
} вам { DAY($moment) }, получение не подтверждено (п. 4.7).
receipt-confirmed = { $correction ->
    [0] Протокол № { $number } заседания { FULLDAY($held) } получен
   *[other] Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($held) } получено
} { DAY($moment) } в { TIME($moment) }.

toast-received = Получение протокола № { $number } отмечено.
toast-by-hand = { $unit }: отмечено.

act-send = рассылать протокол
refusal-units-confirm = Получение подтверждают подразделения (п. 4.7 Положения).
refusal-received-before = Получение протокола № { $number } уже отмечено.
refusal-not-sent-to-you = Протокол № { $number } вашему подразделению не направлялся (п. 4.7 Положения).
refusal-by-hand-before = Уже отмечено, или это подразделение получает протокол в чате.

## Исправление формулировок до подписания протокола (п. 4.7).

button-reword = Исправить формулировку
button-reword-heard = Слушали
button-reword-spoke = Выступили
button-reword-decided = Решили

reword-which = Формулировку какого вопроса исправить? Явка, голоса и результаты не меняются.
reword-item = { $number }. { $question }
reword-question = <b>Вопрос { $number }.</b> { $question }
reword-now-heard = <b>Слушали:</b> { $words }
reword-now-spoke = <b>Выступили:</b> { $words }
reword-now-decided = <b>Решили:</b> { $words }
reword-ask-heard = Вопрос { $number }, «слушали». Пришлите новый текст одним сообщением; «—» оставит пусто. Сейчас:
reword-ask-spoke = Вопрос { $number }, «выступили». Пришлите новый текст одним сообщением; «—» оставит пусто. Сейчас:
reword-ask-decided = Вопрос { $number }, «решили»: исправьте опечатку, не смысл. Рядом напечатается то, за что голосовали; члены офиса узнают сразу. Пришлите новый текст одним сообщением. Сейчас:
reword-difference-heard = Вопрос { $number }, «слушали»: что изменится
reword-difference-spoke = Вопрос { $number }, «выступили»: что изменится
reword-difference-decided = Вопрос { $number }, «решили»: что изменится
reword-confirm = Зачёркнутое уйдёт, подчёркнутое добавится. Протокол станет версией { $version } с новым SHA-256.
reword-making = Версия { $version }: документы готовятся.
toast-reworded = Протокол № { $number }: версия { $version }.

refusal-words-same = Текст тот же самый, менять нечего.
refusal-words-too-long = В тексте { $length } знаков, помещается { $limit }. Сократите и пришлите снова.
refusal-words-of-decision = По вопросу { $item } решение принято, его текст не может быть пустым (п. 4.7 Положения). Пришлите новый текст.
refusal-words-not-adopted = По вопросу { $item } решение не принято, слов решения нет (п. 4.6 Положения). Править можно «слушали» и «выступили».
reword-told = Протокол № { $number }, вопрос { $item }: решение печатается в редакции при подписании (п. 4.7).
    <b>Голосовали:</b> { $voted }
    <b>В протоколе:</b> { $words }

## Исправление к подписанному протоколу: отдельный документ, сам протокол не меняется.

button-correction = Исправление к протоколу
correction-ask = Подписанный протокол не меняется, исправление к нему — отдельный документ. Пришлите его текст одним сообщением: какой вопрос, что напечатано и как следует читать. Протокол № { $number }.
correction-preview = <b>ИСПРАВЛЕНИЕ № { $correction }</b>
    к протоколу № { $number } заседания проектного офиса от { FULLDAY($moment) }

    { $text }

    { $acting ->
        [yes] И.о. руководителя проектного офиса
       *[no] Руководитель проектного офиса
    } { $name }
correction-confirm = Подписать исправление простой электронной подписью? Оно уйдёт всем, кто получил протокол (п. 4.7). Чтобы исправить, пришлите текст снова.
correction-signed-caption = Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) }, подписано
correction-unit-caption = Исправление № { $correction } к протоколу № { $number } заседания { FULLDAY($moment) }. Подтвердите получение (п. 4.7).
protocol-card-correction = Исправление № { $correction } от { DAY($moment) }: получили { $confirmed } из { $count }
toast-correction = Исправление № { $correction } к протоколу № { $number } подписано и рассылается.
verdict-correction = Подлинное исправление № { $version } к протоколу № { $number } заседания { FULLDAY($moment) }.
verdict-act = Подлинный акт № { $number }: заседание { FULLDAY($moment) } не состоялось.
verdict-act-altered = Изменён: файл называет себя актом № { $number } о заседании { FULLDAY($moment) }, но отличается от того, что выдал бот. Подлинник: /meeting
refusal-correction-empty = Текста нет. Пришлите исправление одним сообщением.

protocol-correction-title = Исправление № { $correction } к протоколу № { $number } заседания проектного офиса от { $date }
protocol-correction-heading = ИСПРАВЛЕНИЕ № { $correction }
protocol-correction-subheading = к протоколу № { $number } заседания проектного офиса от { $date }
protocol-correction-of = Исправляется
protocol-correction-record = протокол № { $number } от { $date }; сам он не меняется и действует с этим исправлением
protocol-correction-sha256 = SHA-256 его записи

## Проверка файла или кода: подлинник, изменён, неизвестен.

verdict-signed = Подлинник: подписанный протокол № { $number } заседания { FULLDAY($moment) }.
verdict-unsigned = Не подлинник: неподписанный протокол № { $number } заседания { FULLDAY($moment) }, как он составлен.
verdict-former = Прежняя версия { $version } протокола № { $number } заседания { FULLDAY($moment) }: до подписания её заменила новая.
verdict-copy = Рабочая копия протокола № { $number } заседания { FULLDAY($moment) }: её можно править, подписи на ней нет.
verdict-extract = Подлинная выписка из протокола № { $number } заседания { FULLDAY($moment) }.
verdict-altered = Изменён: файл называет себя протоколом № { $number } заседания { FULLDAY($moment) }, но отличается от того, что выдал бот. Подлинник есть у членов офиса: /meeting
verdict-unknown = Неизвестный файл: кода протокола в нём нет, и среди выданных ботом документов его нет.
verdict-signer = Подписал { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }, { FULLDAY($moment) }, { TIME($moment) }.
verdict-signer-on-paper = На бумаге { FULLDAY($day) } подписал { $acting ->
    [yes] и.о. руководителя
   *[no] руководитель
} { $name }; скан зарегистрирован { FULLDAY($moment) }, { TIME($moment) }.
verdict-not-signed = Протокол ещё не подписан.
verdict-original-elsewhere = Подписанный подлинник — другой файл: /meeting
refusal-signature-unasked = Файлы .sig бот не принимает просто так: подпись УКЭП прикладывает подписавший, кнопкой «Приложить .sig» под протоколом. В чате протокол подписывается простой электронной подписью (63-ФЗ, ст. 9).
file-gone = Telegram больше не отдаёт этот файл. Пришлите его ещё раз.

button-sig = Приложить .sig
signature-ask = Пришлите файл .sig: отсоединённую подпись (УКЭП) под подписанным PDF протокола № { $number }.
signature-attached = Подпись приложена к протоколу № { $number } и разослана: { $name }, сертификат с { FULLDAY($since) } по { FULLDAY($until) }{ $holds ->
    [yes] { "" }
   *[no] {" "}(сейчас не действует)
}. { $matches ->
    [yes] Контрольная сумма файла совпала.
   *[unknown] Контрольной суммы файла в подписи нет, сверить её не с чем.
} Верна ли сама подпись, покажет программа УКЭП.
signature-of-another = Это подпись другого файла ({ $name }): контрольная сумма не та, что у подписанного PDF протокола № { $number }. Ничего не приложено.
signature-taken-off = К протоколу № { $number }: подпись .sig { $sig } снята, она была приложена по ошибке.
button-sig-off = Снять .sig { $sig }
signature-caption = Отсоединённая подпись (УКЭП) к протоколу № { $number }: { $name }{ $matches ->
    [yes] , контрольная сумма файла совпала
   *[unknown] { "" }
}{ $holds ->
    [yes] { "" }
   *[no] , сертификат сейчас не действует
}; саму подпись проверит программа УКЭП
signature-no-cms = Это не файл подписи: ждали CMS (PKCS#7) с сертификатом в виде DER, PEM или base64. Ничего не приложено.
signature-attached-file = Это присоединённая подпись: файл лежит в ней самой. Нужна отсоединённая (отделённая), под подписанным PDF протокола. Ничего не приложено.
signature-many = К протоколу приложено пять подписей, больше не помещается.
protocol-card-sig = Приложена .sig { $sig } от { DAY($moment) }, { TIME($moment) }
refusal-signature-no-sig = Ждали файл .sig до 1 МБ. Пришлите его документом или нажмите «Приложить .sig» снова.

## Шаблон протокола в Word, который офис правит сам (ключ профиля protocol_template).

template-fine = Шаблон протокола { $file }: заполняется.
template-unknown-name = Шаблон протокола { $file }: в нём есть поле «{ $name }», которого протокол не знает. Пока служит шаблон, поставленный с ботом.
template-broken = Шаблон протокола { $file } не читается: { $reason }. Пока служит шаблон, поставленный с ботом.
template-slow = Шаблон протокола { $file } заполнялся дольше { $limit } с и был остановлен: похоже, в нём есть цикл, который не кончается. Пока служит шаблон, поставленный с ботом.
template-large = По шаблону протокола { $file } получается файл больше { $limit } МБ. Пока служит шаблон, поставленный с ботом.
template-memory = Шаблон протокола { $file } занял больше { $limit } МБ памяти и был остановлен: похоже, он повторяет текст без конца. Пока служит шаблон, поставленный с ботом.
