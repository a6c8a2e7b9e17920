# The protocol and the act as printed. Spaces that must not break («п. 4.6», «№ 5», before a dash) are
# no-break spaces here; keep them so. Numbers and names come as they are to be printed.

protocol-language = ru

## Title and heading

protocol-title = Протокол № { $number } заседания проектного офиса от { $date }
protocol-heading = ПРОТОКОЛ
protocol-subheading = заседания проектного офиса № { $number }
protocol-city = г. { $city }
protocol-extract-title = Выписка из протокола № { $number } заседания проектного офиса от { $date }
protocol-extract-heading = ВЫПИСКА
protocol-extract-subheading = из протокола заседания проектного офиса № { $number }
not-held-title = Акт о том, что заседание проектного офиса { $date } не состоялось
not-held-heading = АКТ
not-held-subheading = заседание проектного офиса не состоялось

## Particulars

protocol-caption-ground = Основание
protocol-caption-time = Время
protocol-caption-place = Место
protocol-caption-form = Форма
protocol-caption-chair = Председательствует
protocol-caption-breaks = Перерыв
protocol-time-span = с { $since } до { $until }
protocol-chair-since = с { $time }: { $name }
protocol-caption-quorum = Кворум
protocol-caption-appointed = Назначено
protocol-caption-closed = Закрыто
protocol-ground = Положение о проектном офисе, утверждённое постановлением от { $date } № { $number } (далее — Положение)
protocol-span = открыто в { $opened }, закрыто в { $closed }
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
  } { $present } из { $established }, для кворума нужно { $needed } (п. 4.3.1 Положения)
protocol-no-quorum = { $present ->
    [one] присутствовал
   *[other] присутствовали
  } { $present } из { $established }, для кворума нужно { $needed } (п. 4.3.1 Положения)

## Attendance

protocol-caption-present = ПРИСУТСТВОВАЛИ
protocol-caption-absent = ОТСУТСТВОВАЛИ
protocol-caption-guests = ПРИГЛАШЁННЫЕ
protocol-caption-seat = Место
protocol-caption-name = ФИО
protocol-caption-position = Должность
protocol-caption-part = Участие
protocol-nobody = Никто.
protocol-vacant = место вакантно
protocol-note-in-person = очно
protocol-note-remote = по видеосвязи
protocol-note-acting = и.о. руководителя
protocol-note-came = с { $time }
protocol-note-left = до { $time }

protocol-note-away = отсутствие с { $since } до { $until }
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
protocol-vote-heading = { $count ->
    [one] голосование закрыто в { $time }
   *[other] голосование { $number } из { $count }, закрыто в { $time }
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
protocol-item-amended = { $draft }
    Проект изменён в { $time } ({ $acting ->
        [yes] и.о. руководителя
       *[no] председательствующий
    } { $by }). Прежняя редакция: { $former }
protocol-item-amended-none = не было
protocol-item-dropped = Снят с рассмотрения в { $time } (п. 3.2 Положения).
protocol-item-postponed = Отложен до следующего заседания в { $time } (п. 3.2 Положения).

protocol-annex = ПРИЛОЖЕНИЕ. Особое мнение: место { $seat }, { $name }{ $item ->
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

protocol-not-considered = Вопрос не рассматривался, на голосование не ставился.
protocol-not-put = На голосование не ставился.
protocol-not-adopted = Решение не принято.
protocol-not-decided = Решение не принято: голосование не состоялось.
protocol-caption-decisions = РЕШЕНИЯ К ИСПОЛНЕНИЮ
protocol-caption-item = Вопрос
protocol-caption-decision = Решение
protocol-no-decisions = Решений, которые нужно исполнить, нет.
protocol-no-executor = не назначены
protocol-no-due = не установлен

## Signature and check

protocol-signer-head = Руководитель проектного офиса
protocol-signer-acting = И.о. руководителя проектного офиса
protocol-unsigned = Не подписано
protocol-signed = Подписано простой электронной подписью: { $name }, { $moment }, учётная запись { $account }
protocol-signed-meaning = Простая электронная подпись (63-ФЗ, ст. 5, ч. 2) подтверждает, кто и когда подписал протокол. По соглашению участников он равнозначен бумажному с собственноручной подписью (ст. 6, ч. 2; ст. 9).
protocol-fingerprint = SHA-256 записи
protocol-check = Проверка подлинности
protocol-check-picture = QR-код проверки подлинности: { $url }
