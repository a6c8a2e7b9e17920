# The morning digest.

digest-heading = <b>{ WEEKDAYTITLE($day) }, { DAY($day) } · { $title }</b>
digest-whole-office = the whole office
digest-instead-vacant = Seat { $seat } is vacant, so its digest came to you.
digest-instead-unbound = Seat { $seat } is not bound to a chat, so its digest came to you.
digest-instead-away = Seat { $seat } is away, so its digest came to you.
digest-instead-acting = The head's digest: you perform the head's duties (cl. 4.3).
digest-overdue = <b>Overdue { $count }</b>{ $grown ->
    [0] { "" }
   *[other] { " " }({ $sign }{ $change } in a day)
}
digest-due = Due today { $today } · { $soon } more until { DAY($until) }
digest-unassigned = Not assigned { $count }
digest-nothing-overdue = Nothing is overdue.
digest-section-today = Due today:
digest-section-soon = Due soon:
digest-section-unassigned = Not assigned:
digest-by-blocks = By blocks (overdue · today · soon)
digest-by-channels = By channels
digest-share = { $title }: { $overdue } · { $today } · { $soon }
digest-item = { $number }. { $mark ->
    [yes] 🔴 { "" }
   *[no] { "" }
}{ $when } · { $channel } { $code } · { $topic }
digest-about = { "   " }{ $text }
digest-no-reason = no reason given
digest-presumed = block presumed
digest-until = due { DAY($moment) }

button-section-overdue = Overdue { $count }
button-section-today = Today { $count }
button-section-soon = Soon { $count }
button-section-unassigned = Not assigned { $count }

refusal-digest-in-private = The digest comes to the private chat: open it and repeat /digest
